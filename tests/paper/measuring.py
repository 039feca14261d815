"""PDFs measured: where every drawn path stands on its page, in millimetres from the top left."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

MM = 72 / 25.4
Path = tuple[tuple[float, float], ...]
Matrix = tuple[float, float, float, float, float, float]


def pages(data: bytes) -> list[tuple[tuple[float, float], list[Path]]]:
    """For each page its size in mm, and the points of each path on it, forms included."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            width, height = (float(side) for side in list(page.MediaBox)[2:])
            paths = [
                tuple((x / MM, (height - y) / MM) for x, y in path)
                for path in _paths(page, page.Resources, (1, 0, 0, 1, 0, 0))
            ]
            found.append(((width / MM, height / MM), paths))
    return found


def boxes(paths: list[Path]) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height of each path, to the hundredth of a mm."""
    made = []
    for path in paths:
        xs, ys = [x for x, _y in path], [y for _x, y in path]
        made.append(tuple(round(v, 2) for v in (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))))
    return made  # type: ignore[return-value]


def _paths(holder: Any, resources: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    kept: list[Matrix] = []
    points: list[tuple[float, float]] = []
    for step in pikepdf.parse_content_stream(holder):
        operator = str(step.operator)
        if operator in ("m", "l", "c", "re", "cm"):
            numbers = [float(one) for one in step.operands]
        if operator == "q":
            kept.append(matrix)
        elif operator == "Q":
            matrix = kept.pop()
        elif operator == "cm":
            matrix = _times(tuple(numbers), matrix)  # type: ignore[arg-type]
        elif operator in ("m", "l"):
            points.append(_at(matrix, numbers[0], numbers[1]))
        elif operator == "c":
            points.append(_at(matrix, numbers[4], numbers[5]))
        elif operator == "re":
            x, y, width, height = numbers
            points += [_at(matrix, x, y), _at(matrix, x + width, y + height)]
        elif operator == "n":
            points = []
        elif operator in ("f", "S", "B"):
            yield points
            points = []
        elif operator == "Do":
            form = resources.XObject[str(step.operands[0])]
            if str(form.Subtype) == "/Form":
                own = tuple(float(one) for one in form.Matrix)
                yield from _paths(form, form.Resources, _times(own, matrix))  # type: ignore[arg-type]


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
    )  # fmt: skip


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
