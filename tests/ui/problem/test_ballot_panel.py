"""Three challenges at most: the fourth waits for a place, dots are counted, the preferred stay."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.domain.commands import canvases, notes
from labdesk.domain.gesture import together
from labdesk.ui.desk import Desk
from labdesk.ui.problem.ballot_panel import BallotPanel
from labdesk.ui.problem.problem_place import ProblemPlace
from labdesk.ui.style import Look
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key


@pytest.fixture
def place(desk: Desk, look: Look, around: QWidget) -> Iterator[ProblemPlace]:
    made = ProblemPlace(desk, look)
    made.setParent(around)
    made.resize(1310, 600)
    around.show()
    made.show()
    made.begin(kind("problem"))
    yield made
    made.leave()


@pytest.fixture
def hands(place: ProblemPlace) -> Hands:
    return Hands(place.page)


def fill(place: ProblemPlace, count: int) -> list[str]:
    texts = [f"Comment pourrions-nous faire {n} ?" for n in range(count)]
    made, gesture = notes.add_notes(place.desk.project, place.canvas, "challenge", texts)
    place.desk.do(gesture)
    return list(made)


def panel(place: ProblemPlace) -> BallotPanel:
    assert place.ballot is not None
    assert place.ballot.isVisible()
    return place.ballot


def test_a_fourth_challenge_waits_with_what_was_typed_and_replaces_the_one_chosen(
    place: ProblemPlace, hands: Hands
) -> None:
    made = fill(place, 3)
    hands.stand("challenge")
    hands.type("A")
    shown = panel(place)
    assert not hands.pane.scribe.typing
    assert shown.new.hasFocus()
    QTest.keyClicks(shown.new, "ccueillir chacun")
    QTest.mouseClick(shown.lines[made[1]].deed, Qt.MouseButton.LeftButton)
    assert hands.texts("challenge")[1] == "Accueillir chacun"
    assert len(hands.texts("challenge")) == 3
    assert not shown.isVisible()
    place.desk.undo()
    assert made[1] in place.desk.project.note


def test_entree_after_the_third_opens_nothing(place: ProblemPlace, hands: Hands) -> None:
    fill(place, 2)
    hands.stand("challenge")
    hands.type("Trois")
    hands.press(Key.Key_Return)
    assert len(hands.texts("challenge")) == 3
    assert not hands.pane.scribe.typing
    assert place.ballot is None or not place.ballot.isVisible()


def test_echap_gives_the_keyboard_back_and_nothing_was_done(place: ProblemPlace, hands: Hands) -> None:
    fill(place, 3)
    hands.stand("challenge")
    hands.type("B")
    panel(place).new.clear()
    QTest.keyClick(panel(place).new, Qt.Key.Key_Escape)
    assert hands.view.hasFocus()
    assert len(hands.texts("challenge")) == 3


def test_echap_keeps_a_fourth_challenge_that_was_written(place: ProblemPlace, hands: Hands) -> None:
    fill(place, 3)
    hands.stand("challenge")
    hands.type("B")
    shown, said = panel(place), list[str]()
    place.desk.idle.connect(said.append)
    QTest.keyClicks(shown.new, "ien lire")
    QTest.keyClick(shown.new, Qt.Key.Key_Escape)
    assert hands.texts("challenge")[3:] == ["Bien lire"]
    assert "4 défis" in said[-1]  # one too many: the table chooses
    assert hands.view.hasFocus()
    assert not shown.isVisible()
    place.desk.undo()
    assert len(hands.texts("challenge")) == 3


def test_dots_choose_the_challenge_retained_and_name_the_canvas(place: ProblemPlace, hands: Hands) -> None:
    made = fill(place, 3)
    place.voting.trigger()
    shown = panel(place)
    for _dot in range(2):
        QTest.mouseClick(shown.lines[made[2]].more, Qt.MouseButton.LeftButton)
    assert place.desk.project.votes_on(made[2]) == 2
    QTest.mouseClick(shown.ranking, Qt.MouseButton.LeftButton)
    assert hands.texts("challenge")[0] == "Comment pourrions-nous faire 2 ?"
    assert place.shown_title(place.canvas) == "Comment pourrions-nous faire 2 ?"
    assert "retenu" in hands.board.said(hands.box("note", "Comment pourrions-nous faire 2 ?").key)


def test_a_paste_of_five_is_kept_whole_and_the_table_chooses_three(place: ProblemPlace, hands: Hands) -> None:
    hands.stand("challenge")
    made = fill(place, 5)
    shown = panel(place)
    assert "5" in shown._said.text()
    place.desk.do(together("x", [notes.vote(place.desk.project, made[rank], 1) for rank in (2, 4)]))
    QTest.mouseClick(shown.ranking, Qt.MouseButton.LeftButton)
    assert [note.id for note in place.desk.project.notes_at(place.canvas, "challenge")] == [
        made[2],
        made[4],
        made[0],
    ]
    place.desk.undo()
    assert len(place.desk.project.notes_at(place.canvas, "challenge")) == 5


def test_the_canvas_deleted_under_it_closes_the_panel(place: ProblemPlace) -> None:
    fill(place, 2)
    place.voting.trigger()
    shown = panel(place)
    place.desk.do(canvases.delete_canvas(place.desk.project, place.canvas))
    assert not shown.isVisible()


def test_without_a_challenge_it_says_so(place: ProblemPlace) -> None:
    heard: list[str] = []
    place.desk.idle.connect(heard.append)
    place.voting.trigger()
    assert heard
    assert place.ballot is None


def test_every_button_has_a_name_of_its_own(place: ProblemPlace) -> None:
    fill(place, 3)
    place.voting.trigger()
    names = [
        w.accessibleName() for line in panel(place).lines.values() for w in (line.fewer, line.more, line.deed)
    ]
    assert all(names)
    assert len(set(names)) == len(names)
    QApplication.processEvents()


def test_who_goes_elsewhere_without_a_choice_loses_no_challenge(place: ProblemPlace, hands: Hands) -> None:
    made = fill(place, 3)
    first = place.canvas
    hands.stand("challenge")
    hands.type("A")
    QTest.keyClicks(panel(place).new, "ccueillir chacun")
    place.begin(kind("problem"))
    kept = [note.text for note in place.desk.project.notes_at(first, "challenge")]
    assert "Accueillir chacun" in kept
    assert len(kept) == 4
    place.work_on(first)
    hands.stand("challenge")
    hands.type("B")
    QTest.keyClicks(panel(place).new, "ouger ensemble")
    place.desk.settling.emit()  # as before an undo by mouse, or when the window closes
    assert "Bouger ensemble" in hands.texts("challenge")
    assert made[0] in place.desk.project.note
