"""A line drawn over the traces to what it ties: what is under the hand, what one sees, where it ends."""

from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QScrollBar, QWidget

from labdesk.domain.trace_layout import HEAD, Card, Layout
from labdesk.ui.canvas.tie_hand import curve
from labdesk.ui.canvas.tying import Tying, carried
from labdesk.ui.style import Look

EDGE, PULL = 36, 18
"""px: the border where the drawing moves along, and by how much."""


class Drawn(Protocol):
    """What a hand asks of the drawing it moves over."""

    look: Look
    tying: Tying
    layout_: Layout | None
    pressed: str

    def corner(self) -> QPointF: ...
    def spot(self, place: QPoint) -> QPointF: ...
    def card_at(self, place: QPoint) -> Card | None: ...
    def go(self, knot: str) -> bool: ...
    def viewport(self) -> QWidget: ...
    def horizontalScrollBar(self) -> QScrollBar: ...
    def verticalScrollBar(self) -> QScrollBar: ...


class TyingHand:
    """One for each drawing. It hears drags that tie, wherever they come from."""

    def __init__(self, drawing: Drawn) -> None:
        self.drawing = drawing
        self.place: QPointF | None = None
        self.source: tuple[str, ...] = ()
        self.target = self.refused = ""
        self._pull = QTimer(drawing.viewport(), interval=40)
        self._pull.timeout.connect(self._nudge)

    def enter(self, event: QDragEnterEvent) -> None:
        """Something to be tied comes in."""
        if rows := carried(event.mimeData()):
            self.source = rows
            self._pull.start()
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()

    def move(self, event: QDragMoveEvent) -> None:
        """The card under the hand is ringed, or it is said why it cannot be tied."""
        drawing, place = self.drawing, event.position().toPoint()
        self.place = drawing.spot(place)
        card = drawing.card_at(place)
        other = card is not None and card.knot.row not in self.source
        self.refused = drawing.tying.why_not(self.source, card.knot.row) if card and other else ""
        self.target = card.knot.id if card and other and not self.refused else ""
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(bool(self.target))
        drawing.viewport().update()

    def drop(self, event: QDropEvent) -> None:
        """The line ends here."""
        rows, card = carried(event.mimeData()), self.drawing.card_at(event.position().toPoint())
        self.let_go()
        if rows and card is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            if self.drawing.tying.tie(rows, card.knot.row):
                self.drawing.go(card.knot.id)

    def let_go(self) -> None:
        """The line is gone."""
        self.place, self.target, self.refused = None, "", ""
        self._pull.stop()
        self.drawing.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """From what is being tied to the hand."""
        layout, look, place = self.drawing.layout_, self.drawing.look, self.place
        if place is None or layout is None:
            return
        painter.setPen(QPen(look.colour("focus"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        starts = {*self.source, self.drawing.pressed}
        for card in layout.cards.values():
            if card.knot.id in starts and card.knot.row in self.source:
                painter.drawPath(curve(QPointF(card.rect.right, card.rect.y + card.rect.h / 2), place))
        if self.refused:
            painter.setFont(look.font(12, 600))
            wide = painter.fontMetrics().horizontalAdvance(self.refused) + 16
            spot = QRectF(place.x() + 14, place.y() + look.px(40), wide, look.px(24))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink"))
            painter.drawRoundedRect(spot, 4, 4)
            painter.setPen(look.colour("surface"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, self.refused)

    def _nudge(self) -> None:
        """Near an edge the drawing moves along."""
        drawing = self.drawing
        if self.place is None:
            return
        place, room = (self.place - drawing.corner()).toPoint(), drawing.viewport().rect()
        for bar, at, start, end, way in (
            (drawing.horizontalScrollBar(), place.x(), 0, room.width(), QPointF(1, 0)),
            (drawing.verticalScrollBar(), place.y(), drawing.look.px(HEAD), room.height(), QPointF(0, 1)),
        ):
            before = bar.value()
            bar.setValue(before + (-PULL if at < start + EDGE else PULL if at > end - EDGE else 0))
            self.place += way * (bar.value() - before)
        drawing.viewport().update()
