"""A blank canvas of boxes for the wall: bands of boxes, stretched to fill each sheet."""

from collections.abc import Sequence

from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM
from labdesk.dossier.pieces import Piece, Stack
from labdesk.dossier.wall_blocks import Blank, WallSheet
from labdesk.dossier.wall_parts import CELL, FRAME, in_rows, row_height, row_of, titled


def wall_sheet(block: WallSheet, at: Setting) -> list[Piece]:
    """The pages of a blank canvas: bands of boxes, stretched to fill the height of their page."""
    unit = MM / at.job.scale
    holder = at.under("Sect")
    holder.node.title = block.title
    most = max(int((at.width + 6) / (CELL * unit + 12)), 1)
    columns = min(block.columns, most)
    rows = in_rows(block.boxes, block.columns, columns)
    pages: list[list[list[Blank]]] = []
    room = 0.0
    heads = [titled(block.title, block.kicker, holder, first=True)]
    for row in rows:
        high = row_height(row, columns, at, unit)
        if not pages or high > room:
            pages.append([])
            if len(pages) > 1:
                heads.append(titled(block.title, block.kicker, holder, first=False))
            room = at.down - Stack(tuple(heads[-1])).height
        pages[-1].append(row)
        room -= high + FRAME
    made: list[Piece] = []
    for head, page in zip(heads, pages, strict=True):
        free = at.down - Stack(tuple(head)).height - 2
        least = [row_height(row, columns, at, unit) + FRAME for row in page]
        stretched = [_stretches(row) for row in page]
        spare = max(free - sum(least), 0) / max(sum(stretched), 1)
        parts = list(head)
        for row, low, more in zip(page, least, stretched, strict=True):
            high = low - FRAME + (spare if more else 0)
            parts.append(row_of(row, columns, high, holder, unit))
        made.append(Stack(tuple(parts), solid=True))
    return made


def _stretches(row: Sequence[Blank]) -> bool:
    return any(box.fill in ("notes", "lines", "picture", "table") for box in row)
