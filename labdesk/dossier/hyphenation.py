"""Where a word may be cut at the end of a line (pyphen), and the sign that says it was."""

import re
from functools import cache, lru_cache
from typing import Any

SOFT_HYPHEN = "\u00ad"
_LETTERS = re.compile(r"[^\W\d_]{6,}")


@lru_cache(maxsize=20_000)
def hyphens(word: str, language: str) -> tuple[int, ...]:
    """The places where a word may be hyphenated, three letters at least on either side."""
    found: list[int] = []
    for letters in _LETTERS.finditer(word):
        for at in _dictionary(language).positions(letters.group()):
            if 3 <= at <= len(letters.group()) - 3:
                found.append(letters.start() + at)
    return tuple(found)


@cache
def _dictionary(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang={"fr": "fr", "en": "en_US"}[language])
