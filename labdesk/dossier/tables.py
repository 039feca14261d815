"""Tables as pieces: the widths of their columns, their rows and cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.grids import grid
from labdesk.dossier.job import Setting
from labdesk.dossier.look import TextStyle, colour
from labdesk.dossier.pieces import Columns, Lines, Piece
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node, data_cell, header_cell
from labdesk.dossier.text import natural_width, wrap
from labdesk.dossier.text_blocks import Align, Cell, Row, Run, Runs, Table

_SIDE, _ABOVE = 5.0, 3.6  # padding of a cell
_TOTAL = replace(look.CELL, weight="strong")
_TONES = {"good": "ok", "warning": "warn", "bad": "bad", "quiet": "ink3"}


@dataclass(slots=True, eq=False)
class _Line(Piece):
    """One row: its cells side by side, a ground, a rule below."""

    cells: Columns
    width: float
    ground: str = ""
    rule: str = "line2"

    def __post_init__(self) -> None:
        self.height = self.cells.height + 2 * _ABOVE

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        halves = self.cells.cut(room - 2 * _ABOVE)
        if halves is None:
            return None
        head, tail = (
            _Line(half, self.width, self.ground, self.rule) for half in halves if isinstance(half, Columns)
        )
        return head, tail

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifact():
            if self.ground:
                sheet.rectangle(x, y, self.width, self.height, fill=colour(self.ground))
            low = y + self.height
            sheet.rule((x, low), (x + self.width, low), colour(self.rule), 0.5)
        self.cells.paint(sheet, x, y + _ABOVE)


def table(block: Table, at: Setting) -> list[Piece]:
    """A table, its caption above, its note below."""
    count = max([len(block.head), *map(_across, block.rows)])
    if not count:
        return []
    inside = at.under("Table")
    pieces: list[Piece] = []
    if block.caption:
        style = replace(look.CAPTION, weight="strong", token="ink", before=6, after=3)
        pieces.append(inside.text(block.caption, style, "Caption", keep=True))
    widths = _widths(block, count, at.width)
    aligns = list(block.align[:count])
    aligns += ["left"] * (count - len(aligns))
    head = _head(block.head, widths, aligns, inside) if any(block.head) else None
    rows = tuple(_row(row, widths, aligns, inside) for row in block.rows)
    note = at.text(block.note, replace(look.SMALL, before=4)) if block.note.strip() else None
    fits = note if note and note.height < at.down / 3 else None
    pieces.append(grid([head] if head else [], rows, at.down, foot=fits))
    return pieces if fits or not note else [*pieces, note]


def _head(texts: Sequence[str], widths: Sequence[float], aligns: Sequence[Align], at: Setting) -> _Line:
    inside = at.under("TR")
    parts: list[tuple[float, Piece]] = []
    x = 0.0
    for place, width in enumerate(widths):
        text = texts[place] if place < len(texts) else ""
        node = inside.node.add("TH", attributes=header_cell("Column"))
        style = replace(look.CELL_HEAD, align=aligns[place])
        parts.append((x + _SIDE, _cell((Run(text),), style, width, node)))
        x += width
    return _Line(Columns(tuple(parts)), at.width, "ink", "ink")


def _row(row: Row, widths: Sequence[float], aligns: Sequence[Align], at: Setting) -> _Line:
    inside = at.under("TR")
    parts: list[tuple[float, Piece]] = []
    place, x = 0, 0.0
    for number, cell in enumerate(_padded(row, len(widths))):
        span = min(max(cell.span, 1), len(widths) - place)
        width = sum(widths[place : place + span])
        head = row.header and number == 0
        node = inside.node.add("TH", attributes=header_cell("Row", span)) if head else None
        node = node or inside.node.add("TD", attributes=data_cell(span))
        style = replace(
            _TOTAL if row.total or (cell.tone in _TONES and cell.tone != "quiet") else look.CELL,
            align=cell.align or aligns[place],
            token=_TONES.get(cell.tone, "ink"),
        )
        parts.append((x + _SIDE, _cell(cell.runs, style, width, node)))
        place, x = place + span, x + width
    return _Line(Columns(tuple(parts)), at.width, "primary_soft" if row.total else "")


def _padded(row: Row, count: int) -> list[Cell]:
    """The cells of a row, and empty ones up to the last column."""
    return [*row.cells, *[Cell(()) for _ in range(count - _across(row))]]


def _across(row: Row) -> int:
    return sum(max(cell.span, 1) for cell in row.cells)


def _cell(runs: Runs, style: TextStyle, width: float, node: Node) -> Lines:
    across = width - 2 * _SIDE
    return Lines(wrap(runs, style, across), runs, style, across, node)


def _widths(block: Table, count: int, room: float) -> list[float]:
    least, most = [0.0] * count, [0.0] * count
    rows = [tuple(Cell((Run(text),)) for text in block.head), *(row.cells for row in block.rows)]
    for number, cells in enumerate(rows):
        style = look.CELL_HEAD if number == 0 else _TOTAL
        for place, cell in enumerate(cells[:count]):
            if cell.span == 1:
                word, whole = natural_width(cell.runs, style)
                least[place] = max(least[place], word + 2 * _SIDE + 1)
                most[place] = max(most[place], min(whole, 2.5 * room) + 2 * _SIDE + 1)
    if len(block.widths) == count and all(width > 0 for width in block.widths):
        return _wished(block.widths, least, room)
    return _shared(least, most, room)


def _wished(wished: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The widths as they were wished, but no word is cut where the other columns can give way."""
    if sum(least) > room:
        return [width * room / sum(wished) for width in wished]
    held: set[int] = set()
    while True:
        left = room - sum(least[place] for place in held)
        shares = sum(width for place, width in enumerate(wished) if place not in held) or 1
        widths = [
            least[place] if place in held else width * left / shares for place, width in enumerate(wished)
        ]
        short = {place for place in range(len(wished)) if widths[place] < least[place] - 0.01}
        if not short - held:
            return widths
        held |= short


def _shared(least: list[float], most: list[float], room: float) -> list[float]:
    """Widths between the least and the most that fill the room."""
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    if sum(most) <= room:
        return [width * room / sum(most) for width in most] if sum(most) else [room / len(most)] * len(most)
    widths = list(least)
    left = room - sum(least)
    order = sorted(range(len(most)), key=lambda place: most[place] - least[place])
    for rank, place in enumerate(order):  # who wants little gets it; the others share what is left
        more = min(most[place] - least[place], left / (len(order) - rank))
        widths[place] += more
        left -= more
    return widths
