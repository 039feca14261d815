"""Where everything of a canvas stands in a room. Screen, projector and paper all ask here."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from labdesk.domain.box import Ask, Box, Former, Kind, Measure, Part, Plan, Rect, Room, Style, View
from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.grid_layout import HEAD, grid_of, grid_plan
from labdesk.domain.model import Project
from labdesk.domain.ties import CHOSEN, PAIN
from labdesk.domain.whys import KEPT_IN

__all__ = [
    "HEAD",
    "Ask",
    "Box",
    "Kind",
    "Measure",
    "Part",
    "Plan",
    "Rect",
    "Room",
    "Style",
    "View",
    "arrange",
    "planned",
    "replanned",
    "roomed",
]

WHOLE = View()
STRUCTURE = {"canvas", "canvas_type", "phase", "step", "lane"}
"""Tables that say which columns and lanes there are: a change of theirs arranges the whole canvas again."""

HEADS = {"phase", "step", "lane"}
"""Those that leave what stands in a cell as it is, wherever the cell goes."""
IN_CELLS = {"note", "vote", "photo", "answer"}
"""Tables whose rows stand in one cell of a grid: its neighbours of the same lane are left alone."""
WHOLE_PART = "*"

Touched = Iterable[tuple[str, str]]


def arrange(
    project: Project, kind: CanvasType, canvas: str, room: Room, measure: Measure, view: View = WHOLE
) -> tuple[Box, ...]:
    """Every box of a canvas in reading order, in the unit of the room."""
    return tuple(planned(project, kind, canvas, room, measure, view).boxes())


def planned(
    project: Project, kind: CanvasType, canvas: str, room: Room, measure: Measure, view: View = WHOLE
) -> Plan:
    """The arrangement by parts (lanes, or boxes of a sheet), which a screen can renew one by one."""
    return _planned(Ask(project, kind, canvas, room, measure, view), {})


def _planned(ask: Ask, standing: Mapping[str, Former]) -> Plan:
    if ask.kind.layout == "grid" and ask.view.part == "grid":
        return grid_plan(grid_of(ask), standing)
    from labdesk.domain.sheet_layout import sheet_plan  # a start shows a grid: it does not wait for this

    return sheet_plan(ask, {name: former.part for name, former in standing.items() if former.kept})


def roomed(plan: Plan, project: Project, room: Room) -> Plan | None:
    """The same arrangement in a room of another width, where nothing moves by it; None: arrange again.

    The columns of a long journey are as narrow as they may be, in a narrow window as in a wide one.
    """
    if (
        plan.kind.layout != "grid"
        or plan.view.part != "grid"
        or replace(room, width=plan.room.width) != plan.room
    ):
        return None
    grid = grid_of(Ask(project, plan.kind, plan.canvas, room, plan.measure, plan.view))
    return replace(plan, room=room) if (grid.columns, grid.width) == (plan.columns, plan.width) else None


def replanned(plan: Plan, project: Project, touched: Touched) -> Plan:
    """The arrangement after a gesture: cells and parts with a touched row are made again, others move."""
    rows = frozenset(touched)
    ask = Ask(project, plan.kind, plan.canvas, plan.room, plan.measure, plan.view)
    changed = {table for table, row in rows if table in STRUCTURE and _concerns(plan, project, table, row)}
    if changed - HEADS:
        return _planned(ask, {})
    stale: dict[str, set[str]] = {}
    for table, row in rows:
        if table in STRUCTURE:
            continue
        steps = _steps(plan, project, table, row)
        for part in _stale(plan, project, table, row):
            stale.setdefault(part, set()).update(steps)
    return _planned(
        ask,
        {
            part.id: Former(
                part, plan.columns, part.id not in stale and not changed, frozenset(stale.get(part.id, ()))
            )
            for part in plan.parts
            if WHOLE_PART not in stale.get(part.id, ())
        },
    )


def _steps(plan: Plan, project: Project, table: str, row: str) -> set[str]:
    """The steps in whose cells a row was shown and will be; where that is not known, the whole part."""
    if table not in IN_CELLS:
        return {WHOLE_PART}
    pieces = row.split("/")
    held = [project.note.get(pieces[0]) if table == "vote" else project.table(table).get(row)]
    shown = [part.rows[piece] for part in plan.parts for piece in {row, pieces[0]} if piece in part.rows]
    steps = {getattr(thing, "step", None) or "" for thing in (*held, *shown) if thing is not None}
    steps |= plan.columns.keys() & set(pieces)
    return {step or WHOLE_PART for step in steps} or {WHOLE_PART}


def _concerns(plan: Plan, project: Project, table: str, row: str) -> bool:
    """A row of the structure of this canvas, or one that is gone and was shown here."""
    if table in ("canvas", "canvas_type"):
        return row == plan.canvas
    standing = project.table(table).get(row)
    return plan.home(row) is not None or getattr(standing, "canvas", None) == plan.canvas


def _stale(plan: Plan, project: Project, table: str, row: str) -> set[str]:
    """The parts that show a row now or will: its zone's, and those that show a row its id is built from."""
    standing = project.table(table).get(row)
    pieces = row.split("/")
    found = {home.id for piece in {row, *pieces} if (home := plan.home(piece)) is not None}
    if not found and table == "note":  # it may come out of a folded lane, which counts what it does not show
        found |= {
            part.id  # the head of a lane comes first, or after the line above it
            for part in plan.parts
            if any(box.kind == "lane" and box.folded for box in part.boxes[:2])
        }
    if table == "link" and any(piece in plan.columns for piece in pieces):  # a card takes up a step
        found |= _parts_of_zones(plan, (PAIN, CHOSEN))
    if table == "vote":  # the note may have been left out by the sieve, and be wanted now
        standing = project.note.get(pieces[0])
    if pieces[0] == plan.canvas:
        found |= _parts_of_zones(plan, pieces[1:])
    if getattr(standing, "canvas", None) == plan.canvas:
        found |= _parts_of_zones(plan, [getattr(standing, "zone", None) or ""])
    else:  # a row of another canvas: a title that this one may quote
        found |= {
            zone.id for zone in plan.kind.zones if zone.kind in ("ref", "refs") and zone.id in plan.part
        }
    if table == "note" and getattr(standing, "zone", KEPT_IN) == KEPT_IN:  # chains say what is kept of them
        found |= {zone.id for zone in plan.kind.zones if zone.kind == "chain" and zone.id in plan.part}
    return found


def _parts_of_zones(plan: Plan, zones: Iterable[str]) -> set[str]:
    wanted = set(zones)
    return {part for zone in wanted for part in (zone, f"{plan.canvas}/{zone}") if part in plan.part}
