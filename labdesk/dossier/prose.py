"""Headings, paragraphs, lists, callouts, key figures as pieces."""

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.blocks import Spacer
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, TextStyle, colour, tone_colours
from labdesk.dossier.pieces import Boxed, Columns, Piece, Shape, Stack, spacer, whole
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node, Role, list_of
from labdesk.dossier.text import natural_width, typeset, wrap
from labdesk.dossier.text_blocks import (
    Bullets,
    Callout,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Run,
)

HEADING_ROLES: tuple[Role, ...] = ("H1", "H2", "H3", "H4")
_INDENT = 13.0


def heading(block: Heading, at: Setting) -> list[Piece]:
    """A title; a badge stands in its line, at the right."""
    if not typeset(block.text).strip():
        return []
    level, anchor = at.job.heading(block.level, block.text, block.anchor, block.in_contents)
    style = look.heading(block.level)
    badge_width = pill_width(block.badge) + 8 if block.badge else 0.0
    title = at.within(at.width - badge_width).text(block.text, style, HEADING_ROLES[level - 1], keep=True)
    title.anchor = anchor
    if not block.badge:
        return [title]
    badge = pill(block.badge, "plain", at)
    shift = Stack((spacer(style.leading / 2 - badge.height / 2), badge))
    parts = ((0.0, title), (at.width - badge_width + 8, shift))
    return [Columns(parts, before=style.before, after=style.after, keep=True)]


def paragraph(block: Paragraph, at: Setting) -> list[Piece]:
    """A paragraph; nothing for an empty one."""
    style = look.PARAGRAPHS[block.style]
    if block.align != "left":
        style = replace(style, align=block.align)
    lines = at.lines(block.runs, style)
    return [lines] if lines.lines else []


def bullets(block: Bullets, at: Setting) -> list[Piece]:
    """A list, one piece an item."""
    items = [item for item in block.items if any(run.text.strip() for run in item)]
    inside = at.under("L", attributes=list_of("Decimal" if block.ordered else "Disc"))
    marker = replace(look.BODY, token="primary", weight="strong", hyphenate=False, after=0)
    pieces: list[Piece] = []
    for place, item in enumerate(items):
        entry = inside.under("LI")
        sign = f"{place + 1}." if block.ordered else "•"
        label = entry.within(_INDENT).text(sign, marker, "Lbl")
        body = entry.within(at.width - _INDENT).lines(item, look.BODY, "LBody")
        last = place == len(items) - 1
        pieces.append(Columns(((0.0, label), (_INDENT, body)), after=look.BODY.after if last else 2.5))
    return pieces


def space(block: Spacer, at: Setting) -> list[Piece]:
    """Some empty height of a document."""
    return [spacer(min(block.height * MM, at.down))]


def callout(block: Callout, at: Setting) -> list[Piece]:
    """Words that stand out, beside a bar of colour."""
    ink, ground = tone_colours("warning" if block.kind == "warning" else "plain")
    if block.kind in {"quote", "finding"}:
        ink, ground = colour("ink3" if block.kind == "quote" else "primary"), colour("bg")
    inside = at.under("BlockQuote" if block.kind == "quote" else "Div").within(at.width - 28)
    style = replace(look.BODY, after=3, emphasis=block.kind == "quote")
    parts: list[Piece] = []
    if block.title:
        token = "warn" if block.kind == "warning" else "primary"
        parts.append(inside.text(block.title, replace(look.LABEL, token=token, after=2), keep=True))
    parts.append(inside.lines(block.runs, style))
    if block.source:
        parts.append(inside.text(block.source, replace(look.SMALL, before=2, after=0)))
    stack = Stack(tuple(part for part in parts if part.height))
    if not stack.parts:
        return []
    return [
        Boxed(
            stack, at.width, (8, 14, 9), fill=ground, bar=ink, radius=3, before=4, after=look.BODY.after + 3
        )
    ]


def key_figures(block: KeyFigures, at: Setting) -> list[Piece]:
    """Figures side by side, at most four a row."""
    inside = at.under("L", attributes=list_of("None"))
    pieces: list[Piece] = []
    for start in range(0, len(block.figures), 4):
        row = block.figures[start : start + 4]
        gutter = 10.0
        width = (at.width - gutter * (len(row) - 1)) / len(row)
        tiles = [_figure(figure, inside.under("LI").under("LBody").within(width - 20)) for figure in row]
        height = max(tile.height for tile in tiles)
        boxed = [
            Boxed(_filled(tile, height), width, (8, 10, 9), fill=colour("primary_soft"), radius=4)
            for tile in tiles
        ]
        parts = tuple((place * (width + gutter), box) for place, box in enumerate(boxed))
        pieces.append(whole(Columns(parts), at.down, before=3, after=10))
    return pieces


def _figure(figure: KeyFigure, at: Setting) -> Stack:
    style = look.FIGURE
    widest, _whole = natural_width((Run(figure.value),), style)
    if widest > at.width:
        style = style.sized(max(style.size * at.width / widest, 11))
    parts = [at.text(figure.value, style), at.text(figure.label, replace(look.SMALL, token="ink", after=0))]
    if figure.source:
        parts.append(at.text(figure.source, replace(look.FINE, before=2)))
    return Stack(tuple(part for part in parts if part.lines))


def _filled(piece: Piece, height: float) -> Piece:
    """The same piece, as high as its neighbours."""
    return Stack((piece, spacer(height - piece.height)))


def pill_width(text: str) -> float:
    """The width of a badge, in points."""
    return natural_width((Run(text),), _PILL)[1] + 12


_PILL = TextStyle(8.2, 11, weight="strong", hyphenate=False)


def pill(text: str, tone: str, at: Setting, node: Node | None = None) -> Shape:
    """A word in a rounded box of its tone."""
    ink, ground = tone_colours(tone)
    tokens = {"good": "ok", "warning": "warn", "bad": "bad", "quiet": "ink3"}
    style = replace(_PILL, token=tokens.get(tone, "primary"))
    width = min(pill_width(text), at.width)
    lines = wrap((Run(text),), style, width - 12 + 0.5)
    node = node or at.node.add("P")
    height = max(len(lines), 1) * style.leading + 3

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifact():
            sheet.rectangle(x, y, width, height, fill=ground, stroke=ink, line=0.5, radius=6)
        sheet.text(lines, (Run(text),), style, x + 6, y + 1.5, width - 12, node)

    return Shape(height, draw)
