"""Easy reading: the same document in Atkinson Hyperlegible, larger, in one column. Its words stay.

A journey is told in sentences after its curve. Its map is left out: in letters of 14 points it would be cut
over many pages, none of which can be read alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold
from labdesk.dossier.curves import in_words
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Curve, CurveLane, Gallery, JourneyMap, SheetMap
from labdesk.dossier.labelled_blocks import Card
from labdesk.dossier.maps import told_of
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, Row, Run, Table, runs
from labdesk.words import _

_PAGES = 2
"""What is larger needs more pages: a note of two pages may have four."""

_WIDE = 6
"""Columns from which a table of large letters is told row by row."""


def made_easy(document: Document) -> Document:
    """The document for easy reading; only its setting differs."""
    limit = document.page_limit
    return replace(
        document,
        easy=True,
        blocks=_in_one_column(tuple(_in_sentences(document.blocks))),
        page_limit=None if limit is None else limit * _PAGES,
        subject=_("{subject}, facile à lire").format(subject=document.subject) if document.subject else "",
    )


# -- journeys ---------------------------------------------------------------------------------------------
def _in_sentences(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The document without the pages of maps that are told again: the curve stands with the sentences."""
    told = {block.anchor for block in _headings(blocks)}
    maps = {told_of(block.anchor): block for block in blocks if isinstance(block, JourneyMap)}
    gone = {name: drawing for name, drawing in maps.items() if name in told}
    turned = False  # a wide page was left out: there is nothing to turn back from
    for stretch in _stretches(blocks):
        if any(block in gone.values() for block in stretch):
            turned = True
            continue
        drop = turned and bool(stretch) and stretch[0] == PageBreak()
        turned = False
        yield from (_pointing(block, gone) for block in stretch[drop:])


def _headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    """The titles of what is told again."""
    for block in blocks:
        if isinstance(block, Retold):
            yield from (one for one in block.blocks if isinstance(one, Heading))


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks parted before each page break."""
    stretch: list[Block] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            yield stretch
            stretch = []
        stretch.append(block)
    yield stretch


def _pointing(block: Block, gone: Mapping[str, JourneyMap]) -> Block:
    """What led to a map leads to its sentences only; the sentences begin with the curve."""
    if isinstance(block, Retold):
        return replace(block, blocks=tuple(_with_curve(block.blocks, gone)))
    if isinstance(block, Paragraph):
        lost = {f"#{drawing.anchor}" for drawing in gone.values()}
        kept = tuple(run for run in block.runs if run.link not in lost)
        if kept and kept != block.runs:
            first = replace(kept[0], text=kept[0].text.lstrip(" ·"))
            return replace(block, runs=(first, *kept[1:]))
    return block


def _with_curve(blocks: Sequence[Block], gone: Mapping[str, JourneyMap]) -> Iterator[Block]:
    for block in blocks:
        yield block
        drawing = gone.get(block.anchor) if isinstance(block, Heading) else None
        if drawing is not None:
            yield from (_curve(drawing, lane) for lane in drawing.lanes if isinstance(lane, CurveLane))


def _curve(drawing: JourneyMap, lane: CurveLane) -> Curve:
    """Faces over the number of each step’s sentences: its name would be cut at every syllable."""
    numbers = tuple(str(place + 1) for place in range(len(drawing.steps)))
    felt = tuple(replace(feeling, word="") for feeling in lane.feelings)
    return Curve(numbers, felt, in_words(drawing.steps, lane.feelings))


# -- one column -------------------------------------------------------------------------------------------
def _in_one_column(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(made for block in blocks for made in _made(block))


def _made(block: Block) -> tuple[Block, ...]:
    match block:
        case Keep():
            return (Keep(_in_one_column(block.blocks)),)
        case Retold():
            return (replace(block, blocks=_in_one_column(block.blocks)),)
        case Card():
            fields = tuple(replace(field, wide=True) for field in block.fields)
            pictures = tuple(replace(one, width=120, height=80) for one in block.pictures)
            return (
                replace(block, fields=fields, pictures=()),
                *((Gallery(pictures, min(len(pictures), 2)),) if pictures else ()),
            )
        case Table() if len(block.head) >= _WIDE:
            return _row_by_row(block)
        case Gallery():
            return (replace(block, columns=1),)
        case SheetMap():
            boxes = tuple(replace(box, column=0, span=1) for box in block.boxes)
            return (replace(block, columns=1, boxes=boxes),)
    return (block,)


def _row_by_row(table: Table) -> tuple[Block, ...]:
    """Each row under its own name, then what its other cells say, each after the name of its column."""
    made: list[Block] = [Paragraph(runs(table.caption, strong=True))] if table.caption else []
    for row in table.rows:
        made.append(Keep(_one_row(table.head, row)))
    return (*made, Paragraph(runs(table.note), "small")) if table.note else tuple(made)


def _one_row(head: tuple[str, ...], row: Row) -> tuple[Block, ...]:
    first, *others = row.cells or (None,)
    name = tuple(replace(run, strong=True) for run in first.runs) if first else ()
    place, items = first.span if first else 1, []
    for cell in others:
        if cell and any(run.text.strip() for run in cell.runs):
            label = head[place] if place < len(head) else ""
            items.append((Run(_("{label} : ").format(label=label)), *cell.runs) if label else cell.runs)
        place += cell.span if cell else 1
    return (Paragraph(name), Bullets(tuple(items)))
