"""The cover, the head of a note and the foot where it is signed, as pieces.

A zone of 60 × 40 mm at the top left of the cover and of a note is for the bloc-marque: it, or white.
"""

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.job import Setting
from labdesk.dossier.labelled_blocks import Cover, NoteHead, Signature
from labdesk.dossier.look import MM, TextStyle, colour
from labdesk.dossier.pictures import figure
from labdesk.dossier.pieces import Boxed, Columns, Lines, Piece, Shape, Stack, spacer, whole
from labdesk.dossier.prose import HEADING_ROLES, pill
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import list_of
from labdesk.dossier.text import natural_width, typeset
from labdesk.dossier.text_blocks import Run

_ZONE = (60 * MM, 40 * MM)  # on the paper, whatever the scale of the document
_TERM = TextStyle(9.4, 13, "ink3", "strong", hyphenate=False)
_FACT = TextStyle(10.2, 14)


def cover(block: Cover, at: Setting) -> list[Piece]:
    """The first page, white: who asks what, from whom, how much, which decision."""
    unit = MM / at.job.scale**2 if at.job.easy else MM
    above = _above(block, at)
    parts: list[Piece] = []
    head = [_bar(26)]
    if block.kicker:
        head.append(at.text(block.kicker, replace(look.KICKER, before=10)))
    head.append(at.within(at.width * 0.86).text(block.title, replace(look.TITLE, before=6), "Title"))
    if block.subtitle:
        head.append(at.within(at.width * 0.8).text(block.subtitle, look.SUBTITLE))
    if block.status:
        head.append(Stack((pill(block.status, "plain", at),), before=12))
    parts.append(Stack(tuple(part for part in head if part.height)))
    tiles = [tile for tile in (block.amount, block.decision) if any(tile)]
    groups: list[tuple[float, list[Piece]]] = [
        (14 * unit, [_tiles(tiles, at)] if tiles else []),
        (9 * unit, _facts(block.facts, at)),
        (10 * unit, [at.text(block.foot, look.SMALL)] if block.foot else []),
    ]
    groups = [(white, made) for white, made in groups if made]
    # The title comes down as far as the rest leaves room, and the white gives way before anything of a cover
    # goes to a second page.
    told = [*parts, *(part for _white, made in groups for part in made)]
    spare = at.down - above.height - sum(part.before + part.height + part.after for part in told) - 2
    white = sum(white for white, _made in groups)
    tight = min(1, max(spare - 4 * unit, 0) / white) if white else 1
    parts = [above, spacer(max(4 * unit, min(26 * unit, spare - white))), *parts]
    for white, made in groups:
        parts += [spacer(white * tight), *made]
    return parts


def _above(block: Cover, at: Setting) -> Piece:
    """The white zone, and the partners to its right in the order given."""
    across, down = (side / at.job.scale for side in _ZONE)
    logos: list[tuple[float, Piece]] = [(0.0, _mark(block.mark, at, across, down))]
    if not block.partners:
        return Columns(tuple(logos))
    room = at.width - across - 20
    width = min(room / len(block.partners) - 10, 40 * MM)
    for place, logo in enumerate(block.partners):
        x = across + 20 + place * (width + 10)
        logos.append((x, figure(replace(logo, caption=""), at.within(width), width, 22 * MM)))
    return Columns(tuple(logos))


def _mark(mark: Picture | None, at: Setting, across: float, down: float) -> Piece:
    """The zone of the bloc-marque: left white, or the bloc-marque fitted into it and nothing else."""
    if mark is None or at.job.picture(mark.sha) is None:
        return spacer(down)
    drawn = figure(replace(mark, caption=""), at.within(across), across, down)
    return Stack((drawn, spacer(max(down - drawn.height, 0))))


def _bar(width: float) -> Piece:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifact():
            sheet.rectangle(x, y, width * MM, 1.6 * MM, fill=colour("primary"))

    return Shape(1.6 * MM, draw)


def _tiles(tiles: list[tuple[str, str]], at: Setting) -> Piece:
    """What is asked, side by side: the amount first, the decision with the larger part."""
    gutter = 12.0
    first = 0.4 if at.job.easy else 0.34
    shares = (first, 1 - first) if len(tiles) == 2 else (1.0,)
    boxes: list[tuple[float, Stack, float]] = []
    x = 0.0
    for (label, words), share in zip(tiles, shares, strict=True):
        width = (at.width - gutter * (len(tiles) - 1)) * share
        inside = at.under("Div").within(width - 28)
        big = (
            replace(look.FIGURE, size=20, leading=24)
            if len(words) <= 14
            else TextStyle(12, 16.5, weight="strong")
        )
        stack = Stack((inside.text(label, replace(look.LABEL, after=3)), inside.text(words, big)))
        boxes.append((x, stack, width))
        x += width + gutter
    height = max(stack.height for _x, stack, _width in boxes)
    parts: list[tuple[float, Piece]] = []
    for x, stack, width in boxes:
        inner = Stack((stack, spacer(height - stack.height)))
        frame = Boxed(
            inner, width, (11, 14, 12), fill=colour("primary_soft"), bar=colour("primary"), radius=3
        )
        parts.append((x, frame))
    return whole(Columns(tuple(parts)), at.down)


