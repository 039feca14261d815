"""What a person does with the grid of a journey: phases, steps, lanes."""

from collections.abc import Sequence

from labdesk.domain import order
from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.canvases import shifted
from labdesk.domain.entities import Step
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id
from labdesk.domain.model import Project
from labdesk.words import _


def add_phase(
    project: Project, canvas: str, label: str, *, after: str | None = None, step: str | None = ""
) -> tuple[str, str, Gesture]:
    """A new phase (at the end, or after another) with one step labelled `step` (None: no step).

    Gives the ids of the phase and of its first step (empty without) and the gesture.
    """
    phase = new_id()
    standing = project.phases_of(canvas)
    rank = next((i for i, p in enumerate(standing) if p.id == after), len(standing) - 1)
    low = standing[rank].place if standing else None
    high = standing[rank + 1].place if rank + 1 < len(standing) else None
    edits = list(
        born("phase", phase, canvas=canvas, label=label, place=order.between(low, high, project.mark))
    )
    first = ""
    if step is not None:
        first = new_id()
        edits += born(
            "step",
            first,
            canvas=canvas,
            phase=phase,
            label=step,
            place=order.between(None, None, project.mark),
        )
    return phase, first, Gesture(_("Ajouter une phase"), tuple(edits))


def add_step(
    project: Project, phase: str, label: str, *, after: str | None = None, first: bool = False
) -> tuple[str, Gesture]:
    """A new step at the end of a phase, first in it, or just after another step of it."""
    row = project.phase[phase]
    made = new_id()
    place = _step_place(project, project.steps_in(phase), after, first)
    edits = born("step", made, canvas=row.canvas, phase=phase, label=label, place=place)
    return made, Gesture(_("Ajouter une étape"), edits)


def _step_place(project: Project, steps: Sequence[Step], after: str | None, first: bool) -> str:
    if first:
        return order.between(None, steps[0].place if steps else None, project.mark)
    rank = next((i for i, s in enumerate(steps) if s.id == after), len(steps) - 1)
    low = steps[rank].place if steps else None
    high = steps[rank + 1].place if rank + 1 < len(steps) else None
    return order.between(low, high, project.mark)


def rename(
    project: Project, table: str, row: str, label: str, seen: tuple[str, ...] | None = None
) -> Gesture:
    """A phase, a step or a lane takes another name."""
    standing = project.table(table).get(row)
    if standing is None or getattr(standing, "label", None) == label:
        return Gesture("", ())
    return Gesture(_("Renommer"), (Edit(table, row, "label", label, seen),))


def move_step(
    project: Project, step: str, phase: str, *, after: str | None = None, first: bool = False
) -> Gesture:
    """A step goes into a phase (its own or another): first, after another step, or last. Its cells follow."""
    others = [s for s in project.steps_in(phase) if s.id != step]
    place = _step_place(project, others, after, first)
    return Gesture(
        _("Déplacer une étape"), (Edit("step", step, "phase", phase), Edit("step", step, "place", place))
    )


def shift_step(project: Project, step: str, by: int) -> Gesture:
    """A step goes one rank left (−1) or right (+1), into the neighbouring phase at an edge.

    A step whose phase was deleted at another table stands last: it goes left into the last phase.
    """
    row = project.step[step]
    steps = project.steps_in(row.phase or "")
    rank = next((i for i, s in enumerate(steps) if s.id == step), 0)
    if 0 <= rank + by < len(steps):
        return shifted(project, "step", step, steps, by)
    phases = project.phases_of(row.canvas or "")
    there = next((i for i, p in enumerate(phases) if p.id == row.phase), len(phases)) + by
    if not 0 <= there < len(phases):
        return Gesture("", ())
    return move_step(project, step, phases[there].id, first=by > 0)


def shift_phase(project: Project, phase: str, by: int) -> Gesture:
    """A phase goes `by` ranks left (negative) or right, with its steps."""
    return shifted(project, "phase", phase, project.phases_of(project.phase[phase].canvas or ""), by)


def delete_step(project: Project, step: str) -> Gesture:
    """A step goes away with the notes, scores, dots and photos of its column, in one gesture."""
    return Gesture(_("Supprimer une étape"), _column(project, {step}))


def delete_phase(project: Project, phase: str) -> Gesture:
    """A phase goes away with its steps and all they hold, in one gesture."""
    steps = {s.id for s in project.steps_in(phase)}
    return Gesture(_("Supprimer une phase"), (*_column(project, steps), Removal("phase", phase)))


