"""Help beside a sentence being typed: blanks that write it, proposals one key applies, days beside a date."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from labdesk.domain.commands import canvases
from labdesk.ui.canvas.almanac import Almanac, as_day
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.phrasing import Phrasing
from labdesk.ui.desk import Desk
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier

NNBSP = "\u202f"


@pytest.fixture
def hands(page: CanvasPage, problem: str) -> Hands:
    page.show_canvas(problem)
    return Hands(page)


@pytest.fixture
def workshop(page: CanvasPage, desk: Desk) -> Hands:
    canvas, gesture = canvases.create_canvas(desk.project, kind("workshop"))
    desk.do(gesture)
    page.show_canvas(canvas)
    return Hands(page)


def help_of(hands: Hands) -> Phrasing:
    shown = hands.pane.asides.shown
    assert isinstance(shown, Phrasing)
    assert shown.isVisible()
    return shown


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def type_in(words: str) -> None:
    QTest.keyClicks(focus(), words)


def press(key: Key, held: Modifier = Modifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, held)


def test_four_blanks_write_the_statement_as_one_fills_them(hands: Hands) -> None:
    hands.stand("statement")
    hands.press(Key.Key_Return)
    panel = help_of(hands)
    press(Key.Key_Down)
    assert focus() is panel.lines[0]
    for words in ("Awa", "une date", "elle attend", "rien"):
        type_in(words)
        if words != "rien":
            press(Key.Key_Return)
    assert hands.pane.typist.text == "Awa a besoin d’une date parce qu’elle attend, or rien."
    press(Key.Key_Return)
    assert not hands.pane.scribe.typing
    assert hands.view.hasFocus()
    assert hands.value("statement") == "Awa a besoin d’une date parce qu’elle attend, or rien."
    hands.desk.undo()
    assert hands.value("statement") is None


def test_who_types_freely_sees_the_blanks_follow_and_is_never_stopped(hands: Hands) -> None:
    hands.stand("statement")
    hands.type("Awa a besoin de temps parce que tout va vite")
    assert [line.text() for line in help_of(hands).lines] == ["Awa", "temps", "tout va vite", ""]
    hands.press(Key.Key_Tab)
    assert hands.value("statement") == "Awa a besoin de temps parce que tout va vite"
    assert hands.board.zone().id == "challenge"  # type: ignore[union-attr]


def test_one_key_says_the_challenge_in_its_form_and_one_undo_takes_that_back(hands: Hands) -> None:
    hands.stand("challenge")
    hands.type("Reduire le delai des agents")
    hands.press(Key.Key_Return, held=Modifier.AltModifier)
    said = f"Comment pourrions-nous reduire le delai des agents{NNBSP}?"
    assert hands.pane.typist.text == said
    assert hands.pane.typist.editor.hasFocus()
    hands.press(Key.Key_Escape)
    assert hands.texts("challenge") == [said]
    hands.desk.undo()
    assert hands.texts("challenge") == ["Reduire le delai des agents"]


def test_a_proposal_is_reached_with_the_arrows_and_taken_with_entree(hands: Hands) -> None:
    hands.stand("challenge")
    hands.type("Comment pourrions-nous creer une application pour suivre son dossier ?")
    panel = help_of(hands)
    panel._advise()
    hands.press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert focus() is panel.advice[0].button
    press(Key.Key_Return)
    assert hands.pane.typist.text == f"Comment pourrions-nous permettre de suivre son dossier{NNBSP}?"


def test_there_is_no_trap_tab_leaves_after_the_last_blank_and_maj_tab_comes_back(hands: Hands) -> None:
    hands.stand("challenge")
    hands.press(Key.Key_Return)
    panel = help_of(hands)
    press(Key.Key_Down)
    press(Key.Key_Backtab, Modifier.ShiftModifier)
    assert hands.pane.typist.editor.hasFocus()
    press(Key.Key_Down)
    for _line in panel.lines:
        press(Key.Key_Tab)
    assert not panel.isVisible()


def test_ctrl_z_in_a_blank_takes_back_the_burst(hands: Hands) -> None:
    hands.stand("statement")
    hands.press(Key.Key_Return)
    press(Key.Key_Down)
    type_in("Awa")
    press(Key.Key_Z, Modifier.ControlModifier)
    assert not hands.pane.scribe.typing
    assert hands.value("statement") is None


def test_a_click_elsewhere_keeps_what_the_blanks_wrote(hands: Hands) -> None:
    hands.stand("statement")
    hands.press(Key.Key_Return)
    press(Key.Key_Down)
    type_in("Awa")
    hands.view.setFocus()
    assert hands.value("statement") == "Awa a besoin de …"


def test_the_canvas_deleted_under_the_feet_closes_the_help(hands: Hands) -> None:
    hands.stand("statement")
    hands.press(Key.Key_Return)
    press(Key.Key_Down)
    type_in("Awa")
    hands.desk.do(canvases.delete_canvas(hands.desk.project, hands.board.canvas))
    hands.page.show_canvas("")
    assert hands.pane.asides.shown is None


def test_other_boxes_have_no_help(hands: Hands) -> None:
    hands.stand("facts")
    hands.type("63 jours")
    assert hands.pane.asides.shown is None


@pytest.mark.parametrize("width", [1310, 900, 420])
def test_the_help_stands_inside_the_window_and_not_on_what_is_typed(hands: Hands, width: int) -> None:
    hands.page.resize(width, 640)
    QApplication.processEvents()
    hands.stand("statement")
    hands.press(Key.Key_Return)
    panel = help_of(hands)
    around = hands.pane.rect()
    assert around.contains(panel.geometry())
    if width >= 900:
        editor = panel.editor
        corner = editor.mapTo(hands.pane, editor.rect().topLeft())
        assert not panel.geometry().intersects(editor.rect().translated(corner))


def test_a_decision_says_who_and_takes_its_day_from_the_calendar(workshop: Hands) -> None:
    workshop.stand("decisions")
    workshop.press(Key.Key_Return)
    panel = help_of(workshop)
    press(Key.Key_Down)
    type_in("Tester")
    press(Key.Key_Tab)
    type_in("SGC")
    press(Key.Key_Tab)
    assert panel.days is not None
    assert panel.days.isVisible()
    press(Key.Key_Tab)
    panel.days.setSelectedDate(QDate(2027, 3, 30))
    press(Key.Key_Return)
    assert isinstance(focus(), QLineEdit)
    press(Key.Key_Escape)
    assert workshop.texts("decisions") == ["Tester (SGC, 30/03/2027)"]


def test_a_date_is_chosen_among_days_by_keys(workshop: Hands) -> None:
    workshop.stand("date")
    workshop.press(Key.Key_Return)
    almanac = workshop.pane.asides.shown
    assert isinstance(almanac, Almanac)
    workshop.type("9/3/2027")
    assert almanac.days.selectedDate() == QDate(2027, 3, 9)
    press(Key.Key_Down)
    press(Key.Key_Right)
    press(Key.Key_PageDown)
    press(Key.Key_Return)
    assert workshop.value("date") == "2027-04-10"
    workshop.press(Key.Key_Return)
    press(Key.Key_Down)
    press(Key.Key_Escape)
    assert workshop.view.hasFocus()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 mars 2027", "2027-03-09"),
        ("1er août 2027", "2027-08-01"),
        ("9/3/27", "2027-03-09"),
        ("jamais", ""),
        ("", ""),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: str) -> None:
    found = as_day(text)
    assert (found.isoformat() if found else "") == day
