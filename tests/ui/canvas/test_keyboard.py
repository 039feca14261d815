"""The keyboard model of a canvas: every key of the design, as a scribe in a loud room uses it."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases
from labdesk.ui.canvas import deeds, lanes
from labdesk.ui.canvas.grid_entries import merge_phase, split_phase
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.typist import SILENCE
from labdesk.ui.desk import Desk
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def test_a_letter_on_a_cell_begins_a_note(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Ça marche à Besançon")
    assert hands.pane.scribe.typing
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Ça marche à Besançon"]
    assert hands.view.hasFocus()


def test_entree_goes_on_with_the_next_note_of_the_same_cell(hands: Hands) -> None:
    hands.stand("pain_points", 2)
    for text in ("Trop long", "Trop loin", "Fermé à midi"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    assert hands.texts("pain_points", 2) == ["Trop long", "Trop loin", "Fermé à midi"]
    assert hands.here == ("pain_points", 2, "Fermé à midi")


def test_a_scribe_needs_one_key_more_for_each_note(hands: Hands) -> None:
    hands.stand("actions")
    for rank in range(20):
        hands.type(f"note {rank}")
        hands.press(Key.Key_Tab if rank % 4 == 3 else Key.Key_Return)
        if rank % 20 == 15:
            hands.press(Key.Key_Escape)
            hands.press(Key.Key_Home)
    hands.press(Key.Key_Escape)
    notes = [note for note in hands.desk.project.note.values() if note.zone == "actions"]
    assert len(notes) == 20


def test_tab_goes_to_the_next_step_and_maj_tab_comes_back(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Ouvre le site")
    hands.press(Key.Key_Tab)
    hands.type("Lit la page")
    hands.press(Key.Key_Backtab)
    hands.type("Le ferme")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Ouvre le site", "Le ferme"]
    assert hands.texts("actions", 1) == ["Lit la page"]


def test_tab_on_the_last_step_makes_the_journey_longer(hands: Hands) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    hands.press(Key.Key_Tab)
    hands.type("Repart")
    hands.press(Key.Key_Escape)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 6
    assert hands.texts("actions", 5) == ["Repart"]


def test_control_entree_breaks_the_line(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("une")
    hands.press(Key.Key_Return, held=CONTROL)
    hands.type("deux")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["une\ndeux"]


def test_entree_and_f2_edit_and_an_emptied_note_goes_away(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Vient")
    hands.press(Key.Key_Escape, Key.Key_Return)
    hands.type(" tôt")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Vient tôt"]
    hands.press(Key.Key_F2)
    hands.pane.typist.editor.selectAll()
    hands.press(Key.Key_Delete, Key.Key_Escape)
    assert hands.texts("actions", 0) == []


def test_nothing_typed_leaves_no_note_and_nothing_to_undo(hands: Hands) -> None:
    before = hands.desk.undo_label
    hands.stand("actions")
    hands.press(Key.Key_Insert)
    assert hands.pane.scribe.typing
    hands.press(Key.Key_Return, Key.Key_Escape)
    assert hands.texts("actions", 0) == []
    assert hands.desk.undo_label == before


def test_one_undo_takes_back_a_whole_burst(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Un texte de plusieurs mots")
    hands.press(Key.Key_Escape)
    hands.desk.undo()
    assert hands.texts("actions", 0) == []
    hands.desk.redo()
    assert hands.texts("actions", 0) == ["Un texte de plusieurs mots"]


def test_control_z_while_typing_takes_the_burst_back(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Erreur")
    hands.press(Key.Key_Z, held=CONTROL)
    assert hands.texts("actions", 0) == []
    assert not hands.pane.scribe.typing


def test_a_silence_ends_a_burst_and_the_next_words_are_another_one(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Vient")
    assert hands.pane.typist._silence.isActive()
    assert hands.pane.typist._silence.interval() == SILENCE
    hands.pane.typist._pause()
    assert hands.texts("actions", 0) == ["Vient"]
    hands.type(" seul")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Vient seul"]
    hands.desk.undo()
    assert hands.texts("actions", 0) == ["Vient"]


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


def test_the_heads_are_reached_renamed_and_moved_by_keys(hands: Hands) -> None:
    hands.stand("actions", 2)
    hands.press(Key.Key_Up)
    assert hands.board.said() == "Étape 3 sur 5\u00a0: Venir"
    hands.press(Key.Key_F2)
    hands.type("Se déplacer")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Right, held=ALT)
    labels = [step.label for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert labels == ["Voir", "Lire", "Attendre", "Se déplacer", "Signer"]
    hands.press(Key.Key_Up)
    assert hands.board.said() == "Phase 2 sur 2\u00a0: Demander"
    hands.press(Key.Key_Delete)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 2
    hands.desk.undo()
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 5


def test_alt_arrows_move_a_note_inside_its_cell_then_to_other_cells(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("a")
    hands.press(Key.Key_Return)
    hands.type("b")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Up, held=ALT)
    assert hands.texts("actions", 0) == ["b", "a"]
    hands.press(Key.Key_Right, held=ALT)
    assert (hands.texts("actions", 0), hands.texts("actions", 1)) == (["a"], ["b"])
    hands.press(Key.Key_Down, held=ALT)
    assert hands.texts("touchpoints", 1) == ["b"]
    assert hands.here == ("touchpoints", 1, "b")


def test_votes_duplicates_and_deletes_by_keys(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Up, Key.Key_Up, Key.Key_Down, held=CONTROL)
    note = hands.board.current[1] if hands.board.current else ""
    assert hands.desk.project.votes_on(note) == 1
    hands.press(Key.Key_D, held=CONTROL)
    assert hands.texts("pain_points", 0) == ["Trop long", "Trop long"]
    hands.press(Key.Key_Delete)
    assert hands.texts("pain_points", 0) == ["Trop long"]
    assert hands.desk.project.votes_on(note) == 1


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


def test_the_five_first_keys_of_the_row_are_the_five_levels_by_their_place(hands: Hands) -> None:
    hands.stand("emotions")
    for step, (code, text) in enumerate(((10, "&"), (11, "é"), (12, '"'), (13, "'"), (14, "("))):
        hands.stand("emotions", step)
        hands.scan(code, text)
        assert hands.value("emotions", step) == step - 2
    hands.stand("emotions", 0)
    hands.scan(14, "5", SHIFT)
    assert hands.value("emotions", 0) == 2


def test_the_keypad_gives_levels_too_and_a_letter_the_word(hands: Hands) -> None:
    hands.stand("emotions", 1)
    hands.scan(87, "1", Modifier.KeypadModifier, Key.Key_1)
    hands.type("perdue")
    hands.press(Key.Key_Return)
    assert (hands.value("emotions", 1), hands.value("emotions", 1, "word")) == (-2, "perdue")
    assert hands.here[1] == 2
    hands.press(Key.Key_Left, Key.Key_Delete)
    assert (hands.value("emotions", 1), hands.value("emotions", 1, "word")) == (None, None)


def test_alt_up_and_down_raise_and_lower_a_level(hands: Hands) -> None:
    hands.stand("emotions", 0)
    hands.press(Key.Key_3)
    hands.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, held=ALT)
    assert hands.value("emotions", 0) == 2
    hands.press(Key.Key_Down, held=ALT)
    assert hands.value("emotions", 0) == 1


def test_control_and_a_digit_jump_to_a_lane_on_a_french_keyboard_too(hands: Hands) -> None:
    hands.stand("actions", 3)
    hands.press(Key.Key_5, held=CONTROL)
    assert hands.here == ("pain_points", 3, "")
    hands.press(Key.Key_Eacute, held=CONTROL)
    assert hands.here == ("touchpoints", 3, "")
    hands.scan(15, "-", CONTROL, Key.Key_Minus)
    assert hands.here == ("bright_spots", 3, "")


def test_an_accent_made_of_two_keys_begins_a_note(hands: Hands) -> None:
    hands.stand("actions")
    event = QInputMethodEvent()
    event.setCommitString("ê")
    QApplication.sendEvent(hands.view, event)
    hands.type("tre reçu")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["être reçu"]


def test_an_emoji_and_words_from_right_to_left_are_kept_as_typed(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("👩🏽‍💼 مرحبا")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["👩🏽‍💼 مرحبا"]

    from labdesk.ui.canvas import lanes

    lanes.switch(hands.board, "moment_key")
    hands.stand("moment_key", 1)
    hands.press(Key.Key_Space)
    assert hands.value("moment_key", 1) == 1
    hands.press(Key.Key_Return)
    assert hands.value("moment_key", 1) is None


def test_an_empty_journey_begins_with_its_first_action(hands: Hands) -> None:
    canvas, gesture = canvases.create_canvas(hands.desk.project, kind("journey"))
    hands.desk.do(gesture)
    hands.page.show_canvas(canvas)
    hands.stand("actions")
    hands.type("Reçoit un courrier")
    hands.press(Key.Key_Return)
    hands.type("Le lit")
    hands.press(Key.Key_Tab)
    hands.type("Appelle")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Reçoit un courrier", "Le lit"]
    assert hands.texts("actions", 1) == ["Appelle"]
    for _burst in range(4):
        hands.desk.undo()
    assert hands.desk.project.steps_of(canvas) == ()


def test_a_space_or_an_unknown_key_is_left_to_others(hands: Hands) -> None:
    hands.stand("actions")
    hands.press(Key.Key_Space, Key.Key_F7)
    assert not hands.pane.scribe.typing


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


@pytest.mark.parametrize(("zone", "said"), [("digital_ease", "chiffre de 1 à 5"), ("portrait", "photo")])
def test_a_letter_where_nothing_is_typed_says_what_is(
    page: CanvasPage, desk: Desk, qtbot: QtBot, zone: str, said: str
) -> None:
    canvas, gesture = canvases.create_canvas(desk.project, kind("persona"))
    desk.do(gesture)
    page.show_canvas(canvas)
    hands = Hands(page)
    hands.stand(zone)
    with qtbot.waitSignal(desk.announced) as told:
        hands.type("k")
    assert said in told.args[0]
    assert not hands.pane.scribe.typing


def test_a_stray_letter_on_a_short_text_takes_nothing_away(page: CanvasPage, desk: Desk) -> None:
    canvas, gesture = canvases.create_canvas(desk.project, kind("persona"))
    desk.do(gesture)
    page.show_canvas(canvas)
    hands = Hands(page)
    hands.stand("name")
    hands.type("Mireille")
    hands.press(Key.Key_Escape)
    hands.type("x")
    hands.press(Key.Key_Escape)
    assert hands.value("name") == "Mireillex"


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return, Key.Key_Tab])
def test_a_step_that_tab_made_and_nobody_filled_goes_away(hands: Hands, key: Key) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    before = hands.desk.undo_label
    hands.press(Key.Key_Tab)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 6
    hands.press(key)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 5
    assert hands.here == ("actions", 4, "Signe")
    assert before != hands.desk.undo_label
    hands.desk.undo()
    assert hands.texts("actions", 4) == []


def test_maj_tab_from_a_step_nobody_filled_goes_on_in_the_one_before(hands: Hands) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    hands.press(Key.Key_Tab, Key.Key_Backtab)
    hands.type("Paie")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 4) == ["Signe", "Paie"]


def test_undo_in_a_step_nobody_filled_takes_one_thing_back(hands: Hands) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Z, held=CONTROL)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 5
    assert hands.texts("actions", 4) == ["Signe"]


def test_a_phase_is_cut_and_joined_from_any_cell_or_says_why_not(hands: Hands, qtbot: QtBot) -> None:
    def phases() -> int:
        return len(hands.desk.project.phases_of(hands.board.canvas))

    hands.stand("actions", 3)
    split_phase(hands.pane)
    assert phases() == 3
    hands.type("Attente")
    hands.press(Key.Key_Escape)
    assert hands.board.said() == "Phase 3 sur 3\u00a0: Attente"
    hands.stand("actions", 3)
    with qtbot.waitSignal(hands.desk.announced):
        split_phase(hands.pane)
    merge_phase(hands.pane)
    assert phases() == 2
    hands.stand("actions", 0)
    with qtbot.waitSignal(hands.desk.announced):
        merge_phase(hands.pane)
    assert phases() == 2


def test_what_wears_the_ring_is_told_when_the_keyboard_comes_back(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("actions", 2)
    hands.desk.select(None)
    hands.view.clearFocus()
    with qtbot.waitSignal(hands.desk.selected) as told:
        hands.view.setFocus()
    assert told.args[0].zone == "actions"


def test_who_deletes_a_step_or_a_phase_stands_on_its_neighbour(hands: Hands) -> None:
    for step, then in ((2, "Étape 3 sur 4\u00a0: Attendre"), (4, "Étape 4 sur 4\u00a0: Attendre")):
        hands.stand("actions", step)
        hands.press(Key.Key_Up, Key.Key_Delete)
        assert hands.board.said() == then
        hands.desk.undo()
    hands.stand("actions", 3)
    hands.press(Key.Key_Up, Key.Key_Up, Key.Key_Delete)
    assert hands.board.said() == "Phase 1 sur 1\u00a0: Découvrir"


def test_ctrl_m_marks_a_moment_of_truth_from_anywhere_in_its_column(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    for zone in ("pain_points", "emotions"):
        hands.stand(zone, 3)
        deeds.key_moment(hands.board)
    assert hands.value("moment_key", 3) is None
    hands.stand("pain_points", 3)
    deeds.key_moment(hands.board)
    assert hands.value("moment_key", 3) == 1
    assert [one.replace("\u00a0", " ") for one in heard] == [
        "Étape 4, Attendre : moment clé",
        "Étape 4, Attendre : n’est plus un moment clé",
        "Étape 4, Attendre : moment clé",
    ]
    step = next(box for box in hands.board.plan.boxes() if box.kind == "step" and box.value == 1)  # type: ignore[union-attr]
    assert hands.board.said(step.key).replace("\u00a0", " ") == "Étape 4 sur 5 : Attendre, moment clé"
    assert hands.desk.undo_label == "Marquer un moment clé"
    hands.desk.undo()
    assert hands.value("moment_key", 3) is None
    hands.board.current = None
    deeds.key_moment(hands.board)
    assert "Placez-vous" in heard[-1]


def test_a_cleared_level_is_said_to_be_empty_and_not_the_curve_to_be_deleted(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    hands.stand("emotions", 1)
    hands.press(Key.Key_3, Key.Key_Delete)
    assert heard[-1].replace("\u00a0", " ") == "Courbe des émotions, étape 2 sur 5 : vide"


def test_a_number_without_unit_among_durations_says_what_to_write(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    lanes.switch(hands.board, "duration")
    hands.stand("duration", 0)
    hands.type("12")
    hands.press(Key.Key_Return)
    assert heard == []
    hands.type("3 j")
    hands.press(Key.Key_Return)
    hands.type("45")
    hands.press(Key.Key_Return)
    assert "écrivez" in heard[-1]
    assert hands.value("duration", 2) == "45"
