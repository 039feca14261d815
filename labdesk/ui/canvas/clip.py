"""Text that comes from elsewhere as notes: one a line, or cut where a sentence ends. Nothing is lost."""

import re
import unicodedata
from collections.abc import Iterator

from labdesk.domain.entities import NOTE

ROWS = "application/x-labdesk-rows"
"""Notes that are dragged from the tray, by their ids, as JSON."""
MANY, MOST = 200, 1_000
"""Lines. More than three pages of Word hold are offered, never made silently; so many at most in one go."""
_SIGNS = "•·●○◦▪▫■□◆◇‣⁃∙➢➤►▶❖✓✔☐☑☒\uf0a7\uf0b7\uf0d8\uf0fc"
_BULLET = rf"""(?x)^\s*(?:
        [{_SIGNS}]\s*                       # the bullets of Word, with or without the space after them
      | [-–—*]\s+                           # typed ones: « -5 °C » is none
      | \(?\d{{1,3}}[.)]\s+                 # 1.  2)  (3)
      | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\.?\s+(?=\D)   # 1.2  2.3.1
      | (?:[a-zA-Z]|[ivxIVX]{{1,5}})[.)]\t\s*       # a)  iv.  before a tab only: « M. Durand » is a name
      | [o§Øüvq]\t\s*                       # what Word's other bullets are in a plain text
    )"""
"""A pattern compiled when something is pasted: no start waits for that."""
_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_ENDS = re.compile("\r\n?|[\u2028\u2029\v\f\x85]")
_JOINERS = "\n\t\u00a0\u202f\u200c\u200d\ufe0f"
"""Kept though they are not printed: fine spaces, and what joins the parts of an emoji or a Persian word."""


class _Kept(dict[int, str | None]):
    """What becomes of a character, found once: control and soft hyphens go, odd spaces become plain ones."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if char in _JOINERS or char.isprintable():
            kept: str | None = char
        else:
            kept = " " if unicodedata.category(char) == "Zs" else None
        self[code] = kept
        return kept


_KEPT = _Kept()


def clean(text: str, *, tabs: bool = False) -> str:
    """Text without control characters, with one kind of line end; `tabs` stay for who looks for columns."""
    text = _ENDS.sub("\n", text).translate(_KEPT)
    return text if tabs else text.replace("\t", " ")


def line_count(text: str) -> int:
    """About how many notes a text would make, without reading it closely: 10,000 lines take 3 ms."""
    return sum(1 for line in text.splitlines() if not line.isspace() and line)


def parted(text: str, most: int) -> tuple[str, str]:
    """The first lines that hold something, and what comes after them."""
    lines, held = text.split("\n"), 0
    for at, line in enumerate(lines):
        held += bool(line.strip())
        if held > most:
            return "\n".join(lines[:at]), "\n".join(lines[at:])
    return text, ""


def lines_of(text: str) -> tuple[str, ...]:
    """One note for each line that holds something, without bullets and numbers; a line too long is cut.

    Lines with tabs are the rows of a table: what stands in their cells is told apart.
    """
    bare = [re.sub(_BULLET, "", line).strip() for line in text.split("\n")]
    apart = " · " if sum("\t" in line for line in bare) > 1 else " "
    rows = (apart.join(cell for part in line.split("\t") if (cell := part.strip())) for line in bare)
    return tuple(piece for line in rows if line for piece in pieces_of(line))


def pieces_of(text: str, limit: int = NOTE) -> tuple[str, ...]:
    """A text in pieces that a note can hold, cut after sentences, else after words, else anywhere."""
    text = text.strip()
    if len(text) <= limit:
        return (text,) if text else ()
    pieces: list[str] = []
    for sentence in _sentences(text, limit):
        if pieces and len(pieces[-1]) + 1 + len(sentence) <= limit:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return tuple(pieces)


def _sentences(text: str, limit: int) -> Iterator[str]:
    for sentence in _END.split(text):
        rest = sentence.strip()
        while len(rest) > limit:
            cut = rest.rfind(" ", 1, limit + 1)
            cut = cut if cut > 0 else limit
            yield rest[:cut].strip()
            rest = rest[cut:].strip()
        if rest:
            yield rest


def offers_lines(text: str) -> bool:
    """There is more than one line to make notes of."""
    return len(lines_of(text)) > 1
