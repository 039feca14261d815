"""What an arrangement is made of: rooms, views, boxes in reading order. It measures and places nothing."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.entities import Note, Value
from labdesk.domain.model import Project
from labdesk.domain.sieve import EVERYTHING, Sieve

Style = Literal["phase", "step", "lane", "note", "value", "zone", "question", "caption", "column"]
"""The kinds of text an arrangement asks to measure; fonts are the business of who draws."""

Kind = Literal[
    "phase",  # a great moment, above its steps
    "step",  # the head of a column; `value` 1: a moment of truth
    "add",  # where one more step is added, while a grid is edited
    "lane",  # the head of a row of the grid; `value`: its sum, in words
    "sum",  # what the values of a phase make together
    "rule",  # a blueprint line, its label in `text`
    "cell",  # one step of one lane, empty or not; what it holds follows it
    "note",  # a card
    "point",  # a level of the curve; `rect` is its face, `value` the level, `text` its word
    "photo",  # `value` is the picture's sha-256, `text` its alternative text
    "zone",  # a box of a sheet: its label; what it holds follows it
    "question",  # the guiding question of a zone
    "value",  # a single answer, as people read it
    "option",  # a choice to tick, `value` 1 or 0, `part` its id
    "link",  # something this zone points to
    "chain",  # a chain of whys; its notes follow it
    "why",  # over a note of a chain: « Pourquoi 2 »
    "offer",  # something one key does here: `part` says what, `value` 1 once it is done
    "column",  # the head of a column of a table
    "field",  # a cell of a table: row = its line, part = its column
]


class Measure(Protocol):
    """How high a text is in a style when its lines are `width` wide, in the unit of the room."""

    def __call__(self, text: str, style: Style, width: float) -> float: ...


class Rect(Struct, frozen=True, gc=False):
    """A rectangle, in the unit of the room (px, pt); y goes down."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def crosses(self, other: "Rect") -> bool:
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom


class Room(Struct, frozen=True):
    """The room there is. `unit`: what one design pixel measures (text scale on screen, points on paper).

    A grid's columns share `width` and stay between `least` and `most`, so a grid may be wider than its room.
    """

    width: float
    unit: float = 1.0
    least: float = 164.0
    most: float = 240.0
    head: float = 132.0

    def px(self, n: float) -> float:
        """`n` design pixels in the unit of this room."""
        return n * self.unit


class View(Struct, frozen=True):
    """What to show of a canvas.

    `part` of a grid: its rows and columns, or the boxes around them (persona, goal, takeaway…). `simple`: the
    zones of the simple view only. `steps` and `lanes` (zone ids): only these, as a lens does; None: all.
    `editing`: empty zones and cells have room to be filled, and the guiding questions are there.
    `sieve`: the notes wanted; `spared`: notes shown although it leaves them out, being worked on.
    `home`: the table one sits at: its notes bear no mark, they are one's own.
    """

    part: Literal["grid", "around"] = "grid"
    simple: bool = False
    steps: frozenset[str] | None = None
    lanes: frozenset[str] | None = None
    editing: bool = True
    unfolded: bool = False
    sieve: Sieve = EVERYTHING
    spared: frozenset[str] = frozenset()
    home: str = ""

    def shows(self, project: Project, note: Note) -> bool:
        """This note stands in the arrangement, where its lane does."""
        return not self.sieve or note.id in self.spared or self.sieve.keeps(project, note)

    def opens(self, zone: str) -> bool:
        """This lane, or this box of a sheet, stands in the arrangement."""
        return (self.lanes is None or zone in self.lanes) and self.sieve.opens(zone)


class Ask(Struct, frozen=True):
    """What is to be arranged: a canvas of a project in a room, with the measure of who draws."""

    project: Project
    kind: CanvasType
    canvas: str
    room: Room
    measure: Measure
    view: View

    def notes_at(self, zone: str, step: str | None = None) -> tuple[Note, ...]:
        """The notes of a zone, or of a cell, that the view shows: screen, list and lens all ask here."""
        held = self.project.notes_at(self.canvas, zone, step)
        if not self.view.sieve:
            return held
        return tuple(note for note in held if self.view.shows(self.project, note))


