"""The same box of the same canvas as each table filled it, in columns: what a room compares after lunch."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.entities import Note
from labdesk.domain.model import Project, Types, lane_zone
from labdesk.domain.shown import as_read
from labdesk.domain.table_day import TABLE_PLACES, tables_named
from labdesk.errors import Refusal

AT_ONCE = 4
"""Tables that are read side by side."""
TEXTS = ("text_short", "text", "score", "choice", "number", "date")


class Said(Struct, frozen=True):
    """Something a table put there: a note, or the single value of a box (then `note` is None)."""

    canvas: str
    text: str
    note: Note | None
    votes: int


class TableColumn(Struct, frozen=True):
    """All that one table said of it, in reading order."""

    table: str
    said: tuple[Said, ...]


def tables_of(project: Project) -> tuple[str, ...]:
    """The tables of the workshop sheet, then those that only notes and canvases know."""
    seen = [row.author_table for row in project.canvas.values()]
    seen += [row.author_table for row in project.note.values()]
    more = sorted({name for name in seen if name} - set(tables_named(project)), key=_rank)
    return (*tables_named(project), *more)


def _rank(name: str) -> tuple[str, int]:
    digits = "".join(letter for letter in name if letter.isdecimal())[:9]
    return "".join(letter for letter in name if not letter.isdecimal()), int(digits or 0)


def canvases_to_compare(project: Project, types: Types) -> tuple[str, ...]:
    """The canvases a table works on, grids first, but not those a table made for itself beside a like one."""
    found: list[str] = []
    grids: set[str] = set()
    for canvas in project.canvases():
        try:
            kind = types.of(project, canvas.id)
        except Refusal:
            continue
        like = [one for one in found if project.canvas[one].type == canvas.type]
        if kind.place in TABLE_PLACES and not (canvas.author_table and like):
            found.append(canvas.id)
            grids |= {canvas.id} if kind.layout == "grid" else set()
    return tuple(sorted(found, key=lambda canvas: canvas not in grids))


def zones_to_compare(project: Project, kind: CanvasType, canvas: str) -> tuple[Zone, ...]:
    """What can be read in columns: lanes shown and boxes that hold notes, then single values."""
    shown = [lane_zone(kind, lane) for lane in project.lanes_of(canvas)]
    lanes = [zone for zone in shown if zone.holds_notes]
    boxes = [zone for zone in kind.sheet if zone.holds_notes and zone.export != "never"]
    values = [zone for zone in kind.sheet if zone.kind in TEXTS]
    return (*lanes, *boxes, *values)


def fullest(project: Project, types: Types) -> tuple[str, str]:
    """The canvas and the lane or box where most tables wrote, and most: what a room compares first."""
    offered = canvases_to_compare(project, types)
    heads = {project.canvas[canvas].type: canvas for canvas in reversed(offered)}
    wrote: dict[tuple[str, str], list[str]] = {}
    for note in project.note.values():
        at = project.canvas.get(note.canvas or "")
        table = note.author_table or (at.author_table if at else None)
        if at is None or not table or not (note.text or "").strip():
            continue
        canvas = at.id if at.id in offered else heads.get(at.type, "")
        wrote.setdefault((canvas, note.zone or ""), []).append(table)
    wrote = {where: tables for where, tables in wrote.items() if where[0]}
    by_rank = sorted(
        wrote.items(), key=lambda one: (-len(set(one[1])), -len(one[1]), offered.index(one[0][0]))
    )
    for (canvas, zone), _tables in by_rank:
        if any(one.id == zone for one in zones_to_compare(project, types.of(project, canvas), canvas)):
            return canvas, zone
    return "", ""


def columns(
    project: Project, types: Types, canvas: str, zone: Zone, step: str, tables: Iterable[str]
) -> tuple[TableColumn, ...]:
    """One column for each table. `step`: of this canvas; empty for all of them.

    A table is read on this canvas, in the notes that carry its name, and on the canvases of the same type
    that are its own, there in the step of the same name, else of the same rank.
    """
    return tuple(
        TableColumn(table, tuple(_said(project, types, canvas, zone, step, table))) for table in tables
    )


def _said(project: Project, types: Types, canvas: str, zone: Zone, step: str, table: str) -> Iterator[Said]:
    kind = project.canvas[canvas].type
    own = [row.id for row in project.canvases(kind) if row.author_table == table and row.id != canvas]
    mine = project.canvas[canvas].author_table == table
    yield from _on(project, types, canvas, zone, step, "" if mine else table)
    for other in own:
        yield from _on(project, types, other, zone, _like(project, canvas, step, other), "")


def _on(
    project: Project, types: Types, canvas: str, zone: Zone, step: str | None, table: str
) -> Iterator[Said]:
    """`table` empty: the whole canvas is its work. `step` None: this canvas has no such step."""
    if step is None:
        return
    if not zone.holds_notes:
        if not table and (words := _value(project, types, canvas, zone)):
            yield Said(canvas, words, None, 0)
        return
    order = {one.id: at for at, one in enumerate(project.steps_of(canvas))}
    held = [n for n in project.notes_of(canvas) if n.zone == zone.id and (not step or n.step == step)]
    held = [n for n in held if not table or n.author_table == table]
    for note in sorted(held, key=lambda n: (order.get(n.step or "", -1), n.place or "", n.id)):
        if (note.text or "").strip():
            yield Said(canvas, (note.text or "").strip(), note, project.votes_seen(note.id))


def _value(project: Project, types: Types, canvas: str, zone: Zone) -> str:
    try:
        return as_read(project, types.of(project, canvas), zone, project.value(canvas, zone.id)) or ""
    except Refusal:
        return ""


def _like(project: Project, canvas: str, step: str, other: str) -> str | None:
    if not step:
        return ""
    here, there = project.steps_of(canvas), project.steps_of(other)
    rank = next((at for at, one in enumerate(here) if one.id == step), -1)
    label = (here[rank].label or "").strip().casefold() if rank >= 0 else ""
    named = [one.id for one in there if label and (one.label or "").strip().casefold() == label]
    if named:
        return named[0]
    return there[rank].id if 0 <= rank < len(there) else None
