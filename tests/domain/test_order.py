"""Places between places: keys that sort as bytes, always room, two tables that do not interleave."""

import os
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.order import DIGITS, between, mark_of, spread

KEY = st.text(alphabet=DIGITS, min_size=1, max_size=8).filter(lambda key: not key.endswith("0"))
MARKS = st.sampled_from(["", "aB3", "Zz9"])


@given(st.sets(KEY, min_size=2, max_size=2), MARKS)
def test_there_is_always_room_between_two_different_keys(pair: set[str], mark: str) -> None:
    low, high = sorted(pair)
    key = between(low, high, mark)
    assert low < key < high
    assert not key.endswith("0")
    assert low.encode() < key.encode() < high.encode()


@given(KEY, MARKS)
def test_there_is_room_before_the_first_and_after_the_last(key: str, mark: str) -> None:
    assert between(None, key, mark) < key < between(key, None, mark)


@given(KEY, KEY)
def test_equal_or_crossed_bounds_still_give_a_key_after_the_first(one: str, other: str) -> None:
    low, high = max(one, other), min(one, other)
    assert between(low, high) > low


@given(st.text(max_size=6), st.text(max_size=6), MARKS)
def test_places_of_a_file_from_elsewhere_stop_nothing(low: str, high: str, mark: str) -> None:
    assert set(between(low, high, mark).replace(low, "")) <= set(DIGITS) | set(low)
    assert between("a", "a0")
    assert between("a", "a00", mark)


@given(st.lists(st.integers(0, 1_000), min_size=1, max_size=60), MARKS)
def test_any_series_of_insertions_keeps_its_order(ranks: list[int], mark: str) -> None:
    keys: list[str] = []
    for rank in ranks:
        at = rank % (len(keys) + 1)
        low = keys[at - 1] if at else None
        high = keys[at] if at < len(keys) else None
        keys.insert(at, between(low, high, mark))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_a_long_list_typed_one_after_the_other_keeps_short_keys() -> None:
    keys = spread(2_000, "aB3")
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 12


def test_inserting_always_at_the_same_place_keeps_its_order() -> None:
    low, high = spread(2)
    for _turn in range(200):
        high = between(low, high)
        assert low < high
    assert len(high) < 120


@given(st.integers(1, 12), st.integers(1, 12))
def test_bursts_of_two_tables_at_the_same_place_do_not_interleave(here: int, there: int) -> None:
    """« Quatre tables, une clé » : each table's notes stay together after the merge."""
    before, after = spread(2)
    bursts = []
    for mark, count in (("aaa", here), ("bbb", there)):
        place, burst = before, []
        for _note in range(count):
            place = between(place, after, mark)
            burst.append(place)
        assert burst == sorted(burst)
        assert before < burst[0]
        assert burst[-1] < after
        bursts.append(burst)
    merged = sorted([*bursts[0], *bursts[1]])
    owners = [key in bursts[0] for key in merged]
    assert sum(one != other for one, other in pairwise(owners)) == 1


@pytest.mark.parametrize("author", ["a1b2c3d4e5f6", "é", "0", "x" * 200])
def test_the_mark_of_an_author_is_three_digits_that_stay_the_same(author: str) -> None:
    mark = mark_of(author)
    assert mark == mark_of(author)
    assert len(mark) == 3
    assert set(mark) <= set(DIGITS) - {"0"}


def test_authors_rarely_share_a_mark() -> None:
    marks = {mark_of(os.urandom(8).hex()) for _author in range(200)}
    assert len(marks) > 190
