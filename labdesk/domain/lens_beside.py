"""The same cell or box in columns: of two to four canvases, or as two to four tables filled it."""

from collections.abc import Mapping

from labdesk.domain.canvas_type import Zone
from labdesk.domain.lens import SIDE_BY_SIDE, Lens
from labdesk.domain.lens_content import Piece, Row, Table
from labdesk.domain.lens_reading import Reading
from labdesk.domain.lens_sheet import held
from labdesk.domain.model import Project, Types, title
from labdesk.domain.side_by_side import Said, columns
from labdesk.domain.sieve import EVERYTHING, Sieve
from labdesk.errors import Refusal


def canvases_beside(
    project: Project, types: Types, lens: Lens, votes: bool, sieves: Mapping[str, Sieve]
) -> Table:
    """A column a canvas; in grids the step of the same rank in each."""
    heads, found = [], []
    zones: list[Zone] = []
    for canvas in (lens.canvas, *lens.others)[:SIDE_BY_SIDE]:
        try:
            kind = types.of(project, canvas)
        except Refusal:
            continue
        reading = Reading(project, types, kind, canvas, votes, sieves.get(canvas, EVERYTHING))
        if lens.zone:
            zones = zones or [zone for zone in kind.sheet if zone.id == lens.zone]
            found.append([held(reading, zone) for zone in zones])
        else:
            zones = zones or reading.lanes(lens.lanes)
            found.append(_cells(reading, lens, zones))
        heads.append((project.canvas[canvas].author_table or title(project, kind, canvas), None))
    rows = (Row(str(z.label), z.colour, tuple(one[at] for one in found)) for at, z in enumerate(zones))
    return Table(tuple(heads), tuple(rows))


def _cells(reading: Reading, lens: Lens, zones: list[Zone]) -> list[tuple[Piece, ...]]:
    """What this grid holds in the steps that stand where those of the lens stand in its own."""
    steps = [step.id for step in reading.project.steps_of(lens.canvas)]
    ranks = [steps.index(step) for step in lens.steps if step in steps] or [0]
    there = reading.project.steps_of(reading.canvas)
    chosen = [there[rank] for rank in ranks if rank < len(there)]
    return [tuple(piece for step in chosen for piece in reading.cell(zone, step)) for zone in zones]


def tables_beside(reading: Reading, lens: Lens) -> Table:
    """A column a table: its notes of this canvas or of its own. The table is a heading, never on a note."""
    zone = reading.kind.by_id.get(lens.zone or (lens.lanes[0] if lens.lanes else ""))
    if zone is None or not lens.tables:
        return Table((), ())
    step = lens.steps[0] if lens.steps else ""
    found = columns(reading.project, reading.types, reading.canvas, zone, step, lens.tables[:SIDE_BY_SIDE])
    heads = tuple((column.table, None) for column in found)
    cells = (tuple(_piece(reading, zone, s) for s in c.said if _seen(reading, s)) for c in found)
    return Table(heads, (Row(reading.label(zone), zone.colour, tuple(cells)),))


def _seen(reading: Reading, said: Said) -> bool:
    return said.note is None or reading.sieve.keeps(reading.project, said.note)


def _piece(reading: Reading, zone: Zone, said: Said) -> Piece:
    if said.note is None:
        return Piece("text", said.text)
    return Piece("note", said.text, said.note.id, zone.colour, said.votes if reading.votes else 0)
