"""What a document says, block by block in reading order: no layout, no PDF. Here what holds blocks together.

The blocks themselves are words (`text_blocks`), what is seen (`drawn_blocks`), labelled facts
(`labelled_blocks`), sheets for the wall (`wall_blocks`). Nothing here knows pages.
"""

from typing import TypeAlias

from msgspec import Struct

from labdesk.dossier.drawn_blocks import Curve, Gallery, JourneyMap, Picture, PlanBars, SheetMap
from labdesk.dossier.labelled_blocks import Card, Cover, NoteHead, Signature
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


class Spacer(Struct, frozen=True):
    """Some empty height, in mm."""

    height: float


class PageBreak(Struct, frozen=True):
    """What follows starts on a new page, upright or landscape until the next break."""

    landscape: bool = False


class Keep(Struct, frozen=True):
    """These blocks stay on one page if a page can hold them."""

    blocks: "tuple[Block, ...]"

    def __post_init__(self) -> None:
        if any(isinstance(block, PageBreak | Cover | Contents) for block in self.blocks):
            raise ValueError("a page break, a cover and the contents stand by themselves")


class Retold(Struct, frozen=True):
    """What a drawing shows, told again in sentences; left out of documents that tell drawings in words.
    `section`: the one that holds the drawings, wherever the sentences stand."""

    blocks: "tuple[Block, ...]"
    section: str = ""


Block: TypeAlias = (
    Paragraph
    | Heading
    | PageReference
    | Bullets
    | Table
    | Picture
    | Gallery
    | Curve
    | JourneyMap
    | SheetMap
    | Card
    | Cover
    | Contents
    | KeyFigures
    | PlanBars
    | Callout
    | NoteHead
    | Signature
    | Spacer
    | PageBreak
    | Keep
    | Retold
    | WallGrid
    | WallSheet
    | Dots
    | TableSign
)
