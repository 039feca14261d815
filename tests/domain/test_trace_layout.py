"""Where traces stand: nothing overlaps, a card, its result and its decision share a row, lines meet cards."""

from itertools import combinations

import pytest

from labdesk.domain.box import Style
from labdesk.domain.trace_layout import Layout, laid
from labdesk.domain.trace_scheme import schemed
from labdesk.domain.trace_web import Shown, web
from tests.domain.dossiers import example


def lines_high(text: str, style: Style, width: float) -> float:
    assert style in ("note", "caption")
    return 17.0 * (1 + len(text) * 6 // max(width, 1))


def of_example(shown: Shown, room: float = 1298.0, unit: float = 1.0) -> Layout:
    found = web(example())
    return laid(schemed(found, found.visible(shown)), room, unit, lines_high)


@pytest.mark.parametrize("shown", ["linked", "all", "broken"])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_no_two_cards_overlap(shown: Shown, unit: float) -> None:
    layout = of_example(shown, unit=unit)
    for stage in layout.columns:
        column = layout.in_column(stage)
        for above, below in combinations(column, 2):
            assert above.rect.bottom <= below.rect.y + 1e-6
    assert all(card.rect.right <= layout.width for card in layout.cards.values())
    assert all(card.rect.bottom <= layout.height for card in layout.cards.values())


def test_a_small_laptop_sees_all_columns_side_by_side() -> None:
    assert of_example("linked").width < 1298.5


def test_a_card_its_result_and_its_decision_share_a_row() -> None:
    for layout in (of_example("linked"), of_example("all")):
        for card in layout.in_column("prototype"):
            tail = [layout.cards.get(f"{card.knot.id}/{part}") for part in ("result", "decision")]
            middles = [c.rect.y + c.rect.h / 2 for c in (card, *tail) if c is not None]
            assert max(middles) - min(middles) < 1


def test_lines_leave_a_card_on_its_right_and_arrive_on_the_left() -> None:
    layout = of_example("linked")
    assert layout.lines
    for line in layout.lines:
        one, other = layout.cards[line.a].rect, layout.cards[line.b].rect
        assert line.points[0] == (one.right, one.y + one.h / 2)
        assert line.points[-1] == (other.x, other.y + other.h / 2)


def test_what_is_tied_to_nothing_stands_below_step_by_step() -> None:
    layout = of_example("all")
    loose = [card for card in layout.cards.values() if "answer" in card.knot.lacks]
    assert all(card.rect.y > layout.loose for card in loose)
    assert layout.groups[0].label.startswith("Inès · étape 2 · Imaginer")
    assert layout.rest["pain"] == 0
    assert of_example("linked").rest["pain"] == 30


def test_a_point_finds_its_card() -> None:
    layout = of_example("linked")
    card = layout.in_column("prototype")[0]
    found = layout.at(card.rect.x + 2, card.rect.y + 2)
    assert found is card
    assert layout.at(-5, -5) is None
