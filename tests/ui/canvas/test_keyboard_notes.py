"""Notes by keys, as a scribe in a loud room types them: begun, gone on with, moved, taken back."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands import canvases
from labdesk.ui.canvas import lanes
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

    lanes.switch(hands.board, "moment_key")
    hands.stand("moment_key", 1)
    hands.press(Key.Key_Space)
    assert hands.value("moment_key", 1) == 1
    hands.press(Key.Key_Return)
    assert hands.value("moment_key", 1) is None


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
    assert hands.value("name") == "Mireille x"  # a word of its own: « Mireillesans emploi » is no name


@pytest.mark.parametrize(
    ("text", "typed", "whole"),
    [
        ("trois fois", "s", "trois fois s"),
        ("1", "4", "14"),
        ("45", "m", "45 m"),
        ("fin ", "s", "fin s"),
        ("mot", ",", "mot,"),
        ("dit", "«", "dit «"),
        ("", "x", "x"),
    ],
)
def test_a_letter_typed_on_a_filled_box_begins_a_word(
    page: CanvasPage, text: str, typed: str, whole: str
) -> None:
    editor = page.pane.typist.editor
    editor.begin(text, typed, breaks=True)
    assert editor.toPlainText() == whole
