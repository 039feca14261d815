"""Two buttons reach everything."""

from pytestqt.qtbot import QtBot

from labdesk.ui.stage.clicker import Clicker
from labdesk.ui.stage.commands import CLICKED


def test_back_forth_back_opens_the_bar_and_two_buttons_choose(qtbot: QtBot) -> None:
    clicker, chosen = Clicker(now=lambda: 5.0), list[str]()
    clicker.chosen.connect(chosen.append)
    assert [clicker.press(name) for name in ("previous", "next", "previous")] == [False, False, True]
    assert clicker.at == 0
    clicker.press("next")
    clicker.press("next")
    clicker.press("previous")
    assert chosen == [CLICKED[2]]
    assert clicker.at is None


def test_pressed_slowly_it_is_just_walking(qtbot: QtBot) -> None:
    hours = iter([0.0, 1.0, 2.0])
    clicker = Clicker(now=lambda: next(hours))
    assert not any(clicker.press(name) for name in ("previous", "next", "previous"))
    assert clicker.at is None


def test_the_bar_goes_round(qtbot: QtBot) -> None:
    clicker = Clicker(now=lambda: 0.0)
    for name in ("previous", "next", "previous"):
        clicker.press(name)
    for _each in CLICKED:
        clicker.press("next")
    assert clicker.at == 0
