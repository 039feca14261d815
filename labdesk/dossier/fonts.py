"""The typefaces of paper: which one prints each character, how wide it is, and what goes into the file.

Source Sans prints everything it can (Atkinson Hyperlegible for easy reading); DejaVu Sans, then Noto Emoji,
print what it lacks; a character that none has is named in brackets, for PDF/A forbids the empty box.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Literal, NamedTuple

from msgspec import Struct, field

from labdesk import places
from labdesk.dossier.look import Weight

_FILES = {
    ("regular", False): "SourceSansPro-Regular",
    ("strong", False): "SourceSansPro-Semibold",
    ("title", False): "SourceSansPro-Bold",
    ("regular", True): "SourceSansPro-It",
    ("strong", True): "SourceSansPro-BoldIt",
    ("title", True): "SourceSansPro-BoldIt",
}
_EASY_FILES = {
    ("regular", False): "AtkinsonHyperlegible-Regular",
    ("strong", False): "AtkinsonHyperlegible-Bold",
    ("title", False): "AtkinsonHyperlegible-Bold",
    ("regular", True): "AtkinsonHyperlegible-Italic",
    ("strong", True): "AtkinsonHyperlegible-BoldItalic",
    ("title", True): "AtkinsonHyperlegible-BoldItalic",
}
Family = Literal["usual", "easy"]
_family: ContextVar[Family] = ContextVar("family", default="usual")
_FALLBACK = ("DejaVuSans", "NotoEmoji-Regular")
_LIKE = {0x202F: 0xA0, 0x2011: 0x2D}
"""A narrow no-break space, a no-break hyphen: Atkinson Hyperlegible lacks them, French cannot."""
_KEPT_FITS = 40_000


class Face(Struct, eq=False):
    """One font file: the characters it has, with their widths for a size of 1."""

    name: str
    source: Any  # reportlab's TTFontFace: it reads the file and makes the subset
    widths: dict[str, float]
    fits: dict[str, tuple["Bit", ...]] = field(default_factory=dict)

    def width(self, text: str) -> float:
        """The width of characters that this face has, for a size of 1."""
        return sum(map(self.widths.__getitem__, text))


class Bit(NamedTuple):
    """Some characters of one face, and their width for a size of 1."""

    face: Face
    text: str
    width: float


@cache
def load(file: str) -> Face:
    """The face of one font file of the resources."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    source = TTFontFace(str(places.resources() / "fonts" / f"{file}.ttf"))
    for lacking, like in _LIKE.items():  # the same glyph under two characters: both come back as they were
        if lacking not in source.charToGlyph and like in source.charToGlyph:
            source.charToGlyph[lacking] = source.charToGlyph[like]
            source.charWidths[lacking] = source.charWidths[like]
    widths = {chr(code): source.charWidths[code] / 1000 for code in source.charToGlyph if code > 0x1F}
    return Face(file, source, widths)


def family() -> Family:
    """The typefaces of this moment."""
    return _family.get()


@contextmanager
def set_in(chosen: Family) -> Iterator[None]:
    """Inside the block everything is set in these typefaces."""
    token = _family.set(chosen)
    try:
        yield
    finally:
        _family.reset(token)


def face(weight: Weight, emphasis: bool) -> Face:
    """The face of a weight."""
    files = _FILES if family() == "usual" else _EASY_FILES
    return load(files[weight, emphasis])


def fit(word: str, first: Face) -> tuple[Bit, ...]:
    """The bits that print a word: all in `first` when it can."""
    known = first.fits.get(word)
    if known is None:
        if len(first.fits) > _KEPT_FITS:
            first.fits.clear()
        known = first.fits[word] = tuple(_bits(word, first))
    return known


def _bits(word: str, first: Face) -> Iterator[Bit]:
    if all(character in first.widths for character in word):
        yield Bit(first, word, first.width(word))
        return
    current, start = first, 0
    printable = "".join(character if _holder(character, first) else _spelt(character) for character in word)
    for at, character in enumerate(printable):
        holder = _holder(character, first) or first
        if holder is not current:
            if at > start:
                yield Bit(current, printable[start:at], current.width(printable[start:at]))
            current, start = holder, at
    yield Bit(current, printable[start:], current.width(printable[start:]))


def _holder(character: str, first: Face) -> Face | None:
    if character in first.widths:
        return first
    fallback = _FALLBACK if family() == "usual" else ("SourceSansPro-Regular", *_FALLBACK)
    return next((other for other in map(load, fallback) if character in other.widths), None)


def _spelt(character: str) -> str:
    """What stands for a character that no face has."""
    if unicodedata.category(character) == "Zs":
        return " "
    plain = unicodedata.normalize("NFKC", character)  # 𝐀 is an A
    if plain != character and all(part in load(_FALLBACK[0]).widths for part in plain):
        return plain
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}')}]"


_NEW_LINE = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """A text without what cannot be seen: control and direction marks, lone surrogates; composed (NFC)."""
    text = _NEW_LINE.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))
