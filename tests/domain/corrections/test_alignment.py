"""Which words of two wordings are the same: the steps tell both wordings whole, however long they are."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.corrections import alignment
from labdesk.domain.corrections.alignment import Step, steps

WORDS = st.lists(st.sampled_from("abcdef"), max_size=40)
SENTENCE = ["Les", "agents", "répondent", "aux", "usagers", "dans", "les", "63", "jours", "ouvrés", "."]
SLOW = 1.0
"""s that no comparison may take, on a machine that does other things too (0.05 measured)."""


def holds(mine: list[str], theirs: list[str], told: tuple[Step, ...]) -> bool:
    """Every word is in one step, in order, and what is said to stay is the same."""
    at = other = 0
    for tag, low, high, first, last in told:
        if (low, first) != (at, other) or (tag == "equal") != (mine[low:high] == theirs[first:last]):
            return False
        kinds = {"delete": last == first, "insert": high == low, "replace": high > low and last > first}
        if not kinds.get(tag, True):
            return False
        at, other = high, last
    return (at, other) == (len(mine), len(theirs))


@given(WORDS, WORDS)
def test_short_wordings_are_told_whole(mine: list[str], theirs: list[str]) -> None:
    assert holds(mine, theirs, steps(mine, theirs))


@given(WORDS, WORDS, st.integers(0, 5), st.integers(1, 9))
def test_long_wordings_are_told_whole(mine: list[str], theirs: list[str], most: int, far: int) -> None:
    with pytest.MonkeyPatch.context() as patch:  # so short, and as if they were long
        patch.setattr(alignment, "MOST", most)
        patch.setattr(alignment, "FAR", far)
        told = steps(mine, theirs)
    kept = sum(high - low for tag, low, high, *_rest in told if tag == "equal")
    assert holds(mine, theirs, told)
    assert kept == len(mine) or mine != theirs


def test_words_that_stand_once_hold_a_long_text_together() -> None:
    mine = [f"mot{rank}" if rank % 3 else "le" for rank in range(3000)]
    theirs = [*mine[:1200], *(["un", "ajout"] * 300), *mine[1200:]]
    theirs[2] = "autre"
    assert [step[0] for step in steps(mine, theirs)] == ["equal", "replace", "equal", "insert", "equal"]


def test_a_sentence_said_over_and_over_shows_the_word_that_changed_in_each() -> None:
    mine = SENTENCE * 180
    theirs = ["15" if word == "63" else word for word in mine]
    changed = [(mine[step[1]], theirs[step[3]]) for step in steps(mine, theirs) if step[0] != "equal"]
    assert changed == [("63", "15")] * 180


@pytest.mark.parametrize("kind", ["over and over", "one word", "mixed", "two words", "nothing alike"])
def test_no_long_wording_holds_the_window(kind: str) -> None:
    chance = random.Random(7)
    many = [f"mot{rank}" for rank in range(1500)] * 2
    wordings = {
        "over and over": (SENTENCE * 200, [word[:4] for word in SENTENCE * 200]),
        "one word": (["mot"] * 4300, ["mot"] * 4200 + ["fin"]),
        "mixed": (many, chance.sample(many, len(many))),
        "two words": (chance.choices("ab", k=4000), chance.choices("ab", k=4000)),
        "nothing alike": (["a"] * 4000, ["b"] * 4000),
    }
    mine, theirs = wordings[kind]
    start = time.process_time()
    told = steps(mine, theirs)
    assert time.process_time() - start < SLOW
    assert holds(mine, theirs, told)
