"""An ODT that comes back: the text as if every tracked change were accepted, and the comments."""

from typing import Any

from labdesk.domain.corrections.lines import Kind
from labdesk.domain.corrections.returned import Read, Remark
from labdesk.exchange.corrected_lines import Lines
from labdesk.exchange.package import Package, attribute, child, local, within

ASIDE = (
    "tracked-changes",
    "table-of-content",
    "alphabetical-index",
    "sequence-decls",
    "variable-decls",
    "forms",
)
"""What holds no text of the document: deleted words, lists made by the program."""


def read_odt(package: Package) -> Read:
    """The document that this file holds."""
    root = package.tree("content.xml")
    text = child(root, "body", "text")
    if text is None:
        raise package.refusal()
    styles = [package.tree("styles.xml")] if "styles.xml" in package.names else []
    return _Reader(root, _numbered(root, *styles)).read(text)


class _Reader:
    def __init__(self, root: Any, numbered: frozenset[str]) -> None:
        self._lines = Lines()
        self._numbered = numbered
        self._ends = {attribute(end, "name") for end in within(root, "annotation-end")}
        self._names: dict[str, int] = {}

    def read(self, text: Any) -> Read:
        """Everything in it."""
        self._blocks(text, "text")
        said = self._lines
        said.tracked = sum(1 for one in within(text, "changed-region"))
        return Read(tuple(said.found), tuple(said.remarks), said.tracked, tuple(said.aside))

    def _blocks(self, parent: Any, kind: Kind) -> None:
        for one in parent:
            name = local(one)
            if name in ASIDE:
                continue
            if name == "p":
                self._paragraph(one, kind)
            elif name == "h":
                self._paragraph(one, "heading")
            elif name == "list":
                ordered = attribute(one, "style-name") in self._numbered
                for item in one:
                    self._blocks(item, "number" if ordered else "bullet")
            elif name == "table":
                self._table(one)
            elif name == "section":
                handle = f"section{id(one)}"
                self._lines.open(handle, attribute(one, "name"))
                self._blocks(one, kind)
                self._lines.close(handle)
            else:
                self._point(one)

    def _paragraph(self, one: Any, kind: Kind) -> None:
        self._inline(one)
        self._lines.end(kind)

    def _table(self, table: Any) -> None:
        for row in (one for one in table.iter() if local(one) == "table-row" and _table_of(one) is table):
            cells = []
            before = len(self._lines.remarks)
            for cell in (one for one in row if local(one) == "table-cell"):
                cells.append(" ".join(self._plain(p) for p in cell.iter() if local(p) in ("p", "h")))
            met = tuple(range(before, len(self._lines.remarks)))
            self._lines.row(cells, met)
            for sign in row.iter():
                self._point(sign)

    def _plain(self, paragraph: Any) -> str:
        """The words of a cell; its remarks are kept."""
        inner = Lines()
        outer, self._lines = self._lines, inner
        self._inline(paragraph)
        self._lines = outer
        said = "".join(words for words, _mark in inner._words)
        self._lines.remarks += inner.remarks
        self._lines.aside += inner.aside
        return said

    # -- words --------------------------------------------------------------------------------------
    def _inline(self, parent: Any) -> None:
        self._lines.say(_spaced(parent.text))
        for one in parent:
            name = local(one)
            if name == "s":
                self._lines.say(" " * _count(attribute(one, "c")))
            elif name == "tab":
                self._lines.say(" ")
            elif name == "line-break":
                self._lines.say("\n")
            elif name == "annotation":
                self._remark(one)
            elif name == "annotation-end":
                self._past(one)
            elif name == "note":
                body = child(one, "note-body")
                self._lines.aside += [_words(body)] if body is not None and _words(body) else []
            elif name in ("frame", "custom-shape", "g"):
                self._lines.aside += [said for box in within(one, "text-box") if (said := _words(box))]
            elif name in ("bookmark-start", "bookmark-end", "bookmark"):
                self._point(one)
            elif name in (
                "span",
                "a",
                "meta",
                "meta-field",
                "ruby",
                "ruby-base",
                "content-control",
                "text-input",
            ):
                self._inline(one)
            elif name in ("page-number", "page-count", "date", "time", "sequence", "bookmark-ref", "title"):
                self._lines.say(_spaced(one.text))
            self._lines.say(_spaced(one.tail))

    def _point(self, one: Any) -> None:
        name = attribute(one, "name")
        if local(one) == "bookmark-start":
            self._lines.open(name, name)
        elif local(one) == "bookmark-end":
            self._lines.close(name)
        elif local(one) == "bookmark":  # a mark that shrank to a point marks its paragraph
            self._lines.open(name, name)
            self._lines.close(name)

    def _remark(self, one: Any) -> None:
        words = "\n".join(_words(p) for p in one if local(p) in ("p", "list")).strip()
        if not words:
            return
        author, when = child(one, "creator"), child(one, "date")
        rank = len(self._lines.remarks)
        said = Remark(
            (author.text or "") if author is not None else "",
            (when.text or "") if when is not None else "",
            words,
        )
        self._lines.remarks.append(said)
        self._lines.beside(rank)
        name = attribute(one, "name")
        if name and name in self._ends:
            self._names[name] = rank
        else:
            self._lines.past(rank)

    def _past(self, one: Any) -> None:
        rank = self._names.get(attribute(one, "name"))
        if rank is not None:
            self._lines.past(rank)


def _numbered(*roots: Any) -> frozenset[str]:
    """The names of the list styles whose first level is numbered."""
    found = set()
    for style in (one for root in roots for one in within(root, "list-style")):
        first = next((one for one in style if attribute(one, "level") == "1"), None)
        if first is not None and local(first) == "list-level-style-number" and attribute(first, "num-format"):
            found.add(attribute(style, "name"))
    return frozenset(found)


def _spaced(text: str | None) -> str:
    """Line ends and tabs of the file itself are one space, as OpenDocument says."""
    return (text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _count(given: str) -> int:
    """How many spaces, never thousands; what is no number is one (« ² » is a digit, and no number)."""
    return min(int(given), 1000) if given.isdecimal() and len(given) < 9 else 1


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _table_of(row: Any) -> Any:
    return next((one for one in row.iterancestors() if local(one) == "table"), None)
