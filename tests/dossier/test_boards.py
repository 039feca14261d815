"""The journey on paper: a drawn map that is a real table, parted so that it can be read."""

import io
import re
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from labdesk.dossier import boards, pdf
from labdesk.dossier.blocks import PageBreak
from labdesk.dossier.drawn_blocks import Item, JourneyMap, Lane, Phase
from labdesk.dossier.look import SMALLEST
from labdesk.dossier.text_blocks import Heading
from tests.paper.reading import page_texts, table, text, tree
from tests.paper.samples import document, journey, photo


def printed(block: JourneyMap) -> bytes:
    """The PDF of a journey under its title, on landscape pages."""
    return pdf.write(document(PageBreak(landscape=True), Heading(1, block.title), block), photo).data


def sizes(data: bytes) -> set[float]:
    """The sizes of text in a PDF."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        contents: list[Any] = [page.obj.Contents.read_bytes() for page in opened.pages]
    return {float(size) for content in contents for size in re.findall(rb"([\d.]+) Tf", content)}


def test_steps_and_lanes_are_the_headers_of_the_cells() -> None:
    rows = table(printed(journey(3, 1, (2, 1))))
    assert rows[0] == ["TH Phase", "TH Phase 1", "TH Phase 2"]
    assert [cell[:10] for cell in rows[1]] == ["TH Étape", "TH Étape 1", "TH Étape 2", "TH Étape 3"]
    assert rows[2][0] == "TH Actions de l’usager"
    assert [cell.removesuffix(" Constaté") for cell in rows[2][1:]] == [
        f"TD action {step}.1 au guichet" for step in (1, 2, 3)
    ]
    assert rows[4] == ["TD mot 1", "TD mot 2", "TD mot 3"]
    assert rows[5][0] == "TH Ligne de visibilité Coulisses"


def test_the_curve_is_a_figure_that_says_every_step() -> None:
    data = printed(journey(3, 1, (2, 1)))
    with pikepdf.open(io.BytesIO(data)) as opened:
        figures = [
            one
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
        assert [str(one.Alt) for one in figures] == [
            "Courbe des émotions\u00a0: Étape 1\u00a0: très négatif (mot 1)\u202f; "
            "Étape 2\u00a0: négatif (mot 2)\u202f; Étape 3\u00a0: neutre (mot 3)."
        ]


@pytest.mark.parametrize(
    ("steps", "notes", "phases"), [(5, 2, (2, 3)), (12, 3, (3, 3, 4, 2)), (40, 4, (20, 20)), (3, 60, (3,))]
)
def test_every_note_is_printed_once_in_a_size_that_can_be_read(
    steps: int, notes: int, phases: tuple[int, ...]
) -> None:
    data = printed(journey(steps, notes, phases))
    said = text(data)
    for lane in ("action", "coulisse"):
        for step in range(1, steps + 1):
            for note in range(1, notes + 1):
                assert said.count(f"{lane} {step}.{note} au guichet") == 1
    assert min(sizes(data)) >= SMALLEST


def test_twelve_steps_are_parted_by_phase_with_text_of_nine_points() -> None:
    data = printed(journey(12, 3, (3, 3, 3, 3)))
    assert min(size for size in sizes(data) if size not in (7.8, 8.0, 8.4, SMALLEST)) >= 9
    assert len(page_texts(data)) > 1


def test_headers_are_seen_on_each_page_and_read_once() -> None:
    data = printed(journey(12, 6, (3, 3, 3, 3)))
    pages = page_texts(data)
    assert sum("Coulisses" in page for page in pages) > 1
    heads = [words for role, words in tree(data) if role in ("TH", "P")]
    assert heads.count("Actions de l’usager") == 1
    assert len({len(row) for row in table(data) if row[0].startswith("TH A")}) == 1


def test_steps_without_a_phase_and_phases_without_a_step_are_no_trouble() -> None:
    block = journey(4, 1, ())
    assert text(printed(block)).count("action") == 4
    empty = JourneyMap("Vide", (Phase("Un", 0),), (), ())
    assert "Vide" in text(printed(empty))


def test_on_larger_paper_a_journey_stands_on_one_page() -> None:
    blocks = (PageBreak(landscape=True), journey(12, 3, (3, 3, 3, 3)))
    sheets = [pdf.write(document(*blocks, paper=paper, alone=True), photo) for paper in ("A4", "A1", "A0")]
    assert [one.pages for one in sheets][1:] == [1, 1]


def test_the_sum_of_a_lane_of_durations_is_read_with_its_name() -> None:
    block = journey(3, 1, (2, 1))
    lane = Lane(
        "Durée et délai", ((Item("3 j"),), (), (Item("2 h"),)), total="Total\u00a0: 3\u00a0j 2\u00a0h"
    )
    rows = table(printed(replace(block, lanes=(*block.lanes, lane))))
    assert rows[-1][0] == "TH Durée et délai Total : 3 j 2 h".replace(" : ", "\u00a0: ").replace(
        "3 j", "3\u00a0j"
    ).replace("2 h", "2\u00a0h")
    assert rows[-1][1:] == ["TD 3 j", "TD", "TD 2 h"]


def test_a_map_with_room_to_spare_is_set_larger_and_takes_no_more_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = [journey(3, 2, (3,)), *(journey(8, deep, (2, 2, 2, 2)) for deep in range(1, 7))]
    assert 10.8 in sizes(printed(made[0]))
    pages = [len(page_texts(printed(one))) for one in made]
    monkeypatch.setattr(boards, "_LARGER", ())
    assert [len(page_texts(printed(one))) for one in made] == pages
