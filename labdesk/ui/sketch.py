"""A small journey drawn from nothing but the palette: what stands where a project has no picture yet."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from labdesk.ui.style import Look

NOTES = (("sky", (1, 2, 1, 1, 1)), ("rose", (0, 1, 2, 1, 0)), ("mint", (1, 0, 1, 1, 0)))
"""Lane colour, and how many notes in each of five steps."""
CURVE = (0.35, 0.45, 0.95, 0.6, 0.15)
"""The height of the emotion in each step, 0 at the top."""
HEADS, CURVE_TOP, CURVE_HEIGHT, NOTES_TOP, NOTE = 0.08, 0.24, 0.2, 0.5, 0.075
"""Shares of the height."""


def draw_sketch(painter: QPainter, room: QRect, look: Look) -> None:
    """Phases, a curve and notes, in the room given."""
    painter.save()
    painter.fillRect(room, look.colour("canvas"))
    inner = QRectF(room).adjusted(room.width() * 0.07, room.height() * 0.1, -room.width() * 0.07, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(inner.adjusted(0, 0, 0, inner.height() * 0.2), look.px(5), look.px(5))
    step = inner.width() / len(CURVE)
    for at in range(len(CURVE)):
        _head(painter, QRectF(inner.left() + at * step, inner.top(), step, inner.height()), look, at)
    _curve(painter, inner, step, look)
    _notes(painter, inner, step, look)
    painter.restore()


def _head(painter: QPainter, column: QRectF, look: Look, at: int) -> None:
    gap = column.width() * 0.1
    height = column.height() * HEADS
    bar = QRectF(column.left() + gap, column.top() + gap, column.width() - 2 * gap, height)
    painter.setBrush(look.phase(at))
    painter.drawRoundedRect(bar, height / 3, height / 3)


def _curve(painter: QPainter, inner: QRectF, step: float, look: Look) -> None:
    top, height = inner.top() + inner.height() * CURVE_TOP, inner.height() * CURVE_HEIGHT
    points = [
        QPointF(inner.left() + (at + 0.5) * step, top + share * height) for at, share in enumerate(CURVE)
    ]
    path = QPainterPath(points[0])
    for one, other in pairwise(points):
        middle = (one.x() + other.x()) / 2
        path.cubicTo(QPointF(middle, one.y()), QPointF(middle, other.y()), other)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("border"), max(inner.width() / 160, 1)))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    dot = inner.width() * 0.022
    for point, share in zip(points, CURVE, strict=True):
        painter.setBrush(look.emotion(round(2 - 4 * share)))
        painter.drawEllipse(point, dot, dot)


def _notes(painter: QPainter, inner: QRectF, step: float, look: Look) -> None:
    gap, height = step * 0.1, inner.height() * NOTE
    for at in range(len(CURVE)):
        y = inner.top() + inner.height() * NOTES_TOP
        for name, counts in NOTES:
            fill, border, _ink = look.note(name)
            for _each in range(counts[at]):
                note = QRectF(inner.left() + at * step + gap, y, step - 2 * gap, height)
                painter.setBrush(QColor(fill))
                painter.setPen(QPen(border, 1))
                painter.drawRoundedRect(note, 2, 2)
                y += height + gap * 0.6
