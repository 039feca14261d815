"""How a box of a sheet is painted under its notes: label, question, answers, options, links, tables."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.layout import Box, Part
from labdesk.ui.canvas.ink import FAR, Ink, dashed, surface, to_qt, zoom_of
from labdesk.ui.canvas.photo_painting import paint_photo
from labdesk.ui.faces import draw_face

Stroke = Callable[[QPainter, Ink, Box, CanvasType], None]


def ground(painter: QPainter, ink: Ink, part: Part, _kind: CanvasType) -> None:
    """The white card, the tick in the zone's colour and its label."""
    look, head = ink.look, part.boxes[0]
    surface(painter, QRectF(0, 0, part.rect.w, part.rect.h), look, look.radius("l"))
    _fill, border, _ink = ink.note(head.colour)
    if head.inner is not None:
        tick = QRectF(
            head.inner.x - ink.px(12), head.inner.y + 2, ink.px(4), max(ink.px(14), head.inner.h - 4)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(border)
        painter.drawRoundedRect(tick, 2, 2)
    if zoom_of(painter) >= FAR / 2:
        ink.write(painter, head, "zone", ink.colour("ink"))


def paint(painter: QPainter, ink: Ink, box: Box, kind: CanvasType) -> None:
    """One thing inside the box."""
    if stroke := STROKES.get(box.kind):
        stroke(painter, ink, box, kind)


def _question(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    if zoom_of(painter) >= FAR:
        ink.write(painter, box, "question", ink.colour("ink3"))


def _answer(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    look = ink.look
    if ink.editing:
        painter.setPen(QPen(ink.colour("border" if look.theme == "contrast" else "line2"), 1))
        painter.setBrush(ink.colour("surface2"))
        painter.drawRoundedRect(
            to_qt(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), look.radius("m"), look.radius("m")
        )
    if zoom_of(painter) >= FAR:
        ink.write(painter, box, "value", ink.colour("ink"))


def _option(painter: QPainter, ink: Ink, box: Box, kind: CanvasType) -> None:
    if box.of:
        _level(painter, ink, box, kind)
        return
    px = ink.px
    square = QRectF(box.rect.x + px(2), box.rect.y + px(5), px(16), px(16))
    painter.setPen(QPen(ink.colour("primary" if box.value else "border"), 1.4))
    painter.setBrush(ink.colour("primary" if box.value else "surface"))
    painter.drawRoundedRect(square, 4, 4)
    if box.value:
        painter.drawPixmap(square.topLeft() + QPointF(px(1.5), px(1.5)), ink.icon("check", "on_primary", 13))
    if box.inner is not None and zoom_of(painter) >= FAR:
        place = to_qt(box.inner)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        ink.line_of(painter, box.text, "value", place, ink.colour("ink"), flags)


def _level(painter: QPainter, ink: Ink, box: Box, kind: CanvasType) -> None:
    """A level of a score: a face when it goes from −2 to 2, else its number in a circle."""
    look, px = ink.look, ink.px
    level = int(box.part)
    side = px(30)
    spot = QRectF(box.rect.x + px(2), box.rect.y + px(5), side, side)
    zone = kind.by_id[box.zone]
    if zone.range == (-2, 2):
        painter.setOpacity(1.0 if box.value else 0.35)
        draw_face(painter, spot, level, look)
        painter.setOpacity(1.0)
    else:
        painter.setPen(QPen(ink.colour("primary" if box.value else "border"), 1.4))
        painter.setBrush(ink.colour("primary" if box.value else "surface"))
        painter.drawEllipse(spot)
        ink_of_number = ink.colour("on_primary" if box.value else "ink2")
        ink.line_of(painter, box.part, "lane", spot, ink_of_number, Qt.AlignmentFlag.AlignCenter)
    if box.value:
        painter.setPen(QPen(ink.colour("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(-1, -1, 1, 1))


def _link(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    look, px = ink.look, ink.px
    rect = to_qt(box.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(ink.colour("line2"), 1))
    painter.setBrush(ink.colour("primary_soft"))
    painter.drawRoundedRect(rect, look.radius("m"), look.radius("m"))
    painter.drawPixmap(rect.topLeft() + QPointF(px(5), px(5)), ink.icon("link", "primary", 14))
    if box.inner is not None and zoom_of(painter) >= FAR:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        ink.line_of(painter, box.text, "value", to_qt(box.inner), ink.colour("ink"), flags)


def _chain(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    look = ink.look
    painter.setPen(dashed(look))
    painter.setBrush(ink.colour("surface2"))
    painter.drawRoundedRect(to_qt(box.rect), look.radius("l"), look.radius("l"))
    if ink.editing and box.of > 1:  # where a hand takes the chain to put it before or after another
        grip = ink.icon("grip-vertical", "ink3", 14)
        painter.drawPixmap(QPointF(box.rect.right - ink.px(18), box.rect.y + ink.px(5)), grip)


def _why(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    """« Pourquoi 2 » over its card, after a tick in the colour of the chain."""
    if zoom_of(painter) >= FAR:
        ink.write(painter, box, "caption", ink.colour("ink2"))


def _offer(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    """What one key does here; once it is done a tick says so, and it looks like what stands."""
    look, px, done = ink.look, ink.px, bool(box.value)
    if not ink.editing:
        return
    rect = to_qt(box.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(ink.colour("ok"), 1) if done else dashed(look, "border"))
    painter.setBrush(ink.colour("ok_soft" if done else "surface"))
    painter.drawRoundedRect(rect, look.radius("m"), look.radius("m"))
    drawing = ("plus", "ink2") if box.part == "chain" else ("check", "ok") if done else ("target", "primary")
    side = int(px(16))
    corner = QPointF(rect.x() + px(10), rect.center().y() - side / 2)
    painter.drawPixmap(corner, ink.icon(drawing[0], drawing[1], 16))
    if zoom_of(painter) >= FAR:
        ink.write(
            painter, box, "value", ink.colour("ok" if done else "ink2" if box.part == "chain" else "primary")
        )


def arrows(painter: QPainter, ink: Ink, part: Part) -> None:
    """From each why to the next one, at the height of their first line; a new line of cards has its own."""
    whys = [box for box in part.boxes if box.kind == "note" and box.part]
    side = ink.px(16)
    for one, other in pairwise(whys):
        if one.part != other.part:
            continue
        beside = other.rect.x > one.rect.right
        x = (one.rect.right + other.rect.x - side) / 2 if beside else one.rect.x + ink.px(2)
        y = one.rect.y + ink.px(8) if beside else one.rect.bottom + ink.px(1)
        drawing = "arrow-right" if beside else "corner-down-right"
        painter.drawPixmap(QPointF(x, y), ink.icon(drawing, "ink2", 16))


def _column(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    rect = to_qt(box.rect)
    painter.fillRect(rect, ink.colour("surface2"))
    painter.setPen(QPen(ink.colour("line2"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    ink.write(painter, box, "column", ink.colour("ink2"))


def _field(painter: QPainter, ink: Ink, box: Box, _kind: CanvasType) -> None:
    rect = to_qt(box.rect)
    painter.setPen(QPen(ink.colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if zoom_of(painter) >= FAR:
        ink.write(painter, box, "value", ink.colour("ink"))


def _photo(painter: QPainter, ink: Ink, box: Box, kind: CanvasType) -> None:
    zone = kind.by_id.get(box.zone)
    # A picture that is alone in its box is a document to be compared: nothing of it is cut.
    paint_photo(painter, ink, box, whole=zone is not None and zone.at_most == 1)


STROKES: Mapping[str, Stroke] = {
    "question": _question,
    "value": _answer,
    "option": _option,
    "link": _link,
    "chain": _chain,
    "why": _why,
    "offer": _offer,
    "column": _column,
    "field": _field,
    "photo": _photo,
}
