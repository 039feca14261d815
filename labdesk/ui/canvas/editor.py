"""The overlay in which one thing is typed. It says what was typed and how it was left; it saves nothing."""

from collections.abc import Callable
from math import inf
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from labdesk.ui.canvas.clip import MANY, clean, line_count
from labdesk.ui.pictures import offered_by, text_in

Leave = Literal["enter", "tab", "back", "escape", "away", "settled"]
"""How someone leaves: Entrée, Tab, Maj+Tab, Échap, the focus went elsewhere, or what is typed must count."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_TAKING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert)
_OWN_KEYS = (*_ARROWS, *_TAKING, Qt.Key.Key_D, Qt.Key.Key_Home, Qt.Key.Key_End)


class Editor(QPlainTextEdit):
    """Plain text only. It is as high as what is typed, and grows downwards."""

    left = Signal(str)
    """How it was left (a `Leave`)."""
    grown = Signal()
    took_back = Signal(bool)
    """Ctrl+Z (True) or Ctrl+Y: the project undoes, by gesture."""
    pasted = Signal(str)
    """Several lines were pasted: they stand in the text, and may become notes."""
    flooded = Signal(str)
    """More lines were pasted than anyone types: they do not stand in the text."""
    pictured = Signal(object)
    """QMimeData with pictures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.breaks = True
        self.keeps: Callable[[QWidget | None], bool] = lambda _widget: False
        """Who goes there is still typing: what is typed in has a panel beside it."""
        self.most: int | None = None
        """A name has a limit of its own: typing stops there."""
        self.setTabChangesFocus(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())
        self.hide()

    def begin(self, text: str, typed: str | None, breaks: bool, most: int | None = None) -> None:
        """Take a text; what was already `typed` is a word after it: one stray letter replaces nothing."""
        self.breaks, self.most = breaks, most
        typed = _apart(text, typed) if typed else typed
        if typed and most is not None:
            typed = typed[: max(0, most - len(text))]
        self.setPlainText(text + (typed or ""))
        self.moveCursor(self.textCursor().MoveOperation.End)
        if typed is None and text and not breaks:
            self.selectAll()

    def dress(self, fill: str, ink: str, border: str, padding: tuple[int, int], radius: int) -> None:
        """Look like what is typed in; `padding` is (beside, above) the text."""
        beside, above = padding
        self.setStyleSheet(
            f"Editor {{ background: {fill}; color: {ink}; border: 2px solid {border};"
            f" placeholder-text-color: {_lighter(ink)};"
            f" border-radius: {radius}px; padding: {above}px {beside}px; min-height: 0; }}"
        )

    def text_height(self, enough: float = inf) -> int:
        """The height of what is typed, in px; beyond `enough` nobody counts on."""
        lines = 0.0
        if self.document().isEmpty() and (asked := self.placeholderText()):
            wide = QRect(0, 0, max(1, self.viewport().width()), 10_000)
            flags = Qt.TextFlag.TextWordWrap.value
            lines = self.fontMetrics().boundingRect(wide, flags, asked).height()
            return round(lines)
        block = self.document().begin()
        while block.isValid() and lines <= enough:
            lines += self.blockBoundingRect(block).height()
            block = block.next()
        return round(lines)

    def scroll_inside(self, on: bool) -> None:
        """There is more text than room on the screen."""
        as_needed, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if on != (self.verticalScrollBarPolicy() == as_needed):
            self.setVerticalScrollBarPolicy(as_needed if on else off)
            self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.text_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.NoModifier:
            self.left.emit("enter")
        elif event.key() in _ENTER:
            if self.breaks:
                self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Tab and modifiers == Qt.KeyboardModifier.NoModifier:
            self.left.emit("tab")
        elif event.key() == Qt.Key.Key_Backtab:
            self.left.emit("back")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit("escape")
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.took_back.emit(event.matches(QKeySequence.StandardKey.Undo))
        else:
            full = self.most is not None and len(self.toPlainText()) >= self.most
            if not (full and event.text().isprintable() and event.text() and not self._replaces()):
                super().keyPressEvent(event)
            return
        event.accept()

    def _replaces(self) -> bool:
        return self.textCursor().hasSelection()

    def event(self, event: QEvent) -> bool:
        """Keys that edit a text belong to it while it is open, not to the menus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() in _OWN_KEYS or (alt and event.key() in _ARROWS):
                event.accept()
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Word pages and web pages leave their looks behind; pictures and files are no words."""
        if offered_by(source) and not source.hasText():
            self.pictured.emit(source)
            return
        if not self.canInsertFromMimeData(source):
            return
        text = text_in(source)
        if self.breaks and line_count(text) > MANY:
            self.flooded.emit(text)
            return
        text = clean(text)
        text = text if self.breaks else " ".join(text.split())[: self.most]
        self.insertPlainText(text)
        if self.breaks and "\n" in text.strip():
            self.pasted.emit(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        words = source.hasText() or source.hasHtml()
        return (words and not any(url.isLocalFile() for url in source.urls())) or offered_by(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        staying = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self.isVisible() and event.reason() not in staying and not self.keeps(QApplication.focusWidget()):
            self.left.emit("away")


def _lighter(ink: str) -> str:
    """What is only asked is told apart from what is typed, and still reads at 4.5 to 1."""
    colour = QColor(ink)
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, 185)"


def _apart(text: str, typed: str) -> str:
    """A word typed after a text begins after a space; a digit goes on with a number."""
    last, first = text[-1:], typed[:1]
    glued = last.isspace() or not last or (last.isdigit() and first.isdigit())
    return typed if glued or not (first.isalnum() or first in "«“(") else f" {typed}"
