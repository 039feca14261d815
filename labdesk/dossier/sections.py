"""The sections told from the other canvases: problem, approach, personas, annexes."""

from textwrap import shorten

from labdesk.domain.entities import Canvas
from labdesk.dossier.blocks import Block, Keep, PageBreak
from labdesk.dossier.labelled_blocks import Card, Field
from labdesk.dossier.maps import anchor_of, canvas_map, card_fields, sheet_map
from labdesk.dossier.reading import Reader
from labdesk.dossier.text_blocks import Bullets, Callout, Cell, Heading, Paragraph, Row, Table, labelled, runs
from labdesk.words import _, several

SUBJECT = 60
"""Characters of what stands beside the name of a table."""


def problem(reader: Reader) -> tuple[Block, ...]:
    """Each problem canvas: its statement and challenge stand out, then the whole canvas."""
    blocks: list[Block] = []
    for canvas in reader.canvases("problem"):
        blocks += _one_problem(reader, canvas)
    return tuple(blocks)


def _one_problem(reader: Reader, canvas: Canvas) -> list[Block]:
    name, subject = canvas.author_table or reader.title(canvas.id), table_subject(reader, canvas)
    where = f"{name} — {subject}" if subject else name
    blocks: list[Block] = [Heading(2, where, f"s-{canvas.id}", name=name)]
    if statement := reader.text(canvas.id, "statement"):
        blocks.append(Callout(runs(statement), "finding", _("Le problème")))
    challenges = [n.text or "" for n in reader.notes(canvas.id, "challenge")]
    if challenges:
        title = _("Le défi") if len(challenges) == 1 else _("Les défis")
        blocks.append(Callout(runs("\n".join(challenges)), "takeaway", title))
    told = len(blocks) > 1
    sheet = sheet_map(reader, canvas.id, without=("statement", "challenge"))
    drawn: list[Block] = [sheet] if sheet.boxes else []
    if not told:
        return [*blocks, *drawn] if drawn else []
    return [Keep(tuple(blocks)), *drawn]


def table_subject(reader: Reader, canvas: Canvas) -> str:
    """Whom a table worked for, in a few words: the persona of its journey, or the first users it wrote down.
    Empty for a canvas that bears the name of no table: its own title says it."""
    if not canvas.author_table:
        return ""
    for journey in reader.canvases("journey"):
        if journey.author_table == canvas.author_table:
            return reader.text(journey.id, "persona") or reader.title(journey.id)
    users = next((note.text or "" for note in reader.notes(canvas.id, "users")), "")
    return shorten(users.split(",")[0].split("\n")[0], SUBJECT, placeholder="…")


def approach(reader: Reader) -> tuple[Block, ...]:
    """Who was associated, how many, when, and what was decided."""
    blocks: list[Block] = []
    for canvas in reader.canvases("workshop"):
        blocks.append(Heading(2, reader.title(canvas.id), anchor_of(canvas.id)))
        when = ", ".join(filter(None, (reader.text(canvas.id, "date"), reader.text(canvas.id, "place"))))
        if when:
            blocks.append(Paragraph(runs(when), "lead"))
        if objective := reader.text(canvas.id, "objective"):
            blocks.append(Paragraph(labelled(_("Objectif"), objective)))
        blocks += attendance(reader, canvas.id)
        blocks += decisions(reader, canvas.id)
    return tuple(blocks)


def attendance(reader: Reader, canvas: str) -> tuple[Block, ...]:
    """Participants by profile, counts only, with their total."""
    zone = reader.kind(canvas).by_id.get("attendance")
    lines = reader.lines(canvas, zone) if zone else ()
    if zone is None or not lines:
        return ()
    counts = [reader.project.cell(line.id, "count") for line in reader.project.lines_of(canvas, zone.id)]
    total = sum(count for count in counts if isinstance(count, int))
    rows = [Row(tuple(Cell(runs(said)) for said in line)) for line in lines]
    rows.append(Row((Cell(runs(_("Total"))), Cell(runs(str(total)))), total=True))
    head = tuple(str(column.label) for column in zone.columns)
    return (Table(head, tuple(rows), (3, 1), ("left", "right"), str(zone.label)),)


def decisions(reader: Reader, canvas: str) -> tuple[Block, ...]:
    """What a workshop decided."""
    notes = reader.notes(canvas, "decisions")
    if not notes:
        return ()
    return (
        Paragraph(runs(_("Décisions prises"), strong=True)),
        Bullets(tuple(runs(n.text or "") for n in notes)),
    )


def personas(reader: Reader) -> tuple[Block, ...]:
    """A card for each persona, with what it rests on."""
    return tuple(_persona(reader, canvas.id) for canvas in reader.canvases("persona"))


def _persona(reader: Reader, canvas: str) -> Card:
    quote = reader.text(canvas, "quote")
    said = (Field(_("Verbatim"), runs(quote, emphasis=True)),) if quote else ()
    zones = ("situation", "story", "motivations", "brakes", "needs", "traits", "digital_ease", "basis")
    fields = said + card_fields(reader, canvas, zones)
    pictures = reader.pictures(canvas, "portrait", width=40)
    return Card(reader.title(canvas), fields, _("Persona"), pictures=pictures, anchor=anchor_of(canvas))


def annexes(reader: Reader) -> tuple[Block, ...]:
    """Papers joined, sources of the canvases, and how many notes are still to be sorted."""
    project = reader.project
    blocks: list[Block] = []
    papers = [getattr(row, "label", "") or "" for row in project.in_order("attachment")]
    if papers:
        blocks += [Heading(2, _("Pièces jointes")), Bullets(tuple(runs(paper) for paper in papers))]
    sources = [
        labelled(reader.title(c.id), said)
        for c, zone in [(c, "evidence_basis") for c in reader.canvases("journey")]
        + [(c, "basis") for c in reader.canvases("persona")]
        if (said := reader.text(c.id, zone))
    ]
    if sources:
        blocks += [Heading(2, _("Sources")), Bullets(tuple(sources))]
    waiting = sum(1 for note in project.note.values() if note.zone == "tray")
    if waiting:
        told = several(
            waiting,
            "{n} note reste à ranger et n’est pas imprimée.",
            "{n} notes restent à ranger et ne sont pas imprimées.",
        )
        blocks.append(Paragraph(runs(told), "small"))
    return (*blocks, *own_canvases(reader))


def own_canvases(reader: Reader) -> tuple[Block, ...]:
    """The lab's own canvases, which no section of the profile tells."""
    told = ("workshop", "persona", "journey", "problem", "prototype")
    blocks: list[Block] = []
    for canvas in reader.project.canvases():
        if canvas.type not in told:
            wide = reader.kind(canvas.id).layout == "grid"
            drawn = canvas_map(reader, canvas.id)
            blocks.append(Heading(2, reader.title(canvas.id), f"s-{canvas.id}"))
            blocks += [PageBreak(landscape=True), drawn, PageBreak()] if wide else [drawn]
    return tuple(blocks)
