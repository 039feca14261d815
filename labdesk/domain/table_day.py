"""Which canvas a table works on now: the sequence of the running order by the clock, and where it leads."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from labdesk.domain.lens_name import lens_named
from labdesk.domain.model import Project, Types
from labdesk.domain.running_order import WORKSHOP, Stop, stops, workshop_of
from labdesk.errors import Refusal

TABLE_PLACES = ("journeys", "problem", "prototypes")
"""The places a table has."""

_CLOCK = re.compile(r"^\D{0,3}([01]?\d|2[0-3])\s*(?:h|:|H)\s*([0-5]\d)?\b")


class Timed(Struct, frozen=True):
    """A sequence and when it was planned to begin; None: nobody can tell."""

    stop: Stop
    at: datetime | None


def planned(order: Sequence[Stop], begins: datetime | None) -> tuple[Timed, ...]:
    """The sequences with their times.

    A time written at the head of a name (« 9 h 45 Parcours vécu ») is the time; else a sequence begins when
    the one before it ends. After a sequence without a length nothing is known until the next written time.
    """
    found: list[Timed] = []
    at = begins
    for stop in order:
        if begins is not None and (clock := _CLOCK.match(stop.name)):
            hour, minute = int(clock.group(1)), int(clock.group(2) or 0)
            at = begins.replace(hour=hour, minute=minute, second=0, microsecond=0)
        found.append(Timed(stop, at))
        at = at + timedelta(minutes=stop.minutes) if at is not None and stop.minutes else None
    return tuple(found)


def current(order: Sequence[Timed], now: datetime) -> Timed | None:
    """The sequence of now: the last one that has begun, on the day that was planned.

    Before the day begins, and on any other day, the first one.
    """
    if not order:
        return None
    began = [one for one in order if one.at is not None and one.at <= now and one.at.date() == now.date()]
    return began[-1] if began else order[0]


def canvas_for(project: Project, types: Types, stop: Stop | None, table: str) -> str:
    """The canvas on which a table works in this sequence; empty: the sequence leads to none.

    In this order: the canvas made by or for this table, of the type that the sequence projects; the one that
    the workshop sheet gives to this table, if it stands in the same place; the one that is projected.
    """
    lens = stop.lens if stop is not None else None
    if lens is None or lens.canvas not in project.canvas:
        return ""
    place = _place(project, types, lens.canvas)
    if place not in TABLE_PLACES:
        return ""
    kind = project.canvas[lens.canvas].type
    own = [canvas.id for canvas in project.canvases(kind) if table and canvas.author_table == table]
    given = _given(project, types, table)
    if own:
        return own[0]
    if given and _place(project, types, given) == place:
        return given
    return lens.canvas


def first_canvas(project: Project, types: Types, table: str) -> str:
    """Without a running order that leads anywhere: what the sheet gives to this table, else nothing."""
    given = _given(project, types, table)
    return given if given and _place(project, types, given) in TABLE_PLACES else ""


def of_table(project: Project, types: Types, table: str, begins: datetime | None) -> tuple[Timed, ...]:
    """The sequences of the day that lead a table somewhere, with their times."""
    timed = planned(stops(project, types), begins)
    return tuple(one for one in timed if canvas_for(project, types, one.stop, table))


def tables_named(project: Project) -> tuple[str, ...]:
    """The tables of the workshop sheet, in order."""
    workshop = _sheet_of_tables(project)
    lines = project.lines_of(workshop, "tables") if workshop else ()
    named = (str(project.cell(line.id, "label") or "").strip() for line in lines)
    return tuple(dict.fromkeys(name for name in named if name))


def _sheet_of_tables(project: Project) -> str | None:
    sheets = [canvas.id for canvas in project.canvases(WORKSHOP)]
    return next((one for one in sheets if project.lines_of(one, "tables")), workshop_of(project))


def _given(project: Project, types: Types, table: str) -> str:
    """The canvas that the workshop sheet gives to this table."""
    workshop = _sheet_of_tables(project)
    for line in project.lines_of(workshop, "tables") if workshop and table else ():
        if str(project.cell(line.id, "label") or "").strip() == table:
            lens = lens_named(project, types, str(project.cell(line.id, "canvas") or ""))
            return lens.canvas if lens is not None else ""
    return ""


def _place(project: Project, types: Types, canvas: str) -> str:
    try:
        return types.of(project, canvas).place
    except Refusal:
        return ""
