"""The hand on a canvas: click, double-click, select in a band, drag notes, faces and heads."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from labdesk.domain.layout import Box
from labdesk.ui.canvas import deeds, insertion, lanes
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.drop_mark import DropMark, fall_at
from labdesk.ui.canvas.focus_item import FocusItem
from labdesk.ui.canvas.head_drag import HeadDrag
from labdesk.ui.canvas.keyboard import Keyboard
from labdesk.ui.canvas.tie_hand import TieHand
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.canvas.drags import Held
    from labdesk.ui.canvas.under_hand import UnderHand

SLIDE = 30
"""ms between two pushes of the table while something is held near an edge."""


class Pointer:
    """One for each view. What is pressed is `_pressed`, what is held meanwhile `_in_hand`."""

    def __init__(self, board: Board, view: CanvasView, keyboard: Keyboard, focus: FocusItem) -> None:
        self.board, self.view, self.keyboard, self.focus = board, view, keyboard, focus
        self.mark = DropMark(board.scene.ink)
        board.scene.addItem(self.mark)
        self.ties: TieHand | None = None
        self._tying: tuple[str, ...] = ()
        self.elsewhere: Callable[[QPoint], bool] = lambda _place: False
        """Notes are let go at a point of the screen, outside the canvas: True when somebody took them."""
        self._pressed: Box | None = None
        self._from = QPoint()
        self._in_hand: Held | None = None
        self.heads = HeadDrag(board, view)
        self._border = ""
        self._at = QPoint()
        self._slide = QTimer(view, interval=SLIDE)
        self._slide.timeout.connect(self._slid)

    @cached_property
    def under(self) -> "UnderHand":
        """What stands under the hand."""
        from labdesk.ui.canvas.under_hand import UnderHand  # a start has no hand over it

        return UnderHand(self.board, self.view, self.focus)

    # -- events ---------------------------------------------------------------------------------------------
    def hear(self, event: QMouseEvent) -> bool:
        """A press, a move, a release or a double-click; always taken."""
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._press(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease:
                self._release(event)
            case QEvent.Type.MouseButtonDblClick if event.button() == Qt.MouseButton.LeftButton:
                self._double(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        self._from = self._at = event.position().toPoint()
        self._border = ""
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.MiddleButton:
            from labdesk.ui.canvas.drags import Table  # a start holds nothing

            self._hold(Table(self.view, self._from))
            return
        if event.button() == Qt.MouseButton.LeftButton and self.under.on_ghost(self._from):
            self._pressed = None
            self.keyboard.insert()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            if (gap := self.heads.plus_at(self._from)) is not None:
                self._pressed = None
                insertion.add_step(self.board, self.keyboard.scribe, gap[1], before=gap[2])
                self.heads.mark.offer(None)
                return
            self._border = self.heads.border_at(self._from)
        self._pressed = box = self.under.box_at(self._from)
        self._tying = self._taken(event, box)
        if self._tying:
            self._pressed = None
            return
        if box is not None:
            self._point_at(box, event)
        if box is not None and box.kind == "lane" and self.under.on_fold(box, self._from):
            self._pressed = None
            lanes.fold(self.board, box.row)

    def _point_at(self, box: Box, event: QMouseEvent) -> None:
        keys = event.modifiers()
        right = event.button() == Qt.MouseButton.RightButton
        if box.kind == "note" and keys & Qt.KeyboardModifier.ControlModifier:
            self.board.toggle(box.row)
        elif box.kind == "note" and keys & Qt.KeyboardModifier.ShiftModifier:
            self._choose_up_to(box)
        elif not (box.kind == "note" and box.row in self.board.chosen):
            self.board.go(box.key)
            if not right and box.kind == "option":
                deeds.toggle(self.board)

    def _choose_up_to(self, box: Box) -> None:
        """Maj + click: all notes from the current one to this one, in reading order."""
        plan, current = self.board.plan, self.board.current
        rows = [b.row for part in plan.parts for b in part.boxes if b.kind == "note"] if plan else []
        start = current[1] if current and current[0] == "note" and current[1] in rows else box.row
        a, b = sorted((rows.index(start), rows.index(box.row)))
        self.board.choose([*rows[a : b + 1], box.row])

    def _move(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        if self._in_hand is not None:
            self._in_hand.pull(self._at)
            return
        if not event.buttons():
            self.heads.hover(self._at)
            self._point_out(self._at)
            return
        left = bool(event.buttons() & Qt.MouseButton.LeftButton)
        far = (event.position().toPoint() - self._from).manhattanLength()
        if not left or far < QApplication.startDragDistance():
            return
        if self._tying and self.ties is not None:
            rows, self._tying = self._tying, ()
            self.ties.begin(rows)
            return
        self._hold(self._held(self._pressed))

    def _held(self, box: Box | None) -> "Held":
        """What the hand takes from where it was pressed."""
        from labdesk.ui.canvas import drags  # a start holds nothing

        if box is None:
            return drags.Band(self.board, self.view, self._from)
        zone = self.board.zone(box.zone)
        if box.kind == "note":
            notes = drags.Notes(self.under, self.heads, self.mark, self.keyboard.scribe, box)
            notes.elsewhere, notes.fallen = self.elsewhere, self.drop_rows
            return notes
        in_lane = box.kind == "cell" and bool(box.step) and not box.folded
        if in_lane and zone is not None and zone.kind == "grid_score":
            return drags.Face(self.board, self.view, box, zone)
        if box.kind in ("phase", "step", "lane"):
            return drags.Head(self.heads, box, self._border)
        if box.kind == "chain":
            return drags.Chain(self.board, self.view, box)
        return drags.Band(self.board, self.view, self._from)

    def _release(self, event: QMouseEvent) -> None:
        held, self._in_hand = self._in_hand, None
        self._slide.stop()
        if held is not None:
            held.let_go(event.position().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._clicked(self._pressed)
        self._pressed, self._tying = None, ()

    def _clicked(self, box: Box) -> None:
        """A click on an answer opens it; on a note or a cell it only selects."""
        if box.kind == "add" or (box.kind == "offer" and box.part == "chain"):
            self.keyboard.insert()
        elif box.kind == "offer":
            deeds.toggle(self.board)
        elif box.kind == "value" and not box.step:
            self.keyboard.scribe.edit() or self.keyboard.openers.open()

    def _double(self, event: QMouseEvent) -> None:
        box = self.under.box_at(event.position().toPoint())
        if box is None:
            return
        self.board.go(box.key)
        zone = self.board.zone(box.zone)
        if box.kind in ("cell", "zone", "chain") and zone is not None and zone.holds_notes:
            self.keyboard.scribe.add()
        elif box.kind == "zone":
            self.keyboard.insert()
        elif box.kind not in ("option", "offer") and not deeds.toggle(self.board):
            self.keyboard.scribe.edit() or self.keyboard.openers.open()

    def _taken(self, event: QMouseEvent, box: Box | None) -> tuple[str, ...]:
        """What a line is drawn from: the handle of the current note, or Ctrl+Maj on any note."""
        if event.button() != Qt.MouseButton.LeftButton or self.ties is None or self.board.desk.read_only:
            return ()
        if self.under.on_handle(self._from):
            return self.board.picked()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if box is not None and box.kind == "note" and event.modifiers() & both == both:
            if box.row not in self.board.picked():
                self.board.go(box.key)
            return self.board.picked()
        return ()

    def _point_out(self, place: QPoint) -> None:
        """The cursor says that a line can be taken here."""
        viewport, cross = self.view.viewport(), Qt.CursorShape.CrossCursor
        over = self.under.on_handle(place)
        if over != (viewport.cursor().shape() == cross):
            viewport.setCursor(cross) if over else viewport.unsetCursor()

    def _hold(self, held: "Held") -> None:
        self._in_hand = held
        held.pull(self._at)
        if held.slides:
            self._slide.start()

    def cancel(self) -> bool:
        """Échap: what is in the hand goes back to where it was; False when the hand was empty."""
        if self._in_hand is None:
            return False
        self.empty()
        self.board.desk.announce(_("Rien n’a été déplacé."))
        return True

    def empty(self) -> None:
        """Nothing is in the hand any more: another canvas comes under it, what it held is not there."""
        held, self._in_hand = self._in_hand, None
        self._pressed, self._tying = None, ()
        self._slide.stop()
        if held is not None:
            held.give_up()

    def _slid(self) -> None:
        """Something is held near an edge: the table goes on moving under it."""
        if self._in_hand is not None and self._nudge_view(self._at):
            self._in_hand.pull(self._at)

    def drop_rows(self, place: QPoint, rows: tuple[str, ...]) -> bool:
        """Notes fall here, from the canvas or from the tray; False where no note can stand."""
        spot = self.view.mapToScene(place)
        part, plan = self.under.part_at(spot), self.board.plan
        fall = fall_at(plan, part, spot.x(), spot.y(), rows) if part and plan else None
        if fall is None:
            return False
        from labdesk.ui.canvas import moving  # a start moves nothing

        moving.drop(self.board, rows, fall.holder, fall.after, fall.first)
        return True

    def _nudge_view(self, place: QPoint) -> bool:
        """Near an edge the table moves along, beside the frozen heads too; True when it moved."""
        room, zoom = self.view.viewport().rect(), self.view.zoom
        wide, high = (round(size * zoom) for size in self.board.scene.heads_size())
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        ends = (place.x(), wide, room.width()), (place.y(), high, room.height())
        before = [bar.value() for bar in bars]
        by_heads = self._pressed.kind if self._pressed is not None else ""
        for bar, (at, low, end), still in zip(bars, ends, ("lane", "step"), strict=True):
            if by_heads == still or (still == "step" and by_heads == "phase"):
                continue  # a lane goes up and down, a step to the left and to the right
            if at < low + 24 and (at >= low or by_heads != "note"):  # notes over the heads make a step
                bar.setValue(bar.value() - 14)
            elif at > end - 24:
                bar.setValue(bar.value() + 14)
        return before != [bar.value() for bar in bars]
