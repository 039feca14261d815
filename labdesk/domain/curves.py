"""Emotion curves of several journeys laid over each other: whose, where their steps stand, how far apart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.alignment import Home, Stretch, aligned, meet
from labdesk.domain.canvas_type import CanvasType, Zone, option_label
from labdesk.domain.model import Project, Types, title
from labdesk.domain.moments import is_key
from labdesk.errors import Refusal

MOST = 6
"""The most curves on one picture: as many colours, signs and strokes can be told apart."""
HARD = -1
"""A level from which a step is hard to live."""


class Mark(Struct, frozen=True):
    """A step on the common axis: `x` from 0 to 1; `level` None: nobody said how it is lived.

    `key`: a moment of truth.
    """

    step: str
    number: int
    label: str
    phase: str
    level: int | None
    word: str
    key: bool = False
    x: float = 0.5
    home: Home = (0, 0)


class Course(Struct, frozen=True):
    """The curve of one journey. `nature`: `lived`, `target`, or empty where it was not said."""

    canvas: str
    persona: str
    who: str
    nature: str
    natured: str
    title: str
    marks: tuple[Mark, ...]

    @property
    def runs(self) -> tuple[tuple[Mark, ...], ...]:
        """Its marks in unbroken pieces: a step of which nothing was said breaks the curve."""
        pieces = groupby(self.marks, key=lambda mark: mark.level is not None)
        return tuple(tuple(run) for known, run in pieces if known)

    @property
    def known(self) -> tuple[Mark, ...]:
        """The steps that have a level."""
        return tuple(mark for mark in self.marks if mark.level is not None)

    @property
    def lows(self) -> tuple[Mark, ...]:
        """Its hardest steps; none where nothing is hard."""
        least = min((mark.level for mark in self.known if mark.level is not None), default=0)
        return tuple(mark for mark in self.known if mark.level == least) if least <= HARD else ()


class Gap(Struct, frozen=True):
    """A lived step and what it becomes in the target; `by`: how much better (negative: worse)."""

    lived: Mark
    target: Mark
    by: int


class Overlay(Struct, frozen=True):
    """Curves on one axis. `levels`: the word of each level, from `low` to `high`."""

    courses: tuple[Course, ...]
    stretches: tuple[Stretch, ...]
    levels: Mapping[int, str]
    low: int = -2
    high: int = 2

    @property
    def pair(self) -> tuple[int, int] | None:
        """(lived, target) of the same person among the curves; else of a lone lived one and a lone target."""
        lived = [at for at, course in enumerate(self.courses) if course.nature == "lived"]
        target = [at for at, course in enumerate(self.courses) if course.nature == "target"]
        same = [
            (a, b) for a in lived for b in target if self.courses[a].persona == self.courses[b].persona != ""
        ]
        if same:
            return same[0]
        return (lived[0], target[0]) if len(lived) == len(target) == len(self.courses) - 1 == 1 else None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Each lived step that has a target at the same moment, the furthest from it first."""
        if self.pair is None:
            return ()
        lived, target = (self.courses[at] for at in self.pair)
        found = []
        for mark in lived.known:
            there = [other for other in target.known if meet(mark.home, other.home)]
            if there:
                other = min(there, key=lambda one: (abs(one.x - mark.x), one.number))
                found.append(Gap(mark, other, (other.level or 0) - (mark.level or 0)))
        return tuple(sorted(found, key=lambda gap: -gap.by))

    @property
    def hard_together(self) -> tuple[Stretch, ...]:
        """Stretches that several journeys share and in which each of them has a hard step."""
        found = []
        for stretch in self.stretches:
            inside = [
                min((m.level or 0 for m in course.known if stretch.start <= m.x <= stretch.end), default=0)
                for course in self.courses
            ]
            if len(self.courses) > 1 and len(stretch.members) == len(inside) and max(inside) <= HARD:
                found.append(stretch)
        return tuple(found)

    def rows(self) -> Iterator[tuple[Stretch, tuple[Mark | None, ...]]]:
        """The same as a table: under each stretch, the steps of each journey side by side."""
        for stretch in self.stretches:
            held = [[m for m in c.marks if stretch.start <= m.x < stretch.end] for c in self.courses]
            many = max((len(marks) for marks in held), default=0)
            for row in range(many):
                yield stretch, tuple(_nth(marks, row, many) for marks in held)


def _nth(marks: Sequence[Mark], row: int, rows: int) -> Mark | None:
    """Which of a few marks stands in a row of many: each has one row, at its place."""
    for rank, mark in enumerate(marks):
        if int((rank + 0.5) * rows / len(marks)) == row:
            return mark
    return None


# -- reading a project --------------------------------------------------------------------------------------
def score_zone(kind: CanvasType) -> Zone | None:
    """The lane of a grid that holds its curve."""
    return next((zone for zone in kind.lanes if zone.kind == "grid_score"), None)


