"""What a map is drawn with: the bands of its lanes, the chevrons of its phases, its curve."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from labdesk.dossier import curves
from labdesk.dossier.drawn_blocks import Feeling
from labdesk.dossier.grids import Quiet
from labdesk.dossier.look import MM, Colour, TextStyle, colour
from labdesk.dossier.pieces import Columns, Piece
from labdesk.dossier.shapes import Point
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node
from labdesk.dossier.text import Line
from labdesk.dossier.text_blocks import Runs

_CURVE = 27 * MM
_NIB = 6.0  # how far the point of a chevron stands out
_LINE = 11.0  # height kept for the label of a blueprint line


@dataclass(slots=True, eq=False)
class Band(Piece):
    """One lane of one part: a label at the left, the cells, a rule below, perhaps a blueprint line above."""

    label: Piece
    cells: Piece
    width: float
    lane: float  # width of the label
    columns: int
    mark: Colour
    line: Piece | None = None

    def __post_init__(self) -> None:
        self.height = max(self.label.height + 8, self.cells.height, 20) + self._top

    @property
    def _top(self) -> float:
        return _LINE if self.line else 0.0

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        room -= self._top
        label, more = self._label(room - 8)
        halves = (self.cells, Columns(())) if self.cells.height <= room else self.cells.cut(room)
        if halves is None or label is None:
            return None
        head = Band(label, halves[0], self.width, self.lane, self.columns, self.mark, self.line)
        return head, Band(more, halves[1], self.width, self.lane, self.columns, self.mark)

    def _label(self, room: float) -> tuple[Piece | None, Piece]:
        """The label that fits, and the one of the rest: what is left of it, or all of it again."""
        if self.label.height <= room:
            return self.label, self.label if isinstance(self.label, Quiet) else Quiet(self.label)
        return self.label.cut(room) or (None, self.label)

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        top, low, right = y + self._top, y + self.height, x + self.width
        with sheet.artifact():
            sheet.rectangle(x, top + 3, 2.2, low - top - 6, fill=self.mark, radius=1.1)
            if self.line:
                sheet.rule((x, top), (right, top), colour("primary"), 0.9, "4 2.5")
            column = (self.width - self.lane) / self.columns
            for place in range(self.columns):
                edge = x + self.lane + place * column
                sheet.rule((edge, top), (edge, low), colour("line"), 0.4)
            sheet.rule((x, low), (right, low), colour("line2"), 0.5)
        if self.line:
            self.line.paint(sheet, x, y + 0.6)
        self.label.paint(sheet, x + 6, top + 4)
        self.cells.paint(sheet, x + self.lane, top)


@dataclass(slots=True, eq=False)
class Chevron(Piece):
    """A phase: an arrow to the next one. The first of a map has no notch."""

    lines: Sequence[Line]
    runs: Runs
    style: TextStyle
    width: float
    height: float = field(kw_only=True)
    shade: Colour
    node: Node
    notched: bool

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        right, low, middle = x + self.width, y + self.height, y + self.height / 2
        corners: list[Point] = [(x, y), (right - _NIB, y), (right, middle), (right - _NIB, low), (x, low)]
        if self.notched:
            corners.append((x + _NIB, middle))
        steps: list[tuple[str, *tuple[Point, ...]]] = [("m", corners[0]), *(("l", to) for to in corners[1:])]
        with sheet.artifact():
            sheet.path(steps, fill=self.shade, close=True)
        top = middle - len(self.lines) * self.style.leading / 2
        left = x + _NIB + 3
        sheet.text(self.lines, self.runs, self.style, left, top, chevron_room(self.width), self.node)


def chevron_room(width: float) -> float:
    """The width of the text of a chevron."""
    return width - 2 * _NIB - 6


@dataclass(slots=True, eq=False)
class CurveCell(Piece):
    """The curve of some steps, as a figure with its alternative text."""

    feelings: tuple[Feeling, ...]
    width: float
    figure: Node

    def __post_init__(self) -> None:
        self.height = _CURVE

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(self.figure, (x, y, self.width, self.height)):
            curves.paint(sheet, self.feelings, (x, y, self.width, self.height))


@dataclass(slots=True, eq=False)
class Ruled(Piece):
    """A piece with a rule of this width under it."""

    inner: Piece
    width: float

    def __post_init__(self) -> None:
        self.height = self.inner.height + 5

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        halves = self.inner.cut(room - 5)
        return (Ruled(halves[0], self.width), Ruled(halves[1], self.width)) if halves else None

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        low = y + self.height
        with sheet.artifact():
            sheet.rule((x, low), (x + self.width, low), colour("line2"), 0.8)
        self.inner.paint(sheet, x, y)
