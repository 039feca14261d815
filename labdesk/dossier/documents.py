"""A whole document: its blocks, what is said about it, how it is to be printed, what it carries."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from labdesk.dossier.blocks import Block

Paper = Literal["A4", "A3", "A2", "A1", "A0"]
Tile = Literal["A4", "A3"]


class Attachment(Struct, frozen=True):
    """A file carried inside the PDF: the project itself, its JSON."""

    name: str
    mime: str
    data: bytes
    description: str
    relation: Literal["Source", "Data", "Supplement"] = "Source"


class Document(Struct, frozen=True):
    """A whole document. `date` goes into its metadata: the same blocks and date give the same bytes.
    `watermark` (« projet ») is printed pale across every page; `foot` stands at the foot of each page beside
    « page X / Y »; `page_limit` is kept by leaving out sentences of paragraphs with `spare`.

    `alone`: one canvas, as large as its sheet allows and never under 9 points; `tile`: the sheet is cut into
    pieces of this paper; `exact`: viewers are asked to print it at its size; `easy`: set for easy reading;
    `scale`: how much all but places of sticky notes is enlarged; `accent`: the lab's
    colour in the place of ours;
    `own`: pictures that come with the document, not from the project, by the name its blocks give them.
    """

    title: str
    blocks: tuple[Block, ...]
    date: datetime
    author: str = ""
    subject: str = ""
    lang: Literal["fr", "en"] = "fr"
    keywords: str = ""
    watermark: str = ""
    foot: str = ""
    page_limit: int | None = None
    attachments: tuple[Attachment, ...] = ()
    paper: Paper = "A4"
    alone: bool = False
    tile: Tile | None = None
    exact: bool = False
    easy: bool = False
    scale: float = 1.0
    accent: str = ""
    own: tuple[tuple[str, bytes], ...] = ()


def dated(day: date) -> datetime:
    """The moment written into a document dated only by its day."""
    return datetime(day.year, day.month, day.day)
