"""Runs of words broken into lines of a width: greedy, ragged, hyphenated only where one would be too short.

It measures with the faces and knows no page. A word may be cut after a hyphen or a slash, at a hyphenation
point, and anywhere when nothing else fits; cost grows with the text, even for one word of 200,000 letters.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from labdesk import words
from labdesk.dossier import bidi
from labdesk.dossier.fonts import Bit, Face, clean, face, family, fit
from labdesk.dossier.hyphenation import SOFT_HYPHEN, hyphens
from labdesk.dossier.look import TextStyle, Weight
from labdesk.dossier.text_blocks import Run, Runs

_LONGEST = 60
_RAGGED, _SHORT = 0.14, 4.5  # a line may be this part, or these ems, too short before a word is hyphenated
_SEAM = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_])|(?<=[/@&?=_])(?=\w)")


class Span(NamedTuple):
    """Some characters of one face and of one run, in a line; the width is in points."""

    face: Face
    text: str
    width: float
    run: int


class Line(NamedTuple):
    """One line: its spans, and its width without the space it may end with."""

    spans: tuple[Span, ...]
    width: float


class _Token(NamedTuple):
    """What is not cut if a line can hold it. `space`: the run of the space before it, −1 when there is none;
    `forced`: a line ends before it."""

    bits: tuple[tuple[Bit, int], ...]
    width: float
    space: int
    forced: bool


def typeset(text: str) -> str:
    """A text as it is printed: clean, with the typography of the language."""
    return words.typeset(clean(text))


def printed(runs: Runs) -> str:
    """The whole text of some runs, as it is printed."""
    return "".join(typeset(run.text) for run in runs)


def wrap(runs: Runs, style: TextStyle, width: float) -> tuple[Line, ...]:
    """The lines of some runs in a width (points); no line for an empty text."""
    limit = max(width / style.size, 2)  # wider than any one character
    faces = [_run_face(run, style.weight, style.emphasis) for run in runs]
    setter = _Setter(limit, style.hyphenate, faces)
    for token in _tokens(runs, style):
        setter.take(token)
    lines = tuple(_line(bits, size, style.size) for bits, size in setter.lines())
    if any(bidi.has_right(run.text) for run in runs):
        right = bidi.is_right(runs)
        return tuple(_in_sight(line, right) for line in lines)
    return lines


def natural_width(runs: Runs, style: TextStyle) -> tuple[float, float]:
    """The width of the widest word and of the whole text on one line, in points."""
    widest = whole = line = 0.0
    faces = [_run_face(run, style.weight, style.emphasis) for run in runs]
    for token in _tokens(runs, style):
        space = faces[token.space].widths[" "] if token.space >= 0 and line else 0.0
        line = token.width if token.forced else line + space + token.width
        widest, whole = max(widest, token.width), max(whole, line)
    return widest * style.size, whole * style.size


def _run_face(run: Run, weight: Weight, emphasis: bool) -> Face:
    stronger: Weight = "strong" if run.strong and weight == "regular" else weight
    return face(stronger, run.emphasis or emphasis)


def _tokens(runs: Runs, style: TextStyle) -> tuple[_Token, ...]:
    return _parsed(runs, style.weight, style.emphasis, words.language(), family())


@lru_cache(maxsize=4096)
def _parsed(runs: Runs, weight: Weight, emphasis: bool, _language: str, _family: str) -> tuple[_Token, ...]:
    """The tokens of some runs: the same for every size, so a text tried in several is read once."""
    found: list[_Token] = []
    pending: list[tuple[Bit, int]] = []
    space, forced = -1, False
    for index, run in enumerate(runs):
        first = _run_face(run, weight, emphasis)
        for piece in _pieces(bidi.joined(typeset(run.text))):
            if piece in {" ", "\n", ""}:
                if pending:
                    found.append(_token(pending, space, forced))
                    pending, space, forced = [], -1, False
                space = index if piece == " " else space
                forced = forced or piece == "\n"
            else:
                pending.extend((bit, index) for bit in fit(piece, first))
    if pending:
        found.append(_token(pending, space, forced))
    return tuple(found)


def _token(bits: list[tuple[Bit, int]], space: int, forced: bool) -> _Token:
    return _Token(tuple(bits), sum(bit.width for bit, _run in bits), space, forced)


def _pieces(text: str) -> Iterator[str]:
    """Words, the spaces and line ends between them, and "" where a word may be cut without a hyphen."""
    for row, line in enumerate(text.split("\n")):
        if row:
            yield "\n"
        for column, word in enumerate(line.split(" ")):
            if column:
                yield " "
            if word:
                yield from _parts(word)


def _parts(word: str) -> Iterator[str]:
    seams = _SEAM.split(word) if len(word) > 3 else [word]
    for number, seam in enumerate(seams):
        for at in range(0, len(seam), _LONGEST):
            if number or at:
                yield ""
            yield seam[at : at + _LONGEST]


class _Setter:
    """Fills one line after another; widths are for a size of 1."""

    def __init__(self, limit: float, hyphenate: bool, faces: Sequence[Face]) -> None:
        self._limit = limit
        self._hyphenate = hyphenate
        self._faces = faces
        self._done: list[tuple[list[tuple[Bit, int]], float]] = []
        self._bits: list[tuple[Bit, int]] = []
        self._width = 0.0

    def lines(self) -> list[tuple[list[tuple[Bit, int]], float]]:
        """The bits and the width of every line."""
        if self._bits:
            self._end("")
        return self._done

    def take(self, token: _Token) -> None:
        """Put one token on this line, or on the next, or in part on both."""
        if token.forced and self._bits:
            self._end(" ")
        while True:
            space = self._faces[token.space].widths[" "] if token.space >= 0 and self._bits else 0.0
            room = self._limit - self._width - space
            if token.width <= room:
                break
            parts = self._cut(token, room)
            if parts is None:
                self._end(" " if token.space >= 0 else "", token.space)
                continue
            head, mark, rest = parts
            self._add(head, sum(bit.width for bit, _run in head), space, token.space)
            self._end(mark)
            token = rest
        self._add(token.bits, token.width, space, token.space)

    def _cut(self, token: _Token, room: float) -> tuple[tuple[tuple[Bit, int], ...], str, _Token] | None:
        """The part of a token that ends this line, what marks the cut, the rest; None: a new line first."""
        ragged = self._hyphenate and room > max(self._limit * _RAGGED, _SHORT)
        if len(token.bits) == 1 and (ragged or not self._bits) and (at := _hyphen(token.bits[0][0], room)):
            return self._halves(token, 0, at, SOFT_HYPHEN)
        if self._bits:
            return None
        return self._halves(token, *_last_that_fits(token, room), "")

    def _halves(
        self, token: _Token, place: int, at: int, mark: str
    ) -> tuple[tuple[tuple[Bit, int], ...], str, _Token]:
        bit, run = token.bits[place]
        head, tail = (Bit(bit.face, part, bit.face.width(part)) for part in (bit.text[:at], bit.text[at:]))
        before = (*token.bits[:place], (head, run)) if at else token.bits[:place]
        return before, mark, _token([(tail, run), *token.bits[place + 1 :]], -1, False)

    def _add(self, bits: Sequence[tuple[Bit, int]], width: float, space: float, run: int) -> None:
        if space:
            self._bits.append((Bit(self._faces[run], " ", space), run))
        self._bits.extend(bits)
        self._width += space + width

    def _end(self, mark: str, run: int = -1) -> None:
        """End the line with a soft hyphen, with a space (of no width: words stay apart), or with nothing."""
        if mark:
            run = run if run >= 0 else self._bits[-1][1]
            width = self._faces[run].widths[mark] if mark == SOFT_HYPHEN else 0.0
            self._bits.append((Bit(self._faces[run], mark, width), run))
            self._width += width
        self._done.append((self._bits, self._width))
        self._bits, self._width = [], 0.0


def _line(bits: Sequence[tuple[Bit, int]], width: float, size: float) -> Line:
    spans: list[Span] = []
    start = 0
    for at in range(1, len(bits) + 1):
        bit, run = bits[start]
        if at == len(bits) or bits[at][1] != run or bits[at][0].face is not bit.face:
            same = [one for one, _run in bits[start:at]]
            text, across = "".join(one.text for one in same), sum(one.width for one in same)
            spans.append(Span(bit.face, text, across * size, run))
            start = at
    return Line(tuple(spans), width * size)


def _in_sight(line: Line, right: bool) -> Line:
    """The line in the order it is seen; what is not right to left stays as it is."""
    if not any(bidi.has_right(span.text) for span in line.spans):
        return line
    seen = bidi.in_sight([(sign, span) for span in line.spans for sign in span.text], right)
    spans: list[Span] = []
    size = next((one.width / one.face.width(one.text) for one in line.spans if one.width), 0.0)
    for (holder, run), same in groupby(seen, key=lambda one: (one[1].face, one[1].run)):
        text = "".join(sign for sign, _span in same)
        spans.append(Span(holder, text, holder.width(text) * size, run))
    return Line(tuple(spans), line.width)


def _last_that_fits(token: _Token, room: float) -> tuple[int, int]:
    """The bit, and the character in it, before which a token too wide for a whole line is cut."""
    across = 0.0
    for place, (bit, _run) in enumerate(token.bits):
        for at, character in enumerate(bit.text):
            across += bit.face.widths[character]
            if across > room and (place or at):
                return place, at
    return len(token.bits) - 1, len(token.bits[-1][0].text)


def _hyphen(bit: Bit, room: float) -> int:
    """Where the word of this bit is hyphenated to leave the largest part that fits; 0: nowhere."""
    room -= bit.face.widths.get(SOFT_HYPHEN, 1.0)
    best = 0
    for at in hyphens(bit.text, words.language()):
        if bit.face.width(bit.text[:at]) > room:
            break
        best = at
    return best
