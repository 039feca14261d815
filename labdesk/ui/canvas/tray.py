"""« À ranger »: notes typed or pasted without choosing a cell, filed later by hand or by « C7 »."""

import json
import re

from PySide6.QtCore import QByteArray, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.commands import notes
from labdesk.ui.actions import draw
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.clip import ROWS, lines_of
from labdesk.ui.canvas.editor import clean
from labdesk.ui.canvas.heads_item import LETTERS
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

TRAY = "tray"
_PLACE = re.compile(r"^\s*([a-z])\s*[-.]?\s*(\d{1,2})\s*$", re.IGNORECASE)


class TrayList(QListWidget):
    """The notes to file; they can be dragged onto the canvas."""

    deleted = Signal()

    def mimeData(self, items: object) -> QMimeData:
        data = QMimeData()
        rows = [item.data(Qt.ItemDataRole.UserRole) for item in items]  # type: ignore[attr-defined]
        data.setData(ROWS, QByteArray(json.dumps(rows).encode()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class TrayEntry(QPlainTextEdit):
    """Entrée adds what is typed; several pasted lines are several notes."""

    given = Signal(str)
    left = Signal()
    """Échap: back to the canvas."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.given.emit(self.toPlainText())
        elif enter:
            self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = clean(source.text())
        if "\n" in text.strip():
            self.given.emit(self.toPlainText() + text)
        else:
            self.insertPlainText(text)


class Tray(QFrame):
    """A panel beside a grid."""

    counted = Signal(int)
    closed = Signal()

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self.look = board, look
        role(self, "drawer")
        self.setAccessibleName(_("À ranger"))
        self.setFixedWidth(look.px(264))
        self._title = QLabel(self)
        role(self._title, "h3")
        self.entry = TrayEntry(self)
        self.entry.setPlaceholderText(_("Tapez ou collez des notes, Entrée après chacune"))
        self.entry.setAccessibleName(_("Nouvelle note à ranger"))
        self.entry.setFixedHeight(look.px(58))
        self.entry.setTabChangesFocus(True)
        self.list = TrayList(self)
        self.place = QLineEdit(self)
        self._fill()
        board.desk.changed.connect(lambda _touched: self.refresh())
        board.desk.settling.connect(self.settle)

    def _fill(self) -> None:
        look = self.look
        close = QToolButton(self)
        role(close, "quiet")
        draw(close, "x", look)
        close.setAccessibleName(_("Fermer « À ranger »"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self.list.setAccessibleName(_("Notes à ranger"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setDragEnabled(True)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSpacing(look.px(2))
        self.list.itemChanged.connect(self._rewritten)
        self.list.deleted.connect(self.delete)
        self.place.setPlaceholderText(_("Ranger en : C7 (ligne C, étape 7)"))
        self.place.setAccessibleName(_("Lettre de la ligne et numéro de l’étape"))
        self.place.returnPressed.connect(lambda: self.file(self.place.text()))
        self.entry.given.connect(self.add)
        column = QVBoxLayout(self)
        margin = look.space("m")
        column.setContentsMargins(margin, margin, margin, margin)
        column.addLayout(head)
        for widget in (self.entry, self.list, self.place):
            column.addWidget(widget)

    # -- what is in it --------------------------------------------------------------------------------------
    def count(self) -> int:
        """Notes that wait."""
        return len(self.board.project.notes_at(self.board.canvas, TRAY)) if self.board.stands else 0

    def refresh(self) -> None:
        """The notes as they are now; the selection stays, or goes to the next one."""
        waiting = self.board.project.notes_at(self.board.canvas, TRAY) if self.board.stands else ()
        self._title.setText(_("À ranger ({n})").format(n=len(waiting)))
        self.counted.emit(len(waiting))
        row, chosen = max(0, self.list.currentRow()), {self._id(i) for i in self.list.selectedItems()}
        self.list.blockSignals(True)
        self.list.clear()
        for note in waiting:
            item = QListWidgetItem(note.text or "")
            item.setData(Qt.ItemDataRole.UserRole, note.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setBackground(self.look.note("sun")[0])
            item.setForeground(self.look.colour("note_ink"))
            self.list.addItem(item)
            item.setSelected(note.id in chosen)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)

    def _id(self, item: QListWidgetItem) -> str:
        return str(item.data(Qt.ItemDataRole.UserRole))

    def chosen(self) -> list[str]:
        """The notes an action is about: those selected, else the first."""
        picked = [self._id(item) for item in self.list.selectedItems()]
        return picked or ([self._id(self.list.item(0))] if self.list.count() else [])

    # -- doing ----------------------------------------------------------------------------------------------
    def add(self, text: str) -> None:
        """One note a line."""
        texts = lines_of(text)
        if texts and self.board.stands:
            said = {"author_table": self.board.desk.table} if self.board.desk.table else {}
            _rows, gesture = notes.add_notes(self.board.project, self.board.canvas, TRAY, texts, **said)
            self.board.desk.do(gesture)
            self.list.scrollToBottom()
        self.entry.clear()

    def settle(self) -> None:
        """What was typed and not given yet is a note now."""
        if text := self.entry.toPlainText():
            self.add(text)

    def file(self, place: str) -> None:
        """« C7 »: the chosen notes go to lane C, step 7; the next one is chosen."""
        found = _PLACE.match(place)
        zone = self._zone(found.group(1)) if found else None
        steps = [s.id for s in self.board.project.steps_of(self.board.canvas)]
        step = int(found.group(2)) - 1 if found else -1
        if zone is None or not 0 <= step < len(steps):
            self.board.desk.refused.emit(
                _("« {place} » n’est pas une case ; exemple : C7, ligne C, étape 7.").format(place=place)
            )
            return
        chosen = self.chosen()
        self.board.desk.do(notes.move_notes(self.board.project, chosen, zone, step=steps[step]))
        where = _("{lane}, étape {n}").format(lane=self.board.label(zone), n=step + 1)
        said = several(len(chosen), "{n} note rangée", "{n} notes rangées")
        self.board.desk.announce(_("{what} : {where}").format(what=said, where=where))
        self.place.clear()

    def _zone(self, letter: str) -> str | None:
        plan = self.board.plan
        heads = [b for part in plan.parts for b in part.boxes if b.kind == "lane"] if plan else []
        found = next((b.zone for b in heads if LETTERS[b.index % len(LETTERS)] == letter.upper()), None)
        zone = self.board.zone(found) if found else None
        return found if zone is not None and zone.holds_notes else None

    def delete(self) -> None:
        """The selected notes go away."""
        picked = [self._id(item) for item in self.list.selectedItems()]
        self.board.desk.do(notes.delete_notes(self.board.project, picked))

    def _rewritten(self, item: QListWidgetItem) -> None:
        text, note = item.text().strip(), self._id(item)
        gesture = (
            notes.write_note(self.board.project, note, text)
            if text
            else notes.delete_notes(self.board.project, [note])
        )
        self.board.desk.do(gesture)
