"""What people type or paste is cleaned at the door, and limits are said with their number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.errors import Refusal
from labdesk.store.entry import clean_text, clean_value
from labdesk.store.hashes import canonical


def test_control_characters_and_broken_halves_go_and_lines_stay() -> None:
    assert clean_text("a\x00b\x1b[31m\ud800c\ufeff\r\nd\re\tf\x85g") == "ab[31mc\nd\ne\tf\ng"


def test_letters_are_written_in_one_way() -> None:
    assert clean_text("e\u0301te\u0301") == "été"


@given(st.text(st.characters(codec=None), max_size=30))
def test_whatever_is_pasted_can_be_hashed_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert canonical(cleaned)


@pytest.mark.parametrize(
    ("table", "field", "limit"),
    [("note", "text", 2000), ("note", "voice", 300), ("section", "text", 100_000)],
)
def test_a_text_beyond_its_limit_is_refused_with_both_numbers(table: str, field: str, limit: int) -> None:
    assert clean_value(table, field, "x" * limit) == "x" * limit
    with pytest.raises(Refusal, match=f"{limit + 1}.*{limit}"):
        clean_value(table, field, "x" * (limit + 1))


def test_a_number_is_whole_and_of_a_size_that_every_reader_keeps() -> None:
    assert clean_value("resource", "amount", 7_620_000) == 7_620_000
    assert clean_value("vote", "voter", 12) == "12"
    assert clean_value("resource", "target", True) == 1
    with pytest.raises(Refusal, match="nombre entier"):
        clean_value("resource", "amount", "76 200")
    with pytest.raises(Refusal, match="trop grand"):
        clean_value("resource", "amount", 2**53)
