"""The curve of a lane of scores: a line through the levels, a face at each step, the word beside the face.

A step of which nothing was said breaks the line; one that has a word and no level is a question mark.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.canvas_type import Option, Zone, option_label
from labdesk.domain.grid_cells import FACE, level_y
from labdesk.domain.layout import Box, Part, Rect
from labdesk.ui.canvas.ink import FAR, Ink, dashed, to_qt, zoom_of
from labdesk.ui.faces import draw_face


class CurveItem(QGraphicsItem):
    """Drawn over the cells of its lane. While a face is dragged it shows the level under the hand."""

    def __init__(self, ink: Ink, zone: Zone, part: Part, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.ink, self.zone, self.part = ink, zone, part
        self.held: tuple[str, int] | None = None
        self.options: Sequence[Option] = ()
        """The words of the levels, shown while a face is dragged."""
        self.setZValue(2)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)

    def show_part(self, part: Part) -> None:
        """The levels, or the place of the steps, changed."""
        if (part.rect.w, part.rect.h) != (self.part.rect.w, self.part.rect.h):
            self.prepareGeometryChange()
        self.part = part
        self.update()

    def hold(self, held: tuple[str, int] | None) -> None:
        """A face is being dragged: (step, level), or let go."""
        self.held = held
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.part.rect.w, self.part.rect.h)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        cells = [box for box in self.part.boxes if box.kind == "cell"]
        if not cells or cells[0].folded:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._axis(painter, cells)
        faces = self._faces(cells)
        for run in _unbroken(cells, faces):
            if len(run) > 1:
                self._line(painter, run, cells[0].rect)
        for cell in cells:
            box, level = faces.get(cell.step, (None, None))
            if level is not None and box is not None:
                draw_face(painter, to_qt(box.rect), level, self.ink.look)
            elif cell.step and (box is not None or self.ink.editing):
                self._empty(painter, cell.rect, asked=box is not None)
        if zoom_of(painter) >= FAR:
            for box, level in faces.values():
                held = self.held is not None and self.held[0] == box.step
                text = option_label(self.options, level) if held else box.text
                if text:
                    self._word(painter, box, text, cells)

    def _faces(self, cells: list[Box]) -> dict[str, tuple[Box, int | None]]:
        """The face of each step that has one, and its level; the dragged one is where the hand is."""
        found: dict[str, tuple[Box, int | None]] = {}
        for box in self.part.boxes:
            if box.kind == "point":
                found[box.step] = box, box.value if isinstance(box.value, int) else None
        if self.held is None:
            return found
        step, level = self.held
        cell = next((cell for cell in cells if cell.step == step), None)
        if cell is not None:
            side = self.ink.px(FACE)
            x = cell.rect.x + cell.rect.w / 2 - side / 2
            y = cell.rect.y + level_y_of(self.ink, self.zone, level) - side / 2
            place = Rect(x, y, side, side)
            found[step] = Box("point", cell.canvas, place, zone=cell.zone, step=step, value=level), level
        return found

    def _empty(self, painter: QPainter, cell: Rect, *, asked: bool) -> None:
        """Where a face can be put; a step that has a word already asks for its level."""
        px, side = self.ink.px, self.ink.px(FACE if asked else 14)
        middle = QPointF(cell.x + cell.w / 2, cell.y + level_y_of(self.ink, self.zone, None))
        painter.setPen(dashed(self.ink.look, "ink3" if asked else "border", 1.4))
        painter.setBrush(self.ink.colour("surface"))
        painter.drawEllipse(middle, side / 2 - 1, side / 2 - 1)
        if asked:
            place = QRectF(middle.x() - px(12), middle.y() - px(10), px(24), px(20))
            flags = Qt.AlignmentFlag.AlignCenter
            self.ink.line_of(painter, "?", "lane", place, self.ink.colour("ink2"), flags)

    def _axis(self, painter: QPainter, cells: list[Box]) -> None:
        first, last = cells[0].rect, cells[-1].rect
        y = first.y + level_y_of(self.ink, self.zone, None)
        painter.setPen(QPen(self.ink.colour("border"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(first.x + 8, y), QPointF(last.right - 8, y))

    def _line(self, painter: QPainter, points: list[QPointF], lane: Rect) -> None:
        path = QPainterPath(points[0])
        for a, b in pairwise(points):
            bend = (b.x() - a.x()) * 0.45
            path.cubicTo(QPointF(a.x() + bend, a.y()), QPointF(b.x() - bend, b.y()), b)
        middle = lane.y + level_y_of(self.ink, self.zone, None)
        area = QPainterPath(path)
        area.lineTo(points[-1].x(), middle)
        area.lineTo(points[0].x(), middle)
        area.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._gradient(lane, (0.22, 0.02)))
        painter.drawPath(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._gradient(lane, (1.0, 1.0)), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)

    def _gradient(self, lane: Rect, alpha: tuple[float, float]) -> QLinearGradient:
        """From pleasant at the top to hard at the bottom; (edge, middle) opacity."""
        look = self.ink.look
        shade = QLinearGradient(0, lane.y, 0, lane.bottom)
        for at, level, opacity in ((0.05, 2, alpha[0]), (0.5, 0, alpha[1]), (0.95, -2, alpha[0])):
            colour = QColor(look.emotion(level))
            colour.setAlphaF(opacity)
            shade.setColorAt(at, colour)
        return shade

    def _word(self, painter: QPainter, box: Box, text: str, cells: list[Box]) -> None:
        """The word in a pill, under the face, or over it when there is no room below."""
        px = self.ink.px
        cell = next((c.rect for c in cells if c.step == box.step), box.rect)
        painter.setFont(self.ink.letters.font("caption"))
        wide = min(painter.fontMetrics().horizontalAdvance(text) + px(16), cell.w - px(8))
        high = px(19)
        below = box.rect.bottom + px(3)
        y = below if below + high < cell.bottom - px(2) else box.rect.y - high - px(3)
        pill = QRectF(box.rect.x + box.rect.w / 2 - wide / 2, y, wide, high)
        painter.setPen(QPen(self.ink.colour("line2"), 1))
        painter.setBrush(self.ink.colour("surface"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        flags = Qt.AlignmentFlag.AlignCenter
        self.ink.line_of(
            painter, text, "caption", pill.adjusted(px(7), 0, -px(7), 0), self.ink.colour("ink"), flags
        )


def _unbroken(cells: Sequence[Box], faces: Mapping[str, tuple[Box, int | None]]) -> Iterator[list[QPointF]]:
    """The middles of the faces, in pieces that no step without a level breaks."""
    run: list[QPointF] = []
    for cell in cells:
        box, level = faces.get(cell.step, (None, None))
        if box is not None and level is not None:
            run.append(to_qt(box.rect).center())
        else:
            yield run
            run = []
    yield run


def level_y_of(ink: Ink, zone: Zone, level: int | None) -> float:
    """How far under the top of the lane a level stands on this scene."""
    from labdesk.domain.layout import Room

    return level_y(Room(0, ink.look.scale), zone, level)
