"""Which cell the spotlight goes to from another one, or from a point of the picture."""

from collections.abc import Sequence

from labdesk.domain.box import Rect


def middle(rect: Rect) -> tuple[float, float]:
    """The centre of a cell."""
    return rect.x + rect.w / 2, rect.y + rect.h / 2


def nearest(cells: Sequence[Rect], at: tuple[float, float]) -> int:
    """The cell under a point, else the one whose middle is the nearest."""
    inside = [i for i, cell in enumerate(cells) if cell.holds(*at)]
    if inside:
        return inside[0]
    return min(range(len(cells)), key=lambda i: _far(middle(cells[i]), at))


def next_cell(cells: Sequence[Rect], here: int, right: int, down: int) -> int:
    """The nearest cell in a direction; the same one at the edge."""
    x, y = middle(cells[here])
    found = []
    for at, cell in enumerate(cells):
        dx, dy = middle(cell)[0] - x, middle(cell)[1] - y
        along, aside = (dx * right, abs(dy)) if right else (dy * down, abs(dx))
        if along > 1:
            found.append((along + 3 * aside, at))
    return min(found)[1] if found else here


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
