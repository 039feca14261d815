"""Counting the paper dots: a number, Entrée, the next note; nothing is shown while they are hidden."""

import pytest
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands import notes
from labdesk.ui.canvas.tally import Tally
from tests.ui.canvas.hands import NONE, Hands, Key


@pytest.fixture
def counting(hands: Hands) -> Hands:
    """Three notes in one cell, the count begun on the first."""
    hands.stand("pain_points")
    for text in ("a", "b", "c"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.board.go(hands.box("note", "a").key)
    hands.pane.count_dots()
    QApplication.processEvents()
    return hands


def tally(hands: Hands) -> Tally:
    found = hands.page.findChild(Tally)
    assert found is not None
    return found


def dots(hands: Hands) -> dict[str, int]:
    project = hands.desk.project
    return {note.text or "": project.votes_on(note.id) for note in project.notes_of(hands.board.canvas)}


def test_a_number_and_entree_go_from_note_to_note_and_end_by_themselves(counting: Hands) -> None:
    bar = tally(counting)
    for number in ("5", "12", "0"):
        QTest.keyClicks(bar.line, number)
        QTest.keyClick(bar.line, Key.Key_Return)
    assert dots(counting) == {"a": 5, "b": 12, "c": 0}
    assert not bar.isVisible()
    assert counting.view.hasFocus()
    counting.desk.undo()
    assert dots(counting) == {"a": 5, "b": 0, "c": 0}


def test_entree_alone_leaves_a_note_as_it_is(counting: Hands) -> None:
    bar = tally(counting)
    QTest.keyClicks(bar.line, "3")
    QTest.keyClick(bar.line, Key.Key_Up)  # the first: one stays on it, and the number is kept
    QTest.keyClick(bar.line, Key.Key_Down)
    QTest.keyClick(bar.line, Key.Key_Up)
    assert bar.line.text() == "3"
    assert bar.line.selectedText() == "3"
    QTest.keyClick(bar.line, Key.Key_Return)
    assert dots(counting)["a"] == 3


def test_a_french_digits_row_counts_without_maj(counting: Hands) -> None:
    bar = tally(counting)
    for code, text in ((10, "&"), (19, "à")):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, NONE, code, 0, 0, text)
        QApplication.sendEvent(bar.line, event)
    assert bar.line.text() == "10"


def test_letters_and_numbers_too_big_are_not_counted(counting: Hands) -> None:
    bar = tally(counting)
    QTest.keyClicks(bar.line, "a7b9x9")
    assert bar.line.text() in ("79", "799")
    QTest.keyClick(bar.line, Key.Key_Return)
    assert dots(counting)["a"] <= 500


def test_a_click_on_another_note_counts_that_one(counting: Hands) -> None:
    bar = tally(counting)
    QTest.keyClicks(bar.line, "2")
    counting.click(counting.place(counting.box("note", "c")))
    QTest.keyClicks(bar.line, "4")
    QTest.keyClick(bar.line, Key.Key_Return)
    assert dots(counting) == {"a": 2, "b": 0, "c": 4}


def test_nothing_that_was_counted_is_shown_while_dots_are_hidden(counting: Hands) -> None:
    bar = tally(counting)
    counting.desk.do(notes.veil_votes(counting.desk.project, counting.board.canvas, True))
    QTest.keyClicks(bar.line, "6")
    QTest.keyClick(bar.line, Key.Key_Return)
    QTest.keyClick(bar.line, Key.Key_Up)
    assert bar.line.text() == ""
    assert "6" not in bar.where.text()
    assert dots(counting)["a"] == 6


def test_ctrl_z_while_counting_takes_back_the_last_number(counting: Hands) -> None:
    from tests.ui.canvas.hands import Modifier

    bar = tally(counting)
    QTest.keyClicks(bar.line, "6")
    QTest.keyClick(bar.line, Key.Key_Return)
    QTest.keyClick(bar.line, Key.Key_Z, Modifier.ControlModifier)
    assert dots(counting)["a"] == 0


def test_a_note_deleted_elsewhere_is_walked_past(counting: Hands) -> None:
    bar = tally(counting)
    row = counting.box("note", "a").row
    counting.desk.do(notes.delete_notes(counting.desk.project, [row]))
    assert bar.isVisible()
    QTest.keyClicks(bar.line, "1")
    QTest.keyClick(bar.line, Key.Key_Return)
    assert dots(counting) == {"b": 1, "c": 0}


def test_a_grid_without_notes_says_so(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    hands.pane.count_dots()
    assert not tally(hands).isVisible()
    assert heard == ["Il n’y a pas encore de note dont compter les gommettes."]


def test_the_count_ends_where_another_canvas_is_shown(counting: Hands, problem: str) -> None:
    bar = tally(counting)
    QTest.keyClicks(bar.line, "3")
    counting.page.show_canvas(problem)
    assert not bar.isVisible()
    assert len(counting.desk.project.vote) == 3


def test_the_dots_are_hidden_from_where_they_are_counted(counting: Hands) -> None:
    bar = tally(counting)
    QTest.keyClicks(bar.line, "3")
    bar.veiled.click()
    assert counting.desk.project.votes_veiled(counting.board.canvas)
    assert bar.line.text() == ""
    assert bar.line.hasFocus()
    bar.veiled.click()
    assert bar.line.text() == "3"


def test_the_bar_never_stands_on_the_note_that_is_counted(hands: Hands) -> None:
    hands.stand("actions", 2)
    for at in range(14):
        hands.type(f"n{at}")
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.board.go(hands.box("note", "n0").key)
    hands.pane.count_dots()
    bar = tally(hands)
    for _note in range(13):
        QTest.keyClick(bar.line, Key.Key_Return)
        assert not bar.geometry().intersects(bar.spot())
        assert hands.page.rect().contains(bar.geometry())
