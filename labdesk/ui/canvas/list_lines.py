"""The lines of the list view: every thing of a canvas in reading order, as a table one can read."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from labdesk.domain.layout import Box, Plan
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.names import beside, label_of, option_in_short, place, spoken
from labdesk.words import NBSP, _, several

Index = QModelIndex | QPersistentModelIndex
PLACE, STEP, TEXT, MORE = range(4)
"""The columns."""


class Line(Struct, frozen=True):
    """One line: a thing of the canvas, or (note of an empty cell) where one can be written."""

    key: moves.Key
    place: str
    step: str
    text: str
    more: str


def lines_of(plan: Plan) -> Iterator[Line]:
    """Every stop of the canvas in reading order."""
    heads = plan.parts[0].boxes if plan.columns and plan.parts else ()
    steps = {box.row: f"{box.index + 1}. {box.text}" for box in heads if box.kind == "step"}
    for part in plan.parts:
        for box in moves.stops(part):
            if box.kind == "add":
                continue
            step = steps.get(box.step, "") if box.kind != "step" else ""
            where = place(plan, box) if box.kind == "lane" else label_of(plan, box.zone) or place(plan, box)
            yield Line(box.key, where, step, _text(plan, box), _more(plan, box))


def _text(plan: Plan, box: Box) -> str:
    if box.kind == "lane":  # its sums stand in the last column
        return f"{box.text}, {_('repliée')}" if box.folded else box.text
    if box.kind in ("cell", "zone", "option"):
        return spoken(plan, box).partition(f"{NBSP}: ")[2]
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
    if box.links:
        said.append(several(box.links, "{n} lien", "{n} liens"))
    return " · ".join(word for word in said if word)


class ListModel(QAbstractTableModel):
    """Place, step, text, what stands behind it."""

    def __init__(self, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self._owner = board, parent
        self.narrow = False
        """Little room: the step stands with the place, and what stands behind the text under it."""
        self.lines: list[Line] = []
        self._rows: dict[moves.Key, int] = {}

    def renew(self) -> bool:
        """The canvas changed: lines that differ are told, those that come and go too. True: some did."""
        fresh = list(lines_of(self.board.plan)) if self.board.plan else []
        before, after = [line.key for line in self.lines], [line.key for line in fresh]
        if before != after:
            self._replace(fresh, before, after)
            return True
        changed = [row for row, (a, b) in enumerate(zip(self.lines, fresh, strict=True)) if a != b]
        self.lines = fresh
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, MORE))
        return bool(changed)

    def _replace(self, fresh: list[Line], before: list[moves.Key], after: list[moves.Key]) -> None:
        """Between what is the same at both ends, lines go and others come: the rest keeps its place."""
        same = 0
        while same < min(len(before), len(after)) and before[same] == after[same]:
            same += 1
        tail = 0
        while tail < min(len(before), len(after)) - same and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        gone, come = len(before) - same - tail, len(after) - same - tail
        cells = {key[2:4] for key in (*before[same : same + gone], *after[same : same + come])}
        old = {line.key: line for line in self.lines} or {line.key: line for line in fresh}
        none = QModelIndex()
        if gone:
            self.beginRemoveRows(none, same, same + gone - 1)
            del self.lines[same : same + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(none, same, same + come - 1)
            self.lines = fresh
            self.endInsertRows()
        self.lines = fresh
        self._rows = {key: row for row, key in enumerate(after)}
        for row, line in enumerate(fresh):  # « note 2 sur 3 » is « note 2 sur 4 » now
            if (before and line.key[2:4] in cells) or old.get(line.key, line) != line:
                self.dataChanged.emit(self.index(row, 0), self.index(row, MORE))

    def row_of(self, key: moves.Key | None) -> int | None:
        """The line of a thing; of a cell that holds notes, its last one."""
        if key is None or key in self._rows:
            return self._rows.get(key) if key else None
        _kind, _row, zone, step, _part = key
        held = [at for at, line in enumerate(self.lines) if (line.key[2], line.key[3]) == (zone, step)]
        return held[-1] if held else None

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
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(line)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(line, index.column())
        if role == Qt.ItemDataRole.FontRole and line.key[0] in ("phase", "step", "lane"):
            font = self._owner.font()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def _told(self, line: Line, column: int) -> str:
        """What a reader says of a cell: no arrow is mute."""
        if column == TEXT:
            return self.board.said(line.key)
        head = self.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        return self.cells(line)[column] or _("{column} : vide").format(column=head)

    def cells(self, line: Line) -> tuple[str, str, str, str]:
        """What a line shows, column by column."""
        if not self.narrow:
            return line.place, line.step, line.text, line.more
        return _together(", ", line.place, line.step), "", _together("\n", line.text, line.more), ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _together(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)
