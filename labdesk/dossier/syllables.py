"""How many syllables a French word has, by the places where it may be hyphenated (pyphen)."""

from functools import cache, lru_cache
from typing import Any


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """At least one; a word of several parts has those of all its parts."""
    return (
        sum(len(_dictionary().positions(part)) + 1 for part in word.replace("’", "-").split("-") if part) or 1
    )


@cache
def _dictionary() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="fr", left=1, right=1)
