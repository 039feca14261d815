"""A canvas made of boxes in columns, on paper."""

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.drawn_blocks import Item, SheetBox, SheetMap
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, TextStyle, theme
from labdesk.dossier.pictures import figure
from labdesk.dossier.pieces import Boxed, Columns, Lines, Piece, Stack, whole
from labdesk.dossier.tags import Node, list_of
from labdesk.dossier.text import typeset
from labdesk.dossier.text_blocks import Run, Runs

_SIZES = (9.6, 9.0, 8.5, 8.0, look.SMALLEST)
_GUTTER = 8.0
_TITLE_ROOM = 60.0


def sheet_map(block: SheetMap, at: Setting) -> list[Piece]:
    """The sheet with the largest text that fits a page; when none does, its rows go on to the next."""
    boxes = [box for box in block.boxes if _is_filled(box)]
    if not boxes:
        return []
    node, rows = Node("Sect"), list[Piece]()
    for size in (*(size for size in _SIZES if size >= at.job.least), _SIZES[1]):
        node = Node("Sect")
        rows = _rows(boxes, max(block.columns, 1), size, at.within(at.width, node))
        if Stack(tuple(rows)).height <= at.down - _TITLE_ROOM:
            break
    node.title = typeset(block.title)
    at.node.kids.append(node)
    sheet = whole(Stack(tuple(rows)), at.down, before=4, after=10)
    sheet.anchor = block.anchor
    return [sheet]


def _is_filled(box: SheetBox) -> bool:
    return bool(box.text.strip() or box.picture or any(item.text.strip() for item in box.items))


def _rows(boxes: list[SheetBox], columns: int, size: float, at: Setting) -> list[Piece]:
    """Bands of boxes: one ends where the next box starts again from the left, or spans others."""
    unit = (at.width + _GUTTER) / columns
    bands: list[list[SheetBox]] = []
    for box in (_inside(box, columns) for box in boxes):
        if not bands or not _goes_on(bands[-1], box):
            bands.append([])
        bands[-1].append(box)
    return [_band(_filled(band, columns), unit, size, at) for band in bands]


def _inside(box: SheetBox, columns: int) -> SheetBox:
    column = min(max(box.column, 0), columns - 1)
    return replace(box, column=column, span=min(max(box.span, 1), columns - column))


def _goes_on(band: list[SheetBox], box: SheetBox) -> bool:
    """The box stands at the right of the last one, or under it in the same columns."""
    last = band[-1]
    return box.column >= last.column + last.span or (box.column, box.span) == (last.column, last.span)


def _filled(band: list[SheetBox], columns: int) -> list[SheetBox]:
    """The same band, its last column taking what is left of the width."""
    last = band[-1].column
    return [replace(box, span=columns - last) if box.column == last else box for box in band]


def _band(band: list[SheetBox], unit: float, size: float, at: Setting) -> Piece:
    """Boxes side by side, those of the same columns one under the other; all end on the same line."""
    piles: dict[tuple[int, int], list[Boxed]] = {}
    for box in band:
        width = box.span * unit - _GUTTER
        piles.setdefault((box.column, box.span), []).append(_box(box, width, size, at))
    height = max(_height(pile) for pile in piles.values())
    for pile in piles.values():
        if spare := height - _height(pile):
            pile[-1].stretch(spare)
    parts = [(column * unit, Stack(tuple(pile))) for (column, _span), pile in piles.items()]
    return Columns(tuple(parts), before=_GUTTER, after=_GUTTER)


def _height(pile: list[Boxed]) -> float:
    return Stack(tuple(pile)).height


def _box(box: SheetBox, width: float, size: float, at: Setting) -> Boxed:
    fill, border = theme().notes.get(box.colour, theme().notes["stone"])
    inside = at.under("Div").within(width - 22)
    style = TextStyle(size, round(size * 1.3, 2), hyphenate=False, after=2.5)
    parts: list[Piece] = [inside.text(box.label, replace(style, weight="strong", after=3), keep=True)]
    if box.text.strip():
        parts.append(inside.text(box.text, style))
    parts += _list(box, style, inside)
    if box.picture:
        parts.append(figure(box.picture, inside, inside.width, min(box.picture.height * MM, 55 * MM)))
    shown = tuple(part for part in parts if part.height)
    frame = Boxed(Stack(shown), width, (7, 11, 6), fill=fill, bar=border, radius=3)
    frame.before = _GUTTER
    return frame


def _list(box: SheetBox, style: TextStyle, at: Setting) -> list[Piece]:
    items = [item for item in box.items if item.text.strip()]
    if not items:
        return []
    holder = at.under("L", attributes=list_of("Decimal" if box.ordered else "Disc"))
    indent = style.size * (1.5 if box.ordered else 0.9)
    pieces: list[Piece] = []
    for place, item in enumerate(items):
        entry = holder.under("LI")
        sign: Lines = entry.within(indent).text(f"{place + 1}." if box.ordered else "•", style, "Lbl")
        body = entry.within(at.width - indent).lines(_words(item), style, "LBody")
        pieces.append(Columns(((0.0, sign), (indent, body)), after=1.5))
    return pieces


def _words(item: Item) -> Runs:
    return (Run(item.text), Run(f" {item.badge}", strong=True)) if item.badge else (Run(item.text),)
