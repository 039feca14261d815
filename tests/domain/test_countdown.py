"""The countdown: one minute more, pause, and a clock that is set back."""

from labdesk.domain.countdown import Countdown, set_to, told


def test_five_minutes_and_one_more() -> None:
    running = set_to(5).started(1000.0)
    assert told(running.remaining(1060.0)) == "04:00"
    assert told(running.longer(1, 1060.0).remaining(1060.0)) == "05:00"


def test_a_pause_loses_nothing() -> None:
    paused = set_to(5).started(1000.0).paused(1100.0)
    assert paused.remaining(9000.0) == 200.0
    assert paused.started(9000.0).remaining(9010.0) == 190.0


def test_when_it_is_over_one_more_minute_starts_again() -> None:
    running = set_to(1).started(0.0)
    assert running.over(60.0)
    assert running.longer(1, 90.0).remaining(90.0) == 60.0
    assert told(running.remaining(90.0)) == "00:00"


def test_a_clock_set_back_adds_nothing() -> None:
    assert set_to(5).started(1000.0).remaining(500.0) == 300.0


def test_nothing_started_is_nothing_to_show() -> None:
    assert not Countdown().stands
    assert not Countdown().over(1.0)
    assert told(3661) == "1:01:01"
    assert Countdown().longer(1, 5.0).running
