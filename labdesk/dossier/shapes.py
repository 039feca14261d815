"""What is drawn on a page: rectangles, paths, pictures, forms.

Every shape says all it needs (colour, width), so nothing is left over from one to the next.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from labdesk.dossier.look import Colour
from labdesk.dossier.marking import Marked
from labdesk.dossier.objects import number

Point = tuple[float, float]


class Image(Struct, frozen=True):
    """A picture that is in the file: its name there, its size in pixels."""

    name: str
    width: int
    height: int


class Shapes(Marked):
    """A page on which one draws; what is drawn belongs to what is open (a figure, an artifact)."""

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
            self.add(f"[{dash}] 0 d")
        self._paint(" ".join(parts) + (" h" if close else ""), fill, stroke, line)
        if dash:
            self.add("[] 0 d")

    def picture(self, image: Image, x: float, y: float, width: float, height: float) -> None:
        """A picture stretched into a box."""
        box = f"{number(width)} 0 0 {number(height)} {number(x)} {number(self.height - y - height)}"
        self.add(f"q {box} cm /{image.name} Do Q")

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
        self.add(f"q {window} {move} /{name} Do Q")

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """What is painted inside stands upside down around (x, y), as a part of what is painted."""
        self.add(f"q -1 0 0 -1 {number(2 * x)} {number(2 * (self.height - y))} cm")
        yield
        self.add("Q")

    def _paint(self, path: str, fill: Colour, stroke: Colour, line: float) -> None:
        if fill:
            self.add(f"{ink(fill)} rg")
        if stroke:
            self.add(f"{ink(stroke)} RG {number(line)} w")
        self.add(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}")


_INKS: dict[Colour, str] = {}


def ink(shade: Colour) -> str:
    """A colour as PDF writes it."""
    known = _INKS.get(shade)
    if known is None:
        parts = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
        known = _INKS[shade] = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
    return known
