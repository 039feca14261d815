"""DOCX with real styles: what a hierarchy corrects in Word."""

import io
from datetime import datetime
from typing import Any

import docx
import pytest
from PIL import Image

from labdesk.dossier.blocks import Block, PageBreak
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.labelled_blocks import Cover
from labdesk.dossier.text_blocks import Bullets, Cell, Contents, Heading, Paragraph, Row, Run, Table, runs
from labdesk.dossier.word import write_docx

EVERYTHING: tuple[Block, ...] = (
    Cover(
        "Quinze jours", kicker="Dossier", facts=(("Porteur", "SGAR"),), amount=("Montant demandé", "38 100 €")
    ),
    PageBreak(),
    Contents("Sommaire"),
    Heading(1, "Synthèse"),
    Paragraph((Run("Une réponse "), Run("datée", strong=True), Run(" : promise.", emphasis=True))),
    Bullets((runs("premier"), runs("second"))),
    Bullets((runs("un"), runs("deux")), ordered=True),
    PageBreak(landscape=True),
    Heading(2, "Budget"),
    Table(
        ("Poste", "2027"),
        (
            Row((Cell(runs("Design")), Cell(runs("6 000 €"), align="right"))),
            Row((Cell(runs("Total des deux"), span=2),), total=True),
        ),
        caption="Dépenses",
    ),
    PageBreak(),
    Picture("a" * 64, "Un téléphone qui montre l’annonce", "L’annonce"),
    Picture("b" * 64, "Une image qui manque"),
)


def photo(sha: str) -> bytes:
    if sha.startswith("b"):
        raise KeyError(sha)
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "#3D51B8").save(out, "JPEG")
    return out.getvalue()


def document(*blocks: Block, watermark: str = "") -> Document:
    return Document(
        "Quinze jours", blocks, datetime(2027, 6, 30), author="SGAR", watermark=watermark, foot="Dossier"
    )


@pytest.fixture
def written() -> Any:
    return docx.Document(io.BytesIO(write_docx(document(*EVERYTHING, watermark="projet"), photo)))


def test_titles_lists_and_captions_have_the_styles_of_word(written: Any) -> None:
    styles = {paragraph.text: paragraph.style.name for paragraph in written.paragraphs}
    assert styles["Quinze jours"] == "Title"
    assert styles["Synthèse"] == "Heading 1"
    assert styles["premier"] == "List Bullet"
    assert styles["deux"] == "List Number"
    assert styles["Dépenses"] == "Caption"


def test_what_is_strong_stays_strong_and_french_is_typographic(written: Any) -> None:
    paragraph = next(p for p in written.paragraphs if p.text.startswith("Une réponse"))
    assert paragraph.text == "Une réponse datée\u00a0: promise."
    assert [run.bold for run in paragraph.runs] == [None, True, None]
    assert [run.italic for run in paragraph.runs] == [None, None, True]


def test_the_head_of_a_table_is_repeated_and_amounts_are_right_aligned(written: Any) -> None:
    table = written.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Poste", "2027"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert table.rows[1].cells[1].text == "6\u202f000\u00a0€"
    assert table.rows[1].cells[1].paragraphs[0].alignment is not None
    assert table.rows[2].cells[0]._tc is table.rows[2].cells[1]._tc


def test_a_picture_has_its_alternative_text_and_a_missing_one_is_told(written: Any) -> None:
    assert len(written.inline_shapes) == 1
    assert written.inline_shapes[0]._inline.docPr.get("descr") == "Un téléphone qui montre l’annonce"
    assert "[Une image qui manque]" in [paragraph.text for paragraph in written.paragraphs]


def test_the_page_turns_and_the_draft_says_so(written: Any) -> None:
    assert [section.page_width > section.page_height for section in written.sections] == [False, True, False]
    assert written.sections[0].header.paragraphs[0].text == "Projet\u00a0: version de travail"
    assert written.core_properties.title == "Quinze jours"
    assert written.core_properties.language == "fr-FR"


def test_text_that_xml_cannot_hold_is_written_without_it() -> None:
    data = write_docx(document(Heading(1, "a\x07b\ud800"), Paragraph(runs("\ufffe<b>&amp;</b>"))), photo)
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert texts == ["ab", "<b>&amp;</b>"]


def marks(written: Any) -> list[str]:
    found = written.element.body.xpath(".//w:bookmarkStart/@w:name")
    return [str(name) for name in found]


def test_a_typed_text_and_the_titles_carry_the_marks_by_which_they_come_back() -> None:
    blocks = (
        Heading(1, "Contexte", "context"),
        Paragraph(runs("Un.", typed="context")),
        Bullets((runs("deux", typed="context"),)),
        Paragraph(runs("Tiré d’un canevas.")),
        Heading(1, "Pérennisation", "sustainability"),
        Paragraph((Run("Ensuite : ", strong=True), Run("le SGC.", typed="sustainability"))),
    )
    found = marks(docx.Document(io.BytesIO(write_docx(document(*blocks), photo))))
    assert [name.rsplit("_", 1)[0] for name in found if name.startswith("ld_k")] == [
        "ld_k_context",
        "ld_k_sustainability",
    ]
    typed = [name for name in found if name.startswith("ld_t_context")]
    assert [name[-2:] for name in typed] == ["_1", "_2"]
    assert sum(name.startswith("ld_t_sustainability") for name in found) == 1
    assert max(map(len, found)) <= 40


def test_each_numbered_list_begins_at_one() -> None:
    lists = (
        Bullets((runs("un"),), ordered=True),
        Paragraph(runs("et")),
        Bullets((runs("un"),), ordered=True),
    )
    written = docx.Document(io.BytesIO(write_docx(document(*lists), photo)))
    used = written.element.body.xpath(".//w:numPr/w:numId/@w:val")
    assert len(set(used)) == 2


def test_the_columns_of_a_table_have_the_width_of_the_page_they_stand_on(written: Any) -> None:
    wide = sum(column.width for column in written.tables[0].columns)
    assert wide == pytest.approx(257 * 36_000, rel=0.01)


def test_a_word_that_leads_to_a_heading_leads_there_in_word_too() -> None:
    blocks = (Paragraph((Run("Voir", link="#context"),)), Heading(1, "Contexte", "context"))
    written = docx.Document(io.BytesIO(write_docx(document(*blocks), photo)))
    (target,) = written.element.body.xpath(".//w:hyperlink/@w:anchor")
    assert target in marks(written)
