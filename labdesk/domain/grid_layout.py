"""The arrangement of a grid: heads of phases and steps, then one part a lane, as high as its fullest cell."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.box import Ask, Box, Former, Part, Plan, Rect
from labdesk.domain.canvas_type import Zone
from labdesk.domain.cards import PAD, THUMB
from labdesk.domain.entities import Lane, Phase, Step
from labdesk.domain.grid_cells import CURVE, held_in
from labdesk.domain.lane_sums import lane_sum
from labdesk.domain.model import lane_zone
from labdesk.domain.moments import is_key
from labdesk.words import _, several

EMPTY_LANE, SHORT_LANE, FOLDED, RULE = 54, 40, 30, 22
"""Heights in design pixels: of an empty lane, one of ticks, a folded one, a line above a lane."""
SUM, STAR = 20, 20
"""The height of the sums of the phases under a lane of numbers; the room of the sign of a moment of truth."""
PHASE, STEP, NUMBER, LABEL = 36, 26, 34, 31
"""The least heights of the heads, the room of a phase's number, and where the name of a lane begins."""
ADD = 30
"""The width of the place where a step is added."""
HEAD = "head"
"""The id of the part that holds phases and steps."""

Slot = tuple[Phase | None, Step | None]


class Grid(Struct, frozen=True, dict=True):
    """What stands still while lanes are arranged: what was asked, and a column for each slot."""

    ask: Ask
    slots: tuple[Slot, ...]
    column: float

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.x(max(1, len(self.slots)))

    @property
    def width(self) -> float:
        """The heads of the lanes, all columns and, while it is edited, room to add one."""
        return self.right + (self.ask.room.px(ADD) if self.ask.view.editing else 0)

    def x(self, slot: int) -> float:
        """Where the column of a slot begins."""
        return self.ask.room.px(self.ask.room.head) + slot * self.column

    @cached_property
    def columns(self) -> Mapping[str, tuple[float, float]]:
        """The x and width of each step shown; a canvas without steps has one nameless column."""
        steps = ((step.id, i) for i, (_phase, step) in enumerate(self.slots) if step is not None)
        return {step: (self.x(i), self.column) for step, i in steps} or {"": (self.x(0), self.column)}


def grid_of(ask: Ask) -> Grid:
    """The columns of a grid in its room."""
    slots, room = _slots(ask), ask.room
    space = (room.width - room.px(room.head + (ADD if ask.view.editing else 0))) / max(1, len(slots))
    column = min(max(space, room.px(room.least)), room.px(room.most)) if slots else space
    return Grid(ask, slots, column)


def _slots(ask: Ask) -> tuple[Slot, ...]:
    """A column for each step shown, and one for a phase that has no step yet."""
    wanted = ask.view.steps
    shown = [s for s in ask.project.steps_of(ask.canvas) if wanted is None or s.id in wanted]
    found: list[Slot] = []
    phases = ask.project.phases_of(ask.canvas)
    for phase in phases:
        steps = [s for s in shown if s.phase == phase.id]
        found += [(phase, step) for step in steps]
        if not steps and wanted is None:
            found.append((phase, None))
    known = {phase.id for phase in phases}
    return (*found, *((None, step) for step in shown if step.phase not in known))


def grid_plan(grid: Grid, standing: Mapping[str, Former] | None = None) -> Plan:
    """The whole arrangement; what is not stale in `standing` is kept and only takes its new place."""
    former, ask = standing or {}, grid.ask
    kept = {name: one.part for name, one in former.items() if one.kept}
    parts = [kept.get(HEAD) or _heads(grid)]
    lanes = [(lane, lane_zone(ask.kind, lane)) for lane in ask.project.lanes_of(ask.canvas)]
    if ask.view.lanes is not None:
        lanes = [(lane, zone) for lane, zone in lanes if zone.id in ask.view.lanes]
    for rank, (lane, zone) in enumerate(lanes):
        if ask.view.sieve.opens(zone.id):  # a filter leaves the letters of the lanes as they are
            parts.append(
                kept.get(lane.id) or _lane(grid, lane, zone, (rank, len(lanes)), former.get(lane.id))
            )
    y, placed = 0.0, []
    for part in parts:
        placed.append(part.at(0, y))
        y += part.rect.h
    return Plan(
        ask.canvas, ask.kind, ask.room, ask.view, ask.measure, tuple(placed), grid.columns, grid.width, y
    )


