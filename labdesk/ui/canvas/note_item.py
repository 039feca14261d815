"""A note on the scene: a card with its text, its votes and what stands behind it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.cards import FOOT
from labdesk.domain.layout import Box
from labdesk.ui.canvas.ink import FAR, Ink, zoom_of
from labdesk.ui.canvas.marks import Mark
from labdesk.words import several

DOTS = 8
"""The most dots drawn; the number says the rest."""
SIGN = 12
"""The side of a sign of the footer, in design pixels."""


Sign = tuple[QPointF, QPixmap, QRectF, str]
"""Where a sign stands, its drawing, and the word in its room."""


class NoteItem(QGraphicsObject):
    """One card; its parent is the lane or the zone that holds it."""

    def __init__(self, ink: Ink, box: Box, marks: tuple[Mark, ...], parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.ink, self.box, self.marks = ink, box, marks
        self._laid: tuple[QRectF, list[Sign]] | None = None
        self.chosen = False
        self._bounds = _around(box)
        self.setPos(box.rect.x, box.rect.y)
        self.setZValue(1)
        self._tell_marks()

    def show_box(self, box: Box, marks: tuple[Mark, ...]) -> None:
        """The note changed: its text, its size, its place or what stands in its footer."""
        if (box.rect.w, box.rect.h) != (self.box.rect.w, self.box.rect.h):
            self.prepareGeometryChange()
            self._bounds = _around(box)
        self.box, self.marks, self._laid = box, marks, None
        self.setPos(box.rect.x, box.rect.y)
        self._tell_marks()
        self.update()

    def _tell_marks(self) -> None:
        """Under the hand, the signs of the footer in words."""
        said = " · ".join(mark.word for mark in self.marks)
        if said != self.toolTip():
            self.setToolTip(said)

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
        if self.box.votes or self.marks or self.box.links:
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
            shown = min(self.box.votes, DOTS if not self.marks else 3)
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
        if self.marks:
            self._signs(painter, QRectF(left, foot.top(), foot.right() - left, high), colour)

    def _signs(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        """Sign and word of each mark where they fit; else signs, with what has no sign of its own."""
        if self._laid is None or self._laid[0] != place:
            self._laid = place, self._lay(place)
        painter.setFont(self.ink.letters.font("caption"))
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for at, sign, room, word in self._laid[1]:
            painter.drawPixmap(at, sign)
            if word:
                painter.drawText(room, flags, word)

    def _lay(self, place: QRectF) -> list[Sign]:
        """Where each sign stands and what is read beside it; kept until the card changes."""
        px = self.ink.px
        metrics = QFontMetricsF(self.ink.letters.font("caption"))

        def wide(word: str) -> float:
            return px(SIGN + 2) + (metrics.horizontalAdvance(word) + px(6) if word else px(4))

        words = [mark.word for mark in self.marks]
        for at in reversed(range(len(words))):  # the last ones give way first
            if sum(map(wide, words)) <= place.width():
                break
            words[at] = self.marks[at].short
        x, laid = place.left(), []
        for mark, word in zip(self.marks, words, strict=True):
            if x + px(SIGN) > place.right():
                break
            room = QRectF(x + px(SIGN + 2), place.top(), place.right() - x - px(SIGN + 2), place.height())
            short = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room.width())
            spot = QPointF(x, place.center().y() - px(SIGN) / 2)
            laid.append((spot, self.ink.icon(mark.icon, "note_ink", SIGN), room, short))
            x += wide(word)
        return laid

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
