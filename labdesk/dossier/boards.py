"""A journey on paper: how its map is parted and how large its text is, so that it takes the fewest pages.

A map too wide for a page is parted by phase, a part too high by lane. Its text is 9 points and more, unless
a part only fits a page with a little less; it is larger where that takes no more pages.
"""

from collections.abc import Iterator, Sequence

from labdesk.dossier import flow, look
from labdesk.dossier.drawn_blocks import JourneyMap
from labdesk.dossier.job import Setting
from labdesk.dossier.journey_drawing import LANE, Drawing, step_counts
from labdesk.dossier.parts import Part, parts
from labdesk.dossier.pieces import Piece, spacer
from labdesk.dossier.tags import Node

SIZES = (9.4, 9.0, 8.5, 8.0, look.SMALLEST)
_LARGER = (10.8, 10.1)
_NARROWEST = 9.0  # width of a column, in ems
_TIGHT = 8.4  # the same for a larger text
_COST, _PART = 0.6, 0.3  # what a point less than 9, and a part more, cost in pages


def journey(block: JourneyMap, at: Setting) -> list[Piece]:
    """The whole map, a piece for each part; nothing for a journey without steps."""
    counts = step_counts(block)
    if not counts:
        return []
    table, pieces = _drawn(block, counts, at)
    at.node.kids.append(table)
    if block.anchor:
        pieces[0].anchor = block.anchor
    return pieces


def _drawn(block: JourneyMap, counts: Sequence[int], at: Setting) -> tuple[Node, list[Piece]]:
    """The table and its pieces, on the fewest pages; a smaller text has to save pages."""
    best: tuple[Node, list[Piece]] | None = None
    least, chosen = float("inf"), (SIZES[0], parts(counts, 1), 1)
    for size, limit in _tries(at.width, at.job.least):
        found = parts(counts, limit)
        made = Drawing(block, size, at).all(found)
        pages, more = _pages(made[1], at), len(found) - 1
        cost = pages + more * _PART + max(9 - size, 0) * _COST
        if cost < least:
            best, least, chosen = made, cost, (size, found, pages)
        if pages == 1 and not more:
            break
    assert best is not None
    return _enlarged(block, chosen, at) or best


def _enlarged(
    block: JourneyMap, chosen: tuple[float, Sequence[Part], int], at: Setting
) -> tuple[Node, list[Piece]] | None:
    """The same parts on as many pages, in a larger text that fills them; None when none fits."""
    size, found, pages = chosen
    column = (at.width - LANE) / max(len(part.steps) for part in found)
    for larger in _LARGER if size == SIZES[0] else ():
        if column >= larger * _TIGHT:
            made = Drawing(block, larger, at).all(found)
            if _pages(made[1], at) == pages:
                return made
    return None


def _pages(pieces: Sequence[Piece], at: Setting) -> int:
    """How many pages the pieces take under what stands above them."""
    frame = flow.Frame(at.width, at.down, 0, 0, at.width, at.down)
    return len(flow.place([(frame, [spacer(at.job.above), *pieces])]))


def _tries(width: float, least: float) -> Iterator[tuple[float, int]]:
    for size in (size for size in SIZES if size >= least):
        most = max(int((width - LANE) / (size * _NARROWEST)), 1)
        yield size, most
        if size >= 9:
            yield size, max(most - 2, 1)
