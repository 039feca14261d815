"""The section of the journeys: what each says, then its map; and the annex that tells them in sentences."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from labdesk.domain.entities import Note
from labdesk.dossier.blocks import Block, PageBreak, Retold
from labdesk.dossier.drawn_blocks import JourneyMap, Lane
from labdesk.dossier.maps import anchor_of, bullets, journey_map, told_of
from labdesk.dossier.reading import Reader
from labdesk.dossier.retelling import in_sentences
from labdesk.dossier.text_blocks import Callout, Heading, PageReference, Paragraph, Run, labelled, runs
from labdesk.words import _

TOP_PAIN_POINTS, TOP_OF_MANY, CROWD = 5, 3, 2
"""How many pain points stand out in a journey, and in each when there are more than `CROWD` of them."""


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
