"""Finding words in the project that is open: accents and capitals do not matter, every word must be there."""

import unicodedata
from functools import cache, lru_cache

from msgspec import Struct

from labdesk.domain.entities import ENTITIES, FIELDS
from labdesk.domain.model import Project
from labdesk.domain.quotes import last_words

AROUND = 40
"""Characters shown on each side of what was found."""

NOT_WORDS = {
    "key",
    "profile",
    "siret",
    "vat",
    "status",
    "kind",
    "consent",
    "voice",
    "file",
    "deadline",
    "answered",
}
"""Fields whose value is a code, not something a person looks for."""


class Hit(Struct, frozen=True):
    """A field in which all the words stand; `start` and `end`: the first word inside the snippet."""

    table: str
    row: str
    field: str
    snippet: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Without accents and capitals, one character for one, so that positions stay those of the text."""
    return "".join(_letter(letter) for letter in text)


@cache
def _letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


@cache
def searched(table: str) -> tuple[str, ...]:
    """The fields of a table that hold words."""
    return tuple(
        name
        for name, field in FIELDS[table].items()
        if field.merge == "ask" and field.sql != "INTEGER" and name not in NOT_WORDS
    )


def search(project: Project, words: str, limit: int = 200) -> tuple[Hit, ...]:
    """The fields that hold all these words, in the order of the tables; « resume » finds « Résumé »."""
    wanted = [_spellings(word.lstrip("#") or word) for word in folded(words).split()]  # « #délai » is a tag
    hits: list[Hit] = []
    if not wanted:
        return ()
    for table in ENTITIES:
        fields = searched(table)
        for row in project.table(table).values():
            for field in fields:
                text = getattr(row, field)
                if table == "section" and isinstance(text, str):
                    text = last_words(text)
                if isinstance(text, str) and all(_first(text, spellings) for spellings in wanted):
                    hits.append(_hit(table, row.id, field, text, _first(text, wanted[0])))
                    if len(hits) == limit:
                        return tuple(hits)
    return tuple(hits)


def _spellings(word: str) -> tuple[str, ...]:
    """« coeur » is typed by those who cannot type « cœur »."""
    return tuple(dict.fromkeys((word, word.replace("oe", "œ"), word.replace("œ", "oe"))))


def _first(text: str, spellings: tuple[str, ...]) -> str:
    """The spelling that stands in the text, or nothing."""
    return next((word for word in spellings if word in folded(text)), "")


def _hit(table: str, row: str, field: str, text: str, word: str) -> Hit:
    at = folded(text).index(word)
    begin, end = max(0, at - AROUND), min(len(text), at + len(word) + AROUND)
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    start = at - begin + len(before)
    snippet = before + text[begin:end].replace("\n", " ") + after
    return Hit(table, row, field, snippet, start, start + len(word))
