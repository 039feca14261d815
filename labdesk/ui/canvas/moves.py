"""Where the arrow keys go on a canvas: from a thing to its neighbour. It knows plans, not widgets."""

from collections.abc import Iterator
from typing import Literal

from labdesk.domain.layout import HEAD, Box, Part, Plan

Key = tuple[str, str, str, str, str]
"""The key of a Box: the same thing in two arrangements."""
Way = Literal["left", "right", "up", "down"]
HELD = ("note", "photo", "value", "option", "field", "link", "chain", "offer")
"""What can be reached inside a zone of a sheet; in a cell of the grid only notes and photos are."""


def cell_key(zone: str, step: str) -> Key:
    """The key of a cell of the grid."""
    return "cell", "", zone, step, ""


def zone_key(zone: str) -> Key:
    """The key of a box of a sheet."""
    return "zone", "", zone, "", ""


def part_of(plan: Plan, key: Key) -> Part | None:
    """The lane or the zone in which a thing stands."""
    kind, _row, zone, _step, _part = key
    if kind in ("phase", "step", "add"):
        return plan.part.get(HEAD)
    return plan.part.get(zone) or plan.part.get(f"{plan.canvas}/{zone}")


def find(plan: Plan, key: Key | None) -> Box | None:
    """The thing, placed in the canvas; None when it is not there any more."""
    part = part_of(plan, key) if key else None
    if key is None or part is None:
        return None
    kind, row, zone, step, piece = key
    for box in part.boxes:  # field by field: a lane may hold two thousand, and to make their keys is dear
        if box.row == row and box.kind == kind and (box.zone, box.step, box.part) == (zone, step, piece):
            return box.moved(part.rect.x, part.rect.y)
    return None


def stops(part: Part) -> Iterator[Box]:
    """What can be reached in a part, in reading order, in the part's own corner."""
    if part.id == HEAD:
        yield from part.boxes
        return
    grid = any(box.kind == "lane" for box in part.boxes)
    if not grid:
        held = [box for box in part.boxes if box.kind in HELD]
        yield from held or part.boxes[:1]
        return
    for box in part.boxes:
        if box.kind in ("lane", "note", "photo") or (box.kind == "cell" and not _holds(part, box)):
            yield box


def _holds(part: Part, cell: Box) -> bool:
    return any(box.kind in ("note", "photo") and box.step == cell.step for box in part.boxes)


def in_cell(part: Part, step: str) -> list[Box]:
    """What can be reached in one cell of a lane: its notes and photos, else the cell itself."""
    held = [box for box in part.boxes if box.step == step and box.kind in ("note", "photo")]
    return held or [box for box in part.boxes if box.step == step and box.kind == "cell"]


def first(plan: Plan) -> Key | None:
    """Where someone who comes in begins: the first cell, or the first box of a sheet."""
    for part in plan.parts:
        for box in stops(part):
            if box.kind not in ("phase", "step", "add", "lane"):
                return box.key
    return next((box.key for part in plan.parts for box in stops(part)), None)


def next_to(plan: Plan, key: Key, way: Way) -> Key | None:
    """The neighbour of a thing, or None at the edge; of what is not there any more: where one begins."""
    if find(plan, key) is None:
        return first(plan)
    if plan.columns:
        return _on_grid(plan, key, way)
    return _on_sheet(plan, key, way)


def edge(plan: Plan, key: Key, way: Way) -> Key | None:
    """The last thing in a direction (Début, Fin)."""
    seen = key
    while (further := next_to(plan, seen, way)) and not (way == "left" and further[0] == "lane"):
        seen = further
    return seen


def along(plan: Plan, key: Key, by: int) -> Key | None:
    """The next (1) or previous (−1) thing in reading order."""
    order = [box.key for part in plan.parts for box in stops(part)]
    if key not in order:
        return order[0] if order else None
    rank = order.index(key) + by
    return order[rank] if 0 <= rank < len(order) else None


def beyond(plan: Plan, key: Key, by: int) -> Key | None:
    """Where Tab (1) and Maj+Tab (−1) go: the next zone of a sheet, the next step or lane; None: out of it."""
    part = part_of(plan, key)
    if part is None:
        return first(plan)
    here = _groups(plan, part, key)
    rank = next((i for i, group in enumerate(here) if key in group), -1 if by > 0 else len(here)) + by
    if 0 <= rank < len(here):
        return here[rank][0]
    parts = list(plan.parts)
    row = parts.index(part) + by
    while 0 <= row < len(parts):
        if there := _groups(plan, parts[row]):
            return there[0 if by > 0 else -1][0]
        row += by
    return None


