"""What nobody typed in the dossier leads to where its words are written."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import add_row, write_section
from labdesk.domain.commands.notes import add_note
from labdesk.domain.quotes import mark
from labdesk.ui.dossier.dossier_place import DossierPlace
from tests.exchange.hierarchy import corrected, instead, sent
from tests.ui.dossier.conftest import Comes, listed, statuses


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
    assert "1 passage à corriger à la source" in page.band.sentence.text()
    page.review.list.go_to("source/0")
    with qtbot.waitSignal(desk.wanted) as went:
        page.review.detail.buttons["go"].click()
    (target,) = went.args
    assert (target.canvas, target.table) == (canvas, "note")
    page.review.detail.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == "Aucun délai tenu par personne"


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


def test_not_all_is_seen_while_something_is_left_to_correct_at_its_source(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    desk = written.desk
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["problem"])
    desk.do(gesture)
    _note, gesture = add_note(desk.project, canvas, "root_causes", "Aucun délai fixé par personne")
    desk.do(gesture)
    hand = corrected(sent(desk.project, "docx", tmp_path), instead("fixé par personne", "tenu par personne"))
    page = comes(corrected(hand, instead("63 jours", "15 jours")))
    told = page.band.sentence
    assert told.text().endswith("1 correction à voir, 1 passage à corriger à la source")
    page.review.accept()
    assert told.text().endswith(": 1 passage à corriger à la source")
    assert page.review.list.current() == "source/0", "the keyboard goes on to what is left"
    page.review.detail.buttons["done"].click()
    assert told.text().endswith("toutes les corrections sont vues.")
    assert "fait" in listed(page)
    page.review.detail.buttons["reopen"].click()
    assert told.text().endswith(": 1 passage à corriger à la source")
    page.review.accept()
    assert told.text().endswith("toutes les corrections sont vues."), "the key that accepts says it too"


def test_words_that_have_no_place_are_left_until_one_says_it_is_done(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    import docx

    path = sent(written.desk.project, "docx", tmp_path)
    file = docx.Document(str(path))
    heading = next(p for p in file.paragraphs if p.text == "Visa du responsable")
    heading._p.addnext(file.add_paragraph("Voir avec la DRH avant vendredi.")._p)
    file.save(str(path))
    page = comes(path)
    assert page.band.sentence.text().endswith("1 passage à placer"), listed(page)
    page.review.list.go_to("stray/0")
    page.review.detail.buttons["done"].click()
    assert page.band.sentence.text().endswith("toutes les corrections sont vues.")
