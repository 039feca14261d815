"""The map of a journey as it is drawn, a part of its steps at a time: the map is the table.

Steps and lanes are its headers, each note is in its cell.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.bands import Band, Chevron, CurveCell, Ruled, chevron_room
from labdesk.dossier.curves import in_words
from labdesk.dossier.drawn_blocks import CurveLane, Feeling, Item, JourneyMap, Lane
from labdesk.dossier.grids import Quiet, grid
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, Colour, TextStyle, colour, theme
from labdesk.dossier.parts import Part, Slice
from labdesk.dossier.pieces import Boxed, Columns, Lines, Piece, Stack, spacer
from labdesk.dossier.tags import Node, data_cell, header_cell
from labdesk.dossier.text import typeset, wrap
from labdesk.dossier.text_blocks import Run, Runs
from labdesk.words import _

LANE = 31 * MM
"""The width of the labels of lanes."""
_TALLEST = 5  # lines of a chevron
_EDGE = 3.0  # between a note and the edge of its column


def step_counts(block: JourneyMap) -> list[int]:
    """How many steps each phase has; steps that no phase counts make a last one."""
    left, counts = len(block.steps), list[int]()
    for phase in block.phases:
        counts.append(min(max(phase.steps, 0), left))
        left -= counts[-1]
    return [*counts, left] if left else counts if block.steps else []


class Drawing:
    """One journey being made: the rows of its table first, then the cells of each part."""

    def __init__(self, block: JourneyMap, size: float, at: Setting) -> None:
        self._block = block
        self._style = TextStyle(size, round(size * 1.24, 2), hyphenate=False)
        self._strong = replace(self._style, weight="strong")
        self._fine = TextStyle(max(size - 1, look.SMALLEST), round((size - 0.6) * 1.22, 2), "ink2")
        self._table = at.within(at.width, Node("Table"))
        self._table.node.title = typeset(block.title)
        self._first = True
        self._phases = self._table.under("TR")
        self._steps = self._table.under("TR")
        self._rows: list[tuple[Setting, Setting]] = []  # of a curve: its figure, then its words
        for lane in block.lanes:
            row = self._table.under("TR")
            self._rows.append((row, self._table.under("TR") if isinstance(lane, CurveLane) else row))

    def all(self, found: Sequence[Part]) -> tuple[Node, list[Piece]]:
        """The node of the table, and the piece of each part."""
        pieces: list[Piece] = []
        for part in found:
            pieces.append(self._part(part))
            self._first = False
        return self._table.node, pieces

    def _part(self, part: Part) -> Piece:
        column = (self._table.width - LANE) / len(part.steps)
        head = [self._chevrons(part, column), self._labels(part, column)]
        bands: list[Piece] = []
        for lane, (row, words) in zip(self._block.lanes, self._rows, strict=True):
            if isinstance(lane, CurveLane):
                bands.append(self._curve(lane, row, words, part, column))
            else:
                bands.append(self._lane(lane, row, part, column))
        return grid(head, bands, self._table.down, (3 if self._first else 10, 10))

    def _header(
        self, row: Setting, text: str, line: str = "", rows: int = 1, total: str = ""
    ) -> tuple[Piece, Piece | None]:
        """The header of a row and the label of the line above it, both read with the first part only."""
        cell = row.under("TH", attributes=header_cell("Row", rows=rows)) if self._first else row
        cell = cell if self._first else cell.within(cell.width, Node("TH"))
        style = TextStyle(look.SMALLEST, 9.6, "primary", "strong", align="right", hyphenate=False)
        above = cell.text(line, style) if line.strip() else None
        if above:
            above.lines = above.lines[:1]
        inside = cell.within(LANE - 12)
        words: Piece = inside.text(text, self._strong, "P" if above or total else None)
        if total:
            words = Stack((words, spacer(1.5), inside.text(total, self._fine, "P")))
        if self._first:
            return words, above
        return Quiet(words), Quiet(above) if above else None

    # -- the head
    def _chevrons(self, part: Part, column: float) -> Piece:
        style = replace(self._strong, token="on_primary", align="centre")
        runs = [(Run(self._phase_label(one)),) for one in part.slices]
        widths = [one.steps * column - 1.5 for one in part.slices]
        lines = [wrap(run, style, chevron_room(width)) for run, width in zip(runs, widths, strict=True)]
        height = max(19.0, min(max(map(len, lines)), _TALLEST) * style.leading + 7)
        label, _line = self._header(self._phases, _("Phase"))
        placed: list[tuple[float, Piece]] = [(6.0, Stack((spacer((height - label.height) / 2), label)))]
        x = LANE
        for place, one in enumerate(part.slices):
            node = Node("TH") if one.begun else self._phase_header(one)
            shade, notched = theme().phase(one.phase), bool(one.phase)
            chevron: Piece = Chevron(
                lines[place], runs[place], style, widths[place], shade, node, notched, height=height
            )
            if len(lines[place]) > _TALLEST:
                chevron = self._long_phase(runs[place], widths[place], shade, node)
            placed.append((x, Quiet(chevron) if one.begun else chevron))
            x += one.steps * column
        return Stack((Columns(tuple(placed)), spacer(4)))

    def _long_phase(self, runs: Runs, width: float, shade: Colour, node: Node) -> Piece:
        """A phase told at such length that it may go on to the next page."""
        words = self._table.within(width - 16, node).lines(runs, self._strong, None)
        return Boxed(words, width, (3, 8, 4), stroke=shade, radius=2)

    def _phase_label(self, one: Slice) -> str:
        phases = self._block.phases
        label = phases[one.phase].label if one.phase < len(phases) else ""
        return _("{phase} (suite)").format(phase=label) if one.begun and label else label

    def _phase_header(self, one: Slice) -> Node:
        steps = step_counts(self._block)[one.phase]
        return self._phases.node.add("TH", attributes=header_cell("Column", steps))

    def _labels(self, part: Part, column: float) -> Piece:
        label, _line = self._header(self._steps, _("Étape"))
        placed: list[tuple[float, Piece]] = [(6.0, label)]
        for place, step in enumerate(part.steps):
            cell = self._steps.under("TH", attributes=header_cell("Column")).within(column - 8)
            words: list[Lines] = [cell.text(self._block.steps[step], self._strong)]
            if step in self._block.key:
                star = replace(self._fine, token="warn", weight="strong")
                words.append(cell.text("★ " + _("Moment clé"), star))
            if step < len(self._block.extra):
                words.append(cell.text(self._block.extra[step], self._fine))
            shown = tuple(line for line in words if line.lines)
            placed.append((LANE + place * column + 5, Stack(shown)))
        return Ruled(Columns(tuple(placed)), self._table.width)

    # -- the lanes
    def _lane(self, lane: Lane, row: Setting, part: Part, column: float) -> Piece:
        label, line = self._header(row, lane.label, lane.line, total=lane.total)
        fill, border = theme().notes.get(lane.colour, theme().notes["stone"])
        cells: list[tuple[float, Piece]] = []
        width = column - 2 * _EDGE
        for place, step in enumerate(part.steps):
            cell = row.under("TD").within(width - 8)
            notes = [
                Boxed(cell.lines(_words(item), self._style), width, (2, 4, 2.4), fill, radius=2, before=2.2)
                for item in _items(lane, step)
            ]
            stack = Stack((spacer(2.2), *notes, spacer(3.4))) if notes else spacer(0)
            cells.append((place * column + _EDGE, stack))
        return self._band(label, Columns(tuple(cells)), part, border, line)

    def _curve(self, lane: CurveLane, row: Setting, words: Setting, part: Part, column: float) -> Piece:
        label, line = self._header(row, lane.label, lane.line, rows=2)
        feelings = tuple(
            lane.feelings[step] if step < len(lane.feelings) else Feeling(None) for step in part.steps
        )
        cell = row.under("TD", attributes=data_cell(len(part.steps)))
        figure = cell.node.add("Figure", in_words([self._block.steps[step] for step in part.steps], feelings))
        style = replace(self._style, align="centre", emphasis=True)
        below: list[tuple[float, Piece]] = []
        for place, feeling in enumerate(feelings):
            word = words.under("TD").within(column - 6).text(feeling.word, style)
            below.append((place * column + 3, word))
        width = len(part.steps) * column
        parted = (
            CurveCell(feelings, width, figure),
            spacer(1.5),
            Columns(tuple(below)),
            spacer(3),
        )
        stack = Stack(parted, solid=True)
        return self._band(label, stack, part, colour("primary"), line)

    def _band(self, label: Piece, cells: Piece, part: Part, mark: Colour, line: Piece | None) -> Piece:
        return Band(label, cells, self._table.width, LANE, len(part.steps), mark, line)


def _items(lane: Lane, step: int) -> tuple[Item, ...]:
    cell = lane.cells[step] if step < len(lane.cells) else ()
    return tuple(item for item in cell if item.text.strip() or item.badge.strip())


def _words(item: Item) -> Runs:
    """The words of a note, then its badge, which is not cut."""
    if not item.badge:
        return (Run(item.text),)
    badge = item.badge.replace(" ", "\u00a0")
    return (Run(f"{item.text} "), Run(badge, strong=True)) if item.text else (Run(badge, strong=True),)
