"""What one cell of a grid holds: its notes, its photos, its level on the curve, its value."""

from labdesk.domain.box import Ask, Box, Rect, Room
from labdesk.domain.canvas_type import Zone, option_label
from labdesk.domain.cards import CARD_X, PAD, THUMB, pictures, stacked
from labdesk.domain.shown import as_read

CURVE, FACE = 136, 26
"""Heights in design pixels: of the curve, of its faces."""


def held_in(ask: Ask, zone: Zone, step: str, cell: Rect) -> list[Box]:
    """What one cell holds, in order, from its top left corner on."""
    pad = ask.room.px(PAD)
    corner, width = (cell.x + pad, cell.y + pad), cell.w - 2 * pad
    if not step:
        return []
    match zone.kind:
        case "grid_notes":
            return stacked(ask, ask.notes_at(zone.id, step), zone, corner, width)
        case "grid_photos":
            photos = ask.project.photos_at(ask.canvas, zone.id, step)
            return pictures(ask, photos, zone, corner, width, ask.room.px(THUMB))
        case "grid_score":
            return _point(ask, zone, step, cell)
        case _:
            return _value(ask, zone, step, corner, width)


def _point(ask: Ask, zone: Zone, step: str, cell: Rect) -> list[Box]:
    """The level of a step on the curve: the middle of its face stands at its height."""
    level = ask.project.value(ask.canvas, zone.id, step)
    word = ask.project.words(ask.canvas, zone.id, step, "word")
    if level is None and not word:
        return []
    face = ask.room.px(FACE)
    y = cell.y + level_y(ask.room, zone, level if isinstance(level, int) else None)
    row = f"{ask.canvas}/{step}/{zone.id}"
    place = Rect(cell.x + cell.w / 2 - face / 2, y - face / 2, face, face)
    return [Box("point", ask.canvas, place, "answer", row, zone.id, step, text=word, value=level)]


def level_y(room: Room, zone: Zone, level: int | None) -> float:
    """How far under the top of its lane a level stands; a word without a level stands in the middle."""
    low, high = zone.range or (-2, 2)
    share = 0.5 if level is None else (high - min(max(level, low), high)) / (high - low)
    margin = FACE / 2 + 14
    return room.px(margin + share * (CURVE - 2 * margin))


def _value(ask: Ask, zone: Zone, step: str, corner: tuple[float, float], width: float) -> list[Box]:
    """A tick, a duration, the options chosen: one text in the cell."""
    value = ask.project.value(ask.canvas, zone.id, step)
    text = as_read(ask.project, ask.kind, zone, value)
    if zone.kind == "grid_choices":
        chosen = ask.project.chosen(ask.canvas, zone.id, step)
        options = [option for option in ask.kind.options(zone.vocabulary) if str(option.id) in chosen]
        text = "\n".join(option_label((option,), option.id) for option in options)
    if not text or (zone.kind == "grid_check" and not value):
        return []
    px = ask.room.px
    high = ask.measure(text, "value", width - px(2 * CARD_X)) + px(10)
    place, row = Rect(*corner, width, high), f"{ask.canvas}/{step}/{zone.id}"
    return [
        Box(
            "value",
            ask.canvas,
            place,
            "answer",
            row,
            zone.id,
            step,
            text=text,
            value=value,
            colour=zone.colour,
            inner=place.inset(px(CARD_X), px(5)),
        )
    ]
