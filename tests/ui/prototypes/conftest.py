"""The place Prototypes in a window, with cards on its deck."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import answer, create_canvas
from labdesk.domain.entities import Value
from labdesk.domain.gesture import together
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.style import Look


def new_card(desk: Desk, name: str, **answers: Value) -> str:
    """A card with its name and some answers."""
    canvas, made = create_canvas(desk.project, desk.catalogue.types["prototype"], title=name)
    desk.do(made)
    desk.do(together("Remplir", [answer(desk.project, canvas, zone, said) for zone, said in answers.items()]))
    return canvas


def piles_of(place: PrototypesPlace) -> list[list[str]]:
    """What lies in each pile."""
    return [[tile.card.title for tile in tiles] for tiles in place.deck.tiles]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> Iterator[PrototypesPlace]:
    """The place, as large as in a window of 1366 px."""
    made = PrototypesPlace(desk, look)
    made.resize(1310, 640)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """What was announced."""
    said: list[str] = []
    desk.announced.connect(said.append)
    return said
