"""One page being painted: shapes, lines of text and pictures, each inside a node of the tree or an artifact.

What is painted inside an artifact is never tagged.
"""

from collections.abc import Sequence

from labdesk.dossier.fonts import Face
from labdesk.dossier.look import Colour, TextStyle, colour
from labdesk.dossier.objects import number
from labdesk.dossier.shapes import Shapes, ink
from labdesk.dossier.tags import Node
from labdesk.dossier.text import Line
from labdesk.dossier.text_blocks import Runs


class Sheet(Shapes):
    """A page on which one writes."""

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

    def slanted(self, line: Line, style: TextStyle) -> None:
        """A line across the page, from its lower left to its upper right, as a part of what is painted."""
        far = (self.width**2 + self.height**2) ** 0.5
        cosine, sine = self.width / far, self.height / far
        x, y = (self.width - line.width * cosine) / 2, (self.height - line.width * sine) / 2
        self.add(f"BT {ink(colour(style.token))} rg {cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f}")
        self.add(f"{number(x + style.size * 0.3 * sine)} {number(y - style.size * 0.3 * cosine)} Tm")
        for span in line.spans:
            name, codes = self.press.encode(span.face, span.text)
            self.add(f"/{name} {number(style.size)} Tf <{codes}> Tj")
        self.add("ET")


class _Writing:
    """Lines of one paragraph on their way to the page."""

    def __init__(self, sheet: Sheet, runs: Runs, style: TextStyle, node: Node | None) -> None:
        self._sheet, self._runs, self._style = sheet, runs, style
        self._node = None if sheet.muted else node
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
            self._sheet.open(node)
        self._sheet.add("BT")
        self._begun, self._open, self._now = True, node, None

    def _leave(self) -> None:
        if self._begun:
            self._sheet.add("ET" if self._open is None else "ET EMC")
            self._begun = False

    def _span(self, face: Face, text: str, shade: Colour, x: float, y: float) -> None:
        name, codes = self._sheet.press.encode(face, text)
        head = ""
        if self._now != (name, shade):
            head = f"/{name} {number(self._style.size)} Tf {ink(shade)} rg "
            self._now = (name, shade)
        self._sheet.add(f"{head}1 0 0 1 {x:.2f} {y:.2f} Tm<{codes}>Tj")

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
