"""The picture of a project: a PNG of its canvas, or none."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QGraphicsScene

from labdesk.ui.style import Look
from labdesk.ui.thumbnail import HEIGHT, WIDTH, thumbnail


def test_an_empty_scene_has_no_picture(look: Look) -> None:
    assert thumbnail(QGraphicsScene(), look) is None


def test_a_scene_gives_a_small_png_of_its_beginning(look: Look) -> None:
    scene = QGraphicsScene()
    scene.addRect(QRectF(0, 0, 5000, 3000), brush=QColor("red"))
    data = thumbnail(scene, look)
    assert data is not None
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    assert image.pixelColor(WIDTH // 2, HEIGHT // 2).name() == "#ff0000"
    assert len(data) < 100_000
