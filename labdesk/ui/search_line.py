"""How one result of a search is drawn: the words with what was found set off, then where they stand."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from labdesk.ui.style import Look

SNIPPET, WHERE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""(text, start, end) and the second line."""
HEIGHT = 50
"""px at 100 %."""


class SearchLine(QStyledItemDelegate):
    """Two lines of text; the chosen one has a ground and a bar at its left."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._look
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, look.colour("primary_soft"))
            painter.fillRect(room.left(), room.top(), look.px(3), room.height(), look.colour("primary"))
        inner = room.adjusted(look.px(12), look.px(6), -look.px(8), -look.px(6))
        text, start, end = index.data(SNIPPET)
        left = inner.left()
        for part, weight, token in (
            (text[:start], 400, "ink"),
            (text[start:end], 700, "primary"),
            (text[end:], 400, "ink"),
        ):
            painter.setFont(look.font(14, weight))
            painter.setPen(look.colour(token))
            rest = inner.right() - left
            shown = painter.fontMetrics().elidedText(part, Qt.TextElideMode.ElideRight, max(rest, 0))
            painter.drawText(
                QRect(left, inner.top(), rest, look.px(20)), Qt.AlignmentFlag.AlignVCenter, shown
            )
            left += painter.fontMetrics().horizontalAdvance(part)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("ink3"))
        below = QRect(inner.left(), inner.top() + look.px(20), inner.width(), look.px(18))
        where = painter.fontMetrics().elidedText(
            index.data(WHERE), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, where)
        painter.restore()
