"""Lanes: presets, the catalogue, lanes of the lab's own, folded, taken off; their notes always come back."""

from labdesk.ui.canvas import lanes
from tests.ui.canvas.hands import Hands, Key


def test_a_preset_shows_its_lanes_and_the_notes_of_the_others_wait(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    lanes.take_preset(hands.board, "empathie")
    assert lanes.shown(hands.board) == ["actions", "thoughts", "emotions"]
    lanes.switch(hands.board, "pain_points")
    assert lanes.shown(hands.board) == ["actions", "thoughts", "emotions", "pain_points"]
    assert hands.texts("pain_points", 0) == ["Trop long"]


def test_a_lane_that_comes_back_stands_where_the_type_has_it(hands: Hands) -> None:
    lanes.switch(hands.board, "touchpoints")
    assert "touchpoints" not in lanes.shown(hands.board)
    lanes.switch(hands.board, "touchpoints")
    assert lanes.shown(hands.board)[:2] == ["actions", "touchpoints"]


def test_a_labs_own_lane_takes_notes_and_can_be_renamed(hands: Hands) -> None:
    lanes.add_own(hands.board, "Météo")
    own = hands.board.current[2] if hands.board.current else ""
    hands.press(Key.Key_Right)
    hands.type("Il pleut")
    hands.press(Key.Key_Escape)
    assert hands.texts(own, 0) == ["Il pleut"]
    choice = next(c for c in lanes.catalogue(hands.board) if c.label.startswith("Météo"))
    assert choice.ticked
    lanes.switch(hands.board, own)
    assert own not in lanes.shown(hands.board)


def test_folding_all_lanes_is_one_gesture(hands: Hands) -> None:
    lanes.fold_all(hands.board, True)
    plan = hands.board.plan
    assert plan is not None
    assert all(box.folded for box in plan.boxes() if box.kind == "lane")
    hands.desk.undo()
    plan = hands.board.plan
    assert plan is not None
    assert not any(box.folded for box in plan.boxes())


def test_the_catalogue_opens_ticks_and_makes_new_lanes(hands: Hands) -> None:
    from labdesk.ui.canvas.chooser import Chooser

    lanes.choose(hands.board, hands.view)
    chooser = hands.view.findChild(Chooser)
    assert chooser is not None
    chooser.line.setText("aidants")
    chooser.list.itemActivated.emit(chooser.list.item(0))
    assert "helpers" in lanes.shown(hands.board)
    assert chooser.isVisible()
    chooser.line.setText("Ce que dit la loi")
    chooser.list.itemActivated.emit(chooser.list.item(0))
    labels = [lane.label for lane in hands.desk.project.lanes_of(hands.board.canvas)]
    assert "Ce que dit la loi" in labels
