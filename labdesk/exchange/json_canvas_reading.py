"""A canvas of a JSON project becomes rows: its zones, its phases and steps, its lanes."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.gesture import new_id
from labdesk.exchange.json_codecs import YES, a_list, an_object, is_number, text
from labdesk.exchange.json_content import NOTES
from labdesk.exchange.json_intake import Intake
from labdesk.exchange.json_lanes import CURVE, LABEL, LABELS, lane_names, own_lane, reserved, usual_lanes
from labdesk.exchange.json_text import Json, Misfit, inside
from labdesk.exchange.json_zones import Spot, codec_of, score_codec
from labdesk.words import _


class _Step(Struct):
    row: str
    given: dict[str, Json]
    at: str
    phase: str | None = None


class Draft(Struct):
    """A canvas that has its row and its names, and whose zones are still to read."""

    row: str
    kind: CanvasType
    given: dict[str, Json]
    at: str
    phases: list[tuple[str, str | None]] = field(default_factory=list)
    steps: list[_Step] = field(default_factory=list)
    own_lanes: dict[str, Zone] = field(default_factory=dict)


def enrol(intake: Intake, kind: CanvasType, value: Json, at: str, rank: int) -> Draft:
    """The canvas itself, its phases and its steps: what other things may point to."""
    given, row = an_object(value, at), new_id()
    said = {
        name: intake.read(row, name, codec, given[name], inside(at, name))
        for name, codec in (("id", LABEL), ("table", LABEL), ("view", LABEL), ("votes_veiled", YES))
        if name in given
    }
    key = said.get("id")
    intake.birth("canvas", row, type=kind.id, type_row=kind.row)
    table, view, veiled = said.get("table"), said.get("view"), said.get("votes_veiled")
    intake.birth("canvas", row, key=key, author_table=table, view=view, votes_veiled=veiled)
    intake.addresses.canvas(row, kind.id, None if key is None else str(key), rank)
    intake.homes[row] = row
    draft = Draft(row, kind, given, at)
    if kind.layout == "grid":
        _axes(intake, draft)
    return draft


def _axes(intake: Intake, draft: Draft) -> None:
    at = inside(draft.at, "phases")
    labels = (
        intake.read(draft.row, "phases", LABELS, draft.given["phases"], at) if "phases" in draft.given else ()
    )
    draft.phases = [(new_id(), label) for label in labels]
    at = inside(draft.at, "steps")
    given = draft.given.get("steps")
    if "steps" in draft.given and not given:
        intake.keep(draft.row, "steps", given)
    for rank, item in enumerate(a_list(given, at) if given is not None else []):
        step = _Step(new_id(), an_object(item, inside(at, rank)), inside(at, rank))
        intake.addresses.part(step.row, draft.row, f":{rank + 1}")
        _phase_of(intake, draft, step)
        draft.steps.append(step)
    for rank, (row, _label) in enumerate(draft.phases, 1):
        intake.addresses.part(row, draft.row, f"/phase:{rank}")
    _births_of_axes(intake, draft)


def _phase_of(intake: Intake, draft: Draft, step: _Step) -> None:
    """The phase a step names: by its label, or by its rank from 1 when labels are twins."""
    if "phase" not in step.given:
        return
    said, at = step.given["phase"], inside(step.at, "phase")
    if said is None:
        intake.keep(step.row, "phase", None)
    elif isinstance(said, str):
        step.phase = next((row for row, label in draft.phases if label == said), None)
        if step.phase is None:
            step.phase = new_id()
            draft.phases.append((step.phase, str(LABEL.parse(said, at))))
            intake.tell(
                at, _("la phase « {name} » n’est pas dans « phases » : elle est ajoutée.").format(name=said)
            )
    elif isinstance(said, int) and is_number(said) and 1 <= said <= len(draft.phases):
        step.phase, label = draft.phases[said - 1]
        if label is not None and [name for _row, name in draft.phases].index(label) == said - 1:
            intake.keep(step.row, "phase", said)
    else:
        raise Misfit(at, _("le nom d’une phase est attendu."))


def _births_of_axes(intake: Intake, draft: Draft) -> None:
    for (row, label), place in zip(draft.phases, intake.places(len(draft.phases)), strict=True):
        intake.homes[row] = draft.row
        intake.birth("phase", row, canvas=draft.row, label=label, place=place)
    rank = {row: number for number, (row, _label) in enumerate(draft.phases)}
    ordered = sorted(draft.steps, key=lambda step: rank.get(step.phase or "", len(rank)))
    if ordered != draft.steps:
        intake.tell(inside(draft.at, "steps"), _("les étapes sont regroupées par phase."))
    for step, place in zip(ordered, intake.places(len(ordered)), strict=True):
        intake.homes[step.row] = draft.row
        intake.birth("step", step.row, canvas=draft.row, phase=step.phase, place=place)


def fill(intake: Intake, draft: Draft) -> None:
    """What stands in the zones of an enrolled canvas; references are read once every canvas is enrolled."""
    kind, known = draft.kind, reserved(draft.kind)
    for name, value in draft.given.items():
        zone = kind.by_id.get(name)
        if name in known:
            continue
        if zone is None or zone.is_lane or zone.kind == "axis":
            intake.keep(draft.row, name, value, inside(draft.at, name))
        else:
            _zone(intake, kind, zone, Spot(draft.row, zone.id), value, inside(draft.at, name))
    if kind.layout == "grid":
        _lanes(intake, draft)
        for step in draft.steps:
            _step(intake, draft, step)
    _left_over(intake, draft)


def _zone(intake: Intake, kind: CanvasType, zone: Zone, spot: Spot, value: Json, at: str) -> None:
    codec = codec_of(kind, zone, intake.addresses)

    def read() -> None:
        content = intake.read(spot.owner, zone.id, codec, value, at)
        intake.plant(spot, zone, content, at)

    if zone.kind not in ("ref", "refs"):
        read()
        return

    def read_references() -> None:
        read()
        for name in value if isinstance(value, list) else [value]:
            if (
                isinstance(name, str)
                and intake.addresses.row(name, (zone.refers or "").partition(".")[0]) is None
            ):
                intake.tell(
                    at,
                    _("« {name} » n’est pas dans ce fichier, la mention est gardée telle quelle.").format(
                        name=name
                    ),
                )

    intake.later.append(read_references)


def _step(intake: Intake, draft: Draft, step: _Step) -> None:
    curve = draft.kind.by_id.get(CURVE)
    spot = Spot(draft.row, CURVE, step.row)
    for name, value in step.given.items():
        at = inside(step.at, name)
        if name == "label":
            intake.birth("step", step.row, label=intake.read(step.row, name, LABEL, value, at))
        elif name == "emotion" and curve is not None:
            intake.answer(spot, intake.read(step.row, name, score_codec(curve), value, at))
        elif name == "word" and curve is not None:
            intake.answer(spot, intake.read(step.row, name, text(), value, at), "word")
        elif name == "cells":
            _cells(intake, draft, step, value, at)
        elif name != "phase":
            intake.keep(step.row, name, value, at)


def _cells(intake: Intake, draft: Draft, step: _Step, value: Json, at: str) -> None:
    if not value:
        intake.keep(step.row, "cells", value)
    for name, item in an_object(value, at).items() if value else ():
        zone = _lane_zone(draft, name)
        if zone is None:
            intake.keep(f"{step.row}/cells", name, item, inside(at, name))
        else:
            spot = Spot(draft.row, zone.id, step.row, name)
            _zone(intake, draft.kind, zone, spot, item, inside(at, name))


def _lane_zone(draft: Draft, name: str) -> Zone | None:
    zone = draft.kind.by_id.get(name)
    if zone is not None and zone.is_lane and zone.id != CURVE:
        return zone
    return draft.own_lanes.get(name)


# -- lanes --------------------------------------------------------------------------------------------
def _used(draft: Draft) -> Iterator[str]:
    for step in draft.steps:
        cells = step.given.get("cells")
        yield from (name for name, value in cells.items() if value) if isinstance(cells, dict) else ()
        if step.given.get("emotion") is not None or step.given.get("word") is not None:
            yield CURVE


def _lanes(intake: Intake, draft: Draft) -> None:
    if draft.given.get("lanes") is None:
        if "lanes" in draft.given:
            intake.keep(draft.row, "lanes", None)
        named: list[Json] = list(usual_lanes(draft.kind, set(_used(draft))))
    else:
        named = a_list(draft.given["lanes"], inside(draft.at, "lanes"))
    own: list[tuple[str, str | None]] = []
    for rank, (item, place) in enumerate(zip(named, intake.places(len(named)), strict=True)):
        row, zone, label = _lane(intake, draft, item, inside(inside(draft.at, "lanes"), rank), place)
        if zone is None:
            own.append((row, label))
    names = lane_names(draft.kind, own)
    draft.own_lanes = {names[row]: own_lane(row) for row, _label in own}


def _lane(
    intake: Intake, draft: Draft, item: Json, at: str, place: str
) -> tuple[str, str | None, str | None]:
    """One entry of `lanes`: a zone of the type, or a lane of the lab's own, which has only a label.

    Gives its row, its zone (None for the lab's own) and its label."""
    given: Mapping[str, Json] = item if isinstance(item, dict) else {"zone": item}
    if unknown := set(given) - {"zone", "label", "folded", "hidden"}:
        raise Misfit(inside(at, min(unknown)), _("ce champ n’est pas attendu."))
    zone, label = given.get("zone"), given.get("label")
    if zone is not None and (not isinstance(zone, str) or _type_lane(draft.kind, zone) is None):
        raise Misfit(at, _("une ligne de ce canevas est attendue."))
    row = new_id() if zone is None else f"{draft.row}/{zone}"
    name = None if label is None else str(LABEL.parse(label, inside(at, "label")))
    flags = {
        flag: YES.parse(value, inside(at, flag))
        for flag in ("folded", "hidden")
        if (value := given.get(flag)) is not None
    }
    intake.birth("lane", row, canvas=draft.row, zone=row if zone is None else zone)
    intake.birth("lane", row, label=name, place=place, **flags)
    return row, zone, name


def _type_lane(kind: CanvasType, zone: str) -> Zone | None:
    found = kind.by_id.get(zone)
    return found if found is not None and found.is_lane else None


def _left_over(intake: Intake, draft: Draft) -> None:
    """`zones`: notes of a zone that the type does not have, and zones that bear the name of a member."""
    if "zones" not in draft.given:
        return
    value, at = draft.given["zones"], inside(draft.at, "zones")
    if not value:
        intake.keep(draft.row, "zones", value)
        return
    for name, item in an_object(value, at).items():
        zone = draft.kind.by_id.get(name)
        own = draft.own_lanes.get(name)
        if zone is not None and not zone.is_lane and name in reserved(draft.kind):
            _zone(intake, draft.kind, zone, Spot(draft.row, name), item, inside(at, name))
        else:
            spot = Spot(draft.row, own.id if own else name, None, name)
            intake.notes(spot, NOTES.parse(item, inside(at, name)))
