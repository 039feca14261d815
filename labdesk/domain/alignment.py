"""Journeys of different lengths on one axis: phases of the same name stand together, the rest in proportion.

The first journey gives the order. A phase that only another one has takes the room of the phases it stands
for, or a stretch of its own between two that match.
"""

import unicodedata
from collections.abc import Sequence

from msgspec import Struct

Shape = Sequence[tuple[str, int]]
"""The phases of a journey, in order: (name, number of steps)."""
Home = tuple[int, int]
"""Where a step stands, first and last: 2 i is the phase i of the first journey, 2 i − 1 stands before it."""


class Stretch(Struct, frozen=True):
    """A part of the axis, from 0 to 1, and its name; `members`: the journeys that have a phase so called."""

    label: str
    start: float
    end: float
    members: frozenset[int]


class Axis(Struct, frozen=True):
    """Stretches in order; for each journey the place of each step, and its home."""

    stretches: tuple[Stretch, ...]
    places: tuple[tuple[float, ...], ...]
    homes: tuple[tuple[Home, ...], ...]


class _Run(Struct, frozen=True):
    """Consecutive phases of one journey: on the phases `low` to `high` − 1 of the first, or before `low`."""

    low: int
    high: int
    steps: int
    names: tuple[str, ...]
    matched: bool


def meet(one: Home, other: Home) -> bool:
    """Two steps that stand at the same moment can be compared."""
    return one[0] <= other[1] and other[0] <= one[1]


def same_name(name: str) -> str:
    """What two ways to write one name have in common: no capitals, no accents, no signs."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    kept = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join(kept.split())


def aligned(shapes: Sequence[Shape]) -> Axis:
    """The common axis of some journeys; a phase without steps takes no room."""
    held = [[(name, steps) for name, steps in shape if steps > 0] for shape in shapes]
    first = next((at for at, shape in enumerate(held) if shape), 0)
    order = held[first] if held else []
    runs = [_runs(order, shape, own=at == first) for at, shape in enumerate(held)]
    wide = [float(steps) for _name, steps in order]
    between: dict[int, tuple[float, str, frozenset[int]]] = {}
    for at, found in enumerate(runs):
        for run in found:
            _make_room(run, at, wide, between)
    starts, stretches = _stretches(order, runs, wide, between)
    total = stretches[-1].end if stretches else 1.0
    shown = tuple(Stretch(s.label, s.start / total, s.end / total, s.members) for s in stretches)
    placed = [_placed(found, starts, total) for found in runs]
    return Axis(shown, tuple(x for x, _home in placed), tuple(home for _x, home in placed))


def _runs(order: Shape, shape: Shape, *, own: bool) -> list[_Run]:
    """A journey cut where its phases meet those of the first one, which is `own` where it is that one."""
    pairs = _common([same_name(name) for name, _n in order], [same_name(name) for name, _n in shape])
    if own:
        pairs = [(at, at) for at in range(len(order))]
    found: list[_Run] = []
    low, at = 0, 0
    for mine, theirs in [*pairs, (len(order), len(shape))]:
        loose = shape[at:theirs]
        if loose:
            found.append(_Run(low, mine, sum(n for _name, n in loose), tuple(n for n, _ in loose), False))
        if mine < len(order):
            found.append(_Run(mine, mine, shape[theirs][1], (shape[theirs][0],), True))
        low, at = mine + 1, theirs + 1
    return found


def _common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The longest row of names that both have, in order; a nameless phase is like no other."""
    best = [[0] * (len(other) + 1) for _row in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            same = one[i] == other[j] != ""
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if same else 0)
    pairs, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j] != "" and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _make_room(
    run: _Run, at: int, wide: list[float], between: dict[int, tuple[float, str, frozenset[int]]]
) -> None:
    """The axis grows until the steps of a run have a place of their own."""
    if run.matched:
        wide[run.low] = max(wide[run.low], run.steps)
    elif run.high > run.low:
        room = sum(wide[run.low : run.high])
        for phase in range(run.low, run.high):
            wide[phase] *= max(1.0, run.steps / room)
    else:
        room, names, who = between.get(run.low, (0.0, " · ".join(run.names), frozenset[int]()))
        between[run.low] = max(room, float(run.steps)), names, who | {at}


def _stretches(
    order: Shape,
    runs: Sequence[Sequence[_Run]],
    wide: Sequence[float],
    between: dict[int, tuple[float, str, frozenset[int]]],
) -> tuple[dict[int, tuple[float, float]], list[Stretch]]:
    """Where each phase of the first journey begins and ends, and what was put between; then the stretches."""
    x, places, found = 0.0, dict[int, tuple[float, float]](), list[Stretch]()
    for phase in range(len(order) + 1):
        if phase in between:
            room, names, who = between[phase]
            places[2 * phase - 1] = x, x + room
            found.append(Stretch(names, x, x + room, who))
            x += room
        if phase < len(order):
            has = frozenset(
                at for at, one in enumerate(runs) if any(r.matched and r.low == phase for r in one)
            )
            places[2 * phase] = x, x + wide[phase]
            named = order[phase][0]
            found.append(Stretch(named, x, x + wide[phase], has))
            x += wide[phase]
    return places, found


def _placed(
    runs: Sequence[_Run], places: dict[int, tuple[float, float]], total: float
) -> tuple[tuple[float, ...], tuple[Home, ...]]:
    """The place of each step of a journey: evenly inside its run."""
    xs: list[float] = []
    homes: list[Home] = []
    for run in runs:
        home = _home(run)
        start, end = places[home[0]][0], places[home[1]][1]
        step = (end - start) / run.steps
        xs += [(start + (rank + 0.5) * step) / total for rank in range(run.steps)]
        homes += [home] * run.steps
    return tuple(xs), tuple(homes)


def _home(run: _Run) -> Home:
    if run.matched:
        return 2 * run.low, 2 * run.low
    if run.high > run.low:
        return 2 * run.low, 2 * (run.high - 1)
    return 2 * run.low - 1, 2 * run.low - 1


def spread(spans: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Tops of things (wanted top, height) in order, moved apart just enough, between two limits."""
    found: list[float] = []
    for wanted, _high in spans:
        low = found[-1] + spans[len(found) - 1][1] + 3 if found else top
        found.append(max(wanted, low))
    edge = bottom
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], edge - spans[at][1])
        edge = found[at] - 3
    return found
