"""The timer: five minutes and one more, a restart of the program, a discreet end."""

from pytestqt.qtbot import QtBot

from labdesk.ui.stage.clock import Clock
from labdesk.ui.stage.memory import Memory


class Hand:
    """The hand of a watch one turns."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


def test_five_minutes_one_more_and_a_pause(qtbot: QtBot) -> None:
    hand = Hand()
    clock = Clock(Memory(), now=hand)
    clock.start_or_more(5)
    hand.at += 60
    assert (clock.told, clock.tone) == ("04:00", "plain")
    clock.start_or_more()
    assert clock.told == "05:00"
    clock.pause_or_go()
    hand.at += 500
    assert (clock.told, clock.tone) == ("05:00", "paused")
    clock.start_or_more()
    assert (clock.told, clock.tone) == ("05:00", "plain")


def test_the_timer_survives_a_restart_of_the_program(qtbot: QtBot) -> None:
    hand = Hand()
    Clock(Memory(), now=hand).start_or_more(8)
    hand.at += 90
    assert Clock(Memory(), now=hand).told == "06:30"


def test_the_end_is_told_once_and_a_minute_more_starts_again(qtbot: QtBot) -> None:
    hand = Hand()
    clock = Clock(Memory(), now=hand)
    ended: list[bool] = []
    clock.ended.connect(lambda: ended.append(True))
    clock.start_or_more(1)
    hand.at += 61
    clock.look_at_it()
    clock.look_at_it()
    assert (ended, clock.told, clock.tone) == ([True], "00:00", "over")
    clock.start_or_more()
    assert (clock.told, clock.tone) == ("01:00", "soon")


def test_a_timer_that_ended_yesterday_is_put_away(qtbot: QtBot) -> None:
    hand = Hand()
    Clock(Memory(), now=hand).start_or_more(1)
    hand.at += 86_400
    assert Clock(Memory(), now=hand).told == ""


def test_it_ticks_on_its_own(qtbot: QtBot) -> None:
    clock = Clock(Memory())
    clock.start_or_more(1)
    with qtbot.waitSignal(clock.ticked, timeout=2_000):
        pass
