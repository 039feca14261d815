"""One more: a note in its cell, a line of a table, a link, a photo, a step, a phase."""

from labdesk.domain.commands import canvases, grid
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.openers import Openers
from labdesk.ui.canvas.scribe import Scribe


def insert(board: Board, scribe: Scribe, openers: Openers) -> bool:
    """One more of what stands here; False where nothing can be added."""
    box, zone = board.box, board.zone()
    if box is None:
        return False
    if box.kind == "phase":
        add_phase(board, scribe, box.row)
    elif box.kind == "step":
        add_step(board, scribe, box.row)
    elif box.kind == "add":
        add_last_step(board, scribe)
    elif zone is None or box.kind == "lane":
        return False
    elif box.kind == "chain" or (box.kind == "offer" and box.part == "chain"):
        return scribe.add_line()
    elif zone.kind == "table":
        add_table_line(board, scribe)
    elif zone.kind == "refs":
        openers.choose_links(box, zone)
    elif zone.kind in ("photos", "grid_photos"):
        openers.add_pictures(zone, box.step or None)
    else:
        return scribe.add()
    return True


def add_phase(board: Board, scribe: Scribe, after: str | None = None) -> None:
    """A phase with its first step; its name is typed at once."""
    phase, _step, gesture = grid.add_phase(board.project, board.canvas, "", after=after)
    board.desk.do(gesture)
    board.go(board.key_of("phase", phase))
    scribe.edit()


def add_step(board: Board, scribe: Scribe, beside: str, *, before: bool = False) -> None:
    """A step after another, or before it; its name is typed at once."""
    row = board.project.step[beside]
    phase = row.phase or ""
    if phase not in board.project.phase:
        return
    after: str | None = beside
    if before:
        standing = [step.id for step in board.project.steps_in(phase)]
        rank = standing.index(beside)
        after = standing[rank - 1] if rank else None
    step, gesture = grid.add_step(board.project, phase, "", after=after, first=after is None)
    board.desk.do(gesture)
    board.go(board.key_of("step", step))
    scribe.edit()


def add_last_step(board: Board, scribe: Scribe) -> None:
    """A step at the end of the last phase; the first phase with its step, when there is none."""
    steps, phases = board.project.steps_of(board.canvas), board.project.phases_of(board.canvas)
    if steps and steps[-1].phase in {phase.id for phase in phases}:
        add_step(board, scribe, steps[-1].id)
    else:
        add_phase(board, scribe)


def add_table_line(board: Board, scribe: Scribe) -> None:
    """A line at the end of the current table; its first cell is typed at once."""
    zone = board.zone()
    if zone is None:
        return
    line, gesture = canvases.add_line(board.project, board.canvas, zone.id)
    board.desk.do(gesture)
    key = ("field", line, zone.id, "", zone.columns[0].id)
    if board.plan is not None and moves.find(board.plan, key):
        board.go(key)
        scribe.edit()
