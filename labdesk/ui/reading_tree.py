"""A tree whose first column is what one reads: it keeps room for words, and rows are as high as theirs."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

from labdesk.ui.named_editors import NamedEditors
from labdesk.ui.style import Look

FIRST = 240
"""px at 100 %: the first column is never narrower; what does not fit beside it is scrolled to."""
NARROW = 720
"""px at 100 % under which the other columns fold their words."""
FOLDED = 140
"""px at 100 %: what a column takes at most where there is little room."""


class _Folding(NamedEditors):
    """Qt asks a tree for the height of a row without saying how wide its columns are."""

    def __init__(self, tree: "ReadingTree") -> None:
        super().__init__(lambda column: tree.headerItem().text(column), tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as its words in one line; as high as they are once folded."""
        line = super().sizeHint(option, index)
        room = self._tree.room_of(index)
        if line.width() <= room:
            return line
        style = self._tree.style()
        margin = 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._tree) + 1)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        room -= margin + (option.decorationSize.width() + margin if icon is not None else 0)
        words, box = str(index.data() or ""), QRect(0, 0, max(room, 1), 10_000)
        high = option.fontMetrics.boundingRect(box, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(line.width(), line.height() - option.fontMetrics.height() + high)


class ReadingTree(QTreeWidget):
    """The other columns are as wide as they are asked to be."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setItemDelegate(_Folding(self))
        self.header().setStretchLastSection(False)
        self.setStyleSheet("QTreeView, QTreeView:focus { border: 0; }")

    def others(self) -> Mapping[int, int]:
        """Each other column, and how wide it would be."""
        header = self.header()
        return {
            at: max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(1, header.count())
        }

    def room_of(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How wide a cell is, without what its row is moved in by."""
        wide, above = self.columnWidth(index.column()), index.parent()
        if index.column():
            return wide
        deep = int(self.rootIsDecorated())
        while above.isValid():
            deep, above = deep + 1, above.parent()
        return wide - deep * self.indentation()

    def fit(self) -> None:
        """Share the room; a row whose words are folded differently takes another height."""
        room, look, header = self.viewport().width(), self.look, self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        most = look.px(FOLDED) if room < look.px(NARROW) else room
        least = {at: header.sectionSizeHint(at) for at in range(1, header.count())}
        wide = {at: min(wanted, max(most, least[at])) for at, wanted in self.others().items()}
        wide[0] = max(room - sum(wide.values()), look.px(FIRST))
        if any(self.columnWidth(at) != width for at, width in wide.items()):
            for at, width in wide.items():
                self.setColumnWidth(at, width)
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
