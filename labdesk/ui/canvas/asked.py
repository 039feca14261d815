"""The guiding question of a lane, while one stands in its empty cell or on its head. It is never printed."""

from labdesk.domain.canvas_type import Zone
from labdesk.domain.layout import Box, Measure, Plan, Rect
from labdesk.ui.canvas.moves import part_of

WIDE, HIGH, SIDE = 300, 34, 8
"""Design px: the box beside the head of a lane is at most so wide and at least so high."""
Ghost = tuple[Rect, str] | None
Aside = tuple[Rect, str] | None


def asked(plan: Plan, box: Box, zone: Zone | None, ghost: Ghost, measure: Measure) -> tuple[Ghost, Aside]:
    """Where one adds, in the words of the question when the cell is empty; the question beside a lane's head.

    The box beside the head is placed from the corner of the head, in the unit of `measure`.
    """
    question = str(zone.question) if zone is not None and zone.is_lane else ""
    if not question or zone is None:
        return ghost, None
    if box.kind == "lane":
        return ghost, _beside(plan, box, question, measure)
    if ghost is None or _holds(plan, box):
        return ghost, None
    rect, side = ghost[0], plan.room.px(SIDE)
    words = f"+ {question}"
    high = max(rect.h, measure(words, "question", rect.w - 2 * side) + plan.room.px(8))
    return (Rect(rect.x, rect.y, rect.w, high), words), None


def _beside(plan: Plan, box: Box, question: str, measure: Measure) -> Aside:
    room, side = plan.room, plan.room.px(SIDE)
    wide = room.px(WIDE)
    high = max(room.px(HIGH), measure(question, "question", wide - 2 * side) + room.px(14))
    return Rect(box.rect.w + room.px(6), room.px(6), wide, high), question


def _holds(plan: Plan, box: Box) -> bool:
    """Something stands in the cell already: what is asked is known."""
    part = part_of(plan, box.key)
    held = ("note", "photo", "value", "option", "point")
    return part is None or any(b.kind in held and b.step == box.step for b in part.boxes)
