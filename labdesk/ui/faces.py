"""Five faces for five levels, from very hard to very pleasant. Mouth and brows tell them apart."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from labdesk.ui.style import Look

_MOUTHS = {-2: -0.24, -1: -0.11, 0: 0.0, 1: 0.12, 2: 0.30}
"""How far the middle of the mouth hangs under its corners, in sizes of the face."""


def draw_face(painter: QPainter, rect: QRectF, value: int, look: Look) -> None:
    """The face of a level (−2 to 2) in a square, ringed so that it stands out on a curve."""
    side = rect.width()
    painter.save()
    painter.translate(rect.center())
    painter.setPen(QPen(look.colour("surface"), side * 0.09))
    painter.setBrush(look.emotion(value))
    painter.drawEllipse(QPointF(), side * 0.46, side * 0.46)
    ink = look.colour("on_emotion")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x in (-0.16, 0.16):
        painter.drawEllipse(QPointF(side * x, -side * 0.09), side * 0.055, side * 0.065)
    pen = QPen(ink, max(1.2, side * 0.07), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(ink if value == 2 else Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(side, value))
    if value == -2:
        for x in (-1, 1):
            painter.drawLine(QPointF(side * 0.26 * x, -side * 0.19), QPointF(side * 0.10 * x, -side * 0.26))
    painter.restore()


def _mouth(side: float, value: int) -> QPainterPath:
    bend = _MOUTHS[min(max(value, -2), 2)]
    height = side * (0.17 - bend / 2)
    path = QPainterPath(QPointF(-side * 0.19, height))
    path.quadTo(QPointF(0, height + side * bend * 2 * 0.75), QPointF(side * 0.19, height))
    if value == 2:
        path.closeSubpath()
    return path
