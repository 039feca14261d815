"""Typing: drafts each second, one gesture a burst, nothing lost when the focus leaves or a value is wrong."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from labdesk.store.session import Session
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.typist import DRAFT
from labdesk.ui.desk import Desk
from tests.ui.canvas.hands import Hands, Key


def test_a_second_of_typing_is_kept_as_a_draft_even_of_a_note_that_is_not_there_yet(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Vient à la mairie")
    typist = hands.pane.typist
    assert typist._draft.interval() == DRAFT
    typist._keep_draft()
    path, desk = hands.desk.path, hands.desk
    assert path is not None
    assert desk.session is not None
    assert desk.session.flush()
    kept = Session.open(path, "une autre main", read_only=True)
    kept.close()
    desk.session._writer.close()  # type: ignore[union-attr]  # the battery dies: no gesture is made of the burst
    reopened = Session.open(path)
    found = [(n.zone, n.text) for n in reopened.project.note.values()]
    reopened.close()
    assert found == [("actions", "Vient à la mairie")]


def test_a_click_elsewhere_ends_the_burst(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Vient")
    hands.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert hands.texts("actions", 0) == ["Vient"]
    assert not hands.pane.scribe.typing


def test_an_amount_that_is_none_stays_open_and_says_why(page: CanvasPage, card: str, qtbot: QtBot) -> None:
    page.show_canvas(card)
    hands = Hands(page)
    hands.stand("cost")
    with qtbot.waitSignal(page.desk.refused) as said:
        hands.type("beaucoup")
        hands.press(Key.Key_Return)
    assert "beaucoup" in said.args[0]
    assert hands.pane.scribe.typing
    hands.pane.typist.editor.selectAll()
    hands.type("12,50")
    hands.press(Key.Key_Return)
    assert hands.value("cost") == 1250


def test_escape_is_never_a_trap(page: CanvasPage, card: str) -> None:
    page.show_canvas(card)
    hands = Hands(page)
    hands.stand("cost")
    hands.type("beaucoup")
    hands.press(Key.Key_Escape)
    assert not hands.pane.scribe.typing
    assert hands.view.hasFocus()


def test_a_note_changed_at_another_table_meanwhile_is_a_disagreement_not_a_loss(
    hands: Hands, tmp_path: Path
) -> None:
    from labdesk.domain.gesture import Edit, Gesture

    hands.stand("actions")
    hands.type("Vient")
    hands.press(Key.Key_Escape)
    note = hands.board.current[1] if hands.board.current else ""
    hands.press(Key.Key_F2)
    session = hands.desk.session
    assert session is not None
    session.copy_to(tmp_path / "table.labdesk")
    table = Session.open(tmp_path / "table.labdesk", "une autre main")
    done = table.do(Gesture("Écrire", (Edit("note", note, "text", "Vient en bus"),)))
    table.close()
    session.absorb(done.rows)
    hands.type(" à pied")
    hands.press(Key.Key_Escape)
    texts = {version.value for one in session.disagreements() for version in one.versions}
    assert texts == {"Vient en bus", "Vient à pied"}


def test_a_name_stops_at_its_limit(hands: Hands) -> None:
    hands.stand("actions", 0)
    hands.press(Key.Key_Up, Key.Key_F2)
    editor = hands.pane.typist.editor
    editor.setPlainText("x" * 299)
    hands.type("yz")
    assert len(editor.toPlainText()) == 300
    hands.press(Key.Key_Escape)


def test_typing_goes_on_after_another_thing_changed(hands: Hands, desk: Desk) -> None:
    from labdesk.domain.commands import notes

    hands.stand("actions")
    hands.type("Vient")
    _note, gesture = notes.add_note(desk.project, hands.board.canvas, "touchpoints", "Guichet")
    desk.do(gesture)
    hands.type(" seul")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Vient seul"]


def test_a_value_that_was_refused_and_given_up_does_not_come_back_with_the_project(
    page: CanvasPage, card: str
) -> None:
    page.show_canvas(card)
    hands = Hands(page)
    hands.stand("cost")
    hands.type("beaucoup")
    hands.pane.typist._keep_draft()
    hands.press(Key.Key_Escape)
    path, session = page.desk.path, page.desk.session
    assert path is not None
    assert session is not None
    assert session.flush()
    page.desk.close()
    reopened = Session.open(path)
    held = reopened.project.value(card, "cost", None)
    reopened.close()
    assert held is None
