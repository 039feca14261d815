"""What a dossier said on a day, piece by piece: its texts, its amounts, its findings; kept as JSON parts.

A part is named by its fingerprint: two versions that say the same thing hold it once.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from msgspec import Struct

from labdesk.digest import sha256
from labdesk.domain.entities import Version
from labdesk.domain.model import Project

LONGEST = 40_000
"""Characters of a part: a field holds 100,000, and a quote mark takes two of them in JSON."""
SHORTEST = 4_000
"""Characters from which a part may end."""
NAME = 32
"""Hexadecimal digits of a fingerprint that name a part."""


class Leaf(Struct, frozen=True):
    """A stretch of the dossier: the section it stands in, its title, its lines in reading order."""

    section: str
    title: str
    lines: tuple[str, ...]


class Amount(Struct, frozen=True):
    """Some money of the dossier in cents; `key` says what it is whatever it is called."""

    key: str
    label: str
    cents: int


class Point(Struct, frozen=True):
    """A finding: its rule and what it is about (`where`), how grave, in which section, in words."""

    rule: str
    where: str
    severity: str
    section: str
    sentence: str


class Content(Struct, frozen=True):
    """All of it."""

    leaves: tuple[Leaf, ...] = ()
    amounts: tuple[Amount, ...] = ()
    points: tuple[Point, ...] = ()


# -- parts --------------------------------------------------------------------------------------------
def parts_of(content: Content) -> tuple[str, ...]:
    """The content as parts, in order: the same content gives the same parts."""
    found = [
        _packed({"section": leaf.section, "title": leaf.title, "lines": lines})
        for leaf in content.leaves
        for lines in _short_enough(leaf.lines)
    ]
    amounts = [[one.key, one.label, one.cents] for one in content.amounts]
    points = [[one.rule, one.where, one.severity, one.section, one.sentence] for one in content.points]
    found += [_packed({"amounts": some}) for some in _some(amounts)]
    found += [_packed({"points": some}) for some in _some(points)]
    return tuple(found)


def part_id(part: str) -> str:
    """What names a part."""
    return sha256(part.encode()).hexdigest()[:NAME]


def content_of(project: Project, version: Version) -> Content | None:
    """What a version said; None when it kept nothing. A part that is missing is left out."""
    names = (version.parts or "").split()
    held = [project.version_part[name].json or "" for name in names if name in project.version_part]
    return read_parts(held) if held else None


def read_parts(parts: Iterable[str]) -> Content:
    """Parts read again; what is none of ours is left out."""
    leaves: list[Leaf] = []
    amounts: list[Amount] = []
    points: list[Point] = []
    for part in parts:
        try:
            said = json.loads(part)
            if "lines" in said:
                leaf = Leaf(str(said["section"]), str(said["title"]), tuple(map(str, said["lines"])))
                if leaves and (leaves[-1].section, leaves[-1].title) == (leaf.section, leaf.title):
                    leaf = Leaf(leaf.section, leaf.title, leaves.pop().lines + leaf.lines)
                leaves.append(leaf)
            amounts += [Amount(str(a), str(b), int(c)) for a, b, c in said.get("amounts", ())]
            points += [Point(*map(str, one)) for one in said.get("points", ())]
        except (ValueError, TypeError, KeyError, AttributeError):
            continue  # a file from elsewhere may say anything here
    return Content(tuple(leaves), tuple(amounts), tuple(points))


def _packed(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _short_enough(lines: tuple[str, ...]) -> Iterator[list[str]]:
    """The lines in runs that one part can hold; a line that is longer by itself is cut.

    A long stretch ends at lines that say so themselves, not at a size: one note that changes on a map of
    three thousand makes one part anew, the others are those of the version before.
    """
    taken: list[str] = []
    size = 0
    for line in lines:
        for start in range(0, max(len(line), 1), LONGEST):
            piece = line[start : start + LONGEST]
            if taken and size + len(piece) > LONGEST:
                yield taken
                taken, size = [], 0
            taken.append(piece)
            size += len(piece)
            if size >= SHORTEST and crc32(piece.encode()) % 16 == 0:
                yield taken
                taken, size = [], 0
    if taken or not lines:
        yield taken


def _some(rows: Sequence[object]) -> Iterator[list[object]]:
    """A hundred rows at a time."""
    for start in range(0, len(rows), 100):
        yield list(rows[start : start + 100])
