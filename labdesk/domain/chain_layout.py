"""Chains of whys placed inside their box: numbered cards from left to right, and what the last one offers."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain import whys
from labdesk.domain.box import Ask, Box, Rect
from labdesk.domain.canvas_type import Zone
from labdesk.domain.cards import CARD_Y, GAP, side_by_side
from labdesk.domain.commands.ballot import is_full
from labdesk.domain.entities import Line, Note
from labdesk.words import NBSP, _

ACROSS, WHY = 5, 176
"""The most cards of a line, and the least width of one, in design pixels."""
ARROW, MARGIN = 24, 10
"""Between a why and the next, for the arrow; inside a chain, around its cards."""
OFFER, WIDEST = 34, 620
"""The least height of what is offered at the end of a chain, and its greatest width."""
TEXT_X = 34
"""Before the words of an offer, for its drawing."""
AFTER = 10
"""Between two chains."""


class Room(Struct, frozen=True):
    """The room of all chains: from (x, y), `w` wide."""

    ask: Ask
    zone: Zone
    x: float
    y: float
    w: float

    def px(self, n: float) -> float:
        """`n` design pixels."""
        return self.ask.room.px(n)

    @property
    def across(self) -> int:
        """How many cards stand side by side."""
        inner = self.w - 2 * self.px(MARGIN)
        return min(ACROSS, max(1, int((inner + self.px(ARROW)) // self.px(WHY + ARROW))))


def chains(room: Room) -> Iterator[Box]:
    """Each chain is a box of cards, a why after a why; then one more chain; notes of no chain come last."""
    ask, zone = room.ask, room.zone
    notes = ask.notes_at(zone.id)
    lines = ask.project.lines_of(ask.canvas, zone.id)
    y = room.y
    for rank, line in enumerate(lines):
        held = [note for note in notes if note.line == line.id]
        boxes = list(_chain(room, line, held, (rank, len(lines)), y))
        yield from boxes
        y = boxes[0].rect.bottom + room.px(AFTER)
    if lines and ask.view.editing and not is_full(ask.project, ask.canvas, zone):
        yield _offer(room, y, _("Autre chaîne de pourquoi"), "chain", room.w)
        y += room.px(OFFER + AFTER)
    known = {line.id for line in lines}
    loose = [note for note in notes if note.line not in known]
    inner, pad = room.w - 2 * room.px(MARGIN), room.px(MARGIN)
    yield from side_by_side(ask, loose, zone, (room.x + pad, y + pad), inner, room.across, ARROW)


def _chain(room: Room, line: Line, held: Sequence[Note], rank: tuple[int, int], y: float) -> Iterator[Box]:
    """The frame, its cards each under « Pourquoi 2 », and the root cause that the last one tells."""
    ask, pad = room.ask, room.px(MARGIN)
    inner = room.w - 2 * pad
    caption = ask.measure(_why(1), "caption", inner) + room.px(4)
    cards: list[Box] = []
    top = y + pad
    for start in range(0, len(held), room.across):
        row = side_by_side(
            ask, held[start : start + room.across], room.zone, (room.x + pad, top + caption), inner,
            room.across, ARROW,
        )  # fmt: skip
        cards += [replace(b, index=start + b.index, of=len(held)) for b in row]
        top = max(box.rect.bottom for box in row) + room.px(GAP)
    bottom = top if cards else y + pad + caption + room.px(30)
    marks = [_mark(room, card, caption) for card in cards]
    wraps = 0 < len(held) < whys.ENOUGH and len(held) % room.across == 0 and room.across > 1
    beside = cards[0].rect.w + room.px(ARROW) if wraps else 0.0  # where the next card will stand is left free
    offers = list(_root(room, line, bottom, beside))
    bottom = max([bottom, *(box.rect.bottom + room.px(GAP) for box in offers)])
    place = Rect(room.x, y, room.w, bottom - y + pad - room.px(GAP))
    name = _("Chaîne {n}").format(n=rank[0] + 1)
    yield Box(
        "chain", ask.canvas, place, "line", line.id, room.zone.id, text=name, index=rank[0], of=rank[1],
        value=len(held),
    )  # fmt: skip
    for mark, card in zip(marks, cards, strict=True):
        yield mark
        yield card
    yield from offers


def _why(number: int) -> str:
    return _("Pourquoi {n}").format(n=number).replace(" ", NBSP)


def _mark(room: Room, card: Box, high: float) -> Box:
    """What stands over a card."""
    place = Rect(card.rect.x, card.rect.y - high, card.rect.w, high)
    return Box(
        "why", room.ask.canvas, place, zone=room.zone.id, part=card.row, text=_why(card.index + 1),
        colour=room.zone.colour, index=card.index, inner=place,
    )  # fmt: skip


def _root(room: Room, line: Line, y: float, beside: float) -> Iterator[Box]:
    """The last why as a root cause: offered while one edits, or told as kept."""
    ask = room.ask
    cause = whys.proposed(ask.project, line.id)
    if not cause or not ask.view.editing or whys.keeps(ask.kind) is None:
        return
    kept = whys.is_kept(ask.project, ask.canvas, cause)
    words = _("Cause racine gardée : {cause}") if kept else _("Garder comme cause racine : {cause}")
    wide = room.w - 2 * room.px(MARGIN) - beside
    offer = _offer(room, y, words.format(cause=cause), "root", wide, line.id, kept)
    yield offer.moved(beside, 0)


def _offer(
    room: Room, y: float, words: str, part: str, wide: float, row: str = "", done: bool = False
) -> Box:
    """Something one key does: its words, `value` 1 once it is done."""
    margin = room.px(TEXT_X)
    wide = min(wide, room.px(WIDEST))
    high = room.ask.measure(words, "value", wide - margin - room.px(12))
    tall = max(room.px(OFFER), high + 2 * room.px(CARD_Y))
    x = room.x + (room.px(MARGIN) if part == "root" else 0)
    place = Rect(x, y, wide, tall)
    inner = Rect(x + margin, y + (tall - high) / 2, wide - margin - room.px(12), high)
    return Box(
        "offer", room.ask.canvas, place, "line" if row else "", row, room.zone.id, part=part, text=words,
        value=int(done), inner=inner,
    )  # fmt: skip


def next_why(cards: Sequence[Box], chain: Box, unit: float) -> Rect:
    """Where the next card of a chain will stand: after its last one, or at the start of a new line."""
    if not cards:
        pad = MARGIN * unit
        return Rect(
            chain.rect.x + pad,
            chain.rect.y + pad + 18 * unit,
            min(WHY * unit, chain.rect.w - 2 * pad),
            34 * unit,
        )
    last = cards[-1].rect
    x = last.right + ARROW * unit
    if x + last.w <= chain.rect.right + 1:
        return Rect(x, last.y, last.w, 34 * unit)
    row = max(card.rect.bottom for card in cards)
    return Rect(cards[0].rect.x, row + GAP * unit, last.w, 34 * unit)
