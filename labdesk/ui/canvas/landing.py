"""Where the head of a phase, a step or a lane would land: the line one sees, the words, the gesture."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF

from labdesk.domain.commands import columns, grid
from labdesk.domain.gesture import Gesture
from labdesk.domain.grid_layout import numbered
from labdesk.domain.layout import HEAD, Box, Plan
from labdesk.ui.canvas.board import Board
from labdesk.words import _, several

EDGE = 0.3
"""The share of a head, at each side, that means beside it; its middle means: become one with it."""


class Landing(Struct, frozen=True):
    """What letting go would do. `line` is drawn where it would be put, `onto` around what it would join."""

    words: str
    gesture: Gesture
    line: QLineF | None = None
    onto: QRectF | None = None


def landing(board: Board, moved: Box, x: float, y: float) -> Landing | None:
    """Where the head in the hand would land at this point of the canvas; None: it stays where it is."""
    plan = board.plan
    if plan is None or moved.row not in board.project.table(moved.kind):
        return None
    found = _WAYS[moved.kind](board, plan, moved, y if moved.kind == "lane" else x)
    return found if found is not None and found.gesture else None


def _heads(plan: Plan, kind: str) -> list[Box]:
    """The heads of a kind in order, placed in the canvas."""
    if kind == "lane":
        return [
            b.moved(p.rect.x, p.rect.y) for p in plan.parts if p.id != HEAD for b in p.boxes if b.kind == kind
        ]
    return [box for box in plan.part[HEAD].boxes if box.kind == kind]


def _step(board: Board, plan: Plan, moved: Box, x: float) -> Landing | None:
    project = board.project
    heads = _heads(plan, "step")
    empty = next((b for b in _heads(plan, "phase") if b.rect.x <= x < b.rect.right), None)
    if empty is not None and not project.steps_in(empty.row):
        return Landing(
            _("Placer dans « {name} »").format(name=empty.text or "…"),
            grid.move_step(project, moved.row, empty.row),
            onto=QRectF(empty.rect.x, 0, empty.rect.w, plan.part[HEAD].rect.h),
        )
    head = _under(heads, x)
    if head is None or head.row == moved.row:
        return None
    phase = project.step[head.row].phase or ""
    share = (x - head.rect.x) / max(head.rect.w, 1)
    name = numbered(head.index, head.text)
    if EDGE < share < 1 - EDGE:
        gesture = columns.merge_steps(project, board.kind, moved.row, head.row)
        onto = QRectF(head.rect.x, 0, head.rect.w, plan.part[HEAD].rect.h)
        return Landing(_("Réunir avec « {name} »").format(name=name), gesture, onto=onto)
    if phase not in project.phase:
        return None
    others = [s.id for s in project.steps_in(phase) if s.id != moved.row]
    rank = others.index(head.row) + (share >= 0.5)
    standing = [s.id for s in project.steps_in(phase)]
    if moved.row in standing and standing.index(moved.row) == rank:
        return None
    gesture = grid.move_step(
        project, moved.row, phase, after=others[rank - 1] if rank else None, first=rank == 0
    )
    words = _("Placer après « {name} »") if share >= 0.5 else _("Placer avant « {name} »")
    edge = head.rect.right if share >= 0.5 else head.rect.x
    return Landing(
        words.format(name=name), gesture, line=QLineF(edge, plan.part[HEAD].rect.h / 2, edge, plan.height)
    )


def _phase(board: Board, plan: Plan, moved: Box, x: float) -> Landing | None:
    project = board.project
    heads = _heads(plan, "phase")
    head = _under(heads, x)
    if head is None or head.row == moved.row:
        return None
    share = (x - head.rect.x) / max(head.rect.w, 1)
    name = f"{head.index + 1}. {head.text or '…'}"
    if EDGE < share < 1 - EDGE:
        gesture = columns.join_phases(project, moved.row, head.row)
        onto = QRectF(head.rect.x, 0, head.rect.w, plan.part[HEAD].rect.h)
        return Landing(_("Réunir avec « {name} »").format(name=name), gesture, onto=onto)
    after = share >= 0.5
    rank = heads.index(head) + after
    before = heads[rank].row if rank < len(heads) else None
    words = _("Placer après « {name} »") if after else _("Placer avant « {name} »")
    edge = head.rect.right if after else head.rect.x
    gesture = columns.place_phase(project, moved.row, before)
    return Landing(words.format(name=name), gesture, line=QLineF(edge, 0, edge, plan.height))


def _lane(board: Board, plan: Plan, moved: Box, y: float) -> Landing | None:
    heads = _heads(plan, "lane")
    over = [head for head in heads if head.rect.y <= y < head.rect.bottom]
    head = over[0] if over else heads[-1] if heads and y >= heads[-1].rect.bottom else None
    if head is None or head.row == moved.row:
        return None
    # One who comes from below means above, and the other way round, on most of the lane.
    share = EDGE if head.index > moved.index else 1 - EDGE
    below = y >= head.rect.y + head.rect.h * share
    rank = heads.index(head) + below
    # Lanes that a filter leaves out keep their place: the lane goes beside the one under the hand.
    order = [lane.id for lane in board.project.lanes_of(board.canvas)]
    at = order.index(head.row) + below if head.row in order else len(order)
    gesture = columns.place_lane(board.project, moved.row, order[at] if at < len(order) else None)
    edge = heads[rank].rect.y if rank < len(heads) else heads[-1].rect.bottom
    words = _("Placer sous « {name} »") if below else _("Placer au-dessus de « {name} »")
    return Landing(words.format(name=head.text), gesture, line=QLineF(0, edge, plan.width, edge))


def boundary(board: Board, phase: str, x: float) -> Landing | None:
    """Where the border before a phase would stand: between two steps of it or of the phase before."""
    plan, project = board.plan, board.project
    heads = _heads(plan, "phase") if plan is not None else []
    at = next((rank for rank, head in enumerate(heads) if head.row == phase), 0)
    if plan is None or at == 0 or phase not in project.phase:
        return None
    left, right = project.steps_in(heads[at - 1].row), project.steps_in(phase)
    steps = [step.id for step in (*left, *right) if step.id in plan.columns]
    if len(steps) < 2 or len(steps) != len(left) + len(right):
        return None
    edges = {rank: plan.columns[step][0] for rank, step in enumerate(steps) if rank}
    count = min(edges, key=lambda rank: abs(edges[rank] - x))
    gesture = columns.shift_boundary(project, phase, count - len(left))
    said = [
        _("{label} : {text}").format(label=head.text or "…", text=several(n, "{n} étape", "{n} étapes"))
        for head, n in ((heads[at - 1], count), (heads[at], len(steps) - count))
    ]
    return Landing(", ".join(said), gesture, line=QLineF(edges[count], 0, edges[count], plan.height))


def notes_landing(board: Board, rows: tuple[str, ...], x: float) -> tuple[Landing, str] | None:
    """Notes let go over the heads make a step beside the one under the hand: what one sees, and its id."""
    plan, project = board.plan, board.project
    head = _under(_heads(plan, "step"), x) if plan is not None and HEAD in plan.part else None
    if plan is None or head is None:
        return None
    after = x >= head.rect.x + head.rect.w / 2
    made, gesture = columns.step_of_notes(project, rows, head.row, before=not after)
    if not gesture:
        return None
    edge = head.rect.right if after else head.rect.x
    words = several(len(rows), "Nouvelle étape avec {n} note", "Nouvelle étape avec {n} notes")
    return Landing(words, gesture, line=QLineF(edge, plan.part[HEAD].rect.h / 2, edge, plan.height)), made


def _under(heads: list[Box], x: float) -> Box | None:
    """The head at this x; left of all of them the first, right of all of them the last."""
    if not heads:
        return None
    if x < heads[0].rect.x:
        return heads[0]
    return next((head for head in heads if head.rect.x <= x < head.rect.right), heads[-1])


_WAYS: Mapping[str, Callable[[Board, Plan, Box, float], Landing | None]] = {
    "step": _step,
    "phase": _phase,
    "lane": _lane,
}
