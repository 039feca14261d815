"""What a cell of a grid or a zone of a sheet holds: cards, photos. Each takes the width given."""

from collections.abc import Sequence

from labdesk.domain.box import Ask, Box, Rect
from labdesk.domain.canvas_type import Zone
from labdesk.domain.entities import Note, Photo
from labdesk.domain.sieve import tags_of
from labdesk.domain.ties import others_of

PAD, GAP = 7, 6
"""Around and between the cards of a cell, in design pixels."""
CARD_X, CARD_Y, FOOT = 9, 6, 17
"""Inside a card: beside its text, above and below it, and for votes, links, evidence when it has any."""
THUMB = 64
"""The height of a photo in a cell of the grid."""


def card(
    ask: Ask, note: Note, zone: Zone, corner: tuple[float, float], width: float, rank: int, of: int
) -> Box:
    """A note as a card, as high as its text and its footer."""
    text, room = note.text or "", ask.room
    (x, y), margin_x, margin_y = corner, room.px(CARD_X), room.px(CARD_Y)
    votes, evidence, voice = ask.project.votes_seen(note.id), note.evidence or "", note.voice or ""
    author, tags = _other_table(ask, note), tags_of(note)
    high = ask.measure(text, "note", width - 2 * margin_x)
    links = len(others_of(ask.project, note.id)) if ask.view.editing else 0
    foot = room.px(FOOT) if votes or evidence or voice or author or tags or links else 0.0
    return Box(
        "note",
        ask.canvas,
        Rect(x, y, width, high + foot + 2 * margin_y),
        "note",
        note.id,
        zone.id,
        note.step or "",
        note.line or "",
        text,
        None,
        zone.colour,
        rank,
        of,
        Rect(x + margin_x, y + margin_y, width - 2 * margin_x, high),
        votes,
        evidence,
        voice,
        False,
        author,
        tags,
        links=links,
    )


def _other_table(ask: Ask, note: Note) -> str:
    """The table a note comes from, where it says something: not one's own, not that of the whole canvas."""
    table = note.author_table or ""
    if not table or not ask.view.editing or table == ask.view.home:
        return ""
    canvas = ask.project.canvas.get(ask.canvas)
    return "" if canvas is not None and canvas.author_table == table else table


def stacked(
    ask: Ask, notes: Sequence[Note], zone: Zone, corner: tuple[float, float], width: float
) -> list[Box]:
    """Cards one under the other."""
    x, y = corner
    boxes: list[Box] = []
    for rank, note in enumerate(notes):
        boxes.append(card(ask, note, zone, (x, y), width, rank, len(notes)))
        y = boxes[-1].rect.bottom + ask.room.px(GAP)
    return boxes


def side_by_side(
    ask: Ask,
    notes: Sequence[Note],
    zone: Zone,
    corner: tuple[float, float],
    width: float,
    across: int,
    between: float = GAP,
) -> list[Box]:
    """Cards in rows of `across`, read line by line; a row is as high as its fullest card."""
    gap = ask.room.px(between)
    wide = (width - gap * (across - 1)) / across
    x, y = corner
    boxes: list[Box] = []
    for start in range(0, len(notes), across):
        row = [
            card(ask, note, zone, (x + i * (wide + gap), y), wide, start + i, len(notes))
            for i, note in enumerate(notes[start : start + across])
        ]
        boxes += row
        y = max(box.rect.bottom for box in row) + gap
    return boxes


def pictures(
    ask: Ask, photos: Sequence[Photo], zone: Zone, corner: tuple[float, float], width: float, high: float
) -> list[Box]:
    """Photos of one height in rows, about 4 to 3, read line by line."""
    gap, (x, y) = ask.room.px(GAP), corner
    across = max(1, int((width + gap) // (high * 4 / 3 + gap)))
    wide = min((width + gap) / across - gap, high * 5 / 3)
    boxes = []
    for rank, photo in enumerate(photos):
        place = Rect(x + rank % across * (wide + gap), y + rank // across * (high + gap), wide, high)
        boxes.append(
            Box(
                "photo",
                ask.canvas,
                place,
                "photo",
                photo.id,
                zone.id,
                photo.step or "",
                text=photo.alt or photo.caption or "",
                value=photo.picture,
                index=rank,
                of=len(photos),
            )
        )
    return boxes
