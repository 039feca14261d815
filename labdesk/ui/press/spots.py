"""Where some words stand on the pages of a PDF: what the preview follows while one writes. No Qt here."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

MOST = 6
"""Words looked for around the cursor."""


class Spot(Struct, frozen=True):
    """A place on a page: from `top` to `bottom`, as shares of its height."""

    page: int
    top: float
    bottom: float


def around(text: str, at: int) -> tuple[str, ...]:
    """What to look for so as to find a place of a text: some words around it, then fewer."""
    words = [(hit.start(), hit.group(0)) for hit in re.finditer(r"\S+", text)]
    if not words:
        return ()
    here = max((rank for rank, (start, _word) in enumerate(words) if start <= at), default=0)
    found: list[str] = []
    for many in (MOST, 4, 2, 1):
        first = min(max(0, here - many // 2), max(0, len(words) - many))
        said = " ".join(word for _start, word in words[first : first + many])
        if said not in found and (many > 1 or len(said) > 3):
            found.append(said)
    return tuple(found)


def find(document: Any, wanted: Sequence[str], first: int, last: int) -> Spot | None:
    """The first of these wordings that stands on the pages from `first` to `last`."""
    pages: dict[int, tuple[str, list[int]]] = {}
    for words in wanted:
        sought = _letters(words)[0]
        for page in range(first, min(last + 1, len(document))) if sought else ():
            if page not in pages:
                pages[page] = _of_page(document[page])
            at = pages[page][0].find(sought)
            if at >= 0:
                held = pages[page][1]
                return _spot(document[page], page, held[at], held[at + len(sought) - 1])
    return None


def _of_page(page: Any) -> tuple[str, list[int]]:
    return _letters(page.get_textpage().get_text_range())


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and figures alone, without accents: typography, line ends and hyphens are the printer’s."""
    kept: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        plain = unicodedata.normalize("NFKD", sign)[:1].casefold()
        if plain.isalnum():
            kept.append(plain[:1])
            places.append(at)
    return "".join(kept), places


def _spot(page: Any, number: int, first: int, last: int) -> Spot:
    words = page.get_textpage()
    height = page.get_height()
    boxes = [words.get_charbox(at) for at in (first, last)]
    top = max(box[3] for box in boxes)
    bottom = min(box[1] for box in boxes)
    return Spot(number, 1 - top / height, 1 - bottom / height)
