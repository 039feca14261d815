"""The lab’s own look: bloc-marque in its zone, partners in their order, a colour that can be read."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from labdesk.domain.lab import Lab, Logo, folder
from labdesk.domain.palette import contrast
from labdesk.dossier import look, pdf
from labdesk.dossier.documents import Document
from labdesk.dossier.labelled_blocks import Cover, NoteHead
from labdesk.dossier.marks import dressed, marks
from tests.paper.archive import archive_faults
from tests.paper.reading import tree
from tests.paper.samples import document, photo
from tests.paper.ua_checker import check


@pytest.fixture
def lab(own_data_folder: Path) -> Lab:
    """A lab with a bloc-marque and two partners."""
    folder().mkdir(parents=True)
    for name in ("mark.png", "region.png", "ville.png"):
        Image.new("RGB", (300, 200), "navy").save(folder() / name)
    partners = (Logo("region.png", "Région"), Logo("ville.png", "Ville"))
    return Lab("Labo", colour="#FFCC00", mark=Logo("mark.png", "Préfet de région"), partners=partners)


def covered(lab: Lab) -> Document:
    found = marks(lab)
    return dressed(document(Cover("Un titre", mark=found.mark, partners=found.partners)), lab)


def test_the_mark_comes_first_then_the_partners_in_their_order(lab: Lab) -> None:
    data = pdf.write(covered(lab), photo).data
    figures = [words for role, words in tree(data) if role == "Figure"]
    assert len(figures) == 3
    assert check(io.BytesIO(data)) == []
    assert archive_faults(data) == []
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as opened:
        alts: list[str] = []

        def walk(element: object) -> None:
            if isinstance(element, pikepdf.Dictionary):
                if "/Alt" in element:
                    alts.append(str(element.Alt))
                kids = element.get("/K")
                for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                    walk(kid)

        walk(opened.Root.StructTreeRoot.K)
    assert alts == ["Préfet de région", "Région", "Ville"]


def test_the_mark_keeps_to_its_zone_of_60_by_40_mm(lab: Lab) -> None:
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf.write(covered(lab), photo).data)
    images = [found.get_bounds() for found in opened[0].get_objects() if found.type == 3]
    mm = 72 / 25.4
    left, low, right, high = images[0]
    opened.close()
    assert right - left <= 60 * mm + 0.1
    assert high - low <= 40 * mm + 0.1
    assert min(image[0] for image in images[1:]) >= 20 * mm + 60 * mm


def test_the_head_of_a_note_has_the_mark_too_and_a_lost_file_leaves_white(lab: Lab) -> None:
    found = marks(lab)
    head = dressed(document(NoteHead("Service", "Le 3 mars", mark=found.mark)), lab)
    assert any(role == "Figure" for role, _words in tree(pdf.write(head, photo).data))
    (folder() / "mark.png").write_bytes(b"abime")
    written = pdf.write(covered(lab), photo)
    assert len([role for role, _words in tree(written.data) if role == "Figure"]) == 2


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_becomes_one_that_can_be_read(shade: int) -> None:
    with look.accented(f"#{shade:06X}"):
        assert contrast(look.colour("primary"), "#FFFFFF") >= 4.5
        assert contrast(look.colour("ink"), look.colour("primary_soft")) >= 4.5
        assert contrast(look.colour("primary"), look.colour("primary_soft")) >= 3
    assert look.colour("primary") == "#2B3A8C"


def test_two_exports_of_one_day_are_the_same_bytes(lab: Lab) -> None:
    assert pdf.write(covered(lab), photo).data == pdf.write(covered(lab), photo).data
