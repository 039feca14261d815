"""The sections told from the canvases: problem, approach, personas, journeys, evidence, annexes."""

from collections.abc import Iterator, Mapping
from textwrap import shorten

from msgspec.structs import replace

from labdesk.domain.entities import Canvas, Note
from labdesk.domain.model import state_of
from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold
from labdesk.dossier.drawn_blocks import Gallery, JourneyMap, Lane
from labdesk.dossier.labelled_blocks import Card, Field
from labdesk.dossier.maps import (
    anchor_of,
    bullets,
    canvas_map,
    card_fields,
    journey_map,
    sheet_map,
    told_of,
)
from labdesk.dossier.reading import Reader
from labdesk.dossier.retelling import in_sentences
from labdesk.dossier.text_blocks import (
    Bullets,
    Callout,
    Cell,
    Heading,
    PageReference,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    runs,
)
from labdesk.words import _, several

VERDICT_TONES: dict[str, Tone] = {
    "confirmed": "good",
    "partly": "warning",
    "refuted": "bad",
    "inconclusive": "warning",
    "pending": "quiet",
}
SUBJECT = 60
"""Characters of what stands beside the name of a table."""
TOP_PAIN_POINTS, TOP_OF_MANY, CROWD = 5, 3, 2
"""How many pain points stand out in a journey, and in each when there are more than `CROWD` of them."""


def labelled(label: str, said: str) -> Runs:
    """« Label : words » with the label strong."""
    return (Run(_("{label} : ").format(label=label), strong=True), Run(said))


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


def journeys(reader: Reader) -> tuple[Block, ...]:
    """What each journey says, one after the other; then their maps, on wide pages."""
    found = [canvas.id for canvas in reader.canvases("journey")]
    blocks = [block for canvas in found for block in _one_journey(reader, canvas)]
    maps = _maps(reader)
    for canvas, drawing in maps.items():
        title = _("Carte : {title}").format(title=reader.title(canvas))  # not the same heading twice
        told = _("Le même parcours en phrases : annexe")
        blocks += [PageBreak(landscape=True), Heading(2, title, in_contents=False)]
        blocks += [Retold((PageReference(told, told_of(drawing.anchor)),)), drawing]
    return (*blocks, PageBreak()) if maps else tuple(blocks)


def _maps(reader: Reader) -> Mapping[str, JourneyMap]:
    """The journeys that have steps, drawn, by canvas."""
    found = (canvas.id for canvas in reader.canvases("journey"))
    drawn = (canvas for canvas in found if reader.project.steps_of(canvas))
    return {canvas: _told_lanes(journey_map(reader, canvas)) for canvas in drawn}


def _told_lanes(drawing: JourneyMap) -> JourneyMap:
    """The map without the lanes where nothing was said; one where nothing was said at all keeps them."""
    told = tuple(
        lane
        for lane in drawing.lanes
        if (any(lane.cells) if isinstance(lane, Lane) else any(f.value is not None for f in lane.feelings))
    )
    return replace(drawing, lanes=told) if told else drawing


def journeys_in_sentences(reader: Reader) -> tuple[Block, ...]:
    """The same journeys for who does not read maps: an annex, so that a decision-maker comes sooner to what
    is proposed. Nothing without a map."""
    told = tuple(_retold(_maps(reader)))
    head = Heading(1, _("Annexe : les parcours en phrases"), "told")
    return (PageBreak(), Retold((head, *told), "journeys")) if told else ()


def _retold(maps: Mapping[str, JourneyMap]) -> Iterator[Block]:
    for drawing in maps.values():
        title = _("En phrases : {title}").format(title=drawing.title)
        yield Heading(2, title, told_of(drawing.anchor), in_contents=False)
        yield from in_sentences(drawing)


def _one_journey(reader: Reader, canvas: str) -> list[Block]:
    kind = reader.kind(canvas)
    badge = _short(reader.text(canvas, "kind"))
    blocks: list[Block] = [Heading(2, reader.title(canvas), f"s-{canvas}", badge=badge)]
    for name in ("persona", "trigger", "goal", "end"):
        if said := reader.text(canvas, name):
            blocks.append(Paragraph(labelled(str(kind.by_id[name].label), said)))
    if summary := reader.text(canvas, "summary"):
        blocks.append(Callout(runs(summary), "takeaway", str(kind.by_id["summary"].label)))
    many = len(reader.canvases("journey")) > CROWD
    worst = worst_pain_points(reader, canvas, TOP_OF_MANY if many else TOP_PAIN_POINTS)
    if worst:
        blocks.append(Paragraph(runs(_("Irritants majeurs"), strong=True)))
        blocks += bullets(tuple(reader.item(note) for note in worst))
    if sources := reader.text(canvas, "evidence_basis"):
        blocks.append(Paragraph(labelled(str(kind.by_id["evidence_basis"].label), sources), "small"))
    if reader.project.steps_of(canvas):
        see = Run(_("Voir la carte du parcours"), link=f"#{anchor_of(canvas)}")
        told = Run(" · " + _("Le lire en phrases"), link=f"#{told_of(anchor_of(canvas))}")
        blocks.append(Paragraph((see, told), "small"))
    return [*blocks, *_journey_photos(reader, canvas)]


