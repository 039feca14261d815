"""F1: the keys that work here, those of the window and those of the place, as a table one can read aloud."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from labdesk.ui.actions import spoken_keys
from labdesk.ui.panel import Panel
from labdesk.ui.place import Place
from labdesk.ui.style import Look
from labdesk.words import _

Line = tuple[str, str]
"""Keys, what they do."""


def lines_of(actions: Iterable[QAction]) -> list[Line]:
    """The lines of actions that have keys."""
    found = []
    for action in actions:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        if keys and action.isVisible():
            found.append((spoken_keys(keys), action.text().replace("&", "")))
    return found


class Lines(QTableWidget):
    """Keys and what they do, in parts that may have a title. Begin and End go to the first and the last line,
    as a reader expects; a table would change columns."""

    def __init__(self, look: Look, parts: Sequence[tuple[str, Sequence[Line]]], parent: QWidget) -> None:
        super().__init__(0, 2, parent)
        self._look = look
        self.setAccessibleName(_("Touches du clavier"))
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(look.px(32))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        # The scroll bar comes late and takes room: lines that were measured without it are measured again.
        self.horizontalHeader().sectionResized.connect(self.resizeRowsToContents)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for title, lines in parts:
            if lines:
                self._part(title, lines)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resizeColumnToContents(0)
        self.setCurrentCell(0, 0)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)
        if action in ends:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def _part(self, title: str, lines: Sequence[Line]) -> None:
        if title:
            head = QTableWidgetItem(title)
            head.setFont(self._look.font(13, 600))
            head.setBackground(self._look.colour("surface2"))
            row = self._row(head)
            self.setSpan(row, 0, 1, 2)
        for keys, words in lines:
            shown = QTableWidgetItem(keys)
            shown.setFont(self._look.font(13, 600))
            shown.setForeground(self._look.colour("primary"))
            shown.setData(
                Qt.ItemDataRole.AccessibleTextRole, _("{keys} : {what}").format(keys=keys, what=words)
            )
            row = self._row(shown)
            self.setItem(row, 1, QTableWidgetItem(words))

    def _row(self, first: QTableWidgetItem) -> int:
        row = self.rowCount()
        self.insertRow(row)
        self.setItem(row, 0, first)
        first.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return row


class Keymap(Panel):
    """Two parts: the place one is in, then what works everywhere."""

    def __init__(
        self, look: Look, name: str, place: Place, window: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(look, _("Touches du clavier"), parent)
        here = [
            *((spoken_keys(keys), words) for keys, words in place.shortcuts()),
            *lines_of(place.actions()),
        ]
        parts = ((_("Ici : {place}").format(place=name), here), (_("Partout"), lines_of(window)))
        self.table = Lines(look, parts, self)
        self.column.addWidget(self.table, 1)
        self.take(560, 620)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
