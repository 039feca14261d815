"""Which words are unknown, and what may be meant: the system's dictionary, the words of the lab. No Qt."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Protocol, cast

from labdesk import places
from labdesk.words import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\S*[\d_/\\]\S*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’\-]+")
_TAGS: dict[Language, tuple[str, ...]] = {
    "fr": ("fr_FR", "fr", "fr_BE", "fr_CH", "fr_CA"),
    "en": ("en_GB", "en", "en_US"),
}
KNOWN, MOST = 20_000, 6
"""Words whose answer is remembered; proposals for one word."""


class Dictionary(Protocol):
    """What is asked of the system's spell checker."""

    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Sequence[str]: ...


class Speller:
    """One language. Its dictionary is asked by one thread at a time; a word is asked once."""

    def __init__(self, dictionary: Dictionary, own: Path) -> None:
        self._dictionary, self._path = dictionary, own
        self._lock = Lock()
        self._known: dict[str, bool] = {}
        self._own = {word.casefold() for word in _read(own)}

    def wrong(self, text: str) -> Iterator[tuple[int, str]]:
        """Where each unknown word begins, and the word. Names, acronyms, numbers and addresses are let be."""
        left_out = [found.span() for found in _ADDRESS.finditer(text)]
        for found in _WORD.finditer(text):
            word, start = found.group(), found.start()
            inside = any(first <= start < last for first, last in left_out)
            if not inside and _judged(word, text, start) and not self.knows(word):
                yield start, word

    def knows(self, word: str) -> bool:
        """The dictionary or the lab has this word. While proposals are looked for, nothing is judged."""
        if word.casefold() in self._own:
            return True
        answer = self._known.get(word)
        if answer is None:
            if not self._lock.acquire(blocking=False):
                return True
            try:
                answer = self._asked(word)
            finally:
                self._lock.release()
            if len(self._known) >= KNOWN:
                self._known.clear()
            self._known[word] = answer
        return answer

    def _asked(self, word: str) -> bool:
        plain = word.replace("’", "'")
        if self._dictionary.check(plain):
            return True
        parts = [part for part in re.split(r"['\-]", plain) if len(part) > 2]
        return len(parts) < len(plain) and parts != [plain] and all(map(self._part, parts))

    def _part(self, part: str) -> bool:
        return part.casefold() in self._own or self._dictionary.check(part)

    def proposals(self, word: str) -> tuple[str, ...]:
        """What may be meant, likeliest first. It may take half a second: ask for it on a worker."""
        with self._lock:
            found = self._dictionary.suggest(word.replace("’", "'"))
        return tuple(dict.fromkeys(one.replace("'", "’") for one in found))[:MOST]

    def learn(self, word: str) -> None:
        """The lab has this word from now on, on this laptop."""
        if word.casefold() in self._own:
            return
        self._own.add(word.casefold())
        self._known.clear()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(word + "\n")
        except OSError:  # a folder that cannot be written: known until the program ends
            return


def find(language: Language) -> Speller | None:
    """The speller of this laptop; None where its library or its dictionary is missing. Reads for 0.2 s."""
    # A locked laptop has no dictionary of its own: the lab lays fr.aff and fr.dic into hunspell/ there.
    os.environ.setdefault("ENCHANT_CONFIG_DIR", str(places.own_spelling()))
    try:
        import enchant
    except ImportError:  # the binding, or the library it binds, is not there
        return None
    broker = enchant.Broker()
    for tag in _TAGS[language]:
        try:
            dictionary = broker.request_dict(tag)
        except enchant.errors.Error:
            continue
        return Speller(cast(Dictionary, dictionary), places.own_spelling() / f"mots-{language}.txt")
    return None


def _judged(word: str, text: str, start: int) -> bool:
    """A word one may judge: of Latin letters, no acronym, no name, no LabDesk."""
    if len(word) < 3 or not _LATIN.fullmatch(word):
        return False
    if word[1:] != word[1:].lower():
        return False
    before = text[:start].rstrip(" \t«“\"'(–—-\u00a0\u202f")
    begins = not before or before[-1] in ".!?…:\n"
    return word[0].islower() or begins


def _read(path: Path) -> list[str]:
    try:
        return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError):
        return []
