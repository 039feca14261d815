"""The mouse on a canvas: select, edit, drag notes, faces and heads, draw a band, push the table."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from labdesk.ui.canvas import lanes
from labdesk.ui.canvas.heads_item import fold_mark
from labdesk.ui.canvas.ink import to_qt
from tests.ui.canvas.hands import Hands, Key, Modifier


def three_notes(hands: Hands) -> None:
    hands.stand("actions")
    for text in ("a", "b", "c"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)


def cell(hands: Hands, zone: str, step: int) -> QPoint:
    plan = hands.board.plan
    assert plan is not None
    name = list(plan.columns)[step]
    box = next(b for b in plan.boxes() if b.kind == "cell" and b.zone == zone and b.step == name)
    return hands.place(box)


def test_a_click_selects_and_a_double_click_edits(hands: Hands) -> None:
    three_notes(hands)
    hands.click(hands.place(hands.box("note", "b")))
    assert hands.here == ("actions", 0, "b")
    assert not hands.pane.scribe.typing
    hands.double_click(hands.place(hands.box("note", "b")))
    hands.type("is")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["a", "bis", "c"]


def test_a_double_click_on_an_empty_cell_begins_a_note(hands: Hands) -> None:
    hands.double_click(cell(hands, "thoughts", 1))
    hands.type("Tiens")
    hands.press(Key.Key_Escape)
    assert hands.texts("thoughts", 1) == ["Tiens"]


def test_add_is_shown_in_the_current_cell_and_a_click_on_it_begins_a_note(hands: Hands) -> None:
    hands.stand("touchpoints", 1)
    ghost = hands.pane.focus.ghost
    assert ghost is not None
    hands.click(hands.view.on_screen(to_qt(ghost)).center().toPoint())
    hands.type("Guichet")
    hands.press(Key.Key_Escape)
    assert hands.texts("touchpoints", 1) == ["Guichet"]


def test_control_and_maj_clicks_select_several(hands: Hands) -> None:
    three_notes(hands)
    hands.click(hands.place(hands.box("note", "a")))
    hands.click(hands.place(hands.box("note", "c")), Modifier.ShiftModifier)
    assert len(hands.board.picked()) == 3
    hands.click(hands.place(hands.box("note", "b")), Modifier.ControlModifier)
    assert len(hands.board.picked()) == 2
    assert hands.pane.scene.note(hands.board.picked()[0]).chosen  # type: ignore[union-attr]


def test_a_note_is_dragged_to_another_cell_and_back_by_undo(hands: Hands) -> None:
    three_notes(hands)
    hands.drag(hands.place(hands.box("note", "b")), cell(hands, "pain_points", 2))
    assert (hands.texts("actions", 0), hands.texts("pain_points", 2)) == (["a", "c"], ["b"])
    hands.desk.undo()
    assert hands.texts("actions", 0) == ["a", "b", "c"]


def test_a_note_is_dragged_between_two_others(hands: Hands) -> None:
    three_notes(hands)
    below_a = hands.place(hands.box("note", "a")) + QPoint(0, 16)
    hands.drag(hands.place(hands.box("note", "c")), below_a)
    assert hands.texts("actions", 0) == ["a", "c", "b"]


def test_selected_notes_are_dragged_together_in_their_order(hands: Hands) -> None:
    three_notes(hands)
    hands.press(Key.Key_Up, held=Modifier.ShiftModifier)
    hands.drag(hands.place(hands.box("note", "c")), cell(hands, "touchpoints", 1))
    assert hands.texts("touchpoints", 1) == ["b", "c"]


def test_a_note_let_go_outside_stays_where_it_was(hands: Hands) -> None:
    three_notes(hands)
    hands.drag(hands.place(hands.box("note", "b")), QPoint(60, 20))
    assert hands.texts("actions", 0) == ["a", "b", "c"]


def test_a_face_is_dragged_up_to_very_pleasant(hands: Hands) -> None:
    hands.stand("emotions", 1)
    hands.press(Key.Key_3)
    start = cell(hands, "emotions", 1)
    hands.drag(start, start - QPoint(0, 70))
    assert hands.value("emotions", 1) == 2


def test_a_band_selects_the_notes_it_touches(hands: Hands) -> None:
    three_notes(hands)
    first, last = hands.place(hands.box("note", "a")), hands.place(hands.box("note", "b"))
    empty = first + QPoint(180, -10)
    hands.drag(empty, last + QPoint(0, 4))
    texts = [hands.desk.project.note[row].text for row in hands.board.picked()]
    assert texts == ["a", "b"]


def test_steps_phases_and_lanes_are_dragged_by_their_heads(hands: Hands) -> None:
    beside = hands.place(hands.box("step", "Attendre")) + QPoint(70, 0)
    hands.drag(hands.place(hands.box("step", "Voir")), beside)
    labels = [step.label for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert labels == ["Lire", "Venir", "Attendre", "Voir", "Signer"]
    before = hands.place(hands.box("phase", "Découvrir")) - QPoint(140, 0)
    hands.drag(hands.place(hands.box("phase", "Demander")), before)
    phases = [phase.label for phase in hands.desk.project.phases_of(hands.board.canvas)]
    assert phases == ["Demander", "Découvrir"]
    lane = hands.box("lane", "Points de contact")
    hands.drag(hands.place(lane), hands.place(hands.box("lane", "Actions de l’usager")))
    lanes = [lane.zone for lane in hands.desk.project.lanes_of(hands.board.canvas)]
    assert lanes[:2] == ["touchpoints", "actions"]


def test_the_middle_button_pushes_the_table(hands: Hands) -> None:
    hands.view.set_zoom(2.0)
    hands.view.horizontalScrollBar().setValue(0)
    bar = hands.view.horizontalScrollBar()
    before, middle = bar.value(), Qt.MouseButton.MiddleButton
    hands.mouse(QEvent.Type.MouseButtonPress, QPoint(300, 200), button=middle)
    hands.mouse(QEvent.Type.MouseMove, QPoint(200, 200), button=middle)
    hands.mouse(QEvent.Type.MouseButtonRelease, QPoint(200, 200), button=middle)
    assert bar.value() == before + 100


def test_a_click_on_an_answer_of_a_sheet_opens_it_and_on_an_option_ticks_it(hands: Hands, card: str) -> None:
    hands.page.show_canvas(card)
    hands.stand("pitch")
    box = hands.board.box
    assert box is not None
    hands.click(hands.place(box))
    hands.type("Une file pour tous")
    hands.press(Key.Key_Escape)
    assert hands.value("pitch") == "Une file pour tous"
    hands.click(hands.place(hands.box("option", "Droit")))
    assert hands.desk.project.chosen(hands.board.canvas, "checks") == ("law",)


def test_a_step_is_added_at_the_end_by_the_mouse_and_named_at_once(hands: Hands) -> None:
    hands.click(hands.place(hands.box("add", "")))
    hands.type("Repartir")
    hands.press(Key.Key_Escape)
    labels = [step.label for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert labels == ["Voir", "Lire", "Venir", "Attendre", "Signer", "Repartir"]


def test_a_lane_is_folded_and_opened_by_its_mark(hands: Hands) -> None:
    lane = hands.box("lane", "Irritants")
    for folded in (1, 0):
        lane = hands.box("lane", "Irritants")
        mark = fold_mark(lane, hands.pane.scene.ink)
        hands.click(hands.view.on_screen(to_qt(mark)).center().toPoint())
        assert hands.desk.project.lane[lane.row].folded == folded


def test_a_dragged_face_is_seen_at_its_level_before_it_is_let_go(hands: Hands) -> None:
    plan = hands.board.plan
    assert plan is not None
    item = hands.pane.scene.part_item(f"{hands.board.canvas}/emotions")
    curve = item.curve if item is not None else None
    assert curve is not None
    start = cell(hands, "emotions", 2)
    hands.mouse(QEvent.Type.MouseButtonPress, start)
    for way in (20, 45, 70):
        hands.mouse(QEvent.Type.MouseMove, start + QPoint(0, way))
    shown: list[object] = [curve.held]
    assert hands.value("emotions", 2) is None
    before = hands.view.grab().toImage()
    hands.mouse(QEvent.Type.MouseMove, start)
    assert hands.view.grab().toImage() != before
    hands.mouse(QEvent.Type.MouseButtonRelease, start)
    shown.append(curve.held)
    assert shown == [(list(plan.columns)[2], -2), None]
    assert hands.value("emotions", 2) == 0
    assert hands.desk.undo_label == "Noter"
    hands.desk.undo()
    assert hands.value("emotions", 2) is None


def test_a_face_in_the_hand_outlives_a_change_of_text_size(hands: Hands) -> None:
    start = cell(hands, "emotions", 2)
    hands.mouse(QEvent.Type.MouseButtonPress, start)
    for way in (20, 45):
        hands.mouse(QEvent.Type.MouseMove, start + QPoint(0, way))
    hands.page.look.become(scale=1.25)
    there = cell(hands, "emotions", 2)
    hands.mouse(QEvent.Type.MouseMove, there)
    item = hands.pane.scene.part_item(f"{hands.board.canvas}/emotions")
    curve = item.curve if item is not None else None
    assert curve is not None
    assert curve.held is not None
    hands.mouse(QEvent.Type.MouseButtonRelease, there)
    assert curve.held is None


@pytest.mark.parametrize("kind", ["phase", "step", "note"])
def test_what_is_in_the_hand_stays_behind_when_another_canvas_comes_under_it(
    hands: Hands, problem: str, kind: str
) -> None:
    three_notes(hands)
    plan, journey, before = hands.board.plan, hands.board.canvas, hands.desk.undo_label
    assert plan is not None
    start = hands.place(next(box for box in plan.boxes() if box.kind == kind))
    hands.mouse(QEvent.Type.MouseButtonPress, start)
    for way in (20, 45):
        hands.mouse(QEvent.Type.MouseMove, start + QPoint(way, 0))
    hands.page.show_canvas(problem)
    hands.mouse(QEvent.Type.MouseMove, start + QPoint(90, 0))
    hands.mouse(QEvent.Type.MouseButtonRelease, start + QPoint(90, 0))
    assert hands.desk.undo_label == before
    hands.page.show_canvas(journey)
    assert hands.texts("actions", 0) == ["a", "b", "c"]


def test_a_folded_curve_takes_no_level_from_a_drag(hands: Hands) -> None:
    lanes.fold(hands.board, f"{hands.board.canvas}/emotions")
    start = cell(hands, "emotions", 2)
    hands.drag(start, start + QPoint(0, 8))
    assert hands.value("emotions", 2) is None


def test_add_never_covers_a_note_of_the_next_lane(hands: Hands) -> None:
    three_notes(hands)
    hands.stand("touchpoints", 0)
    hands.type("Guichet")
    hands.press(Key.Key_Escape)
    below = hands.box("note", "Guichet").rect
    hands.click(hands.place(hands.box("note", "c")))
    ghost = hands.pane.focus.ghost
    assert ghost is not None
    assert ghost.bottom - below.y < 6
    hands.click(hands.view.on_screen(to_qt(ghost)).center().toPoint())
    hands.type("d")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["a", "b", "c", "d"]
