"""The portrait of a canvas: its upper left as it stands, without the marks of who edits, for Accueil."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from labdesk.domain.layout import Rect
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.scene import MARGIN, CanvasScene

WIDTH, HEIGHT = 640, 360
"""px: twice the size at which it is shown, for dense screens."""
FARTHEST = 1.9
"""How much smaller than on the canvas it is drawn at the most: further away nothing would be recognised."""


def portrait(board: Board) -> bytes | None:
    """A PNG of where the canvas begins, or None. Nothing is placed for it: only what is seen is drawn."""
    plan = board.plan
    if plan is None or not board.stands:
        return None
    wide = min(max(plan.width + 2 * MARGIN, WIDTH), FARTHEST * WIDTH * board.scene.ink.look.scale)
    seen = QRectF(-MARGIN, -MARGIN, wide, wide * HEIGHT / WIDTH)
    # The curve goes on to the next face: one more column than is seen.
    within = Rect(seen.x(), seen.y(), seen.width() + plan.room.px(plan.room.most), seen.height())
    scene = CanvasScene(board.scene.ink.look, board.scene.ink.pictures, editing=False)
    scene.show_plan(plan.within(within))
    image = _painted(scene, seen)
    scene.dispose()
    return _png(image)


def _painted(scene: CanvasScene, seen: QRectF) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(scene.ink.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    scene.render(painter, QRectF(0, 0, WIDTH, HEIGHT), seen, Qt.AspectRatioMode.KeepAspectRatio)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())