def comparable(project: Project, types: Types, canvas: str) -> tuple[str, ...]:
    """The grids whose curve has the same levels as this one, itself among them, in order."""
    try:
        mine = types.of(project, canvas)
    except Refusal:
        return ()
    zone, found = score_zone(mine), []
    for row in project.canvases():
        try:
            kind = types.of(project, row.id)
        except Refusal:
            continue
        other = score_zone(kind)
        if zone and other and kind.place == mine.place and _range(other) == _range(zone):
            found.append(row.id)
    return tuple(found)


def proposed(project: Project, types: Types, canvas: str) -> tuple[str, ...]:
    """What is laid over a journey at first: the other one of the same persona, lived before target."""
    mine = course_of(project, types, canvas)
    if mine is None:
        return ()
    others = [course_of(project, types, other) for other in comparable(project, types, canvas)]
    same = [c for c in others if c and c.canvas != canvas and c.persona == mine.persona != ""]
    same.sort(key=lambda course: course.nature == mine.nature)
    chosen = [mine, *same[:1]]
    return tuple(c.canvas for c in sorted(chosen, key=lambda course: course.nature == "target"))


def course_of(project: Project, types: Types, canvas: str) -> Course | None:
    """The curve of a journey, its steps not yet placed; None for what has no curve, or is gone."""
    try:
        kind = types.of(project, canvas)
    except Refusal:
        return None
    zone = score_zone(kind)
    if canvas not in project.canvas or zone is None:
        return None
    persona, nature = _first(kind, "ref"), _first(kind, "choice")
    lives = project.words(canvas, persona.id) if persona else ""
    value = project.value(canvas, nature.id) if nature else None
    options = kind.options(nature.vocabulary) if nature else ()
    rank = next((at for at, option in enumerate(options) if str(option.id) == str(value)), -1)
    return Course(
        canvas,
        lives,
        _name(project, types, lives),
        ("lived", "target")[rank] if 0 <= rank < 2 else "",
        option_label(options, value).split(" (")[0],
        title(project, kind, canvas),
        tuple(_marks(project, kind, canvas, zone)),
    )


def overlay(project: Project, types: Types, canvases: Sequence[str]) -> Overlay:
    """The curves of these journeys on one axis; the first one gives the order of the phases."""
    found = [c for canvas in canvases[:MOST] if (c := course_of(project, types, canvas))]
    axis = aligned([_shape(course) for course in found])
    courses = tuple(
        replace(
            course,
            marks=tuple(
                replace(m, x=x, home=home) for m, x, home in zip(course.marks, xs, homes, strict=True)
            ),
        )
        for course, xs, homes in zip(found, axis.places, axis.homes, strict=True)
    )
    if not found:
        return Overlay((), (), {})
    kind = types.of(project, found[0].canvas)
    zone = score_zone(kind)
    low, high = (zone.range if zone else None) or (-2, 2)
    options = kind.options(zone.vocabulary if zone else None)
    levels = {level: option_label(options, level) for level in range(low, high + 1)}
    return Overlay(courses, axis.stretches, levels, low, high)


def _shape(course: Course) -> list[tuple[str, int]]:
    return [(phase, len(list(marks))) for (phase, _id), marks in groupby(course.marks, key=_phase_of)]


def _phase_of(mark: Mark) -> tuple[str, Home]:
    return mark.phase, mark.home


def _marks(project: Project, kind: CanvasType, canvas: str, zone: Zone) -> Iterator[Mark]:
    """The steps of a journey. Until they are placed their home is the rank of their phase."""
    phases = {phase.id: rank for rank, phase in enumerate(project.phases_of(canvas))}
    for number, step in enumerate(project.steps_of(canvas), 1):
        level = project.value(canvas, zone.id, step.id)
        phase = project.phase.get(step.phase or "")
        rank = phases.get(step.phase or "", len(phases))
        yield Mark(
            step.id,
            number,
            (step.label or "").strip(),
            (phase.label or "").strip() if phase else "",
            _within(zone, level) if isinstance(level, int) else None,
            project.words(canvas, zone.id, step.id, "word").strip(),
            is_key(project, kind, canvas, step.id),
            home=(rank, rank),
        )


def _within(zone: Zone, level: int) -> int:
    low, high = _range(zone)
    return min(max(level, low), high)


def _range(zone: Zone) -> tuple[int, int]:
    return zone.range or (-2, 2)


def _first(kind: CanvasType, wanted: str) -> Zone | None:
    return next((zone for zone in kind.sheet if zone.kind == wanted), None)


def _name(project: Project, types: Types, canvas: str) -> str:
    if canvas not in project.canvas:
        return ""
    try:
        return title(project, types.of(project, canvas), canvas)
    except Refusal:
        return ""
