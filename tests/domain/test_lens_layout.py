"""The pages of a lens: big enough for the back row, nothing lost, nothing shrunk, nothing private."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from labdesk.domain.commands.canvases import add_photo, answer, duplicate_canvas
from labdesk.domain.lens import HIGH, LEAST, Lens
from labdesk.domain.lens_content import Block, Content, Flow, Piece, Row, Table
from labdesk.domain.lens_layout import pages_of
from labdesk.domain.lens_page import BAND, Page
from labdesk.domain.lens_source import content_of
from labdesk.domain.model import Project
from labdesk.domain.walk import walk
from tests.domain.projection import LANES, TYPES, FixedType, journey
from tests.memory import done, with_canvas

WIDE = 1920.0
SCREENS = (1920.0, 1440.0, 1728.0, 1080.0)
WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=14), min_size=1, max_size=60).map(" ".join)


def pages(content: Content, wide: float = WIDE) -> tuple[Page, ...]:
    return pages_of(content, wide, FixedType())


def read(shown: tuple[Page, ...]) -> list[str]:
    """Every word of notes and texts, the marks of continuation taken off."""
    texts = [tile.text for page in shown for tile in page.tiles if tile.kind in ("note", "text")]
    return [word for text in texts for word in re.split(r"[ \n]", text) if word != "…"]


def inside(page: Page) -> bool:
    """Everything stands in the picture, above the band."""
    low = HIGH - BAND + 0.5
    return all(t.rect.x >= 0 and t.rect.right <= page.wide + 0.5 and t.rect.bottom <= low for t in page.tiles)


def test_three_steps_and_three_lanes_of_eighty_letters_are_never_under_four_and_a_half_percent() -> None:
    project, canvas = journey(
        1, "Attend une réponse du service instructeur depuis trois longues semaines d’été"
    )
    steps = tuple(step.id for step in project.steps_of(canvas)[:3])
    shown = pages(content_of(project, TYPES, Lens("grid", canvas, steps, LANES)))
    assert all(page.size >= LEAST for page in shown)
    assert all(inside(page) for page in shown)


@pytest.mark.parametrize("wide", SCREENS)
def test_every_lens_of_the_walk_is_big_and_stands_inside_the_picture(wide: float) -> None:
    project, canvas = journey(4)
    for halt in walk(project, TYPES, canvas):
        for page in pages(content_of(project, TYPES, halt.lens), wide):
            assert page.size >= LEAST, halt.name
            assert inside(page), halt.name


def test_what_is_short_fills_the_picture() -> None:
    alone = pages(Flow((Block("", (Piece("note", "Attend"),)),)))
    assert len(alone) == 1
    assert alone[0].size > 2 * LEAST


@given(texts=st.lists(WORDS, min_size=1, max_size=9), wide=st.sampled_from(SCREENS), across=st.integers(1, 3))
@example(texts=["aa aaaaaaaaaaaaaa a a a aaaaa aaaaaaa aaaaaaaaa aaaaaaa", "a", "a"], wide=1920.0, across=2)
@example(texts=["a aa aa aaaaaaaaa aaaaaaa aaaaaaaaaa aaaaaa aaaaaaaa a", "a", "a"], wide=1920.0, across=2)
def test_a_flow_shows_every_word_once_and_never_shrinks(texts: list[str], wide: float, across: int) -> None:
    flow = Flow((Block("Titre", tuple(Piece("note", text) for text in texts)),), across)
    shown = pages(flow, wide)
    assert read(shown) == " ".join(texts).split(" ")
    assert all(page.size >= LEAST for page in shown)
    assert all(inside(page) for page in shown)


@given(
    cells=st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=12),
    columns=st.integers(1, 4),
    wide=st.sampled_from(SCREENS),
)
def test_a_grid_shows_every_word_once_and_never_shrinks(
    cells: list[list[str]], columns: int, wide: float
) -> None:
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    table = Table(
        tuple((f"{at + 1}. Étape", 0) for at in range(columns)),
        tuple(
            Row(
                f"Ligne {rank}",
                "sky",
                tuple(tuple(Piece("note", t) for t in cell) for cell in row) + ((),) * (columns - len(row)),
            )
            for rank, row in enumerate(rows)
        ),
    )
    shown = pages(table, wide)
    typed = sorted(word for cell in cells for text in cell for word in text.split(" "))
    if typed:
        assert sorted(read(shown)) == typed
    assert all(page.size >= LEAST for page in shown)


def test_only_a_word_longer_than_the_picture_gets_smaller_and_never_under_the_floor() -> None:
    shown = pages(Flow((Block("", (Piece("note", "https://" + "a" * 200), Piece("note", "court"))),)))
    assert {tile.size >= 28 for page in shown for tile in page.tiles if tile.text} == {True}
    assert any(tile.size >= LEAST for tile in shown[0].tiles if tile.text == "court")


def test_nothing_private_is_in_any_lens() -> None:
    project, canvas = journey(2)
    lenses = [halt.lens for halt in walk(project, TYPES, canvas)]
    lenses.append(Lens("beside", canvas, others=(canvas,)))
    texts = [t.text for lens in lenses for p in pages(content_of(project, TYPES, lens)) for t in p.tiles]
    assert not [text for text in texts if "Relancer" in text or "Table 9" in text]


def test_hidden_votes_are_nowhere_and_come_back_together() -> None:
    project, canvas = journey(1)
    lens = Lens("irritants", canvas)
    last = Lens("grid", canvas, (project.steps_of(canvas)[-1].id,), ("opportunities",))
    assert [t.votes for p in pages(content_of(project, TYPES, last)) for t in p.tiles if t.votes] == [1]
    assert not any(t.votes for p in pages(content_of(project, TYPES, last, votes=False)) for t in p.tiles)
    assert pages(content_of(project, TYPES, lens, votes=False))


def test_the_whole_curve_comes_first_then_its_steps_by_name() -> None:
    project, canvas = journey(1)
    shown = pages(content_of(project, TYPES, Lens("curve", canvas)))
    faces = [tile.level for tile in shown[0].tiles if tile.kind == "face"]
    assert faces == [-2, -1, 0, 1, 2, -2]
    assert any("Chercher" in tile.text for page in shown for tile in page.tiles)
    assert all(page.size >= LEAST for page in shown)


def test_lanes_and_notes_have_their_turn_to_be_revealed() -> None:
    project, canvas = journey(1)
    steps = tuple(step.id for step in project.steps_of(canvas)[:2])
    page = pages(content_of(project, TYPES, Lens("grid", canvas, steps, LANES)))[0]
    lanes, notes = page.turns
    assert 1 <= lanes <= 3
    assert notes == lanes * 2
    assert len(page.cells) == lanes * 2


def test_an_empty_lens_says_so() -> None:
    project, canvas = journey(0)
    shown = pages(content_of(project, TYPES, Lens("irritants", canvas)))
    assert "Rien à projeter" in shown[0].tiles[0].text


def two_journeys() -> tuple[Project, tuple[str, str]]:
    """A journey and its copy, of which the third step was not lived."""
    project, canvas = journey(0)
    other, gesture = duplicate_canvas(project, canvas)
    project = done(project, gesture)
    third = project.steps_of(other)[2].id
    return done(project, answer(project, other, "emotions", None, step=third)), (canvas, other)


@pytest.mark.parametrize("wide", SCREENS)
def test_curves_of_several_journeys_are_one_page_that_is_read_from_afar(wide: float) -> None:
    project, (one, other) = two_journeys()
    (page,) = pages(content_of(project, TYPES, Lens("curve", one, others=(other,))), wide)
    assert inside(page)
    lines = [tile for tile in page.tiles if tile.kind == "line"]
    assert [tile.stroke for tile in lines] == [0, 1]
    assert [level for _x, _y, level in lines[1].points] == [-2, -1, None, 1, 2, -2]
    assert page.turns[0] == 2
    assert len(page.cells) == 2


def test_a_curve_of_which_nothing_was_said_shows_nothing_to_project() -> None:
    project, canvas = with_canvas(Project.empty("a"), "journey", "Vide")
    (page,) = pages(content_of(project, TYPES, Lens("curve", canvas, others=("gone",))))
    assert "Rien à projeter" in page.tiles[0].text


def test_a_step_without_a_level_breaks_the_projected_curve_too() -> None:
    project, (_one, other) = two_journeys()
    (page, *_more) = pages(content_of(project, TYPES, Lens("curve", other)))
    curve = next(tile for tile in page.tiles if tile.kind == "curve")
    assert [level for _x, _y, level in curve.points] == [-2, -1, None, 1, 2, -2]


def test_two_pictures_to_compare_come_first_one_beside_the_other_on_one_page() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype", "Convocation")
    for zone, said in (("pitch", "Une page, une date"), ("hypothesis", "On vient à l’heure " * 12)):
        project = done(project, answer(project, card, zone, said))
    for zone in ("after", "before"):
        project = done(project, add_photo(project, card, zone, zone[0] * 64)[1])
    first = pages(content_of(project, TYPES, Lens("sheet", card)))[0]
    shown = [tile for tile in first.tiles if tile.kind == "photo"]
    assert [tile.picture for tile in shown] == ["b" * 64, "a" * 64]
    assert shown[0].rect.y == shown[1].rect.y
    assert shown[0].rect.right < shown[1].rect.x
