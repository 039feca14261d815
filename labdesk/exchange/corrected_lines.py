"""The lines of a document as they are read: words come in, marks and remarks open and close."""

from dataclasses import dataclass, field

from labdesk.domain.corrections.lines import Kind, Line, kind_of, loose
from labdesk.domain.corrections.marks import read
from labdesk.domain.corrections.returned import ReadLine, Remark


@dataclass(slots=True)
class Lines:
    """What was read so far, and the paragraph being read."""

    found: list[ReadLine] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    tracked: int = 0
    _open: dict[str, str] = field(default_factory=dict)
    _beside: set[int] = field(default_factory=set)
    _words: list[tuple[str, str]] = field(default_factory=list)
    _opens: str = ""
    _met: set[int] = field(default_factory=set)
    _typed: str = ""

    def say(self, words: str) -> None:
        """Some words of the paragraph."""
        self._words.append((words, self._mark()))
        self._typed = self._typed or self._mark()

    def open(self, handle: str, name: str) -> None:
        """A mark begins here; one of somebody else is nothing."""
        mark = read(name)
        if mark is None:
            return
        if mark.what != "t":
            self._opens = name
            self._open.clear()  # the end of a mark can be lost: no text goes on under another heading
        else:
            self._open[handle] = name
            self._typed = self._typed or name

    def close(self, handle: str) -> None:
        """A mark ends here."""
        self._open.pop(handle, None)

    def beside(self, remark: int) -> None:
        """A remark stands beside what comes now."""
        self._beside.add(remark)
        self._met.add(remark)

    def past(self, remark: int) -> None:
        """A remark stands beside nothing more."""
        self._beside.discard(remark)

    def end(self, kind: Kind) -> None:
        """The paragraph ends: it is one line, or several when its lines were broken by hand."""
        before, typed = self._parted()
        met = tuple(sorted(self._met | self._beside))
        for words, mark in ((before, ""), (typed, self._typed or self._mark())):
            for raw in words.splitlines():
                line = Line(*kind_of(raw)) if kind == "text" else Line(kind, raw.strip())
                if loose(line.words):
                    self.found.append(ReadLine(line, mark, self._opens, met))
                    met, self._opens = (), ""
        if met and self.found:  # beside an empty line, or a picture: what stands above has it
            last = self.found[-1]
            self.found[-1] = ReadLine(last.line, last.mark, last.opens, (*last.remarks, *met))
        self._words, self._met, self._opens, self._typed = [], set(), "", ""

    def _parted(self) -> tuple[str, str]:
        """What stands before the first typed words, and the rest; a paragraph that is marked is so whole."""
        if not (self._typed or self._mark()):
            return "".join(words for words, _mark in self._words), ""
        told = "".join(words for words, mark in self._words if not mark)
        first = next((at for at, (words, mark) in enumerate(self._words) if mark and words.strip()), 0)
        before = "".join(words for words, _mark in self._words[:first])
        label = before.rstrip().endswith(":") and told
        if label:
            return before, "".join(words for words, _mark in self._words[first:])
        return "", "".join(words for words, _mark in self._words)

    def row(self, cells: list[str], remarks: tuple[int, ...]) -> None:
        """One row of a table is one line."""
        words = " | ".join(" ".join(cell.split()) for cell in cells).strip(" |")
        if loose(words):
            self.found.append(ReadLine(Line("row", words), self._mark(), "", remarks))

    def _mark(self) -> str:
        return next(iter(self._open.values()), "")
