"""What a document says, block by block in reading order: plain texts, no layout, no PDF.

Every text is a plain `str`: whatever looks like markup in it is printed as it is, and French typography is
applied when the block is printed. Nothing here knows pages; lengths are millimetres.
"""

from datetime import date, datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from labdesk.dossier.wall_blocks import Dots, TableSign, WallGrid, WallSheet

Style = Literal["body", "lead", "small", "label"]
Align = Literal["left", "right", "centre"]
Paper = Literal["A4", "A3", "A2", "A1", "A0"]
Tile = Literal["A4", "A3"]
Tone = Literal["plain", "good", "warning", "bad", "quiet"]


class Run(Struct, frozen=True):
    """Some words that look alike. `link` is a web address, a mail address or "#anchor" of this document.

    `typed`: the section whose typed text these words are; a corrected document gives them back to it."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    typed: str = ""


Runs: TypeAlias = tuple[Run, ...]


def runs(text: str, *, strong: bool = False, emphasis: bool = False, link: str = "", typed: str = "") -> Runs:
    """A whole text in one look."""
    return (Run(text, strong, emphasis, link, typed),)


class Paragraph(Struct, frozen=True):
    """Some sentences. With `spare` set (the name of its section), its last sentences may be left out to keep
    within the document's page limit; they are then told in `Written.left_out`."""

    runs: Runs
    style: Style = "body"
    align: Align = "left"
    spare: str = ""


class Heading(Struct, frozen=True):
    """A title of level 1 to 4. It is never alone at the foot of a page; it is a bookmark, and a line of the
    contents if it is of level 1 or 2 and `in_contents`. `name`: what a version calls it, where its text
    follows notes that may change."""

    level: int
    text: str
    anchor: str = ""
    in_contents: bool = True
    badge: str = ""
    name: str = ""


class PageReference(Struct, frozen=True):
    """Some words, then the page where an anchor of this document stands; all of it a link."""

    text: str
    anchor: str


class Bullets(Struct, frozen=True):
    """A list, one tuple of runs an item; its last items may be left out when `spare` is set."""

    items: tuple[Runs, ...]
    ordered: bool = False
    spare: str = ""


class Cell(Struct, frozen=True):
    """One cell of a table; line ends in its texts are kept. `span` counts columns."""

    runs: Runs
    span: int = 1
    align: Align | None = None
    tone: Tone = "plain"


class Row(Struct, frozen=True):
    """One row of a table. A total stands out; `header` makes its first cell the header of the row."""

    cells: tuple[Cell, ...]
    total: bool = False
    header: bool = True


