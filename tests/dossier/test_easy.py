"""Easy reading: the same words, larger, one column, Atkinson Hyperlegible, still accessible."""

import io
import re

import pikepdf

from labdesk.dossier import pdf
from labdesk.dossier.blocks import Card, Cell, Document, Field, Paragraph, Picture, Row, Table, runs
from labdesk.dossier.easy import made_easy
from labdesk.dossier.look import EASY
from tests.paper.archive import archive_faults
from tests.paper.reading import text
from tests.paper.samples import LONG, document, every_block, photo
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
