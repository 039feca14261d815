"""A note on the scene: a card with its text, its votes and what stands behind it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.cards import FOOT
from labdesk.domain.layout import Box
from labdesk.ui.canvas.ink import EDGE, FAR, TALL, Ink, zoom_of
from labdesk.ui.canvas.marks import Mark
from labdesk.words import several

DOTS = 8
"""The most dots drawn; the number says the rest."""
SIGN = 12
"""The side of a sign of the footer, in design pixels."""
CORNER = QPointF(-EDGE, -EDGE)
"""Where the drawing of a card begins: around it there is its shadow."""


Sign = tuple[QPointF, QPixmap, QRectF, str]
"""Where a sign stands, its drawing, and the word in its room."""


class NoteItem(QGraphicsObject):
    """One card; its parent is the lane or the zone that holds it."""

    def __init__(self, ink: Ink, box: Box, marks: tuple[Mark, ...], parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.ink, self.box, self.marks = ink, box, marks
        self._laid: tuple[QRectF, list[Sign]] | None = None
        self._card: tuple[float, QPixmap] | None = None
        self._text: QStaticText | None = None
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
        self.box, self.marks, self._laid, self._card, self._text = box, marks, None, None, None
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
        # At every frame of a pan for every note in sight: what does not change is asked for once.
        zoom = zoom_of(painter)
        if zoom < FAR:
            self._far(painter)
            return
        box = self.box
        if box.rect.h > TALL:
            self.ink.tall_card(painter, box.colour, box.rect.w, box.rect.h)
        else:
            painter.drawPixmap(CORNER, self._card_at(zoom * painter.device().devicePixelRatioF()))
        colour = self.ink.note(box.colour)[2]
        inner = box.inner
        if inner is not None and box.text:
            letters = self.ink.letters
            if self._text is None:
                self._text = letters.text(box.text, "note", inner.w)
            painter.setPen(colour)
            painter.setFont(letters.font("note"))
            painter.drawStaticText(QPointF(inner.x - box.rect.x, inner.y - box.rect.y), self._text)
        if box.votes or self.marks or box.links:
            self._foot(painter, QRectF(0, 0, box.rect.w, box.rect.h), colour)
        if self.chosen:
            self._ring(painter, QRectF(0, 0, box.rect.w, box.rect.h))

    def _far(self, painter: QPainter) -> None:
        """From so far that no text can be read: a filled box."""
        fill, border, _colour = self.ink.note(self.box.colour)
        rect = QRectF(0, 0, self.box.rect.w, self.box.rect.h)
        painter.fillRect(rect, border if self.chosen else fill)
        painter.setPen(QPen(border, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _card_at(self, density: float) -> QPixmap:
        if self._card is None or self._card[0] != density:
            self._card = density, self.ink.card(self.box.colour, self.box.rect.w, self.box.rect.h, density)
        return self._card[1]

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
