"""The hand on a canvas: click, double-click, select in a band, drag notes, faces and heads."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QRubberBand, QStyleOptionGraphicsItem

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import canvases
from labdesk.domain.layout import HEAD, Box, Part
from labdesk.ui.canvas import deeds, insertion, lanes
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.curve_item import level_y_of
from labdesk.ui.canvas.drop_mark import DropMark, fall_at
from labdesk.ui.canvas.focus_item import FocusItem
from labdesk.ui.canvas.head_drag import HeadDrag
from labdesk.ui.canvas.heads_item import fold_mark
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.keyboard import Keyboard
from labdesk.ui.canvas.tie_hand import TieHand
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _

Drag = Callable[[QPoint], None]
"""What a place of the hand, in the view, does while something goes on."""
SLIDE = 30
"""ms between two pushes of the table while something is held near an edge."""


class Pointer:
    """One for each view. What is pressed is `_pressed`; what goes on while the button is down is `_drag`."""

    def __init__(self, board: Board, view: CanvasView, keyboard: Keyboard, focus: FocusItem) -> None:
        self.board, self.view, self.keyboard, self.focus = board, view, keyboard, focus
        self.mark = DropMark(board.scene.ink)
        board.scene.addItem(self.mark)
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self.ties: TieHand | None = None
        self._tying: tuple[str, ...] = ()
        self.elsewhere: Callable[[QPoint], bool] = lambda _place: False
        """Notes are let go at a point of the screen, outside the canvas: True when somebody took them."""
        self._pressed: Box | None = None
        self._from = QPoint()
        self._drag: Drag | None = None
        self._drop: Drag | None = None
        self.heads = HeadDrag(board, view)
        self._border = ""
        self._at = QPoint()
        self._slide = QTimer(view, interval=SLIDE)
        self._slide.timeout.connect(self._slid)

    # -- what is under the hand -----------------------------------------------------------------------------
    def part_at(self, spot: QPointF) -> Part | None:
        """The lane or the box under a point of the scene."""
        plan = self.board.plan
        parts = plan.parts if plan else ()
        return next((p for p in parts if p.id != HEAD and p.rect.holds(spot.x(), spot.y())), None)

    def box_at(self, place: QPoint) -> Box | None:
        """The thing under a point of the view; the frozen heads are above the rest."""
        plan, scene = self.board.plan, self.board.scene
        if plan is None:
            return None
        spot = self.view.mapToScene(place)
        heads = [box for part in plan.parts for box in part.boxes if box.kind in ("phase", "step", "add")]
        if heads and self._in_corner(spot):
            return None
        if found := next((box for box in heads if scene.shown(box).contains(spot)), None):
            return found
        part = self.part_at(spot)
        if part is None:
            return None
        boxes = [box.moved(part.rect.x, part.rect.y) for box in part.boxes]
        lane = next((box for box in boxes if box.kind == "lane"), None)
        if lane is not None and scene.shown(lane).contains(spot):
            return lane
        over = [
            b for b in boxes if b.kind not in ("lane", "rule", "sum", "question", "column", "point", "why")
        ]
        return next((b for b in reversed(over) if b.rect.holds(spot.x(), spot.y())), None)

    def _in_corner(self, spot: QPointF) -> bool:
        """Above the heads of the lanes: what scrolls under this corner is not seen."""
        scene = self.board.scene
        wide, high = scene.heads_size()
        corner = self.view.mapToScene(0, 0)
        return spot.x() < max(0.0, corner.x()) + wide and spot.y() < max(0.0, corner.y()) + high

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
            self._begin(self._push, self._end_push)
            self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() == Qt.MouseButton.LeftButton and self._on_ghost(self._from):
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
        self._pressed = box = self.box_at(self._from)
        self._tying = self._taken(event, box)
        if self._tying:
            self._pressed = None
            return
        if box is not None:
            self._point_at(box, event)
        if box is not None and box.kind == "lane" and self._on_fold(box, self._from):
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
        if self._drag is not None:
            self._drag(self._at)
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
        box = self._pressed
        zone = self.board.zone(box.zone) if box else None
        if box is not None and box.kind == "note":
            self._take_notes(box)
        elif box is not None and box.step and not box.folded and box.kind == "cell" and _has_faces(zone):
            self._begin(self._pull_face, self._let_face_go)
        elif box is not None and box.kind in ("phase", "step", "lane"):
            self.heads.take(box, self._border)
            self._begin(self.heads.carry, self.heads.drop, slides=True)
        elif box is not None and box.kind == "chain":
            self._begin(self._pull_chain, self._let_chain_go, slides=True)
        else:
            self._begin(self._stretch, self._end_band)

    def _release(self, event: QMouseEvent) -> None:
        drop, self._drag, self._drop = self._drop, None, None
        self._slide.stop()
        if drop is not None:
            drop(event.position().toPoint())
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
        box = self.box_at(event.position().toPoint())
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
        if self._on_handle(self._from):
            return self.board.picked()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if box is not None and box.kind == "note" and event.modifiers() & both == both:
            if box.row not in self.board.picked():
                self.board.go(box.key)
            return self.board.picked()
        return ()

    def _on_handle(self, place: QPoint) -> bool:
        handle, spot = self.focus.handle, self.view.mapToScene(place)
        return self.focus.isVisible() and handle is not None and handle.holds(spot.x(), spot.y())

    def _point_out(self, place: QPoint) -> None:
        """The cursor says that a line can be taken here."""
        viewport, cross = self.view.viewport(), Qt.CursorShape.CrossCursor
        over = self._on_handle(place)
        if over != (viewport.cursor().shape() == cross):
            viewport.setCursor(cross) if over else viewport.unsetCursor()

    def _on_ghost(self, place: QPoint) -> bool:
        ghost, spot = self.focus.ghost, self.view.mapToScene(place)
        return self.focus.isVisible() and ghost is not None and ghost.holds(spot.x(), spot.y())

    def _on_fold(self, lane: Box, place: QPoint) -> bool:
        """The hand is on the mark that folds a lane, wherever its head is frozen."""
        scene, spot = self.board.scene, self.view.mapToScene(place)
        spot -= scene.shown(lane).topLeft() - to_qt(lane.rect).topLeft()
        return fold_mark(lane, scene.ink).holds(spot.x(), spot.y())

    def _begin(self, drag: Drag, drop: Drag, *, slides: bool = False) -> None:
        self._drag, self._drop = drag, drop
        drag(self._at)
        if slides:
            self._slide.start()

    def cancel(self) -> bool:
        """Échap: what is in the hand goes back to where it was; False when the hand was empty."""
        if self._drag is None:
            return False
        self._drag = self._drop = self._pressed = None
        self._slide.stop()
        self.mark.hide()
        self._band.hide()
        self.heads.cancel()
        for part in self.board.plan.parts if self.board.plan else ():
            item = self.board.scene.part_item(part.id)
            if item is not None and item.curve is not None:
                item.curve.hold(None)
        self.board.desk.announce(_("Rien n’a été déplacé."))
        return True

    def _slid(self) -> None:
        """Something is held near an edge: the table goes on moving under it."""
        if self._drag is not None and self._nudge_view(self._at):
            self._drag(self._at)

    # -- notes ----------------------------------------------------------------------------------------------
    def _take_notes(self, box: Box) -> None:
        if box.row not in self.board.picked():
            self.board.go(box.key)
        item = self.board.scene.note(box.row)
        if item is not None:
            zoom = self.view.zoom * self.view.devicePixelRatioF()
            size = QSize(round(box.rect.w * zoom) + 1, round(box.rect.h * zoom) + 1)
            picture = QPixmap(size)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(zoom, zoom)
            item.paint(painter, QStyleOptionGraphicsItem())
            painter.end()
            picture.setDevicePixelRatio(zoom)
            self.mark.take(picture)
        self._begin(self._carry, self._let_notes_fall, slides=True)

    def _carry(self, place: QPoint) -> None:
        spot = self.view.mapToScene(place)
        part, plan = self.part_at(spot), self.board.plan
        if self.heads.carry_notes(place, self.board.picked()):
            part = None
        fall = fall_at(plan, part, spot.x(), spot.y(), self.board.picked()) if part and plan else None
        zone = self.board.zone(fall.holder.zone) if fall else None
        self.mark.move_to(spot, fall if zone is not None and zone.holds_notes else None)

    def _let_notes_fall(self, place: QPoint) -> None:
        self.mark.hide()
        if self.elsewhere(self.view.viewport().mapToGlobal(place)):
            self.heads.mark.offer(None)
            return
        if made := self.heads.drop_notes(place, self.board.picked()):
            self.board.go(self.board.key_of("step", made))
            self.keyboard.scribe.edit()
        else:
            self.drop_rows(place, self.board.picked())

    def drop_rows(self, place: QPoint, rows: tuple[str, ...]) -> bool:
        """Notes fall here, from the canvas or from the tray; False where no note can stand."""
        spot = self.view.mapToScene(place)
        part, plan = self.part_at(spot), self.board.plan
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

    # -- faces of the curve
    def _level_at(self, place: QPoint) -> tuple[Box, Zone, int] | None:
        box = self._pressed
        zone = self.board.zone(box.zone) if box else None
        if box is None or zone is None:
            return None
        y = self.view.mapToScene(place).y() - box.rect.y
        low, high = zone.range or (-2, 2)
        ink = self.board.scene.ink
        return box, zone, min(range(low, high + 1), key=lambda level: abs(level_y_of(ink, zone, level) - y))

    def _pull_face(self, place: QPoint) -> None:
        found, part = self._level_at(place), None
        if found is not None:
            part = self.board.scene.part_item(self._part_of(found[0]))
        if found is not None and part is not None and part.curve is not None:
            part.curve.hold((found[0].step, found[2]))

    def _part_of(self, box: Box) -> str:
        return f"{self.board.canvas}/{box.zone}"

    def _let_face_go(self, place: QPoint) -> None:
        found = self._level_at(place)
        if found is None:
            return
        box, zone, level = found
        part = self.board.scene.part_item(self._part_of(box))
        if part is not None and part.curve is not None:
            part.curve.hold(None)
        project = self.board.project
        gesture = canvases.answer(project, self.board.canvas, zone.id, level, step=box.step, label=_("Noter"))
        self.board.desk.do(gesture)
        self.board.desk.announce(self.board.said())

    # -- chains ---------------------------------------------------------------------------------------------
    def _pull_chain(self, _place: QPoint) -> None:
        self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _let_chain_go(self, place: QPoint) -> None:
        """A chain takes the place of the one it is let go on."""
        self.view.viewport().unsetCursor()
        moved = self._pressed
        onto = self._chain_at(place, moved.zone) if moved is not None else None
        if moved is None or onto is None or onto.row == moved.row:
            return
        project = self.board.project
        self.board.desk.do(canvases.shift_line(project, moved.row, onto.index - moved.index))
        self.board.desk.announce(self.board.said())

    def _chain_at(self, place: QPoint, zone: str) -> Box | None:
        """The chain of a zone under the hand, whatever of it is there."""
        spot, plan = self.view.mapToScene(place), self.board.plan
        chains = [b for b in plan.boxes() if b.kind == "chain" and b.zone == zone] if plan else []
        return next((b for b in chains if b.rect.holds(spot.x(), spot.y())), None)

    # -- the band, the table
    def _stretch(self, place: QPoint) -> None:
        self._band.setGeometry(QRect(self._from, place).normalized())
        self._band.show()

    def _end_band(self, _place: QPoint) -> None:
        self._band.hide()
        caught = QRectF(self.view.mapToScene(self._band.geometry()).boundingRect())
        notes = [item for item in self.board.scene.notes() if item.sceneBoundingRect().intersects(caught)]
        order = {box.row: i for i, box in enumerate(self.board.plan.boxes())} if self.board.plan else {}
        self.board.choose(sorted((item.box.row for item in notes), key=lambda row: order.get(row, 0)))

    def _push(self, here: QPoint) -> None:
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        bars[0].setValue(bars[0].value() - (here.x() - self._from.x()))
        bars[1].setValue(bars[1].value() - (here.y() - self._from.y()))
        self._from = here

    def _end_push(self, _place: QPoint) -> None:
        self.view.viewport().unsetCursor()


def _has_faces(zone: Zone | None) -> bool:
    return zone is not None and zone.kind == "grid_score"
