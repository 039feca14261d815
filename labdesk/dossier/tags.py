"""The logical tree of a tagged PDF: nodes in reading order, and how they are written into the file.

The tree belongs to the model: it is made before anything is painted, in reading order, whatever the layout.
Painting only tells each node where its content stands. A node that received nothing is not written.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from labdesk.dossier.objects import File, Name, Ref, Value, dump, number

Role = Literal[
    "Document",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Reference",
    "Title",
    "P",
    "H1",
    "H2",
    "H3",
    "H4",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "Span",
    "Link",
    "Figure",
]
ROLE_MAP: Mapping[str, Value] = {"Title": Name("P")}
_KEPT_WHEN_EMPTY = frozenset({"Document", "TR", "TH", "TD"})


class Mark(NamedTuple):
    """A piece of content of a node: the page (from 0) and the number of the marked content on it."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link annotation that belongs to a node."""

    page: int
    ref: Ref


class Node:
    """One element of the tree. `kids` are nodes, marks, annotations in reading order; `title` names it."""

    __slots__ = ("alt", "attributes", "box", "kids", "ref", "role", "title")

    def __init__(self, role: Role, alt: str = "", attributes: Mapping[str, Value] | None = None) -> None:
        self.role = role
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Node | Mark | Annotation] = []
        self.box: tuple[float, float, float, float] | None = None
        self.ref: Ref | None = None
        self.title = ""

    def add(self, role: Role, alt: str = "", attributes: Mapping[str, Value] | None = None) -> "Node":
        """A new last kid."""
        node = Node(role, alt, attributes)
        self.kids.append(node)
        return node


def header_cell(scope: Literal["Row", "Column"], columns: int = 1, rows: int = 1) -> Mapping[str, Value]:
    """The attributes of a TH."""
    return {"O": Name("Table"), "Scope": Name(scope)} | _spans(columns, rows)


def data_cell(columns: int = 1, rows: int = 1) -> Mapping[str, Value] | None:
    """The attributes of a TD, None when it needs none."""
    spans = _spans(columns, rows)
    return {"O": Name("Table")} | spans if spans else None


def list_of(numbering: Literal["Disc", "Decimal", "None"]) -> Mapping[str, Value]:
    """The attributes of an L."""
    return {"O": Name("List"), "ListNumbering": Name(numbering)}


def _spans(columns: int, rows: int) -> dict[str, Value]:
    spans: dict[str, Value] = {}
    if columns > 1:
        spans["ColSpan"] = columns
    if rows > 1:
        spans["RowSpan"] = rows
    return spans


def write_tree(
    file: File, root: Node, pages: Sequence[Ref], marked: Sequence[Sequence[Node]], linked: Sequence[Node]
) -> Ref:
    """Write the tree and its parent tree. `marked` gives for each page the node of each mark, `linked` the
    node of each annotation: pages have the first keys of the parent tree, annotations those after."""
    top = file.reserve()
    written = _write(file, root, top, pages)
    nums: list[Value] = []
    for key, nodes in enumerate(marked):
        nums += [key, file.put([node.ref for node in nodes])]
    for key, node in enumerate(linked, len(marked)):
        nums += [key, node.ref]
    parents = file.put({"Nums": nums})
    return file.put(
        {
            "Type": Name("StructTreeRoot"),
            "K": written,
            "RoleMap": ROLE_MAP,
            "ParentTree": parents,
            "ParentTreeNextKey": len(marked) + len(linked),
        },
        top,
    )


def _write(file: File, node: Node, parent: Ref, pages: Sequence[Ref]) -> Ref | None:
    ref = node.ref = file.reserve()
    page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
    kids = [data for kid in node.kids if (data := _kid(file, kid, ref, page, pages)) is not None]
    if not kids and node.role not in _KEPT_WHEN_EMPTY:
        node.ref = None
        file.put(None, ref)
        return None
    parts = [b"<</S/%s/P %d 0 R" % (node.role.encode(), parent)]
    if kids:
        parts.append(b"/K" + (b" " + kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"))
    if page is not None:
        parts.append(b"/Pg %d 0 R" % pages[page])
    if node.title:
        parts.append(b"/T" + dump(node.title))
    if node.alt:
        parts.append(b"/Alt" + dump(node.alt))
    if node.box:
        box = " ".join(map(number, node.box))
        parts.append(f"/A<</O/Layout/Placement/Block/BBox[{box}]>>".encode())
    elif node.attributes:
        parts.append(b"/A" + dump(node.attributes))
    return file.put(b"".join(parts) + b">>", ref)


def _kid(
    file: File, kid: Node | Mark | Annotation, ref: Ref, page: int | None, pages: Sequence[Ref]
) -> bytes | None:
    match kid:
        case Node():
            written = _write(file, kid, ref, pages)
            return None if written is None else dump(written)
        case Annotation():
            return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (kid.ref, pages[kid.page])
        case Mark() if kid.page == page:
            return b"%d" % kid.number
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number)
