"""Right-to-left writing on paper: Arabic letters joined, each line put in the order it is seen.

A part of Unicode's bidirectional algorithm (UAX 9), enough for paragraphs of one main direction with words,
numbers and brackets of the other: no explicit marks, which are taken out of texts before. Letters are joined
with the presentation forms of Unicode, which DejaVu Sans has; what is copied or read aloud is the letters
themselves (`copied`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from labdesk.dossier.text_blocks import Runs

_FORMS = ("<isolated>", "<final>", "<initial>", "<medial>")
_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_MIRRORS = {**dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))}
T = TypeVar("T")


def has_right(text: str) -> bool:
    """Some of it is written from right to left."""
    return not text.isascii() and _RIGHT.search(text) is not None


def is_right(runs: Runs) -> bool:
    """The paragraph begins with a letter written from right to left: it is set at the right."""
    for run in runs:
        if not run.text.isascii():
            for character in run.text:
                kind = unicodedata.bidirectional(character)
                if kind in ("R", "AL"):
                    return True
                if kind == "L":
                    return False
        elif any(character.isalpha() for character in run.text):
            return False
    return False


# -- joining ----------------------------------------------------------------------------------------------
class _Letter(NamedTuple):
    """The forms of a letter by their places in `_FORMS`; one that joins the next has four."""

    forms: dict[str, str]

    @property
    def joins_next(self) -> bool:
        return "<initial>" in self.forms

    @property
    def joins_former(self) -> bool:
        return "<final>" in self.forms


@cache
def _letters() -> dict[str, _Letter]:
    """Letter (or lam and alef together) → its forms, as Unicode's own table says."""
    found: dict[str, dict[str, str]] = {}
    for block in _BLOCKS:
        for code in block:
            form, _space, base = unicodedata.decomposition(chr(code)).partition(" ")
            letters = "".join(chr(int(one, 16)) for one in base.split())
            pair = len(letters) == 2 and letters[0] == "\u0644" and letters[1] in "\u0622\u0623\u0625\u0627"
            if form in _FORMS and (len(letters) == 1 or pair):
                found.setdefault(letters, {}).setdefault(form, chr(code))
    return {letters: _Letter(forms) for letters, forms in found.items()}


@cache
def copied() -> dict[str, str]:
    """Form on paper → the letters that are copied. Those of lam and alef stand in the order they are seen,
    like all that is painted: every reader turns them again."""
    return {form: letters[::-1] for letters, letter in _letters().items() for form in letter.forms.values()}


def joined(text: str) -> str:
    """The same text, its Arabic letters in the form that their neighbours ask for."""
    if not has_right(text):
        return text
    known, pieces = _letters(), list(_pieces(text))
    made = []
    for place, piece in enumerate(pieces):
        letter = known.get(piece)
        if letter is None:
            made.append(piece)
            continue
        before = _neighbour(pieces, place, -1)
        after = _neighbour(pieces, place, 1)
        former = letter.joins_former and before is not None and before.joins_next
        following = letter.joins_next and after is not None and after.joins_former
        form = _FORMS[(1 if former else 0) + (2 if following else 0)]
        made.append(letter.forms.get(form, piece))
    return "".join(made)


def _pieces(text: str) -> Iterator[str]:
    """Characters, lam and alef as one."""
    place = 0
    while place < len(text):
        size = 2 if text[place : place + 2] in _letters() else 1
        yield text[place : place + size]
        place += size


def _neighbour(pieces: Sequence[str], place: int, step: int) -> _Letter | None:
    """The next letter on one side, over the signs that stand above or below letters."""
    place += step
    while 0 <= place < len(pieces) and unicodedata.combining(pieces[place][0]):
        place += step
    return _letters().get(pieces[place]) if 0 <= place < len(pieces) else None


# -- order ------------------------------------------------------------------------------------------------
def in_sight(characters: Sequence[tuple[str, T]], right: bool) -> list[tuple[str, T]]:
    """The characters of one line as they stand from left to right, brackets turned where they must."""
    levels = _levels([character for character, _more in characters], 1 if right else 0)
    clusters: list[list[tuple[str, T]]] = []
    heights: list[int] = []
    for (character, more), level in zip(characters, levels, strict=True):
        if clusters and unicodedata.combining(character):
            clusters[-1].append((character, more))
            continue
        clusters.append([(_MIRRORS.get(character, character) if level % 2 else character, more)])
        heights.append(level)
    for level in range(max(heights, default=0), 0, -1):
        start = 0
        while start < len(heights):
            if heights[start] < level:
                start += 1
                continue
            end = start
            while end < len(heights) and heights[end] >= level:
                end += 1
            clusters[start:end] = clusters[start:end][::-1]
            heights[start:end] = heights[start:end][::-1]
            start = end
    return [one for cluster in clusters for one in cluster]


def _levels(characters: Sequence[str], base: int) -> list[int]:
    """The level of each character: even from left to right, odd from right to left."""
    kinds = [_kind(character) for character in characters]
    strong = "R" if base else "L"
    resolved: list[str] = []
    for place, found in enumerate(kinds):
        held = 0 < place < len(kinds) - 1 and kinds[place - 1] == kinds[place + 1] == "N"
        kind = "N" if found == "S" and held else found  # 3,50 and 12/06: one number
        strong = kind if kind in "LR" else strong
        resolved.append("L" if kind == "N" and strong == "L" else kind)
    sides = [{"N": "R"}.get(kind, kind) for kind in resolved]
    place = 0
    while place < len(sides):
        if sides[place] in "LR":
            place += 1
            continue
        end = place
        while end < len(sides) and sides[end] not in "LR":
            end += 1
        before = sides[place - 1] if place else ("R" if base else "L")
        after = sides[end] if end < len(sides) else ("R" if base else "L")
        sides[place:end] = [before if before == after else ("R" if base else "L")] * (end - place)
        place = end
    return [
        2 if kind == "N" or (side == "L" and base) else 1 if side == "R" else 0
        for kind, side in zip(resolved, sides, strict=True)
    ]


def _kind(character: str) -> str:
    """L, R, N (a digit), S (what holds digits together), or W for all that follows its neighbours."""
    kind = unicodedata.bidirectional(character)
    if kind in ("R", "AL"):
        return "R"
    if kind in ("EN", "AN"):
        return "N"
    return "L" if kind == "L" else "S" if kind in ("ES", "CS") else "W"
