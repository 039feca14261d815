"""How a photo is painted in a cell or a box: cropped to its place, with a word when something is missing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from labdesk.domain.layout import Box
from labdesk.ui.canvas.ink import FAR, Ink, to_qt, zoom_of


def paint_photo(painter: QPainter, ink: Ink, box: Box, *, whole: bool = False) -> None:
    """The thumbnail in a rounded frame; a sign says that the alternative text is missing."""
    look, rect = ink.look, to_qt(box.rect)
    path = QPainterPath()
    path.addRoundedRect(rect, look.radius("m"), look.radius("m"))
    pixels = ink.photo(str(box.value)) if box.value else None
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if pixels is None:
        painter.fillRect(rect, ink.colour("surface2"))
        drawing = ink.icon("image", "ink3", 24)
        half = ink.px(12)
        painter.drawPixmap(rect.center() - QPointF(half, half), drawing)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if whole:
            painter.fillRect(rect, ink.colour("surface2"))
            painter.drawPixmap(_inside(pixels, rect), pixels, QRectF(pixels.rect()))
        else:
            painter.drawPixmap(rect, pixels, _crop(pixels, rect))
    painter.restore()
    painter.setPen(QPen(ink.colour("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if not box.text and ink.editing and zoom_of(painter) >= FAR:
        side = ink.px(20)
        spot = QRectF(rect.right() - side - 4, rect.top() + 4, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour("warn_soft"))
        painter.drawEllipse(spot)
        painter.drawPixmap(
            spot.center() - QPointF(ink.px(7), ink.px(7)), ink.icon("triangle-alert", "warn", 14)
        )


def _inside(pixels: QPixmap, rect: QRectF) -> QRectF:
    """The whole of a picture, in the middle of its place."""
    scale = min(rect.width() / pixels.width(), rect.height() / pixels.height())
    w, h = pixels.width() * scale, pixels.height() * scale
    return QRectF(rect.center().x() - w / 2, rect.center().y() - h / 2, w, h)


def _crop(pixels: QPixmap, rect: QRectF) -> QRectF:
    """The middle of a picture in the proportions of its place."""
    wide, high = pixels.width(), pixels.height()
    scale = min(wide / rect.width(), high / rect.height())
    w, h = rect.width() * scale, rect.height() * scale
    return QRectF((wide - w) / 2, (high - h) / 2, w, h)
