"""One page being painted: shapes, lines of text and pictures, each inside a node of the tree or an artifact.

Lengths are points, y goes down from the top of the page. Every shape says all it needs (colour, width), so
nothing is left over from one to the next. What is painted inside an artifact is never tagged.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, Protocol

from msgspec import Struct

from labdesk.dossier.blocks import Runs
from labdesk.dossier.fonts import Face
from labdesk.dossier.look import Colour, TextStyle, colour
from labdesk.dossier.objects import number
from labdesk.dossier.tags import Mark, Node
from labdesk.dossier.text import Line

Point = tuple[float, float]


class Image(Struct, frozen=True):
    """A picture that is in the file: its name there, its size in pixels."""

    name: str
    width: int
    height: int


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


class Sheet:
    """The page with this number (from 0), of this size."""

    def __init__(self, press: Press, page: int, width: float, height: float, scale: float = 1.0) -> None:
        self.press, self.page, self.width, self.height, self.scale = press, page, width, height, scale
        self.marks: list[Node] = []
        self._code: list[str] = []
        self._muted = 0

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

    @contextmanager
    def tagged(self, node: Node, box: tuple[float, float, float, float] | None = None) -> Iterator[None]:
        """What is painted inside belongs to the node; `box` is (x, y, width, height) of a figure."""
        if self._muted:
            yield
            return
        if box:
            x, y, width, height = box
            node.box = self.in_points((x, self.height - y - height, x + width, self.height - y))
        self._open(node)
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: Literal["Layout", "Header", "Footer", "Watermark"] = "Layout") -> Iterator[None]:
        """What is painted inside is decoration: no screen reader reads it."""
        if not self._muted:
            place = "/Layout" if kind == "Layout" else f"/Pagination/Subtype/{kind}"
            self._code.append(f"/Artifact<</Type{place}>>BDC")
        self._muted += 1
        yield
        self._muted -= 1
        if not self._muted:
            self._code.append("EMC")

    @contextmanager
    def unread(self) -> Iterator[None]:
        """What is painted inside is not marked at all: what shows it says what it is."""
        self._muted += 1
        yield
        self._muted -= 1

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour = "",
        stroke: Colour = "",
        line: float = 0.6,
        radius: float = 0,
    ) -> None:
        """A rectangle, its corners rounded by `radius`."""
        if not radius:
            path = f"{number(x)} {number(self.height - y - height)} {number(width)} {number(height)} re"
            self._paint(path, fill, stroke, line)
            return
        r, k = min(radius, width / 2, height / 2), 0.4477
        right, low = x + width, y + height
        self.path(
            [
                ("m", (x + r, y)),
                ("l", (right - r, y)),
                ("c", (right - r * k, y), (right, y + r * k), (right, y + r)),
                ("l", (right, low - r)),
                ("c", (right, low - r * k), (right - r * k, low), (right - r, low)),
                ("l", (x + r, low)),
                ("c", (x + r * k, low), (x, low - r * k), (x, low - r)),
                ("l", (x, y + r)),
                ("c", (x, y + r * k), (x + r * k, y), (x + r, y)),
            ],
            fill=fill,
            stroke=stroke,
            line=line,
            close=True,
        )

    def circle(
        self, x: float, y: float, r: float, *, fill: Colour = "", stroke: Colour = "", line: float = 0.6
    ) -> None:
        """A disc or a ring around (x, y)."""
        self.rectangle(x - r, y - r, 2 * r, 2 * r, fill=fill, stroke=stroke, line=line, radius=r)

    def rule(self, start: Point, end: Point, stroke: Colour, line: float = 0.6, dash: str = "") -> None:
        """A straight line; `dash` is a PDF dash array such as "2 2"."""
        self.path([("m", start), ("l", end)], stroke=stroke, line=line, dash=dash)

    def path(
        self,
        steps: Sequence[tuple[str, *tuple[Point, ...]]],
        *,
        fill: Colour = "",
        stroke: Colour = "",
        line: float = 0.6,
        close: bool = False,
        dash: str = "",
    ) -> None:
        """A path of moves "m", lines "l" and curves "c" (two controls and an end)."""
        parts = [
            " ".join(f"{number(x)} {number(self.height - y)}" for x, y in points) + " " + step
            for step, *points in steps
        ]
        if dash:
            self._code.append(f"[{dash}] 0 d")
        self._paint(" ".join(parts) + (" h" if close else ""), fill, stroke, line)
        if dash:
            self._code.append("[] 0 d")

    def picture(self, image: Image, x: float, y: float, width: float, height: float) -> None:
        """A picture stretched into a box."""
        box = f"{number(width)} 0 0 {number(height)} {number(x)} {number(self.height - y - height)}"
        self._code.append(f"q {box} cm /{image.name} Do Q")

    def form(
        self,
        name: str,
        box: tuple[float, float, float, float],
        origin: Point,
        scale: float,
    ) -> None:
        """What was painted once, seen through a box (x, y, width, height) of this page. `origin`: the point
        of the form at the top left of the box; `scale`: how large it is shown."""
        x, y, width, height = box
        left, top = origin
        low = self.height - y - height
        move = f"{scale:.6f} 0 0 {scale:.6f} {x - left * scale:.3f} {self.height - y + top * scale:.3f} cm"
        window = f"{number(x)} {number(low)} {number(width)} {number(height)} re W n"
        self._code.append(f"q {window} {move} /{name} Do Q")

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """What is painted inside stands upside down around (x, y), as a part of what is painted."""
        self._code.append(f"q -1 0 0 -1 {number(2 * x)} {number(2 * (self.height - y))} cm")
        yield
        self._code.append("Q")

    def slanted(self, line: Line, style: TextStyle) -> None:
        """A line across the page, from its lower left to its upper right, as a part of what is painted."""
        far = (self.width**2 + self.height**2) ** 0.5
        cosine, sine = self.width / far, self.height / far
        x, y = (self.width - line.width * cosine) / 2, (self.height - line.width * sine) / 2
        self._code.append(
            f"BT {ink(colour(style.token))} rg {cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f}"
        )
        self._code.append(f"{number(x + style.size * 0.3 * sine)} {number(y - style.size * 0.3 * cosine)} Tm")
        for span in line.spans:
            name, codes = self.press.encode(span.face, span.text)
            self._code.append(f"/{name} {number(style.size)} Tf <{codes}> Tj")
        self._code.append("ET")

    def text(
        self,
        lines: Sequence[Line],
        runs: Runs,
        style: TextStyle,
        x: float,
        y: float,
        width: float,
        node: Node | None,
    ) -> None:
        """Lines of text from the top y of the first, as the content of a node; its links are Link nodes.
        Without a node they belong to what is being painted (a figure) and link to nothing."""
        _Writing(self, runs, style, node).write(lines, x, y, width)

    def _open(self, node: Node) -> None:
        mark = len(self.marks)
        self.marks.append(node)
        node.kids.append(Mark(self.page, mark))
        self._code.append(f"/{node.role}<</MCID {mark}>>BDC")

    def _paint(self, path: str, fill: Colour, stroke: Colour, line: float) -> None:
        if fill:
            self._code.append(f"{ink(fill)} rg")
        if stroke:
            self._code.append(f"{ink(stroke)} RG {number(line)} w")
        self._code.append(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}")


class _Writing:
    """Lines of one paragraph on their way to the page."""

    def __init__(self, sheet: Sheet, runs: Runs, style: TextStyle, node: Node | None) -> None:
        self._sheet, self._runs, self._style = sheet, runs, style
        self._node = None if sheet._muted else node
        self._links: dict[int, Node] = {}
        self._boxes: list[tuple[int, float, float, float]] = []  # run, x, baseline, width
        self._begun = False
        self._open: Node | None = None
        self._now: tuple[str, Colour] | None = None

    def write(self, lines: Sequence[Line], x: float, y: float, width: float) -> None:
        style, height = self._style, self._sheet.height
        baseline = y + (style.leading + 0.66 * style.size) / 2
        for line in lines:
            spare = width - line.width
            at = x + {"left": 0.0, "right": spare, "centre": spare / 2}[style.align]
            for span in line.spans:
                self._enter(self._target(span.run))
                self._span(span.face, span.text, self._colour(span.run), at, height - baseline)
                if span.run in self._links:
                    self._boxes.append((span.run, at, baseline, span.width))
                at += span.width
            baseline += style.leading
        self._leave()
        self._link()

    def _target(self, run: int) -> Node | None:
        """The node that a span belongs to: its paragraph, or the link in it."""
        link = self._runs[run].link if run < len(self._runs) else ""
        if not link or self._node is None or not self._sheet.press.is_target(link):
            return self._node
        if run not in self._links:
            self._leave()
            self._links[run] = self._node.add("Link")
        return self._links[run]

    def _colour(self, run: int) -> Colour:
        return colour("primary" if run in self._links and not self._style.plain_links else self._style.token)

    def _enter(self, node: Node | None) -> None:
        if self._begun and self._open is node:
            return
        self._leave()
        if node is not None:
            self._sheet._open(node)
        self._sheet._code.append("BT")
        self._begun, self._open, self._now = True, node, None

    def _leave(self) -> None:
        if self._begun:
            self._sheet._code.append("ET" if self._open is None else "ET EMC")
            self._begun = False

    def _span(self, face: Face, text: str, shade: Colour, x: float, y: float) -> None:
        name, codes = self._sheet.press.encode(face, text)
        head = ""
        if self._now != (name, shade):
            head = f"/{name} {number(self._style.size)} Tf {ink(shade)} rg "
            self._now = (name, shade)
        self._sheet._code.append(f"{head}1 0 0 1 {x:.2f} {y:.2f} Tm<{codes}>Tj")

    def _link(self) -> None:
        sheet, style = self._sheet, self._style
        for run, x, baseline, width in self._boxes:
            low = sheet.height - baseline - 0.25 * style.size
            box = (x, low, x + width, low + style.size)
            one = self._runs[run]
            sheet.press.link(sheet.page, one.link, sheet.in_points(box), one.text, self._links[run])
        if self._boxes and not style.plain_links:
            with sheet.artifact():
                for _run, x, baseline, width in self._boxes:
                    under = baseline + 1.4
                    sheet.rule((x, under), (x + width, under), colour("primary"), 0.5)


_INKS: dict[Colour, str] = {}


def ink(shade: Colour) -> str:
    """A colour as PDF writes it."""
    known = _INKS.get(shade)
    if known is None:
        parts = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
        known = _INKS[shade] = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
    return known
