"""A PDF/UA-1 checker: conditions of the Matterhorn protocol that a machine can check and LabDesk could break.

It only reads. Each fault carries the number of its condition; « cos » is a broken content stream. It is
stricter than the protocol in one thing: every character of a page has to come back as text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary

STANDARD = frozenset(
    """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
    L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby
    Warichu Figure Formula Form""".split()  # noqa: SIM905
)
PARENTS: Mapping[str, frozenset[str]] = {
    "LI": frozenset({"L"}),
    "Lbl": frozenset({"LI", "Note"}),
    "LBody": frozenset({"LI"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TOCI": frozenset({"TOC"}),
}
KIDS: Mapping[str, frozenset[str]] = {
    "L": frozenset({"LI", "L", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOCI", "TOC", "Caption"}),
    "TR": frozenset({"TH", "TD"}),
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
}
PAINTS = frozenset(
    ["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"', "INLINE IMAGE"]
)
SHOWS = frozenset({"Tj", "TJ", "'", '"'})


class Fault(NamedTuple):
    """A condition that is not met, and where."""

    rule: str
    where: str


def check(source: Path | Any) -> list[Fault]:
    """The faults of a PDF; none for an accessible one."""
    with pikepdf.open(source) as pdf:
        return _Checker(pdf).run()


@dataclass
class _Checker:
    pdf: pikepdf.Pdf
    faults: list[Fault] = field(default_factory=list)
    owners: dict[tuple[Any, int], Any] = field(default_factory=dict)  # (page, mark) → element
    annotated: dict[Any, tuple[Any, str]] = field(default_factory=dict)  # annotation → element, role
    levels: list[int] = field(default_factory=list)
    seen: set[Any] = field(default_factory=set)
    roles: dict[str, str] = field(default_factory=dict)

    def run(self) -> list[Fault]:
        self._catalogue()
        root: Any = self.pdf.Root
        if "/StructTreeRoot" not in root:
            self._fault("01-004", "no structure tree")
            return self.faults
        tree = root.StructTreeRoot
        self.roles = {key[1:]: str(value)[1:] for key, value in tree.get("/RoleMap", {}).items()}
        for kid in _several(tree.get("/K")):
            self._element(kid, "root", None)
        if not self.seen:
            self._fault("01-004", "empty structure tree")
        self._headings()
        parents = dict(_number_tree(tree.get("/ParentTree")))
        for number, page in enumerate(self.pdf.pages, 1):
            _Page(self, page, number, parents).run()
        pages = {page.obj.objgen for page in self.pdf.pages}
        for page, mark in self.owners:
            if page not in pages:
                self._fault("01-005", f"mark {mark} of no page")
        return self.faults

    def _fault(self, rule: str, where: str) -> None:
        self.faults.append(Fault(rule, where))

    # -- the document
    def _catalogue(self) -> None:
        root: Any = self.pdf.Root
        if root.get("/MarkInfo", {}).get("/Marked") is not True:
            self._fault("06-001", "not marked as tagged")
        if root.get("/MarkInfo", {}).get("/Suspects") is True:
            self._fault("02-004", "suspects")
        if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", str(root.get("/Lang", ""))):
            self._fault("11-006", "no language")
        if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
            self._fault("07-001", "the title is not displayed")
        xmp = bytes(root.Metadata.read_bytes()).decode("utf-8", "replace") if "/Metadata" in root else ""
        if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", xmp):
            self._fault("06-002", "not identified as PDF/UA-1")
        if not re.search(r"<dc:title>(?:(?!</dc:title>).)*?<rdf:li[^>]*>\s*[^<\s]", xmp, re.DOTALL):
            self._fault("06-003", "no title")
        for spec in root.get("/AF", []):
            if not (str(spec.get("/F", "")) and str(spec.get("/UF", ""))):
                self._fault("21-001", "a file carried inside has no name")

    # -- the tree
    def _element(self, element: Any, parent: str, page: Any) -> str:
        role = str(element.get("/S", ""))[1:]
        role = self.roles.get(role, role)
        if element.objgen in self.seen:
            self._fault("01-005", f"{role} stands twice in the tree")
            return role
        self.seen.add(element.objgen)
        self._role(element, role, parent)
        page = element.Pg.objgen if "/Pg" in element else page
        kids: list[str] = []
        for kid in _several(element.get("/K")):
            if isinstance(kid, int):
                self._own(page, kid, element)
            elif kid.get("/Type") == "/MCR":
                self._own(kid.Pg.objgen if "/Pg" in kid else page, int(kid.MCID), element)
            elif kid.get("/Type") == "/OBJR":
                self.annotated[kid.Obj.objgen] = element, role
            else:
                kids.append(self._element(kid, role, page))
        if role in KIDS and not KIDS[role].issuperset(kids):
            self._fault("09-005", f"{role} holds {', '.join(sorted(set(kids) - KIDS[role]))}")
        if role == "Table":
            self._table(element)
        return role

    def _own(self, page: Any, mark: int, element: Any) -> None:
        if (page, mark) in self.owners:
            self._fault("01-005", f"mark {mark} has two elements")
        self.owners[page, mark] = element

    def _role(self, element: Any, role: str, parent: str) -> None:
        if role not in STANDARD:
            self._fault("02-001", f"unknown role {role}")
        if role in PARENTS and parent not in PARENTS[role]:
            self._fault("09-004", f"{role} in {parent}")
        told = str(element.get("/Alt", "")).strip() or str(element.get("/ActualText", "")).strip()
        if role == "Figure" and not told:
            self._fault("13-004", "figure without alternative text")
        if role == "TH" and not any("/Scope" in one for one in _attributes(element)):
            self._fault("15-003", "header cell without scope")
        if re.fullmatch("H[1-6]", role):
            self.levels.append(int(role[1]))

    def _headings(self) -> None:
        if self.levels and self.levels[0] != 1:
            self._fault("14-002", f"the first heading is H{self.levels[0]}")
        for one, other in zip(self.levels, self.levels[1:], strict=False):
            if other > one + 1:
                self._fault("14-003", f"H{one}, then H{other}")

    def _table(self, table: Any) -> None:
        """Every row has the same width, cells that span rows counted in each."""
        taken: dict[int, int] = {}
        rows = list(_rows(table))
        for number, row in enumerate(rows):
            for cell in (kid for kid in _several(row.get("/K")) if isinstance(kid, Dictionary)):
                columns, down = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
                for under in range(number, number + down):
                    taken[under] = taken.get(under, 0) + columns
        if len({taken.get(number, 0) for number in range(len(rows))}) > 1 or len(taken) > len(rows):
            self._fault("15-005", "rows of unequal width")


@dataclass
class _Page:
    """The content of one page."""

    checker: _Checker
    page: Any
    number: int
    parents: Mapping[int, Any]
    stack: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def run(self) -> None:
        fonts: dict[str, _Font] = {}
        resources = self.page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        current = ""
        step: Any
        for step in pikepdf.parse_content_stream(self.page):
            operator = str(step.operator)
            if operator in ("BDC", "BMC"):
                self._begin(operator, step.operands)
            elif operator == "EMC":
                if not self.stack:
                    self._fault("cos", "the end of nothing")
                else:
                    self.stack.pop()
            elif operator == "Tf":
                current = str(step.operands[0])
            elif operator in PAINTS and not {"artifact", "tagged"}.intersection(self.stack):
                self._fault("01-003", f"{operator} neither tagged nor an artifact")
            if operator in SHOWS:
                font = fonts.setdefault(current, _Font(resources[current]))
                self._text(font, step.operands[-1])
        if self.stack:
            self._fault("cos", "marked content without an end")
        for fault in [one for font in fonts.values() for one in font.faults()]:
            self._fault(*fault)
        self._annotations()

    def _fault(self, rule: str, where: str) -> None:
        self.checker.faults.append(Fault(rule, f"page {self.number}: {where}"))

    def _begin(self, operator: str, operands: Any) -> None:
        properties = operands[1] if operator == "BDC" else None
        mark: Any = properties.get("/MCID") if isinstance(properties, Dictionary) else None
        kind = "artifact" if str(operands[0]) == "/Artifact" else "tagged" if mark is not None else ""
        if kind == "tagged":
            if "artifact" in self.stack:
                self._fault("01-001", "tagged content in an artifact")
            self._mark(int(mark))
        elif kind == "artifact" and "tagged" in self.stack:
            self._fault("01-002", "an artifact in tagged content")
        self.stack.append(kind)

    def _mark(self, mark: int) -> None:
        if mark in self.used:
            self._fault("01-006", f"mark {mark} twice")
        self.used.add(mark)
        element = self.checker.owners.get((self.page.obj.objgen, mark))
        key = self.page.obj.get("/StructParents")
        nodes = self.parents.get(int(key)) if key is not None else None
        if element is None:
            self._fault("01-005", f"mark {mark} is not in the tree")
        elif not isinstance(nodes, Array) or mark >= len(nodes) or nodes[mark].objgen != element.objgen:
            self._fault("01-007", f"the parent tree is wrong for mark {mark}")

    def _text(self, font: "_Font", operand: Any) -> None:
        for part in operand if isinstance(operand, Array) else [operand]:
            if isinstance(part, pikepdf.String):
                font.show(bytes(part))

    def _annotations(self) -> None:
        annotations = self.page.obj.get("/Annots", [])
        if len(annotations) and str(self.page.obj.get("/Tabs", "")) != "/S":
            self._fault("28-006", "links are not in the order of the tree")
        for one in annotations:
            if not str(one.get("/Contents", "")).strip():
                self._fault("28-012", "link without words")
            key, held = one.get("/StructParent"), self.checker.annotated.get(one.objgen)
            if held is None or held[1] != "Link":
                self._fault("28-011", "link outside a Link element")
            elif (
                key is None or int(key) not in self.parents or self.parents[int(key)].objgen != held[0].objgen
            ):
                self._fault("28-010", "the parent tree is wrong for a link")


class _Font:
    """A font of a page: it is embedded, and every code shown has a glyph and comes back as a character."""

    def __init__(self, font: Any) -> None:
        self._font = font
        self._inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        self._characters = _to_unicode(font)
        self._glyphs = self._map()
        self._unreadable: set[int] = set()
        self._missing: set[int] = set()

    def _map(self) -> bytes | None:
        found = self._inner.get("/CIDToGIDMap")
        return bytes(found.read_bytes()) if isinstance(found, pikepdf.Stream) else None

    def show(self, text: bytes) -> None:
        for at in range(0, len(text), 2):
            code = int.from_bytes(text[at : at + 2], "big")
            if self._characters.get(code, "") in ("", "\0", "\ufeff", "\ufffe"):
                self._unreadable.add(code)
            if self._glyphs is not None and self._glyphs[2 * code : 2 * code + 2] in (b"", b"\0\0"):
                self._missing.add(code)

    def faults(self) -> Iterator[tuple[str, str]]:
        descriptor = self._inner.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield "31-009", "a font is not embedded"
        if self._unreadable:
            yield "31-027", f"characters that are not text: {sorted(self._unreadable)[:5]}"
        if self._missing:
            yield "31-030", f"characters without a glyph: {sorted(self._missing)[:5]}"


def _to_unicode(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    lines = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", bytes(font.ToUnicode.read_bytes()) + b"\n")
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in lines}


def _several(kids: Any) -> list[Any]:
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _attributes(element: Any) -> list[Any]:
    return _several(element.get("/A"))


def _span(cell: Any, key: str) -> int:
    return next((int(one[key]) for one in _attributes(cell) if key in one), 1)


def _rows(part: Any) -> Iterator[Any]:
    for kid in _several(part.get("/K")):
        if isinstance(kid, Dictionary) and kid.get("/S") == "/TR":
            yield kid
        elif isinstance(kid, Dictionary) and str(kid.get("/S")) in ("/THead", "/TBody", "/TFoot"):
            yield from _rows(kid)


def _number_tree(node: Any) -> Iterator[tuple[int, Any]]:
    if node is None:
        return
    nums = node.get("/Nums", [])
    for at in range(0, len(nums), 2):
        yield int(nums[at]), nums[at + 1]
    for kid in node.get("/Kids", []):
        yield from _number_tree(kid)
