"""Numbers and their units: what is asked before one types, what is told once one has."""

import pytest

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import grid
from labdesk.ui.canvas.focus_item import hint_of
from tests.ui.canvas.hands import Hands, Key


@pytest.fixture
def timed(hands: Hands) -> Hands:
    """In front of the first cell of the lane of durations."""
    board = hands.board
    hands.desk.do(grid.with_lane(board.project, board.kind, board.canvas, "duration"))
    hands.stand("duration")
    return hands


def asked(hands: Hands) -> str:
    hands.press(Key.Key_F2)
    said = hands.pane.typist.editor.placeholderText()
    hands.press(Key.Key_Escape)
    return said


def told(hands: Hands) -> list[str]:
    said: list[str] = []
    hands.desk.announced.connect(said.append)
    return said


def hint(hands: Hands) -> str:
    plan, box, zone = hands.board.plan, hands.board.box, hands.board.zone()
    assert plan is not None
    assert box is not None
    assert isinstance(zone, Zone)
    return hint_of(plan, box, zone)


def test_an_empty_duration_says_how_it_is_written_and_counted(timed: Hands) -> None:
    assert "1 h 30" in asked(timed)
    assert hint(timed) == "un nombre et son unité"
    said = told(timed)
    timed.type("90 min")
    timed.press(Key.Key_Return)
    timed.type("1 h 30")
    timed.press(Key.Key_Return)
    assert any("3\u00a0h" in one for one in said)
    timed.type("45")
    timed.press(Key.Key_Return)
    assert any("Sans unité" in one for one in said)


def test_a_lane_of_euros_asks_for_euros_and_sums_them(timed: Hands) -> None:
    said = told(timed)
    for text in ("45 €", "12 €"):
        timed.type(text)
        timed.press(Key.Key_Return)
    assert any("57\u00a0€" in one for one in said)
    assert "€" in asked(timed)
    timed.type("3 km")
    timed.press(Key.Key_Return)
    assert any("gardez l’unité des autres cases" in one for one in said)


def test_a_lane_of_bare_numbers_asks_for_a_number(timed: Hands) -> None:
    for text in ("3", "4"):
        timed.type(text)
        timed.press(Key.Key_Return)
    assert hint(timed) == "un nombre"
    assert asked(timed) == "Un nombre entier\u00a0: 12"


def test_an_amount_and_a_day_say_how_they_are_written(hands: Hands, card: str) -> None:
    hands.page.show_canvas(card)
    for zone, part in (("cost", "euros"), ("test_dates", "9/3/2027"), ("testers", "entier")):
        if zone in {p.id for p in hands.board.plan.parts}:  # type: ignore[union-attr]
            hands.stand(zone)
            assert part in asked(hands), zone


def test_tab_through_what_is_written_says_no_sum_again(timed: Hands) -> None:
    for text in ("2 h", "3 h"):
        timed.type(text)
        timed.press(Key.Key_Return)
    timed.stand("duration")
    said = told(timed)
    timed.press(Key.Key_F2, Key.Key_Tab)
    timed.press(Key.Key_Escape)
    assert not [one for one in said if one.startswith("Total")]
