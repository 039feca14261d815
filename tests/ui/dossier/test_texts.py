"""Texts of the dossier: typed in bursts, counted and never cut; drawn sections lead to their source."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import write_section
from labdesk.ui.desk import Target
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.texts import TextsPage
from tests.ui.dossier.conftest import Type


@pytest.fixture
def page(place: DossierPlace) -> TextsPage:
    made = place.pages["texts"]
    assert isinstance(made, TextsPage)
    made.sections.go_to("summary")
    made.section.editor.setFocus()
    return made


def counted(page: TextsPage) -> str:
    return page.section.said.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_burst_of_typing_is_one_gesture_that_ctrl_z_takes_back(
    place: DossierPlace, page: TextsPage, keys: Type, qtbot: QtBot
) -> None:
    keys(page.section.editor, "Pour les jeunes, l’État est un employeur muet.")
    assert place.desk.project.text("summary") == ""
    page.sections.setFocus()
    assert place.desk.project.text("summary") == "Pour les jeunes, l’État est un employeur muet."
    page.section.editor.setFocus()
    keys(page.section.editor, " Nous demandons")
    QTest.keyClick(page.section.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.section.editor.toPlainText() == "Pour les jeunes, l’État est un employeur muet."
    QTest.keyClick(page.section.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.section.editor.toPlainText() == ""
    QTest.keyClick(page.section.editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.section.editor.toPlainText() == "Pour les jeunes, l’État est un employeur muet."


def test_two_seconds_of_silence_end_a_burst(
    place: DossierPlace, page: TextsPage, keys: Type, qtbot: QtBot
) -> None:
    keys(page.section.editor, "Une réponse en 15 jours.")
    qtbot.waitUntil(lambda: place.desk.project.text("summary") == "Une réponse en 15 jours.", timeout=4000)
    assert page.section.editor.hasFocus()


def test_the_undo_button_takes_back_what_is_being_typed_not_what_came_before(
    place: DossierPlace, page: TextsPage, keys: Type
) -> None:
    place.desk.do(write_section(place.desk.project, "context", "Avant"))
    keys(page.section.editor, "En train")
    place.desk.undo()  # a button of the top bar leaves the focus in the editor
    assert place.desk.project.text("summary") == ""
    assert page.section.editor.toPlainText() == ""
    assert place.desk.project.text("context") == "Avant"


def test_a_text_that_is_too_long_is_counted_and_never_cut(page: TextsPage) -> None:
    QApplication.clipboard().setText("mot " * 5000 + "\x07fin")
    page.section.editor.paste()
    assert counted(page) == "20 003 / 1 800 signes : 18 203 de trop. Rien n’est coupé."
    page.section.editor.settle()
    text = page.section.editor.toPlainText()
    assert text.endswith("fin")
    assert len(text) == 20_003


def test_a_section_drawn_from_the_canvases_says_what_it_takes_and_goes_to_the_source(
    place: DossierPlace, page: TextsPage, qtbot: QtBot
) -> None:
    kind = place.desk.catalogue.types["journey"]
    canvas, gesture = create_canvas(place.desk.project, kind, title="Renouveler sa carte")
    place.desk.do(gesture)
    page.sections.go_to("journeys")
    drawn = page.section.drawn.model()
    assert "Renouveler sa carte" in str(drawn.index(0, 0).data())
    page.section.drawn.setCurrentIndex(drawn.index(0, 0))
    with qtbot.waitSignal(place.desk.wanted) as wanted:
        QTest.keyClick(page.section.drawn, Qt.Key.Key_Return)
    assert wanted.args == [Target("journeys", canvas)]


def test_another_hand_changes_a_section_and_the_cursor_stays_where_it_was(
    place: DossierPlace, page: TextsPage
) -> None:
    place.desk.do(write_section(place.desk.project, "summary", "Une phrase."))
    cursor = page.section.editor.textCursor()
    cursor.setPosition(4)
    page.section.editor.setTextCursor(cursor)
    place.desk.do(write_section(place.desk.project, "summary", "Une phrase. Une autre."))
    assert page.section.editor.toPlainText() == "Une phrase. Une autre."
    assert page.section.editor.textCursor().position() == 4


def test_a_target_of_the_cover_puts_the_focus_on_its_field(place: DossierPlace, page: TextsPage) -> None:
    place.reveal(Target("dossier", table="project", row="project", field="requested"))
    assert page.cover.lines["requested"].hasFocus()
    page.cover.lines["requested"].setText("")
    QApplication.clipboard().setText("38,1k")
    page.cover.lines["requested"].paste()
    page.cover.lines["fund"].setFocus()
    assert place.desk.project.head.requested == 3_810_000
    assert page.cover.lines["requested"].text().replace("\u202f", " ").replace("\u00a0", " ") == "38 100 €"


def test_a_date_that_is_none_is_told_under_its_field_and_kept_for_correction(
    place: DossierPlace, page: TextsPage, keys: Type
) -> None:
    place.reveal(Target("dossier", section="cover", field="end"))
    line = page.cover.lines["end"]
    line.selectAll()
    keys(line, "31/02/2028")
    page.cover.lines["fund"].setFocus()
    assert place.desk.project.head.end == "2028-12-31"
    assert line.text() == "31/02/2028"
    assert "n’est pas une date" in line.accessibleDescription()
    line.setFocus()
    line.selectAll()
    keys(line, "28/02/2029")
    page.cover.lines["fund"].setFocus()
    assert place.desk.project.head.end == "2029-02-28"
    assert line.accessibleDescription() == "jj/mm/aaaa"


def test_what_was_not_understood_is_not_told_on_other_pages_nor_once_it_is_corrected(
    place: DossierPlace, page: TextsPage, keys: Type
) -> None:
    place.reveal(Target("dossier", section="cover", field="end"))
    line = page.cover.lines["end"]
    ways: tuple[Callable[[], object], ...] = (
        lambda: place.show_page("budget"),
        lambda: page.sections.go_to("summary"),
    )
    for leave in ways:
        place.reveal(Target("dossier", section="cover", field="end"))
        line.selectAll()
        keys(line, "demain")
        page.cover.lines["fund"].setFocus()
        assert "n’est pas une date" in line.accessibleDescription()
        leave()
        assert line.accessibleDescription() == "jj/mm/aaaa"
        assert line.text() == "31/12/2028"
    place.reveal(Target("dossier", section="cover", field="end"))
    line.selectAll()
    keys(line, "demain{Return}")
    line.setFocus()
    line.selectAll()
    keys(line, "1")
    assert line.accessibleDescription() == "jj/mm/aaaa"
