"""The lens on what is selected: a cell, a lane, a step, a phase, a box, a photo; else the whole canvas."""

from labdesk.domain.lens import Lens
from labdesk.domain.model import Project, Types
from labdesk.errors import Refusal
from labdesk.ui.target import Selection


def lens_at(project: Project, types: Types, selected: Selection) -> Lens | None:
    """None when the canvas, or its type, is not known any more."""
    canvas = selected.canvas
    try:
        kind = types.of(project, canvas)
    except (Refusal, KeyError):
        return None
    table, row = selected.table, selected.row or ""
    if table == "photo" and row in project.photo:
        return Lens("photo", canvas, row=row)
    zone, step = selected.zone or "", selected.step or ""
    if table == "note" and row in project.note:
        note = project.note[row]
        zone, step = note.zone or "", note.step or ""
    if kind.layout != "grid":
        known = zone in kind.by_id and zone != kind.title_zone
        return Lens("box", canvas, zone=zone) if known else Lens("sheet", canvas)
    if table == "phase" and row in project.phase:
        steps = tuple(one.id for one in project.steps_in(row))
    else:
        step = row if table == "step" else step
        steps = (step,) if step in project.step else ()
    lanes = (zone,) if zone in {one.id for one in kind.lanes} or f"{canvas}/{zone}" in project.lane else ()
    return Lens("grid", canvas, steps, lanes) if steps or lanes else Lens("overview", canvas)
