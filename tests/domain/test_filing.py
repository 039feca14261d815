"""« C7 »: a lane by its letter, a step by its number, as people type it on a French keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.filing import spots_of


@pytest.mark.parametrize(
    ("typed", "spots"),
    [
        ("C7", [("C", 7)]),
        ("c7", [("C", 7)]),
        (" c 7 ", [("C", 7)]),
        ("c-7", [("C", 7)]),
        ("C.12", [("C", 12)]),
        ("cè", [("C", 7)]),
        ("c&à", [("C", 10)]),
        ("C-", [("C", 6)]),
        ("cÈ", [("C", 7)]),
        ("C7 E2, a1", [("C", 7), ("E", 2), ("A", 1)]),
        ("C7 E 2", [("C", 7), ("E", 2)]),
        ("C7-9", [("C", 7), ("C", 8), ("C", 9)]),
        ("C7:C9", [("C", 7), ("C", 8), ("C", 9)]),
        ("c2..3;e1", [("C", 2), ("C", 3), ("E", 1)]),
    ],
)
def test_what_people_type_names_cells(typed: str, spots: list[tuple[str, int]]) -> None:
    assert list(spots_of(typed)) == spots


@pytest.mark.parametrize("typed", ["", "bonjour", "7", "C", "C7 bonjour", "C9-7", "C7-D9", "é", "C7-", "77C"])
def test_what_names_no_cell_is_not_guessed(typed: str) -> None:
    assert spots_of(typed) == ()


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_left(typed: str) -> None:
    assert all(letter.isupper() and number >= 0 for letter, number in spots_of(typed))