def _journey_photos(reader: Reader, canvas: str) -> list[Block]:
    steps = reader.project.steps_of(canvas)
    return [picture for step in steps for picture in reader.pictures(canvas, "photos", step.id, width=80)]


def _short(label: str) -> str:
    """« Parcours vécu (existant) » → « Parcours vécu »."""
    return label.partition(" (")[0]


def worst_pain_points(reader: Reader, canvas: str, most: int = TOP_PAIN_POINTS) -> tuple[Note, ...]:
    """The pain points with most dots; without dots, those of the steps that are lived worst."""
    project = reader.project
    steps = project.steps_of(canvas)
    found: list[tuple[int, int, int, Note]] = []
    for rank, step in enumerate(steps):
        felt = project.value(canvas, "emotions", step.id)
        pain = -felt if isinstance(felt, int) else 0
        found += [
            (-project.votes_seen(n.id), -pain, rank, n) for n in reader.notes(canvas, "pain_points", step.id)
        ]
    found.sort(key=lambda entry: entry[:3])
    return tuple(note for *_rank, note in found[:most])


def evidence(reader: Reader) -> tuple[Block, ...]:
    """A table of what each test proves, then a card for each prototype with all that is decided on."""
    cards = reader.canvases("prototype")
    if not cards:
        return ()
    head = (_("Prototype"), _("Testeurs"), _("Critère de succès"), _("Résultat mesuré"), _("Verdict"))
    rows = tuple(_evidence_row(reader, canvas.id) for canvas in cards)
    table = Table(
        head,
        rows,
        (3, 1, 2.4, 2.4, 2),
        ("left", "right", "left", "left", "left"),
        _("Ce que les tests disent"),
    )
    told = (_prototype(reader, canvas.id, rank) for rank, canvas in enumerate(cards, 1))
    return (table, *(block for blocks in told for block in blocks))


def _evidence_row(reader: Reader, canvas: str) -> Row:
    verdict = reader.project.words(canvas, "verdict")
    name = Cell((Run(reader.title(canvas), link=f"#{anchor_of(canvas)}"),))
    said = (Cell(runs(reader.text(canvas, zone) or "–")) for zone in ("testers", "criterion", "result"))
    return Row(
        (
            name,
            *said,
            Cell(runs(reader.text(canvas, "verdict") or "–"), tone=VERDICT_TONES.get(verdict, "plain")),
        )
    )


_CARD_ZONES = (
    "challenge", "personas", "opportunities", "type", "fidelity", "iteration", "how_it_works", "hypothesis",
    "learning_questions", "protocol", "metric", "criterion", "test_dates", "testers", "result", "confidence",
    "observations", "quotes", "learnings",
)  # fmt: skip


def _prototype(reader: Reader, canvas: str, rank: int) -> tuple[Block, ...]:
    """The card, then the pictures that are to be compared, side by side."""
    kind = reader.kind(canvas)
    state = next((str(s.label) for s in kind.states if s.id == state_of(reader.project, kind, canvas)), "")
    fields: list[Field] = []
    if pitch := reader.text(canvas, "pitch"):
        fields.append(Field(str(kind.by_id["pitch"].label), runs(pitch, strong=True)))
    fields += card_fields(reader, canvas, _CARD_ZONES)
    for name in ("verdict", "decision"):
        if said := reader.text(canvas, name):
            tone = VERDICT_TONES.get(reader.project.words(canvas, name), "plain")
            fields.append(Field(str(kind.by_id[name].label), runs(said, strong=True), tone=tone))
    fields += card_fields(reader, canvas, ("next_actions", "staff_impact", "means", "cost", "checks"))
    drawn = Card(
        reader.title(canvas),
        tuple(fields),
        _("Prototype {n}").format(n=rank),
        state,
        VERDICT_TONES.get(reader.project.words(canvas, "verdict"), "plain"),
        reader.pictures(canvas, "photos", width=60),
        anchor_of(canvas),
        2,
    )
    pair = reader.pair(canvas)
    return (drawn, Gallery(pair, 2)) if pair else (drawn,)


def solution(reader: Reader) -> tuple[Block, ...]:
    """The prototypes that are kept, each with a link to its evidence."""
    kept = [
        c
        for c in reader.canvases("prototype")
        if reader.project.words(c.id, "decision") in ("pilot", "deploy")
    ]
    if not kept:
        return ()
    items = tuple(
        (
            Run(reader.title(c.id), strong=True, link=f"#{anchor_of(c.id)}"),
            Run(" : " + reader.text(c.id, "pitch")),
        )
        for c in kept
    )
    return (Paragraph(runs(_("Ce que les tests ont retenu :"))), Bullets(items))


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
