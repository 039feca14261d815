"""Steps × lanes laid out again for the room: columns go to other pages before a text gets smaller."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.box import Rect
from labdesk.domain.lens_content import Piece, Row, Table
from labdesk.domain.lens_page import Pages, Setting, Tile, Type, best

GAP = 12.0
STRETCH = 0.6
"""How much higher than their content lanes may become to fill a page."""
LEAST_EMS = 7.5
"""The narrowest column, in sizes of the text."""


def grid_pages(table: Table, room: Rect, type_: Type) -> Pages:
    """The pages of a grid: groups of columns, and in each group as many lanes a page as fit."""
    if not table.heads or not table.rows:
        return []
    return best(lambda size: iter((_pages(table, room, Setting(type_, size), size > 60),)))


def _pages(table: Table, room: Rect, setting: Setting, once: bool) -> Pages | None:
    """`once`: all columns on one page or not at all."""
    label = _label_width(table, setting, room.w)
    count = len(table.heads)
    for groups in range(1, count + 1):
        across = -(-count // groups)
        wide = (room.w - label - GAP * across) / across
        if (
            wide >= LEAST_EMS * setting.size and setting.bears(_texts(table), wide - 4 * setting.pad)
        ) or across == 1:
            break
        if once:
            return None
    found: Pages = []
    shares = [count * at // groups for at in range(groups + 1)]
    for first, last in pairwise(shares):
        part = Part(setting, room, table, (first, last), label)
        found += part.pages()
    return found


def _texts(table: Table) -> list[tuple[str, bool]]:
    texts = [(piece.text, False) for row in table.rows for cell in row.cells for piece in cell]
    return texts + [(head, True) for head, _phase in table.heads]


def _label_width(table: Table, setting: Setting, whole: float) -> float:
    """The heads of the lanes; one lane alone is named in the band."""
    if len(table.rows) < 2:
        return 0.0
    widest = max(setting.type.longest(row.label, setting.size, True) for row in table.rows)
    return min(widest + 2 * setting.pad, whole * 0.42)


class Part(Struct, frozen=True):
    """The columns of one group."""

    setting: Setting
    room: Rect
    table: Table
    columns: tuple[int, int]
    label: float

    @property
    def wide(self) -> float:
        """One column."""
        across = self.columns[1] - self.columns[0]
        return (self.room.w - self.label - GAP * (across - bool(not self.label))) / across

    def x(self, column: int) -> float:
        """Where a column of the group begins."""
        first = self.room.x + self.label + (GAP if self.label else 0.0)
        return first + (column - self.columns[0]) * (self.wide + GAP)

    def pages(self) -> Pages:
        """Lanes packed into pages; one taller than a page goes on on the next."""
        top = self._heads_height()
        space = max(self.room.h - top, 4 * self.setting.line)
        pages: list[list[Tile]] = []
        lanes: list[tuple[Row, float, list[list[Tile]]]] = []
        used = 0.0
        queue = [self._cut(row) for row in self.table.rows]
        for row in queue:
            rest: Row | None = row
            while rest is not None:
                high, cells, left = self._lane(rest, space)
                if lanes and used + high > space + 0.5:
                    pages.append(self._page(lanes, top, space))
                    lanes, used = [], 0.0
                lanes.append((rest, high, cells))
                used += high + GAP
                rest = left
        if lanes:
            pages.append(self._page(lanes, top, space))
        return pages

    def _cut(self, row: Row) -> Row:
        return Row(row.label, row.colour, row.cells[self.columns[0] : self.columns[1]])

    # -- one lane -------------------------------------------------------------------------------------------
    def _lane(self, row: Row, space: float) -> tuple[float, list[list[Tile]], Row | None]:
        """The height of a lane, the tiles of each cell in its own corner, and what did not fit."""
        least = self.setting.line + 2 * self.setting.pad
        if self.label:
            inner = self.label - 2 * self.setting.pad
            least = self.setting.high(row.label, inner, bold=True) + 2 * self.setting.pad
        cells, left, high = [], [], min(least, space)
        for pieces in row.cells:
            tiles, rest, bottom = self._cell(pieces, space)
            cells.append(tiles)
            left.append(rest)
            high = max(high, bottom)
        return high, cells, Row(row.label, row.colour, tuple(left)) if any(left) else None

    def _cell(self, pieces: Sequence[Piece], space: float) -> tuple[list[Tile], tuple[Piece, ...], float]:
        pad, y = self.setting.brim * 1.6, self.setting.brim * 1.6
        tiles: list[Tile] = []
        for at, piece in enumerate(pieces):
            high = self._height(piece)
            if y + high + pad <= space:
                tiles += self._tiles(piece, y, high)
                y += high + self.setting.gap
                continue
            if y > pad:  # the next page takes it
                return tiles, tuple(pieces[at:]), y - self.setting.gap + pad
            text, rest = self.setting.split(
                piece.text, self._inner(piece), space - 4 * pad - self._foot(piece)
            )
            first = replace(piece, text=text)
            high = min(self._height(first), space - 2 * pad)
            left = (replace(piece, text=rest),) if rest else ()
            return self._tiles(first, y, high), (*left, *pieces[at + 1 :]), y + high + pad
        return tiles, (), y - self.setting.gap + pad if tiles else 0.0

    def _inner(self, piece: Piece) -> float:
        face = self.setting.size * 1.4 if piece.level is not None else 0.0
        return self.wide - 4 * self.setting.pad - face

    def _foot(self, piece: Piece) -> float:
        return self.setting.line if piece.votes else 0.0

    def _height(self, piece: Piece) -> float:
        if piece.kind == "photo":
            return (self.wide - 2 * self.setting.pad) * 0.66
        return self.setting.high(piece.text, self._inner(piece)) + 2 * self.setting.brim + self._foot(piece)

    def _tiles(self, piece: Piece, y: float, high: float) -> list[Tile]:
        pad = self.setting.pad
        rect = Rect(pad, y, self.wide - 2 * pad, high)
        if piece.kind == "photo":
            return [Tile("photo", rect, row=piece.row, picture=piece.picture)]
        inner = self._inner(piece)
        face = self.setting.size * 1.4 if piece.level is not None else 0.0
        brim = self.setting.brim
        place = Rect(2 * pad + face, y + brim, inner, high - 2 * brim - self._foot(piece))
        size = self.setting.fitted(piece.text, inner)
        tiles = [
            Tile(
                piece.kind,
                rect,
                piece.text,
                place,
                size,
                colour=piece.colour,
                votes=piece.votes,
                row=piece.row,
            )
        ]
        if piece.level is not None:
            side = self.setting.size * 1.16
            top = y + brim + (self.setting.line - side) / 2
            tiles.append(Tile("face", Rect(2 * pad, top, side, side), level=piece.level))
        return tiles

    # -- one page -------------------------------------------------------------------------------------------
    def _heads_height(self) -> float:
        inner = self.wide - 2 * self.setting.pad
        heads = self.table.heads[self.columns[0] : self.columns[1]]
        return (
            max(self.setting.high(text, inner, bold=True) for text, _p in heads) + 2 * self.setting.pad + GAP
        )

    def _page(self, lanes: list[tuple[Row, float, list[list[Tile]]]], top: float, space: float) -> list[Tile]:
        """Heads, then the lanes; what room is left goes to the lanes, so that the picture is filled."""
        tiles = self._heads(top)
        over = max(0.0, space - sum(high for _r, high, _c in lanes) - GAP * (len(lanes) - 1))
        grown = STRETCH * sum(high for _r, high, _c in lanes)
        extra = min(over, grown) / len(lanes)
        y, note = self.room.y + top, 0
        across = self.columns[1] - self.columns[0]
        for rank, (row, natural, cells) in enumerate(lanes):
            high = natural + extra
            if self.label:
                tiles.append(self._lane_head(row, Rect(self.room.x, y, self.label, high), rank))
            for at, held in enumerate(cells):
                x = self.x(self.columns[0] + at)
                cell = rank * across + at
                tiles.append(Tile("rule", Rect(x, y, self.wide, high), cell=cell, turn=(rank, -1)))
                for tile in held:
                    note += tile.kind != "face"
                    tiles.append(replace(tile.moved(x, y), cell=cell, turn=(rank, note - 1)))
            y += high + GAP
        return tiles

    def _heads(self, top: float) -> list[Tile]:
        pad, tiles = self.setting.pad, []
        for column in range(*self.columns):
            text, phase = self.table.heads[column]
            rect = Rect(self.x(column), self.room.y, self.wide, top - GAP)
            inner = rect.inset(pad, pad)
            size = self.setting.fitted(text, inner.w, bold=True)
            tiles.append(
                Tile("head", rect, text, inner, size, True, phase=phase if phase is not None else -1)
            )
        return tiles

    def _lane_head(self, row: Row, rect: Rect, rank: int) -> Tile:
        inner = rect.inset(self.setting.pad, self.setting.pad)
        size = self.setting.fitted(row.label, inner.w, bold=True)
        return Tile("lane", rect, row.label, inner, size, True, row.colour, turn=(rank, -1))
