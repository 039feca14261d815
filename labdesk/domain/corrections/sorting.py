"""A document that comes back is sorted: which lines are whose text, which are drawn, which stand elsewhere.

Marks come first: they survive Word and LibreOffice. A title found again does where they are lost; what was
typed between is then told from what is drawn by its words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from labdesk.domain.corrections.lines import Line, digest, likeness, loose
from labdesk.domain.corrections.marks import key_of, read
from labdesk.domain.corrections.outline import FRONT, Outline, Part
from labdesk.domain.corrections.returned import Back, Read, ReadLine, Remark, SectionBack, SourceBack, Stray

ALIKE = 0.6
"""From this share of common words on, a line is another one that was changed."""
PAIRED = 0.35
"""The same where as many lines came as went."""
NUMBERED = ". "


@dataclass(slots=True)
class _Heap:
    """What was found of one part, in the order of the file."""

    part: Part
    heading: ReadLine | None = None
    lines: list[ReadLine] = field(default_factory=list)


def likeliest(read_: Read, outlines: Sequence[Outline]) -> Outline:
    """Which of these documents this file was: the one it shares most lines with."""
    told = {loose(one.line.words) for one in read_.lines}

    def shared(outline: Outline) -> float:
        own = {loose(line.words) for part in outline.parts for line in (*part.text, *part.drawn)}
        own |= {loose(part.title) for part in outline.parts}
        marks = {key_of(part.name) for part in outline.parts}
        seen = {mark.key for one in read_.lines if (mark := read(one.opens))}
        return len(own & told) / (len(own) or 1) + len(marks & seen) / (len(marks) or 1)

    return max(outlines, key=shared)


def sort(read_: Read, outline: Outline) -> Back:
    """Everything the file says, where it belongs. Nothing is left out: what has no place is a stray."""
    return _Sorting(read_, outline).back()


class _Sorting:
    def __init__(self, read_: Read, outline: Outline) -> None:
        self._read, self._outline = read_, outline
        self._texts: dict[str, list[ReadLine]] = {}
        self._left: dict[str, str] = {}
        self._sources: list[SourceBack] = []
        self._strays: list[Stray] = []
        self._elsewhere: list[tuple[str, Remark]] = []
        self._lost: dict[str, str] = {}
        """Lines of texts whose heading was not found → their section."""
        self._by_key = {key_of(part.typed): part.typed for part in outline.parts if part.typed}
        for one in read_.lines:
            self._know(one)

    def _know(self, one: ReadLine) -> None:
        """A mark names its section even when no text stands there in the project any more."""
        mark = read(one.mark)
        if mark is not None:
            section = self._by_key.setdefault(mark.key, mark.key)
            self._left.setdefault(section, mark.digest)

    def back(self) -> Back:
        """The whole."""
        heaps = self._heaps()
        here = {heap.part.name for heap in heaps}
        gone = (part for part in self._outline.parts if part.typed and part.name not in here)
        self._lost = {loose(line.words): part.typed for part in gone for line in part.text}
        for heap in heaps:
            self._sort_heap(heap)
        found = {heap.part.name for heap in heaps}
        marked = any(one.mark or one.opens for one in self._read.lines)
        missing = tuple(
            part.title
            for part in self._outline.parts
            if part.text and part.typed not in self._texts and (part.name not in found or not marked)
        )
        sections = tuple(self._section(name, told) for name, told in self._texts.items())
        return Back(
            self._outline.document,
            sections,
            tuple(self._sources),
            (*self._strays, *(Stray(words) for words in self._read.aside)),
            tuple(self._elsewhere),
            missing,
            marked,
            self._read.tracked,
        )

    def _section(self, name: str, told: list[ReadLine]) -> SectionBack:
        ranks = dict.fromkeys(rank for one in told for rank in one.remarks)
        remarks = tuple(self._read.remarks[rank] for rank in ranks)
        return SectionBack(name, tuple(one.line for one in told), self._left.get(name, ""), remarks)

    # -- parts --------------------------------------------------------------------------------------
    def _heaps(self) -> list[_Heap]:
        """The lines under the heading of the part they stand in."""
        opened = self._opened()
        front = self._outline.part(FRONT) or Part(FRONT, "")
        heaps = [_Heap(front)]
        for at, one in enumerate(self._read.lines):
            if at in opened:
                heaps.append(_Heap(opened[at], one))
            else:
                heaps[-1].lines.append(one)
        return heaps

    def _opened(self) -> dict[int, Part]:
        """Rank of a line → the part whose heading it is: by its mark, its words, then its likeness."""
        parts = {key_of(part.name): part for part in self._outline.parts if part.name != FRONT}
        found: dict[int, Part] = {}
        for at, one in enumerate(self._read.lines):
            mark = read(one.opens)
            if mark is not None and mark.key in parts:
                found[at] = parts.pop(mark.key)
        for at, one in self._headings(found):
            wanted = _bare(one.line.words)
            key = next((key for key, part in parts.items() if _bare(part.title) == wanted), None)
            if key is not None:
                found[at] = parts.pop(key)
        for at, one in self._headings(found):
            key = max(parts, key=lambda key: _titled(parts[key].title, one.line.words), default=None)
            if key is not None and _titled(parts[key].title, one.line.words) >= ALIKE:
                found[at] = parts.pop(key)
        return found

    def _headings(self, found: dict[int, Part]) -> Iterator[tuple[int, ReadLine]]:
        for at, one in enumerate(self._read.lines):
            if at not in found and one.line.kind == "heading" and not one.mark:
                yield at, one

    # -- inside a part ------------------------------------------------------------------------------
    def _sort_heap(self, heap: _Heap) -> None:
        part = heap.part
        if heap.heading is not None:
            self._title(part, heap.heading)
        owner = [self._by_key[mark.key] if (mark := read(one.mark)) else "" for one in heap.lines]
        rest = [at for at, name in enumerate(owner) if not name]
        lines = [heap.lines[at] for at in rest]
        opened = read(heap.heading.opens) if heap.heading else None
        intact = opened is not None and digest(one.line for one in lines) == opened.digest
        if not intact:
            free = part.text if part.typed and part.typed not in self._left else ()
            whose = _compared(lines, part.drawn, free)
            for place, verdict in zip(rest, whose, strict=True):
                lost = self._lost.get(loose(heap.lines[place].line.words), "")
                owner[place] = lost if verdict == "?" and lost else verdict
            self._follow(owner, part.typed)
            self._tell(heap, owner, rest, opened is not None)
        if opened is not None and opened.what == "k" and part.typed and part.typed not in owner:
            self._texts.setdefault(part.typed, [])  # the heading stands, its words were taken away
        for one, name in zip(heap.lines, owner, strict=True):
            if name and not name.startswith("="):
                self._texts.setdefault(name, []).append(one)
            elif one.remarks:
                where = part.name
                self._elsewhere += [(where, self._read.remarks[rank]) for rank in one.remarks]

    def _title(self, part: Part, heading: ReadLine) -> None:
        before, after = part.title, heading.line.words
        if _bare(before) != _bare(after):
            self._sources.append(SourceBack(part.name, part.title, before, after))
        self._elsewhere += [(part.name, self._read.remarks[rank]) for rank in heading.remarks]

    def _follow(self, owner: list[str], typed: str) -> None:
        """What nobody knows is of the text it goes on with, or that it begins; else it stays a stray."""
        if not typed:
            return
        drawn = next((at for at, name in enumerate(owner) if name.startswith("=")), len(owner))
        for at, name in enumerate(owner):
            if name == "?" and (at < drawn or (at and not owner[at - 1].startswith("="))):
                owner[at] = typed if not at or owner[at - 1] in ("", typed) or at < drawn else owner[at - 1]

    def _tell(self, heap: _Heap, owner: list[str], rest: list[int], sure: bool) -> None:
        """What is drawn and was changed or taken away; what stands in no text."""
        part = heap.part
        seen = {int(owner[at][1:]) for at in rest if owner[at].startswith("=")}
        for at in rest:
            name = owner[at]
            if name.startswith("="):
                before, after = part.drawn[int(name[1:])].words, heap.lines[at].line.words
                if loose(before) != loose(after):
                    self._sources.append(SourceBack(part.name, part.title, before, after, sure))
            elif name == "?":
                owner[at] = ""
                if _bare(heap.lines[at].line.words) == _bare(part.title):
                    continue  # a title said twice
                self._strays.append(Stray(heap.lines[at].line.words, part.title))
        for rank, line in enumerate(part.drawn):
            if rank not in seen and not line.words.startswith("["):
                self._sources.append(SourceBack(part.name, part.title, line.words, "", sure))


def _compared(lines: Sequence[ReadLine], drawn: Sequence[Line], typed: Sequence[Line]) -> list[str]:
    """Whose each line is: « =3 » the fourth drawn line, perhaps changed; « ? » nobody knows yet.

    `typed`: the lines of the text of this part, where no mark says which they are.
    """
    verdicts = ["?"] * len(lines)
    mine = [loose(one.line.words) for one in lines]
    known = [loose(line.words) for line in drawn]
    own = {loose(line.words) for line in typed}
    for tag, low, high, first, last in SequenceMatcher(None, mine, known, autojunk=False).get_opcodes():
        if tag == "equal":
            for at in range(low, high):
                verdicts[at] = f"={first + at - low}"
        elif tag == "replace":
            free = list(range(first, last))
            enough = PAIRED if high - low == last - first else ALIKE
            for at in range(low, high):
                if mine[at] in own:
                    continue
                best = max(free, key=lambda rank: likeness(known[rank], mine[at]), default=None)
                if best is not None and likeness(known[best], mine[at]) >= enough:
                    free = [rank for rank in free if rank > best]
                    verdicts[at] = f"={best}"
    return verdicts


def _bare(title: str) -> str:
    """A title without its number: « 4. Options » is « Options »."""
    head, dot, tail = title.partition(NUMBERED)
    return loose(tail if dot and head.strip().isdigit() else title).casefold()


def _titled(title: str, words: str) -> float:
    """How much a heading is this title: one that was lengthened or cut still is."""
    before, after = _bare(title), _bare(words)
    inside = before and after and (before in after or after in before)
    return max(likeness(title, words), 0.9 if inside else 0.0)
