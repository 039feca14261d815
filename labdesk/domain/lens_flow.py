"""Blocks of pieces one under the other, in columns and pages: cells, boxes, sheets, irritants, the agenda."""

from collections.abc import Iterator

from msgspec.structs import replace

from labdesk.domain.box import Rect
from labdesk.domain.lens import LEAST
from labdesk.domain.lens_content import Block, Flow, Piece
from labdesk.domain.lens_page import Pages, Setting, Tile, Type, best, tied
from labdesk.words import _

GUTTER = 28.0
PHOTO = 0.66
"""The height of a picture in a flow, as a share of its width."""
CENTRE = 0.44
"""How much of what is free stands above: a little less than half looks like the middle."""


def flow_pages(flow: Flow, room: Rect, type_: Type) -> Pages:
    """The pages of a flow, at the greatest size that needs one page."""
    if not flow.blocks:
        return []
    found = best(lambda size: _ways(flow, room, Setting(type_, size)))
    alone = len(flow.blocks) == 1 and not flow.blocks[0].heading
    return [_centred(found[0], room)] if alone and len(found) == 1 else found


def _centred(page: list[Tile], room: Rect) -> list[Tile]:
    """A cell or a box alone stands in the middle of the picture, not under its ceiling."""
    free = room.bottom - _bottom(page)
    return [tile.moved(0, free * CENTRE) for tile in page] if free > 0 else page


def _ways(flow: Flow, room: Rect, setting: Setting) -> Iterator[Pages | None]:
    """One column, two, three; lines are never shorter than about ten letters."""
    for across in range(1, flow.across + 1):
        wide = (room.w - GUTTER * (across - 1)) / across
        if across > 1 and wide < 8 * setting.size:
            return
        inner = wide - 2 * setting.pad
        if all(
            setting.bears([(b.heading, True)], inner)
            and setting.bears([(p.text, False) for p in b.pieces], inner - aside_of(b, setting))
            for b in flow.blocks
        ):
            pages = _balanced(Column(setting, wide, room.h), flow, room, across)
            over = max((_bottom(page) for page in pages), default=0.0) > room.bottom + 0.5
            yield None if over and setting.size > LEAST else pages
        else:
            yield None


def aside_of(block: Block, setting: Setting) -> float:
    """The room that marks and faces take beside the texts of a block."""
    pieces = block.pieces
    face = setting.size * 1.5 if any(p.level is not None for p in pieces) else 0.0
    marks = max(
        (setting.type.longest(tied(p.mark), setting.size, True) for p in pieces if p.mark), default=0.0
    )
    return face + (marks + setting.size * 0.45 if marks else 0.0)


