"""What every painter of a canvas shares: look, letters, pictures, and the few shapes they all draw."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPixmap

from labdesk.domain.layout import Box, Rect, Style
from labdesk.ui.canvas.letters import Letters
from labdesk.ui.icons import picture
from labdesk.ui.style import Look

EDGE, CARDS, TALL = 6, 600, 240
"""In scene units, around a card for its shadow; how many painted cards are kept; how high one may be."""
FAR = 0.35
"""Below this zoom a text cannot be read: a card is a filled box."""

Pictures = Callable[[str], bytes | None]
"""The thumbnail of a picture by its sha-256."""


class Ink:
    """One for each scene. `editing`: marks that only someone who fills the canvas needs are drawn."""

    def __init__(self, look: Look, pictures: Pictures, editing: bool = True) -> None:
        self.look, self.editing = look, editing
        self.letters = Letters(look)
        self.pictures = pictures
        self._decoded: dict[str, QPixmap] = {}
        self._colours: dict[str, QColor] = {}
        self._notes: dict[str, tuple[QColor, QColor, QColor]] = {}
        self._cards: dict[tuple[str, int, int, int], QPixmap] = {}

    def colour(self, token: str) -> QColor:
        """The colour of a token; not to be changed."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = self.look.colour(token)
        return found

    def note(self, name: str) -> tuple[QColor, QColor, QColor]:
        """Fill, border and ink of a note colour; not to be changed."""
        found = self._notes.get(name)
        if found is None:
            found = self._notes[name] = self.look.note(name)
        return found

    def tall_card(self, painter: QPainter, name: str, wide: float, high: float) -> None:
        """A very long note: the ends of a common card, and its middle drawn out between them."""
        density = zoom_of(painter) * painter.device().devicePixelRatioF()
        card, end = self.card(name, wide, TALL, density), TALL / 2
        across, far = wide + 2 * EDGE, high + EDGE
        for top, bottom, begin, reach in (
            (-EDGE, end, 0.0, end + EDGE),
            (end, high - end, end + EDGE, 1.0),
            (high - end, far, end + EDGE, end + EDGE),
        ):
            shown = QRectF(-EDGE, top, across, bottom - top)
            painter.drawPixmap(shown, card, QRectF(0, begin * density, across * density, reach * density))

    def card(self, name: str, wide: float, high: float, density: float) -> QPixmap:
        """An empty card with its shadow, painted once for each colour, size and density: a shadow is dear.

        It begins EDGE above the card and EDGE before it.
        """
        key = (name, round(wide), round(high), round(density * 64))
        found = self._cards.get(key)
        if found is None:
            if len(self._cards) >= CARDS:
                self._cards.clear()
            found = self._cards[key] = self._painted_card(name, wide, high, density)
        return found

    def _painted_card(self, name: str, wide: float, high: float, density: float) -> QPixmap:
        size = QSizeF(wide + 2 * EDGE, high + 2 * EDGE) * density
        pixels = QPixmap(round(size.width()), round(size.height()))
        pixels.setDevicePixelRatio(density)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(EDGE, EDGE)
        fill, border, _ink = self.note(name)
        rect, radius = QRectF(0, 0, wide, high), self.look.radius("m")
        shadow(painter, rect, radius, self.look)
        painter.setBrush(fill)
        painter.setPen(QPen(border, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
        return pixels

    def px(self, n: float) -> float:
        """`n` design pixels at the text size of now."""
        return n * self.look.scale

    def write(self, painter: QPainter, box: Box, style: Style, colour: QColor) -> None:
        """The text of a box inside it, as it was measured."""
        if box.text and box.inner is not None:
            self.write_in(painter, box.text, style, box.inner, colour)

    def write_in(self, painter: QPainter, text: str, style: Style, place: Rect, colour: QColor) -> None:
        """A text broken into the lines it was measured with."""
        painter.setPen(colour)
        painter.setFont(self.letters.font(style))
        painter.drawStaticText(QPointF(place.x, place.y), self.letters.text(text, style, place.w))

    def line_of(
        self, painter: QPainter, text: str, style: Style, place: QRectF, colour: QColor, flags: int
    ) -> None:
        """One line of text in a rectangle, cut with … when it is too long."""
        font = self.letters.font(style)
        painter.setFont(font)
        painter.setPen(colour)
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, flags, short)

    def photo(self, sha: str) -> QPixmap | None:
        """The thumbnail of a picture, decoded once."""
        if sha not in self._decoded:
            data = self.pictures(sha)
            image = QImage.fromData(data) if data else QImage()
            self._decoded[sha] = QPixmap.fromImage(image)
        found = self._decoded[sha]
        return None if found.isNull() else found

    def forget_missing_photos(self) -> None:
        """Ask again for pictures that were not there."""
        self._decoded = {sha: pixels for sha, pixels in self._decoded.items() if not pixels.isNull()}

    def icon(self, name: str, token: str, size: int = 16) -> QPixmap:
        """A drawing in the ink of a token."""
        return picture(name, self.look, token, size=size)


def to_qt(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def shadow(painter: QPainter, rect: QRectF, radius: float, look: Look, depth: float = 1.0) -> None:
    """A soft shadow under a card: two translucent rounded boxes."""
    painter.setPen(Qt.PenStyle.NoPen)
    for drop, alpha, grow in ((3.0, 10, 1.5), (1.5, 18, 0.5)):
        colour = look.colour("shadow")
        colour.setAlpha(alpha)
        painter.setBrush(colour)
        down = drop * depth
        painter.drawRoundedRect(rect.adjusted(-grow, down - grow, grow, down + grow), radius + 1, radius + 1)


def surface(painter: QPainter, rect: QRectF, look: Look, radius: float) -> None:
    """A white card on the table."""
    shadow(painter, rect, radius, look, depth=2.0)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(look.colour("line"), 1))
    painter.drawRoundedRect(rect, radius, radius)


def dashed(look: Look, token: str = "line2", width: float = 1.2) -> QPen:
    """The pen of what is not there yet."""
    pen = QPen(look.colour(token), width, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4, 4])
    return pen


def zoom_of(painter: QPainter) -> float:
    """How big a scene unit is on the paint device."""
    return painter.worldTransform().m11()
