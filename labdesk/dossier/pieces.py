"""What is placed on pages: things with a height, that paint themselves and may be cut in two.

A piece was measured for one width when it was made. `cut(room)` parts it so that its head fits in `room`
points, or says None when nothing worth leaving there would fit.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from labdesk.dossier.look import Colour, TextStyle
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node
from labdesk.dossier.text import Line
from labdesk.dossier.text_blocks import Runs


@dataclass(slots=True, eq=False, kw_only=True)
class Piece(ABC):
    """Something of a known height. `before` and `after` are the white around it, `keep` holds it with the
    next piece, `anchor` is what links to it, `least` the least of it that may end a page."""

    before: float = 0
    after: float = 0
    keep: bool = False
    anchor: str = ""
    height: float = field(init=False, default=0)

    @property
    def least(self) -> float:
        """The height of the smallest head that may stand at the foot of a page."""
        return self.height

    def cut(self, room: float) -> "tuple[Piece, Piece] | None":
        """The head that fits in `room`, and the rest."""
        return None

    @abstractmethod
    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        """Paint it with its top left corner there."""

    def anchors(self) -> "list[tuple[str, float]]":
        """The anchors inside, with how far down they stand."""
        return [(self.anchor, 0)] if self.anchor else []


@dataclass(slots=True, eq=False)
class Lines(Piece):
    """Lines of text. A part of two lines at least stays on each side of a cut."""

    lines: tuple[Line, ...]
    runs: Runs
    style: TextStyle
    width: float
    node: Node

    def __post_init__(self) -> None:
        self.height = len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        return self.height if len(self.lines) < 4 else 2 * self.style.leading

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        count = min(int((room + 0.01) // self.style.leading), len(self.lines) - 2)
        if count < 2:
            return None
        head = self._part(self.lines[:count], self.before, 0, self.anchor)
        return head, self._part(self.lines[count:], 0, self.after, "")

    def _part(self, lines: tuple[Line, ...], before: float, after: float, anchor: str) -> "Lines":
        part = Lines(lines, self.runs, self.style, self.width, self.node, keep=self.keep, anchor=anchor)
        part.before, part.after = before, after
        return part

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.text(self.lines, self.runs, self.style, x, y, self.width, self.node)


@dataclass(slots=True, eq=False)
class Shape(Piece):
    """Something drawn by a function of (sheet, x, y), never cut."""

    height: float
    draw: Callable[[Sheet, float, float], None]

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        self.draw(sheet, x, y)


def spacer(height: float) -> Shape:
    """Some empty height, in points."""
    return Shape(height, lambda _sheet, _x, _y: None)


@dataclass(slots=True, eq=False)
class Stack(Piece):
    """Pieces one under the other. A `solid` one is never cut; pieces marked `keep` stay with the next."""

    parts: tuple[Piece, ...]
    solid: bool = False

    def __post_init__(self) -> None:
        self.height = stacked(self.parts)

    @property
    def least(self) -> float:
        if self.solid:
            return self.height
        used = 0.0
        for place, part in enumerate(self.parts):
            used += gap(self.parts, place) + (part.height if part.keep else part.least)
            if not part.keep:
                break
        return min(used, self.height)

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        if self.solid:
            return None
        used, last = 0.0, 0  # what fits, and the last place where a new page may start
        for place, part in enumerate(self.parts):
            top = used + gap(self.parts, place)
            if top + part.height > room + 0.01:
                halves = part.cut(room - top)
                if halves:
                    return self._split(
                        (*self.parts[:place], halves[0]), (halves[1], *self.parts[place + 1 :])
                    )
                break
            used = top + part.height
            if not part.keep:
                last = place + 1
        if not 0 < last < len(self.parts):
            return None
        return self._split(self.parts[:last], self.parts[last:])

    def _split(self, head: tuple[Piece, ...], tail: tuple[Piece, ...]) -> tuple[Piece, Piece]:
        return Stack(head, before=self.before, anchor=self.anchor), Stack(tail, after=self.after)

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        for place, part in enumerate(self.parts):
            y += gap(self.parts, place)
            part.paint(sheet, x, y)
            y += part.height

    def anchors(self) -> list[tuple[str, float]]:
        found, y = Piece.anchors(self), 0.0
        for place, part in enumerate(self.parts):
            y += gap(self.parts, place)
            found += [(anchor, y + down) for anchor, down in part.anchors()]
            y += part.height
        return found


@dataclass(slots=True, eq=False)
class Columns(Piece):
    """Pieces side by side, each with its x; the rest of a cut one goes on in the same columns."""

    parts: tuple[tuple[float, Piece], ...]

    def __post_init__(self) -> None:
        self.height = max((part.height for _x, part in self.parts), default=0)

    @property
    def least(self) -> float:
        return max((part.least for _x, part in self.parts), default=0)

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        heads: list[tuple[float, Piece]] = []
        tails: list[tuple[float, Piece]] = []
        for x, part in self.parts:
            if part.height <= room + 0.01:
                heads.append((x, part))
            elif halves := part.cut(room):
                heads.append((x, halves[0]))
                tails.append((x, halves[1]))
            else:
                return None
        head = Columns(tuple(heads), before=self.before, anchor=self.anchor)
        return head, Columns(tuple(tails), after=self.after)

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        for right, part in self.parts:
            part.paint(sheet, x + right, y)

    def anchors(self) -> list[tuple[str, float]]:
        return Piece.anchors(self) + [found for _x, part in self.parts for found in part.anchors()]


@dataclass(slots=True, eq=False)
class Boxed(Piece):
    """A piece in a frame of this width: ground, border, a bar of colour at the left."""

    inner: Piece
    width: float
    padding: tuple[float, float, float] = (10, 12, 10)  # above, left and right, below
    fill: Colour = ""
    stroke: Colour = ""
    bar: Colour = ""
    radius: float = 0

    def __post_init__(self) -> None:
        self.height = self.inner.height + self.padding[0] + self.padding[2]

    def stretch(self, spare: float) -> None:
        """Room below the piece, in points: the frame ends where its neighbour’s does."""
        self.inner = Stack((self.inner, spacer(spare)))
        self.height += spare

    @property
    def least(self) -> float:
        return self.inner.least + self.padding[0] + self.padding[2]

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        halves = self.inner.cut(room - self.padding[0] - self.padding[2])
        if not halves:
            return None
        head, tail = (
            Boxed(part, self.width, self.padding, self.fill, self.stroke, self.bar, self.radius)
            for part in halves
        )
        head.before, head.anchor, tail.after = self.before, self.anchor, self.after
        return head, tail

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifact():
            if self.fill or self.stroke:
                box = (x, y, self.width, self.height)
                sheet.rectangle(*box, fill=self.fill, stroke=self.stroke, radius=self.radius)
            if self.bar:
                sheet.rectangle(x, y, 2.4, self.height, fill=self.bar, radius=1.2 if self.radius else 0)
        self.inner.paint(sheet, x + self.padding[1], y + self.padding[0])

    def anchors(self) -> list[tuple[str, float]]:
        return Piece.anchors(self) + [(name, self.padding[0] + y) for name, y in self.inner.anchors()]


def whole(piece: Piece, limit: float, before: float = 0, after: float = 0) -> Stack:
    """A piece that is not cut, unless it is higher than the limit."""
    stack = Stack((piece,), before=before, after=after)
    stack.solid = stack.height <= limit
    return stack


def gap(parts: Sequence[Piece], place: int) -> float:
    """The white above the piece at this place; none above the first."""
    return max(parts[place - 1].after, parts[place].before) if place else 0.0


def stacked(parts: Sequence[Piece]) -> float:
    """The height of pieces one under the other."""
    return sum(part.height + gap(parts, place) for place, part in enumerate(parts))
