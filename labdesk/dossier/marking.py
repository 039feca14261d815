"""What a page says and to whom: its operators, the nodes they belong to, what no screen reader reads.

Lengths are points, y goes down from the top of the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, Protocol

from labdesk.dossier.fonts import Face
from labdesk.dossier.tags import Mark, Node


class Press(Protocol):
    """What a page asks the document for."""

    def encode(self, face: Face, text: str) -> tuple[str, str]:
        """The name of the face in the file, and the text as its codes in hexadecimal."""
        ...

    def is_target(self, link: str) -> bool:
        """Whether a link leads somewhere."""
        ...

    def link(
        self, page: int, link: str, box: tuple[float, float, float, float], words: str, node: Node
    ) -> None:
        """Make a link of a box of a page (PDF coordinates), as a part of the node."""
        ...


class Marked:
    """The page with this number (from 0), of this size: what is put on it, and under which node."""

    def __init__(self, press: Press, page: int, width: float, height: float, scale: float = 1.0) -> None:
        self.press, self.page, self.width, self.height, self.scale = press, page, width, height, scale
        self.marks: list[Node] = []
        self._code: list[str] = []
        self._muted = 0

    def add(self, operators: str) -> None:
        """Put PDF operators on the page, inside what is open."""
        self._code.append(operators)

    def content(self) -> bytes:
        """The page as PDF operators."""
        code = "\n".join(self._code)
        if self.scale != 1:
            code = f"q {self.scale:.5f} 0 0 {self.scale:.5f} 0 0 cm\n{code}\nQ"
        return code.encode("ascii")

    def in_points(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of the page (left, low, right, top) as the file measures it."""
        left, low, right, top = box
        return left * self.scale, low * self.scale, right * self.scale, top * self.scale

    @property
    def muted(self) -> bool:
        """What is painted now is no part of any node."""
        return self._muted > 0

    def open(self, node: Node) -> None:
        """Begin what belongs to this node; « EMC » ends it."""
        mark = len(self.marks)
        self.marks.append(node)
        node.kids.append(Mark(self.page, mark))
        self.add(f"/{node.role}<</MCID {mark}>>BDC")

    @contextmanager
    def tagged(self, node: Node, box: tuple[float, float, float, float] | None = None) -> Iterator[None]:
        """What is painted inside belongs to the node; `box` is (x, y, width, height) of a figure."""
        if self._muted:
            yield
            return
        if box:
            x, y, width, height = box
            node.box = self.in_points((x, self.height - y - height, x + width, self.height - y))
        self.open(node)
        yield
        self.add("EMC")

    @contextmanager
    def artifact(self, kind: Literal["Layout", "Header", "Footer", "Watermark"] = "Layout") -> Iterator[None]:
        """What is painted inside is decoration: no screen reader reads it."""
        if not self._muted:
            place = "/Layout" if kind == "Layout" else f"/Pagination/Subtype/{kind}"
            self.add(f"/Artifact<</Type{place}>>BDC")
        self._muted += 1
        yield
        self._muted -= 1
        if not self._muted:
            self.add("EMC")

    @contextmanager
    def unread(self) -> Iterator[None]:
        """What is painted inside is not marked at all: what shows it says what it is."""
        self._muted += 1
        yield
        self._muted -= 1
