"""The quotes of a text as they stand in its editor: letters that are dressed, and follow their source."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from labdesk.domain.quotes import Piece, mark
from labdesk.ui.style import Look

QUOTED = QTextFormat.Property.UserProperty.value + 7
"""The property of the letters of a chip: which chip they belong to."""


class Chip(Struct, frozen=True):
    """A quote where it stands in the editor, from `start` to `end`."""

    number: int
    start: int
    end: int
    piece: Piece


class Chips:
    """The chips of one document. A quote whose words were changed is words like any other.

    Places are those of Qt, which counts some emoji twice: no slice of a Python text.
    """

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document, self._look = document, look
        self._known: dict[int, Piece] = {}

    def __bool__(self) -> bool:
        return bool(self._known)

    # -- words ----------------------------------------------------------------------------------------------
    def over(self, start: int, end: int) -> QTextCursor:
        """A cursor over what stands between two places."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def words(self, start: int, end: int | None = None) -> str:
        """What stands between two places, or from one to the end."""
        return flat(self.over(start, self._end if end is None else end).selectedText())

    def marked(self, start: int, end: int | None = None) -> str:
        """The same as it is stored, with the marks of the quotes that stand whole in it."""
        end = self._end if end is None else end
        done, at = "", start
        for chip in self.all():
            if start <= chip.start and chip.end <= end:
                done += self.words(at, chip.start) + mark(chip.piece.ref, chip.piece.text)
                at = chip.end
        return done + self.words(at, end)

    @property
    def _end(self) -> int:
        return self._document.characterCount() - 1

    # -- where they are -------------------------------------------------------------------------------------
    def all(self) -> list[Chip]:
        """The quotes that stand whole in the editor, in order."""
        if not self._known:
            return []
        return [
            Chip(number, start, end, self._known[number])
            for number, start, end in self._runs()
            if number in self._known and self.words(start, end) == flat(self._known[number].text)
        ]

    def at(self, position: int) -> Chip | None:
        """The chip around a place of the text, its edges included."""
        return next((chip for chip in self.all() if chip.start <= position <= chip.end), None)

    def of(self, ref: str) -> Chip | None:
        """The first that quotes this source."""
        return next((chip for chip in self.all() if chip.piece.ref == ref), None)

    def _runs(self) -> list[tuple[int, int, int]]:
        """(number, start, end) of the letters dressed as a chip."""
        found: list[tuple[int, int, int]] = []
        block: QTextBlock = self._document.begin()
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

    # -- their dress ----------------------------------------------------------------------------------------
    def dress(self, start: int, end: int, piece: Piece) -> None:
        """These letters quote this."""
        number = max(self._known, default=0) + 1
        self._known[number] = piece
        dress = QTextCharFormat()
        dress.setProperty(QUOTED, number)
        dress.setBackground(self._look.colour("warn_soft" if piece.lost else "primary_soft"))
        dress.setForeground(self._look.colour("warn" if piece.lost else "primary"))
        self.over(start, end).setCharFormat(dress)

    def dress_all(self, parts: Sequence[Piece]) -> None:
        """The whole document says these pieces, one after the other; none is dressed yet."""
        self._known, at = {}, 0
        for part in parts:
            if part.ref:
                self.dress(at, at + units(part.text), part)
            at += units(part.text)

    def forget(self) -> None:
        """The document is about to say something else."""
        self._known = {}

    def loosen(self, chip: Chip) -> None:
        """The words stay, the quote goes."""
        self._known.pop(chip.number, None)
        self._strip(chip.start, chip.end)

    def _strip(self, start: int, end: int) -> None:
        self.over(start, end).setCharFormat(QTextCharFormat())

    def mend(self) -> None:
        """A chip whose words were changed loses its dress: what is seen is what is stored."""
        whole = {chip.number for chip in self.all()}
        for number, start, end in self._runs():
            if number not in whole:
                self._strip(start, end)

    def relook(self) -> None:
        """The theme changed: chips take its inks."""
        for chip in self.all():
            self._known.pop(chip.number)
            self.dress(chip.start, chip.end, chip.piece)


def flat(text: str) -> str:
    """The text as Qt gives it back: line ends alike, unbreakable spaces as spaces."""
    return text.replace("\u2029", "\n").replace("\u00a0", " ")


def units(text: str) -> int:
    """The places a text takes in a Qt document."""
    return len(text.encode("utf-16-le")) // 2
