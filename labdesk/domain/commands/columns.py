"""Columns of a grid that become one or two: steps merged with all they hold, split, phases bounded anew."""

from collections.abc import Iterable, Sequence

from labdesk.domain import order
from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.grid import add_step
from labdesk.domain.durations import total_of
from labdesk.domain.entities import FIELDS, SHORT, Answer, Step, Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.domain.model import Project, answer_id
from labdesk.words import _

NOTHING = Gesture("", ())


def merge_steps(project: Project, kind: CanvasType, step: str, into: str) -> Gesture:
    """A step joins another: its notes and photos follow those that are there, its answers meet theirs.

    The more marked of two levels stays (of two as marked, the harder); ticks and options add up, as whole
    numbers do; words stand one after the other. What pointed to the step points to the other.
    """
    gone, kept = project.step.get(step), project.step.get(into)
    if gone is None or kept is None or step == into or gone.canvas != kept.canvas:
        return NOTHING
    edits: list[Edit | Removal] = []
    if (label := _joined(*_in_reading_order(project, kept, gone))) != (kept.label or ""):
        edits.append(Edit("step", into, "label", label))
    edits += _held_moved(project, "note", step, into)
    edits += _held_moved(project, "photo", step, into)
    edits += _answers_met(project, kind, step, into)
    edits += _links_turned(project, step, into)
    return Gesture(_("Réunir deux étapes"), (*edits, Removal("step", step)))


def _in_reading_order(project: Project, one: Step, other: Step) -> tuple[str, str]:
    order_of = [s.id for s in project.steps_of(one.canvas or "")]
    first, second = sorted((one, other), key=lambda s: order_of.index(s.id))
    return first.label or "", second.label or ""


def _joined(one: str, other: str, between: str = ", ") -> str:
    """Two short texts as one; the same one only once."""
    one, other = one.strip(), other.strip()
    if not other or one.casefold() == other.casefold():
        return one
    return f"{one}{between}{other}"[:SHORT] if one else other


def _held_moved(project: Project, table: str, step: str, into: str) -> list[Edit]:
    """The notes or photos of a column go to the end of the same cells of another."""
    last: dict[str, str | None] = {}
    rows = sorted(project.table(table).values(), key=lambda row: (getattr(row, "place", "") or "", row.id))
    for row in rows:
        if getattr(row, "step", None) == into:
            last[getattr(row, "zone", "") or ""] = getattr(row, "place", None)
    edits = []
    for row in rows:
        if getattr(row, "step", None) == step:
            zone = getattr(row, "zone", "") or ""
            last[zone] = order.between(last.get(zone), None, project.mark)
            edits += [Edit(table, row.id, "step", into), Edit(table, row.id, "place", last[zone])]
    return edits


def _answers_met(project: Project, kind: CanvasType, step: str, into: str) -> list[Edit | Removal]:
    edits: list[Edit | Removal] = []
    for row in project.answer.values():
        if row.step != step:
            continue
        edits.append(Removal("answer", row.id))
        zone = kind.by_id.get(row.zone or "")
        there = project.value(row.canvas or "", row.zone or "", into, row.part)
        value = _met(zone, row, there)
        name = answer_id(row.canvas or "", into, row.zone or "", row.part)
        if value is None or value == there:
            continue
        if name in project.answer:
            edits.append(Edit("answer", name, "value", value))
        else:
            said = {"canvas": row.canvas, "step": into, "zone": row.zone, "part": row.part, "value": value}
            edits += [Edit("answer", name, field, one) for field, one in said.items() if one is not None]
    return edits


def _met(zone: Zone | None, row: Answer, there: Value) -> Value:
    """What two answers to the same question become."""
    here = row.value
    if here is None or there is None:
        return here if there is None else there
    both_whole = isinstance(here, int) and isinstance(there, int)
    if both_whole and zone is not None and zone.kind == "grid_score" and not row.part:
        return max((there, here), key=lambda level: (abs(int(level or 0)), -int(level or 0)))
    if zone is not None and zone.kind == "grid_number" and not row.part:
        return _summed(there, here)
    if both_whole:
        return max(int(here), int(there))
    return _joined(str(there), str(here), ", " if row.part == "word" else " + ")


def _summed(one: Value, other: Value) -> Value:
    """Two numbers or two durations added up; what cannot be read stands one after the other."""
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    total = total_of([one, other])
    if not total.left_out and (said := total.sum_in_words) and total_of([said]).sum_in_words == said:
        return said
    return _joined(str(one), str(other), " + ")


def _links_turned(project: Project, step: str, into: str) -> list[Edit | Removal]:
    edits: list[Edit | Removal] = []
    for link in project.link.values():
        if step not in (link.source, link.target):
            continue
        edits.append(Removal("link", link.id))
        source, target = (into if end == step else end for end in (link.source, link.target))
        name = f"{source}/{link.zone}/{target}"
        if source != target and name not in project.link:
            values = {field: getattr(link, field) for field in FIELDS["link"]}
            edits += born("link", name, **(values | {"source": source, "target": target}))
    return edits


