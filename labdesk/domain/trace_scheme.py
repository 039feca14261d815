"""What is drawn of a web, in what order: lines, columns, the bends of long lines. No lengths; asked once."""

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from labdesk.domain.ties import STAGES, Stage
from labdesk.domain.trace_order import ordered
from labdesk.domain.trace_web import Knot, Web

NOTES: tuple[Stage, ...] = ("pain", "opportunity")


class Span(Struct, frozen=True):
    """A line to draw. `through`: the cards it leads to; `step`: it comes from one; `bends`: its way."""

    a: str
    b: str
    through: frozenset[str]
    step: str
    bends: tuple[str, ...]

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Its pieces, from a column to the next one."""
        return tuple(pairwise((self.a, *self.bends, self.b)))


class Scheme(Struct, frozen=True):
    """`columns`: ids of knots and bends, one for each of `stages`; `loose`: notes tied to nothing shown."""

    web: Web
    stages: tuple[Stage, ...]
    spans: tuple[Span, ...]
    columns: tuple[tuple[str, ...], ...]
    loose: tuple[Knot, ...]
    rest: Mapping[Stage, int]


def schemed(web: Web, visible: frozenset[str]) -> Scheme:
    """The visible knots, in an order that crosses few lines."""
    stages = tuple(s for s in STAGES if s != "euro" or web.money)
    rank = {stage: at for at, stage in enumerate(stages)}
    spans = _spans(web, visible, rank)
    bound = {end for span in spans for end in (span.a, span.b)}
    shown = [knot for knot in web.knots.values() if knot.id in visible and knot.stage in rank]
    columns: list[list[str]] = [[] for _stage in stages]
    for knot in shown:
        if knot.stage not in NOTES or knot.id in bound:
            columns[rank[knot.stage]].append(knot.id)
    for span in spans:
        for bend in span.bends:
            columns[bend_rank(bend)].append(bend)
    links = [link for span in spans for link in span.links]
    return Scheme(
        web,
        stages,
        spans,
        tuple(tuple(column) for column in ordered(columns, links)),
        tuple(knot for knot in shown if knot.stage in NOTES and knot.id not in bound),
        {s: sum(row not in visible for row in web.columns[s]) for s in stages},
    )


def bend_rank(bend: str) -> int:
    """The column a bend stands in."""
    return int(bend.rpartition(">")[2])


def _spans(web: Web, visible: frozenset[str], rank: Mapping[Stage, int]) -> tuple[Span, ...]:
    """What leads to a card goes through the challenge the card answers."""
    through: dict[tuple[str, str], set[str]] = {}
    steps: dict[tuple[str, str], str] = {}
    for a, followers in web.after.items():
        for b in followers if a in visible else ():
            if b not in visible:
                continue
            tie, challenge = web.ties.get((a, b)), web.challenges.get(b, "")
            asked = web.knots[a].stage in NOTES and challenge in visible
            end = (a, challenge) if asked else (a, b)
            step = tie.step if tie else ""
            steps[end] = steps.get(end, step) and step  # one tie drawn by hand, and the line is whole
            through.setdefault(end, set()).update({b} if web.knots[b].stage == "prototype" else ())
    found = []
    for (a, b), cards in through.items():
        low, high = rank[web.knots[a].stage], rank[web.knots[b].stage]
        bends = tuple(f"{a}>{b}>{at}" for at in range(low + 1, high))
        found.append(Span(a, b, frozenset(cards), steps[a, b], bends))
    return tuple(found)
