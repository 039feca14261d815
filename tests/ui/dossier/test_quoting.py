"""A text that quotes: found by its words, shown as a chip, in step with its source, kept when that goes."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import notes
from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import add_row, set_row, write_section
from labdesk.domain.quotes import mark
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.quote_panel import QuotePanel
from labdesk.ui.dossier.quoting import QuotingText
from labdesk.ui.dossier.signs import LINE
from labdesk.ui.dossier.texts import TextsPage
from tests.ui.dossier.conftest import Type


def prepared(place: DossierPlace) -> tuple[TextsPage, QuotingText, str, str]:
    """A note and a resource to quote, and the section « Synthèse » before the writer."""
    desk = place.desk
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["problem"])
    desk.do(gesture)
    note, gesture = notes.add_note(desk.project, canvas, "facts", "Neuf semaines sans 🙂 nouvelle")
    desk.do(gesture)
    row, gesture = add_row(desk.project, "resource", label="Fonds", amount=3_810_000, target=1)
    desk.do(gesture)
    page = place.pages["texts"]
    assert isinstance(page, TextsPage)
    page.sections.go_to("summary")
    page.section.editor.setFocus()
    return page, page.section.editor, note, row


def offered(page: TextsPage) -> QuotePanel:
    panels = [one for one in page.section.findChildren(QuotePanel) if one.isVisible()]
    assert len(panels) == 1
    return panels[0]


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_note_is_quoted_from_the_keyboard_and_follows_its_source(
    place: DossierPlace, keys: Type, qtbot: QtBot
) -> None:
    page, editor, note, _row = prepared(place)
    keys(editor, "On attend ")
    page.section.offer_quotes()
    panel = offered(page)
    assert panel.focusWidget() is panel.field
    QTest.keyClicks(panel.field, "semaines")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(editor.hasFocus)
    keys(editor, "ici.")
    editor.settle()
    project = place.desk.project
    assert (
        project.raw_text("summary") == f"On attend {mark(f'note:{note}', project.note[note].text or '')} ici."
    )
    assert editor.toPlainText() == "On attend Neuf semaines sans 🙂 nouvelle ici."
    place.desk.do(notes.write_note(place.desk.project, note, "Deux mois"))
    page.refresh()
    assert editor.toPlainText() == "On attend Deux mois ici."
    assert project.note[note].text != place.desk.project.note[note].text
    assert [chip.piece.text for chip in editor.chips.all()] == ["Deux mois"]


def test_a_chip_is_like_one_letter_for_the_cursor_and_for_backspace(place: DossierPlace, keys: Type) -> None:
    page, editor, _note, _row = prepared(place)
    place.desk.do(write_section(place.desk.project, "summary", f"a {mark('sum:asked', '?')} b"))
    page.refresh()
    assert plain(editor.toPlainText()) == "a 38 100 € b"
    (chip,) = editor.chips.all()
    cursor = editor.textCursor()
    cursor.setPosition(chip.start)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert editor.textCursor().position() == chip.end
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.textCursor().position() == chip.start
    QTest.keyClick(editor, Qt.Key.Key_Right)
    keys(editor, "!")
    assert editor.held().endswith("⟧! b"), "what is typed at the edge of a chip belongs to nobody else"
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "a  b"
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert plain(editor.toPlainText()) == "a 38 100 € b"
    assert len(editor.chips.all()) == 1


def test_an_amount_quoted_follows_the_plan_and_the_cover_says_the_same(place: DossierPlace) -> None:
    page, editor, _note, row = prepared(place)
    place.desk.do(write_section(place.desk.project, "summary", f"Nous demandons {mark('sum:asked', '?')}."))
    place.desk.do(set_row(place.desk.project, "resource", row, "amount", 4_000_000))
    page.refresh()
    assert plain(editor.toPlainText()) == "Nous demandons 40 000 €."
    assert place.desk.project.head.requested == 4_000_000
    page.sections.go_to("cover")
    line = page.cover.lines["requested"]
    assert plain(line.text()) == "40 000 €"
    assert line.isReadOnly()
    line.setFocus()
    assert line.isReadOnly()
    place.desk.wanted.connect(place.reveal)
    page.cover.source.click()
    assert place.current == "budget"


def test_a_deleted_source_leaves_its_words_a_sign_and_one_undo(place: DossierPlace, qtbot: QtBot) -> None:
    page, editor, note, _row = prepared(place)
    desk = place.desk
    desk.do(write_section(desk.project, "summary", f"On attend {mark(f'note:{note}', '?')}."))
    desk.do(notes.delete_notes(desk.project, [note]))
    page.refresh()
    assert editor.toPlainText() == "On attend Neuf semaines sans 🙂 nouvelle."
    (chip,) = editor.chips.all()
    assert chip.piece.lost
    rows = [
        page.section.drawn.model().index(at, 0).data(LINE)
        for at in range(page.section.drawn.model().rowCount())
    ]
    assert [row.word for row in rows] == ["source disparue"]
    desk.undo()
    page.refresh()
    assert not editor.chips.all()[0].piece.lost
    editor.loosen(editor.chips.all()[0])
    assert desk.project.raw_text("summary") == "On attend Neuf semaines sans 🙂 nouvelle."


def test_words_changed_inside_a_chip_are_the_writer_s_own(place: DossierPlace) -> None:
    page, editor, note, _row = prepared(place)
    place.desk.do(write_section(place.desk.project, "summary", f"On attend {mark(f'note:{note}', '?')}."))
    page.refresh()
    cursor = editor.textCursor()
    cursor.setPosition(12)
    cursor.setPosition(16, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("Huit")
    assert editor.chips.all() == []
    assert "⟦" not in editor.held()


def test_a_cut_sentence_keeps_its_quotes_where_it_is_pasted(place: DossierPlace) -> None:
    page, editor, note, _row = prepared(place)
    place.desk.do(write_section(place.desk.project, "summary", f"On attend {mark(f'note:{note}', '?')}."))
    page.refresh()
    editor.selectAll()
    editor.cut()
    assert editor.toPlainText() == ""
    editor.paste()
    assert f"⟦note:{note}|" in place.desk.project.raw_text("summary")
    words = QMimeData()
    words.setText(" Et puis ⟦note:x|y⟧")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(words)
    assert len(editor.chips.all()) == 1


def test_the_source_is_gone_to_by_key_and_the_menu_key_has_both_ways(
    place: DossierPlace, qtbot: QtBot
) -> None:
    page, editor, note, _row = prepared(place)
    place.desk.do(write_section(place.desk.project, "summary", f"{mark(f'note:{note}', '?')} a"))
    page.refresh()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(place.desk.wanted) as wanted:
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args is not None
    assert (wanted.args[0].place, wanted.args[0].row) == ("problem", note)
    place.show_page("budget")
    place.deeds.quote()
    assert QApplication.activeModalWidget() is None


def test_an_amount_is_found_by_the_word_euros(place: DossierPlace) -> None:
    page, _editor, _note, _row = prepared(place)
    page.section.offer_quotes()
    panel = offered(page)
    QTest.keyClicks(panel.field, "euros")
    assert panel.quote.isEnabled()
    assert "€" in plain(panel.list.model().index(0, 0).data())
