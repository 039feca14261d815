"""The same curves as a table: a row for each moment, a column for each journey, the gap in the last one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from labdesk.domain import curve_telling as telling
from labdesk.domain.curves import Mark, Overlay
from labdesk.words import _

STEP = Qt.ItemDataRole.UserRole
"""(journey, step) of a cell."""


class CurveTable(QTableWidget):
    """Read with the arrows, cell by cell; Entrée shows the step on the map."""

    went = Signal(str, str)
    """(journey, step): it is wanted on the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Courbes en tableau"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTableView, QTableView:focus { border: 0; }")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemDoubleClicked.connect(self._go)

    def show_overlay(self, overlay: Overlay) -> None:
        """The curves as they are now, on the same cell."""
        here = self.currentRow(), self.currentColumn()
        rows = list(overlay.rows())
        gaps = {gap.lived.step: gap for gap in overlay.gaps}
        heads = [_("Phase"), *telling.names(overlay), *([_("Écart")] if overlay.pair else [])]
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(heads)
        for row, (stretch, marks) in enumerate(rows):
            self._put(row, 0, stretch.label or "…")
            for column, mark in enumerate(marks):
                self._put_mark(row, column, mark, overlay)
            lived = marks[overlay.pair[0]] if overlay.pair else None
            if overlay.pair:
                gap = gaps.get(lived.step) if lived else None
                item = self._put(row, len(heads) - 1, telling.signed(gap.by) if gap else "")
                if gap:
                    item.setToolTip(telling.aimed(overlay, gap))
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, telling.aimed(overlay, gap))
        self._fit(len(heads), gap=overlay.pair is not None)
        if 0 <= here[0] < len(rows) and 0 <= here[1] < len(heads):
            self.setCurrentCell(*here)
        elif rows:
            self.setCurrentCell(0, min(1, len(heads) - 1))

    def _fit(self, columns: int, *, gap: bool) -> None:
        header = self.horizontalHeader()
        for column in range(columns):
            edge = column == 0 or (gap and column == columns - 1)
            mode = QHeaderView.ResizeMode.ResizeToContents if edge else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        self.resizeRowsToContents()

    def _put(self, row: int, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        self.setItem(row, column, item)
        return item

    def _put_mark(self, row: int, column: int, mark: Mark | None, overlay: Overlay) -> None:
        said = ""
        if mark is not None:
            said = _("{label} : {text}").format(
                label=telling.numbered(mark), text=telling.felt(overlay, mark)
            )
        item = self._put(row, column + 1, said)
        if mark is not None:
            item.setData(STEP, (overlay.courses[column].canvas, mark.step))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, telling.spoken(overlay, column, mark))

    def _go(self, item: QTableWidgetItem | None) -> None:
        if item is not None and (step := item.data(STEP)):
            self.went.emit(*step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentItem())
        else:
            super().keyPressEvent(event)
