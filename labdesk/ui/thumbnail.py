"""The small picture of a project for Accueil: its canvas as it stands, as a PNG."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from labdesk.ui.style import Look

WIDTH, HEIGHT = 640, 360
"""px: twice the size at which it is shown, for dense screens."""


def thumbnail(scene: QGraphicsScene, look: Look) -> bytes | None:
    """The top left of a scene, where a map begins; None when there is nothing on it."""
    around = scene.itemsBoundingRect()
    if around.isEmpty():
        return None
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(look.colour("canvas"))
    width = min(max(around.width(), WIDTH), 1.9 * WIDTH)
    seen = QRectF(around.left(), around.top(), width, width * HEIGHT / WIDTH)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    scene.render(painter, QRectF(0, 0, WIDTH, HEIGHT), seen, Qt.AspectRatioMode.KeepAspectRatio)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())
