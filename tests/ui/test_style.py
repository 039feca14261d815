"""The look: colours of both themes, sizes that grow together, letters no smaller than 11 px."""

import pytest
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot

from labdesk.ui.style import SCALES, Look


def test_changing_the_theme_is_told_once_and_changes_the_colours(look: Look, qtbot: QtBot) -> None:
    light = look.colour("ink")
    with qtbot.waitSignal(look.changed):
        look.become(theme="contrast")
    assert look.colour("ink") != light
    with qtbot.assertNotEmitted(look.changed):
        look.become(theme="contrast")


@pytest.mark.parametrize("scale", SCALES)
def test_letters_follow_the_text_size_and_stay_readable(dressed: object, scale: float) -> None:
    look = Look(scale=scale)
    assert look.font(9).pixelSize() >= 11
    assert look.font(13).pixelSize() == round(13 * scale)
    assert look.px(32) == round(32 * scale)


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_the_letters_are_those_that_ship(look: Look, weight: int) -> None:
    found = QFontInfo(look.font(13, weight))
    assert found.family() == "Source Sans Pro"
    assert found.weight() == weight
