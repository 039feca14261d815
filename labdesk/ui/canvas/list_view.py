"""The list view: the same canvas as a real table, line by line; every key means what it means on the map."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from labdesk.domain.layout import Box
from labdesk.ui.aloud import say_line
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.list_lines import MORE, PLACE, STEP, TEXT, Index, ListModel
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.pictures import offered_by
from labdesk.words import _

ROW_PAD = 5
"""px above and below a line."""
GAP = 34
"""px at 100 % that open under a line for a new note."""
BOLD, WIDEST = 1.08, 260
"""A bold text is that much wider; px at 100 % no column but the text's takes more."""
NARROW, SHARE = 720, 0.36
"""px at 100 % under which the list has two columns; what « where » takes of it then, at most."""
K = Qt.Key
_WALKING = (
    K.Key_Up,
    K.Key_Down,
    K.Key_Left,
    K.Key_Right,
    K.Key_Home,
    K.Key_End,
    K.Key_PageUp,
    K.Key_PageDown,
)
_SELECT = QItemSelectionModel.SelectionFlag


class ListView(QTableView):
    """Arrows walk through the lines; all other keys go where the map's go, to the pane of the page."""

    asked_menu = Signal(QPoint)
    """A context menu is wanted at this point of the screen."""

    def __init__(self, pane: Pane, parent: QWidget) -> None:
        super().__init__(parent)
        self.pane, self.board = pane, pane.board
        self.lines = ListModel(self.board, self)
        self._measured: dict[str, int] = {}
        self._following = False
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._heard: moves.Key | None = None
        self._gap: tuple[int, int] | None = None
        self.setModel(self.lines)
        self.setAccessibleName(_("Vue liste"))
        self.setAccessibleDescription(_("Une ligne par note ; les touches sont celles de la carte."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setTabKeyNavigation(False)  # Tab goes out of the list, as out of every other
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setAlternatingRowColors(True)
        self.setStyleSheet("QTableView, QTableView:focus { border: 0; }")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.board.planned.connect(self._planned)
        self.board.moved.connect(self._moved)
        self._settled.timeout.connect(self._settle)
        pane.typist.opened.connect(self._close_gap)
        self.verticalScrollBar().valueChanged.connect(pane.typist.replace)
        self.doubleClicked.connect(lambda _index: pane.keyboard.enter())

    # -- showing --------------------------------------------------------------------------------------------
    def renew(self) -> None:
        """Show the canvas as it is now, on the thing that is current."""
        self.lines.renew()
        self._measured.clear()
        self._fit_columns()
        self._fit_rows()
        self._follow()

    def _wide(self, text: str) -> int:
        """How wide a text is: most are measured once."""
        if text not in self._measured:
            self._measured[text] = self.fontMetrics().horizontalAdvance(text)
        return self._measured[text]

    def _fit_columns(self) -> None:
        """As wide as what they hold; Qt's own way would measure every cell. In little room two columns."""
        look, lines, room = self.pane.look, self.lines.lines, self.viewport().width()
        self.lines.narrow = narrow = room < look.px(NARROW)
        for column in (STEP, MORE):
            self.setColumnHidden(column, narrow)
        for column in (PLACE,) if narrow else (PLACE, STEP, MORE):
            title = str(self.lines.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
            widest = max(self._wide(t) for t in {title, *(self.lines.cells(line)[column] for line in lines)})
            most = round(room * SHARE) if narrow else look.px(WIDEST)
            self.setColumnWidth(column, min(round(widest * BOLD), most) + look.px(24))

    def _fit_rows(self) -> None:
        """Rows of one line are alike; only the others are measured: 2,000 of them would take 0.2 s."""
        metrics, header = self.fontMetrics(), self.verticalHeader()
        one_line = metrics.height() + 2 * ROW_PAD
        header.setDefaultSectionSize(one_line)
        room = self.columnWidth(TEXT) - 4 * ROW_PAD
        place = self.columnWidth(PLACE) - 4 * ROW_PAD if self.lines.narrow else 0
        for row, line in enumerate(self.lines.lines):
            where, _step, text, _more = self.lines.cells(line)
            if "\n" in text or self._wide(text) > room or (place and self._wide(where) * BOLD > place):
                self.resizeRowToContents(row)
            elif header.sectionSize(row) != one_line:
                header.resizeSection(row, one_line)

    def _planned(self) -> None:
        if self.isVisible():
            if not self._settled.isActive():
                self._heard = self._key()
            self._settled.start()
            self._following = True
            changed = self.lines.renew()
            self._following = False
            if changed:
                self._fit_rows()
            self._follow()
            self.pane.typist.replace()

    def _moved(self) -> None:
        self._follow()
        if self._settled.isActive():
            self._settle()

    def _settle(self) -> None:
        """Lines came and went: where one stands now is told, and none of those Qt stepped on meanwhile."""
        self._settled.stop()
        if self._key() != self._heard:
            say_line(self)

    def _key(self) -> moves.Key | None:
        """What the line one is on shows."""
        row = self.currentIndex().row()
        return self.lines.lines[row].key if 0 <= row < len(self.lines.lines) else None

    def _child(self, row: int, column: int) -> int:
        """The rank of a cell among the children of the table: the heads of lines, though hidden, count."""
        return (row + 1) * (self.lines.columnCount() + 1) + column + 1

    def _follow(self) -> None:
        """The thing that is current is the line one is on; several selected notes are several lines."""
        row = self.lines.row_of(self.board.current)
        if row is None or self._following or not self.isVisible():
            return
        self._following = True
        standing = self.currentIndex()
        index = standing if standing.row() == row and self.hasFocus() else self.lines.index(row, TEXT)
        chosen = QItemSelection()
        for note in self.board.chosen if len(self.board.chosen) > 1 else ():
            at = self.lines.row_of(self.board.key_of("note", note))
            if at is not None:
                chosen.select(self.lines.index(at, 0), self.lines.index(at, MORE))
        model = self.selectionModel()
        if self.currentIndex() != index:
            model.setCurrentIndex(index, _SELECT.NoUpdate)
        chosen.select(self.lines.index(row, 0), self.lines.index(row, MORE))
        model.select(chosen, _SELECT.ClearAndSelect)
        self.scrollTo(index)
        self._following = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The person walks on: so does what is current."""
        if self._settled.isActive():
            QAbstractItemView.currentChanged(self, current, previous)  # as a table's own, which also tells it
        else:
            super().currentChanged(current, previous)
        if current.isValid() and self.isVisible() and not self._following:
            self.board.go(self.lines.lines[current.row()].key)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A line reads otherwise: Qt tells no reader, and readers keep what they read."""
        super().dataChanged(first, last, roles)
        if self.isVisible() and QAccessible.isActive():
            for row in range(first.row(), last.row() + 1):
                told = QAccessibleEvent(self, QAccessible.Event.NameChanged)
                told.setChild(self._child(row, TEXT))
                QAccessible.updateAccessibility(told)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Several lines taken with the mouse are several notes."""
        super().selectionChanged(selected, deselected)
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        if len(rows) > 1 and not self._following and self.isVisible():
            keys = [self.lines.lines[row].key for row in sorted(rows)]
            self.board.choose(key[1] for key in keys if key[0] == "note")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tray or the drawer opens beside it, letters grow: the words keep room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.isVisible():
            self._fit_columns()
            self._fit_rows()
            self.pane.typist.replace()

    # -- typing in a line -----------------------------------------------------------------------------------
    def make_room(self, box: Box, new: bool) -> None:
        """Something will be typed here: the line is in sight, and a new note has a gap under it."""
        row = self._stands_under(box, new)
        if row is None:
            return
        if new and box.kind == "note":
            gap = self.pane.look.px(GAP)
            self._gap = row, gap
            self.verticalHeader().resizeSection(row, self.rowHeight(row) + gap)
        self.scrollTo(self.lines.index(row, TEXT))

    def _stands_under(self, box: Box, new: bool) -> int | None:
        """The line that is typed in; a new note comes after the last one of its cell."""
        last = moves.cell_key(box.zone, box.step) if new and box.step else box.key
        return self.lines.row_of(last)

    def place_of(self, blank: Blank, box: Box, new: bool) -> QRectF:
        """Where the editor stands: in the column of texts."""
        standing = self.board.key_of("note", blank.row) if blank.table == "note" else None
        row = self.lines.row_of(standing) if standing else self._stands_under(box, new)
        if row is None:
            return QRectF(0, 0, self.viewport().width(), self.pane.look.px(GAP))
        place = QRectF(self.visualRect(self.lines.index(row, TEXT)))
        if new and standing is None and self._gap and self._gap[0] == row:
            place.setTop(place.bottom() - self._gap[1])
        return place

    # -- dropped on a line ----------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures and texts of other programs, as on the map."""
        held = event.mimeData()
        if not self.board.desk.read_only and (offered_by(held) or (held.hasText() and not held.urls())):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """What was dropped goes to the thing of this line."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.board.go(self.lines.lines[index.row()].key)
            if self.pane.clipboard.take(event.mimeData()):
                event.acceptProposedAction()

    def _close_gap(self) -> None:
        if self._gap is not None and not self.pane.scribe.typing:
            self._gap = None
            self._fit_rows()

    def beside(self) -> QPoint:
        """Under the line one is on, on the screen of the computer."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """Another line is met by its text: any other column would tell where it is, and not what it says."""
        at = super().moveCursor(action, held)
        away = at.row() != self.currentIndex().row() or held & Qt.KeyboardModifier.ControlModifier
        return at.siblingAtColumn(TEXT) if away else at

    # -- keys -----------------------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        """Ctrl and a key of the digits' row means a lane here too, whatever the menus say."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.pane.keyboard.claims(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def tied_rows(self) -> list[str]:
        """The notes of the selected lines: what « Relier… » is about."""
        rows = sorted({index.row() for index in self.selectedIndexes()}) or [self.currentIndex().row()]
        keys = [self.lines.lines[row].key for row in rows if 0 <= row < len(self.lines.lines)]
        return [key[1] for key in keys if key[0] == "note"]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if (key in _WALKING and held == Qt.KeyboardModifier.NoModifier) or (
            key in (K.Key_Home, K.Key_End) and held == Qt.KeyboardModifier.ControlModifier
        ):
            super().keyPressEvent(event)
        elif key in (K.Key_Up, K.Key_Down) and held == Qt.KeyboardModifier.ShiftModifier:
            self._extend(1 if key == K.Key_Down else -1)
        elif not self.pane.keyboard.press(event):
            event.ignore()

    def _extend(self, by: int) -> None:
        """Maj and an arrow: the next line joins the selection."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self.lines.lines):
            key: moves.Key = self.lines.lines[row].key
            self.board.go(key, extend=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled, True
        )  # accents begin a note, as any letter
        if self.board.current is None and self.board.plan is not None:
            self.board.go(moves.first(self.board.plan))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Accents made of two keys are always heard: Qt stops hearing them when something else changes."""
        return True if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.pane.keyboard.words(event):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.asked_menu.emit(self.beside() if keyboard else event.globalPos())
