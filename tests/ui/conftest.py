"""What the tests of the window stand on: a look, a desk with a project, a window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Gesture, born
from labdesk.store.session import Session
from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings
from labdesk.ui.style import Look, load_fonts
from labdesk.ui.window import Window
from tests.conftest import close_windows

TITLE = "Renouveler sa carte d’identité"


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with its fonts and style sheet, as a person sees it."""
    load_fonts()
    look = Look()
    qapp.setFont(look.font(13))
    qapp.setStyleSheet(look.sheet())
    return qapp


@pytest.fixture
def look(dressed: QApplication) -> Iterator[Look]:
    """The light theme at 100 %; the application is dressed in it again for the next test."""
    look = Look()
    yield look
    if (look.theme, look.scale) != ("light", 1.0):
        close_windows()  # one that stands would be dressed anew, widget by widget
        dressed.setStyleSheet(Look().sheet())
        dressed.setPalette(Look().qt_palette())
        dressed.setFont(Look().font(13))


@pytest.fixture
def around(dressed: QApplication) -> Iterator[QWidget]:
    """A window for a part that needs one around it."""
    window = QWidget()
    window.resize(1310, 640)
    yield window
    window.close()


@pytest.fixture(scope="session")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a title and nothing else, made once: a disk is slow to promise."""
    path = tmp_path_factory.mktemp("titled") / "carte.labdesk"
    Session.create(path, first=Gesture("Nouveau", born("project", PROJECT_ID, title=TITLE))).close()
    return path


@pytest.fixture
def project(titled: Path, tmp_path: Path) -> Path:
    """A copy of it that the test may change."""
    return Path(shutil.copy(titled, tmp_path))


@pytest.fixture
def empty_desk(dressed: QApplication) -> Iterator[Desk]:
    """A desk with nothing on it."""
    desk = Desk()
    yield desk
    desk.close()
    desk.deleteLater()  # what listens to it is held by it: no collector sees that circle


@pytest.fixture
def desk(empty_desk: Desk, project: Path) -> Desk:
    """A desk with the project on it."""
    empty_desk.put(Session.open(project))
    return empty_desk


@pytest.fixture
def launched() -> list[Path]:
    """The files for which a second window was asked."""
    return []


@pytest.fixture
def window(empty_desk: Desk, look: Look, launched: list[Path], tmp_path: Path) -> Window:
    """A window on Accueil, whose new projects go to a folder of the test."""
    settings = Settings(folder=str(tmp_path))
    made = Window(empty_desk, look, settings, Opening(empty_desk, settings, launched.append))
    made.resize(1366, 696)
    made.show()
    return made


@pytest.fixture
def opened(window: Window, project: Path) -> Window:
    """A window on the project."""
    window.opening.open(project)
    return window


@pytest.fixture
def filled(opened: Window) -> Window:
    """A window on a project with one canvas of each type."""
    desk = opened.desk
    for name, kind in desk.catalogue.types.items():
        desk.do(create_canvas(desk.project, kind, title=f"Essai {name}")[1])
    return opened


@pytest.fixture
def active(filled: Window, qtbot: QtBot) -> Window:
    """The window that has the keyboard."""
    with qtbot.waitActive(filled):
        filled.activateWindow()
    return filled
