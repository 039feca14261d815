"""The arrangement of a sheet: boxes that flow in columns, each as high as what it holds."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from labdesk.domain.box import Ask, Box, Part, Plan, Rect
from labdesk.domain.canvas_type import Zone
from labdesk.domain.model import filled
from labdesk.domain.shown import is_shown
from labdesk.domain.zone_layout import HOLDERS, Inside

BETWEEN, INSIDE = 12, 12
"""Between two boxes, and inside a box around what it holds, in design pixels."""
GROWING, MORE = ("notes", "dates", "table", "photos", "refs"), 30
"""Zones where one more can always be added, and the room for the mark that says so."""
COLUMN, WIDEST = 210, 1900
"""The least width of a column; the greatest of the sheet, which stands in the middle of a wider room."""


def sheet_plan(ask: Ask, standing: Mapping[str, Part] | None = None) -> Plan:
    """The whole arrangement; the parts in `standing` are kept as they are and only take their new place."""
    kept = standing or {}
    room = min(ask.room.width, ask.room.px(WIDEST))
    columns = min(ask.kind.columns, max(1, int(room // ask.room.px(COLUMN))))
    gap, left = ask.room.px(BETWEEN), (ask.room.width - room) / 2
    unit = (room - gap * (columns + 1)) / columns
    y, placed = gap, []
    for row in _rows(list(_zones(ask)), columns):
        parts = []
        x = left + gap
        for zone, span in row:
            width = unit * span + gap * (span - 1)
            part = kept.get(zone.id)
            if part is None or part.rect.w != width:
                part = zone_part(ask, zone, width)
            parts.append((part, x))
            x += width + gap
        high = max(part.natural for part, _x in parts)
        placed += [_as_high(part, high).at(x, y) for part, x in parts]
        y += high + gap
    return Plan(ask.canvas, ask.kind, ask.room, ask.view, ask.measure, tuple(placed), {}, ask.room.width, y)


def _zones(ask: Ask) -> Iterator[Zone]:
    """The zones to show, in order; what waits for a test or an answer; the tray stands elsewhere."""
    for zone in ask.kind.sheet:
        if zone.id == "tray" or not is_shown(ask.project, ask.kind, ask.canvas, zone):
            continue
        if (ask.view.simple and not zone.simple) or not ask.view.opens(zone.id):
            continue
        if ask.view.editing or filled(ask.project, ask.canvas, zone):
            yield zone


def _rows(zones: list[Zone], columns: int) -> list[list[tuple[Zone, int]]]:
    """Zones line by line with the columns each takes; the last of a line takes what is left of it."""
    rows: list[list[tuple[Zone, int]]] = []
    used = columns
    for zone in zones:
        span = min(zone.span, columns)
        if used + span > columns:
            rows.append([])
            used = 0
        rows[-1].append((zone, span))
        used += span
    for row in rows:
        last, span = row[-1]
        row[-1] = (last, span + columns - sum(s for _zone, s in row))
    return rows


def zone_part(ask: Ask, zone: Zone, width: float) -> Part:
    """One box: its label, its guiding question while it can be filled, and what it holds."""
    px, pad = ask.room.px, ask.room.px(INSIDE)
    inner = width - 2 * pad
    label_high = ask.measure(str(zone.label), "zone", inner - px(12))
    y = pad + label_high + px(4)
    question: list[Box] = []
    if ask.view.editing and str(zone.question):
        high = ask.measure(str(zone.question), "question", inner)
        place = Rect(pad, y, inner, high)
        question.append(
            Box("question", ask.canvas, place, zone=zone.id, text=str(zone.question), inner=place)
        )
        y += high + px(4)
    held = list(HOLDERS[zone.kind](Inside(ask, zone, pad, y + px(4), inner)))
    bottom = max([y, *(box.rect.bottom for box in held)])
    if ask.view.editing and (zone.kind in GROWING or (zone.holds_notes and not held)):
        bottom += px(MORE if held else 44)  # where one more is added
    natural = bottom + pad
    head = Box(
        "zone",
        ask.canvas,
        Rect(0, 0, width, natural),
        zone=zone.id,
        text=str(zone.label),
        colour=zone.colour,
        inner=Rect(pad + px(12), pad, inner - px(12), label_high),
        of=_count(ask, zone),
    )
    return Part(zone.id, head.rect, (head, *question, *held), natural)


def _as_high(part: Part, high: float) -> Part:
    head = replace(part.boxes[0], rect=Rect(0, 0, part.rect.w, high))
    return Part(part.id, head.rect, (head, *part.boxes[1:]), part.natural)


def _count(ask: Ask, zone: Zone) -> int:
    return len(ask.notes_at(zone.id)) if zone.holds_notes else 0
