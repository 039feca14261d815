"""A typed text line by line, and when two lines say the same: typography and spaces never count."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Kind = Literal["text", "bullet", "number", "heading", "row"]
_BULLET = re.compile(r"^\s*[-–—•*·]\s+(?=\S)")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‑": "-", "\u2010": "-", "…": "..."}
)
_AROUND = re.compile(r" ?([;:!?»%€°]) ?|(«) ?")
_DIGITS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


class Line(Struct, frozen=True):
    """One line as it is read: what it is, and its words without the sign of a list."""

    kind: Kind
    words: str


def kind_of(line: str) -> tuple[Literal["text", "bullet", "number"], str]:
    """What a typed line is, and its words: « - x » is of a list, « 1. x » of a numbered one."""
    if found := _BULLET.match(line):
        return "bullet", line[found.end() :].strip()
    if found := _NUMBER.match(line):
        return "number", line[found.end() :].strip()
    return "text", line.strip()


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a typed text that say something."""
    told = (kind_of(raw) for raw in text.splitlines())
    return tuple(Line(kind, words) for kind, words in told if loose(words))


def loose(text: str) -> str:
    """What a text says without its typography: « L’euro : 76 200 € ! » is « L'euro:76200€! »."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_QUOTES)
    text = _SPACES.sub(" ", text).strip()
    text = _AROUND.sub(lambda found: found.group(1) or found.group(2), text)
    return _DIGITS.sub("", text)


def same(one: Line, other: Line) -> bool:
    """They say the same, in the same kind of line."""
    return one.kind == other.kind and loose(one.words) == loose(other.words)


def likeness(one: str, other: str) -> float:
    """How many words two lines share, from 0 to 1, whatever their order."""
    mine, theirs = Counter(loose(one).casefold().split()), Counter(loose(other).casefold().split())
    return 2 * (mine & theirs).total() / ((mine.total() + theirs.total()) or 1)


def digest(lines: Iterable[Line]) -> str:
    """Eight characters that tell whether a passage is still what it was: words, without typography."""
    told = hashlib.sha256()
    for line in lines:
        if said := loose(line.words):
            told.update(f"{line.kind}\t{said}\n".encode(errors="replace"))
    return told.hexdigest()[:8]
