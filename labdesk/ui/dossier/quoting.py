"""The text of a section that quotes notes, results and amounts: each is a chip that follows its source."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QMenu, QToolTip

from labdesk.domain.quotes import MARK, Piece, pieces
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.chip_outline import draw_outlines
from labdesk.ui.dossier.chips import Chip, Chips, flat, units
from labdesk.ui.filling.texts import BoundText
from labdesk.ui.style import Look
from labdesk.words import _

MARKED = "application/x-labdesk-quoted"
"""A cut text keeps its quotes: they land with it where it is pasted."""


class QuotingText(BoundText):
    """A chip is like one letter: arrows go over it, Backspace takes it whole, typing never changes it."""

    followed = Signal(str)
    """The source of this quote is wanted."""
    met = Signal(object)
    """The cursor came to the edge of this chip: a reader says what it quotes."""

    def __init__(self, desk: Desk, look: Look, said: Callable[[Piece], str]) -> None:
        super().__init__(desk)
        self._look, self._said = look, said
        self.chips = Chips(self.document(), look)
        self._was = self._met = 0
        self._mending = False
        self.cursorPositionChanged.connect(self._snap)
        self.textChanged.connect(self._mend)

    # -- what is stored, what is shown ----------------------------------------------------------------------
    def held(self) -> str:
        """The text with the marks of its quotes; a quote whose words were changed is words like any other."""
        return self.chips.marked(0) if self.chips else self.toPlainText()

    def put(self, text: str) -> None:
        """Show a stored text: the quotes say what their source says now."""
        parts = pieces(self._desk.project, text)
        self.chips.forget()
        self.setPlainText("".join(part.text for part in parts))
        self.chips.dress_all(parts)

    def shows(self, text: str) -> bool:
        """This text, with the words its sources have now."""
        if not self.chips and "⟦" not in text:
            return flat(text) == self.toPlainText()
        parts = pieces(self._desk.project, text)
        quoted = [part for part in parts if part.ref]
        shown = flat("".join(part.text for part in parts)) == self.toPlainText()
        return shown and quoted == [chip.piece for chip in self.chips.all()]

    def insert(self, ref: str, words: str) -> None:
        """Quote something where the cursor is; what is selected gives way to it."""
        cursor = self.textCursor()
        before = self.chips.words(0, cursor.selectionStart())[-1:]
        after = self.chips.words(cursor.selectionEnd())[:1]
        lead = " " if before.strip() and before not in "(«’'" else ""
        tail = "" if after and (after.isspace() or after in ".,;:!?)»") else " "
        cursor.insertText(f"{lead}{words}{tail}", QTextCharFormat())
        end = cursor.position() - len(tail)
        self.chips.dress(end - units(words), end, Piece(words, ref))
        self.setTextCursor(cursor)
        self._burst_again()

    def loosen(self, chip: Chip) -> None:
        """The words stay, the quote goes."""
        self.chips.loosen(chip)
        self._burst_again()

    def _burst_again(self) -> None:
        """Only the dress of words changed: that is a gesture too."""
        if self.bond is not None:
            self._burst.typed(self.bond.address)
            self.settle()

    def _mend(self) -> None:
        if self.chips and not self._mending and not self._reading:
            self._mending = True
            self.chips.mend()
            self._mending = False

    def go_to(self, ref: str) -> None:
        """The cursor stands before this quote."""
        if (chip := self.chips.of(ref)) is not None:
            cursor = self.textCursor()
            cursor.setPosition(chip.start)
            self.setTextCursor(cursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def relook(self) -> None:
        """The theme changed: chips take its inks."""
        self.chips.relook()

    # -- the cursor -----------------------------------------------------------------------------------------
    def _snap(self) -> None:
        """Never inside a chip; what is typed at its edge is not dressed as it is."""
        if not self.chips:
            return
        cursor = self.textCursor()
        at = cursor.position()
        chip = self.chips.at(at)
        if chip is not None and not cursor.hasSelection():
            if chip.number != self._met:
                self._met = chip.number
                self.met.emit(chip.piece)
            if chip.start < at < chip.end:
                nearer = chip.end if at - chip.start > chip.end - at else chip.start
                over = {chip.start: chip.end, chip.end: chip.start}  # an arrow goes over it
                cursor.setPosition(over.get(self._was, nearer))
                self.setTextCursor(cursor)
                return
            self.setCurrentCharFormat(QTextCharFormat())
        self._met = chip.number if chip is not None else 0
        self._was = at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete take a chip whole; Ctrl+Enter goes to its source."""
        cursor = self.textCursor()
        chip = None if cursor.hasSelection() else self.chips.at(cursor.position())
        if chip is not None and not self.isReadOnly():
            behind = event.key() == Qt.Key.Key_Backspace and cursor.position() == chip.end
            before = event.key() == Qt.Key.Key_Delete and cursor.position() == chip.start
            if behind or before:
                self.chips.over(chip.start, chip.end).removeSelectedText()
                return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if chip is not None and enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.followed.emit(chip.piece.ref)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click go to the source."""
        super().mouseReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            chip = self.chips.at(self.cursorForPosition(event.position().toPoint()).position())
            if chip is not None:
                self.followed.emit(chip.piece.ref)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a chip: its source, or its words alone."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        spot = self.cursorForPosition(event.pos()).position() if by_mouse else self.textCursor().position()
        chip = self.chips.at(spot)
        if chip is None:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.addAction(_("Modifier à la source")).triggered.connect(
            lambda: self.followed.emit(chip.piece.ref)
        )
        own = menu.addAction(_("Garder les mots sans la citation"))
        own.setEnabled(not self.isReadOnly())
        own.triggered.connect(lambda: self.loosen(chip))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """The tooltip of a chip says what it quotes."""
        if isinstance(event, QHelpEvent):
            inside = self.viewport().mapFrom(self, event.pos())
            chip = self.chips.at(self.cursorForPosition(inside).position())
            if chip is not None:
                QToolTip.showText(event.globalPos(), self._said(chip.piece), self)
                return True
        return super().event(event)

    # -- cut and paste --------------------------------------------------------------------------------------
    def createMimeDataFromSelection(self) -> QMimeData:
        """The words, and for this window the quotes they hold."""
        held, cursor = QMimeData(), self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        held.setText(self.chips.words(start, end))
        if self.chips:
            held.setData(MARKED, self.chips.marked(start, end).encode())
        return held

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What was cut here comes back with its quotes."""
        raw = bytes(source.data(MARKED).data()).decode(errors="replace") if source.hasFormat(MARKED) else ""
        if not MARK.search(raw):
            super().insertFromMimeData(source)
            return
        cursor = self.textCursor()
        for part in pieces(self._desk.project, raw):
            cursor.insertText(part.text, QTextCharFormat())
            if part.ref:
                self.chips.dress(cursor.position() - units(part.text), cursor.position(), part)
        self.setTextCursor(cursor)
        self._burst_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then the line around each chip."""
        super().paintEvent(event)
        if chips := self.chips.all():
            draw_outlines(self, chips, self._look)
