"""A dotted line under the words nobody knows, in one editor; the word being typed is left in peace."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPalette,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
)
from PySide6.QtWidgets import QPlainTextEdit

from labdesk.ui.spelling import proposals
from labdesk.ui.spelling.spelling import Spelling

SETTLED = 1_500
"""ms after the editor was made before right clicks on it are heard: no start waits for that."""
REST = 350
"""ms after a key before the word one stands behind is looked at too: not in the middle of it."""


class Underline(QSyntaxHighlighter):
    """It costs nothing until someone types in the editor, and nothing where the laptop has no dictionary."""

    def __init__(self, editor: QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(editor)  # without its document yet: nothing is read at start
        self._editor, self._spelling = editor, spelling
        self._all = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look_again)
        editor.installEventFilter(self)
        QTimer.singleShot(SETTLED, self, self._hear_menu)
        spelling.changed.connect(self._follow)

    def _hear_menu(self) -> None:
        """Right clicks fall on the viewport. Qt made it: PySide6 builds every class of widget to wrap it."""
        self._editor.viewport().installEventFilter(self)

    # -- words ----------------------------------------------------------------------------------------------
    def word_at(self, position: int) -> tuple[int, str] | None:
        """The unknown word around a place of the text, with where it begins."""
        block = self._editor.document().findBlock(position)
        found = (one for one in self._wrong(block) if one[0] <= position <= one[0] + len(one[1]))
        return next(found, None)

    def next_wrong(self) -> tuple[int, str] | None:
        """The first unknown word after the cursor, else the first of all."""
        found = [one for block in self._blocks() for one in self._wrong(block)]
        at = self._editor.textCursor().selectionEnd()
        return next((one for one in found if one[0] >= at), found[0] if found else None)

    def go_to_next(self) -> bool:
        """F7: the next unknown word is selected and its menu opens; False when all words are known."""
        found = self.next_wrong()
        if found is None:
            return False
        cursor = self._editor.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[0] + len(found[1]), cursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        place = self._editor.viewport().mapToGlobal(self._editor.cursorRect(cursor).bottomLeft())
        proposals.show(self._editor, self, found, place)
        return True

    def proposals(self, word: str) -> tuple[str, ...]:
        """What may be meant; asked on a worker."""
        speller = self._spelling.speller
        return speller.proposals(word) if speller is not None else ()

    def replace(self, start: int, word: str, other: str) -> None:
        """Another word stands where this one stood."""
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + len(word), cursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word:
            cursor.insertText(other)
            self._editor.setTextCursor(cursor)

    def learn(self, word: str) -> None:
        """The lab has this word."""
        self._spelling.learn(word)

    def _wrong(self, block: QTextBlock) -> Iterator[tuple[int, str]]:
        speller = self._spelling.speller
        for start, word in speller.wrong(block.text()) if speller is not None else ():
            yield block.position() + start, word

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._editor.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # -- Qt -------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Someone comes to type here, or asks for the menu of a word."""
        match event.type():
            case QEvent.Type.FocusIn:
                self._spelling.begin()
                self._follow()
            case QEvent.Type.ContextMenu if isinstance(event, QContextMenuEvent):
                return proposals.open_menu(self._editor, self, event)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F7:
                return self.go_to_next()
        return False

    def _follow(self) -> None:
        """The speller came, went, or learnt a word."""
        wanted = self._editor.document() if self._spelling.speller is not None else None
        if self.document() is not wanted:
            self.setDocument(wanted)  # None takes it off
        elif wanted is not None:
            self.rehighlight()

    def look_again(self) -> None:
        """The hand rests: the word it rests behind is looked at like any other."""
        if self.document() is not None:
            self._all = True
            self.rehighlightBlock(self._editor.textCursor().block())
            self._all = False

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for a line that changed."""
        speller = self._spelling.speller
        if speller is None or not text:
            return
        here = self._editor.textCursor().position() - self.currentBlock().position()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(self._editor.palette().color(QPalette.ColorRole.Link))
        for start, word in speller.wrong(text):
            if here == start + len(word) and not self._all and self._editor.hasFocus():
                self._rest.start()
            else:
                self.setFormat(start, len(word), form)
