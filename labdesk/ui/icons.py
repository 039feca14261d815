"""Icons: Lucide drawings in the ink of the theme, crisp at every text size; words stand beside them."""

from functools import cache, lru_cache
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from labdesk.ui.drawings import tinted
from labdesk.ui.style import Look

SIZE = 18
"""px at 100 %."""


def icon(
    name: str, look: Look, token: str = "ink2", *, on: str | None = None, size: int = SIZE, after: int = 0
) -> QIcon:
    """The icon in the ink of a token, in the ink of `on` when checked; the style pales a disabled one.

    `after`: design px that stay free at its right, before the words of a button.
    """
    shape = look.px(size), look.px(after)
    return _icon(name, shape, _density(), look.hex(token), look.hex(on) if on else None)


def picture(name: str, look: Look, token: str = "ink2", *, size: int = SIZE, density: float = 2.0) -> QPixmap:
    """The icon as a picture of `size` design px, for labels and painters."""
    return _drawn(name, (look.px(size), 0), density, look.hex(token))


@lru_cache(maxsize=512)
def _icon(name: str, px: tuple[int, int], density: float, ink: str, on: str | None) -> QIcon:
    made = QIcon(_drawn(name, px, density, ink))
    if on:
        made.addPixmap(_drawn(name, px, density, on), QIcon.Mode.Normal, QIcon.State.On)
    return made


@cache
def _density() -> float:
    """Pixels of the densest screen for one of ours: an icon is drawn once, for all screens."""
    return ceil(max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0))


@lru_cache(maxsize=1024)
def _drawn(name: str, px: tuple[int, int], density: float, ink: str) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(tinted(name, ink).encode()))
    side = round(px[0] * density)
    pixels = QPixmap(QSize(side + round(px[1] * density), side))
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixels.setDevicePixelRatio(density)
    return pixels
