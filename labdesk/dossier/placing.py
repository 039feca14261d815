"""From blocks to placed pages: each block is made into pieces by its own function, then all are placed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from labdesk.dossier import (
    boards,
    cards,
    curves,
    front,
    kit_pages,
    pictures,
    plan_bars,
    prose,
    references,
    sheets,
    tables,
    wall_grids,
    wall_sheets,
)
from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold, Spacer
from labdesk.dossier.documents import Document, Paper
from labdesk.dossier.drawn_blocks import Curve, Gallery, JourneyMap, Picture, PlanBars, SheetMap
from labdesk.dossier.flow import Frame, Page, place
from labdesk.dossier.job import Entry, Job, Pictures, Setting
from labdesk.dossier.labelled_blocks import Card, Cover, NoteHead, Signature
from labdesk.dossier.look import FOOT, LEGIBLE, MARGIN, MM, PAPERS, SMALLEST, margin_of
from labdesk.dossier.pieces import Piece, Stack, stacked
from labdesk.dossier.tags import Node
from labdesk.dossier.text_blocks import (
    Bullets,
    Callout,
    Contents,
    Heading,
    KeyFigures,
    PageReference,
    Paragraph,
    Table,
)
from labdesk.dossier.wall_blocks import Dots, TableSign, WallGrid, WallSheet

_TOP = 22 * MM
_ABOVE = 62.0  # the most that stands above a map: after more, it begins a page
_COVER = 1.18  # a cover is enlarged no more than this: it stays one page

MAKERS: Mapping[type, Callable[[Any, Setting], list[Piece]]] = {
    Paragraph: prose.paragraph,
    Heading: prose.heading,
    PageReference: references.page_reference,
    Bullets: prose.bullets,
    Spacer: prose.space,
    Callout: prose.callout,
    KeyFigures: prose.key_figures,
    Contents: references.contents,
    Table: tables.table,
    Picture: pictures.picture,
    Gallery: pictures.gallery,
    Curve: curves.curve,
    PlanBars: plan_bars.plan_bars,
    Card: cards.card,
    Signature: front.signature,
    NoteHead: front.note_head,
    Cover: front.cover,
    JourneyMap: boards.journey,
    SheetMap: sheets.sheet_map,
    WallGrid: wall_grids.wall_grid,
    WallSheet: wall_sheets.wall_sheet,
    Dots: kit_pages.dots,
    TableSign: kit_pages.table_sign,
}


class Placed(Struct, frozen=True):
    """A document ready to be painted: its pages, its logical tree, its bookmarks and anchors (page, y)."""

    pages: Sequence[Page]
    root: Node
    entries: Sequence[Entry]
    anchors: Mapping[str, tuple[int, float]]


def frame(paper: Paper, *, landscape: bool = False, bare: bool = False, scale: float = 1) -> Frame:
    """A page of this paper and the part of it that holds text; `scale` enlarges all that stands on it."""
    short, long = (side * MM / scale for side in PAPERS[paper])
    width, height = (long, short) if landscape else (short, long)
    ease = margin_of(scale)
    margin = MARGIN * ease
    return Frame(width, height, margin, _TOP * ease, width - margin, height - FOOT * ease, bare, scale)


def arrange(document: Document, picture: Pictures, scale: float = 1) -> Placed:
    """Make the pieces of every block and place them all."""
    job = Job(
        picture,
        top=min(_levels(document.blocks), default=1),
        least=LEGIBLE if document.alone else SMALLEST,
        easy=document.easy,
        scale=scale,
    )
    root = Node("Document")
    stretches: list[tuple[Frame, list[Piece]]] = []
    for paper, blocks in _stretches(document, scale):
        job.scale = paper.scale
        stretches.append((paper, _made(blocks, Setting(paper.across, paper.down, root, job))))
    pages = place((page, _with_contents(pieces)) for page, pieces in stretches) or [
        Page(frame(document.paper, scale=scale))
    ]
    anchors: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(pages):
        for piece, y in page.placed:
            for anchor, down in piece.anchors():
                anchors.setdefault(anchor, (number, y + down))
    job.page_of = lambda anchor: anchors[anchor][0] if anchor in anchors else None
    return Placed(pages, root, job.entries, anchors)


def _stretches(document: Document, scale: float) -> Iterator[tuple[Frame, list[Block]]]:
    """Runs of blocks on pages of one kind: a page break ends a run, a cover is one by itself."""
    landscape, run = False, list[Block]()
    for block in document.blocks:
        if isinstance(block, PageBreak | Cover):
            yield frame(document.paper, landscape=landscape, scale=scale), run
            run = []
        if isinstance(block, PageBreak):
            landscape = block.landscape
        elif isinstance(block, Cover):
            yield frame(document.paper, bare=True, scale=min(scale, _COVER)), [block]
        else:
            run.append(block)
    yield frame(document.paper, landscape=landscape, scale=scale), run


def _levels(blocks: Sequence[Block]) -> Iterator[int]:
    for block in blocks:
        match block:
            case Keep() | Retold():
                yield from _levels(block.blocks)
            case Heading() | Card():
                yield block.level
            case Contents() | NoteHead():
                yield 1


def _made(blocks: Sequence[Block], at: Setting) -> list[Piece]:
    pieces: list[Piece] = []
    for block in blocks:
        if isinstance(block, Keep):
            parts = tuple(_made(block.blocks, at))
            kept = Stack(parts, before=parts[0].before, after=parts[-1].after) if parts else Stack(())
            kept.solid = kept.height <= at.down
            pieces += [kept] if kept.parts else []
        elif isinstance(block, Retold):
            pieces += _made(block.blocks, at)
        elif maker := MAKERS.get(type(block)):
            if isinstance(block, JourneyMap):
                at.job.above = min(stacked(pieces[-4:]), _ABOVE)
            pieces += maker(block, at)
    return pieces


def _with_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces once every heading is known: the lines of the contents take their place."""
    return [
        one for piece in pieces for one in (piece.make() if isinstance(piece, references.Later) else [piece])
    ]
