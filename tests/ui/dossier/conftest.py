"""What the tests of the dossier stand on: a project that asks for a grant, keys typed in its tables."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import set_project, write_section
from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.gesture import together
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.corrections import CorrectionsPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.rows_view import RowsView
from labdesk.ui.dossier.signs import LINE
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


# -- a document that comes back ------------------------------------------------------------------------
ORDERED = 30_000
"""ms a document may take on a busy machine."""
SUMMARY = "Sept services attendent.\n\nLa réponse vient en 63 jours."
Comes = Callable[[Path], CorrectionsPage]


@pytest.fixture
def written(place: DossierPlace) -> DossierPlace:
    """A dossier with two texts."""
    place.desk.do(write_section(place.desk.project, "summary", SUMMARY))
    place.desk.do(write_section(place.desk.project, "context", "Un contexte."))
    return place


@pytest.fixture
def comes(written: DossierPlace, qtbot: QtBot) -> Comes:
    """A document comes back and is read."""

    def read(path: Path) -> CorrectionsPage:
        assert written.receive(path)
        page = written.pages["corrections"]
        assert isinstance(page, CorrectionsPage)
        qtbot.waitUntil(lambda: not page.file.name, timeout=ORDERED)
        return page

    return read


@pytest.fixture
def returned(written: DossierPlace, comes: Comes, tmp_path: Path) -> CorrectionsPage:
    """Two corrections of one text."""
    from tests.exchange.hierarchy import corrected, instead, sent  # Word’s libraries: for these tests alone

    path = sent(written.desk.project, "docx", tmp_path)
    hand = corrected(path, instead("Sept services", "Huit services"))
    return comes(corrected(hand, instead("63 jours", "15 jours")))


def statuses(page: CorrectionsPage) -> list[str]:
    assert page.correcting is not None
    items = page.correcting.items(page.desk.project)
    return [item.status for item in items if isinstance(item.what, Proposal)]


def listed(page: CorrectionsPage) -> str:
    model = page.review.list.model()
    return "\n".join(model.index(at, 0).data(LINE).said for at in range(model.rowCount()))