# -- heads
def _heads(grid: Grid) -> Part:
    """Phases above their steps, in reading order: a phase, its steps, the next phase."""
    px, measure = grid.ask.room.px, grid.ask.measure
    runs = _runs(grid)
    low = max([px(PHASE), *(_phase_height(grid, phase, n) for phase, n in runs)])
    shown = [step for _phase, step in grid.slots if step is not None]
    rank = {step.id: i for i, step in enumerate(shown)}
    texts = [measure(numbered(i, s.label), "step", _step_room(grid, s)) + px(12) for i, s in enumerate(shown)]
    high = max([px(STEP), *texts]) if shown else 0.0
    boxes: list[Box] = []
    at = 0
    for index, (phase, count) in enumerate(runs):
        if phase is not None:
            place = Rect(grid.x(at), 0, grid.column * count, low)
            boxes.append(_phase_box(grid, phase, place, index, len(runs)))
        for slot in range(at, at + count):
            step = grid.slots[slot][1]
            if step is not None:
                place = Rect(grid.x(slot), low, grid.column, high)
                boxes.append(_step_box(grid, step, place, rank[step.id], len(shown)))
        at += count
    if grid.ask.view.editing:
        boxes.append(Box("add", grid.ask.canvas, Rect(grid.right, 0, px(ADD), low + high)))
    return Part(HEAD, Rect(0, 0, grid.width, low + high), tuple(boxes), low + high)


def _step_room(grid: Grid, step: Step) -> float:
    """The width of the name of a step; a moment of truth has its sign beside it."""
    ask = grid.ask
    star = STAR if is_key(ask.project, ask.kind, ask.canvas, step.id) else 0
    return grid.column - ask.room.px(2 * PAD + star)


def numbered(index: int, label: str | None) -> str:
    """What the head of a step reads: « 3. Candidater ». Notes are filed by this number."""
    return f"{index + 1}. {label or '…'}"


def _runs(grid: Grid) -> list[tuple[Phase | None, int]]:
    """The phases shown and how many columns each one has."""
    runs: list[tuple[Phase | None, int]] = []
    for phase, _step in grid.slots:
        if runs and runs[-1][0] is phase:
            runs[-1] = (phase, runs[-1][1] + 1)
        else:
            runs.append((phase, 1))
    return runs


def _phase_height(grid: Grid, phase: Phase | None, columns: int) -> float:
    if phase is None:
        return 0.0
    px = grid.ask.room.px
    width = grid.column * columns - px(NUMBER + 14)
    return grid.ask.measure(phase.label or "", "phase", width) + px(14)


def _phase_box(grid: Grid, phase: Phase, place: Rect, index: int, of: int) -> Box:
    px = grid.ask.room.px
    inner = Rect(place.x + px(NUMBER), place.y, place.w - px(NUMBER + 14), place.h)
    return Box(
        "phase",
        grid.ask.canvas,
        place,
        "phase",
        phase.id,
        text=phase.label or "",
        index=index,
        of=of,
        inner=inner,
    )


def _step_box(grid: Grid, step: Step, place: Rect, index: int, of: int) -> Box:
    key = is_key(grid.ask.project, grid.ask.kind, grid.ask.canvas, step.id)
    inner = replace(place.inset(grid.ask.room.px(PAD), grid.ask.room.px(6)), w=_step_room(grid, step))
    return Box(
        "step",
        grid.ask.canvas,
        place,
        "step",
        step.id,
        step=step.id,
        text=step.label or "",
        value=int(key) or None,
        index=index,
        of=of,
        inner=inner,
    )


