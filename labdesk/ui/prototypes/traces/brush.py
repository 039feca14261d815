"""How traces look: cards, signs, curves, frozen heads. It reads a layout and paints; it decides nothing."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from labdesk.domain.ties import Stage
from labdesk.domain.trace_layout import HEAD, PAD, SIGN, Card, Layout, Line
from labdesk.domain.trace_words import lack_words, stage_words
from labdesk.ui.canvas.ink import shadow, to_qt
from labdesk.ui.canvas.letters import Letters
from labdesk.ui.icons import picture
from labdesk.ui.prototypes.piles import VERDICTS
from labdesk.ui.style import Look
from labdesk.words import _, several

COLOURS: Mapping[Stage, str] = {
    "pain": "rose",
    "opportunity": "mint",
    "challenge": "lilac",
    "prototype": "sky",
    "result": "stone",
    "decision": "stone",
    "euro": "sun",
}
ICONS: Mapping[Stage, str] = {
    "pain": "triangle-alert",
    "opportunity": "lightbulb",
    "challenge": "target",
    "prototype": "flask-conical",
    "result": "circle-check",
    "decision": "flag",
    "euro": "euro",
}
FADED = {"light": 0.36, "contrast": 0.6, "dark": 0.6}
"""How much is left of what is not of the chain."""
PALE = {"light": 0.86, "contrast": 1.0, "dark": 1.0}
"""And of its words: they keep 4.5:1 on what is left of their card."""
DOTS = 6


class Mood(Struct, frozen=True):
    """What stands out: the current card, its chain (None: nothing fades), the chosen line, the target."""

    current: str = ""
    lit: frozenset[str] | None = None
    line: Line | None = None
    target: str = ""
    focused: bool = False


class Brush:
    """One for each drawing; made again when theme or text size change."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.letters = Letters(look)
        self.faded, self.pale = FADED[look.theme], PALE[look.theme]

    def px(self, n: float) -> float:
        """`n` design px of now."""
        return n * self.look.scale

    # -- lines ----------------------------------------------------------------------------------------------
    def path(self, line: Line) -> QPainterPath:
        """A curve that leaves and arrives level."""
        path = QPainterPath(QPointF(*line.points[0]))
        for (x, y), (u, v) in zip(line.points, line.points[1:], strict=False):
            pull = max((u - x) * 0.5, 12.0)
            path.cubicTo(QPointF(x + pull, y), QPointF(u - pull, v), QPointF(u, v))
        return path

    def line(self, painter: QPainter, line: Line, path: QPainterPath, mood: Mood) -> None:
        """One tie; a dashed one comes from a step that a card takes up."""
        lit = is_lit(line, mood)
        colour = self.look.colour("primary" if lit and mood.lit is not None else "border")
        width = 2.4 if lit and mood.lit is not None else 1.5
        if mood.line == line:
            colour, width = self.look.colour("focus"), 3.4
        painter.setOpacity(1.0 if lit or mood.line == line else self.faded)
        pen = QPen(colour, self.px(width))
        if line.step:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        end = QPointF(*line.points[-1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        arrow = self.px(4.5)
        painter.drawPolygon(
            [end, end + QPointF(-arrow * 1.5, -arrow * 0.8), end + QPointF(-arrow * 1.5, arrow * 0.8)]
        )
        painter.setOpacity(1.0)

    def loose_end(self, painter: QPainter, card: Card, mood: Mood) -> None:
        """A chain that stops here: a short dashed line and a cross."""
        if not set(card.knot.lacks) & {"answer", "prototype", "proof", "decision", "euro"}:
            return
        start = QPointF(card.rect.right + 1, card.rect.y + card.rect.h / 2)
        painter.setOpacity(1.0 if mood.lit is None or card.knot.id in mood.lit else self.faded)
        pen = QPen(self.look.colour("bad"), self.px(1.6), Qt.PenStyle.DotLine)
        painter.setPen(pen)
        end = start + QPointF(self.px(9), 0)
        painter.drawLine(start, end)
        painter.setPen(QPen(self.look.colour("bad"), self.px(1.8)))
        arm = self.px(3.2)
        for way in (QPointF(arm, arm), QPointF(arm, -arm)):
            centre = end + QPointF(arm, 0)
            painter.drawLine(centre - way, centre + way)
        painter.setOpacity(1.0)

    # -- cards ----------------------------------------------------------------------------------------------
    def card(self, painter: QPainter, card: Card, mood: Mood) -> None:
        """A thing with its words, where it stands, its dots and what it lacks."""
        knot, rect, look = card.knot, to_qt(card.rect), self.look
        stands_out = mood.lit is None or knot.id in mood.lit
        painter.setOpacity(1.0 if stands_out else self.faded)
        fill, border, ink = look.note(COLOURS[knot.stage])
        if knot.stage in ("result", "decision"):
            fill, border, ink = look.colour("surface"), look.colour("line2"), look.colour("ink")
        radius = look.radius("m")
        shadow(painter, rect, radius, look)
        painter.setBrush(fill)
        painter.setPen(QPen(border, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if knot.lacks and knot.stage not in ("pain", "opportunity"):
            pen = QPen(look.colour("bad"), self.px(1.5), Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setOpacity(1.0 if stands_out else self.pale)
        self._inside(painter, card, rect, ink)
        painter.setOpacity(1.0)
        if knot.id == mood.target:
            self._ring(painter, rect, 3.5)
        elif knot.id == mood.current:
            self._ring(painter, rect, *((3.0, "focus") if mood.focused else (1.0, "border")))

    def _inside(self, painter: QPainter, card: Card, rect: QRectF, ink: QColor) -> None:
        knot, look, px = card.knot, self.look, self.px
        x, y = rect.x() + px(PAD + 2), rect.y() + px(PAD)
        wide = rect.width() - 2 * px(PAD + 2)
        painter.setPen(ink)
        painter.setFont(self.letters.font("note"))
        indent = px(SIGN + 3) if knot.stage == "result" else 0.0
        if indent:
            sign, tone = VERDICTS.get(knot.value, ("circle", "ink3"))
            painter.drawPixmap(QPointF(x, y + px(1)), picture(sign, look, tone, size=16))
        painter.drawStaticText(
            QPointF(x + indent, y), self.letters.text(card.text or "…", "note", wide - indent)
        )
        y += card.high
        if card.where:
            painter.setPen(look.colour("ink2") if knot.stage in ("result", "decision") else ink)
            painter.setFont(self.letters.font("caption"))
            text = self.letters.text(card.where, "caption", wide)
            painter.drawStaticText(QPointF(x, y), text)
            y += text.size().height()
        if knot.votes:
            self._votes(painter, knot.votes, x, y, ink)
            y += px(SIGN)
        for lack in knot.lacks:
            words = self.letters.text(lack_words(lack), "caption", wide - px(SIGN))
            high = words.size().height() + px(4)
            place = QRectF(x - px(4), y + px(1), wide + px(8), high - px(1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("bad_soft"))
            painter.drawRoundedRect(place, px(4), px(4))
            painter.drawPixmap(QPointF(x, y + px(3)), picture("unlink", look, "bad", size=13))
            painter.setPen(look.colour("bad"))
            painter.setFont(self.letters.font("caption"))
            painter.drawStaticText(QPointF(x + px(SIGN), y + px(2)), words)
            y += high

    def _votes(self, painter: QPainter, votes: int, x: float, y: float, ink: QColor) -> None:
        px, shown = self.px, min(votes, DOTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("primary") if self.look.theme == "light" else ink)
        for dot in range(shown):
            painter.drawEllipse(QPointF(x + px(4 + dot * 9), y + px(SIGN / 2)), px(3), px(3))
        painter.setPen(ink)
        painter.setFont(self.letters.font("caption"))
        place = QRectF(x + px(shown * 9 + 5), y, px(90), px(SIGN))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, several(votes, "{n} voix", "{n} voix"))

    def _ring(self, painter: QPainter, rect: QRectF, width: float, colour: str = "focus") -> None:
        radius = self.look.radius("m") + 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("surface"), width + 2))
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius, radius)
        painter.setPen(QPen(self.look.colour(colour), width))
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), radius, radius)

    # -- around ---------------------------------------------------------------------------------------------
    def heads(self, painter: QPainter, layout: Layout, wide: float) -> None:
        """The name of each column, how many are shown and how many are not."""
        look, px = self.look, self.px
        high = px(HEAD)
        painter.fillRect(QRectF(0, 0, max(wide, layout.width), high), look.colour("surface2"))
        painter.setPen(look.colour("line2"))
        painter.drawLine(QPointF(0, high), QPointF(max(wide, layout.width), high))
        for stage, (x, width) in layout.columns.items():
            held = sum(card.knot.stage == stage for card in layout.cards.values())
            rest = layout.rest.get(stage, 0)
            painter.drawPixmap(QPointF(x, px(5)), picture(ICONS[stage], look, "ink2", size=15))
            painter.setFont(look.font(13, 600))
            painter.setPen(look.colour("ink"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            place = QRectF(x + px(21), px(2), width - px(21), px(20))
            painter.drawText(place, flags, stage_words(stage)[1])
            painter.setFont(look.font(11))
            painter.setPen(look.colour("ink2"))
            said = _("{n} sur {of}").format(n=held, of=held + rest) if rest else str(held)
            painter.drawText(QRectF(x + px(21), px(20), width - px(21), px(16)), flags, said)

    def groups(self, painter: QPainter, layout: Layout) -> None:
        """What is tied to nothing stands under a rule, step by step."""
        if not layout.groups:
            return
        look, px = self.look, self.px
        left = layout.groups[0].rect.x
        if layout.loose > px(HEAD):
            y = layout.loose + px(12)
            painter.setPen(QPen(look.colour("line2"), 1))
            painter.drawLine(QPointF(left, y), QPointF(layout.width - left, y))
        for group in layout.groups:
            rect = to_qt(group.rect)
            painter.setFont(look.font(12, 600))
            painter.setPen(look.colour("ink2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, group.label)


def is_lit(line: Line, mood: Mood) -> bool:
    """The line belongs to the chain that stands out, or nothing does."""
    lit = mood.lit
    if lit is None:
        return True
    return line.a in lit and line.b in lit and (not line.through or bool(line.through & lit))
