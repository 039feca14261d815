"""The running order, prepared by drag and by keys: each line is a sequence of the agenda."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.running_order import (
    COLUMNS,
    add_stop,
    drop_stop,
    move_stop,
    set_stop,
    stops,
    whole_minutes,
)
from labdesk.ui.actions import draw
from labdesk.ui.sheet import role
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look
from labdesk.words import _

LINE = Qt.ItemDataRole.UserRole
NAME, MINUTES, VIEW = range(3)


class OrderList(QTreeWidget):
    """Drag, or Alt+↑ and Alt+↓, to change the order; F2 to rewrite; Entrée goes there; Suppr takes off."""

    shifted = Signal(str, int)
    dropped_off = Signal(str)
    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Déroulé projeté"))
        self.setHeaderLabels([_("Séquence"), _("Min"), _("Vue projetée")])
        self.setRootIsDecorated(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        for column in (NAME, VIEW):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.itemDoubleClicked.connect(lambda item, _column: self.wanted.emit(line_of(item)))

    def dropEvent(self, event: QDropEvent) -> None:
        """The project moves the line; the list is read again."""
        item = self.currentItem()
        over = self.itemAt(event.position().toPoint())
        here = self.indexOfTopLevelItem(item) if item else -1
        there = self.indexOfTopLevelItem(over) if over else self.topLevelItemCount() - 1
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if here >= 0:
            target = there + (1 if below and there < here else 0) - (0 if below or there <= here else 1)
            self.shifted.emit(line_of(item), max(0, target) - here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, alt = self.currentItem(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if item and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(line_of(item), -1 if event.key() == Qt.Key.Key_Up else 1)
        elif item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(line_of(item))
        elif item and event.key() == Qt.Key.Key_Delete:
            self.dropped_off.emit(line_of(item))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the window takes the keyboard back
        else:
            super().keyPressEvent(event)


class OrderPanel(QWidget):
    """The list, and what can be done with it."""

    def __init__(self, stage: Stage, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage, self._filling = stage, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = OrderList(self)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.add = self._button(look, "plus", _("Ajouter la vue projetée"), self.add_here)
        self.up = self._button(look, "arrow-up", _("Monter"), lambda: self._shift(-1))
        self.down = self._button(look, "arrow-down", _("Descendre"), lambda: self._shift(1))
        self.drop = self._button(look, "trash-2", _("Retirer du déroulé"), self._drop)
        self.add.setText(self.add.toolTip())
        for button in (self.add, self.up, self.down, self.drop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.list.itemChanged.connect(self._rewritten)
        self.list.wanted.connect(stage.follow_order)
        self.list.shifted.connect(self._move)
        self.list.dropped_off.connect(lambda line: stage.desk.do(drop_stop(stage.desk.project, line)))
        self.renew()

    def _button(self, look: Look, drawing: str, words: str, deed: object) -> QPushButton:
        button = QPushButton(self)
        role(button, "quiet")
        draw(button, drawing, look)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(deed)
        return button

    def renew(self) -> None:
        """The agenda as it is now, on the same line."""
        order = stops(self.stage.desk.project, self.stage.desk.types)
        here = line_of(self.list.currentItem()) or self.stage.line
        self._filling = True
        self.list.clear()
        for stop in order:
            item = QTreeWidgetItem([stop.name, str(stop.minutes or ""), stop.written])
            item.setData(NAME, LINE, stop.line)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            if stop.line == self.stage.line:
                font = item.font(NAME)
                font.setBold(True)
                item.setFont(NAME, font)
                item.setText(NAME, f"▶ {stop.name}")
            self.list.addTopLevelItem(item)
            if stop.line == here:
                self.list.setCurrentItem(item)
        self.list.resizeColumnToContents(MINUTES)
        self._filling = False

    def add_here(self) -> None:
        """What is projected now becomes the last sequence."""
        desk, halt = self.stage.desk, self.stage.halt
        desk.do(add_stop(desk.project, desk.types, desk.catalogue, self.stage.title or halt.name, halt.lens))

    def _current(self) -> str:
        return line_of(self.list.currentItem())

    def _shift(self, by: int) -> None:
        if line := self._current():
            self._move(line, by)

    def _move(self, line: str, by: int) -> None:
        self.stage.desk.do(move_stop(self.stage.desk.project, line, by))

    def _drop(self) -> None:
        if line := self._current():
            self.stage.desk.do(drop_stop(self.stage.desk.project, line))

    def _rewritten(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling:
            return
        text = item.text(column).removeprefix("▶ ").strip()
        value = whole_minutes(text) if column == MINUTES else text
        self.stage.desk.do(set_stop(self.stage.desk.project, line_of(item), COLUMNS[column], value))


def line_of(item: QTreeWidgetItem | None) -> str:
    """The line of the agenda an item shows."""
    return str(item.data(NAME, LINE) or "") if item else ""
