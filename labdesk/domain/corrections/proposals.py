"""What a corrector proposes for one text, line by line, against what left and what stands in LabDesk now.

Nothing is stored: what was taken is seen from the text itself, so an undo opens a proposal again.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from labdesk.domain.corrections.differences import Merged, merged
from labdesk.domain.corrections.lines import Line, kind_of, likeness, loose, same
from labdesk.domain.quotes import MARK, last_words

Sort = Literal["changed", "added", "removed"]
State = Literal["open", "taken", "conflict", "quoted"]
"""`conflict`: the line was written again in LabDesk since; `quoted`: only words of a quote changed."""
ALIKE = 0.4
"""Two lines that share less are no two versions of one line."""
MOST = 40_000
"""Pairs of lines compared; past that they are paired as they come."""
SIGNS = {"bullet": "- ", "number": "1. "}
"""How a line of a list begins as it is typed."""


class Proposal(Struct, frozen=True):
    """One line that came back otherwise. `left`, `now`, `back`: its words as they left, as they stand in
    LabDesk, as they come back; `place`: the line of the text of now it stands at, or stands before."""

    section: str
    rank: int
    sort: Sort
    state: State
    place: int
    left: str = ""
    now: str = ""
    back: str = ""
    kind: str = "text"
    quotes: tuple[str, ...] = ()
    """What is quoted there and was changed: it stays, and is to be corrected at its source."""
    came: int = -1
    """The rank of the line in the document that came back."""

    @property
    def key(self) -> str:
        """The same proposal, whatever was done to the text since."""
        return f"{self.section}/{self.rank}/{self.came}"


class _Pair(Struct, frozen=True):
    """A line of one text and the one it became in another; None where there is none. `rank` in the first."""

    rank: int
    one: int | None
    other: int | None
    equal: bool = False


def proposals(section: str, left: str, now: str, back: Sequence[Line]) -> tuple[Proposal, ...]:
    """All that was changed of a text, in order. `left` and `now` are stored texts, with their quotes."""
    told = _Told(left, now)
    return tuple(told.proposal(section, pair, back) for pair in _pairs(told.left, back) if not pair.equal)


def take_open(section: str, left: str, now: str, back: Sequence[Line], but: Collection[str] = ()) -> str:
    """The text of now with all that meets nothing written since, but these (their keys); the last first, so
    that places hold."""
    for one in reversed(proposals(section, left, now, back)):
        if one.state == "open" and one.key not in but:
            now = take(now, one).text
    return now


def take(now: str, proposal: Proposal, words: str | None = None) -> Merged:
    """The text of now with this proposal in it. `words`: typed in its stead, several lines perhaps."""
    raw = now.splitlines()
    places = [at for at, line in enumerate(raw) if loose(last_words(kind_of(line)[1]))]
    new = proposal.back if words is None else words
    spot = places[proposal.place] if proposal.place < len(places) else None
    replaces = bool(proposal.now) and spot is not None
    if not new.strip():
        return Merged(_text(_without(raw, spot), now)) if replaces and spot is not None else Merged(now)
    if replaces and spot is not None:
        made = _rewritten(raw[spot], new, proposal.kind)
        return Merged(_text([*raw[:spot], *made.text.splitlines(), *raw[spot + 1 :]], now), made.kept)
    lines = _signed(new, proposal.kind)
    return Merged(_text(_with(raw, spot, lines, places), now))


class _Told:
    """The lines of what left and of what stands now, and which became which."""

    def __init__(self, left: str, now: str) -> None:
        self.left, self.now = _lines(left), _lines(now)
        self._stored = _stored(now)
        self._pairs = _pairs(self.left, self.now)
        self._became = {pair.one: pair for pair in self._pairs if pair.one is not None}
        self._new = {pair.other for pair in self._pairs if pair.one is None}
        self._met: set[int] = set()

    def proposal(self, section: str, pair: _Pair, back: Sequence[Line]) -> Proposal:
        """One line that came back otherwise."""
        line = back[pair.other] if pair.other is not None else None
        if pair.one is None:
            return self._added(section, pair, line)
        old, became = self.left[pair.one], self._became[pair.one]
        sort: Sort = "removed" if line is None else "changed"
        mine = self.now[became.other] if became.other is not None else None
        place = became.other if became.other is not None else self._place(pair.one)
        made = _reached(self._stored[place], line) if line and mine else Merged("")
        reached = mine is not None and line is not None and line.kind == mine.kind
        reached = reached and mine is not None and loose(last_words(made.text)) == loose(mine.words)
        state: State
        if became.equal:
            state = "quoted" if reached else "open"
        elif reached or (line is None and mine is None):
            state = "taken"
        else:
            state = "conflict"
        return Proposal(
            section,
            pair.rank,
            sort,
            state,
            place,
            old.words,
            mine.words if mine else "",
            line.words if line else "",
            line.kind if line else old.kind,
            made.kept,
            -1 if pair.other is None else pair.other,
        )

    def _added(self, section: str, pair: _Pair, line: Line | None) -> Proposal:
        assert line is not None
        place = self._place(pair.rank)
        end = place
        while end in self._new:
            end += 1
        found = (at for at in range(place, end) if at not in self._met and same(self.now[at], line))
        at = next(found, None)
        self._met |= set() if at is None else {at}
        state: State = "open" if at is None else "taken"
        return Proposal(
            section, pair.rank, "added", state, end, back=line.words, kind=line.kind, came=pair.other or 0
        )

    def _place(self, rank: int) -> int:
        """Where a line that stood before the line `rank` of what left stands in the text of now."""
        before = [self._became[at].other for at in range(rank) if self._became[at].other is not None]
        return max((at for at in before if at is not None), default=-1) + 1


def _reached(stored: str, line: Line) -> Merged:
    """What taking a line would give; word by word only where something is quoted."""
    return merged(stored, line.words) if MARK.search(stored) else Merged(line.words)


def _pairs(one: Sequence[Line], other: Sequence[Line]) -> tuple[_Pair, ...]:
    """Which line became which, in order."""
    mine, theirs = ([(line.kind, loose(line.words)) for line in lines] for lines in (one, other))
    found: list[_Pair] = []
    for tag, low, high, first, last in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [_Pair(low + step, low + step, first + step, True) for step in range(high - low)]
        else:
            found += _likely(one, other, range(low, high), range(first, last))
    return tuple(found)


def _likely(one: Sequence[Line], other: Sequence[Line], mine: range, theirs: range) -> Iterator[_Pair]:
    """Lines of two passages that differ: alike ones are one line that was changed."""
    free = mine.start
    even = len(mine) == len(theirs) or len(mine) * len(theirs) > MOST
    for at in theirs:
        if even:
            step = mine.start + at - theirs.start
            match: int | None = step if step < mine.stop else None
        else:
            scores = {rank: likeness(one[rank].words, other[at].words) for rank in range(free, mine.stop)}
            match = max(scores, key=lambda rank: scores[rank], default=None)
            if match is not None and scores[match] < ALIKE:
                match = None
        if match is None:
            yield _Pair(free, None, at)
            continue
        yield from (_Pair(rank, rank, None) for rank in range(free, match))
        yield _Pair(match, match, at)
        free = match + 1
    yield from (_Pair(rank, rank, None) for rank in range(free, mine.stop))


def _stored(text: str) -> list[str]:
    """The words of each line as they are stored."""
    told = (kind_of(raw)[1] for raw in text.splitlines())
    return [words for words in told if loose(last_words(words))]


def _lines(text: str) -> list[Line]:
    told = (kind_of(raw) for raw in text.splitlines())
    return [Line(kind, last_words(words)) for kind, words in told if loose(last_words(words))]


# -- writing ------------------------------------------------------------------------------------------------
def _rewritten(raw: str, new: str, kind: str) -> Merged:
    """A typed line with its new words: the sign it began with stays, and what did not change in it."""
    old_kind, words = kind_of(raw)
    first, *more = new.splitlines()
    made = merged(words, first.strip())
    sign = raw[: len(raw) - len(raw.lstrip())] + raw.strip()[: len(raw.strip()) - len(words)]
    if kind != old_kind:
        sign = SIGNS.get(kind, "")
    return Merged("\n".join((sign + made.text, *_signed("\n".join(more), kind))), made.kept)


def _signed(words: str, kind: str) -> list[str]:
    return [SIGNS.get(kind, "") + line.strip() for line in words.splitlines() if line.strip()]


def _without(raw: list[str], spot: int) -> list[str]:
    """One line less, and no two blank lines where it stood."""
    after = raw[spot + 1 :]
    blank_before = spot == 0 or not raw[spot - 1].strip()
    if blank_before and after and not after[0].strip():
        after = after[1:]
    before = raw[:spot]
    while not after and before and not before[-1].strip():
        before = before[:-1]
    return [*before, *after]


def _with(raw: list[str], spot: int | None, lines: list[str], places: list[int]) -> list[str]:
    """Lines more, before a line or at the end; parted by blank lines as the others are."""
    parted = any(later - at > 1 for at, later in pairwise(places))
    blank = [""] if parted and kind_of(lines[0])[0] == "text" else []
    if spot is None:
        return [*raw, *(blank if raw else []), *lines]
    return [*raw[:spot], *lines, *blank, *raw[spot:]]


def _text(lines: list[str], former: str) -> str:
    return "\n".join(lines) + ("\n" if former.endswith("\n") and lines else "")
