"""A DOCX that comes back: the text as if every tracked change were accepted, and the comments."""

from collections.abc import Iterator
from typing import Any

from labdesk.domain.corrections.lines import Kind
from labdesk.domain.corrections.returned import Read, Remark
from labdesk.exchange.corrected_lines import Lines
from labdesk.exchange.package import Package, attribute, child, local, within

GONE = ("del", "moveFrom")
"""What a tracked change took away."""
CLEAR = ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo", "sdtContent")
"""What holds words like the paragraph itself."""
NUMBERS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero")


def read_docx(package: Package) -> Read:
    """The document that this file holds."""
    body = child(package.tree("word/document.xml"), "body")
    if body is None:
        raise package.refusal()
    return _Reader(package).read(body)


class _Reader:
    def __init__(self, package: Package) -> None:
        self._lines = Lines()
        self._styles, self._lists = _styles(package), _Lists(package)
        self._ranks = self._comments(package)
        self._notes = _footnotes(package)
        self._contents = 0
        self._field: list[str] = []
        self._joined = False

    def read(self, body: Any) -> Read:
        """Everything in it."""
        self._blocks(body)
        if self._joined:
            self._lines.end("text")
        said = self._lines
        said.tracked = sum(1 for one in body.iter() if local(one) in ("ins", "del", "moveFrom", "moveTo"))
        return Read(tuple(said.found), tuple(said.remarks), said.tracked, tuple(said.aside))

    def _comments(self, package: Package) -> dict[str, int]:
        ranks: dict[str, int] = {}
        if "word/comments.xml" not in package.names:
            return ranks
        for one in within(package.tree("word/comments.xml"), "comment"):
            words = "\n".join(_plain(p) for p in within(one, "p")).strip()
            if words:
                ranks[attribute(one, "id")] = len(self._lines.remarks)
                said = Remark(attribute(one, "author"), attribute(one, "date"), words)
                self._lines.remarks.append(said)
        return ranks

    # -- blocks -------------------------------------------------------------------------------------
    def _blocks(self, parent: Any) -> None:
        for one in parent:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name == "sdt":
                self._control(one, self._blocks)
            elif name in CLEAR:
                self._blocks(one)
            else:
                self._point(one)

    def _control(self, one: Any, inside: Any) -> None:
        properties, content = child(one, "sdtPr"), child(one, "sdtContent")
        if content is None:
            return
        if properties is not None and child(properties, "showingPlcHdr") is not None:
            return  # « Cliquez ici pour taper du texte »: nobody wrote that
        if properties is not None and child(properties, "docPartObj") is not None:
            return  # a table of contents that Word made
        tag = child(properties, "tag") if properties is not None else None
        handle = f"sdt{id(one)}"
        self._lines.open(handle, attribute(tag, "val") if tag is not None else "")
        inside(content)
        self._lines.close(handle)

    def _paragraph(self, one: Any) -> None:
        properties = child(one, "pPr")
        listing = bool(self._contents)
        self._inline(one)
        if listing or self._contents:
            self._lines.say("")
            self._drop()
            return
        mark = child(properties, "rPr") if properties is not None else None
        if mark is not None and any(local(sign) in GONE for sign in mark):
            self._joined = True  # the end of this paragraph was deleted: the next one goes on with it
            return
        self._joined = False
        self._lines.end(self._kind(properties))

    def _drop(self) -> None:
        self._lines._words.clear()
        self._lines.end("text")

    def _kind(self, properties: Any) -> Kind:
        name = child(properties, "pStyle") if properties is not None else None
        style = attribute(name, "val") if name is not None else ""
        told = self._styles.get(style, style).casefold()
        outline = child(properties, "outlineLvl") if properties is not None else None
        if told.startswith(("heading", "titre", "title")) and told not in ("title", "titre"):
            return "heading"
        if outline is not None and attribute(outline, "val") not in ("", "9"):
            return "heading"
        return self._lists.kind(properties, told)

    def _table(self, table: Any) -> None:
        for row in (one for one in table.iter() if local(one) == "tr" and _table_of(one) is table):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                continue
            cells, met = [], set[int]()
            for cell in _cells(row):
                cells.append(" ".join(_plain(p) for p in within(cell, "p") if local(p) == "p"))
                for sign in cell.iter():
                    if local(sign) in ("commentReference", "commentRangeStart"):
                        met |= {self._ranks[i] for i in [attribute(sign, "id")] if i in self._ranks}
            self._lines.row(cells, tuple(sorted(met)))
            for sign in row.iter():
                if local(sign) in ("bookmarkStart", "bookmarkEnd"):
                    self._point(sign)

    # -- words --------------------------------------------------------------------------------------
    def _inline(self, parent: Any) -> None:
        for one in parent:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name == "sdt":
                self._control(one, self._inline)
            elif name in CLEAR:
                self._inline(one)
            else:
                self._point(one)

    def _point(self, one: Any) -> None:
        """Where a mark or a remark begins or ends."""
        name, number = local(one), attribute(one, "id")
        if name == "bookmarkStart":
            self._lines.open(number, attribute(one, "name"))
        elif name == "bookmarkEnd":
            self._lines.close(number)
        elif name == "commentRangeStart" and number in self._ranks:
            self._lines.beside(self._ranks[number])
        elif name == "commentRangeEnd" and number in self._ranks:
            self._lines.past(self._ranks[number])

    def _run(self, run: Any) -> None:
        for one in run:
            name = local(one)
            if name == "t":
                self._lines.say(one.text or "")
            elif name in ("br", "cr"):
                self._lines.say("\n" if attribute(one, "type") in ("", "textWrapping") else "")
            elif name == "tab":
                self._lines.say(" ")
            elif name == "noBreakHyphen":
                self._lines.say("-")
            elif name == "commentReference" and attribute(one, "id") in self._ranks:
                rank = self._ranks[attribute(one, "id")]
                self._lines.beside(rank)
                self._lines.past(rank)
            elif name in ("footnoteReference", "endnoteReference"):
                if words := self._notes.get(attribute(one, "id"), ""):
                    self._lines.aside.append(words)
            elif name in ("fldChar", "instrText"):
                self._part_of_field(one, name)
            elif name == "AlternateContent" or name in ("drawing", "pict"):
                self._lines.aside.extend(_boxed(one))

    def _part_of_field(self, one: Any, name: str) -> None:
        """A list of contents is no text of anybody."""
        if name == "instrText":
            if (one.text or "").strip().startswith("TOC") and not self._contents:
                self._contents = len(self._field) or 1
            return
        kind = attribute(one, "fldCharType")
        if kind == "begin":
            self._field.append(kind)
        elif kind == "end" and self._field:
            if len(self._field) == self._contents:
                self._contents = 0
            self._field.pop()


