"""The start of the window: what it imports, what it opens, and that nothing is lost when it closes."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from labdesk import app
from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Gesture, born
from labdesk.store.session import Session
from labdesk.ui.settings import Settings, load_settings
from tests.bench.projects import write
from tests.bench.start_probe import BIRTH

ROOT = Path(__file__).parents[1]
LATER = {
    "reportlab",
    "PIL",
    "sqlite_utils",
    "babel",
    "pypdfium2",
    "docx",
    "odf",
    "pyphen",
    "_hashlib",
    "typing_extensions",
}
"""Imported where they are used, never before the first paint; `_hashlib` is OpenSSL."""
AFTER_PAINT = """
import os, sys
from PySide6.QtWidgets import QApplication, QWidget
{before}
def after():
    for _round in range(4):
        QApplication.processEvents()
    print({told}, flush=True)
    os._exit(0)
QApplication.exec = staticmethod(after)
from labdesk.__main__ import main
main(sys.argv[1:])
"""
"""A program that starts the window, and tells something once it is painted."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a title."""
    path = tmp_path / "carte.labdesk"
    Session.create(path, first=Gesture("Nouveau", born("project", PROJECT_ID, title="Carte"))).close()
    return path


def modules_after_first_paint(*arguments: str) -> set[str]:
    """The packages that a start has imported once everything is painted."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_probe", "product", *arguments],
        cwd=ROOT,
        env={**os.environ, BIRTH: str(time.time()), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in told.stderr, told.stderr
    return set(json.loads(told.stdout)["modules"])


def started_by(program: str, project: Path) -> "subprocess.CompletedProcess[str]":
    """A process of its own that runs this program with a project to open."""
    return subprocess.run(
        [sys.executable, "-c", program, str(project)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_heavy_libraries_wait_until_after_the_first_paint() -> None:
    assert modules_after_first_paint() & LATER == set()


def test_heavy_libraries_wait_when_a_project_is_opened_too(project: Path) -> None:
    assert modules_after_first_paint(str(project)) & LATER == set()


def test_what_is_not_seen_first_is_not_built_first(project: Path) -> None:
    """Accueil, the list, the irritants, the dossier wait; so do all the classes of widget nobody uses yet."""
    program = AFTER_PAINT.format(
        before="", told="*sorted(name for name in sys.modules if name.startswith('labdesk.'))"
    )
    told = started_by(program, project)
    started = set(told.stdout.split())
    assert "labdesk.ui.canvas.pane" in started, told.stderr
    waiting = {
        "home",
        "gallery",
        "canvas.list_view",
        "canvas.irritants",
        "press.press",
        "dossier",
        "stage.stage",
    }
    assert started & {f"labdesk.ui.{name}" for name in waiting} == set()
    assert "labdesk.domain.sentences" not in started


def test_the_source_of_the_program_is_not_read_to_start_it(project: Path) -> None:
    """PySide6 would read every module imported after it, and keep the lines."""
    program = AFTER_PAINT.format(
        before="import linecache",
        told="len([file for file in linecache.cache if 'labdesk/domain' in file])",
    )
    told = started_by(program, project)
    assert told.stdout.strip() == "0", told.stderr


def test_a_start_asks_nobody_for_the_style(tmp_path: Path) -> None:
    """PySide6 builds a dozen classes, and all their enumerations, to wrap the first style it gives back."""
    program = AFTER_PAINT.format(
        before="asked = []\nown = QWidget.style\n"
        "QWidget.style = lambda widget: asked.append(type(widget).__name__) or own(widget)\n"
        # On a slow machine the rules would be asked before the last round: they colour the rail.
        "import labdesk.ui.readiness\nlabdesk.ui.readiness.ARRIVED = 60_000",
        told="asked",
    )
    told = started_by(program, write(tmp_path / "parcours.labdesk", 10))
    assert told.stdout.strip() == "[]", told.stderr


def test_the_thread_that_paints_waits_for_no_other(project: Path) -> None:
    """Read by Qt once, before its first paint (docs/decisions/one-thread-paints.md)."""
    told = started_by(AFTER_PAINT.format(before="", told="os.environ['QT_NO_GUI_THREADPOOL']"), project)
    assert told.stdout.strip() == "1", told.stderr


def test_the_window_closes_without_a_question_and_everything_is_on_disk(
    qapp: QApplication, project: Path
) -> None:
    window = app.build(qapp, Settings())
    window.opening.open(project)
    window.show()
    window.desk.do(Gesture("Écrire", born("section", "summary", text="Gardé")))
    window.close()
    again = Session.open(project)
    assert again.project.text("summary") == "Gardé"
    again.close()
    assert load_settings().last == str(project)


def test_a_second_file_starts_a_second_process_that_holds_no_pipe_of_ours(tmp_path: Path) -> None:
    """Whoever waits for the end of what this window says must not wait for the other window too."""
    other = tmp_path / "autre"
    waits = f"while [ ! -e {tmp_path}/enough ]; do sleep 0.1; done"
    other.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\n{waits}\n', "utf-8")
    other.chmod(0o755)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from labdesk import app\n"
        "application = QCoreApplication([])\n"
        f"sys.executable = {str(other)!r}\n"
        "app.launch(Path(sys.argv[1]))\n"
    )
    try:
        started_by(program, tmp_path / "deux.labdesk")  # it ends, though the other goes on
    finally:
        (tmp_path / "enough").touch()
    until = time.monotonic() + 20
    while not (tmp_path / "said").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert (tmp_path / "said").read_text("utf-8").strip() == f"-m labdesk {tmp_path}/deux.labdesk"


def test_the_process_ends_well_after_places_were_visited(project: Path) -> None:
    """The interpreter must not take the window down piece by piece: that ended in a fault."""
    program = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from labdesk import app\n"
        "made = app.build\n"
        "def built(*given):\n"
        "    window = made(*given)\n"
        "    names = ('journeys', 'problem', 'prototypes', 'dossier', 'workshop', 'home')\n"
        "    for at, name in enumerate(names):\n"
        "        QTimer.singleShot(200 + 50 * at, window, lambda name=name: window.show_place(name))\n"
        "    QTimer.singleShot(800, window, window.close)\n"
        "    return window\n"
        "app.build = built\n"
        "app.run([sys.argv[1]])\n"
    )
    told = started_by(program, project)
    assert (told.returncode, "Traceback" in told.stderr) == (0, False), told.stderr
