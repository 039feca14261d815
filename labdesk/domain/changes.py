"""What differs between two contents of a dossier: sections word by word, amounts, findings. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from msgspec import Struct

from labdesk.domain.contents import Amount, Content, Leaf, Point

Mark = Literal["same", "gone", "new"]
State = Literal["new", "gone", "changed"]
ALIKE = 0.5
"""Lines at least this much alike are one line that changed; others are one that went and one that came."""
AROUND = 8
"""Words left on each side of what changed."""
MOST_LINES = 160_000
"""Pairs of lines compared at most: a project written anew meets the former one line by line, as they come."""
MOST = 2_000_000
"""Pairs of words compared at most: beyond, whole sentences are."""


class Piece(Struct, frozen=True):
    """Some words that stayed, went or came."""

    mark: Mark
    text: str


Line = tuple[Piece, ...]


class SectionChange(Struct, frozen=True):
    """A section (or the part of it that bears `title`) that came, went, or says something else."""

    section: str
    title: str
    state: State
    lines: tuple[Line, ...]


class AmountChange(Struct, frozen=True):
    """An amount before and after, in cents; None: there was none."""

    label: str
    old: int | None
    new: int | None

    @property
    def difference(self) -> int:
        """After less before."""
        return (self.new or 0) - (self.old or 0)


class Changes(Struct, frozen=True):
    """All that differs; empty when the two say the same."""

    sections: tuple[SectionChange, ...] = ()
    amounts: tuple[AmountChange, ...] = ()
    solved: tuple[Point, ...] = ()
    found: tuple[Point, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sections or self.amounts or self.solved or self.found)

    @property
    def section_ids(self) -> tuple[str, ...]:
        """The sections touched, each once, in order."""
        return tuple(dict.fromkeys(change.section for change in self.sections))


def compare(old: Content, new: Content) -> Changes:
    """What changed from `old` to `new`, in the order of `new`."""
    return Changes(
        _sections(old.leaves, new.leaves),
        _amounts(old.amounts, new.amounts),
        *_points(old.points, new.points),
    )


# -- sections -----------------------------------------------------------------------------------------
Name = tuple[str, str]


def _sections(old: Sequence[Leaf], new: Sequence[Leaf]) -> tuple[SectionChange, ...]:
    before, after = _named(old), _named(new)
    found: list[SectionChange] = []
    for name in _in_step(list(before), list(after)):
        was, now = before.get(name), after.get(name)
        if was is None and now is not None:
            found.append(SectionChange(now.section, now.title, "new", tuple(_whole("new", now.lines))))
        elif now is None and was is not None:
            found.append(SectionChange(was.section, was.title, "gone", tuple(_whole("gone", was.lines))))
        elif was is not None and now is not None and was.lines != now.lines:
            changed = dict.fromkeys(lines(was.lines, now.lines))  # what is told twice is said once
            found.append(SectionChange(now.section, now.title, "changed", tuple(changed)))
    return tuple(found)


def _named(leaves: Sequence[Leaf]) -> dict[Name, Leaf]:
    """Parts of a section that bear the same title (a journey told, then drawn) are one."""
    named: dict[Name, Leaf] = {}
    for leaf in leaves:
        title = (leaf.section, leaf.title)
        before = named[title].lines if title in named else ()
        named[title] = Leaf(*title, before + leaf.lines)
    return named


T = TypeVar("T")


def _in_step(old: list[T], new: list[T]) -> list[T]:
    """Both orders in one: what went stands where it stood."""
    order: list[T] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _tag, a, b, c, d in matcher.get_opcodes():
        order += [name for name in old[a:b] if name not in new[c:d]]
        order += new[c:d]
    return list(dict.fromkeys(order))


def _whole(mark: Mark, said: Iterable[str]) -> list[Line]:
    return [(Piece(mark, line),) for line in said if line.strip()]


def lines(old: Sequence[str], new: Sequence[str]) -> list[Line]:
    """The lines that differ, one after the other; those that stayed are left out."""
    found: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, list(old), list(new), autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, came = list(old[a:b]), list(new[c:d])
        few = len(gone) * len(came) <= MOST_LINES
        while gone or came:
            if gone and came and _alike(gone[0], came[0]):
                found.append(words(gone.pop(0), came.pop(0)))
            elif few and came and any(_alike(line, came[0]) for line in gone):
                found += _whole("gone", [gone.pop(0)])
            elif few and gone and any(_alike(gone[0], line) for line in came):
                found += _whole("new", [came.pop(0)])
            else:
                found += _whole("gone", [gone.pop(0)] if gone else [])
                found += _whole("new", [came.pop(0)] if came else [])
    return found


def _alike(one: str, other: str) -> bool:
    left, right = one.split(), other.split()
    shared = sum((Counter(left) & Counter(right)).values())
    return 2 * shared >= ALIKE * (len(left) + len(right)) and bool(shared)


# -- words --------------------------------------------------------------------------------------------
_NUMBER = r"\d+(?:[\u202f\u00a0,.]\d+)*(?:[\u202f\u00a0][%€])?"
"""An amount with its spaces and its sign is one word."""
_WORD = re.compile(rf"{_NUMBER}|\s+|[^\W_]+(?:[’'\-][^\W_]+)*|.", re.DOTALL)
_SENTENCE = re.compile(r".+?(?:[.!?…]+\s+|\n+|$)", re.DOTALL)


def words(old: str, new: str) -> Line:
    """One line before and after, word by word; long stretches that stayed are cut to what stands around."""
    left, right = _WORD.findall(old), _WORD.findall(new)
    if len(left) * len(right) > MOST:
        left, right = _SENTENCE.findall(old), _SENTENCE.findall(new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(left[a:b])))
            continue
        pieces += [Piece("gone", "".join(left[a:b]))] if b > a else []
        pieces += [Piece("new", "".join(right[c:d]))] if d > c else []
    return _abridged(_gathered(pieces))


def _gathered(pieces: list[Piece]) -> list[Piece]:
    """Changes with only a space between them are one: « 5 jours » → « 3 mois », not four crumbs."""
    made: list[Piece] = []
    gone = new = ""
    for at, piece in enumerate(pieces):
        small = piece.mark == "same" and not piece.text.strip() and 0 < at < len(pieces) - 1
        if piece.mark == "gone" or small:
            gone += piece.text
        if piece.mark == "new" or small:
            new += piece.text
        if piece.mark == "same" and not small:
            made += _both(gone, new)
            gone = new = ""
            made.append(piece)
    return made + _both(gone, new)


def _both(gone: str, new: str) -> list[Piece]:
    found = [Piece("gone", gone)] if gone else []
    return found + ([Piece("new", new)] if new else [])


def _abridged(pieces: list[Piece]) -> Line:
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        stayed = piece.mark == "same"
        words = _cut(piece.text, first=at == 0, last=at == len(pieces) - 1) if stayed else piece.text
        made.append(Piece(piece.mark, words))
    return tuple(made)


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Some words on each side where something changed, « … » for the rest."""
    tokens = re.findall(r"\S+\s*|\s+", text)
    if first and last:
        return text
    if first:  # what a line begins with says what it is about
        whole = len(tokens) <= 2 * AROUND + 2
        return text if whole else "".join(tokens[: AROUND // 2]) + "… " + "".join(tokens[-AROUND:])
    if last:
        return text if len(tokens) <= AROUND + 2 else "".join(tokens[:AROUND]).rstrip() + " …"
    if len(tokens) <= 2 * AROUND + 2:
        return text
    return "".join(tokens[:AROUND]).rstrip() + " … " + "".join(tokens[-AROUND:])


# -- amounts and findings -----------------------------------------------------------------------------
def _amounts(old: Sequence[Amount], new: Sequence[Amount]) -> tuple[AmountChange, ...]:
    before, after = {one.key: one for one in old}, {one.key: one for one in new}
    # A project that went through a file has other ids: what is called the same is the same.
    lost = {(_kind(k), one.label): k for k, one in before.items() if k not in after}
    for key, one in list(after.items()):
        other = lost.pop((_kind(key), one.label), None) if key not in before else None
        if other is not None:
            before[key] = before.pop(other)
    found: list[AmountChange] = []
    for key in _in_step(list(before), list(after)):
        was, now = before.get(key), after.get(key)
        if (was.cents if was else None) != (now.cents if now else None):
            label = now.label if now else was.label if was else ""
            found.append(AmountChange(label, was.cents if was else None, now.cents if now else None))
    return tuple(found)


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _points(old: Sequence[Point], new: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Those that are no more, those that are new. One whose sentence alone changed is the same one."""
    return _beyond(old, new, _about), _beyond(new, old, _about)


def _about(point: Point) -> tuple[str, str, str]:
    return point.rule, point.where, point.section


def _beyond(
    these: Sequence[Point], those: Sequence[Point], key: Callable[[Point], object]
) -> tuple[Point, ...]:
    left = Counter(key(point) for point in those)
    found: list[Point] = []
    for point in these:
        if left[key(point)]:
            left[key(point)] -= 1
        else:
            found.append(point)
    return tuple(found)
