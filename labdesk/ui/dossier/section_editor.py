"""The words of one section in a calm editor, and the sentence of its counter."""

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.entities import LONG
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.burst import Burst, Seen
from labdesk.ui.dossier.entry import cleaned
from labdesk.ui.dossier.fields import undone
from labdesk.words import _, several


class SectionEditor(QPlainTextEdit):
    """The words of a section. A burst of typing is one gesture; drafts are kept each second."""

    counted = Signal(int)
    """Characters that stand in the editor now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.section = ""
        self._burst = Burst(desk, self.toPlainText, self._gesture, self)
        self.setUndoRedoEnabled(False)  # the project undoes: by gesture, across a restart
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)
        self._reading = False

    def _gesture(self, project: Project, text: str, seen: Seen) -> Gesture:
        return write_section(project, self.section, text[:LONG], seen)

    def _changed(self) -> None:
        self.counted.emit(self.document().characterCount() - 1)
        if not self._reading and self.section:
            self._burst.typed(("section", self.section, "text"))

    def show_section(self, section: str) -> None:
        """Another section is edited now."""
        self.settle()
        self.section = section
        self.refresh()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def refresh(self) -> None:
        """Show what stands in the project, unless someone is typing here; the cursor stays where it was."""
        self.setReadOnly(self._desk.read_only)
        text = self._desk.project.text(self.section)
        if self._burst.going_on or text == self.toPlainText():
            return
        self._reading = True
        at = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)
        self._reading = False

    def settle(self) -> None:
        """What was typed becomes a gesture now."""
        self._burst.settle()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A paste is its words alone, without control characters."""
        self.insertPlainText(cleaned(source.text()))

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


def counter(count: int, most: int) -> tuple[str, str]:
    """« 1 240 / 1 800 signes », and its role: nothing is cut when there are too many."""
    if not most:
        return several(count, "{n} signe", "{n} signes").replace(str(count), _grouped(count)), "small"
    sentence = _("{count} / {most} signes").format(count=_grouped(count), most=_grouped(most))
    if count <= most:
        return sentence, "small"
    over = several(count - most, "{n} de trop", "{n} de trop")
    return _("{sentence} : {over}. Rien n’est coupé.").format(sentence=sentence, over=over), "warn"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
