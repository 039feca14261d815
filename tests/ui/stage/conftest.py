"""What the tests of the projection stand on: a window on a journey, a stage, the theatre around it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.lens import Lens
from labdesk.domain.running_order import add_stop
from labdesk.store.session import Session
from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings
from labdesk.ui.stage.brush import Brush
from labdesk.ui.stage.clock import Clock
from labdesk.ui.stage.memory import Memory
from labdesk.ui.stage.projector import Projector
from labdesk.ui.stage.stage import Stage
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.style import Look
from labdesk.ui.window import Window
from tests.bench.projects import journey


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journey of two phases, six steps, six lanes, seventy-two notes, made once."""
    path = tmp_path_factory.mktemp("written") / "atelier.labdesk"
    Session.create(path, first=journey(72, phases=2, steps=6)).close()
    return path


@pytest.fixture
def project(written: Path, tmp_path: Path) -> Path:
    """A copy of it that the test may change."""
    return Path(shutil.copy(written, tmp_path))


@pytest.fixture
def canvas(desk: Desk) -> str:
    """Its journey."""
    return desk.project.canvases("journey")[0].id


@pytest.fixture
def agenda(desk: Desk, canvas: str) -> list[str]:
    """Three sequences in the running order: their lines."""
    for name, minutes, lens in (
        ("Accueil", 15, Lens("welcome")),
        ("Parcours vécu", 25, Lens("overview", canvas)),
        ("Votes", 10, Lens("curve", canvas)),
    ):
        desk.do(add_stop(desk.project, desk.types, desk.catalogue, name, lens, minutes))
    workshop = desk.project.canvases("workshop")[0].id
    return [line.id for line in desk.project.lines_of(workshop, "agenda")]


@pytest.fixture
def stage(desk: Desk, canvas: str, dressed: object) -> Stage:
    """A stage on the walk through the journey."""
    memory = Memory()
    made = Stage(desk, Settings(), memory, Clock(memory), Look())
    made.walk_through(canvas)
    return made


@pytest.fixture
def projector(stage: Stage, qtbot: QtBot) -> Projector:
    """The picture in a window of full HD."""
    made = Projector(stage, Brush(stage.look, stage.type, lambda sha: stage.desk.picture(sha, "screen")))
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    return made


@pytest.fixture
def theatre(desk: Desk, look: Look, tmp_path: Path, qtbot: QtBot) -> Iterator[Theatre]:
    """The window on the project, F5 pressed."""
    settings = Settings(folder=str(tmp_path))
    window = Window(desk, look, settings, Opening(desk, settings, lambda _path: None))
    window.resize(1366, 696)
    window.show()
    window.show_place("journeys")
    window.project_canvas()
    assert window.theatre is not None
    yield window.theatre
    window.theatre.leave()
    window.close()