def _balanced(column: "Column", flow: Flow, room: Rect, across: int) -> Pages:
    """Columns of one page are made about as long as each other."""
    full = column.filled(flow, room.h)
    pages = -(-len(full) // across)
    columns = full
    if pages == 1 and across > 1 and len(full) > 1:
        whole = sum(_bottom(tiles) for tiles in full)
        for share in (1.0, 1.1, 1.2, 1.35, 1.5):
            tried = column.filled(flow, min(room.h, whole / len(full) * share))
            if len(tried) <= across:
                columns = tried
                break
    found: Pages = []
    for at, tiles in enumerate(columns):
        if at % across == 0:
            found.append([])
        x = room.x + at % across * (column.wide + GUTTER)
        found[-1] += [tile.moved(x, room.y) for tile in tiles]
    return [_ranked(page) for page in found]


def told_again(heading: str) -> str:
    """The heading of what goes on in another column: nobody sees only the end of a list."""
    return _("{heading} (suite)").format(heading=heading) if heading else ""


def _bottom(tiles: list[Tile]) -> float:
    return max((tile.rect.bottom for tile in tiles), default=0.0)


def _ranked(page: list[Tile]) -> list[Tile]:
    """Each piece is a cell of its own, revealed in its turn; a mark or a face goes with its piece."""
    ranks: dict[int, int] = {}
    return [
        replace(tile, cell=(at := ranks.setdefault(tile.cell, len(ranks))), turn=(at, at))
        if tile.cell >= 0
        else tile
        for tile in page
    ]


class Column:
    """Fills columns of one width, one after the other."""

    def __init__(self, setting: Setting, wide: float, high: float) -> None:
        self.setting, self.wide, self.high = setting, wide, high

    def filled(self, flow: Flow, high: float) -> Pages:
        """The tiles of each column, in its own corner."""
        columns: Pages = [[]]
        y, serial = 0.0, 0
        for block in flow.blocks:
            head, aside = self._heading(block.heading, block.phase), aside_of(block, self.setting)
            again = self._heading(told_again(block.heading), block.phase)
            for rank, piece in enumerate(block.pieces or (Piece("text", "…"),)):
                rest: Piece | None = piece
                while rest is not None:
                    lead = head if rank == 0 and rest is piece else None if columns[-1] else again
                    above = (lead.rect.h + self.setting.gap if lead else 0.0) + (
                        self.setting.gap * 2 if lead and y else 0.0
                    )
                    tiles, rest_after = self._piece(rest, aside, serial, high - y - above)
                    if not tiles and y > 0:  # not even its first line stands here
                        columns.append([])
                        y = 0.0
                        continue
                    if (
                        not tiles
                    ):  # it opens its column: what does not stand under the heading goes on in the next
                        tiles, rest_after = self._piece(rest, aside, serial, self.high - above, alone=True)
                    if not tiles:
                        tiles, rest_after = self._piece(rest, aside, serial, float("inf"))
                    y += self.setting.gap * 2 if lead and y else 0.0
                    if lead is not None:
                        columns[-1].append(lead.moved(0, y))
                        y += lead.rect.h + self.setting.gap
                    columns[-1] += [tile.moved(0, y) for tile in tiles]
                    y += _bottom(tiles) + self.setting.gap
                    rest, serial = rest_after, serial + 1
                    if rest is not None:
                        columns.append([])
                        y = 0.0
        return columns

    def _heading(self, text: str, phase: int | None) -> Tile | None:
        if not text:
            return None
        setting = self.setting
        inner = self.wide - 2 * setting.pad
        high = setting.high(text, inner, bold=True) + setting.pad
        place = Rect(setting.pad, setting.pad / 2, inner, high - setting.pad)
        size = setting.fitted(text, inner, bold=True)
        return Tile("head", Rect(0, 0, self.wide, high), text, place, size, True, phase=phase)

    def _piece(
        self, piece: Piece, aside: float, serial: int, room: float, *, alone: bool = False
    ) -> tuple[list[Tile], Piece | None]:
        """The tiles of a piece, and what is left of it: nothing at all when not even a line fits.

        `alone`: nothing stands before it but its heading.
        """
        if piece.kind == "photo":
            high = min(self.wide * PHOTO, self.high)
            tile = Tile(
                "photo", Rect(0, 0, self.wide, high), row=piece.row, picture=piece.picture, cell=serial
            )
            return ([tile], None) if high <= room else ([], piece)
        setting, pad = self.setting, self.setting.pad
        inner = self.wide - 2 * pad - aside
        foot = setting.line if piece.votes else 0.0
        text, rest = piece.text, ""
        high = setting.high(text, inner)
        if high + 2 * pad + foot > room:
            # a piece that no page holds is the only one that is split
            whole = alone or high + 2 * pad + foot > self.high
            if not whole or room < 3 * setting.line + 2 * pad + foot:
                return [], piece
            text, rest = setting.split(text, inner, room - 2 * pad - foot)
            high = setting.high(text, inner)
        left = replace(piece, text=rest) if rest else None
        return self._tiles(replace(piece, text=text), aside, serial, high, foot), left

    def _tiles(self, piece: Piece, aside: float, serial: int, high: float, foot: float) -> list[Tile]:
        setting, pad = self.setting, self.setting.pad
        rect = Rect(0, 0, self.wide, high + 2 * pad + foot)
        inner = Rect(pad + aside, pad, self.wide - 2 * pad - aside, high)
        size = setting.fitted(piece.text, inner.w)
        tiles = [
            Tile(
                piece.kind,
                rect,
                piece.text,
                inner,
                size,
                piece.now,
                piece.colour,
                piece.votes,
                row=piece.row,
                now=piece.now,
                cell=serial,
            )
        ]
        x = pad
        if piece.mark:
            mark = tied(piece.mark)
            wide = setting.type.longest(mark, setting.size, True) + 2
            place = Rect(x, pad, wide, setting.line)
            tiles.append(Tile("name", place, mark, place, setting.size, True, cell=serial, now=piece.now))
            x += aside - setting.size * 1.5 if piece.level is not None else 0.0
        if piece.level is not None:
            side = setting.size * 1.16
            top = pad + (setting.line - side) / 2
            tiles.append(Tile("face", Rect(x, top, side, side), level=piece.level, cell=serial))
        return tiles
