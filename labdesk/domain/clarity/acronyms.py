"""Acronyms of a text: which it uses, and which it explains in brackets, either way round."""

import re
from collections.abc import Iterator, Mapping

from labdesk.domain.clarity.splitting import WORD, Span

_TOKEN = re.compile(r"(?<![\w@./])[^\W\d_](?:[\w&]|[\-‑](?=\w)){1,11}(?![\w@/])")
_ROMAN = re.compile(r"[IVXLCDM]{1,7}$")
_IN_BRACKETS = re.compile(r"[\s\u00a0]*[(:–—,][\s\u00a0«]*(?P<said>[^()\n]{3,200})")
LOUD = 4
"""Words in capitals, without a small one among them, that make a title that shouts."""


def acronyms(text: str) -> Iterator[Span]:
    """Every acronym of a text, as often as it stands there."""
    start = 0
    for line in text.split("\n"):
        shouted = line.isupper() and len(WORD.findall(line)) >= LOUD
        for found in () if shouted else _TOKEN.finditer(line):
            if is_acronym(found.group(0)):
                yield Span(start + found.start(), start + found.end())
        start += len(line) + 1


def is_acronym(word: str) -> bool:
    """« SGAR », « DGFiP », « H2020 », « SGC-D »; not « Paris », « XXI », « E »."""
    capitals = sum(map(str.isupper, word))
    small = sum(map(str.islower, word))
    return capitals >= 2 and small <= capitals // 3 and not _ROMAN.match(word)


def explained(text: str) -> Mapping[str, str]:
    """The acronyms that a text explains: « secrétariat général (SGAR) », « SGAR (secrétariat général) »."""
    found: dict[str, str] = {}
    for span in acronyms(text):
        word = text[span.start : span.end]
        if word not in found and (said := _before(text, span) or _after(text, span)):
            found[word] = said
    return found


def _before(text: str, span: Span) -> str:
    """The words before « (SGAR) » whose letters it takes."""
    head = text[max(0, span.start - 2) : span.start]
    if not head.endswith("(") or text[span.end : span.end + 1] != ")":
        return ""
    line = text[max(0, text.rfind("\n", 0, span.start) + 1, span.start - 200) : span.start - 1]
    words = list(WORD.finditer(line))
    letters = [sign for sign in text[span.start : span.end].casefold() if sign.isalpha()]
    for word in reversed(words[-len(letters) * 3 - 2 :]):
        said = line[word.start() :].strip()
        if _bare(word.group(0)).startswith(letters[0]) and _made_of(said, letters):
            return said
    return ""


def _after(text: str, span: Span) -> str:
    """The words in brackets after « SGAR »."""
    if not (found := _IN_BRACKETS.match(text, span.end)):
        return ""
    said = found["said"].strip(" »\u00a0")
    letters = [sign for sign in text[span.start : span.end].casefold() if sign.isalpha()]
    bracket = text[span.end : found.start("said")].strip().startswith("(")
    return said if bracket and _made_of(said, letters) else ""


def _made_of(said: str, letters: list[str]) -> bool:
    """The first letters of the words hold most of the acronym, in order: « Fonds européen… » for FEDER."""
    initials = [_bare(found.group(0))[:1] for found in WORD.finditer(said)]
    if len(initials) < 2:
        return False
    at, held = 0, 0
    for initial in initials:
        if initial in letters[at:]:
            at = letters.index(initial, at) + 1
            held += 1
    return held >= 2 and held * 3 >= len(letters)


def _bare(word: str) -> str:
    """Small, without accents nor what is elided before it: « l’Économie » → « economie »."""
    bare = re.sub(r"^(?:[dlns]|qu)['’]", "", word.casefold())
    return bare.translate(_PLAIN)


_PLAIN = str.maketrans("éèêëàâäîïôöùûüç", "eeeeaaaiioouuuc")
