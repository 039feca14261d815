"""Paints a showing in the colours of a look: the room and the presenter's preview see the same picture.

What lies over the tiles (band, spotlight, timer, pointer) is painted by overlay.
"""

from collections.abc import Callable
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from labdesk.domain.box import Rect
from labdesk.domain.lens import HIGH, LEAST
from labdesk.domain.lens_page import Tile, tied
from labdesk.ui.curves.shapes import line_through, path_of
from labdesk.ui.curves.strokes import stroke_of
from labdesk.ui.faces import draw_face
from labdesk.ui.stage.overlay import RADIUS, Overlay, point, to_qt
from labdesk.ui.stage.showing import Showing
from labdesk.ui.stage.type import StageType
from labdesk.ui.style import Look
from labdesk.words import _, several

Pictures = Callable[[str], bytes | None]
DOTS, PHOTOS = 12, 8
"""The most dots drawn, the number says the rest; and how many pictures are kept decoded."""


class Brush:
    """One for the projector and its preview."""

    def __init__(self, look: Look, type_: StageType, pictures: Pictures) -> None:
        self.look, self.type, self._pictures = look, type_, pictures
        self.over = Overlay(look, type_)
        self._decoded: dict[str, QPixmap] = {}
        self._deeds: dict[str, Callable[[QPainter, Tile], None]] = {
            "note": self._note,
            "text": self._card,
            "head": self._head,
            "lane": self._lane,
            "rule": self._rule,
            "face": self._face,
            "photo": self._photo,
            "curve": self._curve,
            "line": self._line,
            "sign": self._signs,
            "word": self._word,
        }

    def paint(self, painter: QPainter, showing: Showing, *, timer: bool = True) -> None:
        """The whole picture, in units of `HIGH`; only what meets the clip is drawn."""
        wide = showing.page.wide
        whole = QRectF(0, 0, wide, HIGH)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        if showing.black:
            painter.fillRect(whole, QColor(0, 0, 0))
        else:
            painter.fillRect(whole, self.look.colour("canvas"))
            self._tiles(painter, showing)
            self.over.spotlight(painter, showing)
            self.over.band(painter, showing)
        if showing.timer and timer:
            self.over.timer(painter, showing)
        if showing.pointer is not None and not showing.black:
            point(painter, showing.pointer)

    def _tiles(self, painter: QPainter, showing: Showing) -> None:
        clip = painter.clipBoundingRect() if painter.hasClipping() else None
        for tile in showing.page.tiles:
            rect = to_qt(tile.rect)
            if clip is not None and not clip.intersects(rect.adjusted(-8, -8, 8, 8)):
                continue
            if is_shown(tile, showing):
                self._deeds.get(tile.kind, self._words)(painter, tile)

    # -- tiles ----------------------------------------------------------------------------------------------
    def _write(self, painter: QPainter, tile: Tile, colour: QColor) -> None:
        if tile.text and tile.inner is not None:
            painter.setPen(colour)
            corner = QPointF(tile.inner.x, tile.inner.y)
            self.type.draw(
                painter, tile.text, tile.size, tile.bold, corner, tile.inner.w, centred=tile.centred
            )

    def _words(self, painter: QPainter, tile: Tile) -> None:
        ink = (
            self.look.phase(tile.stroke)
            if tile.stroke >= 0
            else self.look.colour("primary" if tile.now else "ink")
        )
        self._write(painter, tile, ink)

    def _word(self, painter: QPainter, tile: Tile) -> None:
        """A word beside the curve, on a ground of its own where the line passes behind it."""
        rect = to_qt(tile.rect)
        wide = min(rect.width(), self.type.longest(tied(tile.text), tile.size, False) + 12)
        ground = QRectF(rect.center().x() - wide / 2, rect.y(), wide, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("canvas"))
        painter.drawRoundedRect(ground, RADIUS, RADIUS)
        self._words(painter, tile)

    def _note(self, painter: QPainter, tile: Tile) -> None:
        fill, border, ink = self.look.note(tile.colour or "stone")
        painter.setPen(QPen(border, 3))
        painter.setBrush(fill)
        painter.drawRoundedRect(to_qt(tile.rect).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
        self._write(painter, tile, ink)
        if tile.votes and tile.inner is not None:
            self._votes(painter, tile, tile.inner, ink)

    def _votes(self, painter: QPainter, tile: Tile, inner: Rect, ink: QColor) -> None:
        """Dots and their number, under the text."""
        size, middle = max(tile.size, LEAST), inner.bottom + tile.size * 0.66
        said = several(tile.votes, "{n} voix", "{n} voix")
        wide = self.type.longest(said, size, True)
        dot = size * 0.2
        room = int((inner.w - wide - size * 0.5) / (dot * 2.6))
        shown = max(0, min(tile.votes, DOTS, room))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("primary") if self.look.theme == "light" else ink)
        for at in range(shown):
            painter.drawEllipse(QPointF(inner.x + dot + at * dot * 2.6, middle), dot, dot)
        painter.setPen(ink)
        x = inner.x + shown * dot * 2.6 + (size * 0.3 if shown else 0)
        self.type.draw(painter, said, size, True, QPointF(x, middle - size * 0.66), inner.w)

    def _card(self, painter: QPainter, tile: Tile) -> None:
        look = self.look
        painter.setPen(QPen(look.colour("primary" if tile.now else "line2"), 5 if tile.now else 2))
        painter.setBrush(look.colour("primary_soft" if tile.now else "surface"))
        painter.drawRoundedRect(to_qt(tile.rect).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        self._write(painter, tile, look.colour("ink"))

    def _head(self, painter: QPainter, tile: Tile) -> None:
        look, rect = self.look, to_qt(tile.rect)
        if tile.phase is None:
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 4, rect.width(), 4), look.colour("primary"))
            self._write(painter, tile, look.colour("primary"))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.phase(tile.phase) if tile.phase >= 0 else look.colour("ink2"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        self._write(painter, tile, look.colour("on_phase" if tile.phase >= 0 else "surface"))

    def _lane(self, painter: QPainter, tile: Tile) -> None:
        look, rect = self.look, to_qt(tile.rect)
        painter.setPen(QPen(look.colour("line2"), 2))
        painter.setBrush(look.colour("surface2"))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if tile.colour:
            painter.fillRect(QRectF(rect.x(), rect.y(), 10, rect.height()), look.note(tile.colour)[1])
        self._write(painter, tile, look.colour("ink"))

    def _rule(self, painter: QPainter, tile: Tile) -> None:
        painter.setPen(QPen(self.look.colour("line"), 2))
        painter.setBrush(self.look.colour("surface"))
        painter.drawRect(to_qt(tile.rect).adjusted(1, 1, -1, -1))

    def _face(self, painter: QPainter, tile: Tile) -> None:
        draw_face(painter, to_qt(tile.rect), tile.level or 0, self.look)

    def _photo(self, painter: QPainter, tile: Tile) -> None:
        pixels, rect = self._picture(tile.picture), to_qt(tile.rect)
        if pixels is None:
            painter.fillRect(rect, self.look.colour("surface2"))
            self.type_in(painter, _("Image absente"), rect)
            return
        size = pixels.size().toSizeF().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixels, QRectF(pixels.rect()))

    def type_in(self, painter: QPainter, text: str, rect: QRectF) -> None:
        """A line in the middle of a rectangle."""
        painter.setPen(self.look.colour("ink2"))
        top = rect.center().y() - LEAST * 0.63
        self.type.draw(painter, text, LEAST, False, QPointF(rect.x(), top), rect.width(), centred=True)

    def _picture(self, sha: str) -> QPixmap | None:
        if sha not in self._decoded:
            data = self._pictures(sha)
            image = QImage.fromData(data) if data else QImage()
            if len(self._decoded) >= PHOTOS:
                self._decoded.clear()
            self._decoded[sha] = QPixmap.fromImage(image)
        found = self._decoded[sha]
        return None if found.isNull() else found

    def _curve(self, painter: QPainter, tile: Tile) -> None:
        rect = to_qt(tile.rect)
        painter.setPen(QPen(self.look.colour("border"), 3, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(rect.x(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
        path = QPainterPath()
        for before, (x, y, level) in pairwise(((0.0, 0.0, None), *tile.points)):
            if level is None:
                continue
            if before[2] is None:  # a step of which nothing was said breaks the curve
                path.moveTo(x, y)
                continue
            bend = (x - before[0]) * 0.45
            path.cubicTo(before[0] + bend, before[1], x - bend, y, x, y)
        shade = QLinearGradient(0, rect.y(), 0, rect.bottom())
        for at, level in ((0.1, 2), (0.5, 0), (0.9, -2)):
            shade.setColorAt(at, self.look.emotion(level))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(shade, 12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPath(path)

    def _line(self, painter: QPainter, tile: Tile) -> None:
        """One curve among several, in its own stroke."""
        stroke = stroke_of(self.look, tile.stroke, hollow=tile.hollow)
        known = groupby(tile.points, key=lambda point: point[2] is not None)
        runs = [[QPointF(x, y) for x, y, _level in run] for held, run in known if held]
        for run in runs:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(stroke.pen(9))
            painter.drawPath(path_of(line_through(run)))

    def _signs(self, painter: QPainter, tile: Tile) -> None:
        """Its steps, in its own sign."""
        stroke = stroke_of(self.look, tile.stroke, hollow=tile.hollow)
        for x, y, level in tile.points:
            if level is not None:
                stroke.mark(painter, QPointF(x, y), 34, self.look.colour("surface"))


def is_shown(tile: Tile, showing: Showing) -> bool:
    """It is not kept back by the reveal."""
    if showing.shown is None:
        return True
    by, count = showing.shown
    turn = tile.turn[0 if by == "lane" else 1]
    if tile.kind == "curve":
        return count > tile.turn[0] and count >= len(tile.points)
    return turn < 0 or turn < count
