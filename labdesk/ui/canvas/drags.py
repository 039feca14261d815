"""What the hand can hold on a map: notes, a face of the curve, a head, a chain, a band, the table itself.

Loaded when something is first held. Each is pulled to a place of the view, then let go there or given up.
"""

from collections.abc import Callable
from typing import ClassVar, Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QRubberBand, QStyleOptionGraphicsItem

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import canvases
from labdesk.domain.layout import Box
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.curve_item import CurveItem, level_y_of
from labdesk.ui.canvas.drop_mark import DropMark, fall_at
from labdesk.ui.canvas.head_drag import HeadDrag
from labdesk.ui.canvas.scribe import Scribe
from labdesk.ui.canvas.under_hand import UnderHand
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _


class Held(Protocol):
    """Something in the hand. `slides`: near an edge the table moves along under it."""

    slides: ClassVar[bool]

    def pull(self, place: QPoint) -> None: ...
    def let_go(self, place: QPoint) -> None: ...
    def give_up(self) -> None: ...


class Notes:
    """The selected notes, or the one that was pressed."""

    slides: ClassVar[bool] = True

    def __init__(self, under: UnderHand, heads: HeadDrag, mark: DropMark, scribe: Scribe, box: Box) -> None:
        self._under, self._heads, self._mark, self._scribe = under, heads, mark, scribe
        self._board, self._view = under.board, under.view
        self.elsewhere: Callable[[QPoint], bool] = lambda _place: False
        self.fallen: Callable[[QPoint, tuple[str, ...]], object] = lambda _place, _rows: None
        if box.row not in self._board.picked():
            self._board.go(box.key)
        self._picture(box)

    def _picture(self, box: Box) -> None:
        """What is carried looks like the note that was pressed."""
        item = self._board.scene.note(box.row)
        if item is None:
            return
        zoom = self._view.zoom * self._view.devicePixelRatioF()
        picture = QPixmap(QSize(round(box.rect.w * zoom) + 1, round(box.rect.h * zoom) + 1))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom, zoom)
        item.paint(painter, QStyleOptionGraphicsItem())
        painter.end()
        picture.setDevicePixelRatio(zoom)
        self._mark.take(picture)

    def pull(self, place: QPoint) -> None:
        board, spot = self._board, self._view.mapToScene(place)
        part, plan, rows = self._under.part_at(spot), board.plan, board.picked()
        if self._heads.carry_notes(place, rows):
            part = None
        fall = fall_at(plan, part, spot.x(), spot.y(), rows) if part and plan else None
        zone = board.zone(fall.holder.zone) if fall else None
        self._mark.move_to(spot, fall if zone is not None and zone.holds_notes else None)

    def let_go(self, place: QPoint) -> None:
        board = self._board
        self._mark.hide()
        if self.elsewhere(self._view.viewport().mapToGlobal(place)):
            self._heads.mark.offer(None)
        elif made := self._heads.drop_notes(place, board.picked()):
            board.go(board.key_of("step", made))
            self._scribe.edit()
        else:
            self.fallen(place, board.picked())

    def give_up(self) -> None:
        self._mark.hide()
        self._heads.cancel()


class Face:
    """A face of the curve: its level follows the hand."""

    slides: ClassVar[bool] = False

    def __init__(self, board: Board, view: CanvasView, box: Box, zone: Zone) -> None:
        self._board, self._view, self._box, self._zone = board, view, box, zone
        self._part = f"{board.canvas}/{box.zone}"

    @property
    def _curve(self) -> CurveItem | None:
        """Asked each time: the scene may be drawn anew under the hand."""
        item = self._board.scene.part_item(self._part)
        return item.curve if item is not None else None

    def _level(self, place: QPoint) -> int:
        y = self._view.mapToScene(place).y() - self._box.rect.y
        (low, high), ink = self._zone.range or (-2, 2), self._board.scene.ink
        return min(range(low, high + 1), key=lambda level: abs(level_y_of(ink, self._zone, level) - y))

    def pull(self, place: QPoint) -> None:
        if (curve := self._curve) is not None:
            curve.hold((self._box.step, self._level(place)))

    def let_go(self, place: QPoint) -> None:
        self.give_up()
        board, step = self._board, self._box.step
        level = self._level(place)
        gesture = canvases.answer(
            board.project, board.canvas, self._zone.id, level, step=step, label=_("Noter")
        )
        board.desk.do(gesture)
        board.desk.announce(board.said())

    def give_up(self) -> None:
        if (curve := self._curve) is not None:
            curve.hold(None)


class Head:
    """The head of a phase, a step or a lane, or the border between two phases."""

    slides: ClassVar[bool] = True

    def __init__(self, heads: HeadDrag, box: Box, border: str) -> None:
        heads.take(box, border)
        self.pull, self.let_go, self.give_up = heads.carry, heads.drop, heads.cancel


class Chain:
    """A chain of whys: it takes the place of the one it is let go on."""

    slides: ClassVar[bool] = True

    def __init__(self, board: Board, view: CanvasView, box: Box) -> None:
        self._board, self._view, self._box = board, view, box

    def pull(self, _place: QPoint) -> None:
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def let_go(self, place: QPoint) -> None:
        self.give_up()
        board, moved = self._board, self._box
        onto = self._under(place)
        if onto is None or onto.row == moved.row:
            return
        board.desk.do(canvases.shift_line(board.project, moved.row, onto.index - moved.index))
        board.desk.announce(board.said())

    def _under(self, place: QPoint) -> Box | None:
        """The chain of the same box under the hand, whatever of it is there."""
        spot, plan = self._view.mapToScene(place), self._board.plan
        boxes = plan.boxes() if plan else ()
        chains = [b for b in boxes if b.kind == "chain" and b.zone == self._box.zone]
        return next((b for b in chains if b.rect.holds(spot.x(), spot.y())), None)

    def give_up(self) -> None:
        self._view.viewport().unsetCursor()


class Band:
    """A band that selects the notes it touches."""

    slides: ClassVar[bool] = False

    def __init__(self, board: Board, view: CanvasView, start: QPoint) -> None:
        self._board, self._view, self._start = board, view, start
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())

    def pull(self, place: QPoint) -> None:
        self._band.setGeometry(QRect(self._start, place).normalized())
        self._band.show()

    def let_go(self, _place: QPoint) -> None:
        board = self._board
        caught = QRectF(self._view.mapToScene(self._band.geometry()).boundingRect())
        self.give_up()
        notes = [item for item in board.scene.notes() if item.sceneBoundingRect().intersects(caught)]
        order = {box.row: rank for rank, box in enumerate(board.plan.boxes())} if board.plan else {}
        board.choose(sorted((item.box.row for item in notes), key=lambda row: order.get(row, 0)))

    def give_up(self) -> None:
        self._band.hide()
        self._band.deleteLater()


class Table:
    """The table itself, pushed with the middle button."""

    slides: ClassVar[bool] = False

    def __init__(self, view: CanvasView, start: QPoint) -> None:
        self._view, self._from = view, start
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def pull(self, place: QPoint) -> None:
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        bars[0].setValue(bars[0].value() - (place.x() - self._from.x()))
        bars[1].setValue(bars[1].value() - (place.y() - self._from.y()))
        self._from = place

    def let_go(self, _place: QPoint) -> None:
        self.give_up()

    def give_up(self) -> None:
        self._view.viewport().unsetCursor()
