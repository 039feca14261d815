"""What people do to the rows of a table: add, fill, move, empty, delete, copy, paste. Each is one gesture."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from labdesk.domain.commands.dossier import delete_row, shift_row
from labdesk.domain.gesture import Gesture
from labdesk.errors import Refusal
from labdesk.ui.dossier.gestures import Pasted, duplicate_row, empty_cells, insert_row, paste, spreadsheet
from labdesk.ui.dossier.rows_model import RowsModel
from labdesk.words import _, several


class View(Protocol):
    """What the deeds ask of the table they are done on."""

    def currentIndex(self) -> QModelIndex: ...
    def selectionModel(self) -> QItemSelectionModel: ...
    def edit(self, index: QModelIndex) -> None: ...
    def put(self, row: int, column: int) -> None: ...
    def setFocus(self, reason: Qt.FocusReason) -> None: ...


class RowsDeeds:
    """The deeds of one view, on its current row or its selected cells; `say` tells what came of them."""

    def __init__(self, view: View, rows: RowsModel, say: Callable[[str], None]) -> None:
        self.view, self._rows, self._desk, self._say = view, rows, rows.desk, say

    def on_box(self) -> bool:
        """The current cell is a box to tick."""
        index = self.view.currentIndex()
        return index.isValid() and self._rows.column(index).kind == "check"

    def current_row(self) -> str | None:
        """The row of the current cell."""
        return self._rows.row_id(self.view.currentIndex())

    def start(self) -> None:
        """Edit the current cell; tick it if it is a box."""
        if self.on_box():
            self.toggle()
        elif self.view.currentIndex().isValid():
            self.view.edit(self.view.currentIndex())

    def toggle(self) -> None:
        """A yes becomes a no, and back."""
        index, row = self.view.currentIndex(), self.current_row()
        if row is not None:
            column = self._rows.column(index)
            wanted = 0 if column.value(self._desk.project, row) else 1
            self._do(column.write(self._desk.project, row, wanted, None))

    def add(self) -> None:
        """A new row under the current one; the first cell is ready to be typed."""
        project = self._desk.project
        row, gesture = insert_row(project, self._rows.table, self.current_row(), **self._rows.fixed)
        self._do(gesture)
        if row in self._rows.rows:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.put(self._rows.rows.index(row), 0)

    def duplicate(self) -> None:
        """The current row once more."""
        if (row := self.current_row()) is not None:
            copy, gesture = duplicate_row(self._desk.project, self._rows.table, row)
            self._do(gesture)
            if copy in self._rows.rows:
                self.view.put(self._rows.rows.index(copy), max(0, self.view.currentIndex().column()))

    def up(self) -> None:
        """The current row goes up."""
        self._shift(-1)

    def down(self) -> None:
        """The current row goes down."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        if (row := self.current_row()) is not None:
            self._do(shift_row(self._desk.project, self._rows.table, row, by))

    def delete(self) -> None:
        """The current row goes away; Ctrl+Z brings it back."""
        if (row := self.current_row()) is not None:
            self._do(delete_row(self._desk.project, self._rows.table, row))
            self._desk.announce(_("Ligne supprimée. Ctrl+Z la rétablit."))

    def empty(self) -> None:
        """The selected cells lose their value."""
        cells = [
            (row, self._rows.column(index))
            for index in self.view.selectionModel().selectedIndexes()
            if (row := self._rows.row_id(index)) is not None
        ]
        self._do(empty_cells(self._desk.project, cells))

    def copy(self) -> None:
        """The selected cells, as a spreadsheet takes them."""
        lines: dict[int, list[str]] = {}
        chosen = sorted(self.view.selectionModel().selectedIndexes(), key=lambda i: (i.row(), i.column()))
        for index in chosen:
            role = (
                Qt.ItemDataRole.DisplayRole if self._rows.row_id(index) is None else Qt.ItemDataRole.EditRole
            )
            lines.setdefault(index.row(), []).append(str(index.data(role) or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))

    def paste(self) -> None:
        """Cells of a spreadsheet land from the current cell on, in one gesture; what is misread is said."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            return
        index = self.view.currentIndex()
        at = (index.row(), index.column()) if index.isValid() else (len(self._rows.rows), 0)
        try:
            pasted = paste(
                self._desk.project,
                self._rows.table,
                self._rows.columns,
                self._rows.rows,
                at,
                spreadsheet(text),
                self._rows.fixed,
            )
        except Refusal as refusal:
            self._say(refusal.sentence)
            return
        self._do(pasted.gesture)
        self._say(_told(pasted.misread))
        if pasted.gesture:
            said = _pasted(pasted)
            left = several(
                pasted.totals, "{n} ligne de total laissée de côté", "{n} lignes de total laissées de côté"
            )
            self._desk.announce(" · ".join((said, left) if pasted.totals else (said,)))

    def _do(self, gesture: Gesture) -> None:
        self._desk.do(gesture)


def _pasted(pasted: Pasted) -> str:
    """« 4 lignes collées à la place de 3 ; Ctrl+Z rend celles d’avant »."""
    count = several(pasted.rows, "{n} ligne collée", "{n} lignes collées")
    if not pasted.replaced:
        return count
    over = several(
        pasted.replaced,
        "à la place d’une autre ; Ctrl+Z la rend",
        "à la place de {n} ; Ctrl+Z rend celles d’avant",
    )
    return f"{count} {over}"


def _told(misread: tuple[str, ...]) -> str:
    if not misread:
        return ""
    count = several(len(misread), "{n} case n’a pas été comprise :", "{n} cases n’ont pas été comprises :")
    return f"{count} {' '.join(misread[:3])}" + (" …" if len(misread) > 3 else "")
