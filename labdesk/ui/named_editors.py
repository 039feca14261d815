"""Fields that open on a line of a list or a tree have a name: Qt gives its own none."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget


class NamedEditors(QStyledItemDelegate):
    """`named` says what is rewritten in a column."""

    def __init__(self, named: Callable[[int], str], parent: QObject) -> None:
        super().__init__(parent)
        self._named = named

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Qt's own, named."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(self._named(index.column()))
        return editor
