"""Where the knots of a web stand and how the lines between them run, in the unit of `measure`. Pure."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.box import Measure, Rect
from labdesk.domain.ties import STAGES, Stage
from labdesk.domain.trace_order import settled
from labdesk.domain.trace_scheme import Scheme, Span, bend_rank
from labdesk.domain.trace_web import Knot
from labdesk.domain.trace_words import lack_words

WIDTHS: Mapping[Stage, float] = {
    "pain": 186,
    "opportunity": 176,
    "challenge": 160,
    "prototype": 154,
    "result": 146,
    "decision": 118,
    "euro": 118,
}
"""px of the design, as narrow as they read well; wider rooms are shared."""
GAPS: Mapping[Stage, float] = {"pain": 46, "opportunity": 38, "challenge": 38, "prototype": 22, "result": 22}
MARGIN, HEAD, BETWEEN, PAD, SIGN, BEND = 16.0, 40.0, 10.0, 8.0, 17.0, 14.0
"""Around everything, the heads, between cards, inside a card, a line of signs, where a long line passes."""
LETTERS = 150
"""Of a text shown on a card; the whole of it is in the drawer, the table and the tip."""


class Card(Struct, frozen=True):
    """A knot in its place: `text` as it is shown, `high` its height; below it `where`, then the signs."""

    knot: Knot
    rect: Rect
    text: str
    high: float
    where: str

    def placed(self, x: float, y: float, wide: float) -> "Card":
        """The same card there."""
        return replace(self, rect=Rect(x, y, wide, self.rect.h))


class Line(Struct, frozen=True):
    """From one card to another, through points: a curve. `through`: the cards (prototypes) it leads to."""

    a: str
    b: str
    points: tuple[tuple[float, float], ...]
    through: frozenset[str]
    step: str = ""


class Group(Struct, frozen=True):
    """What is tied to nothing, step by step: who lives it, and its place."""

    label: str
    rect: Rect


class Layout(Struct, frozen=True):
    """All that is drawn. `columns`: x and width of each stage; `rest`: how many of a stage are hidden.

    `loose`: under this height stands what is tied to nothing.
    """

    cards: Mapping[str, Card]
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    columns: Mapping[Stage, tuple[float, float]]
    rest: Mapping[Stage, int]
    loose: float
    width: float
    height: float

    def in_column(self, stage: Stage) -> list[Card]:
        """The cards of a stage from top to bottom."""
        return sorted((c for c in self.cards.values() if c.knot.stage == stage), key=lambda c: c.rect.y)

    def at(self, x: float, y: float) -> Card | None:
        """The card under a point."""
        return next((card for card in self.cards.values() if card.rect.holds(x, y)), None)


def laid(scheme: Scheme, room: float, unit: float, measure: Measure) -> Layout:
    """A scheme in a room this wide; `unit`: what one px of the design measures."""
    return _Drawing(scheme, room, unit, measure).layout()


class _Drawing:
    def __init__(self, scheme: Scheme, room: float, unit: float, measure: Measure) -> None:
        self.scheme, self.web, self.unit, self.measure = scheme, scheme.web, unit, measure
        self.stages = scheme.stages
        self.columns = self._columns(room)
        self.cards: dict[str, Card] = {}
        self.bends: dict[str, tuple[float, float]] = {}
        self.meetings: dict[str, float | None] = {}

    def _columns(self, room: float) -> dict[Stage, tuple[float, float]]:
        unit = self.unit
        least = sum(WIDTHS[s] + GAPS.get(s, 22) for s in self.stages) - GAPS.get(self.stages[-1], 22)
        share = min(max((room / unit - 2 * MARGIN) / least, 1.0), 1.5)
        x, found = MARGIN * unit, {}
        for stage in self.stages:
            found[stage] = (x, WIDTHS[stage] * share * unit)
            x += (WIDTHS[stage] + GAPS.get(stage, 22)) * share * unit
        return found

    def layout(self) -> Layout:
        scheme, margin = self.scheme, MARGIN * self.unit
        self._place(scheme.columns, [link for span in scheme.spans for link in span.links])
        bottom = max((c.rect.bottom for c in self.cards.values()), default=HEAD * self.unit)
        groups, height = self._loose(scheme.loose, bottom) if scheme.loose else ([], bottom)
        last = self.columns[self.stages[-1]]
        return Layout(
            self.cards,
            tuple(self._line(span) for span in scheme.spans),
            tuple(groups),
            self.columns,
            scheme.rest,
            bottom,
            sum(last) + margin,
            height + margin,
        )

    def _place(self, columns: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> None:
        made = {name: self._card(name) for column in columns for name in column if name in self.web.knots}
        slots = self._slots(made)
        sizes = [[slots.get(n, BEND * self.unit) for n in column] for column in columns]
        gap, top = BETWEEN * self.unit, HEAD * self.unit + BETWEEN * self.unit
        beside: dict[str, list[str]] = {}
        for a, b in links:
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
        long = [sum(found) + gap * len(found) for found in sizes]
        first = long[: self.stages.index("prototype") + 1]  # what comes after a card follows it
        start = first.index(max(first))
        middle: dict[str, float] = {}

        def stack(rank: int) -> None:
            column, high = columns[rank], sizes[rank]
            wanted, at = [], top
            for name, size in zip(column, high, strict=True):
                ends = [middle[other] for other in beside.get(name, ()) if other in middle]
                wanted.append(sum(ends) / len(ends) - size / 2 if ends else at)
                at = wanted[-1] + size + gap
            for name, size, y in zip(column, high, settled(wanted, high, gap, top), strict=True):
                middle[name] = y + size / 2

        for rank in (*range(start, len(columns)), *range(start - 1, -1, -1)):
            stack(rank)
        for rank, column in enumerate(columns):
            x, wide = self.columns[self.stages[rank]]
            for name in column:
                if name in made:
                    self.cards[name] = made[name].placed(x, middle[name] - made[name].rect.h / 2, wide)
                else:
                    self.bends[name] = (x, middle[name])

    def _slots(self, made: Mapping[str, Card]) -> dict[str, float]:
        """The height each card takes in its column: a prototype, its result and its decision share a row."""
        rows: dict[str, float] = {}
        alike = ("prototype", "result", "decision")
        for card in made.values():
            if card.knot.stage in alike:
                rows[card.knot.row] = max(rows.get(card.knot.row, 0.0), card.rect.h)
        return {n: rows[c.knot.row] if c.knot.stage in alike else c.rect.h for n, c in made.items()}

    def _card(self, name: str, *, alone: bool = False) -> Card:
        """A card in no place yet; under the head of its step it does not say again where it stands."""
        knot, unit = self.web.knots[name], self.unit
        wide = self.columns[knot.stage][1] - 2 * (PAD + 2) * unit
        text = _shortened(knot.text, LETTERS)
        indent = (SIGN + 3) * unit if knot.stage == "result" else 0.0
        high = self.measure(text or "…", "note", wide - indent)
        where = "" if alone else knot.where
        below = self.measure(where, "caption", wide) if where else 0.0
        signs = sum(
            self.measure(lack_words(lack), "caption", wide - SIGN * unit) + 4 * unit for lack in knot.lacks
        )
        votes = SIGN * unit if knot.votes else 0.0
        tall = high + below + signs + votes + 2 * PAD * unit
        return Card(knot, Rect(0, 0, wide, tall), text, high, where)

    def _line(self, span: Span) -> Line:
        one, other = self.cards[span.a].rect, self.cards[span.b].rect
        points = [(one.right, one.y + one.h / 2)]
        idea = self.web.knots[span.b].stage == "opportunity"
        if span.step and idea and (middle := self._meeting(span.step)) is not None:
            points.append(((sum(self.columns["pain"]) + other.x) / 2, middle))
        for bend in span.bends:
            x, y = self.bends[bend]
            wide = self.columns[self.stages[bend_rank(bend)]][1]
            points += [(x, y), (x + wide, y)]
        points.append((other.x, other.y + other.h / 2))
        return Line(span.a, span.b, tuple(points), span.through, span.step)

    def _meeting(self, step: str) -> float | None:
        """Many irritants and many opportunities of a step meet half way; one and one need not."""
        if step not in self.meetings:
            ties = self.web.ties.items()
            ends = {e for (a, b), tie in ties if tie.step == step for e in (a, b) if e in self.cards}
            middles: dict[str, list[float]] = {"pain": [], "opportunity": []}
            for end in ends:
                rect, stage = self.cards[end].rect, self.web.knots[end].stage
                if stage in middles:
                    middles[stage].append(rect.y + rect.h / 2)
            means = [sum(found) / len(found) for found in middles.values() if found]
            many = len(ends) > 2 and len(means) > 1
            self.meetings[step] = sum(means) / len(means) if many else None
        return self.meetings[step]

    # -- what is tied to nothing ----------------------------------------------------------------------------
    def _loose(self, knots: Sequence[Knot], bottom: float) -> tuple[list[Group], float]:
        """Step by step, irritants on the left, opportunities beside them: a line between them is short."""
        unit, groups = self.unit, list[Group]()
        y = bottom + 34 * unit
        left = self.columns["pain"][0]
        right = sum(self.columns["opportunity"])
        order = {stage: at for at, stage in enumerate(STAGES)}
        places = self.web.places
        ranked = sorted(knots, key=lambda k: (places[k.id], order[k.stage]))
        for place, held in groupby(ranked, key=lambda k: places[k.id]):
            step = list(held)
            label = " · ".join(part for part in (step[0].where, place[2]) if part)
            groups.append(Group(label, Rect(left, y, right - left, 24 * unit)))
            y += 28 * unit
            ends = {"pain": y, "opportunity": y}
            for knot in step:
                x, wide = self.columns[knot.stage]
                card = self._card(knot.id, alone=True).placed(x, ends[knot.stage], wide)
                self.cards[knot.id] = card
                ends[knot.stage] = card.rect.bottom + BETWEEN * unit
            y = max(ends.values()) + 4 * unit
        return groups, y


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\u00a0…"
