"""How a big sheet is cut into pieces of small paper: where each stands, in millimetres. It draws nothing."""

from collections.abc import Iterator

from msgspec import Struct

from labdesk.dossier.documents import Paper, Tile
from labdesk.dossier.look import PAPERS

EDGE = 10.0
"""mm left white around a piece: no office printer reaches nearer the edge, and the marks stand there."""
TILES = ("A4", "A3")
"""Papers of office printers."""
OVERLAP = 10.0
"""mm that two neighbours have in common: where they are glued."""


class TilePiece(Struct, frozen=True):
    """One piece: its column and row (from 0), and its part of the big sheet, in mm from the top left."""

    column: int
    row: int
    left: float
    top: float
    width: float
    height: float

    @property
    def name(self) -> str:
        """« B3 »: second column, third row."""
        return f"{column_name(self.column)}{self.row + 1}"


class Tiling(Struct, frozen=True):
    """A sheet of `width` × `height` mm on pieces of `across` × `down` mm."""

    width: float
    height: float
    across: float
    down: float
    columns: int
    rows: int

    @property
    def step(self) -> tuple[float, float]:
        """From one piece to the next, in mm: what is seen of a piece once its neighbour is glued on it."""
        return self.across - 2 * EDGE - OVERLAP, self.down - 2 * EDGE - OVERLAP

    def pieces(self) -> Iterator[TilePiece]:
        """Row after row, as they are laid on a table."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield self.piece(column, row)

    def piece(self, column: int, row: int) -> TilePiece:
        """The piece of this column and this row; the last ones hold what is left."""
        left, top = column * self.step[0], row * self.step[1]
        width = min(self.across - 2 * EDGE, self.width - left)
        return TilePiece(column, row, left, top, width, min(self.down - 2 * EDGE, self.height - top))


def tiled(width: float, height: float, tile: Tile) -> Tiling:
    """The tiling that needs the fewest pieces, upright or on its side; upright when both need as many."""
    short, long = PAPERS[tile]
    found = [_counted(width, height, short, long), _counted(width, height, long, short)]
    return min(found, key=lambda one: one.columns * one.rows)


def sheet_and_tile(name: str) -> tuple[Paper, Tile | None]:
    """« A0/A4 »: the sheet, and the paper it is cut on; « A3 »: the sheet. ValueError for anything else."""
    sheet, _slash, tile = name.partition("/")
    if sheet not in PAPERS or (tile and (tile not in TILES or PAPERS[tile] >= PAPERS[sheet])):
        raise ValueError(name)
    return sheet, tile or None  # type: ignore[return-value]  # both were looked up


def sheet_size(paper: Paper, *, landscape: bool = True) -> tuple[float, float]:
    """The sides of a sheet in mm."""
    short, long = PAPERS[paper]
    return (long, short) if landscape else (short, long)


def _counted(width: float, height: float, across: float, down: float) -> Tiling:
    return Tiling(width, height, across, down, _count(width, across), _count(height, down))


def _count(length: float, paper: float) -> int:
    live = paper - 2 * EDGE
    return max(1, -(-round(length - OVERLAP, 3) // round(live - OVERLAP, 3)).__int__())


def column_name(column: int) -> str:
    """A, B, … Z, AA, AB…"""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
