"""What tells the page of something else, known once every piece is placed: the contents, a reference."""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.job import Entry, Setting
from labdesk.dossier.look import TextStyle, colour
from labdesk.dossier.pieces import Piece, Shape, Stack
from labdesk.dossier.prose import heading
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node
from labdesk.dossier.text import Line, wrap
from labdesk.dossier.text_blocks import (
    Contents,
    Heading,
    PageReference,
    Run,
    Runs,
)
from labdesk.words import _


@dataclass(slots=True, eq=False)
class Later(Piece):
    """Pieces that can only be made once the whole document is known."""

    make: Callable[[], list[Piece]]

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        """Nothing: what `make` gives takes its place before pages are painted."""


def contents(block: Contents, at: Setting) -> list[Piece]:
    """The list of the headings of levels 1 and 2, each with its page and a link."""
    title = heading(Heading(1, block.title, in_contents=False), at)
    inside = at.under("TOC")

    def lines() -> list[Piece]:
        listed = [entry for entry in at.job.entries if entry.listed and entry.level < 3]
        loose = Stack(tuple(_contents_line(entry, at.within(at.width, Node("TOC")), 1) for entry in listed))
        room = at.down - sum(part.height + part.after for part in title)
        white = 0.2 if room < loose.height < 1.35 * room else 1  # a little less white keeps it on its page
        return [_contents_line(entry, inside, white) for entry in listed]

    return [*title, Later(lines)]


def _contents_line(entry: Entry, at: Setting, white: float) -> Piece:
    chief = entry.level == 1
    style = TextStyle(10.4, 13.6, "ink", "strong") if chief else TextStyle(9.4, 12, "ink2")
    style = replace(style, hyphenate=False, plain_links=True)
    indent = 0.0 if chief else 14.0
    words = at.node.add("TOCI").add("Reference")
    run = Run(entry.text, link=f"#{entry.anchor}")
    lines = wrap((run,), style, at.width - 44 - indent)
    height = len(lines) * style.leading + 2 + 1.6 * white

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(lines, (run,), style, x + indent, y, at.width - 44 - indent, words)
        page = at.job.page_of(entry.anchor)
        if page is not None:
            number = (Run(str(page + 1)),)
            right = replace(style, align="right")
            top = y + (len(lines) - 1) * style.leading
            sheet.text(wrap(number, right, 40), number, right, x + at.width - 40, top, 40, words)
        with sheet.artifact():
            low = y + height - 1
            sheet.rule((x + indent, low), (x + at.width, low), colour("line"), 0.5)

    return Shape(height, draw, before=7 * white if chief else 1.5 * white)


def page_reference(block: PageReference, at: Setting) -> list[Piece]:
    """Words and a page number, which is only known once every piece is placed."""
    style, node = look.SMALL, at.node.add("P")
    style = look.eased(style) if at.job.easy else style

    def lines(page: str) -> tuple[Runs, tuple[Line, ...]]:
        said = _("{words}, page {page}").format(words=block.text, page=page) if page else block.text
        runs = (Run(said, link=f"#{block.anchor}"),)
        return runs, wrap(runs, style, at.width)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        page = at.job.page_of(block.anchor)
        runs, written = lines("" if page is None else str(page + 1))
        sheet.text(written, runs, style, x, y, at.width, node)

    _runs, longest = lines("0000")
    return [Shape(len(longest) * style.leading, draw, after=style.after)]
