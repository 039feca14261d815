"""Going about a canvas by keys: arrows, Tab, jumps, selections, and who has the ring."""

from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def test_arrows_go_from_note_to_note_and_from_cell_to_cell(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("a")
    hands.press(Key.Key_Return)
    hands.type("b")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Up)
    assert hands.here == ("actions", 0, "a")
    hands.press(Key.Key_Down, Key.Key_Down)
    assert hands.here == ("touchpoints", 0, "")
    hands.press(Key.Key_Right, Key.Key_Right)
    assert hands.here == ("touchpoints", 2, "")
    hands.press(Key.Key_End)
    assert hands.here == ("touchpoints", 4, "")
    hands.press(Key.Key_Home)
    assert hands.here == ("touchpoints", 0, "")
    hands.press(Key.Key_PageDown)
    assert hands.here[0] == "thoughts"


def test_tab_on_a_sheet_goes_from_zone_to_zone_and_leaves_only_at_its_ends(
    page: CanvasPage, desk: Desk
) -> None:
    canvas, gesture = canvases.create_canvas(desk.project, kind("persona"))
    desk.do(gesture)
    page.show_canvas(canvas)
    hands = Hands(page)
    hands.stand("name")
    hands.type("Mireille")
    hands.press(Key.Key_Return)
    seen: list[str] = []
    while hands.view.hasFocus() and len(seen) < 20:
        seen.append(hands.here[0])
        hands.press(Key.Key_Tab)
    assert seen == [part.id for part in hands.board.plan.parts]  # type: ignore[union-attr]
    hands.view.setFocus()
    for zone in reversed(seen[:-1]):
        hands.press(Key.Key_Backtab)
        assert hands.here[0] == zone
    hands.press(Key.Key_Backtab)
    assert not hands.view.hasFocus()


def test_tab_on_a_grid_goes_to_the_next_step_then_to_the_next_lane(hands: Hands) -> None:
    hands.stand("actions")
    hands.press(Key.Key_Tab)
    assert hands.here == ("actions", 1, "")
    hands.stand("actions", 4)
    hands.press(Key.Key_Tab)
    assert hands.here == ("touchpoints", 0, "")
    hands.press(Key.Key_Backtab)
    assert hands.here == ("actions", 4, "")
    hands.press(Key.Key_Home, Key.Key_Left)
    assert hands.board.box is not None
    hands.press(Key.Key_Tab)
    assert hands.here[0] == "actions"
    hands.press(Key.Key_Backtab)
    assert hands.board.box.kind in ("add", "step", "cell")


def test_control_and_a_digit_jump_to_a_lane_on_a_french_keyboard_too(hands: Hands) -> None:
    hands.stand("actions", 3)
    hands.press(Key.Key_5, held=CONTROL)
    assert hands.here == ("pain_points", 3, "")
    hands.press(Key.Key_Eacute, held=CONTROL)
    assert hands.here == ("touchpoints", 3, "")
    hands.scan(15, "-", CONTROL, Key.Key_Minus)
    assert hands.here == ("bright_spots", 3, "")


def test_maj_arrows_select_several_notes_that_move_together(hands: Hands) -> None:
    hands.stand("actions")
    for text in ("a", "b", "c"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Up, held=SHIFT)
    assert len(hands.board.picked()) == 2
    hands.press(Key.Key_Right, held=ALT)
    assert (hands.texts("actions", 0), hands.texts("actions", 1)) == (["a"], ["b", "c"])
    hands.desk.undo()
    assert hands.texts("actions", 0) == ["a", "b", "c"]


def test_what_wears_the_ring_is_told_when_the_keyboard_comes_back(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("actions", 2)
    hands.desk.select(None)
    hands.view.clearFocus()
    with qtbot.waitSignal(hands.desk.selected) as told:
        hands.view.setFocus()
    assert told.args[0].zone == "actions"


def test_a_space_or_an_unknown_key_is_left_to_others(hands: Hands) -> None:
    hands.stand("actions")
    hands.press(Key.Key_Space, Key.Key_F7)
    assert not hands.pane.scribe.typing
