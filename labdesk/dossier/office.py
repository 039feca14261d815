"""What Word and LibreOffice are given alike: texts, the size of pictures, the columns of tables, marks."""

import io
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from labdesk.domain.corrections.lines import Line
from labdesk.domain.corrections.marks import named
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.flat import Flat, flattened
from labdesk.dossier.outline import drawn, lines, parted, said, typed_in
from labdesk.dossier.text_blocks import Align, Cell, Heading, Row, Table
from labdesk.words import _

WIDEST = 160
"""Millimetres: no picture is wider."""
Pictures = Callable[[str], bytes]


def draft_words(document: Document) -> str:
    """What the head of each page says of a draft; nothing for a final document."""
    if not document.watermark:
        return ""
    return said(_("{word} : version de travail").format(word=document.watermark.capitalize()))


class Image(Struct, frozen=True):
    """A picture with its size in mm and what it shows in words; no bytes when the project lost it."""

    alt: str
    data: bytes = b""
    width: float = 0
    height: float = 0


def image(block: Picture, pictures: Pictures) -> Image:
    """A picture as large as it may be. KeyError of `pictures`: its words alone."""
    from PIL import Image as Pixels

    alt = said(block.alt or block.caption)
    try:
        data = pictures(block.sha)
    except KeyError:
        return Image(alt)
    with Pixels.open(io.BytesIO(data)) as opened:
        width, height = opened.size
    scale = min(min(block.width, WIDEST) / width, block.height / height)
    return Image(alt, data, width * scale, height * scale)


def columns(block: Table) -> tuple[float, ...]:
    """The share of the width that each column takes; nothing for a table without any."""
    spans = (sum(cell.span for cell in row.cells) for row in block.rows)
    count = max([len(block.head), *spans], default=0)
    shares = [*block.widths[:count], *(1.0 for _rest in range(count - len(block.widths)))]
    return tuple(share / sum(shares) for share in shares)


def side(block: Table, column: int, cell: Cell | None = None) -> Align:
    """Where the words of a cell stand; of the head of a column without one."""
    given = cell.align if cell else None
    return given or (block.align[column] if column < len(block.align) else "left")


def strong(row: Row, column: int) -> bool:
    """A total, and the cell that names its row."""
    return row.total or (row.header and column == 0)


class Passage(Struct, frozen=True):
    """Blocks that stand together: the typed text of a section under its mark, or any others under none."""

    blocks: tuple[Flat, ...]
    section: str = ""
    mark: str = ""


def passages(document: Document) -> Iterator[Passage]:
    """The whole document in order; each typed text in one piece, each heading with a name marked."""
    for heading, body in parted(tuple(flattened(document.blocks))):
        if heading is not None:
            holds = any(section for block in body for section, _line in lines(block))
            yield Passage((heading,), mark=named("k" if holds else "h", heading.anchor, drawn(body)))
        waiting: list[Flat] = []
        section = ""
        for block in body:
            if typed_in(block) != section:
                yield from _passage(waiting, section)
                waiting, section = [], typed_in(block)
            waiting.append(block)
        yield from _passage(waiting, section)


def _passage(blocks: Sequence[Flat], section: str) -> Iterator[Passage]:
    if blocks:
        yield Passage(tuple(blocks), section, typed_mark(section, blocks) if section else "")


def typed_mark(section: str, blocks: Sequence[Flat]) -> str:
    """The mark of the typed text of a section, from the blocks that tell it."""
    told: list[Line] = [line for block in blocks for named_, line in lines(block) if named_ == section]
    return named("t", section, told)


def anchors(document: Document) -> dict[str, str]:
    """Where « #anchor » leads: the mark of each heading that has a name."""
    found = {}
    for passage in passages(document):
        first = passage.blocks[0]
        if isinstance(first, Heading) and first.anchor:
            found[first.anchor] = passage.mark
    return found