def split_step(project: Project, step: str, notes: Iterable[str], label: str = "") -> tuple[str, Gesture]:
    """These notes of a step go to the same lanes of a new step just after it. None of them: nothing to do."""
    row = project.step.get(step)
    moved = [n for n in notes if (note := project.note.get(n)) is not None and note.step == step]
    if row is None or not moved or row.phase not in project.phase:
        return "", NOTHING
    made, added = add_step(project, row.phase or "", label, after=step)
    turned = tuple(Edit("note", note, "step", made) for note in moved)
    return made, Gesture(_("Couper l’étape"), added.edits + turned)


def step_of_notes(
    project: Project, notes: Iterable[str], beside: str, *, before: bool = False
) -> tuple[str, Gesture]:
    """Notes of cells, of one step or of several, go to the same lanes of a new step beside another."""
    step = project.step.get(beside)
    if step is None or step.phase not in project.phase:
        return "", NOTHING
    moved = [project.note[n] for n in notes if n in project.note]
    moved = [n for n in moved if n.canvas == step.canvas and n.step in project.step]
    if not moved:
        return "", NOTHING
    standing = [s.id for s in project.steps_in(step.phase or "")]
    rank = standing.index(beside)
    after = (standing[rank - 1] if rank else None) if before else beside
    made, added = add_step(project, step.phase or "", "", after=after, first=after is None)
    edits: list[Edit] = []
    last: dict[str, str | None] = {}
    for note in moved:  # in the order of the hand: places of several steps say nothing together
        last[note.zone or ""] = place = order.between(last.get(note.zone or ""), None, project.mark)
        edits += [Edit("note", note.id, "step", made), Edit("note", note.id, "place", place)]
    return made, Gesture(_("Faire une étape de notes"), (*added.edits, *edits))


def shift_boundary(project: Project, phase: str, by: int) -> Gesture:
    """The border before a phase goes `by` steps right (left when negative): the steps it passes change phase.

    Each of the two phases keeps one step at least.
    """
    row = project.phase.get(phase)
    phases = [p.id for p in project.phases_of(row.canvas or "")] if row else []
    rank = phases.index(phase) if phase in phases else 0
    if rank == 0 or by == 0:
        return NOTHING
    before, after = project.steps_in(phases[rank - 1]), project.steps_in(phase)
    if by > 0:
        taken: Sequence[Step] = after[: min(by, len(after) - 1)]
        place = before[-1].place if before else None
        return _taken(project, taken, phases[rank - 1], place, None)
    taken = before[max(1, len(before) + by) :]
    return _taken(project, taken, phase, None, after[0].place if after else None)


def _taken(project: Project, steps: Sequence[Step], phase: str, low: str | None, high: str | None) -> Gesture:
    edits: list[Edit] = []
    for step in steps:
        low = order.between(low, high, project.mark)
        edits += [Edit("step", step.id, "phase", phase), Edit("step", step.id, "place", low)]
    return Gesture(_("Changer la limite des phases"), tuple(edits))


def join_phases(project: Project, phase: str, into: str) -> Gesture:
    """A phase joins another wherever it stands: its steps go to the end of it that is nearer."""
    phases = [p.id for p in project.phases_of(project.phase[into].canvas or "")]
    if phase not in phases or phase == into:
        return NOTHING
    steps, there = project.steps_in(phase), project.steps_in(into)
    if phases.index(phase) > phases.index(into):
        made = _taken(project, steps, into, there[-1].place if there else None, None)
    else:
        made = _taken(project, steps, into, None, there[0].place if there else None)
    return Gesture(_("Réunir deux phases"), (*made.edits, Removal("phase", phase)))


def place_phase(project: Project, phase: str, before: str | None) -> Gesture:
    """A phase goes just before another with its steps, or last (None). Where it stands: nothing to do."""
    return _placed(project, "phase", phase, project.phases_of(project.phase[phase].canvas or ""), before)


def place_lane(project: Project, lane: str, before: str | None) -> Gesture:
    """A lane goes just above another, or last (None). Where it stands: nothing to do."""
    return _placed(project, "lane", lane, project.lanes_of(project.lane[lane].canvas or ""), before)


def _placed(
    project: Project, table: str, row: str, siblings: Sequence[object], before: str | None
) -> Gesture:
    ids = [getattr(one, "id", "") for one in siblings]
    rank = ids.index(before) if before in ids else len(ids)
    here = ids.index(row) if row in ids else -1
    if before == row or rank in (here, here + 1):
        return NOTHING
    low = getattr(siblings[rank - 1], "place", None) if rank else None
    high = getattr(siblings[rank], "place", None) if rank < len(ids) else None
    return Gesture(_("Changer l’ordre"), (Edit(table, row, "place", order.between(low, high, project.mark)),))
