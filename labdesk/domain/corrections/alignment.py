"""Which words of two wordings are the same ones, as steps in reading order; long wordings stay quick.

An ordinary paragraph is compared as `difflib` does, longest passage first. Past `MOST` that takes seconds:
words that stand once on both sides then hold the texts together, and what lies between is walked (Myers).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from msgspec import Struct

Tag = Literal["equal", "delete", "insert", "replace"]
Step = tuple[Tag, int, int, int, int]
"""(what happens, from, to in the first wording, from, to in the second), as `difflib` says it."""
Keys = Sequence[str]
MOST = 30_000
"""Pairs of equal words that `difflib` is trusted with: some 1,200 words of prose."""
FAR = 96
"""Words that may go and come before the walk settles on the furthest place it reached."""
DEEP = 6
"""How often what lies between held words is held together again."""


class _Run(Struct, frozen=True):
    """As many words as `size` are the same, from `mine` on one side and `theirs` on the other."""

    mine: int
    theirs: int
    size: int


class _Span(Struct, frozen=True):
    """A stretch of each wording: from `low` to `high` of the first, from `first` to `last` of the second."""

    low: int
    high: int
    first: int
    last: int

    def __bool__(self) -> bool:
        return self.low < self.high and self.first < self.last


def steps(mine: Keys, theirs: Keys) -> tuple[Step, ...]:
    """From the first wording to the second; every word is in one step, in order."""
    if _work(mine, theirs) <= MOST:
        return tuple(SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes())
    whole = _Span(0, len(mine), 0, len(theirs))
    return tuple(_told(_runs(mine, theirs, whole, DEEP), len(mine), len(theirs)))


def _work(mine: Keys, theirs: Keys) -> int:
    """Pairs of equal words."""
    there = Counter(theirs)
    return sum(count * there[word] for word, count in Counter(mine).items())


def _told(runs: Iterator[_Run], ours: int, others: int) -> Iterator[Step]:
    """What stayed, and between it what went and came."""
    low = first = held = 0  # `held`: how much stayed just before (low, first), not told yet
    for run in (*runs, _Run(ours, others, 0)):
        if run.mine > low or run.theirs > first:
            if held:
                yield "equal", low - held, low, first - held, first
            held = 0
            both = run.mine > low and run.theirs > first
            tag: Tag = "replace" if both else "delete" if run.mine > low else "insert"
            yield tag, low, run.mine, first, run.theirs
        low, first, held = run.mine + run.size, run.theirs + run.size, held + run.size
    if held:
        yield "equal", low - held, low, first - held, first


def _runs(mine: Keys, theirs: Keys, span: _Span, deep: int) -> Iterator[_Run]:
    """What stays the same within a span, in order."""
    head, span, tail = _trimmed(mine, theirs, span)
    if head.size:
        yield head
    if span:
        yield from _inside(mine, theirs, span, deep)
    if tail.size:
        yield tail


def _trimmed(mine: Keys, theirs: Keys, span: _Span) -> tuple[_Run, _Span, _Run]:
    """The words both sides begin with, what lies between, the words both end with."""
    low, high, first, last = span.low, span.high, span.first, span.last
    while low < high and first < last and mine[low] == theirs[first]:
        low, first = low + 1, first + 1
    while low < high and first < last and mine[high - 1] == theirs[last - 1]:
        high, last = high - 1, last - 1
    head = _Run(span.low, span.first, low - span.low)
    return head, _Span(low, high, first, last), _Run(high, last, span.high - high)


def _inside(mine: Keys, theirs: Keys, span: _Span, deep: int) -> Iterator[_Run]:
    if _work(mine[span.low : span.high], theirs[span.first : span.last]) <= MOST:
        yield from _longest_first(mine, theirs, span)
        return
    held = _in_order(mine, theirs, span) if deep else []
    if not held:
        yield from _walked(mine, theirs, span)
        return
    ends = [_Run(span.low, span.first, 0), *held, _Run(span.high, span.last, 0)]
    for one, other in pairwise(ends):
        if one.size:
            yield one
        between = _Span(one.mine + one.size, other.mine, one.theirs + one.size, other.theirs)
        yield from _runs(mine, theirs, between, deep - 1)


def _longest_first(mine: Keys, theirs: Keys, span: _Span) -> Iterator[_Run]:
    ours, others = mine[span.low : span.high], theirs[span.first : span.last]
    for block in SequenceMatcher(None, ours, others, autojunk=False).get_matching_blocks():
        if block.size:
            yield _Run(span.low + block.a, span.first + block.b, block.size)


def _in_order(mine: Keys, theirs: Keys, span: _Span) -> list[_Run]:
    """Words that stand once on both sides: the longest row of them that is in one order."""
    ours, others = Counter(mine[span.low : span.high]), Counter(theirs[span.first : span.last])
    once = {word for word, count in ours.items() if count == 1 == others[word]}
    there = {theirs[at]: at for at in range(span.first, span.last) if theirs[at] in once}
    ends: list[int] = []  # the smallest place at which a row of that length ends
    rows: list[tuple[int, int, int]] = []  # (place here, place there, the one before in its row)
    last: list[int] = []  # the rank, in `rows`, of the word each length ends with
    for at in range(span.low, span.high):
        if (place := there.get(mine[at])) is not None:
            length = bisect_left(ends, place)
            rows.append((at, place, last[length - 1] if length else -1))
            ends[length : length + 1] = [place]
            last[length : length + 1] = [len(rows) - 1]
    found: list[_Run] = []
    rank = last[-1] if last else -1
    while rank >= 0:
        here, place, rank = rows[rank]
        found.append(_Run(here, place, 1))
    return found[::-1]


def _walked(mine: Keys, theirs: Keys, span: _Span) -> Iterator[_Run]:
    """The fewest words that go and come, by strides: time grows with the length, whatever differs."""
    low, first = span.low, span.first
    while low < span.high and first < span.last:
        runs, far, away = _stride(mine[low : span.high], theirs[first : span.last])
        yield from (_Run(low + run.mine, first + run.theirs, run.size) for run in runs)
        low, first = low + far, first + away


def _stride(mine: Keys, theirs: Keys) -> tuple[list[_Run], int, int]:
    """What stays the same on the way, and how far one came on each side (Myers, 1986)."""
    rows: list[dict[int, tuple[int, int, int]]] = []  # changes so far → {lead: (from, to, lead before)}
    for changes in range(FAR + 1):
        rows.append(_row(mine, theirs, changes, rows[-1] if rows else {}))
        done = rows[-1].get(len(mine) - len(theirs))
        if done is not None and done[1] == len(mine):
            break
    lead = max(rows[-1], key=lambda lead: 2 * rows[-1][lead][1] - lead)
    far = rows[-1][lead][1]
    away, runs = far - lead, []
    for row in reversed(rows):
        start, end, before = row[lead]
        if end > start:
            runs.append(_Run(start, start - lead, end - start))
        lead = before
    return runs[::-1], far, away


def _row(
    mine: Keys, theirs: Keys, changes: int, before: dict[int, tuple[int, int, int]]
) -> dict[int, tuple[int, int, int]]:
    """How far one comes with one change more, for each lead of the first side over the second."""
    row = {} if changes else {0: (0, 0, 0)}
    for lead in range(-changes, changes + 1, 2) if changes else ():
        gone, come = before.get(lead - 1), before.get(lead + 1)
        best = (-1, 0)
        if gone is not None and gone[1] < len(mine):
            best = (gone[1] + 1, lead - 1)
        if come is not None and come[1] - lead <= len(theirs):
            best = max(best, (come[1], lead + 1))
        if best[0] >= 0:
            row[lead] = (best[0], best[0], best[1])
    for lead, (start, _end, former) in row.items():
        end = start
        while end < len(mine) and end - lead < len(theirs) and mine[end] == theirs[end - lead]:
            end += 1
        row[lead] = (start, end, former)
    return row
