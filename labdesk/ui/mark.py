"""The mark of LabDesk: four notes on a board. No emblem of the State."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from labdesk.ui.style import Look

NOTES = ("stone", "sun", "rose", "mint")


def draw_mark(painter: QPainter, room: QRectF, look: Look) -> None:
    """The mark in a square room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("primary"))
    side = room.width()
    painter.drawRoundedRect(room, side / 4, side / 4)
    for at, name in enumerate(NOTES):
        painter.setBrush(look.note(name)[0])
        x, y = room.left() + side * (0.22 + 0.31 * (at % 2)), room.top() + side * (0.22 + 0.31 * (at // 2))
        painter.drawRoundedRect(QRectF(x, y, side * 0.25, side * 0.25), side / 16, side / 16)


def mark(look: Look) -> QIcon:
    """The mark as the icon of the window."""
    pixels = QPixmap(128, 128)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    draw_mark(painter, QRectF(4, 4, 120, 120), look)
    painter.end()
    return QIcon(pixels)
