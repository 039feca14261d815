"""What a screen reader finds: canvas → lane → cell → note, empty cells too, each with name and place."""

from time import perf_counter

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.notes import add_notes
from labdesk.domain.gesture import together
from labdesk.ui.canvas import grid_entries
from tests.ui.canvas.hands import Hands, Key, Modifier


def tree(hands: Hands) -> list[tuple[int, str]]:
    """(depth, name) of everything under the view, through the interfaces Qt hands out."""
    found = []

    def walk(interface: object, depth: int) -> None:
        found.append((depth, interface.text(QAccessible.Text.Name)))  # type: ignore[attr-defined]
        for rank in range(interface.childCount()):  # type: ignore[attr-defined]
            child = interface.child(rank)  # type: ignore[attr-defined]
            assert child is not None
            assert interface.indexOfChild(child) == rank  # type: ignore[attr-defined]
            walk(child, depth + 1)

    walk(QAccessible.queryAccessibleInterface(hands.view), 0)
    return found


def test_every_note_and_every_empty_cell_has_its_name_and_place(hands: Hands) -> None:
    hands.stand("pain_points", 2)
    for text in ("Trop long", "Trop loin"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    found = tree(hands)
    assert found[0] == (0, "Parcours usager, Refaire sa carte")
    assert (3, "Irritants, étape 3 sur 5, note 2 sur 2\u00a0: Trop loin") in found
    assert (2, "Irritants, étape 3 sur 5\u00a0: 2 notes") in found
    assert (2, "Irritants, étape 4 sur 5\u00a0: vide") in found
    assert (2, "Étape 3 sur 5\u00a0: Venir") in found
    assert all(name for _depth, name in found)


def test_a_sheet_is_read_box_by_box(hands: Hands, card: str) -> None:
    hands.page.show_canvas(card)
    found = tree(hands)
    assert (1, "Nom du prototype") in found
    assert (2, "Nom du prototype\u00a0: File unique") in found
    assert (2, "Points de vigilance\u00a0: Droit, non coché") in found


def test_what_is_gone_is_forgotten_and_what_moved_is_found_again(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Vient")
    hands.press(Key.Key_Escape)
    tree(hands)
    hands.press(Key.Key_Right, held=Modifier.AltModifier)
    names = [name for _depth, name in tree(hands)]
    assert "Actions de l’usager, étape 2 sur 5, note 1 sur 1\u00a0: Vient" in names
    assert "Actions de l’usager, étape 1 sur 5\u00a0: vide" in names
    spot = hands.page.reader.current()
    assert spot is not None
    assert hands.page.reader.name(spot) == "Actions de l’usager, étape 2 sur 5, note 1 sur 1\u00a0: Vient"
    assert hands.page.reader.question(spot).startswith("Que fait l’usager")
    assert not hands.page.reader.rect(spot).isEmpty()


def test_two_thousand_notes_are_read_and_followed_without_waiting(hands: Hands) -> None:
    project, canvas = hands.desk.project, hands.board.canvas
    steps = [step.id for step in project.steps_of(canvas)]
    lanes = ("actions", "touchpoints", "thoughts", "pain_points", "opportunities")
    made = [add_notes(project, canvas, lane, ["mot"] * 80, step=step)[1] for lane in lanes for step in steps]
    hands.desk.do(together("Beaucoup", made))
    began = perf_counter()
    assert len(tree(hands)) > 2_000
    walked = perf_counter() - began
    hands.stand("pain_points", 2)
    began = perf_counter()
    for _time in range(5):
        hands.press(Key.Key_D, held=Modifier.ControlModifier)
    followed = (perf_counter() - began) / 5
    print(f"2,000 notes: walked in {walked:.2f} s, a gesture followed in {followed * 1000:.0f} ms")
    assert walked < 3
    assert followed < 0.5


def test_what_qt_asks_of_a_note_is_answered_or_is_nothing(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Vient")
    hands.press(Key.Key_Escape)
    spot = hands.page.reader.current()
    assert spot is not None
    note = QAccessible.queryAccessibleInterface(spot)
    assert note.textInterface() is None  # a wrong answer here is a crash
    assert note.valueInterface() is None
    actions = note.actionInterface()
    assert actions.actionNames() == ["Press", "ShowMenu", "SetFocus"]
    actions.doAction("Press")
    QApplication.processEvents()
    assert hands.pane.scribe.typing
    state = note.state()
    assert (state.editable, state.readOnly, state.selected) == (1, 0, 1)


def test_a_folded_lane_says_so_and_its_head_can_be_opened(hands: Hands) -> None:
    lane = next(
        spot
        for part in hands.page.reader.parts()
        for spot in hands.page.reader.inside(part)
        if spot.key[0] == "lane"
    )
    head = QAccessible.queryAccessibleInterface(lane)
    assert (head.state().expandable, head.state().expanded, head.state().collapsed) == (1, 1, 0)
    hands.board.go(lane.key)
    grid_entries.fold(hands.pane)
    assert (head.state().expanded, head.state().collapsed) == (0, 1)
    assert head.text(QAccessible.Text.Name).endswith("repliée")
