"""The emotion curve: smooth, never beyond what was said, and told in words."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier.blocks import Feeling
from labdesk.dossier.curves import in_words, smooth


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
