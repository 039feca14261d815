"""The frozen heads of a grid: phases and steps stay on top, lanes stay on the left, wherever one scrolls."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.canvas_type import CanvasType, Zone, option_label
from labdesk.domain.grid_cells import level_y
from labdesk.domain.grid_layout import numbered
from labdesk.domain.layout import HEAD, Box, Part, Plan, Rect
from labdesk.ui.canvas.ink import FAR, Ink, dashed, to_qt, zoom_of
from labdesk.ui.faces import draw_face

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Lanes are called by letter and steps by number when notes are filed."""
NAME = 80
"""How far the name of a line may go beyond the heads of the lanes, in design pixels."""


class StepHeads(QGraphicsItem):
    """Phases as chevrons with their number, steps under them."""

    def __init__(self, ink: Ink, plan: Plan) -> None:
        super().__init__()
        self.ink, self.part = ink, plan.part[HEAD]
        self.corner = ink.px(plan.room.head)
        self._left = self.corner
        self.setZValue(50)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_plan(self, plan: Plan) -> None:
        """The heads as they are now."""
        part = plan.part[HEAD]
        if part.boxes is not self.part.boxes:
            self.prepareGeometryChange()
            self.part = part
            self.update()

    def see(self, left: float) -> None:
        """What is seen begins here: the name of a phase stays in sight while its steps go by."""
        if abs(left - self._left) < 0.5:
            return
        for edge in (self._left, left):
            for box in self.part.boxes:
                if box.kind == "phase" and box.rect.x < edge < box.rect.right:
                    self.update(to_qt(box.rect))
        self._left = left

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.part.rect.w, self.part.rect.h + 6)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        part = self.part
        exposed = option.exposedRect
        _shade(painter, QRectF(0, part.rect.h, part.rect.w, 5), self.ink.colour("shadow"), down=True)
        painter.fillRect(QRectF(0, 0, part.rect.w, part.rect.h), self.ink.colour("surface"))
        painter.setPen(QPen(self.ink.colour("line2"), 1))
        painter.drawLine(QPointF(0, part.rect.h), QPointF(part.rect.w, part.rect.h))
        phase = 0
        strokes = {"phase": self._phase, "step": self._step, "add": self._add}
        for box in part.boxes:
            phase = box.index if box.kind == "phase" else phase
            if exposed.intersects(to_qt(box.rect)):
                strokes[box.kind](painter, box, phase)
        self._corner(painter)

    def _corner(self, painter: QPainter) -> None:
        """Above the heads of the lanes no step shows: its column is under them."""
        corner = QRectF(self._left - self.corner, 0, self.corner, self.part.rect.h)
        painter.fillRect(corner, self.ink.colour("surface"))
        painter.setPen(QPen(self.ink.colour("line2"), 1))
        painter.drawLine(corner.bottomLeft(), corner.bottomRight())
        painter.drawLine(corner.topRight(), corner.bottomRight())

    def _phase(self, painter: QPainter, box: Box, _phase: int) -> None:
        look, px = self.ink.look, self.ink.px
        rect = to_qt(box.rect).adjusted(px(3), px(4), -px(1), -px(2))
        colour = look.phase(box.index)
        painter.setPen(QPen(colour, 1) if look.theme == "contrast" else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(look.phase_tint(box.index))
        painter.drawPath(_chevron(rect, px(9), notched=box.index > 0))
        slid = self._slid(box)
        disc = QPointF(rect.left() + slid + px(21), rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(disc, px(9.5), px(9.5))
        number = QRectF(disc.x() - px(12), disc.y() - px(12), px(24), px(24))
        centred = Qt.AlignmentFlag.AlignCenter
        self.ink.line_of(painter, str(box.index + 1), "column", number, self.ink.colour("on_phase"), centred)
        if box.inner is None or zoom_of(painter) < FAR / 2:
            return
        high = self.ink.letters(box.text, "phase", box.inner.w)
        top = rect.center().y() - high / 2
        place = box.inner.moved(px(4) + slid, top - box.inner.y)
        self.ink.write_in(painter, box.text or "…", "phase", place, colour)

    def _slid(self, box: Box) -> float:
        """How far the number and the name of a phase follow what is seen, inside its own band."""
        out = self._left - box.rect.x
        if out <= 0 or box.inner is None:
            return 0.0
        metrics = QFontMetricsF(self.ink.letters.font("phase"))
        wide = min(metrics.horizontalAdvance(box.text or "…") + 2, box.inner.w)
        used = box.inner.x - box.rect.x + wide + self.ink.px(14)
        return max(0.0, min(out, box.rect.w - used))

    def _add(self, painter: QPainter, box: Box, _phase: int) -> None:
        """A plus where one more step is added."""
        px = self.ink.px
        middle = to_qt(box.rect).center()
        ring = QRectF(middle.x() - px(10), box.rect.bottom - px(24), px(20), px(20))
        painter.setPen(dashed(self.ink.look, "border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, px(4), px(4))
        painter.drawPixmap(ring.topLeft() + QPointF(px(3), px(3)), self.ink.icon("plus", "ink2", 14))

    def _step(self, painter: QPainter, box: Box, phase: int) -> None:
        look, px = self.ink.look, self.ink.px
        rect = to_qt(box.rect)
        if box.value == 1:
            self._moment(painter, rect)
        painter.setPen(QPen(look.phase(phase), 2))
        painter.drawLine(rect.topLeft() + QPointF(px(4), 1), rect.topRight() + QPointF(-px(4), 1))
        if box.inner is None or zoom_of(painter) < FAR / 2:
            return
        self.ink.write_in(painter, numbered(box.index, box.text), "step", box.inner, self.ink.colour("ink2"))

    def _moment(self, painter: QPainter, rect: QRectF) -> None:
        """A moment of truth: a warm ground and a star, seen from afar."""
        px, look = self.ink.px, self.ink.look
        painter.setPen(QPen(look.colour("warn"), 1))
        painter.setBrush(look.colour("warn_soft"))
        painter.drawRoundedRect(rect.adjusted(px(4), px(3), -px(4), -px(2)), px(4), px(4))
        side = px(16)
        at = QPointF(rect.right() - side - px(8), rect.center().y() - side / 2 + px(1))
        painter.drawPixmap(at, self.ink.icon("star", "warn", 16))


class LaneHeads(QGraphicsItem):
    """The name of each lane with the tick of its colour, and the corner above them."""

    def __init__(self, ink: Ink, plan: Plan) -> None:
        super().__init__()
        self.ink, self.plan = ink, plan
        self.setZValue(40)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_plan(self, plan: Plan) -> None:
        """The lanes as they are now."""
        self.prepareGeometryChange()
        self.plan = plan
        self.update()

    @property
    def width(self) -> float:
        """How wide the heads are."""
        return self.ink.px(self.plan.room.head)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.width + self.ink.px(NAME), self.plan.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect
        _shade(painter, QRectF(self.width, 0, 5, self.plan.height), self.ink.colour("shadow"), down=False)
        for part in self.plan.parts:
            if exposed.intersects(QRectF(0, part.rect.y, self.boundingRect().width(), part.rect.h)):
                head = next((box for box in part.boxes if box.kind == "lane"), None)
                if head is not None:
                    self._lane(painter, head.moved(part.rect.x, part.rect.y), part)
        painter.setPen(QPen(self.ink.colour("line2"), 1))
        painter.drawLine(QPointF(self.width, 0), QPointF(self.width, self.plan.height))

    def _lane(self, painter: QPainter, box: Box, part: Part) -> None:
        zone = self.plan.kind.by_id.get(box.zone)
        curve = zone is not None and zone.kind == "grid_score"
        whole = QRectF(0, part.rect.y, self.width, part.rect.h)
        painter.fillRect(whole, self.ink.colour("surface2" if curve else "surface"))
        painter.setPen(QPen(self.ink.colour("line"), 1))
        painter.drawLine(QPointF(0, box.rect.y), QPointF(self.width, box.rect.y))
        self._letter(painter, box, curve)
        if zoom_of(painter) < FAR / 2:
            return
        if box.inner is not None:
            self.ink.write_in(painter, box.text, "lane", box.inner, self.ink.colour("ink"))
            self._total(painter, box)
            self._line_name(painter, part)
        if curve and not box.folded:
            self._levels(painter, box, zone)

    def _total(self, painter: QPainter, box: Box) -> None:
        """The sum of a lane of numbers, under its name."""
        if box.value and box.inner is not None:
            used = self.ink.letters(box.text, "lane", box.inner.w) + self.ink.px(4)
            place = box.inner.moved(0, used)
            self.ink.write_in(painter, str(box.value), "caption", place, self.ink.colour("primary"))

    def _line_name(self, painter: QPainter, part: Part) -> None:
        """The name of the line above a lane stays in sight, wherever one scrolls."""
        rule = next((b.moved(0, part.rect.y) for b in part.boxes if b.kind == "rule"), None)
        if rule is None:
            return
        px, colour = self.ink.px, self.ink.colour
        painter.setFont(self.ink.letters.font("caption"))
        wide = painter.fontMetrics().horizontalAdvance(rule.text) + px(14)
        place = QRectF(px(6), rule.rect.y + px(2), wide, rule.rect.h - px(4))
        painter.setPen(QPen(colour("primary"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(place, px(4), px(4))
        flags = Qt.AlignmentFlag.AlignCenter
        self.ink.line_of(painter, rule.text, "caption", place, colour("primary"), flags)

    def _letter(self, painter: QPainter, box: Box, curve: bool) -> None:
        """The letter of the lane in its colour; a folded lane has a sign under it."""
        px = self.ink.px
        fill, border, ink = self.ink.note(box.colour)
        chip = QRectF(px(7), box.rect.y + px(9), px(18), px(18))
        painter.setPen(QPen(self.ink.colour("primary") if curve else border, 1.2))
        painter.setBrush(self.ink.colour("primary") if curve else fill)
        painter.drawRoundedRect(chip, px(4), px(4))
        if zoom_of(painter) < FAR / 2:
            return
        letter = LETTERS[box.index % len(LETTERS)]
        ink = self.ink.colour("on_primary") if curve else ink
        self.ink.line_of(painter, letter, "caption", chip, ink, Qt.AlignmentFlag.AlignCenter)
        if self.ink.editing or box.folded:
            drawing = "chevron-right" if box.folded else "chevron-down"
            painter.drawPixmap(to_qt(fold_mark(box, self.ink)).topLeft(), self.ink.icon(drawing, "ink3", 14))

    def _levels(self, painter: QPainter, box: Box, zone: Zone | None) -> None:
        """What the top, the middle and the bottom of the curve mean."""
        if zone is None or box.inner is None:
            return
        px, colour = self.ink.px, self.ink.colour("ink3")
        low, high = zone.range or (-2, 2)
        options = self.plan.kind.options(zone.vocabulary)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        used = box.inner.y + self.ink.letters(box.text, "lane", box.inner.w)
        middle = box.rect.y + level_y(self.plan.room, zone, (low + high) // 2)
        for level in (high, (low + high) // 2, low):
            y = box.rect.y + level_y(self.plan.room, zone, level)
            draw_face(painter, QRectF(self.width - px(20), y - px(8), px(16), px(16)), level, self.ink.look)
            place = QRectF(px(8), y - px(8), self.width - px(31), px(16))
            words = option_label(options, level)
            if place.top() < used and level == high:  # under the name of the lane, with an arrow to its face
                place.moveTop(used - px(2))
                words = f"↑ {words}" if place.bottom() <= middle else ""
            elif place.top() < used:
                words = ""
            self.ink.line_of(painter, words, "caption", place, colour, flags)


def fold_mark(box: Box, ink: Ink) -> Rect:
    """Where one clicks to fold a lane, or to open it: under its letter, or at the end of a folded head."""
    px, side = ink.px, ink.px(14)
    if box.folded:
        return Rect(box.rect.right - px(20), box.rect.y + px(9), side, side)
    return Rect(box.rect.x + px(9), box.rect.y + px(30), side, side)


def _chevron(rect: QRectF, point: float, notched: bool) -> QPainterPath:
    """An arrow-shaped band that fits into the next one."""
    middle = rect.center().y()
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.right() - point, rect.top())
    path.lineTo(rect.right(), middle)
    path.lineTo(rect.right() - point, rect.bottom())
    path.lineTo(rect.left(), rect.bottom())
    if notched:
        path.lineTo(rect.left() + point, middle)
    path.closeSubpath()
    return path


def _shade(painter: QPainter, rect: QRectF, colour: QColor, down: bool) -> None:
    """The soft edge of a frozen band over what scrolls under it."""
    for step, alpha in enumerate((14, 8, 4)):
        shade = QColor(colour)
        shade.setAlpha(alpha)
        strip = (
            QRectF(rect.left(), rect.top() + step, rect.width(), 1)
            if down
            else QRectF(rect.left() + step, rect.top(), 1, rect.height())
        )
        painter.fillRect(strip, shade)


def heads_of(kind: CanvasType, plan: Plan) -> bool:
    """This plan has heads to freeze."""
    return kind.layout == "grid" and HEAD in plan.part
