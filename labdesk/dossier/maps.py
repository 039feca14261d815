"""Any canvas as blocks: a grid becomes a journey map, a sheet becomes boxes. No code per type."""

from collections.abc import Collection

from labdesk.domain.canvas_type import Zone, option_label
from labdesk.domain.lane_sums import lane_sum
from labdesk.domain.model import lane_zone
from labdesk.domain.moments import is_key
from labdesk.dossier.blocks import Block
from labdesk.dossier.drawn_blocks import CurveLane, Feeling, Item, JourneyMap, Lane, Phase, SheetBox, SheetMap
from labdesk.dossier.labelled_blocks import Field
from labdesk.dossier.reading import Reader
from labdesk.dossier.text_blocks import Bullets, runs
from labdesk.words import _


def anchor_of(canvas: str) -> str:
    """Where a canvas stands in the document."""
    return f"c-{canvas}"


def told_of(anchor: str) -> str:
    """Where the journey of this map is told in sentences."""
    return f"told-{anchor.removeprefix('c-')}"


def canvas_map(reader: Reader, canvas: str) -> JourneyMap | SheetMap:
    """The whole canvas, drawn and readable cell by cell."""
    if reader.kind(canvas).layout == "grid":
        return journey_map(reader, canvas)
    return sheet_map(reader, canvas)


def journey_map(reader: Reader, canvas: str) -> JourneyMap:
    """The grid of a journey: every lane it shows, and every other lane that holds something."""
    project, kind = reader.project, reader.kind(canvas)
    steps = project.steps_of(canvas)
    phases = tuple(
        Phase(phase.label or "", len(project.steps_in(phase.id)))
        for phase in project.phases_of(canvas)
        if project.steps_in(phase.id)
    )
    without = sum(step.phase not in project.phase for step in steps)
    if without:
        phases += (Phase(_("Sans phase"), without),)
    zones = _shown_zones(reader, canvas)
    return JourneyMap(
        title=reader.title(canvas),
        phases=phases,
        steps=tuple(step.label or "" for step in steps),
        lanes=tuple(
            _lane(reader, canvas, zone) for zone in zones if zone.kind not in ("grid_check", "grid_photos")
        ),
        key=frozenset(i for i, s in enumerate(steps) if is_key(project, kind, canvas, s.id)),
        anchor=anchor_of(canvas),
    )


def _shown_zones(reader: Reader, canvas: str) -> tuple[Zone, ...]:
    """The lanes in the order of the screen; a lane taken off that still holds notes is printed too."""
    project, kind = reader.project, reader.kind(canvas)
    shown = [lane_zone(kind, lane) for lane in project.lanes_of(canvas)]
    named = {zone.id for zone in shown}
    held = {n.zone for n in project.notes_of(canvas) if n.step}
    held |= {a.zone for a in project.answer.values() if a.canvas == canvas and a.step}
    shown += [zone for zone in kind.lanes if zone.id in held and zone.id not in named]
    return tuple(zone for zone in shown if reader.printed(zone))


def _lane(reader: Reader, canvas: str, zone: Zone) -> Lane | CurveLane:
    project, kind = reader.project, reader.kind(canvas)
    steps = project.steps_of(canvas)
    line = next((str(x.label) for x in kind.lines if x.lane == zone.id), "")
    if zone.kind == "grid_score":
        return CurveLane(str(zone.label), feelings(reader, canvas, zone.id), line)
    cells = tuple(_cell(reader, canvas, zone, step.id) for step in steps)
    total = lane_sum(project, canvas, zone, (step.id for step in steps)).in_words
    return Lane(str(zone.label), cells, zone.colour, line, total)


def feelings(reader: Reader, canvas: str, zone: str) -> tuple[Feeling, ...]:
    """How each step is lived, with its word."""
    project = reader.project
    steps = project.steps_of(canvas)
    values = ((project.value(canvas, zone, s.id), project.words(canvas, zone, s.id, "word")) for s in steps)
    return tuple(Feeling(value if isinstance(value, int) else None, word) for value, word in values)


def _cell(reader: Reader, canvas: str, zone: Zone, step: str) -> tuple[Item, ...]:
    project, kind = reader.project, reader.kind(canvas)
    if zone.kind == "grid_choices":
        chosen = project.chosen(canvas, zone.id, step)
        return tuple(Item(option_label(kind.options(zone.vocabulary), option)) for option in chosen)
    if zone.kind == "grid_number":
        said = project.words(canvas, zone.id, step)
        return (Item(said),) if said else ()
    return tuple(reader.item(note) for note in reader.notes(canvas, zone.id, step))


def sheet_map(reader: Reader, canvas: str, without: Collection[str] = ()) -> SheetMap:
    """The boxes of a sheet that hold something, in the columns of its type, but those told elsewhere."""
    kind = reader.kind(canvas)
    boxes: list[SheetBox] = []
    column = 0
    for zone in reader.zones(canvas):
        box = _box(reader, canvas, zone) if zone.id not in without else None
        if box is None:
            continue
        span = min(zone.span, kind.columns)
        if column + span > kind.columns:
            column = 0
        boxes.append(
            SheetBox(box.label, column, span, box.text, box.items, box.colour, box.ordered, box.picture)
        )
        column = (column + span) % kind.columns
    return SheetMap(reader.title(canvas), kind.columns, tuple(boxes), anchor_of(canvas))


def _box(reader: Reader, canvas: str, zone: Zone) -> SheetBox | None:
    text = (
        reader.text(canvas, zone.id) if zone.kind not in ("notes", "table", "refs", "photos", "axis") else ""
    )
    items = reader.items(canvas, zone)
    pictures = reader.pictures(canvas, zone.id, width=60) if zone.kind == "photos" else ()
    if not (text or items or pictures):
        return None
    picture = pictures[0] if pictures else None
    return SheetBox(str(zone.label), 0, 1, text, items, zone.colour, False, picture)


def card_fields(reader: Reader, canvas: str, zones: tuple[str, ...]) -> tuple[Field, ...]:
    """Some zones of a sheet as labelled fields of a card; an empty one is left out."""
    kind = reader.kind(canvas)
    fields: list[Field] = []
    for name in zones:
        zone = kind.by_id.get(name)
        if zone is None or not reader.printed(zone):
            continue
        items = reader.items(canvas, zone)
        listed = _listed(tuple(f"{i.text} ({i.badge})" if i.badge else i.text for i in items))
        said = listed or reader.text(canvas, name)
        if said:
            fields.append(Field(str(zone.label), runs(said)))
    return tuple(fields)


def _listed(said: tuple[str, ...]) -> str:
    """« Un ; deux », « Comprend-on ? Retient-on ? »: no semicolon after a sentence that has ended."""
    words = "".join(
        one + (" " if one.rstrip(" »”").endswith((".", "?", "!", "…")) else _(" ; ")) for one in said[:-1]
    )
    return words + "".join(said[-1:])


def bullets(items: tuple[Item, ...]) -> tuple[Block, ...]:
    """Items as a list, each with its badge in brackets; nothing when there is none."""
    if not items:
        return ()
    return (Bullets(tuple(runs(f"{i.text} ({i.badge})" if i.badge else i.text) for i in items)),)
