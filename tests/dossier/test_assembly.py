"""A poster on small paper: measured to a tenth of a millimetre, told to who cannot see it."""

import io

import pikepdf
import pytest

from labdesk.dossier import pdf
from labdesk.dossier.blocks import PageBreak
from labdesk.dossier.documents import Document
from labdesk.dossier.text_blocks import Heading
from labdesk.dossier.tiles import EDGE, OVERLAP, tiled
from tests.paper.archive import archive_faults
from tests.paper.measuring import boxes, pages
from tests.paper.reading import page_texts, tree
from tests.paper.samples import document, journey, photo
from tests.paper.ua_checker import check


def poster(paper: str = "A0", tile: str | None = None) -> Document:
    """A journey alone on big paper."""
    blocks = (PageBreak(landscape=True), Heading(1, "Un parcours"), journey(12, 3, (3, 3, 3, 3)))
    return document(*blocks, paper=paper, tile=tile, alone=True, exact=True)


@pytest.mark.parametrize(("paper", "tile"), [("A0", "A4"), ("A1", "A3"), ("A2", "A4")])
def test_every_shape_stands_on_its_piece_to_a_tenth_of_a_millimetre(paper: str, tile: str) -> None:
    (width, height), shapes = pages(pdf.write(poster(paper), photo).data)[0]
    tiling = tiled(round(width), round(height), tile)  # type: ignore[arg-type]
    pieces = pages(pdf.write(poster(paper, tile), photo).data)[1:]
    assert len(pieces) == tiling.columns * tiling.rows
    wanted = [box for box in boxes(shapes) if box[2] > 20 and box[1] > 40 and box[1] < height - 60][:40]
    assert wanted
    for piece, (size, found) in zip(tiling.pieces(), pieces, strict=True):
        assert sorted(size) == pytest.approx(sorted((tiling.across, tiling.down)), abs=0.01)
        seen = boxes(found)
        for left, top, across, down in wanted:
            expected = (left - piece.left + EDGE, top - piece.top + EDGE, across, down)
            assert any(box == pytest.approx(expected, abs=0.1) for box in seen), (piece.name, expected)


def test_crop_marks_stand_at_the_edges_of_the_piece_and_where_it_is_glued() -> None:
    tiling = tiled(841, 594, "A4")
    data = pages(pdf.write(poster("A1", "A4"), photo).data)
    for piece, (size, paths) in zip(tiling.pieces(), data[1:], strict=True):
        hairs = [box for box in boxes(paths) if min(box[2:]) < 0.01 and 6.4 < max(box[2:]) < 6.6]
        upright = {round(box[0], 1) for box in hairs if box[2] < 0.01}
        level = {round(box[1], 1) for box in hairs if box[3] < 0.01}
        glued = piece.column + 1 < tiling.columns
        assert {EDGE, round(EDGE + piece.width, 1)} <= upright
        assert (round(EDGE + tiling.step[0], 1) in upright) is glued
        assert {EDGE, round(EDGE + piece.height, 1)} <= level
        assert all(0 < box[0] < size[0] and 0 < box[1] < size[1] for box in hairs)
    assert tiling.across - 2 * EDGE - tiling.step[0] == OVERLAP


def test_the_first_page_says_how_to_put_it_together_and_holds_a_rule_of_100_mm() -> None:
    data = pdf.write(poster("A0", "A4"), photo).data
    first = page_texts(data)[0]
    for words in ("Plan d’assemblage", "25 feuilles A4", "100 mm", "A1", "E5"):
        assert words in first
    rules = [box for box in boxes(pages(data)[0][1]) if box[3] < 0.01 and abs(box[2] - 100) < 0.05]
    assert rules
    assert "C3 Un titre · colonne C, rangée 3" in page_texts(data)[13]


def test_the_pieces_are_accessible_and_archivable_and_say_what_they_are() -> None:
    data = pdf.write(poster("A1", "A4"), photo).data
    assert check(io.BytesIO(data)) == []
    assert archive_faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert str(opened.Root.ViewerPreferences.PrintScaling) == "/None"
    figures = sum(role == "Figure" for role, _words in tree(data))
    assert figures == 2 + len(list(tiled(841, 594, "A4").pieces()))


def test_a_poster_that_needs_two_sheets_has_two_plans() -> None:
    blocks = (PageBreak(landscape=True), Heading(1, "Grand"), journey(40, 4, (10, 10, 10, 10)))
    whole = pdf.write(document(*blocks, paper="A3", alone=True), photo)
    cut = pdf.write(document(*blocks, paper="A3", tile="A4", alone=True), photo)
    assert whole.pages > 1
    assert cut.pages > 4 * whole.pages
    assert check(io.BytesIO(cut.data)) == []
    assert "affiche 2" in " ".join(page_texts(cut.data))


@pytest.mark.parametrize("paper", ["A4", "A3", "A2", "A1", "A0"])
def test_a_canvas_alone_has_words_of_nine_points_at_least(paper: str) -> None:
    data = pdf.write(poster(paper), photo).data
    scale = _scale(data)
    with pikepdf.open(io.BytesIO(data)) as opened:
        sizes = [
            float(step.operands[1]) * scale
            for page in opened.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "Tf"
        ]
    notes = sorted(sizes)
    assert notes[len(notes) // 2] >= 9
    (width, height), _shapes = pages(data)[0]
    assert width > height


def test_on_larger_paper_a_journey_is_larger() -> None:
    scales = [_scale(pdf.write(poster(paper), photo).data) for paper in ("A3", "A2", "A1", "A0")]
    assert scales == sorted(scales)
    assert scales[-1] > 2


def _scale(data: bytes) -> float:
    with pikepdf.open(io.BytesIO(data)) as opened:
        for step in pikepdf.parse_content_stream(opened.pages[0]):
            if str(step.operator) == "cm":
                return float(step.operands[0])
    return 1.0
