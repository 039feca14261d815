"""A photo painted whole in the room there is, never cut; a sentence where the file does not hold it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from labdesk.words import _


def draw_whole(painter: QPainter, pixels: QPixmap, room: QRect) -> QRect:
    """Centred, as large as it fits; where it stands, or the whole room when there is nothing to show."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if pixels.isNull():
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _("Photo absente de ce fichier"))
        return room
    place = QRect(room.topLeft(), pixels.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.translate((room.width() - place.width()) // 2, (room.height() - place.height()) // 2)
    painter.drawPixmap(place, pixels)
    return place


class WholePhoto(QWidget):
    """The photo as large as there is room, never cut."""

    def __init__(self) -> None:
        super().__init__()
        self._sha: str | None = None
        self._pixels = QPixmap()

    def show_picture(self, sha: str | None, data: bytes | None) -> None:
        """Show this picture."""
        if sha != self._sha:
            self._sha, self._pixels = sha, QPixmap()
            if data:
                self._pixels.loadFromData(data)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Centred."""
        painter = QPainter(self)
        draw_whole(painter, self._pixels, self.rect())
        painter.end()
