"""The rows of one table of the dossier as Qt’s tables want them; what is typed becomes gestures."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from labdesk.domain.entities import Value
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.columns import Column, Columns
from labdesk.ui.filling.entry import NUMBERS, read, shown, typed
from labdesk.words import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
VALUE_ROLE = Qt.ItemDataRole.UserRole
"""The stored value of a cell."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """Rows of `table` that have the `fixed` fields, in order; then a row of totals if a column is summed."""

    misread = Signal(str)
    """A sentence: what was typed is not what this cell takes; nothing changed."""

    def __init__(
        self,
        desk: Desk,
        table: str,
        columns: Callable[[Project], Columns],
        fixed: Mapping[str, Value] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.table, self.fixed = desk, table, dict(fixed or {})
        self._columns_of = columns
        self.columns: Columns = ()
        self.rows: tuple[str, ...] = ()
        self._seen: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self.refresh()

    # -- keeping in step ------------------------------------------------------------------------------------
    def touched(self, rows: Sequence[tuple[str, str]] | frozenset[tuple[str, str]]) -> None:
        """Some rows of the project changed: read again if they are ours."""
        tables = {self.table, "expense_year", "project"} if self.table == "expense" else {self.table}
        if any(table in tables for table, _row in rows):
            self.refresh()

    def refresh(self) -> None:
        """Read the project again; the same rows and columns are only repainted."""
        project = self.desk.project
        rows = tuple(row.id for row in project.in_order(self.table) if self._is_ours(row))
        columns = self._columns_of(project)
        if (rows, columns) != (self.rows, self.columns):
            self.beginResetModel()
            self.rows, self.columns = rows, columns
            self.endResetModel()
        elif rows:
            corner = self.index(self.rowCount() - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def _is_ours(self, row: object) -> bool:
        return all(getattr(row, field) == value for field, value in self.fixed.items())

    @property
    def has_total(self) -> bool:
        """The last row holds totals: there are rows, and a column that adds up."""
        return bool(self.rows) and any(column.summed for column in self.columns)

    def row_id(self, index: Index) -> str | None:
        """The row under an index; None for the totals."""
        at = index.row()
        return self.rows[at] if index.isValid() and at < len(self.rows) else None

    def column(self, index: Index) -> Column:
        """The column under an index."""
        return self.columns[index.column()]

    # -- what Qt asks ---------------------------------------------------------------------------------------
    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows of the project, and the totals."""
        return 0 if parent.isValid() else len(self.rows) + self.has_total

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns shown."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Titles of the columns; rows are numbered, the totals are not."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self.columns[section].kind in NUMBERS else _LEFT
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1) if section < len(self.rows) else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be reached and copied; sums and totals cannot be typed."""
        reachable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.row_id(index) is None or not self.column(index).editable or self.desk.read_only:
            return reachable
        return reachable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = 0) -> Any:
        """One cell, in the role asked."""
        column, row = self.column(index), self.row_id(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind in NUMBERS else _LEFT
        if row is None:
            return self._total(index.column()) if role in _READING else None
        value = column.value(self.desk.project, row)
        if role == VALUE_ROLE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return self._display(column, value)
        if role == Qt.ItemDataRole.EditRole:
            return typed(column.kind, value, column.options)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = shown(column.kind, value, column.options) or _("vide")
            return _("{name} : {said}").format(name=column.title, said=said)
        return None

    def _display(self, column: Column, value: Value) -> str:
        if column.kind == "check":
            return "✓" if value else ""
        return shown(column.kind, value, column.options)

    def _total(self, at: int) -> str:
        column = self.columns[at]
        if at == 0:
            return _("Total")
        if not column.summed:
            return ""
        return shown(column.kind, self.total(column))

    def total(self, column: Column) -> Value:
        """What a column adds up to: cents, or a decimal as text."""
        from decimal import Decimal

        held = [column.value(self.desk.project, row) for row in self.rows]
        if column.kind == "money":
            return sum(int(value) for value in held if value is not None)
        found = [Decimal(str(value)) for value in held if _is_number(value)]
        return f"{sum(found, Decimal(0)).normalize():f}" if found else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed (text) becomes a gesture; what is not understood is said and changes nothing."""
        row, column = self.row_id(index), self.column(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            wanted = read(column.kind, str(value), column.options)
        except Refusal as refusal:
            self.misread.emit(refusal.sentence)
            return False
        self.misread.emit("")
        seen = self._seen.pop(column.address(row), None)
        self.desk.do(column.write(self.desk.project, row, wanted, seen))
        return True

    def begin(self, index: Index) -> None:
        """An editor opens on this cell: remember what stood there."""
        row = self.row_id(index)
        if row is not None:
            address = self.column(index).address(row)
            self._seen[address] = self.desk.heads(*address)


_READING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _is_number(value: Value) -> bool:
    from decimal import Decimal

    try:
        return value is not None and Decimal(str(value)).is_finite()
    except ArithmeticError:
        return False
