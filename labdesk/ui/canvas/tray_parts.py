"""The fields of « À ranger »: where one types, the list of what waits, where it goes. They change nothing."""

import json
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.entities import Note
from labdesk.ui.canvas.clip import MOST, ROWS, clean, line_count
from labdesk.ui.named_editors import NamedEditors
from labdesk.ui.pictures import offered_by, pictures_in, text_in
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

_ID = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDED = 14
"""Design px beside the words of a line: window.qss."""


class TrayEntry(QPlainTextEdit):
    """Entrée adds what is typed; several pasted lines are several notes."""

    given = Signal(str)
    left = Signal()
    """Échap: back to the canvas."""
    took_back = Signal(bool)
    """Ctrl+Z (True) or Ctrl+Y where nothing is typed: the project's own."""
    went_down = Signal()
    """↓ on the last line: to the notes that wait."""
    pictured = Signal(object)
    """QMimeData with pictures."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.given.emit(self.toPlainText())
        elif event.key() in _ENTER:
            self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (undo or event.matches(QKeySequence.StandardKey.Redo)) and not self.toPlainText():
            self.took_back.emit(undo)
        elif event.key() == Qt.Key.Key_Down and not self.toPlainText():
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Lines are notes at once; pictures go beside the notes of the step one is in."""
        if pictures_in(source):
            self.pictured.emit(source)
            return
        text = text_in(source)
        if line_count(text) > MOST:
            self.given.emit(text)  # nothing of it is read closely before someone says so
        elif "\n" in (text := clean(text, tabs=True)).strip():
            self.given.emit(self.toPlainText() + text)
        else:
            self.insertPlainText(clean(text))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or offered_by(source)


class TrayPlace(QLineEdit):
    """« C7 »: ↑ and ↓ choose another note without leaving it."""

    left = Signal()
    moved = Signal(int)
    took_back = Signal(bool)
    came = Signal()
    """The keyboard is here: what is about to be filed is to be seen."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif (undo or event.matches(QKeySequence.StandardKey.Redo)) and not self.text():
            self.took_back.emit(undo)
        else:
            super().keyPressEvent(event)


class TrayQuestion(QFrame):
    """So many lines may be a mistake: they are notes only when someone says so."""

    answered = Signal(object)
    """The texts to add; none when they are not wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: Sequence[str] = ()
        self.words, self.yes, self.no = QLabel(self), QPushButton(self), QPushButton(self)
        self.words.setWordWrap(True)
        self.yes.setText(_("Les ajouter"))
        self.no.setText(_("Ne rien ajouter"))
        role(self.yes, "primary")
        self.yes.clicked.connect(lambda: self._answer(self._texts))
        self.no.clicked.connect(lambda: self._answer(()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.yes, self.no):
            column.addWidget(widget)
        self.hide()

    def ask(self, texts: Sequence[str], of: int) -> None:
        """Say how many there are, of how many lines; Entrée adds them, Échap does not."""
        self._texts = texts
        said = _("{n} lignes : en faire autant de notes ?").format(n=len(texts))
        if of > MOST:
            said = _("{of} lignes : ajouter les {n} premières ? Les autres resteront dans le presse-papiers.")
        self.words.setText(said.format(n=len(texts), of=of))
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, texts: Sequence[str]) -> None:
        self._texts = ()
        self.answered.emit(texts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(())
        else:
            super().keyPressEvent(event)


class TrayLine(NamedEditors):
    """As many lines as the words take: the padding of the style sheet is no room for them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(lambda _column: _("Note à ranger"), parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(narrow.rect.width() - self._look.px(_PADDED))
        return super().sizeHint(narrow, index)


class TrayList(QListWidget):
    """The notes to file; they can be dragged onto the canvas, and a letter typed here says where they go."""

    deleted = Signal()
    left = Signal()
    began = Signal(str)
    """The first letter of « C7 »."""
    rewritten = Signal(str, str)
    """A note and its new words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        role(self, "waiting")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(TrayLine(look, self))
        self.setDragEnabled(True)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(look.px(2))
        self.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.itemChanged.connect(lambda item: self.rewritten.emit(self.id(item), item.text()))

    def id(self, item: QListWidgetItem) -> str:
        """The note an entry stands for."""
        return str(item.data(_ID))

    def show_notes(self, waiting: Iterable[Note]) -> None:
        """The notes as they are now. What did not change is left alone: someone may be rewriting it."""
        notes = list(waiting)
        here = {note.id for note in notes}
        at = max(0, self.currentRow())
        self.blockSignals(True)
        for row in reversed(range(self.count())):
            if self.id(self.item(row)) not in here:
                self.takeItem(row)
        for row, note in enumerate(notes):
            item = self.item(row)
            if item is None or self.id(item) != note.id:
                item = self._placed(row, note.id)
            if item.text() != (note.text or ""):
                item.setText(note.text or "")
        if not self.selectedItems() and self.count():
            self.setCurrentRow(min(at, self.count() - 1))
        self.blockSignals(False)

    def _placed(self, row: int, note: str) -> QListWidgetItem:
        """The entry of a note, new or brought from where it stood, at a rank."""
        standing = next((at for at in range(row, self.count()) if self.id(self.item(at)) == note), None)
        item = self.takeItem(standing) if standing is not None else self._made(note)
        self.insertItem(row, item)
        return item

    def _made(self, note: str) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(_ID, note)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setBackground(self._look.note("sun")[0])
        item.setForeground(self._look.colour("note_ink"))
        return item

    def chosen(self) -> list[str]:
        """The notes an action is about, in the order shown: those selected, else the first."""
        picked = sorted(self.row(item) for item in self.selectedItems())
        return [self.id(self.item(row)) for row in picked or range(min(1, self.count()))]

    def show_chosen(self) -> None:
        """The first of the notes an action is about is in sight."""
        picked = sorted(self.row(item) for item in self.selectedItems()) or [0]
        if self.count():
            self.scrollToItem(self.item(picked[0]))

    def from_chosen(self) -> list[str]:
        """The first chosen note and all that wait below it."""
        chosen = self.chosen()
        ids = [self.id(self.item(row)) for row in range(self.count())]
        return ids[ids.index(chosen[0]) :] if chosen else []

    def settle(self) -> None:
        """Words that are being rewritten count now."""
        if self.state() == QAbstractItemView.State.EditingState:
            for editor in self.viewport().findChildren(QLineEdit):
                self.commitData(editor)

    def mimeData(self, items: object) -> QMimeData:
        data = QMimeData()
        rows = sorted((self.row(item), self.id(item)) for item in items)  # type: ignore[attr-defined]
        data.setData(ROWS, QByteArray(json.dumps([note for _row, note in rows]).encode()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Delete: self.deleted.emit,
            Qt.Key.Key_Escape: self.left.emit,
        }
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and (deed := keys.get(event.key())):
            deed()
        elif not editing and event.text().isalpha() and not event.modifiers().value & ~_SHIFT:
            self.began.emit(event.text())
        elif not editing and event.key() in _ENTER:
            self.began.emit("")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Suppr is the list's own while it has the keyboard, whatever the menus say."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Delete and not event.modifiers():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)


_SHIFT = Qt.KeyboardModifier.ShiftModifier.value
