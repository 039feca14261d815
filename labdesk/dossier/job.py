"""What the makers of pieces know: the width they have, the node they write under, the whole document."""

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.bidi import is_right
from labdesk.dossier.look import SMALLEST, TextStyle
from labdesk.dossier.objects import Value
from labdesk.dossier.pieces import Lines
from labdesk.dossier.shapes import Image
from labdesk.dossier.tags import Node, Role
from labdesk.dossier.text import typeset, wrap
from labdesk.dossier.text_blocks import Run, Runs


class Entry(Struct, frozen=True):
    """A heading of the document: a bookmark, and a line of the contents."""

    level: int
    text: str
    anchor: str
    listed: bool


class Pictures(Protocol):
    """Where pictures come from: put into the file at their first use, None when one is missing."""

    def __call__(self, sha: str) -> Image | None: ...


class Job(Struct):
    """One document being made. `least`: the smallest text of a canvas; `easy`: it is set for easy reading;
    `scale`: how much it is enlarged once it is made; `above`: the points that stand above what is being made,
    at the top of its page."""

    picture: Pictures
    entries: list[Entry] = field(default_factory=list)
    page_of: Callable[[str], int | None] = lambda _anchor: None
    top: int = 1
    level: int = 0
    least: float = SMALLEST
    easy: bool = False
    scale: float = 1.0
    above: float = 0.0

    def heading(self, level: int, text: str, anchor: str, listed: bool) -> tuple[int, str]:
        """The level a heading has in the tree (the first is 1, none is skipped), and its anchor; it becomes a
        bookmark. `top` is the highest level of the document."""
        self.level = min(max(level - self.top + 1, 1), self.level + 1, 4)
        anchor = anchor or f"titre-{len(self.entries) + 1}"
        self.entries.append(Entry(self.level, typeset(text).replace("\n", " "), anchor, listed))
        return self.level, anchor


class Setting(Struct, frozen=True):
    """Where pieces are made: a width and a page height in points, and the node that holds them."""

    width: float
    down: float
    node: Node
    job: Job

    def within(self, width: float, node: Node | None = None) -> "Setting":
        """The same place, narrower, perhaps under another node."""
        return Setting(width, self.down, node or self.node, self.job)

    def under(self, role: Role, alt: str = "", attributes: Mapping[str, Value] | None = None) -> "Setting":
        """The same place under a new node."""
        return Setting(self.width, self.down, self.node.add(role, alt, attributes), self.job)

    def lines(self, runs: Runs, style: TextStyle, role: Role | None = "P", *, keep: bool = False) -> Lines:
        """A text under a new node of this role, or as the content of the node of this place (None)."""
        node = self.node.add(role) if role else self.node
        style = look.eased(style) if self.job.easy else style
        if style.align == "left" and is_right(runs):
            style = replace(style, align="right")
        made = Lines(wrap(runs, style, self.width), runs, style, self.width, node, keep=keep)
        made.before, made.after = style.before, style.after
        return made

    def text(self, text: str, style: TextStyle, role: Role | None = "P", *, keep: bool = False) -> Lines:
        """A plain text; as `lines`."""
        return self.lines((Run(text),), style, role, keep=keep)