def _groups(plan: Plan, part: Part, key: Key | None = None) -> list[list[Key]]:
    """What Tab takes as one in a part: a head, a cell, a whole box of a sheet."""
    if part.id == HEAD:
        return [[box.key] for box in part.boxes]
    lane = next((box.key for box in part.boxes if box.kind == "lane"), None)
    if lane is None:
        return [[box.key for box in stops(part)]]
    cells = [[box.key for box in in_cell(part, step)] for step in plan.columns]
    return [*([[lane]] if key == lane else []), *(cell for cell in cells if cell)]


# -- a grid: rows are phases, steps, then lanes; the heads of lanes stand before the first step
def _on_grid(plan: Plan, key: Key, way: Way) -> Key | None:
    part = part_of(plan, key)
    if part is None:
        return None
    if part.id == HEAD:
        return _on_heads(plan, part, key, way)
    if way in ("left", "right"):
        return _sideways(plan, part, key, 1 if way == "right" else -1)
    return _up_or_down(plan, part, key, 1 if way == "down" else -1)


def _sideways(plan: Plan, part: Part, key: Key, by: int) -> Key | None:
    steps = list(plan.columns)
    column = -1 if key[0] == "lane" else steps.index(key[3])
    if column + by == -1:
        return next((box.key for box in part.boxes if box.kind == "lane"), None)
    if not 0 <= column + by < len(steps):
        return None
    here = [box.key for box in in_cell(part, key[3])]
    there = in_cell(part, steps[column + by])
    rank = here.index(key) if key in here else 0
    return there[min(rank, len(there) - 1)].key if there else None


def _up_or_down(plan: Plan, part: Part, key: Key, by: int) -> Key | None:
    here = [box.key for box in in_cell(part, key[3])]
    rank = here.index(key) + by if key in here else -1
    if 0 <= rank < len(here):
        return here[rank]
    lanes = [p.id for p in plan.parts]
    row = lanes.index(part.id) + by
    if not 0 <= row < len(lanes):
        return None
    other = plan.parts[row]
    if other.id == HEAD:
        return next((box.key for box in other.boxes if box.kind == "step" and box.row == key[3]), None)
    if key[0] == "lane":
        return next((box.key for box in other.boxes if box.kind == "lane"), None)
    there = in_cell(other, key[3])
    return there[0 if by > 0 else -1].key if there else None


def _on_heads(plan: Plan, part: Part, key: Key, way: Way) -> Key | None:
    kind = key[0]
    if way in ("left", "right"):
        same = ("step", "add") if kind in ("step", "add") else (kind,)
        row = [box.key for box in part.boxes if box.kind in same]
        rank = row.index(key) + (1 if way == "right" else -1)
        return row[rank] if 0 <= rank < len(row) else None
    if kind == "phase" and way == "down":
        at = next((i for i, box in enumerate(part.boxes) if box.key == key), len(part.boxes))
        under = part.boxes[at + 1 : at + 2]
        return under[0].key if under and under[0].kind == "step" else None
    if kind == "step" and way == "up":
        at = next((i for i, box in enumerate(part.boxes) if box.key == key), 0)
        return next((box.key for box in reversed(part.boxes[:at]) if box.kind == "phase"), None)
    if kind == "step" and way == "down" and len(plan.parts) > 1:
        there = in_cell(plan.parts[1], key[1])
        return there[0].key if there else None
    return None


# -- a sheet: the nearest thing in that direction
def _on_sheet(plan: Plan, key: Key, way: Way) -> Key | None:
    here = find(plan, key)
    if here is None:
        return None
    best: tuple[float, Key] | None = None
    for part in plan.parts:
        for box in stops(part):
            if box.key != key:
                cost = _cost(here, box.moved(part.rect.x, part.rect.y), way)
                if cost is not None and (best is None or cost < best[0]):
                    best = cost, box.key
    return best[1] if best else None


def _cost(here: Box, there: Box, way: Way) -> float | None:
    """How far a box is in a direction; what is beside the way is far. None: it is not there."""
    a, b = here.rect, there.rect
    if way in ("left", "right"):
        ahead = (b.x - a.x if way == "right" else a.x - b.x, max(b.y - a.bottom, a.y - b.bottom))
        away = max(0.0, b.x - a.right if way == "right" else a.x - b.right)
    else:
        ahead = (b.y - a.y if way == "down" else a.y - b.y, max(b.x - a.right, a.x - b.right))
        away = max(0.0, b.y - a.bottom if way == "down" else a.y - b.bottom)
    if ahead[0] <= 1:
        return None
    beside = 200 + 3 * ahead[1] if ahead[1] > 0 else 0.0
    return away + beside + 0.01 * ahead[0]
