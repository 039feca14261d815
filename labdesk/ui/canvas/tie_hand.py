"""A line drawn from notes of a canvas to what they are tied to: what one sees meanwhile, and its end."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.layout import Box
from labdesk.domain.ties import stage_of
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.ink import Ink, to_qt
from labdesk.ui.canvas.tying import Tying, carried
from labdesk.ui.canvas.view import CanvasView

EDGE, PULL = 28, 14
"""px: the border where the canvas moves along, and by how much."""


class TieLine(QGraphicsItem):
    """From each note to the hand; a ring around what would be tied, or a word why it cannot be."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self.starts: tuple[QPointF, ...] = ()
        self.hand = QPointF()
        self.target = QRectF()
        self.refused = ""
        self.setZValue(110)
        self.hide()

    def follow(self, starts: tuple[QPointF, ...], hand: QPointF, target: QRectF, refused: str) -> None:
        """The hand is here now."""
        self.prepareGeometryChange()
        self.starts, self.hand, self.target, self.refused = starts, hand, target, refused
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        rect = QRectF(self.hand, self.hand).adjusted(-40, -20, 340, 100)
        for start in self.starts:
            rect = rect.united(QRectF(start, self.hand).normalized())
        return rect.united(self.target).adjusted(-60, -20, 60, 20)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        look = self.ink.look
        if not self.target.isEmpty():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("surface"), 5))
            painter.drawRoundedRect(self.target.adjusted(-3, -3, 3, 3), 8, 8)
            painter.setPen(QPen(look.colour("focus"), 3.5))
            painter.drawRoundedRect(self.target.adjusted(-3, -3, 3, 3), 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for start in self.starts:
            path = curve(start, self.hand)
            painter.setPen(QPen(look.colour("surface"), 5))
            painter.drawPath(path)
            painter.setPen(QPen(look.colour("focus"), 2.5))
            painter.drawPath(path)
        if self.refused:
            self._say(painter)

    def _say(self, painter: QPainter) -> None:
        look, px = self.ink.look, self.ink.px
        painter.setFont(self.ink.letters.font("column"))
        wide = painter.fontMetrics().horizontalAdvance(self.refused) + px(16)
        place = QRectF(self.hand.x() + px(14), self.hand.y() + px(40), wide, px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(look.colour("surface"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.refused)


def curve(start: QPointF, hand: QPointF) -> QPainterPath:
    """A line that leaves a note to the right and comes to the hand from where it came."""
    path, way = QPainterPath(start), hand - start
    if abs(way.y()) > abs(way.x()):
        path.cubicTo(start + QPointF(28, way.y() * 0.25), hand - QPointF(0, way.y() * 0.4), hand)
    else:
        pull = QPointF(max(abs(way.x()) / 2, 24), 0)
        path.cubicTo(start + pull, hand - (pull if way.x() > 0 else -pull), hand)
    return path


class TieHand:
    """One for each view. It hears drags that tie, wherever they come from."""

    def __init__(self, board: Board, view: CanvasView, tying: Tying) -> None:
        self.board, self.view, self.tying = board, view, tying
        self.mark = TieLine(board.scene.ink)
        board.scene.addItem(self.mark)

    def begin(self, rows: tuple[str, ...]) -> None:
        """Draw a line from these notes; it ends on a note, on a card, or nowhere."""
        self.tying.drag(rows, self.view)
        self.mark.hide()

    def hear(self, event: QDropEvent | None) -> bool:
        """A drag moves, is let go, or leaves (None); True where it may be let go."""
        if event is None:
            self.mark.hide()
            return False
        rows, place = carried(event.mimeData()), event.position().toPoint()
        row, rect = self._under(place)
        refused = self.tying.why_not(rows, row) if row and row not in rows else ""
        good = bool(row and row not in rows and not refused)
        if not isinstance(event, QDragMoveEvent):
            self.mark.hide()
            return good and self.tying.tie(rows, row)
        self._nudge(place)
        self.mark.follow(self._starts(rows), self.view.mapToScene(place), rect if good else QRectF(), refused)
        return good

    def _under(self, place: QPoint) -> tuple[str, QRectF]:
        """What would be tied here: a note, else the problem or the card this canvas is."""
        spot, plan = self.view.mapToScene(place), self.board.plan
        part = next((p for p in plan.parts if p.rect.holds(spot.x(), spot.y())), None) if plan else None
        if part is None:
            return "", QRectF()
        boxes = [box.moved(part.rect.x, part.rect.y) for box in part.boxes]
        over = next(
            (b for b in reversed(boxes) if b.kind == "note" and b.rect.holds(spot.x(), spot.y())), None
        )
        if over is not None:
            return over.row, to_qt(over.rect)
        if stage_of(self.board.project, self.board.canvas):
            return self.board.canvas, to_qt(part.rect)
        return "", QRectF()

    def _starts(self, rows: tuple[str, ...]) -> tuple[QPointF, ...]:
        plan = self.board.plan
        boxes: list[Box] = []
        for row in rows:
            part = plan.home(row) if plan else None
            found = next((b for b in part.boxes if b.row == row and b.kind == "note"), None) if part else None
            if part is not None and found is not None:
                boxes.append(found.moved(part.rect.x, part.rect.y))
        return tuple(QPointF(box.rect.right, box.rect.y + box.rect.h / 2) for box in boxes)

    def _nudge(self, place: QPoint) -> None:
        """Near an edge the canvas moves along."""
        room = self.view.viewport().rect()
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        for bar, at, end in ((bars[0], place.x(), room.width()), (bars[1], place.y(), room.height())):
            bar.setValue(bar.value() + (-PULL if at < EDGE else PULL if at > end - EDGE else 0))
