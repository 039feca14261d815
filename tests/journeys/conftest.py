"""A window put together as the program does it, on the data of the test, with hands in front of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening
from labdesk.ui.press.press import Press
from labdesk.ui.settings import Settings
from labdesk.ui.style import Look, load_fonts
from labdesk.ui.window import Window
from tests.conftest import close_windows
from tests.journeys.hands import Hands

Sit = Callable[[], Hands]
SIZE = (1366, 696)
"""What is left of a screen of 768 lines once the bars of the desktop are taken off."""


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with its fonts."""
    load_fonts()
    return qapp


def dress(app: QApplication, look: Look) -> None:
    """The application looks so."""
    app.setFont(look.font(13))
    app.setPalette(look.qt_palette())
    app.setStyleSheet(look.sheet())


@pytest.fixture
def launched() -> list[Path]:
    """The files for which a second window was asked."""
    return []


@pytest.fixture
def sit(dressed: QApplication, qtbot: QtBot, tmp_path: Path, launched: list[Path]) -> Iterator[Sit]:
    """Sit down in front of a new window, on the same laptop each time."""
    desks: list[Desk] = []
    settings = Settings(folder=str(tmp_path))

    def begin() -> Hands:
        look, desk = Look(), Desk()
        dress(dressed, look)
        desks.append(desk)
        window = Window(desk, look, settings, Opening(desk, settings, launched.append))
        window.resize(*SIZE)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return Hands(window, qtbot)

    yield begin
    for desk in desks:
        for press in desk.findChildren(Press):
            press.close()
        desk.close()
        desk.deleteLater()  # what listens to it is held by it: no collector sees that circle
    close_windows()  # before it changes clothes: a window that stands would be dressed anew, widget by widget
    dress(dressed, Look())


@pytest.fixture
def hands(sit: Sit) -> Hands:
    """In front of one window."""
    return sit()


@pytest.fixture
def visiting(hands: Hands, example: Path) -> Hands:
    """In front of the example."""
    assert hands.window.opening.open(example)
    return hands