class Table(Struct, frozen=True):
    """A table: `head` is repeated on each page. `widths` are relative, one a column; without them they follow
    the contents. Columns of numbers are aligned "right"."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    align: tuple[Align, ...] = ()
    caption: str = ""
    note: str = ""


class Picture(Struct, frozen=True):
    """A photo or a drawing of the project, never larger than `width` × `height` mm. A picture without
    alternative text borrows its caption."""

    sha: str
    alt: str
    caption: str = ""
    width: float = 170
    height: float = 110


class Gallery(Struct, frozen=True):
    """Several pictures side by side, as many a row as `columns`."""

    pictures: tuple[Picture, ...]
    columns: int = 2


class Feeling(Struct, frozen=True):
    """How a step is lived: −2 to +2, or None when nobody said; and the word for it."""

    value: int | None
    word: str = ""


class Curve(Struct, frozen=True):
    """An emotion curve alone, with drawn faces. `alt` is written from the steps when it is empty."""

    steps: tuple[str, ...]
    feelings: tuple[Feeling, ...]
    alt: str = ""
    height: float = 42


class Item(Struct, frozen=True):
    """One note on a map or a sheet: its words, and a short badge after them (votes, « Constaté »…)."""

    text: str
    badge: str = ""


class Lane(Struct, frozen=True):
    """One lane of a journey: a cell of items a step. `colour` is a note colour of the palette (sun, sky…);
    `line` is the blueprint line drawn above the lane, with its label."""

    label: str
    cells: tuple[tuple[Item, ...], ...]
    colour: str = "stone"
    line: str = ""
    total: str = ""


class CurveLane(Struct, frozen=True):
    """The lane of a journey that holds its emotion curve, a feeling a step."""

    label: str
    feelings: tuple[Feeling, ...]
    line: str = ""


class Phase(Struct, frozen=True):
    """A phase of a journey and how many steps it spans."""

    label: str
    steps: int


class JourneyMap(Struct, frozen=True):
    """A journey, at once a drawn map and a real table. Best on landscape pages (`PageBreak(landscape=True)`
    before, `PageBreak()` after). It is split by phase, then by lane, over as many pages as it needs.
    `key` holds the 0-based steps that are key moments, `extra` a few words for each step (its duration)."""

    title: str
    phases: tuple[Phase, ...]
    steps: tuple[str, ...]
    lanes: tuple[Lane | CurveLane, ...]
    key: frozenset[int] = frozenset()
    extra: tuple[str, ...] = ()
    anchor: str = ""


class SheetBox(Struct, frozen=True):
    """One zone of a sheet: where it starts (0-based column), how many columns it spans, and what it says.
    `text` comes first, then the items as a list (numbered when `ordered`)."""

    label: str
    column: int = 0
    span: int = 1
    text: str = ""
    items: tuple[Item, ...] = ()
    colour: str = "stone"
    ordered: bool = False
    picture: Picture | None = None


class SheetMap(Struct, frozen=True):
    """A canvas made of boxes in columns, drawn on one page when it fits. Boxes are in reading order: each is
    placed under the lowest box of the columns it spans."""

    title: str
    columns: int
    boxes: tuple[SheetBox, ...]
    anchor: str = ""


class Field(Struct, frozen=True):
    """A labelled text of a card. A wide one takes the whole width of the card; `tone` colours a verdict."""

    label: str
    runs: Runs
    wide: bool = False
    tone: Tone = "plain"


class Card(Struct, frozen=True):
    """A prototype, a persona: all that a decision-maker reads about it in one box. `kicker` and title make a
    heading of `level` and a bookmark."""

    title: str
    fields: tuple[Field, ...]
    kicker: str = ""
    badge: str = ""
    tone: Tone = "plain"
    pictures: tuple[Picture, ...] = ()
    anchor: str = ""
    level: int = 3

    @property
    def heading(self) -> str:
        """« Prototype 1 — La promesse des 15 jours »."""
        return " — ".join(text for text in (self.kicker.strip(), self.title.strip()) if text)


class Cover(Struct, frozen=True):
    """The first page, white, with 60 × 40 mm left free at the top left for the bloc-marque. `facts` are the
    labelled lines (« Porteur », « Fonds visé », « Montant demandé », « Décision attendue »…)."""

    title: str
    subtitle: str = ""
    kicker: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    amount: tuple[str, str] = ("", "")
    decision: tuple[str, str] = ("", "")
    status: str = ""
    foot: str = ""
    partners: tuple[Picture, ...] = ()
    mark: Picture | None = None


class Contents(Struct, frozen=True):
    """The list of what the document holds, each line with its page and a link."""

    title: str


class KeyFigure(Struct, frozen=True):
    """A number that counts, what it says, and where it comes from."""

    value: str
    label: str
    source: str = ""


class KeyFigures(Struct, frozen=True):
    """Two to four figures side by side."""

    figures: tuple[KeyFigure, ...]


class PlanBars(Struct, frozen=True):
    """A financing plan as bars on one scale: (name, parts), each part (name, cents above 0)."""

    bars: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


class Callout(Struct, frozen=True):
    """Words that stand out: a quote (with its author in `source`), a finding, what to remember, a warning."""

    runs: Runs
    kind: Literal["quote", "finding", "takeaway", "warning"] = "takeaway"
    title: str = ""
    source: str = ""


class NoteHead(Struct, frozen=True):
    """The head of a note as French services write it, the free zone of the bloc-marque at its left."""

    service: str
    place_and_date: str
    lines: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    mark: Picture | None = None


class Signature(Struct, frozen=True):
    """What the person who decides fills in by hand: boxes to tick, then the lines left to write on."""

    choices: tuple[str, ...]
    lines: tuple[str, ...]
    title: str = ""


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
