"""What is seen is drawn at once, what is out of sight in the pauses; nothing is forgotten on the way."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands import notes
from labdesk.domain.gesture import together
from tests.ui.canvas.hands import Hands

LOW = "opportunities"


def filled(hands: Hands, count: int = 60) -> str:
    """Many notes above, one note in the lowest lane: out of sight on a small laptop."""
    project, canvas = hands.desk.project, hands.board.canvas
    step = project.steps_of(canvas)[0].id
    _rows, many = notes.add_notes(project, canvas, "actions", ["Note"] * count, step=step)
    low, one = notes.add_note(project, canvas, LOW, "Un guichet", step=step)
    hands.desk.do(together("Remplir", (many, one)))
    hands.view.verticalScrollBar().setValue(0)
    return low


def top_of(hands: Hands, note: str) -> float:
    """Where a note is painted, whatever waits."""
    part = next(part for part in hands.page.scene._parts.values() if note in part.notes)
    return part.notes[note].scenePos().y()


def planned(hands: Hands, note: str) -> float:
    """Where a note stands in the arrangement."""
    assert hands.board.plan is not None
    box = next(box for box in hands.board.plan.boxes() if box.row == note)
    return box.rect.y


def test_a_row_that_grows_pushes_what_is_out_of_sight_in_the_pauses(hands: Hands) -> None:
    low = filled(hands)
    QTest.qWait(50)
    before = top_of(hands, low)
    step = hands.desk.project.steps_of(hands.board.canvas)[0].id
    hands.desk.do(
        notes.add_notes(hands.desk.project, hands.board.canvas, "actions", ["Autre"] * 3, step=step)[1]
    )
    assert planned(hands, low) > before
    assert top_of(hands, low) == before
    QTest.qWait(50)
    assert top_of(hands, low) == planned(hands, low)


def test_who_looks_there_before_the_pause_sees_it_in_its_place(hands: Hands) -> None:
    low = filled(hands)
    hands.view.verticalScrollBar().setValue(hands.view.verticalScrollBar().maximum())
    assert top_of(hands, low) == planned(hands, low)


def test_who_asks_for_a_note_gets_it_wherever_it_is(hands: Hands) -> None:
    low = filled(hands)
    item = hands.page.scene.note(low)
    assert item is not None
    assert item.scenePos().y() == planned(hands, low)
    assert {note.box.row for note in hands.page.scene.notes()} == set(hands.desk.project.note)


def test_an_undo_in_the_middle_of_a_pause_leaves_nothing_behind(hands: Hands) -> None:
    filled(hands)
    QApplication.processEvents()
    hands.desk.undo()
    QTest.qWait(50)
    assert hands.page.scene.notes() == []
    hands.desk.redo()
    QTest.qWait(50)
    assert len(hands.page.scene.notes()) == 61
