"""« À ranger »: 35 notes in bulk, typed or pasted, then filed by « C7 » or by hand."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.ui.canvas.clip import ROWS
from labdesk.ui.canvas.tray import TRAY, Tray
from tests.ui.canvas.hands import Hands, Key


@pytest.fixture
def tray(hands: Hands) -> Iterator[Tray]:
    made = Tray(hands.board, hands.page.look, hands.page)
    made.resize(264, 600)
    made.show()
    made.refresh()
    yield made
    made.close()


def test_thirty_five_notes_pasted_at_once_wait_to_be_filed(hands: Hands, tray: Tray) -> None:
    data = QMimeData()
    data.setText("\n".join(f"- note {rank}" for rank in range(35)))
    tray.entry.insertFromMimeData(data)
    assert tray.count() == 35
    assert hands.texts(TRAY)[:2] == ["note 0", "note 1"]
    hands.desk.undo()
    assert tray.count() == 0


def test_entree_adds_what_is_typed_and_empties_the_line(hands: Hands, tray: Tray) -> None:
    QTest.keyClicks(tray.entry, "une note")
    QTest.keyClick(tray.entry, Key.Key_Return)
    assert hands.texts(TRAY) == ["une note"]
    assert tray.entry.toPlainText() == ""


def test_a_letter_and_a_number_file_the_note_and_the_next_one_is_ready(hands: Hands, tray: Tray) -> None:
    tray.add("une\ndeux\ntrois")
    tray.file("e3")
    tray.file("E 3")
    assert hands.texts("pain_points", 2) == ["une", "deux"]
    assert hands.texts(TRAY) == ["trois"]


def test_several_notes_are_filed_together(hands: Hands, tray: Tray) -> None:
    tray.add("une\ndeux\ntrois")
    for row in (0, 2):
        tray.list.item(row).setSelected(True)
    tray.place.setText("a1")
    QTest.keyClick(tray.place, Key.Key_Return)
    assert hands.texts("actions", 0) == ["une", "trois"]


@pytest.mark.parametrize("place", ["z3", "e99", "d1", "bonjour", ""])
def test_a_place_that_is_none_is_refused_and_nothing_moves(
    hands: Hands, tray: Tray, place: str, qtbot: QtBot
) -> None:
    tray.add("une")
    with qtbot.waitSignal(hands.desk.refused):
        tray.file(place)
    assert tray.count() == 1


def test_a_note_dragged_from_the_tray_falls_where_it_is_let_go(hands: Hands, tray: Tray) -> None:
    tray.add("une")
    hands.stand("touchpoints", 1)
    box = hands.board.box
    assert box is not None
    data = tray.list.mimeData([tray.list.item(0)])
    assert data.hasFormat(ROWS)
    place = QPointF(hands.place(box))
    event = QDropEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    hands.view.dropEvent(event)
    assert hands.texts("touchpoints", 1) == ["une"]
    assert tray.count() == 0


def test_what_is_dragged_is_known_by_its_rows(hands: Hands, tray: Tray) -> None:
    tray.add("une\ndeux")
    data = tray.list.mimeData([tray.list.item(1)])
    rows = json.loads(bytes(QByteArray(data.data(ROWS)).data()))
    assert [hands.desk.project.note[row].text for row in rows] == ["deux"]


def test_a_waiting_note_is_rewritten_or_deleted_in_place(hands: Hands, tray: Tray) -> None:
    tray.add("une\ndeux")
    tray.list.item(0).setText("une autre")
    assert hands.texts(TRAY) == ["une autre", "deux"]
    tray.list.clearSelection()
    tray.list.setCurrentRow(1)
    QTest.keyClick(tray.list, Key.Key_Delete)
    assert hands.texts(TRAY) == ["une autre"]


def test_what_is_typed_and_not_given_yet_is_kept_when_the_project_closes(hands: Hands, tray: Tray) -> None:
    QTest.keyClicks(tray.entry, "une note")
    hands.desk.settling.emit()
    assert hands.texts(TRAY) == ["une note"]
    assert tray.entry.toPlainText() == ""
    hands.desk.settling.emit()
    assert tray.count() == 1
