"""Easy reading: the same words, larger, one column, Atkinson Hyperlegible, still accessible."""

import io
import re

import pikepdf
from msgspec.structs import replace

from labdesk.dossier import pdf
from labdesk.dossier.blocks import PageBreak, Retold
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Curve, JourneyMap, Picture
from labdesk.dossier.easy import made_easy
from labdesk.dossier.labelled_blocks import Card, Field
from labdesk.dossier.look import EASY
from labdesk.dossier.text_blocks import Cell, Paragraph, Row, Table, runs
from tests.domain.dossiers import example
from tests.dossier.telling import of_kind, told
from tests.paper.archive import archive_faults
from tests.paper.reading import text
from tests.paper.samples import LONG, document, every_block, journey, photo
from tests.paper.ua_checker import check


def easy(document: Document) -> bytes:
    return pdf.write(made_easy(document), photo).data


def test_a_document_of_every_kind_of_block_stays_accessible_and_archivable() -> None:
    data = easy(every_block())
    assert check(io.BytesIO(data)) == []
    assert archive_faults(data) == []


def test_it_is_set_in_atkinson_hyperlegible_and_its_body_has_14_points() -> None:
    data = easy(document(*[_paragraph()] * 3))
    with pikepdf.open(io.BytesIO(data)) as opened:
        fonts = {str(font.BaseFont) for font in opened.pages[0].Resources.Font.values()}
        steps = list(pikepdf.parse_content_stream(opened.pages[0]))
    assert any("AtkinsonHyperlegible" in name for name in fonts)
    assert not any("SourceSans" in name for name in fonts)
    assert not any("DejaVu" in name for name in fonts)
    assert max(float(one.operands[1]) for one in steps if str(one.operator) == "Tf") * EASY >= 14


def test_no_word_is_cut_and_none_is_lost() -> None:
    whole = document(*[_paragraph()] * 6)
    assert "\u00ad" not in "".join(pdf_text(easy(whole)))
    assert text(easy(whole)).split()[:40] == text(pdf.write(whole, photo).data).split()[:40]


def test_a_wide_table_is_told_row_by_row_and_a_card_in_one_column() -> None:
    wide = Table(
        ("Indicateur", "Pour", "Départ", "Cible", "Échéance", "Source"),
        (Row(tuple(Cell(runs(said)) for said in ("Délai", "Usagers", "63 j", "15 j", "2028", "SGC"))),),
    )
    card = Card("Le kit", (Field("Coût", runs("10 €")),), pictures=(Picture("a", "Une photo"),))
    data = easy(document(wide, card))
    assert "Départ : 63 j" in re.sub("\\s", " ", text(data)).replace("\u00a0", " ")
    assert check(io.BytesIO(data)) == []


def test_journeys_are_told_after_their_curve_and_no_map_is_cut_over_many_pages() -> None:
    easy_one = made_easy(told(example()))
    assert of_kind(easy_one, JourneyMap) == []
    assert not any(block == PageBreak(landscape=True) for block in easy_one.blocks)
    (annex,) = of_kind(easy_one, Retold)
    curves = [block for block in annex.blocks if isinstance(block, Curve)]
    assert len(curves) == 4
    assert curves[0].steps[:2] == ("1", "2")
    assert "Tomber sur l’idée : positif (curieuse)" in curves[0].alt.replace("\u00a0", " ")
    links = {run.link for block in of_kind(easy_one, Paragraph) for run in block.runs if run.link}
    anchors = pdf.write(easy_one, photo).anchors
    assert {link for link in links if link.startswith("#") and link[1:] not in anchors} == set()


def test_a_map_that_is_told_nowhere_else_stays() -> None:
    alone = document(PageBreak(landscape=True), journey(4, 2, (4,)), PageBreak(), Paragraph(runs("Après.")))
    assert len(of_kind(made_easy(alone), JourneyMap)) == 1


def test_a_cover_stays_one_page() -> None:
    dossier = told(example())
    cover = replace(dossier, blocks=dossier.blocks[:1])
    assert pdf.write(made_easy(cover), photo).pages == 1


def test_a_limit_of_pages_leaves_twice_the_room() -> None:
    assert made_easy(document(page_limit=2)).page_limit == 4
    assert made_easy(document()).page_limit is None


def pdf_text(data: bytes) -> list[str]:
    import pypdfium2

    opened = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_range() for page in opened]
    opened.close()
    return found


def _paragraph() -> Paragraph:
    return Paragraph(runs(LONG))
