"""Lines and texts of a form, bound to a field of a row; below each, why it was not understood."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.burst import Burst, Seen
from labdesk.ui.filling.entry import Kind, shown, typed
from labdesk.ui.sheet import role
from labdesk.words import _

AS_TYPED: Sequence[Kind] = ("text", "long", "raw")
"""Kinds that are good at every key; an amount or a date is only read once the field is left."""


class BoundLine(QLineEdit):
    """One line; a gesture when it is left, or after a silence."""

    misread = Signal(str)
    """The sentence that says why it was not understood; empty when all is well."""

    def __init__(self, desk: Desk, bond: Bond) -> None:
        super().__init__()
        self._desk, self.bond = desk, bond
        self.setMaxLength(bond.limit)
        self._wrong = False
        self.drawn = ""
        """What is shown in place of the field, and cannot be typed: it is drawn from elsewhere."""
        self._burst = Burst(desk, self.text, self._gesture, self)
        self._burst.settled.connect(self._settled)
        self.inputRejected.connect(self._full)
        self.textEdited.connect(self._typed)
        self.refresh()

    def _gesture(self, project: Project, text: str, seen: Seen) -> Gesture:
        return self.bond.typed(project, text, seen)  # another bond may have come since

    def _typed(self, _text: str) -> None:
        self._burst.typed(self.bond.address, pauses=self.bond.kind in AS_TYPED)
        if self._wrong:  # it is being corrected: what was wrong with it is not told any longer
            self._settled("", shown_again=False)

    def _settled(self, sentence: str, *, shown_again: bool = True) -> None:
        role(self, "error" if sentence else "")
        self.misread.emit(sentence)
        self._wrong = bool(sentence)
        if shown_again and not sentence and not (self.hasFocus() and self.bond.kind in AS_TYPED):
            self.refresh()

    def _full(self) -> None:
        """More was typed or pasted than the field holds: what is not kept is said."""
        if len(self.text()) >= self.maxLength():
            sentence = _("Ce champ tient en {n} caractères : ce qui dépasse n’a pas été gardé.")
            self.misread.emit(sentence.format(n=self.maxLength()))

    def bind(self, bond: Bond) -> None:
        """Another field is edited now; what was typed in the former one is settled first."""
        self.leave()
        self.bond = bond
        self.refresh()

    def refresh(self) -> None:
        """Show what stands in the project, unless someone is typing here."""
        show = typed if self.hasFocus() else shown
        text = self.drawn or show(self.bond.kind, self.bond.value(self._desk.project))
        if not self._burst.going_on and not self._wrong and text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))
        self.setReadOnly(self._desk.read_only or bool(self.drawn))

    def settle(self) -> None:
        """What was typed becomes a gesture now."""
        self._burst.settle()

    def leave(self) -> None:
        """The page is left: what was typed becomes a gesture, what was not understood goes with its error."""
        self.settle()
        if self._wrong:
            self._settled("")
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An amount is typed without its unit."""
        super().focusInEvent(event)
        if self.bond.kind not in AS_TYPED:
            self.refresh()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The field is left: an amount is shown with its unit again."""
        super().focusOutEvent(event)
        self.settle()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes it; Ctrl+Z is the project's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
            self.focusNextChild()
        elif not undone(event, self._desk, self.settle):
            super().keyPressEvent(event)


def undone(event: QKeyEvent, desk: Desk, settle: Callable[[], object]) -> bool:
    """Ctrl+Z or Ctrl+Y in an editor: the burst ends, then the project undoes; Qt’s own knows no gesture."""
    for keys, deed in (
        (QKeySequence.StandardKey.Undo, desk.undo),
        (QKeySequence.StandardKey.Redo, desk.redo),
    ):
        if event.matches(keys):
            settle()
            deed()
            return True
    return False


class LabelledField(QWidget):
    """A label above its field; below, what is expected, or why the field was not understood."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.label, self.field = QLabel(label), field
        self._hint, self._below = hint, QLabel(hint)
        self.label.setBuddy(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        role(self.label, "small")
        role(self._below, "small")
        self._below.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        for widget in (self.label, field, self._below):
            box.addWidget(widget)
        self._below.setVisible(bool(hint))  # not sooner: what has no parent yet is shown as a window
        if isinstance(field, BoundLine):
            field.misread.connect(self._say)

    def add(self, widget: QWidget) -> None:
        """Something more under the field."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)
        layout.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)

    def say(self, hint: str) -> None:
        """What is expected changes."""
        self._hint = hint
        self._say("")

    def _say(self, sentence: str) -> None:
        role(self._below, "error" if sentence else "small")
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self.field.setAccessibleDescription(sentence or self._hint)
