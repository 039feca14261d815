"""A text cut into lines, sentences and words, each with its place. It judges nothing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"\w+(?:['’\-‑]\w+)*")
_BULLET = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s+")
_END = re.compile(r"(?<![.!?…])[.!?…]+(?:[\s\u00a0\u202f]?[»”\")\]])*(?=\s|$)")
_SHORTENED = re.compile(
    r"(?:^|[\s(«’'])(?:M|MM|Mme|Mlle|Dr|Pr|St|Ste|art|al|cf|ex|p|pp|n|no|vol|fig|env|min|max|tél|av|bd|[A-ZÀ-Ý])\.$",
    re.IGNORECASE,
)
"""What ends with a point and ends no sentence: « M. », « art. », « A. »."""
_GOES_ON = re.compile(r"\s+[a-zà-ÿ]")


class Span(NamedTuple):
    """A part of a text."""

    start: int
    end: int


def lines(text: str) -> Iterator[Span]:
    """The lines, without what marks a list. A line end parts sentences: titles and lists have no point."""
    start = 0
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        begin = start + (bullet.end() if bullet else 0)
        if line.strip():
            yield Span(begin, start + len(line))
        start += len(line) + 1


def sentences(line: str) -> Iterator[Span]:
    """The sentences of one line, trimmed, their final point among them."""
    start = 0
    for found in _END.finditer(line):
        if _goes_on(line, found):
            continue
        if (span := _trimmed(line, start, found.end())) is not None:
            yield span
        start = found.end()
    if (span := _trimmed(line, start, len(line))) is not None:
        yield span


def _goes_on(line: str, found: re.Match[str]) -> bool:
    """This point ends an abbreviation, or a small letter follows it."""
    point = found.group(0) == "."
    if point and _SHORTENED.search(line[max(0, found.start() - 6) : found.end()]):
        return True
    return bool(_GOES_ON.match(line, found.end())) and "?" not in found.group(0) and "!" not in found.group(0)


def _trimmed(line: str, start: int, end: int) -> Span | None:
    said = line[start:end]
    begin = start + len(said) - len(said.lstrip())
    stop = start + len(said.rstrip())
    return Span(begin, stop) if begin < stop else None


def words(text: str) -> list[Span]:
    """The words, as a word processor counts them: « l’administration » is one."""
    return [Span(*found.span()) for found in WORD.finditer(text)]
