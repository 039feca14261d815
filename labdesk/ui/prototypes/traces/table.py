"""The traces as a real tree: each irritant, under it its answers down to the expense. The same deeds."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from labdesk.domain.trace_web import Knot, Web
from labdesk.domain.trace_words import lack_words, spoken, stage_words
from labdesk.ui.icons import icon
from labdesk.ui.prototypes.traces.brush import ICONS
from labdesk.ui.reading_tree import ReadingTree
from labdesk.ui.style import Look
from labdesk.words import _

ROW, PARENT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
DEEP = 6
"""Generations shown at most: as many as there are stages after the first."""


class Table(ReadingTree):
    """Entrée goes to the thing, Ctrl+K ties it, Suppr unties it from the line above."""

    moved = Signal(str)
    opened = Signal(str)
    parted = Signal(str, str)
    """Untie these two: the line above, this line."""
    asked_menu = Signal(QPoint)
    narrowed = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.web: Web | None = None
        self.setAccessibleName(_("Traces, de l’irritant à la dépense"))
        self.setHeaderLabels(
            [_("Irritant et ce qui lui répond"), _("Où, défi, preuve, montant"), _("Voix"), _("Rompu")]
        )
        self.setIndentation(look.px(20))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.currentItemChanged.connect(self._arrived)
        self.itemDoubleClicked.connect(lambda item, _column: self.opened.emit(str(item.data(0, ROW))))

    def show_web(self, web: Web, visible: frozenset[str]) -> None:
        """List these knots, on the one one was on."""
        here = self.current
        self.web = web
        self.blockSignals(True)
        self.setIndentation(self.look.px(20))
        self.clear()
        for knot in (web.knots[row] for stage in web.columns for row in web.columns[stage]):
            begins = not any(before in visible for before in web.before.get(knot.id, ()))
            if knot.id in visible and begins:
                self._add(None, knot, visible, 0)
        self.expandAll()
        self.blockSignals(False)
        self.fit()
        self.go(here)

    def others(self) -> Mapping[int, int]:
        """They are alike in every project: what is looked for stands where it stood."""
        return {column: self.look.px(wide) for column, wide in ((1, 270), (2, 60), (3, 150))}

    def _add(self, above: QTreeWidgetItem | None, knot: Knot, visible: frozenset[str], depth: int) -> None:
        web = self.web
        if web is None:
            return
        lacks = ", ".join(lack_words(lack) for lack in knot.lacks)
        asked = web.knots.get(web.challenges.get(knot.id, ""))
        where = knot.where or (asked.text if asked is not None else "")
        line = QTreeWidgetItem([knot.text, where, str(knot.votes or ""), lacks])
        line.setToolTip(1, where)
        line.setIcon(0, icon(ICONS[knot.stage], self.look))
        if lacks:
            line.setIcon(3, icon("unlink", self.look, "bad"))
            line.setForeground(3, self.look.colour("bad"))
        line.setData(0, ROW, knot.id)
        line.setData(0, PARENT, above.data(0, ROW) if above else "")
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken(web, knot))
        line.setToolTip(0, _("{label} : {text}").format(label=stage_words(knot.stage)[0], text=knot.text))
        if above is None:
            self.addTopLevelItem(line)
        else:
            above.addChild(line)
        if depth < DEEP:
            for follower in web.after.get(knot.id, ()):
                if follower in visible:
                    self._add(line, web.knots[follower], visible, depth + 1)

    # -- where one is ---------------------------------------------------------------------------------------
    @property
    def current(self) -> str:
        """The knot of the current line."""
        item = self.currentItem()
        return str(item.data(0, ROW)) if item else ""

    def go(self, knot: str) -> bool:
        """The first line of a knot, else the first of all."""
        item = self._find(knot) or self.topLevelItem(0)
        if item is not None:
            self.setCurrentItem(item)
        return item is not None

    def _find(self, knot: str) -> QTreeWidgetItem | None:
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None and item.data(0, ROW) == knot:
                return item
            if item is not None:
                waiting += [item.child(at) for at in range(item.childCount())]
        return None

    def _arrived(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.moved.emit(str(item.data(0, ROW)))

    # -- keys -----------------------------------------------------------------------------------------------
    def part(self) -> bool:
        """Untie the current line from the one above it; False for a line of the first level."""
        item = self.currentItem()
        above = str(item.data(0, PARENT)) if item else ""
        if item is not None and above:
            self.parted.emit(above, str(item.data(0, ROW)))
        return bool(above)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current:
            self.narrowed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.currentItem()
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        if item is not None:
            middle = self.viewport().mapToGlobal(self.visualItemRect(item).center())
            self.asked_menu.emit(middle if keyboard else event.globalPos())
