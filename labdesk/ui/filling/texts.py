"""Several lines of text in a calm editor, bound to a field of a row."""

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.burst import Burst, Seen
from labdesk.ui.filling.entry import cleaned
from labdesk.ui.filling.lines import undone
from labdesk.ui.spelling.underline import Underline


class BoundText(QPlainTextEdit):
    """A text. A burst of typing is one gesture; drafts are kept each second."""

    counted = Signal(int)
    """Characters that stand in the editor now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.bond: Bond | None = None
        self._burst = Burst(desk, self.held, self._gesture, self)
        self.setUndoRedoEnabled(False)  # the project undoes: by gesture, across a restart
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)
        self._reading, self._last = False, ""
        self.underline = Underline(self, desk.spelling)

    def _gesture(self, project: Project, text: str, seen: Seen) -> Gesture:
        return self.bond.typed(project, text[: self.bond.limit], seen) if self.bond else Gesture("", ())

    def _changed(self) -> None:
        text = self.toPlainText()
        if text == self._last:  # a line came under a word, nothing was typed
            return
        self._last = text
        self.counted.emit(self.document().characterCount() - 1)
        if not self._reading and self.bond:
            self._burst.typed(self.bond.address)

    def bind(self, bond: Bond) -> None:
        """Another text is edited now."""
        self.settle()
        self.bond = bond
        self.refresh()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def held(self) -> str:
        """What stands in the editor, as it is stored."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show a stored text."""
        self.setPlainText(text)

    def shows(self, text: str) -> bool:
        """This stored text is what stands in the editor."""
        return text == self.held()

    def refresh(self) -> None:
        """Show what stands in the project, unless someone is typing here; the cursor stays where it was."""
        self.setReadOnly(self._desk.read_only)
        text = str(self.bond.value(self._desk.project) or "") if self.bond else ""
        if self._burst.going_on or self.shows(text):
            return
        self._reading = True
        at = self.textCursor().position()
        self.put(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._reading = False

    def settle(self) -> None:
        """What was typed becomes a gesture now."""
        self._burst.settle()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A paste is its words alone, without control characters; the address of a file is no text."""
        if self.canInsertFromMimeData(source):
            self.insertPlainText(cleaned(source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file let go here is the window’s: it opens projects."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The editor is left."""
        super().focusOutEvent(event)
        self.settle()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z typed here is ours to hear before the window's menu does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for keys in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(keys):
                    event.accept()
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z is the project's own; the rest is typing."""
        if not undone(event, self._desk, self.settle):
            super().keyPressEvent(event)
