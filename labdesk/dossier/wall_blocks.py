"""What a blank sheet for the wall holds: lanes and boxes, their questions, room for sticky notes."""

from typing import Literal

from msgspec import Struct

Fill = Literal["notes", "lines", "line", "choices", "curve", "picture", "table"]
"""What is left free: sticky notes, lines, one line, boxes to tick, the emotion rail, a picture, rows."""


class Blank(Struct, frozen=True):
    """A lane or a box left free: its label and guiding question, and how it is filled. `options` are the
    boxes to tick, or the heads of the columns of a table; `most` bounds the sticky notes (0: no bound)."""

    label: str
    question: str = ""
    fill: Fill = "notes"
    colour: str = "stone"
    options: tuple[str, ...] = ()
    span: int = 1
    most: int = 0
    line: str = ""


class WallGrid(Struct, frozen=True):
    """A blank journey: fields above, then as many steps as sticky notes fit across, a row a lane."""

    title: str
    kicker: str
    fields: tuple[Blank, ...]
    phases: Blank
    steps: Blank
    lanes: tuple[Blank, ...]


class WallSheet(Struct, frozen=True):
    """A blank canvas of boxes in columns; where sticky notes do not fit, there are fewer columns."""

    title: str
    kicker: str
    columns: int
    boxes: tuple[Blank, ...]


class Dots(Struct, frozen=True):
    """A page of round votes to cut out or to print on labels, and how to vote with them."""

    title: str
    words: str
    count: int


class TableSign(Struct, frozen=True):
    """A sheet folded in two that stands on a table and says its name on both sides."""

    name: str
    words: str
