"""The card of a step on a picture of curves: its face beside what is said of it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from labdesk.ui.curves.places import WRAP
from labdesk.ui.faces import draw_face
from labdesk.ui.style import Look

Line = tuple[str, QFont, str]
"""(words, letters, token of their colour)."""


def paint_card(
    painter: QPainter, look: Look, room: QRectF, at: QPointF, lines: Sequence[Line], level: int | None
) -> None:
    """Beside a point, inside the room; without a level there is no face."""
    px = look.px
    face = px(26) if level is not None else 0
    most = px(250)
    sizes = [
        QFontMetricsF(font).boundingRect(QRectF(0, 0, most, 500), WRAP, text).size()
        for text, font, _token in lines
    ]
    wide = max(s.width() for s in sizes) + 2 + px(22) + (face + px(10) if face else 0)
    high = sum(s.height() for s in sizes) + px(18)
    card = QRectF(at.x() + px(20), at.y() - high - px(6), wide, high)
    if card.right() > room.right():
        card.moveRight(at.x() - px(20))
    card.moveLeft(max(card.left(), room.left()))
    card.moveTop(min(max(card.top(), room.top()), room.bottom() - high))
    painter.setPen(QPen(look.colour("border"), 1))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(card, look.radius("m"), look.radius("m"))
    x, y = card.left() + px(11), card.top() + px(9)
    if level is not None:
        draw_face(painter, QRectF(x, card.center().y() - face / 2, face, face), level, look)
        x += face + px(10)
    for (text, font, token), size in zip(lines, sizes, strict=True):
        painter.setPen(look.colour(token))
        painter.setFont(font)
        painter.drawText(QRectF(x, y, most, size.height() + 2), WRAP, text)
        y += size.height()
