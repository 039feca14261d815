"""What blank sheets for the wall are drawn with: titles, questions, boxes, places of sticky notes."""

from collections.abc import Sequence

from msgspec.structs import replace

from labdesk.dossier.grids import Quiet
from labdesk.dossier.job import Setting
from labdesk.dossier.look import TextStyle, colour, theme
from labdesk.dossier.pieces import Columns, Piece, Shape, Stack, spacer
from labdesk.dossier.prose import HEADING_ROLES
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node
from labdesk.dossier.wall_blocks import Blank
from labdesk.words import _

NOTE = 76.0
"""mm: the side of the usual sticky note."""
GAP = 4.0
CELL = NOTE + GAP
LINE = 9.0  # mm between two lines to write on
TITLE = TextStyle(17, 21, weight="title", hyphenate=False)
NAME = TextStyle(10.2, 13, weight="strong", hyphenate=False)
ASKED = TextStyle(8.6, 11, "ink2", hyphenate=False)
TICK = TextStyle(9.2, 14, hyphenate=False)
FRAME = 6.0


def in_rows(boxes: Sequence[Blank], wished: int, columns: int) -> list[list[Blank]]:
    """Boxes side by side until a row is full; what is left of a row goes to its last box."""
    rows: list[list[Blank]] = []
    used = columns
    for box in boxes:
        span = min(max(-(-box.span * columns // wished), 1), columns)
        if used + span > columns:
            rows.append([])
            used = 0
        rows[-1].append(replace(box, span=span))
        used += span
    for row in rows:
        left = columns - sum(box.span for box in row)
        row[-1] = replace(row[-1], span=row[-1].span + left)
    return rows


def bands(fields: Sequence[Blank], columns: int, at: Setting, unit: float) -> list[Piece]:
    rows = in_rows(fields, columns, columns)
    return [row_of(row, columns, row_height(row, columns, at, unit), at, unit) for row in rows]


def _across(box: Blank, columns: int, at: Setting) -> float:
    return (at.width + FRAME) / columns * box.span - FRAME


def row_height(row: Sequence[Blank], columns: int, at: Setting, unit: float) -> float:
    return max(_least(box, _across(box, columns, at), at, unit) for box in row)


def _least(box: Blank, width: float, at: Setting, unit: float) -> float:
    """The height a box needs: its words, then what is left free."""
    words = words_of(box, at.within(width - 16, Node("Div"))).height + 10
    if box.fill == "notes":
        across = max(int((width - 8) / ((NOTE + 2) * unit)), 1)
        rows = -(-(box.most or 1) // across) if box.most else 1
        return words + rows * (NOTE + 3) * unit
    if box.fill == "choices":
        return words + _choices(box, at.within(width - 16, Node("Div"))).height + 6
    free = {"lines": 3.2 * LINE, "line": 1.1 * LINE, "picture": 45.0, "table": 4.5 * LINE}
    return words + free.get(box.fill, 2 * LINE) * unit


def row_of(row: Sequence[Blank], columns: int, high: float, at: Setting, unit: float) -> Piece:
    parts: list[tuple[float, Piece]] = []
    x = 0.0
    for box in row:
        width = _across(box, columns, at)
        parts.append((x, _box(box, width, high, at.under("Div"), unit)))
        x += width + FRAME
    return Columns(tuple(parts), before=FRAME)


def _box(box: Blank, width: float, high: float, at: Setting, unit: float) -> Piece:
    words = words_of(box, at.within(width - 16))
    ticks = _choices(box, at.within(width - 16)) if box.fill == "choices" else None
    heads = _table_heads(box, at, width) if box.fill == "table" else []
    top = words.height + 8

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifact():
            edge = theme().notes.get(box.colour, theme().notes["stone"])[1]
            sheet.rectangle(x, y, width, high, stroke=colour("line2"), line=0.8, radius=4)
            sheet.rectangle(x, y, 2.8, high, fill=edge, radius=1.4)
            _free(sheet, box, (x + 6, y + top, width - 10, high - top - 4), unit)
        words.paint(sheet, x + 9, y + 5)
        if ticks:
            ticks.paint(sheet, x + 9, y + top)
        for left, one in heads:
            one.paint(sheet, x + 9 + left, y + top)

    return Shape(high, draw)


def _free(sheet: Sheet, box: Blank, room: tuple[float, float, float, float], unit: float) -> None:
    """What is left free: places of sticky notes, lines, the frame of a picture, the rows of a table."""
    x, y, width, high = room
    if box.fill == "notes":
        side, step = NOTE * unit, (NOTE + 2) * unit
        across, down = max(int((width + 2 * unit) / step), 1), max(int((high + 2 * unit) / step), 1)
        count = min(across * down, box.most) if box.most else across * down
        for place in range(count):
            sticky(sheet, x + place % across * step, y + place // across * step, side, box.colour)
    elif box.fill == "picture":
        sheet.rectangle(x + 3, y, width - 4, high, stroke=colour("ink3"), line=0.6, radius=3)
    elif box.fill in ("lines", "line", "table"):
        count = max(int(high / (LINE * unit)), 1)
        for place in range(count):
            low = y + (place + 1) * min(LINE * unit, high)
            sheet.rule((x + 3, low - 2), (x + width - 2, low - 2), colour("ink3"), 0.5, "1 2")
        if box.fill == "table":
            for place in range(1, len(box.options)):
                left = x + 3 + place * (width - 5) / len(box.options)
                sheet.rule((left, y), (left, y + high), colour("line"), 0.5)


def _table_heads(box: Blank, at: Setting, width: float) -> list[tuple[float, Piece]]:
    each = (width - 14) / max(len(box.options), 1)
    style = replace(ASKED, weight="strong")
    return [(place * each, at.within(each - 6).text(one, style)) for place, one in enumerate(box.options)]


def _choices(box: Blank, at: Setting) -> Piece:
    """Boxes to tick, in as many columns as the words allow."""
    longest = max((len(one) for one in box.options), default=1) * TICK.size * 0.52 + 22
    across = max(min(int(at.width / longest), len(box.options)), 1)
    rows: list[Piece] = []
    for start in range(0, len(box.options), across):
        row = box.options[start : start + across]
        each = at.width / across
        cells = [(n * each, at.within(each - 6).text(f"☐\u00a0{one}", TICK)) for n, one in enumerate(row)]
        rows.append(Columns(tuple(cells)))
    return Stack(tuple(rows)) if rows else spacer(0)


def titled(title: str, kicker: str, at: Setting, *, first: bool) -> list[Piece]:
    if not first:
        words = at.within(at.width, Node("P")).text(_("{title} (suite)").format(title=title), NAME, None)
        return [Quiet(words), spacer(4)]
    level, anchor = at.job.heading(1, title, "", True)
    head = at.text(title, TITLE, HEADING_ROLES[level - 1])
    head.anchor = anchor
    return [head, at.text(kicker, replace(ASKED, after=5)), spacer(3)] if kicker else [head, spacer(3)]


def words_of(asked: Blank, at: Setting) -> Piece:
    """The label and, smaller, the question that guides."""
    parts = [at.text(asked.label, NAME)]
    if asked.question:
        parts.append(at.text(asked.question, replace(ASKED, before=1)))
    return Stack(tuple(parts))


def sticky(sheet: Sheet, x: float, y: float, side: float, shade: str) -> None:
    """The place of one sticky note."""
    edge = theme().notes.get(shade, theme().notes["stone"])[1]
    sheet.rectangle(x, y, side, side, stroke=edge, line=0.8, radius=2)
