"""What one can do stands in words in a menu, with icon and keys; the right button shows what fits."""

from PySide6.QtWidgets import QWidget

from labdesk.ui.canvas import context_menu, entries, grid_entries
from tests.ui.canvas.hands import Hands, Key


def test_every_entry_has_words_an_icon_and_keys_of_its_own(hands: Hands) -> None:
    every = list(entries.entries(hands.pane))
    keys = [key for entry in every for key in entry.keys]
    assert len(keys) == len(set(keys))
    assert all(entry.words and entry.icon for entry in every)
    owner = QWidget(hands.page)
    actions = entries.add_actions(owner, hands.pane)
    assert all(not action.icon().isNull() for action in actions)


def test_the_right_button_shows_what_fits_the_thing(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    words = [action.text() for action in context_menu.context_menu(hands.pane, hands.page).actions()]
    assert "Dupliquer" in words
    assert "Preuve" in words
    hands.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    words = [action.text() for action in context_menu.context_menu(hands.pane, hands.page).actions()]
    assert "Couper la phase avant cette étape" in words
    assert "Dupliquer" not in words


def test_steps_and_phases_are_added_cut_and_joined(hands: Hands) -> None:
    hands.stand("actions", 2)
    grid_entries.add_step(hands.pane)
    hands.type("Remplir")
    hands.press(Key.Key_Escape)
    labels = [step.label for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert labels == ["Voir", "Lire", "Venir", "Remplir", "Attendre", "Signer"]
    grid_entries.split_phase(hands.pane)
    assert len(hands.desk.project.phases_of(hands.board.canvas)) == 3
    hands.press(Key.Key_Up)
    grid_entries.merge_phase(hands.pane)
    assert len(hands.desk.project.phases_of(hands.board.canvas)) == 2
    hands.stand("actions", 0)
    grid_entries.add_phase(hands.pane)
    hands.type("Préparer")
    hands.press(Key.Key_Escape)
    phases = [phase.label for phase in hands.desk.project.phases_of(hands.board.canvas)]
    assert phases == ["Découvrir", "Préparer", "Demander"]


def test_evidence_of_several_notes_is_one_gesture(hands: Hands) -> None:
    hands.stand("pain_points")
    for text in ("a", "b"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.board.choose([note.id for note in hands.desk.project.note.values()])
    context_menu.say_of_notes(hands.pane, "evidence", "observed")
    assert {note.evidence for note in hands.desk.project.note.values()} == {"observed"}
    hands.desk.undo()
    assert {note.evidence for note in hands.desk.project.note.values()} == {None}


def test_a_lane_is_folded_from_any_of_its_cells(hands: Hands) -> None:
    hands.stand("thoughts", 1)
    grid_entries.fold(hands.pane)
    assert hands.desk.project.lane[f"{hands.board.canvas}/thoughts"].folded == 1
