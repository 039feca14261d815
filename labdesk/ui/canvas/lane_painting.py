"""How a lane of a grid is painted under its notes: ground, separators, lines, ticks, values, photos."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.layout import Box, Part
from labdesk.ui.canvas.ink import FAR, Ink, to_qt, zoom_of
from labdesk.ui.canvas.photo_painting import paint_photo


def ground(painter: QPainter, ink: Ink, part: Part, kind: CanvasType) -> None:
    """The band of the lane and the line above it; the curve has a ground of its own."""
    head = next(box for box in part.boxes if box.kind == "lane")
    rect = QRectF(0, head.rect.y, part.rect.w, head.rect.h)
    zone = kind.by_id.get(head.zone)
    curve = zone is not None and zone.kind == "grid_score"
    painter.fillRect(rect, ink.colour("surface2" if curve else "surface"))
    painter.setPen(QPen(ink.colour("line"), 1))
    painter.drawLine(rect.topLeft(), rect.topRight())
    if head is not part.boxes[0]:
        _rule(painter, ink, part.boxes[0])
    pen = QPen(ink.colour("line"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2, 4])
    painter.setPen(pen)
    cells = [box.rect for box in part.boxes if box.kind == "cell"]
    for cell in cells[1:]:
        painter.drawLine(QPointF(cell.x, cell.y + 4), QPointF(cell.x, cell.bottom - 4))


def _rule(painter: QPainter, ink: Ink, rule: Box) -> None:
    """A blueprint line: a long dashed stroke; the heads bear its name."""
    rect = to_qt(rule.rect)
    painter.fillRect(rect, ink.colour("surface"))
    painter.setPen(QPen(ink.colour("primary"), 1.4, Qt.PenStyle.DashLine))
    painter.drawLine(
        QPointF(rect.left() + 8, rect.bottom() - 1), QPointF(rect.right() - 8, rect.bottom() - 1)
    )


def paint(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    """What stands in a cell beside notes."""
    if box.kind == "photo":
        paint_photo(painter, ink, box)
    elif box.kind == "cell" and box.folded and box.text and zoom_of(painter) >= FAR:
        flags = Qt.AlignmentFlag.AlignCenter
        ink.line_of(painter, box.text, "caption", to_qt(box.rect), ink.colour("ink3"), flags)
    elif box.kind == "value":
        _value(painter, ink, box)
    elif box.kind == "sum":
        _sum(painter, ink, box)


def _value(painter: QPainter, ink: Ink, box: Box) -> None:
    look = ink.look
    fill, border, colour = ink.note(box.colour)
    rect = to_qt(box.rect)
    painter.setPen(QPen(border, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), look.radius("l"), look.radius("l"))
    if zoom_of(painter) < FAR:
        return
    if box.value == 1:  # a tick: a star beside the word, so that it is seen from afar
        side = int(ink.px(15))
        at = QPointF(rect.right() - side - ink.px(8), rect.center().y() - side / 2)
        painter.drawPixmap(at, ink.icon("star", "note_ink", 15))
    ink.write(painter, box, "value", colour)


def _sum(painter: QPainter, ink: Ink, box: Box) -> None:
    """A bracket under a phase, and what its values make together."""
    px, rect = ink.px, to_qt(box.rect)
    left, right, y = rect.left() + px(8), rect.right() - px(8), rect.top() + px(4)
    painter.setPen(QPen(ink.colour("border"), 1.2))
    painter.drawPolyline(
        [QPointF(left, y - px(4)), QPointF(left, y), QPointF(right, y), QPointF(right, y - px(4))]
    )
    if zoom_of(painter) >= FAR:
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        place = rect.adjusted(px(8), px(5), -px(8), -px(1))
        painter.setFont(ink.letters.font("caption"))
        wide = min(painter.fontMetrics().horizontalAdvance(box.text) + px(8), place.width())
        ground = QRectF(place.center().x() - wide / 2, place.y(), wide, place.height())
        painter.fillRect(ground, ink.colour("surface"))  # the separators of the steps pass behind it
        ink.line_of(painter, box.text, "caption", place, ink.colour("primary"), flags)
