"""Blocks that are words: paragraphs, titles, lists, tables, what stands out.

Every text is a plain `str`: whatever looks like markup in it is printed as it is, and French typography is
applied when the block is printed.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

from labdesk.words import _

Style = Literal["body", "lead", "small", "label"]
Align = Literal["left", "right", "centre"]
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


def labelled(label: str, said: str) -> Runs:
    """« Label : words » with the label strong."""
    return (Run(_("{label} : ").format(label=label), strong=True), Run(said))


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


class Callout(Struct, frozen=True):
    """Words that stand out: a quote (with its author in `source`), a finding, what to remember, a warning."""

    runs: Runs
    kind: Literal["quote", "finding", "takeaway", "warning"] = "takeaway"
    title: str = ""
    source: str = ""
