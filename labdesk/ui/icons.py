"""Icons: Lucide drawings in the ink of the theme, crisp at every text size; words stand beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from labdesk.ui.drawings import tinted
from labdesk.ui.style import Look

SIZE = 18
"""px at 100 %."""


def icon(
    name: str, look: Look, token: str = "ink2", *, on: str | None = None, size: int = SIZE, after: int = 0
) -> QIcon:
    """The icon in the ink of a token, in the ink of `on` when checked, as pale as its words when disabled.

    `after`: design px that stay free at its right, before the words of a button.
    """
    shape = look.px(size), look.px(after)
    inks = look.hex(token), look.hex(on or token), look.hex("border")
    return _icon(name, shape, inks)


def picture(name: str, look: Look, token: str = "ink2", *, size: int = SIZE, density: float = 2.0) -> QPixmap:
    """The icon as a picture of `size` design px, for labels and painters."""
    return _drawn(name, (look.px(size), 0), density, look.hex(token))


_CLONES: list[QIconEngine] = []


class Drawing(QIconEngine):
    """An icon that is drawn when it is first seen: of a hundred in the menus, a start shows twenty."""

    def __init__(self, name: str, px: tuple[int, int], inks: tuple[str, str, str]) -> None:
        """`inks`: as it is, checked, disabled."""
        super().__init__()
        self._name, self._px, self._inks = name, px, inks

    def clone(self) -> QIconEngine:
        """For an icon that Qt takes apart from its copies. Qt deletes it; Python must not do so before."""
        made = Drawing(self._name, self._px, self._inks)
        _CLONES.append(made)  # PySide6 gives a `clone` no owner: nobody else would hold it
        return made

    def isNull(self) -> bool:
        return False

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side, after = self._px
        ratio = min(size.height() / side, size.width() / (side + after), 1.0)
        return QSize(round(side * ratio) + round(after * ratio), round(side * ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`scale`: pixels of the screen for one of `size`."""
        own = self.actualSize(size, mode, state)
        plain, checked, disabled = self._inks
        ink = disabled if mode == QIcon.Mode.Disabled else checked if state == QIcon.State.On else plain
        return _drawn(self._name, (own.height(), own.width() - own.height()), scale, ink)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        pixels = self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatio())
        place = QRect(QPoint(), pixels.deviceIndependentSize().toSize())
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixels)


@lru_cache(maxsize=512)
def _icon(name: str, px: tuple[int, int], inks: tuple[str, str, str]) -> QIcon:
    return QIcon(Drawing(name, px, inks))


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
