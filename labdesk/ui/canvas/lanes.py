"""The choice of lanes: presets, the catalogue of the type, lanes of the lab’s own. It only opens lists."""

from PySide6.QtCore import QPoint

from labdesk.domain.commands import grid
from labdesk.domain.entities import Lane
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import lane_zone
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.choice import Choice
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _, several


def shown(board: Board) -> list[str]:
    """The zones of the lanes shown, in order."""
    return [lane.zone or lane.id for lane in board.project.lanes_of(board.canvas)]


def catalogue(board: Board) -> list[Choice]:
    """Every lane one may show: those of the type, then the lab's own; ticked when shown."""
    now = shown(board)
    choices = [Choice(z.id, _with_notes(board, z.id, str(z.label)), z.id in now) for z in board.kind.lanes]
    for lane in _own(board):
        zone = lane.zone or lane.id
        choices.append(Choice(zone, _with_notes(board, zone, lane.label or ""), not lane.hidden))
    return choices


def _with_notes(board: Board, zone: str, label: str) -> str:
    """The label of a lane and how many notes it holds, shown or not."""
    held = sum(note.zone == zone for note in board.project.notes_of(board.canvas))
    return f"{label} · {several(held, '{n} note', '{n} notes')}" if held else label


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
    """Show the lanes of a preset; those taken off keep their notes, and it is said how many."""
    before = set(shown(board))
    wanted = board.kind.presets[name]
    if not board.desk.do(grid.show_lanes(board.project, board.kind, board.canvas, wanted)):
        return
    gone = before - set(shown(board))
    held = sum(note.zone in gone for note in board.project.notes_of(board.canvas))
    said = several(len(wanted), "{n} ligne montrée", "{n} lignes montrées")
    if held:
        kept = several(held, "{n} note gardée hors de vue", "{n} notes gardées hors de vue")
        said = _("{what} ; {more}").format(what=said, more=kept)
    board.desk.announce(said)


def choose_preset(board: Board, view: CanvasView) -> None:
    """The presets of the type: how many lanes each shows, and which."""
    if not board.stands or board.kind.layout != "grid":
        return
    choices = []
    for name, label in board.kind.preset_labels.items():
        wanted = board.kind.presets.get(name, ())
        count = several(len(wanted), "{n} ligne", "{n} lignes")
        choices.append(Choice(name, f"{label} · {count}"))
    from labdesk.ui.canvas.chooser import Chooser  # a start chooses nothing

    chooser = Chooser(
        board.scene.ink.look, _("Jeux de lignes"), choices, lambda name: take_preset(board, name), view
    )
    chooser.open_at(view.mapToGlobal(QPoint(8, 40)))


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
    from labdesk.ui.canvas.chooser import Chooser  # a start chooses nothing

    chooser = Chooser(
        board.scene.ink.look,
        _("Lignes du canevas"),
        catalogue(board),
        lambda zone: switch(board, zone),
        view,
        other=lambda label: add_own(board, label),
    )
    chooser.open_at(view.mapToGlobal(QPoint(8, 40)))
