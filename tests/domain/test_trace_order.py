"""Columns in an order that crosses few lines, and things that settle without overlapping."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.trace_order import crossings, ordered, settled

Graph = tuple[list[list[str]], list[tuple[str, str]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Up to five columns of up to eight things, with lines from each column to the next."""
    columns = [[f"{at}-{n}" for n in range(draw(st.integers(0, 8)))] for at in range(draw(st.integers(1, 5)))]
    lines = []
    for left, right in pairwise(columns):
        if left and right:
            pairs = st.tuples(st.sampled_from(left), st.sampled_from(right))
            lines += draw(st.lists(pairs, max_size=14, unique=True))
    return columns, lines


@given(graphs())
def test_no_order_crosses_more_than_the_one_given_and_nothing_is_lost(graph: Graph) -> None:
    columns, lines = graph
    made = ordered(columns, lines)
    assert [sorted(column) for column in made] == [sorted(column) for column in columns]
    assert crossings(made, lines) <= crossings(columns, lines)
    assert ordered(columns, lines) == made


@given(graphs())
def test_crossings_are_counted_pair_by_pair(graph: Graph) -> None:
    columns, lines = graph
    rank = {name: at for column in columns for at, name in enumerate(column)}
    column_of = {name: at for at, column in enumerate(columns) for name in column}
    slow = sum(
        (rank[a] - rank[c]) * (rank[b] - rank[d]) < 0
        for at, (a, b) in enumerate(lines)
        for c, d in lines[at + 1 :]
        if column_of[a] == column_of[c]
    )
    assert crossings(columns, lines) == slow


@given(st.permutations(range(7)), st.permutations(range(7)))
def test_pairs_in_any_disorder_end_without_a_crossing(left: list[int], right: list[int]) -> None:
    columns = [[f"a{n}" for n in left], [f"b{n}" for n in right]]
    lines = [(f"a{n}", f"b{n}") for n in range(7)]
    assert crossings(ordered(columns, lines), lines) == 0


sizes = st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 80)), max_size=12)


@given(sizes)
def test_things_settle_in_order_without_overlapping(things: list[tuple[float, float]]) -> None:
    tops = settled([wish for wish, _size in things], [size for _wish, size in things], 10, 40)
    for at, top in enumerate(tops):
        assert top >= 40 - 1e-6
        if at:
            assert top >= tops[at - 1] + things[at - 1][1] + 10 - 1e-6


@given(sizes)
def test_what_stands_well_already_does_not_move(things: list[tuple[float, float]]) -> None:
    at, wanted = 40.0, []
    for wish, size in things:
        at += abs(wish)
        wanted.append(at)
        at += size + 10
    tops = settled(wanted, [size for _wish, size in things], 10, 40)
    assert all(abs(a - b) < 1e-6 for a, b in zip(tops, wanted, strict=True))
