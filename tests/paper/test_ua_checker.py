"""The checkers refuse what they must: each good PDF spoilt in one way is told with its condition."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from labdesk.dossier import pdf
from tests.paper.archive import archive_faults
from tests.paper.samples import every_block, photo
from tests.paper.ua_checker import check

Spoil = Callable[[pikepdf.Pdf], None]


@cache
def good() -> bytes:
    """An accessible PDF of every kind of block."""
    return pdf.write(every_block(), photo).data


def elements(document: pikepdf.Pdf, role: str) -> list[Any]:
    """The elements of a role, in the order of the tree."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        if str(element.get("/S", "")) == f"/{role}":
            found.append(element)
        kids = element.get("/K")
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary):
                walk(kid)

    walk(document.Root.StructTreeRoot.K)
    return found


def without(*path: str) -> Spoil:
    """Take a key away from the catalogue, or from a dictionary in it."""

    def spoil(document: pikepdf.Pdf) -> None:
        holder: Any = document.Root
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]

    return spoil


def element_without(role: str, key: str) -> Spoil:
    """Take a key away from the first element of a role."""

    def spoil(document: pikepdf.Pdf) -> None:
        del elements(document, role)[0][key]

    return spoil


def element_as(role: str, other: str, place: int = 0) -> Spoil:
    """Give an element another role."""

    def spoil(document: pikepdf.Pdf) -> None:
        elements(document, role)[place].S = Name(f"/{other}")

    return spoil


def content(change: Callable[[bytes], bytes], page: int = -1) -> Spoil:
    """Change the operators of a page."""

    def spoil(document: pikepdf.Pdf) -> None:
        leaf: Any = document.pages[page]
        leaf.Contents.write(change(leaf.Contents.read_bytes()))

    return spoil


def metadata(old: bytes, new: bytes) -> Spoil:
    """Change a part of the XMP."""

    def spoil(document: pikepdf.Pdf) -> None:
        stream: Any = document.Root.Metadata
        assert old in stream.read_bytes()
        stream.write(stream.read_bytes().replace(old, new))

    return spoil


def first_link(change: Callable[[Any], None]) -> Spoil:
    """Change the first link annotation of the document."""

    def spoil(document: pikepdf.Pdf) -> None:
        page: Any = next(page for page in document.pages if "/Annots" in page)
        change(page.Annots[0])

    return spoil


def fonts(change: Callable[[Any], None]) -> Spoil:
    """Change every font."""

    def spoil(document: pikepdf.Pdf) -> None:
        page: Any = document.pages[0]
        for font in page.Resources.Font.values():
            change(font)

    return spoil


def _a_wider_row(document: pikepdf.Pdf) -> None:
    row = elements(document, "TR")[0]
    row.K.append(document.make_indirect(Dictionary(S=Name.TD, P=row)))


