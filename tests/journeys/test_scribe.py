"""A scribe at a loud table: 200 notes by keyboard only, every key that is no letter of a note counted."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from labdesk.store.session import Session
from labdesk.ui.canvas.editor import Editor
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.view import CanvasView
from tests.journeys.hands import Hands

SAID = (
    "Rappelle le standard trois fois",
    "Ne trouve pas l’entrée, à cause des travaux",
    "« Encore un papier ? »",
    "Où est le bureau nº 4 ?",
    "Ça dure depuis l’été",
    "Œuvre de l’agente : elle l’appelle",
    "Attend 40 minutes dans le couloir",
    "La borne est en panne (encore)",
    "السلام عليكم",
    "Soulagée 😀 à la fin",
)
LANES = (1, 2, 3, 5, 6)
"""The ranks of the lanes of notes; the fourth is the curve."""
STEPS, EACH = 8, 5
NOTES = len(LANES) * STEPS * EACH


class Scribe:
    """Ten fingers that count: a chord like Ctrl+3 is as many keys as fingers go down."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.extra = 0

    def say(self, text: str) -> None:
        """The text of a note; the keyboard is on the canvas before, in its editor after the first letter."""
        self.standing()
        self.hands.type(text)
        assert isinstance(self.hands.focus, Editor)

    def press(self, *keys: str) -> None:
        """Keys that are no text."""
        for key in keys:
            self.hands.press(key)
            self.extra += len(key.split("+"))
            self.standing()

    def standing(self) -> None:
        """The keyboard is on the canvas or in its editor, nowhere else."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, Editor | CanvasView), focus
        assert focus.isVisible()


def begun(hands: Hands) -> Scribe:
    """A new project and its first journey, without the mouse."""
    hands.press("Ctrl+N")
    hands.type("Une table qui parle fort")
    hands.press("Return")
    hands.press("Return")  # the keyboard is on « Nouveau : Parcours usager »
    hands.rest()
    return Scribe(hands)


def spoken() -> Iterator[str]:
    """Notes that differ, so that none can stand for another."""
    for rank, text in enumerate(cycle(SAID)):
        yield f"{text} {rank}"


def texts_in(path: Path) -> list[str]:
    """The notes of the file, read again from the disk."""
    session = Session.open(path, read_only=True)
    try:
        return sorted(note.text or "" for note in session.project.note.values())
    finally:
        session.close()


def page_of(hands: Hands) -> CanvasPage:
    page = hands.window.place.page  # type: ignore[attr-defined]
    assert isinstance(page, CanvasPage)
    return page


def test_two_hundred_notes_cost_at_most_two_keys_each_and_are_all_there_afterwards(hands: Hands) -> None:
    scribe, said, given = begun(hands), spoken(), []
    most = 0
    for rank, lane in enumerate(LANES):
        if rank:
            scribe.press(f"Ctrl+{lane}", "Home")
        for step in range(STEPS):
            for note in range(EACH):
                before = scribe.extra
                given.append(next(said))
                scribe.say(given[-1])
                if note < EACH - 1:
                    scribe.press("Return")
                else:
                    scribe.press("Tab" if step < STEPS - 1 else "Esc")
                most = max(most, scribe.extra - before)
    assert len(given) == NOTES == 200
    print(f"{scribe.extra} keys beside the text of {NOTES} notes: {scribe.extra / NOTES:.2f} each")
    assert most == 1  # only a change of lane costs more than one
    assert scribe.extra <= 2 * NOTES
    path = hands.window.desk.path
    assert path is not None
    hands.press("Ctrl+W")
    assert texts_in(path) == sorted(given)
    assert hands.window.opening.open(path)
    hands.rest()
    board = page_of(hands).board
    steps = hands.window.desk.project.steps_of(board.canvas)
    assert len(steps) == STEPS
    cells = [hands.window.desk.project.notes_at(board.canvas, "pain_points", step.id) for step in steps]
    assert [len(cell) for cell in cells] == [EACH] * STEPS


class Interrupted(Scribe):
    """A scribe at the first step of her journey, and what she wrote there."""

    step = 0

    @property
    def page(self) -> CanvasPage:
        return page_of(self.hands)

    def texts(self, zone: str) -> list[str]:
        """The notes of the step one is in."""
        project = self.hands.window.desk.project
        step = project.steps_of(self.page.canvas)[self.step].id
        return [note.text or "" for note in project.notes_at(self.page.canvas, zone, step)]

    def leaves(self, *keys: str) -> None:
        """Keys for something else than the canvas."""
        self.hands.press(*keys)


def test_a_scribe_who_is_interrupted_all_the_time_loses_no_word_and_no_keyboard(hands: Hands) -> None:
    """Five notes a minute: silences inside a note, a wrong lane, a paste, a search, F4, F6, undo."""
    begun(hands)
    scribe = Interrupted(hands)
    falls_silent_in_the_middle_of_a_word(scribe)
    began_in_the_wrong_lane(scribe)
    opens_the_drawer_beside_and_goes_on_typing(scribe)
    takes_a_burst_back_and_does_it_again(scribe)
    another_window_comes_over_hers_and_goes(scribe)
    pastes_two_lines_deletes_one_and_takes_it_back(scribe)
    searches_while_a_note_is_open(scribe)
    goes_round_the_regions_and_comes_back_to_the_map(scribe)
    assert scribe.texts("actions") == ["Étape suivante"]
    assert isinstance(QApplication.focusWidget(), CanvasView)


def falls_silent_in_the_middle_of_a_word(scribe: Interrupted) -> None:
    """The burst is kept while the editor stays."""
    scribe.say("Appelle la mai")
    scribe.page.pane.typist._pause()
    scribe.say("rie, à midi")
    scribe.press("Return")
    assert scribe.texts("actions") == ["Appelle la mairie, à midi"]


def began_in_the_wrong_lane(scribe: Interrupted) -> None:
    """The note goes down to « Irritants »."""
    scribe.say("Personne ne répond")
    scribe.press("Esc")
    board = scribe.page.board
    while board.current is not None and board.current[2] != "pain_points":
        scribe.press("Alt+Down")
    assert scribe.texts("pain_points") == ["Personne ne répond"]


def opens_the_drawer_beside_and_goes_on_typing(scribe: Interrupted) -> None:
    scribe.say("Encore un")
    scribe.leaves("F4")
    scribe.say(" appel")
    scribe.leaves("F4")
    scribe.say(" raté")


def takes_a_burst_back_and_does_it_again(scribe: Interrupted) -> None:
    """Whole."""
    scribe.leaves("Ctrl+Z")
    scribe.standing()
    assert scribe.texts("pain_points") == ["Personne ne répond"]
    scribe.leaves("Ctrl+Y")
    scribe.standing()
    assert scribe.texts("pain_points") == ["Personne ne répond", "Encore un appel raté"]


def another_window_comes_over_hers_and_goes(scribe: Interrupted) -> None:
    hands, other = scribe.hands, QWidget()
    line = QLineEdit(other)
    scribe.say("Une messagerie ")
    other.show()
    other.activateWindow()
    line.setFocus()
    hands.until(lambda: QApplication.activeWindow() is other)
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    other.close()
    scribe.say("vocale")
    scribe.press("Esc")
    assert scribe.texts("pain_points")[-1] == "Une messagerie vocale"


def pastes_two_lines_deletes_one_and_takes_it_back(scribe: Interrupted) -> None:
    scribe.hands.paste("- Fermé à midi\n- Trop loin")
    scribe.standing()
    assert scribe.texts("pain_points")[-2:] == ["Fermé à midi", "Trop loin"]
    scribe.press("Del")
    scribe.press("Ctrl+Z")
    assert scribe.texts("pain_points")[-2:] == ["Fermé à midi", "Trop loin"]


def searches_while_a_note_is_open(scribe: Interrupted) -> None:
    """What was typed of it is kept; the search leads to what it found."""
    scribe.say("Cherche ")
    scribe.leaves("Ctrl+F")
    scribe.hands.type("mairie")
    scribe.leaves("Return")
    scribe.standing()
    assert scribe.page.board.box is not None
    assert scribe.page.board.box.text == "Appelle la mairie, à midi"
    assert "Cherche " in [note.text for note in scribe.hands.window.desk.project.note.values()]


def goes_round_the_regions_and_comes_back_to_the_map(scribe: Interrupted) -> None:
    for _region in range(8):
        scribe.leaves("F6")
        if isinstance(QApplication.focusWidget(), CanvasView):
            break
    scribe.say("Revenue sur la carte")
    scribe.press("Tab")
    assert "Revenue sur la carte" in scribe.texts("actions")
    scribe.say("Étape suivante")
    scribe.press("Esc")
    scribe.step = 1


def test_keys_of_an_input_method_begin_and_go_on_with_a_note(hands: Hands) -> None:
    """« ^ » then « e » on a French keyboard, an emoji from a panel, a word written from right to left."""
    from PySide6.QtGui import QInputMethodEvent

    scribe = begun(hands)
    for composed, given in (("^", "ê"), ("", "tre 😀 "), ("ش", "شكرا")):
        if composed:  # what is not chosen yet is underlined, and written nowhere
            QApplication.sendEvent(hands.focus, QInputMethodEvent(composed, []))
        event = QInputMethodEvent()
        event.setCommitString(given)
        QApplication.sendEvent(hands.focus, event)
        hands.rest()
    scribe.press("Esc")
    board = page_of(hands).board
    assert board.box is not None
    assert board.box.text == "être 😀 شكرا"
    assert hands.focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
