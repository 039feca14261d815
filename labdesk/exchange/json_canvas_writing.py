"""A canvas of a snapshot becomes a JSON object: its zones, its phases and steps, its lanes."""

from collections.abc import Iterator

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.entities import Lane, Note, Phase, Step
from labdesk.domain.indexes import by_place
from labdesk.exchange.json_codecs import YES, text
from labdesk.exchange.json_content import NOTES
from labdesk.exchange.json_lanes import CURVE, LABEL, LABELS, own_lane, reserved, usual_lanes
from labdesk.exchange.json_shelf import Shelf
from labdesk.exchange.json_text import ABSENT, Json, Member, Missing
from labdesk.exchange.json_zones import Spot, codec_of, score_codec


def canvas_object(shelf: Shelf, row: str) -> dict[str, Json]:
    """All that a canvas holds, zones in the order of its type."""
    canvas, kind = shelf.project.canvas[row], shelf.types[row]
    standard = shelf.catalogue.types.get(kind.id)
    known: list[tuple[str, Member]] = [
        ("id", shelf.written(row, "id", LABEL, canvas.key)),
        ("table", shelf.written(row, "table", LABEL, canvas.author_table)),
        ("canvas_type", ABSENT if standard and standard.row == kind.row else kind.row),
        ("view", shelf.written(row, "view", LABEL, canvas.view)),
        ("votes_veiled", shelf.written(row, "votes_veiled", YES, canvas.votes_veiled)),
    ]
    plain = [zone for zone in kind.sheet if zone.id not in reserved(kind)]
    before = [zone for zone in plain if kind.layout != "grid" or not zone.holds_notes]
    known += [(zone.id, _zone(shelf, zone, Spot(row, zone.id))) for zone in before]
    if kind.layout == "grid":
        known += _grid(shelf, row, kind)
    known += [(zone.id, _zone(shelf, zone, Spot(row, zone.id))) for zone in plain if zone not in before]
    known.append(("zones", _left_over(shelf, row, kind)))
    return shelf.members(row, known)


def _zone(shelf: Shelf, zone: Zone, spot: Spot) -> Member:
    codec = codec_of(shelf.types[spot.canvas], zone, shelf.addresses)
    return shelf.written(spot.owner, zone.id, codec, shelf.gathering.content(spot, zone))


# -- the grid -----------------------------------------------------------------------------------------
def _grid(shelf: Shelf, row: str, kind: CanvasType) -> Iterator[tuple[str, Member]]:
    phases = shelf.project.phases_of(row)
    cells = {step: _cells(shelf, step, kind) for step in shelf.project.steps_of(row)}
    steps = [_step(shelf, step, kind, phases, held) for step, held in cells.items()]
    yield "lanes", _lanes(shelf, row, kind, list(cells.values()))
    yield "phases", shelf.written(row, "phases", LABELS, tuple(phase.label for phase in phases))
    yield "steps", list[Json](steps) if steps else shelf.as_it_was(row, "steps")


def _step(
    shelf: Shelf, step: Step, kind: CanvasType, phases: tuple[Phase, ...], cells: Member
) -> dict[str, Json]:
    spot = Spot(step.canvas or "", CURVE, step.id)
    known = [
        ("phase", _phase(shelf, step, phases)),
        ("label", shelf.written(step.id, "label", LABEL, step.label)),
    ]
    curve = kind.by_id.get(CURVE)
    if curve is not None:
        feeling = shelf.project.value(spot.canvas, CURVE, step.id)
        word = shelf.project.value(spot.canvas, CURVE, step.id, "word")
        known.append(("emotion", shelf.written(step.id, "emotion", score_codec(curve), feeling)))
        known.append(("word", shelf.written(step.id, "word", text(), word)))
    known.append(("cells", cells))
    return shelf.members(step.id, known)


def _phase(shelf: Shelf, step: Step, phases: tuple[Phase, ...]) -> Member:
    """The label of the phase, or its rank from 1 where another phase before it has the same."""
    here = next((i for i, phase in enumerate(phases) if phase.id == step.phase), None)
    if here is None:
        kept = shelf.as_it_was(step.id, "phase")
        return kept if kept is None else ABSENT
    label = phases[here].label
    twin = label is None or [phase.label for phase in phases].index(label) < here
    return here + 1 if twin or shelf.as_it_was(step.id, "phase") == here + 1 else label


def _cells(shelf: Shelf, step: Step, kind: CanvasType) -> Member:
    canvas, owner = step.canvas or "", f"{step.id}/cells"
    own = shelf.lane_names(canvas)
    zones = [(z.id, z) for z in kind.lanes if z.id != CURVE] + [
        (name, own_lane(row)) for row, name in own.items()
    ]
    known = [(name, _zone(shelf, zone, Spot(canvas, zone.id, step.id, name))) for name, zone in zones]
    return shelf.members(owner, known, own) or shelf.as_it_was(step.id, "cells")


def _lanes(shelf: Shelf, row: str, kind: CanvasType, cells: list[Member]) -> Member:
    """Nothing when the lanes shown are those anyone would show; else each lane in order."""
    rows = sorted((lane for lane in shelf.project.lane.values() if lane.canvas == row), key=by_place)
    written = [_lane(lane) for lane in rows]
    if written == usual_lanes(kind, _used(shelf, row, cells)):
        return shelf.as_it_was(row, "lanes")
    return list[Json](written)


def _lane(lane: Lane) -> Json:
    said: dict[str, Json] = {} if lane.zone == lane.id else {"zone": lane.zone}
    if lane.label is not None:
        said["label"] = lane.label
    said |= {flag: True for flag in ("folded", "hidden") if getattr(lane, flag)}
    return lane.zone if said == {"zone": lane.zone} else said


def _used(shelf: Shelf, row: str, cells: list[Member]) -> set[str]:
    """The lanes in which the file says something."""
    used = {name for held in cells if isinstance(held, dict) for name, value in held.items() if value}
    felt = any(a.canvas == row and a.zone == CURVE and a.step for a in shelf.project.answer.values())
    return used | {CURVE} if felt else used


# -- what the type does not have ----------------------------------------------------------------------
def _left_over(shelf: Shelf, row: str, kind: CanvasType) -> Member:
    """Notes of zones the type lacks, of lanes without their step, zones that bear the name of a member."""
    own = shelf.lane_names(row)
    zones: dict[str, Member] = {}
    for zone in kind.sheet:
        if zone.id in reserved(kind):
            zones[zone.id] = _zone(shelf, zone, Spot(row, zone.id))
    groups: dict[str, list[Note]] = {}
    for note in shelf.project.notes_of(row):
        if not _has_its_place(shelf, kind, note, own):
            groups.setdefault(own.get(note.zone or "", note.zone or ""), []).append(note)
    for name in sorted(groups):
        zones[name] = NOTES.render(tuple(shelf.gathering.note(note) for note in groups[name]))
    written: dict[str, Json] = {n: v for n, v in zones.items() if not isinstance(v, Missing)}
    return written or shelf.as_it_was(row, "zones")


def _has_its_place(shelf: Shelf, kind: CanvasType, note: Note, own: dict[str, str]) -> bool:
    zone = kind.by_id.get(note.zone or "")
    if note.zone in own or (zone is not None and zone.kind == "grid_notes"):
        step = shelf.project.step.get(note.step or "")
        return step is not None and step.canvas == note.canvas
    return zone is not None and zone.holds_notes and note.step is None
