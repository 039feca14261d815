"""The choice of lanes: presets, the catalogue of the type, lanes of the lab’s own. It only opens lists."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from labdesk.domain.commands import grid
from labdesk.domain.entities import Lane
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import lane_zone
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.chooser import Choice, Chooser
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _


def shown(board: Board) -> list[str]:
    """The zones of the lanes shown, in order."""
    return [lane.zone or lane.id for lane in board.project.lanes_of(board.canvas)]


def catalogue(board: Board) -> list[Choice]:
    """Every lane one may show: those of the type, then the lab's own; ticked when shown."""
    now = shown(board)
    choices = [Choice(zone.id, str(zone.label), zone.id in now) for zone in board.kind.lanes]
    for lane in _own(board):
        choices.append(Choice(lane.zone or lane.id, lane.label or "", not lane.hidden))
    return choices


def _own(board: Board) -> list[Lane]:
    lanes = board.project.lane.values()
    return [x for x in lanes if x.canvas == board.canvas and x.zone not in board.kind.by_id]


def switch(board: Board, zone: str) -> None:
    """Show a lane, or take it off; a lane that comes back stands where the type has it."""
    now = shown(board)
    if zone in now:
        now.remove(zone)
    else:
        order = [z.id for z in board.kind.lanes]
        rank = order.index(zone) if zone in order else len(order)
        after = [i for i, z in enumerate(now) if z in order and order.index(z) < rank]
        now.insert(after[-1] + 1 if after else (0 if zone in order else len(now)), zone)
    board.desk.do(grid.show_lanes(board.project, board.kind, board.canvas, now))


def take_preset(board: Board, name: str) -> None:
    """Show the lanes of a preset; those taken off keep their notes."""
    board.desk.do(grid.show_lanes(board.project, board.kind, board.canvas, board.kind.presets[name]))


def add_own(board: Board, label: str) -> None:
    """A lane of the lab's own, last."""
    lane, gesture = grid.add_lane(board.project, board.canvas, label)
    board.desk.do(gesture)
    board.go(board.key_of("lane", lane))


def fold(board: Board, lane: str) -> None:
    """Fold a lane to its head, or open it."""
    row = board.project.lane[lane]
    gesture = grid.fold_lane(board.project, lane, not row.folded)
    board.desk.do(gesture)
    said = _("{label} : {text}").format(label=gesture.label, text=lane_zone(board.kind, row).label)
    board.desk.announce(said)


def fold_all(board: Board, folded: bool) -> None:
    """Fold or open every lane in one gesture."""
    edits = [
        edit
        for lane in board.project.lanes_of(board.canvas)
        if bool(lane.folded) != folded
        for edit in grid.fold_lane(board.project, lane.id, folded).edits
    ]
    label = _("Replier les lignes") if folded else _("Déplier les lignes")
    board.desk.do(Gesture(label, tuple(edits)))


def choose(board: Board, view: CanvasView) -> None:
    """The list of lanes to tick; a name that is not in it makes a lane of the lab's own."""
    if not board.stands or board.kind.layout != "grid":
        return
    chooser = Chooser(
        board.scene.ink.look,
        _("Lignes du canevas"),
        catalogue(board),
        lambda zone: switch(board, zone),
        view,
        other=lambda label: add_own(board, label),
    )
    chooser.open_at(view.mapToGlobal(QPoint(8, 40)))


def fill_presets(board: Board, menu: QMenu) -> None:
    """One entry a preset."""
    for name, label in board.kind.preset_labels.items():
        menu.addAction(str(label), _taking(board, name))


def _taking(board: Board, name: str) -> Callable[[], None]:
    return lambda: take_preset(board, name)
