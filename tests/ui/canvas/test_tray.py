"""« À ranger »: 35 notes in bulk, typed or pasted, then filed by « C7 » or by hand."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QRect, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.zone import TRAY
from labdesk.ui.canvas.clip import ROWS
from labdesk.ui.canvas.tray import Tray
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


def test_a_list_of_places_files_one_note_to_each_in_one_gesture(hands: Hands, tray: Tray) -> None:
    tray.add("\n".join(f"note {rank}" for rank in range(6)))
    tray.file("e1-3 a2")
    assert [hands.texts("pain_points", step) for step in range(3)] == [["note 0"], ["note 1"], ["note 2"]]
    assert hands.texts("actions", 1) == ["note 3"]
    assert hands.texts(TRAY) == ["note 4", "note 5"]
    hands.desk.undo()
    assert tray.count() == 6


def test_more_places_than_notes_move_nothing(hands: Hands, tray: Tray, qtbot: QtBot) -> None:
    tray.add("une\ndeux")
    with qtbot.waitSignal(hands.desk.refused):
        tray.file("e1-3")
    assert tray.count() == 2


def test_the_top_row_of_a_french_keyboard_needs_no_maj(hands: Hands, tray: Tray) -> None:
    tray.add("une")
    tray.file('e"')
    assert hands.texts("pain_points", 2) == ["une"]


def test_the_keyboard_goes_from_typing_to_the_notes_and_files_them(hands: Hands, tray: Tray) -> None:
    tray.add("une\ndeux\ntrois")
    tray.entry.setFocus()
    QTest.keyClick(tray.entry, Key.Key_Down)
    assert tray.list.hasFocus()
    QTest.keyClick(tray.list, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(tray.list, "e")
    assert tray.place.hasFocus()
    QTest.keyClicks(tray.place, "1")
    QTest.keyClick(tray.place, Key.Key_Return)
    assert hands.texts("pain_points", 0) == ["une", "deux"]
    assert tray.place.hasFocus()
    assert tray.place.text() == ""


def test_what_would_happen_is_said_before_entree(hands: Hands, tray: Tray) -> None:
    tray.add("une")
    tray.place.setText("e2")
    assert "étape 2" in tray.place.accessibleDescription()
    tray.place.setText("z9")
    assert "A, B, C, E" in tray.place.accessibleDescription()


def test_ctrl_z_takes_back_the_last_filing_from_where_one_types(hands: Hands, tray: Tray) -> None:
    tray.add("une")
    tray.place.setFocus()
    QTest.keyClicks(tray.place, "e1")
    QTest.keyClick(tray.place, Key.Key_Return)
    QTest.keyClick(tray.place, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.texts(TRAY) == ["une"]


def test_many_lines_are_notes_only_when_someone_says_so(hands: Hands, tray: Tray, qtbot: QtBot) -> None:
    tray.add("\n".join(f"ligne {rank}" for rank in range(900)))
    assert tray.count() == 0
    assert tray.question.yes.hasFocus()
    QTest.keyClick(tray.question.yes, Key.Key_Escape)
    assert tray.count() == 0
    assert tray.entry.hasFocus()
    tray.add("\n".join(f"ligne {rank}" for rank in range(300)))
    tray.question.yes.click()
    qtbot.waitUntil(lambda: tray.count() == 300, timeout=20_000)
    assert tray.question.isHidden()
    hands.desk.undo()
    assert tray.count() == 0


def test_of_ten_thousand_lines_the_first_are_added_and_the_rest_waits(
    hands: Hands, tray: Tray, qtbot: QtBot
) -> None:
    tray.add("\n".join(f"ligne {rank}" for rank in range(10_000)))
    assert "1000 premières" in tray.question.words.text()
    tray.question.yes.click()
    qtbot.waitUntil(lambda: tray.count() == 1_000, timeout=60_000)
    assert QGuiApplication.clipboard().text().startswith("ligne 1000\n")


def test_a_note_typed_before_one_answers_moves_no_line_to_the_clipboard(
    hands: Hands, tray: Tray, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("à moi")
    tray.add("\n".join(f"ligne {rank}" for rank in range(1_010)))
    tray.add("une autre")
    assert QGuiApplication.clipboard().text() == "à moi"
    tray.question.yes.click()
    qtbot.waitUntil(lambda: tray.count() == 1_001, timeout=60_000)
    assert QGuiApplication.clipboard().text().startswith("ligne 1000\n")


def test_a_note_emptied_in_the_list_goes_away(hands: Hands, tray: Tray, qtbot: QtBot) -> None:
    tray.add("une\ndeux")
    tray.list.item(0).setText("  ")
    qtbot.waitUntil(lambda: hands.texts(TRAY) == ["deux"])
    assert tray.list.count() == 1


def test_the_note_about_to_be_filed_is_in_sight_when_one_types_its_place(hands: Hands, tray: Tray) -> None:
    tray.add("\n".join(f"note {rank}" for rank in range(40)))
    tray.list.scrollToBottom()
    tray.place.came.emit()
    first = tray.list.visualItemRect(tray.list.item(0))
    assert tray.list.viewport().rect().contains(first)


def test_the_examples_name_a_step_that_is_there(hands: Hands, tray: Tray) -> None:
    heard: list[str] = []
    hands.desk.refused.connect(heard.append)
    steps = len(hands.desk.project.steps_of(hands.board.canvas))
    assert tray.place.placeholderText().endswith(f"C{min(steps, 7)}")
    tray.add("une")
    tray.file("e99")
    assert f"étape {min(steps, 7)}." in heard[-1]


def test_a_line_that_takes_two_lines_has_room_for_both(hands: Hands, tray: Tray) -> None:
    words = ["Note dite au guichet" + " la" * n for n in range(4, 14)] * 4
    tray.add("\n".join(words))
    QApplication.processEvents()
    wraps = Qt.TextFlag.TextWordWrap.value
    seen = tray.list.viewport().width() - 2 * tray.list.spacing() - 2 * tray.look.px(9)
    for row, said in enumerate(words):
        place = tray.list.visualItemRect(tray.list.item(row))
        painted = QRect(0, 0, seen, 1_000)  # what the padding of the sheet leaves
        assert tray.list.fontMetrics().boundingRect(painted, wraps, said).height() <= place.height()


def test_the_hint_keeps_its_room_while_one_types_a_place(hands: Hands, tray: Tray) -> None:
    tray.add("une\ndeux")
    QApplication.processEvents()
    before = tray.list.y()
    QTest.keyClicks(tray.place, "e1")
    QApplication.processEvents()
    assert tray.list.y() == before


def test_a_refused_place_is_typed_over(hands: Hands, tray: Tray) -> None:
    tray.add("une")
    QTest.keyClicks(tray.place, "z9")
    QTest.keyClick(tray.place, Key.Key_Return)
    QTest.keyClicks(tray.place, "e3")
    assert tray.place.text() == "e3"


def test_down_in_the_place_chooses_the_next_note_alone(hands: Hands, tray: Tray) -> None:
    for text in ("une", "deux", "trois"):
        tray.add(text)
    QTest.keyClick(tray.place, Key.Key_Down)
    QTest.keyClick(tray.place, Key.Key_Down)
    tray.file("e3")
    assert hands.texts("pain_points", 2) == ["trois"]
    assert hands.texts(TRAY) == ["une", "deux"]
