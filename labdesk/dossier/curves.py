"""The emotion curve on paper: a smooth line that never goes beyond its points, and five drawn faces."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.drawn_blocks import Curve, Feeling
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, colour, theme
from labdesk.dossier.pieces import Piece, Shape
from labdesk.dossier.shapes import Point
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.text import typeset, wrap
from labdesk.dossier.text_blocks import Run
from labdesk.words import _

FACE = 7.0  # radius, in points
_MOUTHS = {-2: -3.4, -1: -1.9, 0: 0.0, 1: 1.9, 2: 3.4}  # how far the middle of the mouth hangs


def levels() -> dict[int, str]:
    """The word of each level, for who cannot see a face."""
    return {
        -2: _("très négatif"),
        -1: _("négatif"),
        0: _("neutre"),
        1: _("positif"),
        2: _("très positif"),
    }


def in_words(steps: Sequence[str], feelings: Sequence[Feeling]) -> str:
    """The curve as a sentence: « S’informer : positif (soulagé) ; … »."""
    names = levels()
    parts = []
    for step, feeling in zip(steps, feelings, strict=False):
        level = _("non renseigné") if feeling.value is None else names[bounded(feeling.value)]
        word = f" ({feeling.word})" if feeling.word.strip() else ""
        name = step.strip() or _("étape sans nom")
        parts.append(_("{step} : {feeling}").format(step=name, feeling=f"{level}{word}"))
    return typeset(_("Courbe des émotions : {steps}.").format(steps=_(" ; ").join(parts)))


def bounded(value: int) -> int:
    """A value from −2 to +2."""
    return min(max(value, -2), 2)


def curve(block: Curve, at: Setting) -> list[Piece]:
    """A curve alone: the steps below it, and the word of each."""
    count = min(len(block.steps), len(block.feelings))
    if not count:
        return []
    steps, feelings = block.steps[:count], block.feelings[:count]
    height = min(max(block.height, 20), 120) * MM
    column = at.width / count
    node = at.node.add("Figure", typeset(block.alt) or in_words(steps, feelings))
    style = replace(look.FINE, token="ink", align="centre")
    labels = [
        (Run(step), Run(f"\n{feeling.word}", emphasis=True))
        for step, feeling in zip(steps, feelings, strict=True)
    ]
    lines = [wrap(label, style, column - 4) for label in labels]
    lines = [
        line[: int((at.down - height) / style.leading) - 2] for line in lines
    ]  # the figure tells them all
    total = height + max(map(len, lines)) * style.leading + 8

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, at.width, total)):
            paint(sheet, feelings, (x, y, at.width, height))
            for place, (label, words) in enumerate(zip(labels, lines, strict=True)):
                left = x + place * column + 2
                sheet.text(words, label, style, left, y + height + 4, column - 4, None)

    return [Shape(total, draw, before=4, after=8)]


def paint(sheet: Sheet, feelings: Sequence[Feeling], box: tuple[float, float, float, float]) -> None:
    """The ground, the line and the faces of a curve in a box (x, y, width, height), a column a feeling."""
    x, y, width, height = box
    column = width / len(feelings)
    middle, reach = y + height / 2, height / 2 - FACE - 4
    sheet.rectangle(x, y, width, height, fill=colour("surface2"))
    sheet.rule((x, middle), (x + width, middle), colour("line2"), 0.7, "2 2")
    runs: list[list[tuple[int, Point]]] = [[]]
    for place, feeling in enumerate(feelings):
        if feeling.value is None:  # nobody said how it is lived: the line stops, and begins again after it
            runs.append([])
            continue
        level = bounded(feeling.value)
        runs[-1].append((level, (x + (place + 0.5) * column, middle - level / 2 * reach)))
    for run in runs:
        if len(run) > 1:
            sheet.path(smooth([point for _level, point in run]), stroke=colour("primary"), line=1.7)
    for level, point in (one for run in runs for one in run):
        face(sheet, level, *point, FACE)


def smooth(points: Sequence[Point]) -> list[tuple[str, *tuple[Point, ...]]]:
    """A curve through points from left to right, monotone between two of them (Fritsch and Carlson, 1980)."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    tangents = [slopes[0], *(_tangent(a, b) for a, b in pairwise(slopes)), slopes[-1]]
    path: list[tuple[str, *tuple[Point, ...]]] = [("m", points[0])]
    for place, (start, end) in enumerate(pairwise(points)):
        third = (end[0] - start[0]) / 3
        first = (start[0] + third, start[1] + third * tangents[place])
        second = (end[0] - third, end[1] - third * tangents[place + 1])
        path.append(("c", first, second, end))
    return path


def _tangent(left: float, right: float) -> float:
    """Flat at a summit, else the harmonic mean of both slopes: it never overshoots."""
    return 0.0 if left * right <= 0 else 2 * left * right / (left + right)


def face(sheet: Sheet, level: int, x: float, y: float, radius: float = FACE) -> None:
    """One of five faces around (x, y): its mouth says the level; colour only repeats it."""
    shade, k = theme().emotion(level), radius / 7
    sheet.circle(x, y, radius, fill=colour("surface"), stroke=shade, line=1.3 * k)
    for side in (-1, 1):
        sheet.circle(x + side * 2.4 * k, y - 1.6 * k, 0.85 * k, fill=shade)
    hang = _MOUTHS[level] * k
    low = y + 2.9 * k - hang / 3
    mouth: list[tuple[str, *tuple[Point, ...]]] = [
        ("m", (x - 3.2 * k, low)),
        ("c", (x - 1.6 * k, low + hang), (x + 1.6 * k, low + hang), (x + 3.2 * k, low)),
    ]
    sheet.path(mouth, stroke=shade, line=1.1 * k, fill=shade if level == 2 else "", close=level == 2)
    if level == -2:
        for side in (-1, 1):
            start, end = (x + side * 3.9 * k, y - 4.3 * k), (x + side * 1.3 * k, y - 3.2 * k)
            sheet.rule(start, end, shade, 0.9 * k)
