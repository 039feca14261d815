"""Five faces that can be told apart without their colour."""

from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from labdesk.ui.faces import draw_face
from labdesk.ui.style import Look


def drawn(look: Look, level: int) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    draw_face(painter, QRectF(2, 2, 60, 60), level, look)
    painter.end()
    return image


def inked(image: QImage) -> frozenset[tuple[int, int]]:
    """The points of the inner face that are as bright as its ink."""
    inside = [(x, y) for x in range(14, 50) for y in range(14, 52)]
    values = {point: image.pixelColor(*point).lightness() for point in inside}
    middle = (min(values.values()) + max(values.values())) / 2
    return frozenset(point for point, value in values.items() if value > middle)


def test_each_face_has_its_own_mouth_in_both_themes() -> None:
    for theme in ("light", "contrast"):
        look = Look(theme)
        faces = [inked(drawn(look, level)) for level in range(-2, 3)]
        assert all(len(one ^ other) > 12 for one, other in combinations(faces, 2))