# -- lanes
def _lane(grid: Grid, lane: Lane, zone: Zone, rank: tuple[int, int], former: Former | None) -> Part:
    """One lane: the line above it if there is one, its head, its cells and what they hold.

    `rank`: the lane's own, of so many. Cells of the `former` arrangement that are not stale stay as they are.
    """
    ask, px = grid.ask, grid.ask.room.px
    rule = next((str(line.label) for line in ask.kind.lines if line.lane == zone.id), "")
    folded = bool(lane.folded) and not ask.view.unfolded
    top = px(RULE) if rule else 0.0
    head = _lane_head(grid, lane, zone, *rank)
    still = former.held(grid.columns) if former else {}
    held = {
        step: [] if folded else still.get(step) or held_in(ask, zone, step, Rect(x, top, width, 0))
        for step, (x, width) in grid.columns.items()
    }
    sums = [] if folded else _phase_sums(grid, zone)
    bottoms = [box.rect.bottom - top + px(PAD) for boxes in held.values() for box in boxes]
    least = px(FOLDED) if folded else _least_height(grid, zone)
    high = max([least, (head.inner.h if head.inner else 0) + px(20), *bottoms])
    high += px(SUM) if sums else 0
    boxes = [Box("rule", ask.canvas, Rect(0, 0, grid.width, top), zone=zone.id, text=rule)] if rule else []
    inner = Rect(px(LABEL), top + px(10), px(ask.room.head - LABEL - 6), high - px(20))
    boxes.append(replace(head, rect=Rect(0, top, px(ask.room.head), high), inner=inner))
    for index, (step, (x, width)) in enumerate(grid.columns.items()):
        count = _count(grid, zone, step) if folded else ""
        place = Rect(x, top, width, high)
        boxes.append(_cell(grid, zone, step, place, count, (index, len(grid.columns)), folded))
        boxes += held[step]
    boxes += [replace(box, rect=replace(box.rect, y=top + high - px(SUM))) for box in sums]
    return Part(lane.id, Rect(0, 0, grid.width, top + high), tuple(boxes), top + high)


def _lane_head(grid: Grid, lane: Lane, zone: Zone, rank: int, of: int) -> Box:
    """The head of a lane with its natural height in `inner`; its place comes with the height of the lane."""
    label, room, measure = lane.label or str(zone.label), grid.ask.room, grid.ask.measure
    wide = room.px(room.head - LABEL - 6)
    total = lane_sum(grid.ask.project, grid.ask.canvas, zone, grid.columns).in_words
    high = measure(label, "lane", wide) + (measure(total, "caption", wide) + room.px(4) if total else 0)
    return Box(
        "lane",
        grid.ask.canvas,
        Rect(0, 0, 0, 0),
        "lane",
        lane.id,
        zone.id,
        text=label,
        value=total or None,
        colour=zone.colour,
        index=rank,
        of=of,
        inner=Rect(0, 0, 0, high),
        folded=bool(lane.folded) and not grid.ask.view.unfolded,
    )


def _phase_sums(grid: Grid, zone: Zone) -> list[Box]:
    """The sum of each phase in which several values are summed: one alone says it itself."""
    if zone.kind != "grid_number":
        return []
    ask, boxes, at, rank = grid.ask, list[Box](), 0, 0
    for phase, count in _runs(grid):
        steps = [step.id for _phase, step in grid.slots[at : at + count] if step is not None]
        total = lane_sum(ask.project, ask.canvas, zone, steps)
        if phase is not None and total.counted > 1:
            said = _("Phase {n} : {sum}").format(n=rank + 1, sum=total.sum_in_words)
            place = Rect(grid.x(at), 0, grid.column * count, ask.room.px(SUM))
            boxes.append(Box("sum", ask.canvas, place, zone=zone.id, text=said, index=rank))
        rank += phase is not None
        at += count
    return boxes


def _cell(
    grid: Grid, zone: Zone, step: str, place: Rect, text: str, rank: tuple[int, int], folded: bool
) -> Box:
    return Box(
        "cell",
        grid.ask.canvas,
        place,
        zone=zone.id,
        step=step,
        text=text,
        colour=zone.colour,
        index=rank[0],
        of=rank[1],
        folded=folded,
    )


def _least_height(grid: Grid, zone: Zone) -> float:
    px = grid.ask.room.px
    if zone.kind == "grid_score":
        return px(CURVE)
    if zone.kind == "grid_photos" and grid.ask.view.editing:
        return px(THUMB + 2 * PAD)
    return px(SHORT_LANE if zone.kind == "grid_check" else EMPTY_LANE)


def _count(grid: Grid, zone: Zone, step: str) -> str:
    notes = len(grid.ask.notes_at(zone.id, step))
    return several(notes, "{n} note", "{n} notes") if notes else ""
