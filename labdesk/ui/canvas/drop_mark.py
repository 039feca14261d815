"""What one sees while something is dragged: the cell it would fall into, and the place among its notes."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.layout import Box, Part, Plan
from labdesk.ui.canvas.ink import Ink


class Fall(Struct, frozen=True):
    """Where notes would fall: a cell, a zone or a chain, after a note or first.

    `line` (x, y, width) is drawn between two notes; in a chain it stands upright, `high` as a card.
    """

    holder: Box
    after: str | None
    first: bool
    line: tuple[float, float, float]
    high: float = 0.0


def fall_at(plan: Plan, part: Part, x: float, y: float, moving: tuple[str, ...]) -> Fall | None:
    """The place under a point of the canvas."""
    boxes = [box.moved(part.rect.x, part.rect.y) for box in part.boxes]
    holder = next((b for b in boxes if b.kind in ("cell", "zone") and b.rect.holds(x, y)), None)
    if holder is None:
        return None
    cards = [b for b in boxes if b.kind == "note" and b.step == holder.step and b.row not in moving]
    chain = next((b for b in boxes if b.kind == "chain" and b.rect.holds(x, y)), None)
    if chain is not None:
        return _in_chain(plan, chain, [card for card in cards if card.part == chain.row], x, y)
    before = [b for b in cards if _read_before(b, x, y)]
    last = before[-1] if before else None
    after = cards[len(before)] if len(before) < len(cards) else None
    pad = plan.room.px(7)
    if last is not None:
        line = (last.rect.x, last.rect.bottom + 3, last.rect.w)
    elif after is not None:
        line = (after.rect.x, after.rect.y - 4, after.rect.w)
    else:
        questions = [b.rect.bottom for b in boxes if b.kind == "question"]
        line = (holder.rect.x + pad, max([holder.rect.y, *questions]) + pad, holder.rect.w - 2 * pad)
    return Fall(holder, last.row if last else None, last is None, line)


def _in_chain(plan: Plan, chain: Box, cards: list[Box], x: float, y: float) -> Fall:
    """A place between two whys of a chain; the line stands upright between them."""
    gap = plan.room.px(9)
    row = [b for b in cards if b.rect.y - plan.room.px(22) <= y] or cards[:1]
    last = [b for b in row if b.rect.x + b.rect.w / 2 < x or b.rect.bottom < y]
    if not cards:
        return Fall(chain, None, True, (chain.rect.x + gap, chain.rect.y + gap, chain.rect.w - 2 * gap))
    if not last:
        first = row[0].rect
        return Fall(chain, None, True, (first.x - gap, first.y, 0), first.h)
    before = last[-1].rect
    return Fall(chain, last[-1].row, False, (before.right + gap, before.y, 0), before.h)


def _read_before(box: Box, x: float, y: float) -> bool:
    """The card stands before this point in reading order."""
    beside = box.rect.y <= y < box.rect.bottom
    if beside and not box.rect.x <= x < box.rect.right:
        return box.rect.right <= x
    return box.rect.y + box.rect.h / 2 < y


class DropMark(QGraphicsItem):
    """The picture under the hand, the cell it is over, and the line where it would be put."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self._fall: Fall | None = None
        self._picture = QPixmap()
        self._hand = QPointF()
        self.setZValue(100)
        self.hide()

    def take(self, picture: QPixmap) -> None:
        """Something is in the hand."""
        self._picture = picture
        self.show()

    def move_to(self, hand: QPointF, fall: Fall | None) -> None:
        """The hand is here now."""
        self.prepareGeometryChange()
        self._hand, self._fall = hand, fall
        self.update()

    def boundingRect(self) -> QRectF:
        density = self._picture.devicePixelRatio() or 1
        rect = QRectF(
            self._hand,
            QPointF(self._picture.width() / density, self._picture.height() / density) + self._hand,
        )
        if self._fall is not None:
            r = self._fall.holder.rect
            rect = rect.united(QRectF(r.x, r.y, r.w, r.h))
        return rect.adjusted(-12, -12, 12, 12)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        colour = self.ink.look.colour("focus")
        if self._fall is not None:
            rect = self._fall.holder.rect
            painter.setPen(QPen(colour, 2))
            shade = self.ink.look.colour("focus")
            shade.setAlpha(22)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(rect.x, rect.y, rect.w, rect.h).adjusted(2, 2, -2, -2), 6, 6)
            x, y, wide = self._fall.line
            painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(x, y), QPointF(x + wide, y + self._fall.high))
        if not self._picture.isNull():
            painter.setOpacity(0.85)
            painter.drawPixmap(self._hand + QPointF(6, 6), self._picture)
            painter.setOpacity(1.0)
