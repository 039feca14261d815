"""What a sheet shows: its boxes, one of them, the chain of a prototype; never a box that is not to leave."""

from labdesk.domain.canvas_type import Zone, option_label
from labdesk.domain.lens_content import Block, Flow, Piece
from labdesk.domain.lens_reading import Reading
from labdesk.domain.model import filled
from labdesk.domain.shown import as_read, name_of
from labdesk.domain.trace_web import Knot, web
from labdesk.domain.trace_words import stage_words
from labdesk.words import _

CHAIN_COLOURS = {
    "pain": "rose",
    "opportunity": "mint",
    "challenge": "lilac",
    "prototype": "sky",
    "result": "stone",
    "decision": "stone",
    "euro": "sun",
}


def sheet(reading: Reading) -> Flow:
    """The boxes of the simple view that hold something and may leave the project, under their labels.

    Two pictures that are to be compared come first: each begins a column, one beside the other.
    """
    compared = {name for zone in reading.kind.sheet if zone.pair for name in (zone.id, zone.pair)}
    zones = [
        z
        for z in reading.kind.sheet
        if z.simple and z.export != "never" and filled(reading.project, reading.canvas, z)
    ]
    zones.sort(key=lambda zone: zone.id not in compared)
    blocks = [Block(str(zone.label), held(reading, zone)) for zone in zones if not _is_heading(reading, zone)]
    return Flow(tuple(block for block in blocks if block.pieces), across=2)


def _is_heading(reading: Reading, zone: Zone) -> bool:
    """The zone that names the canvas stands over the picture; several challenges stand in it too."""
    several_notes = zone.holds_notes and len(reading.project.notes_at(reading.canvas, zone.id)) > 1
    return zone.id == reading.kind.title_zone and not several_notes


def box(reading: Reading, zone: str) -> Flow:
    """One box, whatever it is: it was chosen by hand."""
    found = reading.kind.by_id.get(zone)
    return Flow((Block("", held(reading, found)),)) if found else Flow(())


def held(reading: Reading, zone: Zone) -> tuple[Piece, ...]:
    """What a box holds."""
    project, canvas = reading.project, reading.canvas
    match zone.kind:
        case "notes" | "dates":
            return reading.notes(project.notes_at(canvas, zone.id), zone)
        case "chain":
            return _chains(reading, zone)
        case "photos":
            return reading.photos(project.photos_at(canvas, zone.id))
        case "table":
            return _lines(reading, zone)
        case "refs":
            links = project.links_from(canvas, zone.id)
            return tuple(Piece("text", name_of(project, link.target or "")) for link in links)
        case "choices":
            options = reading.kind.options(zone.vocabulary)
            chosen = project.chosen(canvas, zone.id)
            return tuple(Piece("text", option_label(options, one)) for one in chosen)
        case _:
            value = project.value(canvas, zone.id)
            text = as_read(project, reading.kind, zone, value).strip()
            level = value if zone.kind == "score" and isinstance(value, int) and zone.range else None
            return (Piece("text", text, level=level),) if text else ()


def _chains(reading: Reading, zone: Zone) -> tuple[Piece, ...]:
    """Whys numbered from the first to the root; each of several chains under its own number."""
    project = reading.project
    found: list[Piece] = []
    lines = [line for line in project.lines_of(reading.canvas, zone.id) if project.chain(line.id)]
    for number, line in enumerate(lines, 1):
        if len(lines) > 1:
            found.append(Piece("text", _("Chaîne {n}").format(n=number), line.id))
        for rank, note in enumerate(project.chain(line.id), 1):
            found += reading.notes([note], zone, mark=f"{rank}.")
    return tuple(found)


def _lines(reading: Reading, zone: Zone) -> tuple[Piece, ...]:
    """The rows of a table, a line of text each; a column of people is left out."""
    found = []
    for line in reading.project.lines_of(reading.canvas, zone.id):
        cells = [
            as_read(reading.project, reading.kind, column, reading.project.cell(line.id, column.id))
            for column in zone.columns
            if column.id != "rapporteur"
        ]
        if text := " · ".join(cell for cell in cells if cell):
            found.append(Piece("text", text, line.id))
    return tuple(found)


def chain(reading: Reading) -> Flow:
    """What leads to a prototype and what follows it, stage by stage; amounts stay out of the room."""
    found = web(reading.project, money=False)
    if reading.canvas not in found.knots:
        return Flow(())
    linked = found.chain(reading.canvas)
    blocks = []
    for stage, rows in found.columns.items():
        knots = [found.knots[row] for row in rows if row in linked]
        pieces = tuple(_knot(reading, knot) for knot in knots)
        if pieces:
            blocks.append(Block(stage_words(stage)[len(pieces) > 1], pieces))
    return Flow(tuple(blocks))


def _knot(reading: Reading, knot: Knot) -> Piece:
    said = knot.where if knot.stage == "result" else ""
    text = "\n".join(part for part in (knot.text, said) if part)
    return Piece(
        "note",
        text,
        knot.row,
        CHAIN_COLOURS[knot.stage],
        knot.votes if reading.votes else 0,
    )
