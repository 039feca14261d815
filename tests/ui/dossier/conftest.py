"""What the tests of the dossier stand on: a project that asks for a grant, keys typed in its tables."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import set_project
from labdesk.domain.gesture import together
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.rows_view import RowsView
from labdesk.ui.press.press import Press
from labdesk.ui.style import Look


@pytest.fixture
def funded(desk: Desk) -> Desk:
    """A desk whose project asks for a grant from October 2027 to December 2028."""
    head = {"profile": "state_innovation_fund", "start": "2027-10-01", "end": "2028-12-31"}
    desk.do(together("Préparer", [set_project(desk.project, field, value) for field, value in head.items()]))
    return desk


@pytest.fixture
def place(funded: Desk, look: Look, qtbot: QtBot) -> DossierPlace:
    """The place Dossier, shown and active."""
    made = DossierPlace(funded, look)
    made.resize(1310, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.reading.review is not None)
    return made


@pytest.fixture(autouse=True)
def no_press_is_left(empty_desk: Desk) -> object:
    """The child process of a test goes with it."""
    yield
    for press in empty_desk.findChildren(Press):
        press.close()


Type = Callable[[QWidget, str], None]


@pytest.fixture
def keys(qtbot: QtBot) -> Type:
    """Type words and keys into a table or its editor: « Design{Tab}6000{Return} »."""

    def type_into(widget: QWidget, words: str) -> None:
        for piece in words.replace("}", "{").split("{"):
            target = _receiver(widget)
            if (key := getattr(Qt.Key, f"Key_{piece}", None)) is not None and len(piece) > 1:
                QTest.keyClick(target, key)
            elif "+" in piece and piece.split("+")[0] in ("Ctrl", "Alt"):
                modifier, _plus, name = piece.partition("+")
                held = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}
                QTest.keyClick(target, getattr(Qt.Key, f"Key_{name}"), held[modifier])
            else:
                for letter in piece:
                    _press(_receiver(widget), letter)

    return type_into


def _press(target: QWidget, letter: str) -> None:
    """One letter, accented or not: QTest aborts on those that are not ASCII."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(target, event)


def _receiver(widget: QWidget) -> QWidget:
    """Who would hear the key: the editor open in a table, else the table."""
    focus = QApplication.focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else widget


def cell(view: RowsView, row: int, column: int) -> str:
    """What a cell shows, with plain spaces."""
    shown = str(view.rows.index(row, column).data())
    return shown.replace("\u202f", " ").replace("\u00a0", " ")