class Box(Struct, frozen=True, gc=False):
    """One thing in its place. `table` and `row` name what it shows, both empty when nothing is stored for it.

    `index` (from 0) `of`: its rank among its like: steps of the canvas, notes of the cell. `inner`: where its
    text goes; the same as `rect` when it has no margin. `links`: how many things a note is tied to.
    """

    kind: Kind
    canvas: str
    rect: Rect
    table: str = ""
    row: str = ""
    zone: str = ""
    step: str = ""
    part: str = ""
    text: str = ""
    value: Value = None
    colour: str = "stone"
    index: int = 0
    of: int = 0
    inner: Rect | None = None
    votes: int = 0
    evidence: str = ""
    voice: str = ""
    folded: bool = False
    author: str = ""
    tags: tuple[str, ...] = ()
    links: int = 0

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """The same thing has the same key in two arrangements of one canvas."""
        return self.kind, self.row, self.zone, self.step, self.part

    def moved(self, dx: float, dy: float) -> "Box":
        """The same thing elsewhere."""
        inner = self.inner.moved(dx, dy) if self.inner else None
        return Box(
            self.kind,
            self.canvas,
            self.rect.moved(dx, dy),
            self.table,
            self.row,
            self.zone,
            self.step,
            self.part,
            self.text,
            self.value,
            self.colour,
            self.index,
            self.of,
            inner,
            self.votes,
            self.evidence,
            self.voice,
            self.folded,
            self.author,
            self.tags,
            links=self.links,
        )


class Part(Struct, frozen=True, dict=True):
    """A lane, a zone of a sheet, or the heads of the columns: boxes that move together, in its own corner.

    `natural`: the height it asks for; a zone of a sheet is as high as its line.
    """

    id: str
    rect: Rect
    boxes: tuple[Box, ...]
    natural: float

    def at(self, x: float, y: float) -> "Part":
        """The same part with its corner elsewhere; what was found out about its boxes stays known."""
        moved = Part(self.id, Rect(x, y, self.rect.w, self.rect.h), self.boxes, self.natural)
        moved.__dict__.update(self.__dict__ | moved.__dict__)
        return moved

    @cached_property
    def rows(self) -> Mapping[str, Box]:
        """The box of each stored row shown here; the last one where several show the same row."""
        return {box.row: box for box in self.boxes if box.row}


class Former(Struct, frozen=True):
    """A part of the arrangement before. `stale`: the steps whose cells are to be made again.

    `kept`: nothing of it changed. Else what its other cells hold can be used again, wherever they are now.
    """

    part: Part
    columns: Mapping[str, tuple[float, float]]
    kept: bool = True
    stale: frozenset[str] = frozenset()

    def held(self, columns: Mapping[str, tuple[float, float]]) -> Mapping[str, list[Box]]:
        """What each cell still holds, by step, where its column is now; not those of another width."""
        found: dict[str, list[Box]] = {}
        for box in self.part.boxes:
            if box.kind == "cell":
                found[box.step] = []
            elif box.step in found:
                found[box.step].append(box)
        still: dict[str, list[Box]] = {}
        for step, boxes in found.items():
            (x, width), (was_x, was) = columns.get(step, (0, 0)), self.columns.get(step, (0, 0))
            if step not in self.stale and width == was:
                still[step] = boxes if x == was_x else [box.moved(x - was_x, 0) for box in boxes]
        return still


class Plan(Struct, frozen=True, dict=True):
    """Where everything of a canvas stands. `columns`: the steps shown and the x and width of each."""

    canvas: str
    kind: CanvasType
    room: Room
    view: View
    measure: Measure
    parts: tuple[Part, ...]
    columns: Mapping[str, tuple[float, float]]
    width: float
    height: float

    def boxes(self) -> Iterator[Box]:
        """Every box in reading order, placed in the canvas."""
        for part in self.parts:
            for box in part.boxes:
                yield box.moved(part.rect.x, part.rect.y)

    def within(self, rect: Rect) -> "Plan":
        """Only what stands in this part of the canvas, without the marks of who edits."""
        parts = []
        for part in self.parts:
            if part.rect.crosses(rect):
                seen = rect.moved(-part.rect.x, -part.rect.y)
                boxes = [
                    box
                    for box in part.boxes
                    # A lane is drawn from its head, even where only the line above it is still seen.
                    if box.kind == "lane" or (box.kind != "add" and box.rect.crosses(seen))
                ]
                parts.append(Part(part.id, part.rect, tuple(boxes), part.natural))
        return replace(self, parts=tuple(parts))

    @cached_property
    def part(self) -> Mapping[str, Part]:
        """Parts by id."""
        return {part.id: part for part in self.parts}

    def home(self, row: str) -> Part | None:
        """The part in which a stored row is shown; a row shown twice: the last part that does."""
        return next((part for part in reversed(self.parts) if row in part.rows), None)