def _column(project: Project, steps: set[str]) -> tuple[Removal, ...]:
    notes = {n.id for n in project.note.values() if n.step in steps}
    gone = [Removal("vote", v.id) for v in project.vote.values() if v.note in notes]
    ends = notes | steps
    gone += [Removal("link", x.id) for x in project.link.values() if x.source in ends or x.target in ends]
    for table in ("photo", "answer", "note"):
        gone += [
            Removal(table, row.id)
            for row in project.table(table).values()
            if getattr(row, "step", None) in steps
        ]
    return (*gone, *(Removal("step", step) for step in steps))


def split_phase(project: Project, step: str, label: str) -> Gesture:
    """The phase of a step ends before it: it and those after make a new phase; the first cuts nothing."""
    row = project.step[step]
    steps = project.steps_in(row.phase or "")
    rank = next((i for i, s in enumerate(steps) if s.id == step), 0)
    if rank == 0:
        return Gesture("", ())
    phase, _none, made = add_phase(project, row.canvas or "", label, after=row.phase, step=None)
    return Gesture(
        _("Couper la phase"), made.edits + tuple(Edit("step", s.id, "phase", phase) for s in steps[rank:])
    )


def merge_phase(project: Project, phase: str) -> Gesture:
    """A phase joins the one before it: its steps go to the end of that one."""
    phases = project.phases_of(project.phase[phase].canvas or "")
    rank = next(i for i, p in enumerate(phases) if p.id == phase)
    if rank == 0:
        return Gesture("", ())
    into = phases[rank - 1].id
    standing = project.steps_in(into)
    place = standing[-1].place if standing else None
    edits: list[Edit | Removal] = []
    for step in project.steps_in(phase):
        place = order.between(place, None, project.mark)
        edits += [Edit("step", step.id, "phase", into), Edit("step", step.id, "place", place)]
    return Gesture(_("Réunir deux phases"), (*edits, Removal("phase", phase)))


def show_lanes(project: Project, kind: CanvasType, canvas: str, zones: Sequence[str]) -> Gesture:
    """The canvas shows exactly these lanes, in this order; a lane taken away keeps its notes, hidden."""
    standing = {lane.zone: lane for lane in project.lane.values() if lane.canvas == canvas}
    edits: list[Edit] = []
    for zone, place in zip(zones, order.spread(len(zones)), strict=True):
        lane = standing.get(zone)
        if lane is None:
            row = f"{canvas}/{zone}"
            edits += [
                Edit("lane", row, f, v) for f, v in (("canvas", canvas), ("zone", zone), ("place", place))
            ]
            continue
        if lane.place != place:
            edits.append(Edit("lane", lane.id, "place", place))
        if lane.hidden:
            edits.append(Edit("lane", lane.id, "hidden", 0))
    gone = [lane for zone, lane in standing.items() if zone not in zones and not lane.hidden]
    edits += [Edit("lane", lane.id, "hidden", 1) for lane in gone]
    return Gesture(_("Choisir les lignes"), tuple(edits))


def with_lane(project: Project, kind: CanvasType, canvas: str, zone: str) -> Gesture:
    """A lane of the type is shown too, where the type has it; nothing to do when it is, or is no lane."""
    shown = [lane.zone or lane.id for lane in project.lanes_of(canvas)]
    ranks = {lane.id: rank for rank, lane in enumerate(kind.lanes)}
    if kind.layout != "grid" or zone in shown or zone not in ranks:
        return Gesture("", ())
    before = [at for at, other in enumerate(shown) if ranks.get(other, len(ranks)) < ranks[zone]]
    shown.insert(before[-1] + 1 if before else 0, zone)
    return show_lanes(project, kind, canvas, shown)


def add_lane(project: Project, canvas: str, label: str) -> tuple[str, Gesture]:
    """A lane of the lab's own, last; its notes carry its id as their zone."""
    lane = new_id()
    shown = project.lanes_of(canvas)
    place = order.between(shown[-1].place if shown else None, None, project.mark)
    return lane, Gesture(
        _("Ajouter une ligne"), born("lane", lane, canvas=canvas, zone=lane, label=label, place=place)
    )


def shift_lane(project: Project, lane: str, by: int) -> Gesture:
    """A lane goes `by` ranks down (or up, negative)."""
    return shifted(project, "lane", lane, project.lanes_of(project.lane[lane].canvas or ""), by)


def fold_lane(project: Project, lane: str, folded: bool) -> Gesture:
    """A lane is folded to its head, or opened."""
    return Gesture(
        _("Replier une ligne") if folded else _("Déplier une ligne"),
        (Edit("lane", lane, "folded", int(folded)),),
    )


def hide_lane(project: Project, lane: str) -> Gesture:
    """A lane is taken off the canvas; its notes are kept and come back with it."""
    return Gesture(_("Retirer une ligne"), (Edit("lane", lane, "hidden", 1),))
