"""Parts of a journey: every step once, in order, phases whole where they can be."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier.parts import Part, Slice, parts


@given(st.lists(st.integers(0, 15), max_size=8), st.integers(1, 9))
def test_every_step_stands_in_one_part_and_no_part_is_too_wide(counts: list[int], most: int) -> None:
    found = parts(counts, most)
    assert [step for part in found for step in part.steps] == list(range(sum(counts)))
    assert all(len(part.steps) <= most for part in found)
    for phase, count in enumerate(counts):
        slices = [one for part in found for one in part.slices if one.phase == phase]
        assert sum(one.steps for one in slices) == count
        assert [one.begun for one in slices] == [place > 0 for place in range(len(slices))]
        assert len(slices) == -(-count // most)


def test_phases_are_packed_whole() -> None:
    assert parts([2, 3, 4], 6) == (
        Part((Slice(0, 0, 2), Slice(1, 2, 3))),
        Part((Slice(2, 5, 4),)),
    )


def test_a_phase_too_long_is_cut_evenly() -> None:
    assert [len(part.steps) for part in parts([9], 7)] == [4, 5]