def _facts(facts: tuple[tuple[str, str], ...], at: Setting) -> list[Piece]:
    """Labelled lines as a list: the label at the left, its words beside it."""
    inside = at.under("L", attributes=list_of("None"))
    left = 46 * MM
    rows: list[Piece] = []
    for label, words in facts:
        entry = inside.under("LI")
        term = entry.within(left - 8).text(label, _TERM, "Lbl")
        fact = entry.within(at.width - left).text(words, _FACT, "LBody")
        if term.lines or fact.lines:
            rows.append(Columns(((0.0, term), (left, fact)), before=3.5, after=3.5))
    return rows


def note_head(block: NoteHead, at: Setting) -> list[Piece]:
    """The head of a note: the white zone, the service, the place and the date, then who, what, reference."""
    zone = (_ZONE[0] / at.job.scale, _ZONE[1] / at.job.scale)
    left = zone[0] + 20
    right = at.within(at.width - left)
    lines = [
        right.text(block.service, TextStyle(11.2, 15, weight="strong", align="right", hyphenate=False)),
        right.text(block.place_and_date, replace(look.SMALL, align="right", before=4)),
    ]
    top = Columns(
        ((0.0, _mark(block.mark, at, *zone)), (left, Stack(tuple(line for line in lines if line.lines))))
    )
    parts: list[Piece] = [top]
    if typeset(block.kind).strip():
        style = replace(look.HEADINGS[0], size=19, leading=24, before=4, after=8)
        level, anchor = at.job.heading(1, block.kind, "", False)
        title = at.text(block.kind, style, HEADING_ROLES[level - 1])
        title.anchor = anchor
        parts.append(title)
    if block.lines:
        rows = _head_lines(block.lines, at.within(at.width - 24))
        frame = Boxed(Stack(tuple(rows)), at.width, (9, 12, 9), stroke=colour("line2"), radius=3, after=12)
        parts.append(frame)
    return [whole(Stack(tuple(parts)), at.down, after=12)]


def _head_lines(lines: tuple[tuple[str, str], ...], at: Setting) -> list[Piece]:
    inside = at.under("L", attributes=list_of("None"))
    left = 34 * MM
    rows: list[Piece] = []
    for label, words in lines:
        entry = inside.under("LI")
        term = entry.within(left - 6).text(label, replace(_TERM, size=8.8, leading=13), "Lbl")
        style = replace(_FACT, leading=13, size=9.8)
        fact = entry.within(at.width - left).text(words, style, "LBody")
        if term.lines or fact.lines:
            rows.append(Columns(((0.0, term), (left, fact)), before=2, after=2))
    return rows


def signature(block: Signature, at: Setting) -> list[Piece]:
    """Boxes to tick side by side, then lines to write on."""
    inside = at.under("Div").within(at.width - 28)
    parts: list[Piece] = []
    if block.title:
        parts.append(
            inside.text(block.title, replace(look.LABEL, token="ink", size=9.4, leading=13, after=4))
        )
    parts += _choices(block.choices, inside)
    parts += [_to_fill(line, inside) for line in block.lines]
    kept = tuple(part for part in parts if part.height)
    if not kept:
        return []
    frame = Boxed(Stack(kept), at.width, (9, 14, 11), stroke=colour("ink3"), radius=3)
    return [whole(frame, at.down, before=8, after=8)]


def _choices(choices: tuple[str, ...], at: Setting) -> list[Piece]:
    """Boxes to tick in a row, and in another when the first is full."""
    style, gutter = TextStyle(10.2, 16, weight="strong", hyphenate=False), 20.0
    rows: list[list[tuple[float, Piece]]] = [[]]
    x = 0.0
    for choice in choices:
        words = f"☐\u00a0{choice}"
        width = min(natural_width(((Run(words)),), style)[1] + 0.5, at.width)
        if x and x + width > at.width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, at.within(width).text(words, style)))
        x += width + gutter
    return [Columns(tuple(row)) for row in rows if row]


def _to_fill(label: str, at: Setting) -> Piece:
    """A label and the line left to write on."""
    words: Lines = at.text(label, TextStyle(9.4, 13, hyphenate=False))
    start = (words.lines[-1].width if words.lines else 0) + 6

    def draw(sheet: Sheet, x: float, y: float) -> None:
        words.paint(sheet, x, y + 6)
        low = y + 6 + words.height - 2
        with sheet.artifact():
            sheet.rule((x + min(start, at.width), low), (x + at.width, low), colour("ink3"), 0.5, "1 2")

    return Shape(words.height + 6, draw)
