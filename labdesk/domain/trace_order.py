"""The order of things in columns so that few lines cross: the barycentre of what each is tied to. Pure."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Columns = Sequence[Sequence[str]]
Lines = Sequence[tuple[str, str]]
SWEEPS, PATIENCE, FEW = 8, 2, 240
"""Passes over all columns at most, how many without gain end it; lines up to which neighbours are swapped."""


def ordered(columns: Columns, lines: Lines) -> list[list[str]]:
    """The same columns, each in the order that crosses least of those tried; ties keep the order given.

    `lines` go from a column to the next one; others count for nothing.
    """
    now = [list(column) for column in columns]
    right, left = _ends(lines)
    best, least = [list(column) for column in now], crossings(now, lines)
    since = 0
    for sweep in range(SWEEPS):
        if least == 0 or since == PATIENCE:
            break
        forth = sweep % 2 == 0
        ranks = range(1, len(now)) if forth else range(len(now) - 2, -1, -1)
        for rank in ranks:
            beside = now[rank - 1] if forth else now[rank + 1]
            now[rank] = _by_centre(now[rank], beside, left if forth else right)
        for rank in range(len(now)) if len(lines) <= FEW else ():
            _swap(now, rank, left, right)
        since += 1
        if (count := crossings(now, lines)) < least:
            best, least, since = [list(column) for column in now], count, 0
    return best


def crossings(columns: Columns, lines: Lines) -> int:
    """How many pairs of lines between neighbouring columns cross."""
    right, _left = _ends(lines)
    return sum(_between(a, b, right) for a, b in pairwise(columns))


def _ends(lines: Lines) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    right: dict[str, list[str]] = {}
    left: dict[str, list[str]] = {}
    for a, b in lines:
        right.setdefault(a, []).append(b)
        left.setdefault(b, []).append(a)
    return right, left


def _between(a: Sequence[str], b: Sequence[str], right: Mapping[str, list[str]]) -> int:
    rank = {name: at for at, name in enumerate(b)}
    ends = [sorted(rank[other] for other in right.get(name, ()) if other in rank) for name in a]
    return _inversions([end for found in ends for end in found])


def _inversions(ends: list[int]) -> int:
    """Pairs in the wrong order, by merging halves."""
    if len(ends) < 2:
        return 0
    middle = len(ends) // 2
    low, high = ends[:middle], ends[middle:]
    count = _inversions(low) + _inversions(high)
    low.sort()
    high.sort()
    at = 0
    for end in high:
        while at < len(low) and low[at] <= end:
            at += 1
        count += len(low) - at
    return count


def _by_centre(column: list[str], beside: Sequence[str], ties: Mapping[str, list[str]]) -> list[str]:
    """Each thing at the middle of what it is tied to; what is tied to nothing keeps its rank."""
    rank = {name: at for at, name in enumerate(beside)}

    def centre(item: tuple[int, str]) -> float:
        at, name = item
        ends = [rank[other] for other in ties.get(name, ()) if other in rank]
        return sum(ends) / len(ends) if ends else at * len(beside) / max(len(column), 1)

    return [name for _at, name in sorted(enumerate(column), key=centre)]


def _swap(
    columns: list[list[str]], rank: int, left: Mapping[str, list[str]], right: Mapping[str, list[str]]
) -> None:
    """Neighbours change places where that crosses less, on both sides at once."""
    column = columns[rank]
    beside = [
        ({name: at for at, name in enumerate(columns[other])}, ties)
        for other, ties in ((rank - 1, left), (rank + 1, right))
        if 0 <= other < len(columns)
    ]
    for at in range(len(column) - 1):
        first, second = column[at], column[at + 1]
        gain = sum(
            _crossed(ties, ranks, first, second) - _crossed(ties, ranks, second, first)
            for ranks, ties in beside
        )
        if gain > 0:
            column[at], column[at + 1] = second, first


def _crossed(ties: Mapping[str, list[str]], ranks: Mapping[str, int], above: str, below: str) -> int:
    ends = [ranks[other] for other in ties.get(below, ()) if other in ranks]
    return sum(ranks[other] > end for other in ties.get(above, ()) if other in ranks for end in ends)


def settled(wanted: Sequence[float], sizes: Sequence[float], gap: float, top: float = 0.0) -> list[float]:
    """Where things stand one under the other: as near as can be to the tops they want, in their order.

    None overlaps, `gap` at least between two, the first not above `top`. Blocks that push each other share
    the difference (pool adjacent violators).
    """
    offsets, at = [], 0.0
    for size in sizes:
        offsets.append(at)
        at += size + gap
    blocks: list[tuple[float, int]] = []  # the mean wish of a block of touching things, and how many they are
    for wish, offset in zip(wanted, offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, many = blocks.pop()
            mean, count = (mean * count + other * many) / (count + many), count + many
        blocks.append((mean, count))
    starts = [max(mean, top) for mean, count in blocks for _one in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
