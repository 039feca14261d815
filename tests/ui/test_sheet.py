"""The style sheet: every token is filled in, in both themes and at every text size."""

import re

import pytest
from PySide6.QtWidgets import QLabel

from labdesk.ui.sheet import role
from labdesk.ui.style import SCALES, Look, ThemeName


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("scale", SCALES)
def test_every_token_is_filled_in(dressed: object, theme: ThemeName, scale: float) -> None:
    filled = Look(theme, scale).sheet()
    assert "$" not in filled
    assert filled.count("{") == filled.count("}")


def test_no_letter_is_smaller_than_eleven_pixels(look: Look) -> None:
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", look.sheet())]
    assert sizes
    assert min(sizes) >= 11


def test_a_role_changes_how_a_label_looks(look: Look) -> None:
    label = QLabel("Titre")
    label.ensurePolished()
    before = label.font().pixelSize()
    role(label, "h1")
    assert label.font().pixelSize() > before
