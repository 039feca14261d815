"""What a lens shows, before it has a place: pieces of text in blocks, cells, curves. It reads no project."""

from typing import Literal

from msgspec import Struct

from labdesk.domain.curves import Overlay


class Piece(Struct, frozen=True):
    """One thing to read. `mark` stands before the text (a number, an hour); `level`: a face of the curve."""

    kind: Literal["note", "text", "photo"]
    text: str
    row: str = ""
    colour: str = ""
    votes: int = 0
    level: int | None = None
    mark: str = ""
    now: bool = False
    picture: str = ""


class Block(Struct, frozen=True):
    """Pieces under a heading; `phase`: the rank of the phase whose colour the heading wears."""

    heading: str
    pieces: tuple[Piece, ...]
    phase: int | None = None


class Flow(Struct, frozen=True):
    """Blocks read one after the other, in up to `across` columns."""

    blocks: tuple[Block, ...]
    across: int = 3


class Row(Struct, frozen=True):
    """A lane: its name and the pieces of each cell."""

    label: str
    colour: str
    cells: tuple[tuple[Piece, ...], ...]


class Table(Struct, frozen=True):
    """Columns (name, rank of the phase) and lanes."""

    heads: tuple[tuple[str, int | None], ...]
    rows: tuple[Row, ...]


class Point(Struct, frozen=True):
    """A step of the curve."""

    step: str
    number: int
    label: str
    level: int | None
    word: str


class Curve(Struct, frozen=True):
    """The curve alone, from `low` to `high`."""

    points: tuple[Point, ...]
    low: int
    high: int


class Picture(Struct, frozen=True):
    """One photo on the whole picture."""

    sha: str
    alt: str
    caption: str


class Welcome(Struct, frozen=True):
    """What stands on the wall as people come in."""

    heading: str
    lines: tuple[str, ...]
    names: tuple[str, ...]


Content = Flow | Table | Curve | Overlay | Picture | Welcome
