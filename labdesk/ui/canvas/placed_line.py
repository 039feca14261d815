"""How a line of the chooser is painted when it says where its thing stands; headings stand above groups."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from labdesk.ui.style import Look


class PlacedLine(QStyledItemDelegate):
    """A label, cut where it must be, and behind it in small letters where the thing stands."""

    def __init__(self, look: Look, where: int, parent: QWidget) -> None:
        """`where`: the role of what is said of the place."""
        super().__init__(parent)
        self.look, self._where = look, where

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.look.px(120), self.look.px(32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, rect = self.look, option.rect.adjusted(self.look.px(10), 0, -self.look.px(10), 0)
        painter.save()
        heading = not index.flags() & Qt.ItemFlag.ItemIsSelectable
        if heading:
            where = ""
            painter.fillRect(option.rect, look.colour("surface2"))
        else:
            where = str(index.data(self._where) or "")
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, look.colour("primary_soft"))
                bar = option.rect.adjusted(0, 0, 0, 0)
                bar.setWidth(look.px(3))
                painter.fillRect(bar, look.colour("primary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        if where:
            painter.setFont(look.font(11))
            painter.setPen(look.colour("ink3"))
            wide = painter.fontMetrics().horizontalAdvance(where)
            painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, where)
            rect.setRight(rect.right() - wide - look.px(12))
        painter.setFont(look.font(11 if heading else 13, 600 if heading else 400))
        painter.setPen(look.colour("ink3" if heading else "ink"))
        text = " ".join(str(index.data() or "").split())
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, short)
        painter.restore()
