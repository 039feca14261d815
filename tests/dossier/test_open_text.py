"""ODT with real styles: what a hierarchy corrects in LibreOffice."""

import io
import zipfile
from typing import Any

import pytest
from odf import draw, office, style, svg, table, teletype, text
from odf.opendocument import load

from labdesk.dossier.open_text import write_odt
from labdesk.dossier.text_blocks import Heading, Paragraph, runs
from tests.dossier.test_word import EVERYTHING, document, photo


@pytest.fixture
def data() -> bytes:
    return write_odt(document(*EVERYTHING, watermark="projet"), photo)


@pytest.fixture
def written(data: bytes) -> Any:
    return load(io.BytesIO(data))


def words(element: Any) -> str:
    return str(teletype.extractText(element))


def test_titles_have_levels_and_styles(written: Any) -> None:
    headings = written.text.getElementsByType(text.H)
    assert [(words(h), h.getAttribute("outlinelevel")) for h in headings] == [
        ("Synthèse", "1"),
        ("Budget", "2"),
    ]
    named = {s.getAttribute("displayname") for s in written.styles.getElementsByType(style.Style)}
    assert {"Heading 1", "Table Heading", "Title"} <= named


def test_all_the_words_are_there(written: Any) -> None:
    told = words(written.text)
    for word in (
        "Quinze jours",
        "Porteur\u00a0: SGAR",
        "premier",
        "deux",
        "6\u202f000\u00a0€",
        "[Une image qui manque]",
    ):
        assert word in told


def test_the_head_of_a_table_is_repeated(written: Any) -> None:
    heads = written.text.getElementsByType(table.TableHeaderRows)
    assert [words(head) for head in heads] == ["Poste2027"]
    spans = [c.getAttribute("numbercolumnsspanned") for c in written.text.getElementsByType(table.TableCell)]
    assert "2" in spans


def test_a_picture_travels_with_its_alternative_text(written: Any, data: bytes) -> None:
    assert [words(d) for d in written.text.getElementsByType(svg.Desc)] == [
        "Un téléphone qui montre l’annonce"
    ]
    href = written.text.getElementsByType(draw.Image)[0].getAttribute("href")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read(href) == photo("a" * 64)


def test_pages_turn_and_the_draft_says_so(written: Any) -> None:
    masters = {m.getAttribute("name"): m for m in written.masterstyles.getElementsByType(style.MasterPage)}
    assert set(masters) == {"Standard", "Landscape"}
    assert "version de travail" in words(masters["Standard"])
    turning = [
        s.getAttribute("masterpagename") for s in written.automaticstyles.getElementsByType(style.Style)
    ]
    assert [name for name in turning if name] == ["Landscape", "Standard"]


def test_text_that_xml_cannot_hold_is_written_without_it() -> None:
    found = load(
        io.BytesIO(write_odt(document(Heading(1, "a\x07b\ud800"), Paragraph(runs("x\ufffe <b>"))), photo))
    )
    assert words(found.getElementsByType(office.Text)[0]) == "abx <b>"


def test_a_typed_text_stands_in_a_section_and_under_marks() -> None:
    blocks = (
        Heading(1, "Contexte", "context"),
        Paragraph(runs("Un.", typed="context")),
        Paragraph(runs("Deux.")),
    )
    found = load(io.BytesIO(write_odt(document(*blocks), photo)))
    (section,) = found.text.getElementsByType(text.Section)
    assert words(section) == "Un."
    assert section.getAttribute("name").startswith("ld_t_context_")
    names = [mark.getAttribute("name") for mark in found.text.getElementsByType(text.BookmarkStart)]
    assert [name.rsplit("_", 1)[0][:12] for name in names] == ["ld_k_context", "ld_t_context"]


def test_a_total_stands_right_under_its_column(written: Any) -> None:
    total = [
        cell.getElementsByType(text.P)[0].getAttribute("stylename")
        for cell in written.text.getElementsByType(table.TableCell)
        if words(cell) == "6\u202f000\u00a0€"
    ]
    assert total == ["Right"]
