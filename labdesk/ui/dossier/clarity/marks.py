"""A soft line under the passages of an editor, and the one that is spoken of; the text is not touched."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from labdesk.domain.clarity import Passage
from labdesk.ui.style import Look

BMP = "\uffff"
"""The last character that Qt counts once; an emoji counts twice."""


class Places:
    """Where the characters of an editor’s text stand as Qt counts them."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        text = editor.toPlainText()
        self._wide = [at for at, sign in enumerate(text) if sign > BMP]

    def place(self, at: int) -> int:
        """The position of a character."""
        return at + bisect_left(self._wide, at)

    def cursor_on(self, passage: Passage) -> QTextCursor:
        """A cursor that has the passage selected."""
        cursor = self._editor.textCursor()
        cursor.setPosition(self.place(passage.start))
        cursor.setPosition(self.place(passage.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def show(editor: QPlainTextEdit, look: Look, found: Sequence[Passage], current: Passage | None) -> None:
    """Underline these, and tint the current one; none: the editor is bare again."""
    at = Places(editor)
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    form.setUnderlineColor(editor.palette().color(QPalette.ColorRole.Link))
    marks = [_mark(at.cursor_on(passage), form) for passage in found if passage.kind != "long"]
    if current is not None:
        tinted = QTextCharFormat(form)
        tinted.setBackground(look.colour("primary_soft"))
        marks.append(_mark(at.cursor_on(current), tinted))
    editor.setExtraSelections(marks)


def _mark(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, form
    return made