def _twice(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.K.K.append(elements(document, "P")[0])


def _parents_astray(document: pikepdf.Pdf) -> None:
    nums: Any = document.Root.StructTreeRoot.ParentTree.Nums
    nums[1] = Array(reversed(list(nums[1])))


def _order_of_links(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        del page.obj["/Tabs"]


def _no_parent(link: Any) -> None:
    del link["/StructParent"]


def _no_words(link: Any) -> None:
    link.Contents = String("")


def _not_embedded(font: Any) -> None:
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def _no_text(font: Any) -> None:
    del font["/ToUnicode"]


def _no_glyphs(font: Any) -> None:
    stream = font.DescendantFonts[0].CIDToGIDMap
    stream.write(bytes(len(stream.read_bytes())))


FAULTS: dict[str, tuple[Spoil, str]] = {
    "not marked": (without("/MarkInfo"), "06-001"),
    "no language": (without("/Lang"), "11-006"),
    "title not displayed": (without("/ViewerPreferences", "/DisplayDocTitle"), "07-001"),
    "no metadata": (without("/Metadata"), "06-002"),
    "not said to be PDF/UA": (metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>0"), "06-002"),
    "no title": (metadata(b">Un titre<", b"> <"), "06-003"),
    "no tree": (without("/StructTreeRoot"), "01-004"),
    "no kids": (without("/StructTreeRoot", "/K"), "01-004"),
    "no parent tree": (without("/StructTreeRoot", "/ParentTree"), "01-007"),
    "parents astray": (_parents_astray, "01-007"),
    "an unknown role": (element_as("P", "Paragraphe"), "02-001"),
    "roles not mapped": (without("/StructTreeRoot", "/RoleMap"), "02-001"),
    "an element twice": (_twice, "01-005"),
    "a figure without words": (element_without("Figure", "/Alt"), "13-004"),
    "a header without scope": (element_without("TH", "/A"), "15-003"),
    "a wider row": (_a_wider_row, "15-005"),
    "a cell outside a row": (element_as("TR", "Div"), "09-004"),
    "an item outside a list": (element_as("L", "Div"), "09-004"),
    "a list that holds paragraphs": (element_as("LI", "P"), "09-005"),
    "a first heading of level 2": (element_as("H1", "H2"), "14-002"),
    "a level skipped": (element_as("H2", "H4"), "14-003"),
    "something not tagged": (content(lambda data: data + b"\n0 0 9 9 re f"), "01-003"),
    "text not tagged": (
        content(lambda data: data.replace(b"ET EMC", b"ET EMC BT /F1 9 Tf<0001>Tj ET")),
        "01-003",
    ),
    "tagged in an artifact": (content(lambda data: b"/Artifact BMC\n" + data + b"\nEMC"), "01-001"),
    "an artifact in tagged content": (
        content(
            lambda data: data.replace(b"BDC\nBT", b"BDC /Artifact BMC\nBT", 9).replace(
                b"ET EMC", b"ET EMC EMC", 9
            )
        ),
        "01-002",
    ),
    "a mark twice": (content(lambda data: data.replace(b"/MCID 1>>", b"/MCID 0>>")), "01-006"),
    "a mark of no element": (content(lambda data: data.replace(b"/MCID 0>>", b"/MCID 999>>")), "01-005"),
    "an end too many": (content(lambda data: data + b"\nEMC"), "cos"),
    "no end": (content(lambda data: data + b"\n/Artifact BMC"), "cos"),
    "links in any order": (_order_of_links, "28-006"),
    "a link without words": (first_link(_no_words), "28-012"),
    "a link outside the tree": (element_as("Link", "Span"), "28-011"),
    "a link without parent": (first_link(_no_parent), "28-010"),
    "a font not embedded": (fonts(_not_embedded), "31-009"),
    "characters that are not text": (fonts(_no_text), "31-027"),
    "empty boxes": (fonts(_no_glyphs), "31-030"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_spoilt_document_is_refused(name: str) -> None:
    spoil, rule = FAULTS[name]
    spoilt = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as document:
        spoil(document)
        document.save(spoilt)
    assert rule in {fault.rule for fault in check(spoilt)}


def test_a_good_document_is_accepted_even_saved_again() -> None:
    again = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as document:
        document.save(again)
    assert check(io.BytesIO(good())) == []
    assert check(again) == []


@pytest.mark.parametrize(
    "spoil",
    [
        without("/OutputIntents"),
        metadata(b"<pdfaid:part>3", b"<pdfaid:part>2"),
        fonts(_not_embedded),
        fonts(_no_glyphs),
        content(lambda data: data + b"\n/GS1 gs"),
        content(lambda data: b"0 0 0 1 k\n" + data),
        first_link(lambda link: link.__setattr__("F", 2)),
    ],
)
def test_a_document_that_cannot_be_archived_is_refused(spoil: Spoil) -> None:
    spoilt = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as document:
        spoil(document)
        document.save(spoilt, fix_metadata_version=False)
    assert archive_faults(good()) == []
    assert archive_faults(spoilt.getvalue()) != []
