"""The presenter's small picture of what is projected, or of what comes next; painted when there is time."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from labdesk.domain.lens import HIGH
from labdesk.ui.stage.brush import Brush
from labdesk.ui.stage.showing import Showing


class Preview(QWidget):
    """A showing, as great as the room allows, in the proportions of the projector."""

    pointed = Signal(float, float)
    clicked = Signal(float, float)
    """Units of the picture."""

    def __init__(self, brush: Brush, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.brush = brush
        self.showing: Showing | None = None
        self.edge = ""
        self.setAccessibleName(name)
        brush.look.changed.connect(self.update)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def show_picture(self, showing: Showing | None, edge: str = "") -> None:
        """`edge`: the token of the frame, for a state the presenter must not miss."""
        if (showing, edge) != (self.showing, self.edge):
            self.showing, self.edge = showing, edge
            self.update()

    def _place(self) -> QRectF:
        wide = self.showing.page.wide if self.showing else HIGH * 16 / 9
        factor = min((self.width() - 8) / wide, (self.height() - 8) / HIGH)
        place = QRectF(0, 0, wide * factor, HIGH * factor)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place, look = self._place(), self.brush.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.showing is not None:
            painter.save()
            painter.setClipRect(place)
            painter.translate(place.topLeft())
            painter.scale(place.height() / HIGH, place.height() / HIGH)
            self.brush.paint(painter, self.showing)
            painter.restore()
        else:
            painter.fillRect(place, QColor(0, 0, 0, 30))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour(self.edge or "border"), 4 if self.edge else 1))
        painter.drawRect(place.adjusted(-2, -2, 2, 2) if self.edge else place)

    def _at(self, point: QPointF) -> tuple[float, float]:
        place = self._place()
        factor = place.height() / HIGH
        return (point.x() - place.x()) / factor, (point.y() - place.y()) / factor

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(*self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(*self._at(event.position()))
