"""A few strokes to draw with: sheets, shadows, words, phones, people; in pixels of a 1600 × 1200 picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 1600, 1200
FINER = 2
"""The picture is drawn this many times larger, then made smaller: smooth edges."""

INK, INK2, INK3 = "#1B1F3B", "#4A5068", "#7A8099"
BLUE, DEEP, PALE = "#3D51B8", "#2B3A8C", "#E7EAF8"
SUN, CORAL, MINT, SKY, LILAC, ROSE = "#FFD24C", "#F2765F", "#57B894", "#8FC1F0", "#BFA7EE", "#FFDCD6"
PAPER, LINE = "#FFFFFF", "#DFE2EC"
SKINS = ("#F3C9A5", "#8D5A3B", "#E2A97E", "#C98A5E")


class Easel:
    """One picture being drawn."""

    def __init__(self, ground: tuple[str, str]) -> None:
        self._image = QImage(WIDTH * FINER, HEIGHT * FINER, QImage.Format.Format_RGB32)
        self.brush = QPainter(self._image)
        self.brush.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.brush.scale(FINER, FINER)
        wash = QLinearGradient(0, 0, 0, HEIGHT)
        wash.setColorAt(0, QColor(ground[0]))
        wash.setColorAt(1, QColor(ground[1]))
        self.brush.fillRect(QRectF(0, 0, WIDTH, HEIGHT), wash)

    def save(self, path: Path, quality: int) -> None:
        """A JPEG of 1600 × 1200."""
        self.brush.end()
        small = self._image.scaled(
            WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.save(str(path), "JPG", quality)  # type: ignore[call-overload]

    @contextmanager
    def turned(self, x: float, y: float, angle: float = 0, scale: float = 1) -> Iterator[None]:
        """Inside the block (0, 0) is at x, y, and everything is turned and scaled."""
        self.brush.save()
        self.brush.translate(x, y)
        self.brush.rotate(angle)
        self.brush.scale(scale, scale)
        yield
        self.brush.restore()

    # -- shapes -------------------------------------------------------------------------------------
    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        radius: float = 0,
        edge: str = "",
        line: float = 3,
    ) -> None:
        """A rectangle with rounded corners."""
        self.brush.setPen(QPen(QColor(edge), line) if edge else Qt.PenStyle.NoPen)
        self.brush.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.brush.drawRoundedRect(QRectF(x, y, w, h), radius, radius)

    def shadow(self, x: float, y: float, w: float, h: float, radius: float = 0, depth: float = 34) -> None:
        """A soft shadow under a rectangle."""
        steps = 22
        for step in range(steps):
            grow = depth * (1 - step / steps)
            tint = QColor(INK)
            tint.setAlphaF(0.0085)
            self.brush.setPen(Qt.PenStyle.NoPen)
            self.brush.setBrush(tint)
            around = QRectF(x - grow * 0.7, y - grow * 0.4 + depth * 0.45, w + grow * 1.4, h + grow * 1.1)
            self.brush.drawRoundedRect(around, radius + grow, radius + grow)

    def card(self, x: float, y: float, w: float, h: float, fill: str = PAPER, radius: float = 14) -> None:
        """A sheet of paper on the table."""
        self.shadow(x, y, w, h, radius)
        self.box(x, y, w, h, fill, radius)

    def disc(self, x: float, y: float, r: float, fill: str, edge: str = "", line: float = 3) -> None:
        """A circle around x, y."""
        self.brush.setPen(QPen(QColor(edge), line) if edge else Qt.PenStyle.NoPen)
        self.brush.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.brush.drawEllipse(QPointF(x, y), r, r)

    def stroke(
        self, points: list[tuple[float, float]], colour: str, width: float, *, dashed: bool = False
    ) -> None:
        """A line through points, with round ends."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(QColor(colour), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.brush.setPen(pen)
        self.brush.setBrush(Qt.BrushStyle.NoBrush)
        self.brush.drawPolyline([QPointF(x, y) for x, y in points])

    def shape(self, path: QPainterPath, fill: str, edge: str = "", line: float = 3) -> None:
        """Any outline."""
        self.brush.setPen(QPen(QColor(edge), line) if edge else Qt.PenStyle.NoPen)
        self.brush.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.brush.drawPath(path)

    def arrow(
        self, x: float, y: float, to_x: float, to_y: float, colour: str = INK2, width: float = 8
    ) -> None:
        """A gentle curve that ends in a point."""
        path = QPainterPath(QPointF(x, y))
        bend = (x + to_x) / 2
        path.cubicTo(bend, y, bend, to_y, to_x - 14 * (1 if to_x > x else -1), to_y)
        pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self.brush.setPen(pen)
        self.brush.setBrush(Qt.BrushStyle.NoBrush)
        self.brush.drawPath(path)
        side = -1 if to_x > x else 1
        self.stroke(
            [(to_x + side * 26, to_y - 18), (to_x, to_y), (to_x + side * 26, to_y + 18)], colour, width
        )

    def tick(self, x: float, y: float, size: float, colour: str = MINT, width: float = 10) -> None:
        """A check mark."""
        self.stroke([(x, y + size * 0.5), (x + size * 0.36, y + size * 0.86), (x + size, y)], colour, width)

    def glow(self, x: float, y: float, r: float, colour: str, strength: float = 0.6) -> None:
        """A round patch of light."""
        tint = QColor(colour)
        tint.setAlphaF(strength)
        out = QColor(colour)
        out.setAlphaF(0)
        light = QRadialGradient(QPointF(x, y), r)
        light.setColorAt(0, tint)
        light.setColorAt(1, out)
        self.brush.fillRect(QRectF(x - r, y - r, 2 * r, 2 * r), QBrush(light))

    # -- words --------------------------------------------------------------------------------------
    def words(
        self,
        text: str,
        x: float,
        y: float,
        w: float,
        size: float,
        *,
        colour: str = INK,
        look: str = "",
        side: str = "left",
    ) -> float:
        """Words in a width, from the top y down; gives where they end. `look`: "bold", "hand" or nothing."""
        font = QFont("Source Sans Pro")
        font.setPixelSize(round(size))
        font.setWeight(QFont.Weight.Bold if look == "bold" else QFont.Weight.Normal)
        font.setItalic(look == "hand")
        self.brush.setFont(font)
        self.brush.setPen(QColor(colour))
        sides = {"left": Qt.AlignmentFlag.AlignLeft, "centre": Qt.AlignmentFlag.AlignHCenter}
        flags = sides.get(side, Qt.AlignmentFlag.AlignRight) | Qt.TextFlag.TextWordWrap
        room = QRectF(x, y, w, 1200)
        taken = self.brush.boundingRect(room, int(flags), text)
        self.brush.drawText(room, int(flags), text)
        return taken.bottom()

    # -- things -------------------------------------------------------------------------------------
    def sticky(
        self, x: float, y: float, text: str, fill: str = "#FFE58A", angle: float = -3, side: float = 210
    ) -> None:
        """A sticky note with a few words."""
        with self.turned(x, y, angle):
            self.shadow(0, 0, side, side, 2, 22)
            self.box(0, 0, side, side, fill, 4)
            self.words(text, 18, 24, side - 36, 30, look="hand")

    def phone(self, x: float, y: float, w: float, h: float) -> tuple[float, float, float, float]:
        """A phone; gives the room of its screen."""
        self.shadow(x, y, w, h, 64, 60)
        self.box(x, y, w, h, "#20243D", 64)
        inner = (x + 20, y + 20, w - 40, h - 40)
        self.box(*inner, PAPER, 46)
        self.box(x + w / 2 - 70, y + 36, 140, 26, "#20243D", 13)
        return inner

    def person(
        self, x: float, y: float, skin: str, hair: str, shirt: str, *, long: bool = False, scale: float = 1
    ) -> None:
        """Head and shoulders of nobody, seen from the front; x, y is the chin."""
        with self.turned(x, y, scale=scale):
            if long:
                self.box(-82, -178, 164, 230, hair, 80)
            body = QPainterPath(QPointF(-150, 250))
            body.cubicTo(-150, 90, -90, 40, 0, 40)
            body.cubicTo(90, 40, 150, 90, 150, 250)
            body.closeSubpath()
            self.shape(body, shirt)
            self.box(-28, -20, 56, 84, skin, 26)
            self.disc(0, -78, 74, skin)
            cap = QPainterPath(QPointF(-78, -84))
            cap.cubicTo(-84, -196, 84, -196, 78, -84)
            cap.cubicTo(52, -128, -20, -134, -78, -84)
            self.shape(cap, hair)
            self.disc(-26, -70, 6.5, INK)
            self.disc(26, -70, 6.5, INK)
            smile = QPainterPath(QPointF(-22, -42))
            smile.cubicTo(-10, -28, 10, -28, 22, -42)
            self.brush.setPen(QPen(QColor(INK), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            self.brush.setBrush(Qt.BrushStyle.NoBrush)
            self.brush.drawPath(smile)

    def lines(
        self, x: float, y: float, widths: list[float], colour: str = LINE, height: float = 16, gap: float = 20
    ) -> None:
        """Text too far away to be read."""
        for rank, width in enumerate(widths):
            self.box(x, y + rank * (height + gap), width, height, colour, height / 2)


def fonts() -> None:
    """The fonts that ship."""
    assert QGuiApplication.instance() is not None
    for name in ("Regular", "Bold", "It", "BoldIt"):
        QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / f"SourceSansPro-{name}.ttf"))
