"""Choosing: at once on the screen, and found again at the next start."""

import pytest

from labdesk.ui.choices import Choices
from labdesk.ui.settings import Settings, load_settings
from labdesk.ui.style import SCALES, Look


@pytest.fixture
def choices(look: Look) -> Choices:
    """The choices of a first start."""
    return Choices(look, Settings())


def test_a_theme_is_taken_at_once_and_kept(choices: Choices, look: Look) -> None:
    seen = []
    for _each in range(2):
        choices.toggle_theme()
        seen.append((look.theme, load_settings().theme))
    assert seen == [("contrast", "contrast"), ("light", "light")]


def test_text_grows_step_by_step_to_the_largest_and_back(choices: Choices, look: Look) -> None:
    seen = [look.scale]
    for by in (1, 1, 1, 1, -1, -1, -1, -1):
        choices.step_scale(by)
        seen.append(look.scale)
    assert seen == [*SCALES, 2.0, 1.5, 1.25, 1.0, 1.0]


def test_panels_language_and_movement_are_kept(choices: Choices, look: Look) -> None:
    choices.rail(True)
    choices.drawer(False)
    choices.language("en")
    choices.reduced_motion(True)
    kept = load_settings()
    assert (kept.rail, kept.drawer, kept.language, kept.reduced_motion) == (True, False, "en", True)
    assert look.reduced_motion
