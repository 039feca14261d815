"""Marks of someone who edits: the ring around the current thing, « + Ajouter » in its cell only."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.canvas_type import Zone
from labdesk.domain.cards import GAP, PAD
from labdesk.domain.chain_layout import next_why
from labdesk.domain.durations import total_of
from labdesk.domain.layout import Box, Part, Plan, Rect
from labdesk.domain.whys import ENOUGH
from labdesk.ui.canvas.ink import FAR, Ink, dashed, surface, to_qt, zoom_of
from labdesk.ui.canvas.moves import part_of
from labdesk.words import _

HANDLE, GRIP = 20, 32
"""px: the handle that ties a note as it is seen, and as it is grasped."""
HEADS = ("phase", "step", "add", "lane")
"""Things that stay when one scrolls."""
TIGHT = 32, 20
"""Design px of « + » where « + Ajouter » would hide the words of a card below."""
LOW = 18
"""Design px that the words « + Ajouter » need."""
SIDE = 8
"""Design px left and right of words in a dashed or a floating box."""


class FocusItem(QGraphicsItem):
    """One for each scene that is edited. `ghost` is where one clicks to add; None: nothing is added here."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self.box: Box | None = None
        self.ghost: Rect | None = None
        self.handle: Rect | None = None
        """Where one takes a line to tie the current note; None: nothing is tied here."""
        self._words = self._hint = ""
        self._aside: tuple[Rect, str] | None = None
        self._strong = False
        self.setZValue(30)

    def mark(
        self,
        box: Box | None,
        ghost: tuple[Rect, str] | None,
        strong: bool,
        hint: str = "",
        aside: tuple[Rect, str] | None = None,
        handle: Rect | None = None,
    ) -> None:
        """This is current; `strong`: the keyboard is here; `hint`: what one does in this empty cell.

        `aside`: the guiding question of a lane, beside its head. `handle`: where a line is taken to tie it.
        """
        self._hint, self._aside = hint, aside
        self.prepareGeometryChange()
        self.handle = handle
        self.box, self._strong = box, strong
        self.ghost, self._words = ghost or (None, "")
        self.setZValue(60 if box and box.kind in HEADS else 30)
        self.setVisible(box is not None)
        self.update()

    def boundingRect(self) -> QRectF:
        rect = to_qt(self.box.rect) if self.box else QRectF()
        if self.ghost is not None:
            rect = rect.united(to_qt(self.ghost))
        if self.handle is not None:
            rect = rect.united(to_qt(self.handle))
        if self._aside is not None:
            rect = rect.united(to_qt(self._aside[0]))
        return rect.adjusted(-8, -8, 8, 8)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self.box is None:
            return
        look = self.ink.look
        if self._hint and zoom_of(painter) >= FAR:
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            place = to_qt(self.box.rect).adjusted(6, self.ink.px(8), -6, 0)
            self.ink.line_of(painter, self._hint, "question", place, look.colour("ink2"), flags)
        if self.ghost is not None and zoom_of(painter) >= FAR:
            self._draw_ghost(painter, to_qt(self.ghost))
        if self._aside is not None and zoom_of(painter) >= FAR:
            self._draw_aside(painter, to_qt(self._aside[0]), self._aside[1])
        card = self.box.kind in ("note", "photo", "link", "value", "option", "offer", "chain")
        rect = to_qt(self.box.rect).adjusted(-2.5, -2.5, 2.5, 2.5)
        if not card:
            rect = to_qt(self.box.rect).adjusted(2, 2, -2, -2)
        radius = look.radius("m") + 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("surface"), 5))
        painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(QPen(look.colour("focus"), 3) if self._strong else QPen(look.colour("border"), 1))
        painter.drawRoundedRect(rect, radius, radius)
        if self.handle is not None and zoom_of(painter) >= FAR:
            self._draw_handle(painter, to_qt(self.handle))

    def _draw_handle(self, painter: QPainter, rect: QRectF) -> None:
        """A small round end of a line, on the edge of the note."""
        side = self.ink.px(HANDLE)
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(rect.center())
        painter.setPen(QPen(self.ink.look.colour("focus"), 1.5))
        painter.setBrush(self.ink.look.colour("surface"))
        painter.drawEllipse(spot)
        size = self.ink.px(12)
        painter.drawPixmap(
            spot.center() - QPointF(size / 2, size / 2), self.ink.icon("link", "primary", size=12)
        )

    def _draw_ghost(self, painter: QPainter, rect: QRectF) -> None:
        look = self.ink.look
        painter.setPen(dashed(look, "border"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(rect, look.radius("m"), look.radius("m"))
        painter.setFont(self.ink.letters.font("question"))
        painter.setPen(look.colour("ink2"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(self.ink.px(SIDE), 0, -self.ink.px(SIDE), 0), flags, self._words)

    def _draw_aside(self, painter: QPainter, rect: QRectF, words: str) -> None:
        look, side = self.ink.look, self.ink.px(SIDE)
        surface(painter, rect, look, look.radius("m"))
        painter.setFont(self.ink.letters.font("question"))
        painter.setPen(look.colour("ink2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(side, 0, -side, 0), flags, words)


def ghost_of(plan: Plan, box: Box, zone: Zone | None) -> tuple[Rect, str] | None:
    """Where « + Ajouter » stands in the cell or zone of a thing, and what it says; None: nothing is added."""
    words = _addition(zone)
    part = part_of(plan, box.key)
    if words is None or part is None or box.folded or box.kind in HEADS:
        return None
    holders = [
        b for b in part.boxes if b.kind in ("cell", "zone") and (b.kind == "zone" or b.step == box.step)
    ]
    if not holders:
        return None
    holder = holders[0]
    held = [b for b in part.boxes if b is not holder and b.step == holder.step and _inside(b)]
    unit = plan.room.unit
    if box.kind == "offer":
        return None
    if zone is not None and zone.kind == "chain" and box.kind in ("note", "chain"):
        return _next_why(part, box, unit)
    if (
        zone is not None
        and zone.at_most is not None
        and sum(b.kind == "note" for b in held) >= zone.at_most > 1
    ):
        return None
    margin = (PAD if holder.kind == "cell" else 12) * unit
    cards = [b for b in held if b.kind != "question"]
    top = max([holder.rect.y + margin, *(b.rect.bottom + GAP * unit for b in held)])
    high = (24 if cards else 36) * unit
    left = holder.rect.bottom - 2 * unit - top
    if LOW * unit <= left < high:  # not across the line of the lane below
        high = left
    wide = min(holder.rect.w - 2 * margin, 226 * unit)
    return Rect(part.rect.x + holder.rect.x + margin, part.rect.y + top, wide, high), words


def tight(plan: Plan, ghost: tuple[Rect, str] | None) -> tuple[Rect, str] | None:
    """« + Ajouter » as it is shown: only « + », between two cards, where it would hide the one below."""
    if ghost is None or not any(
        _covers(part, ghost[0]) for part in plan.parts if part.rect.crosses(ghost[0])
    ):
        return ghost
    wide, high = (side * plan.room.unit for side in TIGHT)
    middle = ghost[0].y - GAP * plan.room.unit + PAD * plan.room.unit
    return Rect(ghost[0].x + (ghost[0].w - wide) / 2, middle - high / 2, wide, high), "+"


def _covers(part: Part, place: Rect) -> bool:
    """A card of the part stands on this place of the canvas, if only by an edge."""
    left, top = place.x - part.rect.x, place.y - part.rect.y
    right, bottom = left + place.w, top + place.h
    return any(
        box.rect.y < bottom
        and box.rect.x < right
        and box.kind in ("note", "photo")
        and box.rect.right > left
        and box.rect.bottom > top
        for box in part.boxes
    )


def handle_of(plan: Plan, box: Box) -> Rect | None:
    """Where one takes a line to tie a note: on its right edge; None where nothing is tied."""
    if box.kind != "note" or not box.text.strip() or not plan.view.editing:
        return None
    side = GRIP * plan.room.unit
    return Rect(box.rect.right - side / 2, box.rect.y + box.rect.h / 2 - side / 2, side, side)


def _next_why(part: Part, box: Box, unit: float) -> tuple[Rect, str] | None:
    """« + Pourquoi 3 » after the last card of the chain one is in."""
    line = box.row if box.kind == "chain" else box.part
    chain = next((b for b in part.boxes if b.kind == "chain" and b.row == line), None)
    if chain is None:
        return None
    cards = [b for b in part.boxes if b.kind == "note" and b.part == line]
    if len(cards) >= ENOUGH:
        return None
    place = next_why(cards, chain, unit).moved(part.rect.x, part.rect.y)
    return place, _("+ Pourquoi {n}").format(n=len(cards) + 1)


def hint_of(plan: Plan, box: Box, zone: Zone | None) -> str:
    """What one does in an empty cell of the curve or of a lane of numbers; empty elsewhere."""
    if zone is None or box.kind != "cell" or not box.step or box.folded:
        return ""
    part = part_of(plan, box.key)
    if part is None or any(b.kind in ("point", "value") and b.step == box.step for b in part.boxes):
        return ""
    if zone.kind == "grid_number":
        total = total_of(b.text for b in part.boxes if b.kind == "value")
        bare = total.plain is not None and not total.unit
        return _("un nombre") if bare else _("un nombre et son unité")
    if zone.kind != "grid_score":
        return ""
    low, high = zone.range or (-2, 2)
    return _("1 à {most}, ou glisser").format(most=high - low + 1)


def _inside(box: Box) -> bool:
    return box.kind in ("note", "photo", "link", "field", "column", "chain", "question")


def _addition(zone: Zone | None) -> str | None:
    """What can be added to a zone, in words."""
    if zone is None:
        return None
    if zone.kind in ("photos", "grid_photos"):
        return _("+ Photo")
    if zone.kind == "table":
        return _("+ Ligne")
    if zone.kind == "refs":
        return _("+ Lien")
    return _("+ Ajouter") if zone.holds_notes else None
