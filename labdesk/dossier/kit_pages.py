"""Two small pages of the wall kit: round votes to stick, and the sign that stands on a table."""

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, TextStyle, colour, theme
from labdesk.dossier.pieces import Piece, Shape
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.text import natural_width, wrap
from labdesk.dossier.text_blocks import Run
from labdesk.dossier.wall_blocks import Dots, TableSign
from labdesk.words import _

_DOT = 19.0
"""mm: the dots of usual sheets of labels."""
_SIGNS = ("●", "▲", "■", "◆")
"""Each row has a sign besides its colour: votes of four groups can be told apart without it."""
_SHADES = ("sky", "mint", "sun", "rose")


def dots(block: Dots, at: Setting) -> list[Piece]:
    """Rows of round votes, cut out or printed on labels of 19 mm."""
    unit = MM / at.job.scale
    step = (_DOT + 3) * unit
    across = max(int(at.width / step), 1)
    rows = -(-block.count // across)
    high = rows * step
    node = at.node.add("Figure", _("{n} gommettes de 19 mm à découper").format(n=block.count))

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, at.width, high)):
            for place in range(block.count):
                row, column = divmod(place, across)
                kind = row * len(_SIGNS) // max(rows, 1)
                _dot(sheet, x + (column + 0.5) * step, y + (row + 0.5) * step, kind, unit)

    return [Shape(high, draw, before=8)]


def _dot(sheet: Sheet, x: float, y: float, kind: int, unit: float) -> None:
    fill, edge = theme().notes[_SHADES[kind % len(_SHADES)]]
    sheet.circle(x, y, _DOT / 2 * unit, fill=fill, stroke=edge, line=0.8)
    style = TextStyle(18, 20, "note_ink", "strong", align="centre")
    words = (Run(_SIGNS[kind % len(_SIGNS)]),)
    sheet.text(wrap(words, style, 60)[:1], words, style, x - 30, y - 10, 60, None)


def table_sign(block: TableSign, at: Setting) -> list[Piece]:
    """The name large on both halves of the sheet, the upper one upside down, a line to fold between them."""
    level, anchor = at.job.heading(1, block.name, "", True)
    node = at.node.add(("H1", "H2", "H3", "H4")[level - 1])
    run = (Run(block.name),)
    style = TextStyle(96, 110, weight="title", align="centre", hyphenate=False)
    widest = natural_width(run, style)[1]
    style = style.sized(min(96, 96 * (at.width - 12) / max(widest, 1)))
    below = replace(look.LEAD, align="centre")
    half = at.down / 2
    told = at.node.add("P")
    words = (Run(block.words),)

    def once(sheet: Sheet, x: float, y: float, *, read: bool) -> None:
        top = y + (half - style.leading) / 2 - 12
        sheet.text(wrap(run, style, at.width)[:1], run, style, x, top, at.width, node if read else None)
        lines = wrap(words, below, at.width)[:2]
        sheet.text(lines, words, below, x, top + style.leading + 6, at.width, told if read else None)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        once(sheet, x, y + half, read=True)
        with sheet.artifact():
            sheet.rule((x, y + half), (x + at.width, y + half), colour("ink3"), 0.5, "4 3")
            with sheet.turned(x + at.width / 2, y + half / 2):
                once(sheet, x, y, read=False)

    piece = Shape(at.down, draw)
    piece.anchor = anchor
    return [piece]
