"""A table of the dossier on screen: filled without the mouse, pasted from a spreadsheet, tall as its rows."""

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from labdesk.ui.dossier.bar_in_sight import BarInSight
from labdesk.ui.dossier.cell_delegate import CellDelegate, Hint
from labdesk.ui.dossier.column_widths import shared
from labdesk.ui.dossier.rows_deeds import RowsDeeds
from labdesk.ui.dossier.rows_keys import deed_of, named
from labdesk.ui.dossier.rows_model import Index, RowsModel
from labdesk.ui.press.spots import around
from labdesk.ui.style import Look

_LEAST = 96
"""px at 100 %: a column of words is never narrower."""
_FLEXIBLE_MIN = 170
"""px at 100 %: what a column without a width of its own likes to have."""


class RowsView(QTableView):
    """Enter or F2 edits, typing replaces, Tab goes on; Inser adds a row, Alt+↑↓ moves, Ctrl+Suppr deletes."""

    said = Signal(str)
    """A sentence about what was just typed or pasted; empty when there is nothing to say."""
    went = Signal(QRect)
    """Where the current cell is, for the page that scrolls."""

    def __init__(self, model: RowsModel, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.rows = look, model
        self.setModel(model)
        self.deeds = RowsDeeds(self, model, self.said.emit)
        self.setAccessibleName(name)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet("RowsView, RowsView:focus { border: 0; }")  # the cell has the ring
        self._delegate = CellDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.bar = BarInSight(self)
        self._kept: tuple[str | None, int, int] = (None, 0, 0)
        self._laid, self._fitting = False, False
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._widened())
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.dataChanged.connect(lambda *_: self._fit_rows())
        model.misread.connect(self.said)
        self._delegate.entered.connect(lambda: self.go(1, 0))

    # -- keeping the place when the rows are read again ------------------------------------------------------
    def _remember(self) -> None:
        index = self.currentIndex()
        self._kept = (self.rows.row_id(index), index.row(), index.column())

    def _restore(self) -> None:
        row, at, column = self._kept
        self._fit_columns()
        self._fit_rows()
        if column < 0 or not self.rows.rows:
            return
        at = self.rows.rows.index(row) if row in self.rows.rows else min(at, len(self.rows.rows) - 1)
        self.put(at, min(column, len(self.rows.columns) - 1))

    def put(self, row: int, column: int) -> None:
        """The current cell is this one."""
        index = self.rows.index(row, column)
        self.setCurrentIndex(index)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def reveal(self, row: str | None, field: str | None) -> bool:
        """Put the focus on the cell of a row (and a field of it), if it is here."""
        wanted, _slash, year = (row or "").partition("/")
        if wanted not in self.rows.rows:
            return False
        addresses = [column.address(wanted) for column in self.rows.columns]
        fits = [
            address[2] == field and (not year or address[1] == row) for address in addresses
        ]  # a year is named by its own row
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.put(self.rows.rows.index(wanted), fits.index(True) if True in fits else 0)
        return True

    # -- size -----------------------------------------------------------------------------------------------
    def _fit_columns(self) -> None:
        """Columns with a width take it; the others share what is left. Rows are measured once, afterwards."""
        if not self._laid:
            return
        widths, room = [self.look.px(column.width) for column in self.rows.columns], self.viewport().width()
        free = widths.count(0)
        left = room - sum(widths)
        share = max(left // free, self.look.px(_FLEXIBLE_MIN)) if free else 0
        before = [self.columnWidth(at) for at in range(len(widths))]
        wanted = [width or share for width in widths]
        if sum(wanted) > room:
            wanted = shared(wanted, [self._least(at) for at in range(len(wanted))], room)
        self._fitting = True
        for at, width in enumerate(wanted):
            self.setColumnWidth(at, width)
        self._fitting = False
        if wanted != before:
            self._fit_rows()

    def _least(self, at: int) -> int:
        """px below which a column would cut its title, a word or an amount."""
        column, letters = self.rows.columns[at], QFontMetrics(self.look.font(13, 600))
        said = (str(self.rows.index(row, at).data() or "") for row in range(self.rows.rowCount()))
        wraps = column.kind in ("text", "long", "choice")
        pieces = (max(words.split(), key=len, default="") if wraps else words for words in said)
        needed = max((letters.horizontalAdvance(piece) for piece in pieces), default=0) + self.look.px(22)
        floor = self.look.px(_LEAST if wraps else 0)
        return max(needed, floor, self.horizontalHeader().sectionSizeHint(at))

    def _widened(self) -> None:
        """A person drew the edge of a column."""
        if not self._fitting:
            self._fit_rows()

    def _fit_rows(self) -> None:
        if self._laid:
            self.resizeRowsToContents()
        self.updateGeometry()

    def relook(self) -> None:
        """The text size or the theme changed."""
        self._fit_columns()
        self._fit_rows()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider table gives its room to the long texts."""
        super().resizeEvent(event)
        first, self._laid = not self._laid, True
        self._fit_columns()
        if first:
            self._fit_rows()

    def sizeHint(self) -> QSize:
        """As tall as the rows: the page scrolls, not the table."""
        wide = self.horizontalHeader().length() > self.viewport().width()
        extra = self.bar.sizeHint().height() if wide else 0
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + extra
        return QSize(self.look.px(480), height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """Nothing of the height is given up."""
        return QSize(self.look.px(240), self.sizeHint().height())

    # -- going about ----------------------------------------------------------------------------------------
    def go(self, down: int, right: int) -> bool:
        """Go to another cell; False at the edge. After the last cell of a row comes the first of the next."""
        index = self.currentIndex()
        row, column = index.row() + down, index.column() + right
        if right:
            row, column = row + column // len(self.rows.columns), column % len(self.rows.columns)
        if not (0 <= row < len(self.rows.rows) and column >= 0):
            return False
        self.put(row, column)
        return True

    def words_here(self) -> tuple[str, ...]:
        """What names the current row on paper: the words of its first cell."""
        index = self.currentIndex()
        if not index.isValid():
            return ()
        words = str(self.rows.index(index.row(), 0).data(Qt.ItemDataRole.DisplayRole) or "")
        return around(words, 0)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Tab in an editor goes on to the next cell; after the very last one it makes a new row."""
        if hint == Hint.EditNextItem:
            super().closeEditor(editor, Hint.NoHint)
            if not self._next_editable(1):
                self.deeds.add()
        elif hint == Hint.EditPreviousItem:
            super().closeEditor(editor, Hint.NoHint)
            self._next_editable(-1)
        else:
            super().closeEditor(editor, hint)

    def _next_editable(self, by: int) -> bool:
        while self.go(0, by):
            if self.rows.column(self.currentIndex()).editable:
                return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The table is entered: a cell is always current in it."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self.put(len(self.rows.rows) - 1 if back else 0, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell, then out of the table."""
        return self._next_editable(1 if forward else -1) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a table; what is not one of them goes to the view, then to the window."""
        self.said.emit("")
        if not self._pressed(event):
            super().keyPressEvent(event)

    def begin(self, event: QKeyEvent) -> bool:
        """The keys that make a first row; False for any other."""
        deed = deed_of(event)
        if deed not in ("add", "paste"):
            return False
        getattr(self.deeds, deed)()
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        if (deed := deed_of(event)) is not None:
            getattr(self.deeds, deed)()
            return True
        if not self.deeds.on_box() or not event.text().isprintable() or not event.text():
            return False
        if named(event) == "Space":
            self.deeds.toggle()
        return True  # nothing is typed in a box to tick

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The page shows the current cell."""
        super().currentChanged(current, previous)
        self.went.emit(self.visualRect(current))
