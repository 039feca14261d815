"""Where notes and heads go when they are moved by Alt and an arrow, or let go by the hand. Loaded then."""

from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.gesture import Gesture
from labdesk.domain.layout import HEAD, Box, Plan
from labdesk.ui.canvas import deeds, moves
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.moves import Way
from labdesk.words import _


def move(board: Board, way: Way) -> None:
    """Alt and an arrow: the notes, the step, the phase or the lane go that way."""
    box, plan = board.box, board.plan
    if box is None or plan is None:
        return
    if picked := board.picked():
        gesture = _notes_moved(board, plan, picked, way)
    else:
        gesture = _thing_moved(board, box, -1 if way in ("left", "up") else 1, way in ("left", "right"))
    if gesture:
        board.desk.do(gesture)
        board.desk.announce(_("Déplacé : {where}").format(where=board.said()))


def _thing_moved(board: Board, box: Box, by: int, sideways: bool) -> Gesture:
    project = board.project
    match box.kind:
        case "phase" if sideways:
            return grid.shift_phase(project, box.row, by)
        case "step" if sideways:
            return grid.shift_step(project, box.row, by)
        case "lane" if not sideways:
            return grid.shift_lane(project, box.row, by)
        case "photo":
            return _photo_moved(board, box, by, sideways)
        case "field" | "chain" if not sideways:
            return canvases.shift_line(project, box.row, by)
        case "cell" if not sideways:
            deeds.nudge(board, box, -by)
    return Gesture("", ())


def _photo_moved(board: Board, box: Box, by: int, sideways: bool) -> Gesture:
    """Sideways to the next step, up and down among the photos of its own; on a card all of it is a row."""
    steps = list(board.plan.columns) if board.plan else []
    if not sideways or not box.step:
        return canvases.move_photo(board.project, box.row, box.step or None, by)
    rank = steps.index(box.step) + by
    if not 0 <= rank < len(steps):
        return Gesture("", ())
    return canvases.move_photo(board.project, box.row, steps[rank])


def _notes_moved(board: Board, plan: Plan, picked: tuple[str, ...], way: Way) -> Gesture:
    """Inside its cell first; at the edge of the cell, or sideways, into the next one."""
    project, key = board.project, board.key_of("note", picked[-1])
    if key is None:
        return Gesture("", ())
    line = project.note[picked[-1]].line
    if line in project.line:
        return _whys_moved(board, plan, picked, way)
    if way in ("up", "down") and len(picked) == 1:
        shifted = notes.shift_note(project, picked[0], -1 if way == "up" else 1)
        if shifted:
            return shifted
    return _into_next(board, plan, picked, key, way)


def _whys_moved(board: Board, plan: Plan, picked: tuple[str, ...], way: Way) -> Gesture:
    """Along its chain with ← and →; with ↑ and ↓ into the chain above or below, then out of the box."""
    project, note = board.project, board.project.note[picked[-1]]
    if way in ("left", "right"):
        return (
            notes.shift_note(project, picked[0], -1 if way == "left" else 1)
            if len(picked) == 1
            else Gesture("", ())
        )
    lines = [line.id for line in project.lines_of(note.canvas or "", note.zone or "")]
    rank = lines.index(note.line or "") + (1 if way == "down" else -1)
    if 0 <= rank < len(lines):
        return notes.move_notes(project, picked, note.zone or "", line=lines[rank])
    key = board.key_of("note", note.id)
    return _into_next(board, plan, picked, key, way) if key else Gesture("", ())


def _into_next(board: Board, plan: Plan, picked: tuple[str, ...], key: moves.Key, way: Way) -> Gesture:
    """Into the neighbouring cell or box, if notes can stand there."""
    project, target = board.project, _next_cell(board, plan, key, way)
    if target is None:
        return Gesture("", ())
    zone, step = target
    line = _line_for(board, zone)
    return notes.move_notes(project, picked, zone, step=step or None, line=line, first=way == "down")


def _next_cell(board: Board, plan: Plan, key: moves.Key, way: Way) -> tuple[str, str] | None:
    """The next place for notes in a direction: the neighbouring step, or the next such lane or zone."""
    zone, step = key[2], key[3]
    if plan.columns and way in ("left", "right"):
        steps = list(plan.columns)
        rank = steps.index(step) + (1 if way == "right" else -1)
        return (zone, steps[rank]) if 0 <= rank < len(steps) else None
    names = [_zone_name(part.boxes[-1].zone, part.id) for part in plan.parts if part.id != HEAD]
    rank = names.index(zone) if zone in names else -1
    by = 1 if way in ("right", "down") else -1
    while 0 <= (rank := rank + by) < len(names):
        other = board.zone(names[rank])
        if other is not None and other.holds_notes and other.kind != "dates":
            return names[rank], step
    return None


def _zone_name(zone: str, part: str) -> str:
    return zone or part


def _line_for(board: Board, zone: str) -> str | None:
    """Notes that go to a zone of chains join its last chain."""
    lines = board.project.lines_of(board.canvas, zone)
    kind = board.zone(zone)
    return lines[-1].id if kind is not None and kind.kind == "chain" and lines else None


def drop(board: Board, rows: tuple[str, ...], holder: Box, after: str | None, first: bool) -> None:
    """Notes fall into a cell or a zone: after a note, first, or at the end."""
    zone = board.zone(holder.zone)
    if zone is None or not zone.holds_notes or not rows:
        return
    line = _line_for(board, zone.id)
    if holder.kind == "chain":
        line = holder.row
    elif after and (other := board.project.note.get(after)) is not None:
        line = other.line
    gesture = notes.move_notes(
        board.project,
        rows,
        zone.id,
        step=holder.step or None,
        line=line,
        after=after,
        first=first,
        canvas=board.canvas,
    )
    board.desk.do(gesture)
    board.choose(rows)
    board.desk.announce(_("Déplacé : {where}").format(where=board.said()))
