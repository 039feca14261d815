"""The text of a section that quotes notes, results and amounts: each is a chip that follows its source."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QToolTip

from labdesk.domain.quotes import MARK, Piece, mark, pieces
from labdesk.ui.desk import Desk
from labdesk.ui.filling.texts import BoundText
from labdesk.ui.style import Look
from labdesk.words import _

QUOTED = QTextFormat.Property.UserProperty.value + 7
"""The property of the letters of a chip: which chip they belong to."""
MARKED = "application/x-labdesk-quoted"
"""A cut text keeps its quotes: they land with it where it is pasted."""


class Chip(Struct, frozen=True):
    """A quote where it stands in the editor, from `start` to `end`."""

    number: int
    start: int
    end: int
    piece: Piece


class QuotingText(BoundText):
    """A chip is like one letter: arrows go over it, Backspace takes it whole, typing never changes it."""

    followed = Signal(str)
    """The source of this quote is wanted."""
    met = Signal(object)
    """The cursor came to the edge of this chip: a reader says what it quotes."""

    def __init__(self, desk: Desk, look: Look, said: Callable[[Piece], str]) -> None:
        super().__init__(desk)
        self._look, self._said = look, said
        self._known: dict[int, Piece] = {}
        self._was = self._met = 0
        self._mending = False
        self.cursorPositionChanged.connect(self._snap)
        self.textChanged.connect(self._mend)

    # -- what is stored, what is shown ----------------------------------------------------------------------
    def held(self) -> str:
        """The text with the marks of its quotes; a quote whose words were changed is words like any other."""
        if not self._known:
            return self.toPlainText()
        return self._marked(0, self.document().characterCount() - 1)

    def _marked(self, start: int, end: int) -> str:
        done, at = "", start
        for chip in self.chips():
            if start <= chip.start and chip.end <= end:
                done += self._text(at, chip.start) + mark(chip.piece.ref, chip.piece.text)
                at = chip.end
        return done + self._text(at, end)

    def _text(self, start: int, end: int) -> str:
        """The words between two places, which Qt counts in halves of emoji: no slice of a Python text."""
        return _flat(self._over(start, end).selectedText())

    def put(self, text: str) -> None:
        """Show a stored text: the quotes say what their source says now."""
        parts = pieces(self._desk.project, text)
        self._known = {}
        self.setPlainText("".join(part.text for part in parts))
        at = 0
        for part in parts:
            if part.ref:
                self._dress(at, at + _units(part.text), part)
            at += _units(part.text)

    def shows(self, text: str) -> bool:
        """This text, with the words its sources have now."""
        if not self._known and "⟦" not in text:
            return _flat(text) == self.toPlainText()
        parts = pieces(self._desk.project, text)
        chips = [part for part in parts if part.ref]
        shown = _flat("".join(part.text for part in parts)) == self.toPlainText()
        return shown and chips == [chip.piece for chip in self.chips()]

    def insert(self, ref: str, words: str) -> None:
        """Quote something where the cursor is; what is selected gives way to it."""
        cursor = self.textCursor()
        before = self._text(0, cursor.selectionStart())[-1:]
        after = self._text(cursor.selectionEnd(), self.document().characterCount() - 1)[:1]
        lead = " " if before.strip() and before not in "(«’'" else ""
        tail = "" if after and (after.isspace() or after in ".,;:!?)»") else " "
        cursor.insertText(f"{lead}{words}{tail}", QTextCharFormat())
        end = cursor.position() - len(tail)
        self._dress(end - _units(words), end, Piece(words, ref))
        self.setTextCursor(cursor)
        self._burst_again()

    def loosen(self, chip: Chip) -> None:
        """The words stay, the quote goes."""
        self._known.pop(chip.number, None)
        self._strip(chip.start, chip.end)
        self._burst_again()

    def _burst_again(self) -> None:
        """Only the dress of words changed: that is a gesture too."""
        if self.bond is not None:
            self._burst.typed(self.bond.address)
            self.settle()

    def go_to(self, ref: str) -> None:
        """The cursor stands before this quote."""
        for chip in self.chips():
            if chip.piece.ref == ref:
                cursor = self.textCursor()
                cursor.setPosition(chip.start)
                self.setTextCursor(cursor)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # -- chips ----------------------------------------------------------------------------------------------
    def chips(self) -> list[Chip]:
        """The quotes that stand whole in the editor, in order."""
        if not self._known:
            return []
        return [
            Chip(number, start, end, self._known[number])
            for number, start, end in self._runs()
            if number in self._known and self._text(start, end) == _flat(self._known[number].text)
        ]

    def _runs(self) -> list[tuple[int, int, int]]:
        """(number, start, end) of the letters dressed as a chip."""
        found: list[tuple[int, int, int]] = []
        block: QTextBlock = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                letters = parts.fragment()
                number = letters.charFormat().property(QUOTED)
                if number:
                    start, end = letters.position(), letters.position() + letters.length()
                    if found and found[-1][0] == number and found[-1][2] == start:
                        start = found.pop()[1]
                    found.append((int(number), start, end))
                parts += 1
            block = block.next()
        return found

    def chip_at(self, position: int) -> Chip | None:
        """The chip around a place of the text, its edges included."""
        return next((chip for chip in self.chips() if chip.start <= position <= chip.end), None)

    def _dress(self, start: int, end: int, piece: Piece) -> None:
        number = max(self._known, default=0) + 1
        self._known[number] = piece
        dress = QTextCharFormat()
        dress.setProperty(QUOTED, number)
        dress.setBackground(self._look.colour("warn_soft" if piece.lost else "primary_soft"))
        dress.setForeground(self._look.colour("warn" if piece.lost else "primary"))
        self._over(start, end).setCharFormat(dress)

    def _strip(self, start: int, end: int) -> None:
        self._over(start, end).setCharFormat(QTextCharFormat())

    def _over(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mend(self) -> None:
        """A chip whose words were changed loses its dress: what is seen is what is stored."""
        if not self._known or self._mending or self._reading:
            return
        self._mending = True
        whole = {chip.number for chip in self.chips()}
        for number, start, end in self._runs():
            if number not in whole:
                self._strip(start, end)
        self._mending = False

    def relook(self) -> None:
        """The theme changed: chips take its inks."""
        for chip in self.chips():
            self._known.pop(chip.number)
            self._dress(chip.start, chip.end, chip.piece)

    # -- the cursor -----------------------------------------------------------------------------------------
    def _snap(self) -> None:
        """Never inside a chip; what is typed at its edge is not dressed as it is."""
        if not self._known:
            return
        cursor = self.textCursor()
        at = cursor.position()
        chip = self.chip_at(at)
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
        chip = None if cursor.hasSelection() else self.chip_at(cursor.position())
        if chip is not None and not self.isReadOnly():
            behind = event.key() == Qt.Key.Key_Backspace and cursor.position() == chip.end
            before = event.key() == Qt.Key.Key_Delete and cursor.position() == chip.start
            if behind or before:
                self._over(chip.start, chip.end).removeSelectedText()
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
            chip = self.chip_at(self.cursorForPosition(event.position().toPoint()).position())
            if chip is not None:
                self.followed.emit(chip.piece.ref)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a chip: its source, or its words alone."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        spot = self.cursorForPosition(event.pos()).position() if by_mouse else self.textCursor().position()
        chip = self.chip_at(spot)
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
            chip = self.chip_at(self.cursorForPosition(inside).position())
            if chip is not None:
                QToolTip.showText(event.globalPos(), self._said(chip.piece), self)
                return True
        return super().event(event)

    # -- cut and paste --------------------------------------------------------------------------------------
    def createMimeDataFromSelection(self) -> QMimeData:
        """The words, and for this window the quotes they hold."""
        held = QMimeData()
        cursor = self.textCursor()
        held.setText(self._text(cursor.selectionStart(), cursor.selectionEnd()))
        if self._known:
            marked = self._marked(cursor.selectionStart(), cursor.selectionEnd())
            held.setData(MARKED, marked.encode())
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
                self._dress(cursor.position() - _units(part.text), cursor.position(), part)
        self.setTextCursor(cursor)
        self._burst_again()

    # -- drawing --------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """A line around each chip, dashed when its source is gone: colour never speaks alone."""
        super().paintEvent(event)
        chips = self.chips()
        if not chips:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip in chips:
            lost = chip.piece.lost
            style = Qt.PenStyle.DashLine if lost else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._look.colour("warn" if lost else "primary"), 1.2, style))
            for rect in self._rects(chip):
                painter.drawRoundedRect(rect, 3, 3)

    def _rects(self, chip: Chip) -> list[QRectF]:
        block = self.document().findBlock(chip.start)
        top = self.blockBoundingGeometry(block).translated(self.contentOffset())
        layout, found = block.layout(), []
        start, end = chip.start - block.position(), chip.end - block.position()
        for rank in range(layout.lineCount()):
            line = layout.lineAt(rank)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = (self._x(line, at) for at in (first, last))
                corner = top.topLeft() + QPointF(left, line.y())
                found.append(
                    QRectF(corner.x(), corner.y(), right - left, line.height()).adjusted(-1, 0, 1, -1)
                )
        return found

    @staticmethod
    def _x(line: object, at: int) -> float:
        found = line.cursorToX(at)  # type: ignore[attr-defined]
        return float(found[0] if isinstance(found, tuple) else found)


def _flat(text: str) -> str:
    """The text as Qt gives it back: line ends alike, unbreakable spaces as spaces."""
    return text.replace("\u2029", "\n").replace("\u00a0", " ")


def _units(text: str) -> int:
    """The places a text takes in a Qt document."""
    return len(text.encode("utf-16-le")) // 2
