"""What lies over the tiles of a picture: the band with title and page, spotlight, timer and pointer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from labdesk.domain.box import Rect
from labdesk.domain.lens import HIGH, LEAST
from labdesk.domain.lens_page import BAND, tied
from labdesk.ui.stage.showing import Showing
from labdesk.ui.stage.type import StageType
from labdesk.ui.style import Look

RADIUS = 12
POINTER = 16
TIMER_SIZE = 60
DARK = 0.78
"""How much of the picture the spotlight takes away."""


class Overlay:
    """In the colours of a look, in units of the picture."""

    def __init__(self, look: Look, type_: StageType) -> None:
        self._look, self._type = look, type_

    def spotlight(self, painter: QPainter, showing: Showing) -> None:
        """Everything but the lit cell is in the dark."""
        at = showing.spotlight
        if at is None or not 0 <= at < len(showing.page.cells):
            return
        lit = to_qt(showing.page.cells[at]).adjusted(-8, -8, 8, 8)
        path = QPainterPath()
        path.addRect(QRectF(0, 0, showing.page.wide, HIGH))
        path.addRoundedRect(lit, RADIUS, RADIUS)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(DARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#FFD400"), 7))
        painter.drawRoundedRect(lit, RADIUS, RADIUS)

    def band(self, painter: QPainter, showing: Showing) -> None:
        """Title on the left, page on the right, the timer after it."""
        if not showing.title and not showing.pages:
            return
        look, wide = self._look, showing.page.wide
        light = look.theme == "light"  # elsewhere a bright band would dazzle
        painter.fillRect(QRectF(0, HIGH - BAND, wide, BAND), look.colour("ink" if light else "surface2"))
        right = wide - 34 - (timer_rect(wide).width() + 20 if showing.timer else 0)
        painter.setPen(look.colour("surface" if light else "ink"))
        top = HIGH - BAND / 2 - LEAST * 0.63
        if showing.pages:
            across = self._type.longest(showing.pages, LEAST, False)
            right -= across
            self._type.draw(painter, showing.pages, LEAST, False, QPointF(right, top), across + 4)
            right -= 34
        self._type.draw(
            painter, self._in_a_line(showing.title, right - 34), LEAST, True, QPointF(34, top), wide
        )

    def _in_a_line(self, text: str, wide: float) -> str:
        """As many whole words as a line holds, tied together."""
        words = text.split(" ")
        line = tied(text)
        while len(words) > 1 and self._type.longest(line, LEAST, True) > wide:
            words.pop()
            line = tied(" ".join([*words, "…"]))
        return line

    def timer(self, painter: QPainter, showing: Showing) -> None:
        """The countdown in the corner, over whatever is projected."""
        look, rect = self._look, timer_rect(showing.page.wide)
        ground, ink = {
            "soon": ("warn_soft", "warn"),
            "over": ("bad_soft", "bad"),
            "paused": ("surface2", "ink2"),
        }.get(showing.tone, ("surface", "ink"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.setPen(look.colour(ink))
        top = rect.center().y() - TIMER_SIZE * 0.63
        self._type.draw(
            painter, showing.timer, TIMER_SIZE, True, QPointF(rect.x(), top), rect.width(), centred=True
        )


def point(painter: QPainter, at: tuple[float, float]) -> None:
    """The dot that follows the mouse."""
    painter.setPen(QPen(QColor(255, 255, 255), 4))
    painter.setBrush(QColor("#E4002B"))
    painter.drawEllipse(QPointF(*at), POINTER, POINTER)


def timer_rect(wide: float) -> QRectF:
    """Where the countdown stands: inside the band, in the corner."""
    return QRectF(wide - 34 - 236, HIGH - BAND + 8, 236, BAND - 16)


def to_qt(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)