class _Lists:
    """Which paragraphs are of a list, and of which sort."""

    def __init__(self, package: Package) -> None:
        self._formats: dict[str, str] = {}
        if "word/numbering.xml" not in package.names:
            return
        root = package.tree("word/numbering.xml")
        abstract = {}
        for one in within(root, "abstractNum"):
            level = child(one, "lvl", "numFmt")
            abstract[attribute(one, "abstractNumId")] = attribute(level, "val") if level is not None else ""
        for one in within(root, "num"):
            held = child(one, "abstractNumId")
            if held is not None:
                self._formats[attribute(one, "numId")] = abstract.get(attribute(held, "val"), "")

    def kind(self, properties: Any, style: str) -> Kind:
        """A bullet, a number, or plain text."""
        number = child(properties, "numPr", "numId") if properties is not None else None
        if number is not None and attribute(number, "val") == "0":
            return "text"
        form = self._formats.get(attribute(number, "val"), "") if number is not None else ""
        if form in NUMBERS or (
            not form and style.startswith(("list number", "liste numérotée", "liste à n"))
        ):
            return "number"
        if form or style.startswith(("list bullet", "liste à puces")):
            return "bullet" if form != "none" else "text"
        return "text"


def _styles(package: Package) -> dict[str, str]:
    """The name of each style by its id: « Titre1 » is « heading 1 »."""
    if "word/styles.xml" not in package.names:
        return {}
    found = {}
    for one in within(package.tree("word/styles.xml"), "style"):
        name = child(one, "name")
        if name is not None:
            found[attribute(one, "styleId")] = attribute(name, "val")
    return found


def _footnotes(package: Package) -> dict[str, str]:
    found = {}
    for part, name in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        if part in package.names:
            for one in within(package.tree(part), name):
                found[attribute(one, "id")] = " ".join(_plain(p) for p in within(one, "p")).strip()
    return found


def _boxed(drawing: Any) -> Iterator[str]:
    """The words of a text box; both forms that Word writes of it say the same."""
    seen = set()
    for box in within(drawing, "txbxContent"):
        words = "\n".join(_plain(p) for p in within(box, "p")).strip()
        if words and words not in seen:
            seen.add(words)
            yield words


def _plain(paragraph: Any) -> str:
    """The words of a paragraph, tracked changes accepted."""
    said = []
    for one in paragraph.iter():
        name = local(one)
        if name == "t" and not any(local(above) in GONE for above in one.iterancestors()):
            said.append(one.text or "")
        elif name in ("tab", "br", "cr") and local(one.getparent()) == "r":
            said.append(" ")
        elif name == "noBreakHyphen":
            said.append("-")
    return "".join(said)


def _cells(row: Any) -> Iterator[Any]:
    return (one for one in row.iter() if local(one) == "tc" and _row_of(one) is row)


def _row_of(cell: Any) -> Any:
    return next((one for one in cell.iterancestors() if local(one) == "tr"), None)


def _table_of(row: Any) -> Any:
    return next((one for one in row.iterancestors() if local(one) == "tbl"), None)
