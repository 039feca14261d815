"""Typing where one is: which blank the current thing is, and what comes after Entrée and Tab."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QWidget

from labdesk.domain.canvas_type import Zone
from labdesk.domain.cards import CARD_X, CARD_Y
from labdesk.domain.chain_layout import next_why
from labdesk.domain.commands import grid
from labdesk.domain.commands.ballot import is_full
from labdesk.domain.durations import length_of, total_of
from labdesk.domain.layout import Box, Plan, Rect
from labdesk.domain.whys import ENOUGH
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.blanks import (
    Blank,
    answer_blank,
    cell_blank,
    chain_blank,
    first_note_blank,
    label_blank,
    new_note_blank,
    note_blank,
)
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.focus_item import ghost_of
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.names import place_in
from labdesk.ui.canvas.typist import Typist
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _

TYPED = ("text", "text_short", "number", "money", "date", "grid_number")
"""Kinds of values that are typed; the others are chosen, ticked or placed."""


class Listed(Protocol):
    """The list of a canvas, as the scribe sees it: lines one types in."""

    def viewport(self) -> QWidget: ...
    def isVisible(self) -> bool: ...
    def setFocus(self) -> None: ...
    def make_room(self, box: Box, new: bool) -> None: ...
    def place_of(self, blank: Blank, box: Box, new: bool) -> QRectF: ...


class Scribe(QObject):
    """It opens the editor on the current thing and leads from a note to the next."""

    def __init__(self, board: Board, view: CanvasView, typist: Typist) -> None:
        super().__init__(view)
        self.board, self.view, self.typist = board, view, typist
        self.listed: Listed | None = None
        """The list, while it is shown instead of the map: one types in its lines."""
        self._born = ""
        """The step that Tab just made: it goes again when nothing is typed in it."""
        self.offered: Callable[[], bool] = lambda: False
        """The keyboard goes to what was just offered; False when nothing is."""
        self.on_full: Callable[[Zone, str], bool] = lambda _zone, _typed: False
        """A box holds no more notes, and this was typed: someone offers another way (True), or not."""
        typist.left.connect(self._left)
        view.scrolled.connect(typist.replace)
        board.planned.connect(typist.replace)

    @property
    def typing(self) -> bool:
        """The editor is open."""
        return self.typist.blank is not None

    def stand_on(self, listed: Listed | None) -> None:
        """The list is shown instead of the map (None: the map again)."""
        self.listed = listed
        self.typist.move_to(listed.viewport() if listed is not None else self.view.viewport())

    # -- opening --------------------------------------------------------------------------------------------
    def edit(self, typed: str | None = None) -> bool:
        """Type in the current thing, after what was `typed` on it; False when it is not typed in."""
        box, zone = self.board.box, self.board.zone()
        if box is None:
            return False
        project, name = self.board.project, self.board.said()
        blank: Blank | None = None
        if box.kind in ("phase", "step", "lane"):
            blank = label_blank(project, box, name)
        elif box.kind == "note":
            blank = note_blank(project, box.row, name)
        elif box.kind == "field" and zone is not None:
            column = next((c for c in zone.columns if c.id == box.part), None)
            if column is not None and column.kind in TYPED:
                blank = cell_blank(project, box.row, column, name)
        elif zone is not None and zone.kind == "grid_score" and box.step:
            blank = answer_blank(project, self.board.canvas, zone, name, step=box.step, part="word")
        elif zone is not None and zone.kind in TYPED and (box.step or box.kind == "value"):
            blank = answer_blank(project, self.board.canvas, zone, name, step=box.step or None)
        if blank is None:
            return False
        self._open(blank, box, typed)
        return True

    def add(self, typed: str | None = None) -> bool:
        """A new note at the end of the current cell (or chain); False where no note can be."""
        board, box, zone = self.board, self.board.box, self.board.zone()
        if box is None or zone is None or not zone.holds_notes or board.plan is None:
            return False
        if box.kind == "offer" and box.part == "chain":
            return self.add_line(typed)
        project, canvas, table = board.project, board.canvas, board.desk.table
        if zone.kind != "chain" and is_full(project, canvas, zone) and self.on_full(zone, typed or ""):
            return True
        name = _("Nouvelle note, {where}").format(where=place_in(board.plan, zone.id, box.step))
        if board.plan.columns and not box.step:
            blank = first_note_blank(project, canvas, zone.id, name, table)
        elif zone.kind == "chain" and box.kind not in ("note", "chain", "offer"):
            return self.add_line(typed)
        else:
            chained = box.kind in ("chain", "offer")
            line = (box.row if chained else project.note[box.row].line) if box.row else None
            blank = new_note_blank(
                project, canvas, zone.id, name, step=box.step or None, line=line, table=table
            )
        self._open(blank, box, typed, new=True)
        return True

    def write(self, typed: str) -> bool:
        """Words typed on a thing: a new note where notes are, else the text of the thing itself."""
        zone = self.board.zone()
        box = self.board.box
        if box is not None and zone is not None and zone.holds_notes and box.kind != "lane":
            return self.add(typed)
        return self.edit(typed)

    def add_line(self, typed: str | None = None) -> bool:
        """A new chain of whys: the editor opens on its first one; False where there are no chains."""
        board, zone, box = self.board, self.board.zone(), self.board.box
        if zone is None or zone.kind != "chain" or box is None:
            return False
        if is_full(board.project, board.canvas, zone):
            sentence = _("{n} chaînes au plus dans cette case : gardez les plus utiles.")
            board.desk.idle.emit(sentence.format(n=zone.at_most))
            return True
        name = _("Nouvelle chaîne, {where}").format(where=board.label(zone.id))
        blank = chain_blank(board.project, board.canvas, zone.id, name, board.desk.table)
        offer = moves.find(board.plan, ("offer", "", zone.id, "", "chain")) if board.plan else None
        self._open(blank, offer or box, typed, new=True)
        return True

    # -- where the editor stands ----------------------------------------------------------------------------
    def _open(self, blank: Blank, box: Box, typed: str | None, *, new: bool = False) -> None:
        self._dress(box, blank)
        if (listed := self.listed) is not None:
            listed.make_room(box, new)
            self.typist.open(blank, lambda: listed.place_of(blank, box, new), typed)
            return
        self.view.show_box(box)
        plan = self.board.plan
        if new and plan is not None:
            wide, high = self.board.scene.heads_size()
            self.view.show_rect(to_qt(self._free_place(plan, box)).adjusted(-10 - wide, -10 - high, 10, 60))
        self.typist.open(blank, lambda: self._place(blank, box, new), typed)

    def _place(self, blank: Blank, opened_on: Box, new: bool) -> QRectF:
        """The card itself once it stands; before that, where it will stand."""
        plan = self.board.plan
        if plan is None:
            return QRectF()
        if new and (key := self.board.key_of("note", blank.row)):
            box = moves.find(plan, key)
        else:
            box = moves.find(plan, opened_on.key) or opened_on
        assert box is not None
        if new and box.row != blank.row:
            return self._on_screen(to_qt(self._free_place(plan, box)))
        return self._on_screen(self._typed_place(plan, box))

    def _typed_place(self, plan: Plan, box: Box) -> QRectF:
        """The thing that is typed in; on the curve, a line under the face."""
        zone, unit = self.board.zone(box.zone), plan.room.unit
        shown = self.board.scene.shown(box)
        if box.kind == "lane":
            return shown.adjusted(24 * unit, 4, -2, 0).intersected(
                QRectF(shown.x(), shown.y(), shown.width(), 40 * unit)
            )
        if box.kind == "cell" and zone is not None and zone.kind == "grid_score":
            y = shown.bottom() - 34 * unit
            return QRectF(shown.x() + 12 * unit, y, shown.width() - 24 * unit, 28 * unit)
        return shown if box.kind == "note" else shown.adjusted(2, 2, -2, -2)

    def _free_place(self, plan: Plan, box: Box) -> Rect:
        """Where a new note opens: where « + Ajouter » stood."""
        ghost = ghost_of(plan, box, self.board.zone(box.zone))
        if ghost is None and box.kind == "chain" and (part := moves.part_of(plan, box.key)) is not None:
            cards = [b for b in part.boxes if b.kind == "note" and b.part == box.row]
            chain = next(b for b in part.boxes if b.key == box.key)
            return next_why(cards, chain, plan.room.unit).moved(part.rect.x, part.rect.y)
        if ghost is None:
            return box.rect.inset(4, 4)
        return Rect(ghost[0].x, ghost[0].y, ghost[0].w, 30 * plan.room.unit)

    def _on_screen(self, rect: QRectF) -> QRectF:
        """In the viewport; never so small that one cannot read what one types."""
        placed = self.view.on_screen(rect)
        least = 150 * self.board.scene.ink.look.scale
        wide = max(placed.width(), least)
        left = max(2.0, min(placed.x(), self.view.viewport().width() - wide - 2))
        return QRectF(QPointF(left, placed.y()), QPointF(left + wide, placed.y() + max(placed.height(), 26)))

    def _dress(self, box: Box, blank: Blank) -> None:
        look, zoom = self.board.scene.ink.look, self.view.zoom
        zone = self.board.zone(box.zone)
        if blank.table == "note" and zone is not None:
            fill, _border, ink = (colour.name() for colour in look.note(zone.colour))
        else:
            fill, ink = look.hex("surface"), look.hex("ink")
        style = "note" if blank.table == "note" else "value"
        if box.kind in ("phase", "step", "lane"):
            style = box.kind
        font = self.board.scene.ink.letters.font(style)  # type: ignore[arg-type]
        font.setPixelSize(max(13, round(font.pixelSize() * min(zoom, 2.0))))
        self.typist.editor.setFont(font)
        self.typist.editor.setPlaceholderText(self._asked(box, zone, blank))
        unit = look.scale * max(zoom, 0.6)
        padding = max(2, round(CARD_X * unit) - 2), max(1, round(CARD_Y * unit) - 2)
        self.typist.editor.dress(fill, ink, look.hex("focus"), padding, look.radius("m"))

    def _asked(self, box: Box, zone: Zone | None, blank: Blank) -> str:
        """What stands in the editor before the first letter: the guiding question, or what is named."""
        if box.kind == "phase":
            return _("Nom de la phase")
        if box.kind == "step":
            return _("Nom de l’étape")
        alone = blank.table == "note" and zone is not None and zone.is_lane
        return str(zone.question) if alone and zone is not None else ""

    # -- leaving --------------------------------------------------------------------------------------------
    def _left(self, how: str, blank: Blank) -> None:
        """The text is a gesture now: go on where the key leads."""
        board = self.board
        if how != "away" and (self.listed or self.view).isVisible():  # another place may stand before it
            (self.listed or self.view).setFocus()
        note = board.key_of("note", blank.row) if blank.table == "note" else None
        if note:
            board.go(note)
        self._advise(blank)
        born, self._born = self._born, ""
        if born and not note and how not in ("away", "settled") and self._forget_step(born) and how == "back":
            self._continue()
            return
        if how == "tab" and self.offered():
            return
        if how == "enter" and note:
            self._go_on()
        elif how == "enter" and blank.table != "note":
            self._enter_value(blank)
        elif how in ("tab", "back"):
            self._to_next(1 if how == "tab" else -1, wrote=bool(note))

    def _advise(self, blank: Blank) -> None:
        """A duration that does not count in the sum of its lane: what to write so that it does."""
        board, zone = self.board, self.board.zone()
        if blank.table != "answer" or zone is None or zone.kind != "grid_number":
            return
        row = board.project.answer.get(blank.row)
        every = total_of(
            a.value for a in board.project.answer.values() if a.canvas == board.canvas and a.zone == zone.id
        )
        if row is not None and row.value and every.plain is None and length_of(str(row.value)) is None:
            board.desk.announce(every.advice)

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
        self.add()

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
            self.edit()
        else:
            self._next_zone(plan, box, by)

    def _neighbour_head(self, by: int) -> None:
        way: moves.Way = "right" if by > 0 else "left"
        if self.board.current and self.board.current[0] == "lane":
            way = "down" if by > 0 else "up"
        if self.board.step_to(way):
            self.edit()

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
            self.add()
        elif box.kind == "value":
            self.edit()
        else:
            self.view.show_box(box)
