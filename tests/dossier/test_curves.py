"""The emotion curve: smooth, never beyond what was said, and told in words."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier.curves import in_words, paint, smooth
from labdesk.dossier.drawn_blocks import Feeling


@given(st.lists(st.integers(-2, 2), min_size=2, max_size=12))
def test_between_two_steps_the_line_never_leaves_their_levels(levels: list[int]) -> None:
    points = [(40.0 * place, 10.0 * level) for place, level in enumerate(levels)]
    for start, step in zip(points, smooth(points)[1:], strict=False):
        _curve, *controls = step
        first, second, end = controls
        low, high = sorted((start[1], end[1]))
        for part in range(21):
            y = _bezier(part / 20, start[1], first[1], second[1], end[1])
            assert low - 1e-6 <= y <= high + 1e-6


def _bezier(t: float, a: float, b: float, c: float, d: float) -> float:
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def test_the_curve_is_told_step_by_step_with_its_words() -> None:
    told = in_words(
        ("S'informer", "Déposer", "Attendre"), (Feeling(1, "confiant"), Feeling(None), Feeling(-9))
    )
    assert told == (
        "Courbe des émotions\u00a0: S’informer\u00a0: positif (confiant)\u202f; "
        "Déposer\u00a0: non renseigné\u202f; Attendre\u00a0: très négatif."
    )


class Paper:
    """Counts the lines and the faces that are drawn."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        self.faces = 0

    def rectangle(self, *_args: object, **_more: object) -> None: ...

    def rule(self, *_args: object, **_more: object) -> None: ...

    def circle(self, *_args: object, **more: object) -> None:
        self.faces += "stroke" in more

    def path(self, steps: list[object], **more: object) -> None:
        if more.get("line") == 1.7:
            self.lines.append(len(steps))


def test_a_step_of_which_nothing_was_said_breaks_the_printed_curve() -> None:
    paper = Paper()
    feelings = [
        Feeling(1),
        Feeling(0),
        Feeling(None),
        Feeling(-1),
        Feeling(None, "bof"),
        Feeling(2),
        Feeling(1),
    ]
    paint(paper, feelings, (0, 0, 200, 80))  # type: ignore[arg-type]
    assert paper.lines == [2, 2]
    assert paper.faces == 5
