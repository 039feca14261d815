"""A blank journey for the wall: the steps that fit across, the lanes that fit down, sheet after sheet."""

from msgspec.structs import replace

from labdesk.dossier import curves
from labdesk.dossier.grids import Quiet
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, TextStyle, colour, theme
from labdesk.dossier.pieces import Columns, Piece, Shape, Stack, spacer
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node, data_cell, header_cell
from labdesk.dossier.text import wrap
from labdesk.dossier.text_blocks import Run
from labdesk.dossier.wall_blocks import Blank, WallGrid
from labdesk.dossier.wall_parts import ASKED, CELL, GAP, LINE, NOTE, TICK, bands, sticky, titled, words_of
from labdesk.words import _

_LABEL = 56.0  # mm: the labels of lanes, at the least


def wall_grid(block: WallGrid, at: Setting) -> list[Piece]:
    """The pages of a blank journey: the same steps above as many lanes as each page holds."""
    unit = MM / at.job.scale
    label = max(_LABEL, 30 * at.job.scale) * unit
    steps = max(int((at.width - label + 0.5) / (CELL * unit)), 1)
    drawing = _Grid(block, at, label, steps, unit)
    pages = [drawing.head(first=True)]
    room = at.down - Stack(tuple(pages[0])).height
    for lane in block.lanes:
        row = drawing.row(lane)
        if row.height > room:
            pages.append(drawing.head(first=False))
            room = at.down - Stack(tuple(pages[-1])).height
        pages[-1].append(row)
        room -= row.height
    return [Stack(tuple(page), solid=True) for page in pages]


