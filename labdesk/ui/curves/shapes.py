"""The lines of curves as points: what passes through the marks, and the room between two of them."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

BEND, PIECES = 0.45, 24
"""How far a curve leaves a mark level, in shares of the way to the next one; points between two marks."""


def line_through(points: Sequence[QPointF]) -> list[QPointF]:
    """The curve through some points from left to right: it never goes beyond two neighbours."""
    if len(points) < 2:
        return list(points)
    found = [points[0]]
    for a, b in pairwise(points):
        for piece in range(1, PIECES + 1):
            t = piece / PIECES
            far = BEND * (b.x() - a.x())
            x = _bezier(a.x(), a.x() + far, b.x() - far, b.x(), t)
            found.append(QPointF(x, _bezier(a.y(), a.y(), b.y(), b.y(), t)))
    return found


def _bezier(a: float, b: float, c: float, d: float, t: float) -> float:
    rest = 1 - t
    return a * rest**3 + 3 * b * rest**2 * t + 3 * c * rest * t**2 + d * t**3


def path_of(line: Sequence[QPointF]) -> QPainterPath:
    """A line to be stroked."""
    path = QPainterPath()
    path.addPolygon(QPolygonF(list(line)))
    return path


def height_at(line: Sequence[QPointF], x: float) -> float | None:
    """Where a line passes at `x`; None beside it."""
    if not line or not line[0].x() <= x <= line[-1].x():
        return None
    at = bisect_left([point.x() for point in line], x)
    if at == 0 or line[at].x() == x:
        return line[at].y()
    a, b = line[at - 1], line[at]
    return a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())


def between(one: Sequence[QPointF], other: Sequence[QPointF]) -> QPolygonF:
    """The room between two lines where both pass; empty where they never do."""
    if len(one) < 2 or len(other) < 2:
        return QPolygonF()
    start, end = max(one[0].x(), other[0].x()), min(one[-1].x(), other[-1].x())
    if start >= end:
        return QPolygonF()
    xs = sorted({start, end, *(p.x() for line in (one, other) for p in line if start < p.x() < end)})
    there = [QPointF(x, y) for x in xs if (y := height_at(one, x)) is not None]
    back = [QPointF(x, y) for x in reversed(xs) if (y := height_at(other, x)) is not None]
    return QPolygonF(there + back)
