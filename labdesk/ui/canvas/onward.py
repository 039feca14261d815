"""What comes after a text: the next note, the next step, the next box. Loaded when the first one is left."""

from collections.abc import Callable
from typing import Protocol

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import grid
from labdesk.domain.commands.ballot import is_full
from labdesk.domain.layout import Box, Plan
from labdesk.domain.whys import ENOUGH
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.units import advice_on
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _


class Typing(Protocol):
    """What leads on needs of who types."""

    board: Board
    view: CanvasView
    offered: Callable[[], bool]

    def add(self) -> bool: ...
    def edit(self) -> bool: ...
    def come_back(self) -> None: ...


class Onward:
    """It leads the scribe from a note to the next."""

    def __init__(self, scribe: Typing) -> None:
        self.scribe, self.board = scribe, scribe.board
        self._born = ""
        """The step that Tab just made: it goes again when nothing is typed in it."""

    def left(self, how: str, blank: Blank) -> None:
        """The text is a gesture now: go on where the key leads."""
        board = self.board
        if how != "away":
            self.scribe.come_back()
        note = board.key_of("note", blank.row) if blank.table == "note" else None
        if note:
            board.go(note)
        if said := advice_on(board, blank):
            board.desk.announce(said)
        born, self._born = self._born, ""
        if born and not note and how not in ("away", "settled") and self._forget_step(born) and how == "back":
            self._continue()
            return
        if how == "tab" and self.scribe.offered():
            return
        if how == "enter" and note:
            self._go_on()
        elif how == "enter" and blank.table != "note":
            self._enter_value(blank)
        elif how in ("tab", "back"):
            self._to_next(1 if how == "tab" else -1, wrote=bool(note))

    def _go_on(self) -> None:
        """The next note of the same cell; a box or a chain that is full says so and opens nothing."""
        board, zone, box = self.board, self.board.zone(), self.board.box
        if zone is None or box is None:
            return
        if zone.kind == "chain" and box.kind == "note":
            root = moves.find(board.plan, ("offer", box.part, zone.id, "", "root")) if board.plan else None
            if root is not None and box.index + 1 == box.of >= ENOUGH:
                board.go(root.key)
                board.desk.idle.emit(_("Cinq pourquoi. Entrée garde cette réponse comme cause racine."))
                return
        elif is_full(board.project, board.canvas, zone):
            board.desk.idle.emit(_("{n} dans cette case : c’est le plus.").format(n=zone.at_most))
            return
        self.scribe.add()

    def _enter_value(self, blank: Blank) -> None:
        """Entrée on a word of the curve or on a cell of a table goes on with the next one."""
        zone = self.board.zone()
        if zone is not None and zone.kind in ("grid_score", "grid_number"):
            self.board.step_to("right")
        elif zone is not None and zone.kind == "table":
            self.board.step_to("down")

    def _to_next(self, by: int, wrote: bool) -> None:
        """The next step of the same lane, the next box of a sheet, the next cell of a table."""
        board, box, plan = self.board, self.board.box, self.board.plan
        if box is None or plan is None:
            return
        if box.kind in ("phase", "step", "lane"):
            self._neighbour_head(by)
        elif plan.columns:
            self._next_step(plan, box, by, wrote)
        elif box.kind == "field":
            board.go(moves.along(plan, box.key, by))
            self.scribe.edit()
        else:
            self._next_zone(plan, box, by)

    def _neighbour_head(self, by: int) -> None:
        way: moves.Way = "right" if by > 0 else "left"
        if self.board.current and self.board.current[0] == "lane":
            way = "down" if by > 0 else "up"
        if self.board.step_to(way):
            self.scribe.edit()

    def _next_step(self, plan: Plan, box: Box, by: int, wrote: bool) -> None:
        board, steps = self.board, list(plan.columns)
        rank = steps.index(box.step) + by if box.step in steps else -1
        if rank == len(steps) and wrote:  # the journey goes on: its next step is born
            phase = board.project.step[box.step].phase or ""
            made, gesture = grid.add_step(board.project, phase, "", after=box.step)
            board.desk.do(gesture)
            steps.append(made)
            board.go(moves.cell_key(box.zone, made))
            self._continue()
            self._born = made
            return
        if 0 <= rank < len(steps):
            board.go(moves.cell_key(box.zone, steps[rank]))
            self._continue()

    def _forget_step(self, step: str) -> bool:
        """Nothing was typed in the step that Tab made: it was not wanted, and the hand goes back."""
        board, desk = self.board, self.board.desk
        row, steps = board.project.step.get(step), board.project.steps_of(board.canvas)
        ranks = [one.id for one in steps]
        if row is None or row.label or step not in ranks[1:]:
            return False
        removal = grid.delete_step(board.project, step)
        if len(removal.edits) > 1:  # another table wrote there meanwhile
            return False
        zone, before = self.board.current, ranks[ranks.index(step) - 1]
        desk.settling.emit()
        if desk.undo_label == _("Ajouter une étape"):
            desk.undo()
        else:
            desk.do(removal)
        part = moves.part_of(board.plan, zone) if board.plan and zone else None
        if part is not None and (there := moves.in_cell(part, before)):
            board.go(there[-1].key)
        desk.announce(_("L’étape restée vide est retirée."))
        return True

    def _next_zone(self, plan: Plan, box: Box, by: int) -> None:
        names = [part.id for part in plan.parts]
        rank = names.index(box.zone) + by if box.zone in names else -1
        if 0 <= rank < len(names):
            part = plan.parts[rank]
            self.board.go(next((stop.key for stop in moves.stops(part)), None))
            self._continue()

    def _continue(self) -> None:
        """Go on typing where notes or words are typed; elsewhere only stand there."""
        zone: Zone | None = self.board.zone()
        box = self.board.box
        if zone is None or box is None:
            return
        if zone.holds_notes:
            self.scribe.add()
        elif box.kind == "value":
            self.scribe.edit()
        else:
            self.scribe.view.show_box(box)
