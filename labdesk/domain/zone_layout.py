"""What each kind of zone of a sheet holds, placed inside its box: cards, answers, options, links, tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.box import Ask, Box, Rect
from labdesk.domain.canvas_type import Option, Zone, option_label
from labdesk.domain.cards import CARD_X, GAP, pictures, side_by_side
from labdesk.domain.chain_layout import Room as ChainRoom
from labdesk.domain.chain_layout import chains
from labdesk.domain.entities import Line, Value
from labdesk.domain.shown import as_read, name_of

CARD, PICTURE, ONLY_PICTURE = 230, 120, 260
"""The least width of a card in a wide box; the height of a photo, and of one that is alone: design pixels."""
LINE, FIELD = 26, 30
"""The least height of an option or a link, and of a cell of a table."""
LINES = {"text": 2}
"""How many lines an empty answer shows, while it can be typed."""


class Inside(Struct, frozen=True):
    """The room inside one zone, under its label: what is held is placed from (x, y) and `w` wide."""

    ask: Ask
    zone: Zone
    x: float
    y: float
    w: float

    def px(self, n: float) -> float:
        """`n` design pixels."""
        return self.ask.room.px(n)


def _cards(inside: Inside) -> list[Box]:
    ask, zone = inside.ask, inside.zone
    across = max(1, int((inside.w + inside.px(GAP)) // inside.px(CARD + GAP)))
    notes = ask.notes_at(zone.id)
    boxes = side_by_side(ask, notes, zone, (inside.x, inside.y), inside.w, across)
    if zone.kind == "dates":
        return [replace(box, text=as_read(ask.project, ask.kind, zone, box.text)) for box in boxes]
    return boxes


def _chains(inside: Inside) -> Iterator[Box]:
    return chains(ChainRoom(inside.ask, inside.zone, inside.x, inside.y, inside.w))


def _value(inside: Inside) -> Iterator[Box]:
    """One answer as people read it; an empty one keeps the room to type it."""
    ask, zone = inside.ask, inside.zone
    value = ask.project.value(ask.canvas, zone.id)
    text = as_read(ask.project, ask.kind, zone, value)
    lines = LINES.get(zone.kind, 1) if ask.view.editing else 1
    margin = inside.px(CARD_X - 2), inside.px(6)
    least = ask.measure("\n".join("X" * lines), "value", inside.w)
    high = max(ask.measure(text, "value", inside.w - 2 * margin[0]), least) + 2 * margin[1]
    place, row = Rect(inside.x, inside.y, inside.w, high), f"{ask.canvas}/{zone.id}"
    yield Box(
        "value", ask.canvas, place, "answer", row, zone.id, text=text, value=value, inner=place.inset(*margin)
    )


def _options(inside: Inside) -> Iterator[Box]:
    """Options to tick, one under the other; on paper only those that are ticked."""
    ask, zone = inside.ask, inside.zone
    chosen = ask.project.chosen(ask.canvas, zone.id)
    y = inside.y
    for option in ask.kind.options(zone.vocabulary):
        on = str(option.id) in chosen
        if not on and not ask.view.editing:
            continue
        place = _line(inside, y, option_label((option,), option.id), inside.px(26))
        yield _option_box(inside, option, on, place)
        y = place.bottom


def _option_box(inside: Inside, option: Option, on: bool, place: Rect) -> Box:
    row = f"{inside.ask.canvas}/{inside.zone.id}/{option.id}"
    inner = Rect(place.x + inside.px(26), place.y, place.w - inside.px(26), place.h)
    text = option_label((option,), option.id)
    return Box(
        "option",
        inside.ask.canvas,
        place,
        "answer",
        row,
        inside.zone.id,
        part=str(option.id),
        text=text,
        value=int(on),
        inner=inner,
    )


def _levels(inside: Inside) -> Iterator[Box]:
    """The levels of a score side by side."""
    ask, zone = inside.ask, inside.zone
    low, high = zone.range or (1, 5)
    value = ask.project.value(ask.canvas, zone.id)
    wide = min(inside.w / (high - low + 1), inside.px(64))
    for rank, level in enumerate(range(low, high + 1)):
        place = Rect(inside.x + rank * wide, inside.y, wide, inside.px(40))
        text = option_label(ask.kind.options(zone.vocabulary), level)
        row = f"{ask.canvas}/{zone.id}"
        on = int(value == level)
        yield Box(
            "option",
            ask.canvas,
            place,
            "answer",
            row,
            zone.id,
            part=str(level),
            text=text,
            value=on,
            index=rank,
            of=high - low + 1,
        )


def _check(inside: Inside) -> Iterator[Box]:
    ask, zone = inside.ask, inside.zone
    value = ask.project.value(ask.canvas, zone.id)
    text = as_read(ask.project, ask.kind, zone, value or 0)
    place = _line(inside, inside.y, text, inside.px(26))
    inner = Rect(place.x + inside.px(26), place.y, place.w - inside.px(26), place.h)
    row = f"{ask.canvas}/{zone.id}"
    on = int(bool(value))
    yield Box("option", ask.canvas, place, "answer", row, zone.id, text=text, value=on, inner=inner)


def _line(inside: Inside, y: float, text: str, margin: float) -> Rect:
    high = max(inside.px(LINE), inside.ask.measure(text, "value", inside.w - margin) + inside.px(6))
    return Rect(inside.x, y, inside.w, high)


def _links(inside: Inside) -> Iterator[Box]:
    """What the zone points to, one under the other."""
    ask, zone = inside.ask, inside.zone
    links = ask.project.links_from(ask.canvas, zone.id)
    y = inside.y
    for rank, link in enumerate(links):
        text = name_of(ask.project, link.target or "")
        place = _line(inside, y, text, inside.px(26))
        inner = Rect(place.x + inside.px(22), place.y, place.w - inside.px(26), place.h)
        yield Box(
            "link",
            ask.canvas,
            place,
            "link",
            link.id,
            zone.id,
            part=link.target or "",
            text=text,
            index=rank,
            of=len(links),
            inner=inner,
        )
        y = place.bottom + inside.px(4)


def _photos(inside: Inside) -> list[Box]:
    ask, zone = inside.ask, inside.zone
    photos = ask.project.photos_at(ask.canvas, zone.id)
    high = ONLY_PICTURE if zone.at_most == 1 and len(photos) == 1 else PICTURE
    return pictures(ask, photos, zone, (inside.x, inside.y), inside.w, inside.px(high))


def _table(inside: Inside) -> Iterator[Box]:
    """Heads of columns, then a line after a line; the first column takes twice the width of the others."""
    ask, zone = inside.ask, inside.zone
    wide = inside.w / (len(zone.columns) + 1) if len(zone.columns) > 1 else inside.w
    edges, x = [], inside.x
    for rank in range(len(zone.columns)):
        span = wide * 2 if rank == 0 and len(zone.columns) > 1 else wide
        edges.append((x, span))
        x += span
    heads = [
        ask.measure(str(c.label), "column", w - inside.px(12))
        for c, (_x, w) in zip(zone.columns, edges, strict=True)
    ]
    high = max(heads) + inside.px(8)
    for column, (x, w) in zip(zone.columns, edges, strict=True):
        place = Rect(x, inside.y, w, high)
        inner = place.inset(inside.px(6), inside.px(4))
        yield Box(
            "column", ask.canvas, place, zone=zone.id, part=column.id, text=str(column.label), inner=inner
        )
    y = inside.y + high
    lines = ask.project.lines_of(ask.canvas, zone.id)
    for rank, line in enumerate(lines):
        fields = list(_fields(inside, line, (rank, len(lines)), edges, y))
        yield from fields
        y = fields[0].rect.bottom


def _fields(
    inside: Inside, line: Line, rank: tuple[int, int], edges: list[tuple[float, float]], y: float
) -> Iterator[Box]:
    ask, zone = inside.ask, inside.zone
    values: list[Value] = [ask.project.cell(line.id, column.id) for column in zone.columns]
    texts = [as_read(ask.project, ask.kind, c, v) for c, v in zip(zone.columns, values, strict=True)]
    highs = [ask.measure(t, "value", w - inside.px(12)) for t, (_x, w) in zip(texts, edges, strict=True)]
    high = max(inside.px(FIELD), *(h + inside.px(10) for h in highs))
    for column, value, text, (x, w) in zip(zone.columns, values, texts, edges, strict=True):
        place = Rect(x, y, w, high)
        yield Box(
            "field",
            ask.canvas,
            place,
            "line",
            line.id,
            zone.id,
            part=column.id,
            text=text,
            value=value,
            index=rank[0],
            of=rank[1],
            inner=place.inset(inside.px(6), inside.px(5)),
        )


_ANSWERS = ("text_short", "text", "date", "number", "money", "choice", "ref")

HOLDERS: Mapping[str, Callable[[Inside], Iterable[Box]]] = {
    "notes": _cards,
    "dates": _cards,
    "chain": _chains,
    "choices": _options,
    "score": _levels,
    "check": _check,
    "refs": _links,
    "photos": _photos,
    "table": _table,
    **dict.fromkeys(_ANSWERS, _value),
}
