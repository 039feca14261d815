"""Copy, cut, paste: several lines, three pages of Word, notes with all they say."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from labdesk.domain.commands import notes
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL = Modifier.ControlModifier


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_several_lines_are_one_note_each_and_the_other_way_is_offered(hands: Hands) -> None:
    hands.stand("pain_points")
    copied("- Trop long\n- Trop loin\r\n- Fermé")
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 0) == ["Trop long", "Trop loin", "Fermé"]
    assert "3 notes collées" in hands.pane.offers.sentence
    hands.pane.offers.take(0)
    assert hands.texts("pain_points", 0) == ["- Trop long\n- Trop loin\n- Fermé"]
    hands.desk.undo()
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == []


def test_three_pages_of_word_become_notes_and_no_word_is_lost(hands: Hands) -> None:
    page = "Les usagers attendent. Les agents aussi ; personne ne répond au téléphone avant midi. " * 80
    text = "\r\n".join((page, page, page))
    assert len(text) > 20_000
    hands.stand("pain_points")
    copied(text)
    hands.press(Key.Key_V, held=CONTROL)
    made = hands.texts("pain_points", 0)
    assert all(len(note) <= 2_000 for note in made)
    assert " ".join(" ".join(made).split()) == " ".join(text.split())


def test_a_long_paste_while_typing_goes_on_in_the_next_notes(hands: Hands) -> None:
    hands.stand("actions")
    copied("Une phrase entière. " * 1_000)
    hands.press(Key.Key_Insert)
    hands.pane.typist.editor.paste()
    assert len(hands.pane.typist.text) == 20_000
    hands.press(Key.Key_Escape)
    made = hands.texts("actions", 0)
    assert len(made) == 10
    assert " ".join(" ".join(made).split()) == ("Une phrase entière. " * 1_000).strip()


def test_lines_pasted_while_typing_may_become_notes(hands: Hands) -> None:
    hands.stand("actions")
    copied("une\ndeux\ntrois")
    hands.press(Key.Key_Insert)
    hands.pane.typist.editor.paste()
    assert "3 lignes" in hands.pane.offers.sentence
    hands.pane.offers.take(0)
    assert hands.texts("actions", 0) == ["une", "deux", "trois"]


def test_control_characters_of_a_web_page_are_left_behind(hands: Hands) -> None:
    hands.stand("actions")
    copied("un\x00 mot\x07\u2028et\tun autre")
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("actions", 0) == ["un mot", "et un autre"]


def test_notes_keep_what_they_say_from_cell_to_cell(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    note = hands.board.current[1] if hands.board.current else ""
    hands.desk.do(notes.set_note(hands.desk.project, note, "evidence", "measured"))
    hands.press(Key.Key_X, held=CONTROL)
    assert hands.texts("pain_points", 0) == []
    hands.stand("pain_points", 3)
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 3) == ["Trop long"]
    there = hands.desk.project.note[hands.board.picked()[0]]
    assert there.evidence == "measured"


def test_text_pasted_on_an_answer_is_typed_into_it(hands: Hands, problem: str) -> None:
    hands.page.show_canvas(problem)
    hands.stand("initial_request")
    copied("Faire une affiche")
    hands.press(Key.Key_V, held=CONTROL)
    hands.press(Key.Key_Escape)
    assert hands.value("initial_request") == "Faire une affiche"


def test_tab_comes_to_what_is_offered_after_pasting_lines_into_a_note(hands: Hands) -> None:
    copied("un\ndeux\ntrois")
    hands.stand("actions")
    hands.type("d’abord ")
    hands.press(Key.Key_V, held=CONTROL)
    bar = hands.pane.offers
    assert bar.sentence
    assert bar.geometry().bottom() < hands.pane.height() - hands.pane.look.px(68)
    hands.press(Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert bar.isAncestorOf(button)
    QTest.keyClick(button, Key.Key_Space)
    assert hands.texts("actions", 0) == ["d’abord un", "deux", "trois"]
    assert hands.view.hasFocus()


def test_a_long_text_in_the_editor_scrolls_inside_it_and_never_leaves_the_screen(hands: Hands) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_Insert)
    hands.press(Key.Key_V, held=CONTROL)
    editor, room = hands.pane.typist.editor, hands.view.viewport().rect()
    assert room.contains(editor.geometry())
    assert editor.rect().contains(editor.cursorRect().center())


def test_a_page_that_came_without_its_plain_text_is_read_for_its_words(hands: Hands) -> None:
    data = QMimeData()
    data.setHtml("<style>p { color: red }</style><ul><li>Trop long</li><li>Trop loin</li></ul>")
    hands.stand("pain_points")
    assert hands.pane.clipboard.take(data)
    assert hands.texts("pain_points", 0) == ["Trop long", "Trop loin"]


def test_a_clipboard_that_is_gone_pastes_nothing(hands: Hands) -> None:
    hands.stand("pain_points")
    assert not hands.pane.clipboard.take(None)


def test_a_bar_of_offers_is_as_wide_as_what_it_offers_now(hands: Hands) -> None:
    bar = hands.pane.offers
    for offers in (("Décrire",), ("Une seule note, plutôt", "Ailleurs"), ("Décrire",)):
        bar.offer("1 photo ajoutée", [(words, lambda: None) for words in offers])
        wide = bar.width()
        QApplication.processEvents()
        assert wide == bar.sizeHint().width()
