"""How the curves of one picture are told apart: by stroke, by sign, by colour. Never by colour alone."""

from collections.abc import Sequence
from math import cos, pi, sin

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from labdesk.ui.style import Look

_DASHES: Sequence[Sequence[float]] = (
    (),
    (6, 3),
    (1, 2.4),
    (7, 2.5, 1, 2.5),
    (3, 2),
    (9, 2.5, 1, 2.5, 1, 2.5),
)
"""In widths of the stroke, one for each curve."""
SAMPLE = (46, 18)
"""px at 100 %."""


class Stroke(Struct, frozen=True):
    """The look of one curve. `hollow`: its signs are empty, as those of a target are."""

    rank: int
    colour: QColor
    hollow: bool

    def pen(self, wide: float) -> QPen:
        """The pen of the line."""
        pen = QPen(self.colour, wide)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes := _DASHES[self.rank % len(_DASHES)]:
            pen.setDashPattern(list(dashes))
        return pen

    def mark(self, painter: QPainter, at: QPointF, size: float, ground: QColor) -> None:
        """The sign of a point, ringed so that it stands out on its line."""
        path = sign(self.rank, size)
        path.translate(at)
        painter.setPen(QPen(ground, size * 0.42))
        painter.setBrush(ground)
        painter.drawPath(path)
        painter.setPen(QPen(self.colour, max(1.8, size * 0.18)))
        painter.setBrush(ground if self.hollow else self.colour)
        painter.drawPath(path)


def stroke_of(look: Look, rank: int, *, hollow: bool) -> Stroke:
    """The stroke of the curve of this rank, in the colours of a look."""
    return Stroke(rank, look.phase(rank), hollow)


def sign(rank: int, size: float) -> QPainterPath:
    """Disc, square, triangle, diamond, star, cross: `size` is about their width."""
    half, path = size / 2, QPainterPath()
    match rank % 6:
        case 0:
            path.addEllipse(QPointF(), half, half)
        case 1:
            path.addRect(QRectF(-half * 0.88, -half * 0.88, size * 0.88, size * 0.88))
        case 2:
            path.addPolygon(_turned(3, half * 1.2, half * 1.2))
        case 3:
            path.addPolygon(_turned(4, half * 1.22, half * 1.22))
        case 4:
            path.addPolygon(_turned(10, half * 1.3, half * 0.58))
        case _:
            arm = half * 0.38
            path.addRect(QRectF(-half, -arm, size, 2 * arm))
            upright = QPainterPath()
            upright.addRect(QRectF(-arm, -half, 2 * arm, size))
            path = path.united(upright)
    path.closeSubpath()
    return path


def _turned(corners: int, far: float, near: float) -> QPolygonF:
    """A polygon that stands on its base; every second corner is `near`."""
    return QPolygonF(
        [
            QPointF(sin(turn) * radius, -cos(turn) * radius)
            for at in range(corners)
            for turn, radius in ((2 * pi * at / corners, near if at % 2 else far),)
        ]
    )


def sample(look: Look, stroke: Stroke, ratio: float = 1.0) -> QPixmap:
    """A piece of the curve with its sign, for a button that names it."""
    wide, high = look.px(SAMPLE[0]), look.px(SAMPLE[1])
    pixels = QPixmap(round(wide * ratio), round(high * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(stroke.pen(look.px(2.4)))
    edge = look.px(4)
    painter.drawLine(QPointF(edge, high / 2), QPointF(wide - edge, high / 2))
    stroke.mark(painter, QPointF(wide / 2, high / 2), look.px(10), look.colour("surface"))
    painter.end()
    return pixels
