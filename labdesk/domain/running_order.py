"""The running order: the timed sequences of the workshop sheet, what each projects, how late the day is."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.commands.canvases import add_line, create_canvas, delete_line, set_cell, shift_line
from labdesk.domain.entities import Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.lens import Lens
from labdesk.domain.lens_name import lens_named, written
from labdesk.domain.model import Project, Types
from labdesk.words import _

ZONE = "agenda"
COLUMNS = ("sequence", "minutes", "canvas")
WORKSHOP = "workshop"
_HOURS = re.compile(r"([0-9]{1,2})\s*h\w*\.?\s*([0-5]?[0-9])?(?:\s*m\w*)?$", re.IGNORECASE)


class Stop(Struct, frozen=True):
    """A sequence: the line of the agenda it is, what it projects (None: nothing known by that name)."""

    line: str
    name: str
    minutes: int | None
    lens: Lens | None
    written: str = ""


def workshop_of(project: Project) -> str | None:
    """The workshop sheet: the first one with an agenda, else the first one."""
    sheets = [canvas.id for canvas in project.canvases(WORKSHOP)]
    return next((one for one in sheets if project.lines_of(one, ZONE)), sheets[0] if sheets else None)


def stops(project: Project, types: Types) -> tuple[Stop, ...]:
    """The sequences in order; empty without a workshop sheet."""
    workshop = workshop_of(project)
    found = []
    for line in project.lines_of(workshop, ZONE) if workshop else ():
        name, minutes, said = (project.cell(line.id, column) for column in COLUMNS)
        text = str(said or "")
        found.append(
            Stop(
                line.id,
                str(name or "") or text or _("Séquence"),
                whole_minutes(minutes),
                lens_named(project, types, text),
                text,
            )
        )
    return tuple(found)


def whole_minutes(value: object) -> int | None:
    """Minutes as they were typed: « 20 », « 20 min », « 1 h 30 »; None when no length was given."""
    said = str(value if value is not None else "").strip()
    if hours := _HOURS.match(said):
        return int(hours[1]) * 60 + int(hours[2] or 0) or None
    digits = said.split(" ")[0].split(",")[0].split(".")[0]
    return (int(digits) or None) if digits.isdecimal() and len(digits) < 4 else None  # « 2² » is no number


# -- what the facilitator does to it ------------------------------------------------------------------------
def add_stop(
    project: Project, types: Types, catalogue: Catalogue, name: str, lens: Lens, minutes: int | None = None
) -> Gesture:
    """One more sequence, last; the workshop sheet is made when there is none."""
    workshop, made = workshop_of(project), Gesture("", ())
    values: dict[str, Value] = {"sequence": name, "canvas": written(project, types, lens)}
    values |= {"minutes": minutes} if minutes else {}
    if workshop is None:
        workshop, made = create_canvas(project, catalogue.types[WORKSHOP])
    _line, added = add_line(project, workshop, ZONE, values)
    return Gesture(_("Ajouter au déroulé"), (*made.edits, *added.edits))


def set_stop(project: Project, line: str, column: str, value: str | int | None) -> Gesture:
    """Name, minutes or projected lens (as text) of a sequence."""
    return set_cell(project, line, column, value)


def move_stop(project: Project, line: str, by: int) -> Gesture:
    """A sequence goes `by` ranks down, or up."""
    return shift_line(project, line, by) if line in project.line else Gesture("", ())


def drop_stop(project: Project, line: str) -> Gesture:
    """A sequence goes away."""
    return delete_line(project, line)


# -- time ---------------------------------------------------------------------------------------------------
def late(order: Sequence[Stop], entered: Mapping[str, datetime], line: str, now: datetime) -> int | None:
    """Minutes the day is late (negative: early) in this sequence; None before it began.

    A sequence that is not over its length counts as on time: what is late is when it was entered.
    """
    known = [stop for stop in order if stop.line in entered]
    at = next((i for i, stop in enumerate(order) if stop.line == line), None)
    if not known or at is None or line not in entered:
        return None
    first = order.index(known[0])
    planned = sum(stop.minutes or 0 for stop in order[first:at]) * 60
    spent = (entered[line] - entered[known[0].line]).total_seconds()
    over = (now - entered[line]).total_seconds() - (order[at].minutes or 0) * 60
    drift = spent - planned + (max(0.0, over) if order[at].minutes else 0.0)
    return int(drift / 60)


def told_late(minutes: int | None) -> str:
    """« + 6 min », « − 2 min », « à l’heure »."""
    if minutes is None:
        return ""
    if minutes == 0:
        return _("à l’heure")
    return f"{'+' if minutes > 0 else '−'} {abs(minutes)} min"
