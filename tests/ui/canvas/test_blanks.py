"""What is typed and what is stored: dates, amounts and numbers as people write them."""

import pytest

from labdesk.errors import Refusal
from labdesk.ui.canvas.blanks import as_typed, parsed


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("money", "1 250,50 €", 125050),
        ("money", "12k", 1_200_000),
        ("date", "9/3/2027", "2027-03-09"),
        ("date", "09.03.27", "2027-03-09"),
        ("date", "2027-03-09", "2027-03-09"),
        ("number", "1 200", 1200),
        ("text_short", "  un mot ", "  un mot "),
        ("grid_number", " 3 jours ", "3 jours"),
        ("money", "   ", None),
    ],
)
def test_what_people_write_is_understood(kind: str, typed: str, stored: object) -> None:
    assert parsed(kind, typed) == stored


@pytest.mark.parametrize(("kind", "typed"), [("money", "beaucoup"), ("date", "demain"), ("number", "dix")])
def test_what_is_not_understood_is_refused_with_an_example(kind: str, typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parsed(kind, typed)
    assert typed in refusal.value.sentence


@pytest.mark.parametrize(
    ("kind", "stored", "shown"),
    [
        ("money", 125050, "1250,50"),
        ("money", -500, "-5"),
        ("date", "2027-03-09", "09/03/2027"),
        ("text", None, ""),
    ],
)
def test_what_is_stored_is_shown_as_one_types_it(kind: str, stored: str | int | None, shown: str) -> None:
    assert as_typed(kind, stored) == shown
    if stored is not None:
        assert parsed(kind, shown) == stored
