"""Text that comes from elsewhere as notes: one a line, or cut where a sentence ends. Nothing is lost."""

import re
from collections.abc import Iterator

from labdesk.domain.entities import NOTE

ROWS = "application/x-labdesk-rows"
"""Notes that are dragged from the tray, by their ids, as JSON."""
_BULLET = re.compile(r"^\s*(?:[-–—•·▪◦*‣\uf0b7]|\d{1,3}[.)])\s+")
_END = re.compile(r"(?<=[.!?…])\s+|\n+")


def lines_of(text: str) -> tuple[str, ...]:
    """One note for each line that holds something, without bullets and numbers; a line too long is cut."""
    bare = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    return tuple(piece for line in bare if line for piece in pieces_of(line))


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
