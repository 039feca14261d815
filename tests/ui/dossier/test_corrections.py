"""The page Corrections: what comes back is taken, refused, written otherwise, undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import add_row, write_section
from labdesk.domain.commands.notes import add_note
from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.quotes import mark
from labdesk.store.session import Session
from labdesk.ui.dossier.corrections import CorrectionsPage
from labdesk.ui.dossier.dossier_place import PAGES, DossierPlace
from labdesk.ui.dossier.signs import LINE
from labdesk.ui.window import Window
from tests.exchange.hierarchy import corrected, instead, sent, without_marks

ORDERED = 30_000
"""ms a document may take on a busy machine."""
SUMMARY = "Sept services attendent.\n\nLa réponse vient en 63 jours."
Comes = Callable[[Path], CorrectionsPage]


@pytest.fixture
def written(place: DossierPlace) -> DossierPlace:
    """A dossier with two texts."""
    place.desk.do(write_section(place.desk.project, "summary", SUMMARY))
    place.desk.do(write_section(place.desk.project, "context", "Un contexte."))
    return place


@pytest.fixture
def comes(written: DossierPlace, qtbot: QtBot) -> Comes:
    """A document comes back and is read."""

    def read(path: Path) -> CorrectionsPage:
        assert written.receive(path)
        page = written.pages["corrections"]
        assert isinstance(page, CorrectionsPage)
        qtbot.waitUntil(lambda: not page.file.name, timeout=ORDERED)
        return page

    return read


@pytest.fixture
def returned(written: DossierPlace, comes: Comes, tmp_path: Path) -> CorrectionsPage:
    """Two corrections of one text."""
    path = sent(written.desk.project, "docx", tmp_path)
    hand = corrected(path, instead("Sept services", "Huit services"))
    return comes(corrected(hand, instead("63 jours", "15 jours")))


def statuses(page: CorrectionsPage) -> list[str]:
    assert page.correcting is not None
    items = page.correcting.items(page.desk.project)
    return [item.status for item in items if isinstance(item.what, Proposal)]


def listed(page: CorrectionsPage) -> str:
    model = page.review.list.model()
    return "\n".join(model.index(at, 0).data(LINE).said for at in range(model.rowCount()))


def test_the_tab_is_there_once_a_document_came_back_and_goes_when_it_is_over(
    written: DossierPlace, returned: CorrectionsPage
) -> None:
    tab = PAGES.index("corrections")
    assert written.tabs.isTabVisible(tab)
    returned.band.over.click()
    assert not written.tabs.isTabVisible(tab)
    assert written.current == "texts"


def test_one_correction_is_taken_and_the_keyboard_goes_to_the_next(returned: CorrectionsPage) -> None:
    assert statuses(returned) == ["open", "open"]
    returned.review.detail.buttons["accept"].click()
    assert (
        returned.desk.project.text("summary") == "Huit services attendent.\n\nLa réponse vient en 63 jours."
    )
    assert statuses(returned) == ["taken", "open"]
    assert returned.review.list.hasFocus()
    assert returned.review.list.current() == "summary/1/1"


def test_one_undo_takes_one_acceptance_back_and_the_page_stays(
    written: DossierPlace, returned: CorrectionsPage
) -> None:
    returned.review.accept()
    returned.review.accept()
    assert statuses(returned) == ["taken", "taken"]
    written.desk.undo()
    assert statuses(returned) == ["taken", "open"]
    assert written.current == "corrections"
    written.desk.redo()
    assert statuses(returned) == ["taken", "taken"]


def test_a_refused_correction_changes_nothing_and_can_be_seen_again(returned: CorrectionsPage) -> None:
    returned.review.detail.buttons["refuse"].click()
    assert statuses(returned) == ["refused", "open"]
    assert returned.desk.project.text("summary") == SUMMARY
    returned.review.take_all()
    assert (
        returned.desk.project.text("summary") == "Sept services attendent.\n\nLa réponse vient en 15 jours."
    )
    returned.review.list.go_to("summary/0/0")
    returned.review.detail.buttons["reconsider"].click()
    assert statuses(returned) == ["open", "taken"]


def test_all_are_taken_in_one_gesture(returned: CorrectionsPage) -> None:
    returned.band.all.click()
    assert (
        returned.desk.project.text("summary") == "Huit services attendent.\n\nLa réponse vient en 15 jours."
    )
    returned.desk.undo()
    assert returned.desk.project.text("summary") == SUMMARY


def test_one_writes_something_else_instead_and_it_is_remembered_as_ones_own(
    returned: CorrectionsPage,
) -> None:
    returned.review.rewrite()
    assert returned.review.detail.editor is not None
    assert returned.review.detail.editor.toPlainText() == "Huit services attendent."
    returned.review.detail.editor.setPlainText("Neuf services attendent.")
    returned.review.detail.buttons["keep"].click()
    assert returned.desk.project.text("summary").startswith("Neuf services attendent.")
    assert statuses(returned) == ["rewritten", "open"]
    returned.desk.undo()
    assert statuses(returned) == ["open", "open"]


def test_escape_gives_up_what_is_typed(returned: CorrectionsPage) -> None:
    returned.review.rewrite()
    editor = returned.review.detail.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isHidden()
    assert statuses(returned) == ["open", "open"]


def test_what_is_typed_is_not_lost_when_the_project_changes_meanwhile(returned: CorrectionsPage) -> None:
    returned.review.rewrite()
    editor = returned.review.detail.editor
    assert editor is not None
    editor.setPlainText("Neuf")
    returned.desk.do(write_section(returned.desk.project, "context", "Ailleurs."))
    assert returned.review.detail.editor is editor
    assert editor.toPlainText() == "Neuf"


def test_what_was_written_here_since_is_a_conflict_shown_with_its_three_versions(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    path = corrected(sent(written.desk.project, "odt", tmp_path), instead("Sept services", "Huit services"))
    now = SUMMARY.replace("attendent", "espèrent")
    written.desk.do(write_section(written.desk.project, "summary", now))
    page = comes(path)
    assert statuses(page) == ["conflict"]
    page.review.take_all()
    assert written.desk.project.text("summary") == now
    told = " ".join(label.text() for label in page.review.detail.findChildren(type(page.band.sentence)))
    for version in ("Sept services attendent.", "Sept services espèrent.", "Huit services attendent."):
        assert version in told
    page.review.accept()
    assert written.desk.project.text("summary").startswith("Huit services attendent.")


def test_the_difference_is_heard_and_needs_no_colour(returned: CorrectionsPage) -> None:
    label = returned.review.detail.difference
    assert label is not None
    assert (
        label.accessibleName() == "supprimé\u00a0: Sept\u202f; ajouté\u00a0: Huit\u202f; services attendent."
    )
    assert label.words.toPlainText() == "[− Sept] [+ Huit] services attendent."
    drawn = label.words.toHtml()
    assert "line-through" in drawn
    assert "underline" in drawn


def test_the_remarks_of_the_corrector_are_listed_with_their_author(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    import docx

    path = sent(written.desk.project, "docx", tmp_path)
    file = docx.Document(str(path))
    paragraph = next(p for p in file.paragraphs if p.text.startswith("Sept"))
    file.add_comment(paragraph.runs, text="Lesquels ?", author="Mme Durand")
    file.save(str(path))
    page = comes(path)
    assert "Lesquels ?" in listed(page)
    assert "Mme Durand" in listed(page)


def test_a_passage_drawn_from_a_canvas_is_told_apart_and_leads_to_its_source(
    written: DossierPlace, comes: Comes, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = written.desk
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["problem"])
    desk.do(gesture)
    _note, gesture = add_note(desk.project, canvas, "root_causes", "Aucun délai fixé par personne")
    desk.do(gesture)
    page = comes(
        corrected(sent(desk.project, "docx", tmp_path), instead("fixé par personne", "tenu par personne"))
    )
    assert statuses(page) == []
    assert "À corriger à la source" in listed(page)
    assert "aucun texte n’a changé" not in page.band.sentence.text()
    page.review.list.go_to("source/0")
    with qtbot.waitSignal(desk.wanted) as went:
        page.review.detail.buttons["go"].click()
    (target,) = went.args
    assert (target.canvas, target.table) == (canvas, "note")
    page.review.detail.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == "Aucun délai tenu par personne"


def test_a_document_without_its_marks_says_that_it_is_compared_with_the_text_of_now(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    path = corrected(sent(written.desk.project, "docx", tmp_path), instead("Sept services", "Huit services"))
    page = comes(corrected(path, without_marks))
    assert statuses(page) == ["open"]
    assert "n’a pas été retrouvé" in page.band.hint.text()


def test_a_document_without_any_correction_says_so(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    page = comes(sent(written.desk.project, "docx", tmp_path))
    assert "aucun texte n’a changé" in page.band.sentence.text()
    assert statuses(page) == []


def test_a_file_that_is_no_document_is_refused_and_what_was_there_stays(
    returned: CorrectionsPage, comes: Comes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bruit.docx"
    path.write_bytes(b"bonjour" * 100)
    with qtbot.waitSignal(returned.desk.refused, timeout=ORDERED) as told:
        comes(path)
    assert "bruit.docx" in told.args[0]
    assert statuses(returned) == ["open", "open"]


def test_the_file_is_asked_for_from_the_menu_and_from_the_exports(written: DossierPlace) -> None:
    written.correction_actions.take_back.trigger()
    page = written.pages["corrections"]
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.nameFilters() == ["Documents corrigés (*.docx *.odt)"]
    dialog.close()


def test_the_keys_accept_refuse_and_write_otherwise(returned: CorrectionsPage, written: DossierPlace) -> None:
    actions = {action.text(): action for action in written.correction_actions.page_actions}
    assert all(action.isEnabled() for action in actions.values())
    QTest.keyClick(returned.review.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert statuses(returned) == ["taken", "open"]
    QTest.keyClick(returned.review.list, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert statuses(returned) == ["taken", "refused"]
    written.show_page("texts")
    assert not any(action.isVisible() for action in actions.values())


def test_the_keyboard_stays_on_a_button_while_the_review_is_made_again(returned: CorrectionsPage) -> None:
    button = returned.review.detail.buttons["refuse"]
    button.setFocus()
    returned.refresh()
    assert returned.review.detail.buttons["refuse"] is button
    assert button.hasFocus()


def test_another_project_forgets_the_document(returned: CorrectionsPage, tmp_path: Path) -> None:
    other = tmp_path / "autre.labdesk"
    Session.create(other).close()
    returned.desk.put(Session.open(other))
    assert returned.correcting is None


def test_a_project_that_is_only_read_shows_the_corrections_and_takes_none(
    written: DossierPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = corrected(sent(written.desk.project, "docx", tmp_path), instead("Sept services", "Huit services"))
    file = written.desk.path
    assert file is not None
    written.desk.close()
    written.desk.put(Session.open(file, read_only=True))
    assert written.receive(path)
    page = written.pages["corrections"]
    assert isinstance(page, CorrectionsPage)
    qtbot.waitUntil(lambda: page.correcting is not None, timeout=ORDERED)
    assert statuses(page) == ["open"]
    assert "accept" not in page.review.detail.buttons
    page.review.accept()
    page.review.take_all()
    assert statuses(page) == ["open"]


def test_a_document_let_go_over_the_window_is_taken_back(
    window: Window, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.desk.put(Session.open(project))
    window.desk.do(write_section(window.desk.project, "summary", SUMMARY))
    path = corrected(sent(window.desk.project, "odt", tmp_path), instead("Sept services", "Huit services"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(200, 200)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: "dossier" in window.places)
    place = window.places["dossier"]
    assert isinstance(place, DossierPlace)
    qtbot.waitUntil(lambda: "corrections" in place.pages)
    page = place.pages["corrections"]
    assert isinstance(page, CorrectionsPage)
    qtbot.waitUntil(lambda: page.correcting is not None, timeout=ORDERED)
    assert window.current == "dossier"
    assert statuses(page) == ["open"]


def test_a_quoted_amount_that_moved_on_before_the_document_left_is_no_correction(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    """The mark of a quote still says the amount of the day it was put in; the document said today’s."""
    _row, gesture = add_row(written.desk.project, "resource", label="FTAP", amount=3_810_000, target=1)
    written.desk.do(gesture)
    text = f"Nous demandons {mark('sum:asked', '1 €')}.\n\nLa réponse vient en 63 jours."
    written.desk.do(write_section(written.desk.project, "summary", text))
    page = comes(corrected(sent(written.desk.project, "docx", tmp_path), instead("63 jours", "15 jours")))
    assert statuses(page) == ["open"]
    assert page.correcting is not None
    assert not page.correcting.unsure
    page.review.accept()
    assert "38\u202f100" in page.desk.project.text("summary")
    assert "⟦sum:asked|" in page.desk.project.raw_text("summary")
