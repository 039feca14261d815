"""The list view: the same canvas as a real table, read line by line and filled in the same way."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from labdesk.domain.layout import Box, Plan
from labdesk.errors import Refusal
from labdesk.ui.canvas import deeds, moves
from labdesk.ui.canvas.blanks import Blank, answer_blank, cell_blank, label_blank, new_note_blank, note_blank
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.names import beside, label_of, option_in_short, place, spoken
from labdesk.words import _

Index = QModelIndex | QPersistentModelIndex
ROW_PAD = 5
"""px above and below a line."""
EDITABLE = ("note", "value", "field", "phase", "step", "lane")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a thing of the canvas, or (note of an empty cell) where one can be written."""

    key: moves.Key
    place: str
    step: str
    text: str
    more: str


def lines_of(plan: Plan) -> Iterator[Line]:
    """Every stop of the canvas in reading order."""
    for part in plan.parts:
        for box in moves.stops(part):
            if box.kind == "add":
                continue
            step = _step_text(plan, box)
            yield Line(
                box.key,
                label_of(plan, box.zone) or place(plan, box),
                step,
                _text(plan, box),
                _more(plan, box),
            )


def _step_text(plan: Plan, box: Box) -> str:
    heads = plan.parts[0].boxes if plan.columns and plan.parts else ()
    head = next((b for b in heads if b.kind == "step" and b.row == box.step), None)
    return f"{head.index + 1}. {head.text}" if head and box.kind != "step" else ""


def _text(plan: Plan, box: Box) -> str:
    if box.kind in ("cell", "zone", "option"):
        return spoken(plan, box).partition("\u00a0: ")[2]
    return box.text


def _more(plan: Plan, box: Box) -> str:
    said = [
        option_in_short(plan.kind, "evidence", box.evidence),
        option_in_short(plan.kind, "voice", box.voice),
        box.author,
        *(f"#{tag}" for tag in box.tags),
    ]
    if box.kind in ("step", "lane"):
        return beside(plan, box)
    if box.votes:
        said.insert(0, _("{n} voix").format(n=box.votes))
    return " · ".join(word for word in said if word)


class ListModel(QAbstractTableModel):
    """Place, step, text, what stands behind it."""

    def __init__(self, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self.board = board
        self.lines: list[Line] = []

    def renew(self) -> None:
        """The canvas changed: lines that differ are told; a change of their number resets the table."""
        fresh = list(lines_of(self.board.plan)) if self.board.plan else []
        if [line.key for line in fresh] != [line.key for line in self.lines]:
            self.beginResetModel()
            self.lines = fresh
            self.endResetModel()
            return
        changed = [row for row, (a, b) in enumerate(zip(self.lines, fresh, strict=True)) if a != b]
        self.lines = fresh
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 3))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (_("Où"), _("Étape"), _("Texte"), _("Voix et preuve"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (line.place, line.step, line.text, line.more)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 2:
            return self.board.said(line.key)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 2 and self.blank(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        blank = self.blank(index.row())
        if blank is None or str(value) == blank.text:
            return False
        seen = self.board.desk.heads(blank.table, blank.row, blank.field)
        try:
            self.board.desk.do(blank.write(self.board.project, str(value), seen))
        except Refusal as refusal:
            self.board.desk.refused.emit(refusal.sentence)
            return False
        return True

    def blank(self, row: int) -> Blank | None:
        """What can be typed on a line; None where one chooses or ticks."""
        board, key = self.board, self.lines[row].key
        box = moves.find(board.plan, key) if board.plan else None
        zone = board.zone(key[2])
        if box is None:
            return None
        if box.kind in ("phase", "step", "lane"):
            return label_blank(board.project, box, box.text)
        if zone is None:
            return None
        if box.kind == "note":
            return note_blank(board.project, box.row, box.text)
        if box.kind == "field":
            column = next(c for c in zone.columns if c.id == box.part)
            return cell_blank(board.project, box.row, column, box.text) if column.kind != "choice" else None
        if zone.kind in ("notes", "grid_notes") and (box.step or not board.plan or not board.plan.columns):
            return new_note_blank(board.project, board.canvas, zone.id, "", step=box.step or None)
        typed = ("text", "text_short", "number", "money", "date", "grid_number")
        if zone.kind in typed:
            return answer_blank(board.project, board.canvas, zone, box.text, step=box.step or None)
        return None


class ListView(QTableView):
    """Entrée and F2 edit, Suppr deletes, Alt+arrows move, Ctrl+arrows vote: as on the map."""

    def __init__(self, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self.board = board
        self.lines = ListModel(board, self)
        self.setModel(self.lines)
        self.setAccessibleName(_("Vue liste"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setAlternatingRowColors(True)
        self.setStyleSheet("QTableView, QTableView:focus { border: 0; }")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        board.planned.connect(self._planned)
        self.selectionModel().currentChanged.connect(self._current)

    def renew(self) -> None:
        """Show the canvas as it is now, on the thing that is current."""
        self.lines.renew()
        self.resizeColumnsToContents()
        self._fit_rows()
        self._follow()

    def _fit_rows(self) -> None:
        """Rows of one line are alike; only the others are measured: 2,000 of them would take 0.2 s."""
        metrics, header = self.fontMetrics(), self.verticalHeader()
        one_line = metrics.height() + 2 * ROW_PAD
        header.setDefaultSectionSize(one_line)
        room = self.columnWidth(2) - 4 * ROW_PAD
        for row, line in enumerate(self.lines.lines):
            if "\n" in line.text or metrics.horizontalAdvance(line.text) > room:
                self.resizeRowToContents(row)
            elif header.sectionSize(row) != one_line:
                header.resizeSection(row, one_line)

    def _planned(self) -> None:
        if self.isVisible():
            self.lines.renew()
            self._follow()

    def _follow(self) -> None:
        row = next((i for i, line in enumerate(self.lines.lines) if line.key == self.board.current), None)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.lines.index(row, 2))

    def _current(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.board.go(self.lines.lines[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        ways: dict[int, moves.Way] = {
            Qt.Key.Key_Left: "left",
            Qt.Key.Key_Right: "right",
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
        }
        if modifiers & Qt.KeyboardModifier.AltModifier and key in ways:
            deeds.move(self.board, ways[key])
        elif modifiers & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            deeds.vote(self.board, 1 if key == Qt.Key.Key_Up else -1)
        elif modifiers & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            deeds.duplicate(self.board)
        elif key == Qt.Key.Key_Delete:
            deeds.remove(self.board)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if not deeds.toggle(self.board):
                text = self.lines.index(self.currentIndex().row(), 2)
                if text.flags() & Qt.ItemFlag.ItemIsEditable:
                    self.edit(text)
        else:
            return False
        return True
