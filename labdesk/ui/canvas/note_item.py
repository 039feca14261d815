"""A note on the scene: a card with its text, its votes and what stands behind it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.cards import FOOT
from labdesk.domain.layout import Box
from labdesk.ui.canvas.ink import FAR, Ink, zoom_of
from labdesk.words import several

DOTS = 8
"""The most dots drawn; the number says the rest."""


class NoteItem(QGraphicsObject):
    """One card; its parent is the lane or the zone that holds it."""

    def __init__(self, ink: Ink, box: Box, words: str, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.ink, self.box, self.words = ink, box, words
        self.chosen = False
        self._bounds = _around(box)
        self.setPos(box.rect.x, box.rect.y)
        self.setZValue(1)

    def show_box(self, box: Box, words: str) -> None:
        """The note changed: its text, its size, its place or what stands in its footer."""
        if (box.rect.w, box.rect.h) != (self.box.rect.w, self.box.rect.h):
            self.prepareGeometryChange()
            self._bounds = _around(box)
        self.box, self.words = box, words
        self.setPos(box.rect.x, box.rect.y)
        self.update()

    def choose(self, chosen: bool) -> None:
        """It is one of the selected notes, or no more."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        fill, border, colour = self.ink.note(self.box.colour)
        rect = QRectF(0, 0, self.box.rect.w, self.box.rect.h)
        if zoom_of(painter) < FAR:
            painter.fillRect(rect, border if self.chosen else fill)
            painter.setPen(QPen(border, 0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            return
        self.ink.card(painter, self.box.colour, self.box.rect.w, self.box.rect.h)
        inner = self.box.inner
        if inner is not None and self.box.text:
            painter.setPen(colour)
            painter.setFont(self.ink.letters.font("note"))
            text = self.ink.letters.text(self.box.text, "note", inner.w)
            painter.drawStaticText(QPointF(inner.x - self.box.rect.x, inner.y - self.box.rect.y), text)
        if self.box.votes or self.words or self.box.links:
            self._foot(painter, rect, colour)
        if self.chosen:
            self._ring(painter, rect)

    def _foot(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """Dots and their number on the left, what stands behind the note on the right."""
        px, look = self.ink.px, self.ink.look
        high = px(FOOT)
        foot = QRectF(px(10), rect.height() - high - px(5), rect.width() - px(20), high)
        left = foot.left()
        if self.box.links:
            foot.setRight(self._links(painter, foot, colour))
        if self.box.votes:
            shown = min(self.box.votes, DOTS if not self.words else 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ink.colour("primary") if look.theme == "light" else colour)
            for dot in range(shown):
                painter.drawEllipse(QPointF(left + px(4 + dot * 9), foot.center().y()), px(3), px(3))
            left += px(shown * 9 + 4)
            said = several(self.box.votes, "{n} voix", "{n} voix")
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            place = QRectF(left, foot.top(), foot.right() - left, high)
            self.ink.line_of(painter, said, "caption", place, colour, flags)
            left += painter.fontMetrics().horizontalAdvance(said) + px(8)
        if self.words:
            flags = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignRight if self.box.votes else Qt.AlignmentFlag.AlignLeft
            )
            place = QRectF(left, foot.top(), foot.right() - left, high)
            self.ink.line_of(painter, self.words, "caption", place, colour, flags)

    def _links(self, painter: QPainter, foot: QRectF, colour: QColor) -> float:
        """How many things it is tied to, at the right end; gives where the rest must stop."""
        px, said = self.ink.px, str(self.box.links)
        painter.setFont(self.ink.letters.font("caption"))
        wide = painter.fontMetrics().horizontalAdvance(said)
        left = foot.right() - wide - px(15)
        place = QPointF(left, foot.center().y() - px(6))
        painter.drawPixmap(place, self.ink.icon("link", "note_ink", size=12))
        painter.setPen(colour)
        number = QRectF(left + px(14), foot.top(), wide + px(2), foot.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, said)
        return left - px(6)

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.ink.colour("surface"), 2))
        painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7)
        painter.setPen(QPen(self.ink.colour("focus"), 2))
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 8, 8)


def _around(box: Box) -> QRectF:
    """The card and its shadow, in its own corner."""
    return QRectF(-6, -6, box.rect.w + 12, box.rect.h + 14)