class _Grid:
    """One blank journey being made; its rows stand under one table, whatever the page."""

    def __init__(self, block: WallGrid, at: Setting, label: float, steps: int, unit: float) -> None:
        self._block, self._at, self._label, self._steps, self._unit = block, at, label, steps, unit
        self._column = (at.width - label) / steps
        self._table = at.within(at.width, Node("Table"))
        self._table.node.title = block.title

    def head(self, first: bool) -> list[Piece]:
        """The title and the fields on the first page, a reminder on the others; phases and steps on each."""
        at, block = self._at, self._block
        parts = titled(block.title, block.kicker, at, first=first)
        if first:
            parts += bands(block.fields, max(len(block.fields), 1), at, self._unit)
            parts.append(spacer(4))
            at.node.kids.append(self._table.node)
        parts.append(self._heads(block.phases, 17, first=first, phases=True))
        parts.append(self._heads(block.steps, 20, first=first, phases=False))
        return parts

    def _heads(self, asked: Blank, height: float, *, first: bool, phases: bool) -> Piece:
        high, unit, table = height * self._unit, self._unit, self._table
        row = table.under("TR") if first else table.within(table.width, Node("TR"))
        cell = row.under("TH", attributes=header_cell("Row"))
        words = words_of(asked, cell.within(self._label - 10))
        high = max(high, words.height + 6)
        cells = []
        if phases:
            row.node.add("TD", attributes=data_cell(self._steps))
        else:
            for place in range(self._steps):
                node = row.node.add("TH", attributes=header_cell("Column"))
                name = _("Étape {n}").format(n=place + 1)
                style = replace(ASKED, token="primary", weight="strong")
                cells.append(row.within(self._column - 10, node).text(name, style, None))

        def draw(sheet: Sheet, x: float, y: float) -> None:
            with sheet.artifact():
                if phases:
                    sheet.rectangle(
                        x + self._label,
                        y + 1,
                        self._at.width - self._label,
                        high - 4,
                        stroke=colour("primary"),
                        line=0.8,
                        radius=4,
                    )
                    for place in range(1, self._steps):
                        at = x + self._label + place * self._column
                        sheet.rule((at, y + 1), (at, y + 4 * unit), colour("line2"), 0.6)
                else:
                    for place in range(self._steps):
                        left = x + self._label + place * self._column + GAP / 2 * unit
                        sheet.rectangle(
                            left,
                            y + 1,
                            self._column - GAP * unit,
                            high - 5,
                            stroke=colour("ink3"),
                            line=0.6,
                            radius=3,
                        )
                sheet.rule((x, y + high), (x + self._at.width, y + high), colour("line2"), 0.8)
            words.paint(sheet, x + 4, y + 3)
            for place, one in enumerate(cells):
                one.paint(sheet, x + self._label + place * self._column + 8, y + 4)

        return Shape(high, draw) if first else Quiet(Shape(high, draw))

    def row(self, lane: Blank) -> Piece:
        """One lane: its label and question at the left, what is left free at the right."""
        row = self._table.under("TR")
        words = words_of(lane, row.under("TH", attributes=header_cell("Row")).within(self._label - 12))
        above = 11.0 if lane.line else 0.0
        high = max(self._height(lane), words.height + 8) + above
        line = self._line(lane, row)
        rail = None
        if lane.fill == "curve":
            cell = row.node.add("TD", attributes=data_cell(self._steps))
            rail = cell.add(
                "Figure", _("Rail des émotions, de très négatif (en bas) à très positif (en haut)")
            )
            ticks: list[Piece] = []
        else:
            ticks = [self._inside(lane, row) for _step in range(self._steps)]

        def draw(sheet: Sheet, x: float, y: float) -> None:
            top = y + above
            with sheet.artifact():
                if line:
                    sheet.rule((x, top), (x + self._at.width, top), colour("primary"), 0.9, "4 2.5")
                mark = theme().notes.get(lane.colour, theme().notes["stone"])[1]
                mark = colour("primary") if rail else mark
                sheet.rectangle(x, top + 3, 2.6, high - above - 6, fill=mark, radius=1.3)
                if not rail:
                    self._cells(sheet, lane, x, top, high - above)
                sheet.rule((x, y + high), (x + self._at.width, y + high), colour("line2"), 0.5)
            if line:
                line.paint(sheet, x, y + 0.5)
            words.paint(sheet, x + 7, top + 4)
            for place, one in enumerate(ticks):
                one.paint(sheet, x + self._label + place * self._column + 6, top + 4)
            if rail:
                box = (x + self._label, top + 2, self._at.width - self._label, high - above - 4)
                with sheet.tagged(rail, box):
                    _rail(sheet, box, self._steps)

        return Shape(high, draw)

    def _line(self, lane: Blank, row: Setting) -> Piece | None:
        if not lane.line:
            return None
        style = TextStyle(7.5, 9.6, "primary", "strong", align="right", hyphenate=False)
        holder = row.node.kids[-1]
        node = holder if isinstance(holder, Node) else row.node
        return row.within(self._at.width, node).text(lane.line, style)

    def _height(self, lane: Blank) -> float:
        if lane.fill in ("notes", "curve", "picture"):
            return CELL * self._unit
        if lane.fill == "choices":
            return 2 * TICK.leading * max(-(-len(lane.options) // 2), 1) * 0.5 + 14
        return 2 * LINE * self._unit

    def _inside(self, lane: Blank, row: Setting) -> Piece:
        cell = row.under("TD")
        if lane.fill != "choices":
            return spacer(0)
        across = (self._column - 12) / 2
        half = -(-len(lane.options) // 2)
        columns = []
        for place, options in enumerate((lane.options[:half], lane.options[half:])):
            lines = [
                cell.within(across).text(f"☐\u00a0{one}", replace(TICK, size=8, leading=12))
                for one in options
            ]
            columns.append((place * across, Stack(tuple(lines))))
        return Columns(tuple(columns))

    def _cells(self, sheet: Sheet, lane: Blank, x: float, y: float, high: float) -> None:
        side, unit = NOTE * self._unit, self._unit
        for place in range(self._steps):
            left = x + self._label + place * self._column
            sheet.rule((left, y), (left, y + high), colour("line"), 0.4)
            if lane.fill in ("notes", "picture"):
                sticky(sheet, left + (self._column - side) / 2, y + (high - side) / 2, side, lane.colour)
            elif lane.fill in ("line", "lines"):
                low = y + high - 6 * unit
                sheet.rule((left + 5, low), (left + self._column - 5, low), colour("ink3"), 0.5, "1 2")


def _rail(sheet: Sheet, box: tuple[float, float, float, float], steps: int) -> None:
    """Five levels with their faces and words, a column a step."""
    x, y, width, high = box
    sheet.rectangle(x, y, width, high, fill=colour("surface2"))
    radius = min(MM * 4, high / 14)
    for level, words in curves.levels().items():
        at = y + high / 2 - level * (high / 2 - radius * 1.6) / 2
        sheet.rule((x + radius * 2.6, at), (x + width, at), colour("line2"), 0.7, "" if not level else "2 2")
        curves.face(sheet, level, x + radius * 1.3, at, radius)
        run = (Run(words),)
        style = replace(ASKED, size=7.5, leading=9)
        lines = wrap(run, style, 80)[:1]
        sheet.text(lines, run, style, x + radius * 2.8, at + 1, 80, None)
    for place in range(steps + 1):
        left = x + place * width / steps
        sheet.rule((left, y), (left, y + high), colour("line"), 0.4)
