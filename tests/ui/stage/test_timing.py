"""The countdown in the top bar: whatever place is shown, before, during and after a projection."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings
from labdesk.ui.stage.memory import Memory
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.stage.timing import TimerPill
from labdesk.ui.style import Look
from labdesk.ui.window import Window


def pill_of(window: Window) -> TimerPill:
    """The pill, which is made a moment after the window."""
    window.deeds.show_timer()
    assert window.deeds.timer_pill is not None
    return window.deeds.timer_pill


def test_the_timer_is_in_the_top_bar_whatever_place_one_is_in(theatre: Theatre) -> None:
    window = theatre.window
    assert isinstance(window, Window)
    pill = pill_of(window)
    assert not pill.isVisible()
    theatre.run("timer")
    for place in ("workshop", "problem", "prototypes", "journeys"):
        window.show_place(place)
        assert pill.isVisible(), place
        assert pill.text() == theatre.clock.told
    theatre.leave()
    assert pill.isVisible()
    assert pill.accessibleName().startswith("Minuteur")
    window.timing.clock.stop()
    assert not pill.isVisible()


def test_it_starts_from_the_window_without_a_projector(theatre: Theatre) -> None:
    window = theatre.window
    assert isinstance(window, Window)
    pill = pill_of(window)
    theatre.leave()
    start, pause, stop = window.deeds.timers
    start.trigger()
    assert pill.text() in ("05:00", "04:59")
    start.trigger()
    assert pill.text() in ("06:00", "05:59")
    pause.trigger()
    assert "en pause" in pill.accessibleName()
    stop.trigger()
    assert not pill.isVisible()
    pause.trigger()
    assert "Aucun minuteur" in window.toast.sentence


def test_a_timer_that_ran_before_the_program_was_closed_is_there_at_the_next_start(
    desk: Desk, look: Look, tmp_path: object, qtbot: QtBot
) -> None:
    from labdesk.ui.stage.clock import Clock

    Clock(Memory()).start_or_more(12)
    settings = Settings(folder=str(tmp_path))
    window = Window(desk, look, settings, Opening(desk, settings, lambda _path: None))
    window.show()
    qtbot.waitUntil(lambda: window.deeds.timer_pill is not None, timeout=3000)
    assert pill_of(window).text() in ("12:00", "11:59")
    window.timing.clock.stop()
    window.close()


def test_what_can_be_done_with_it_is_offered(theatre: Theatre, qtbot: QtBot) -> None:
    window = theatre.window
    assert isinstance(window, Window)
    pill = pill_of(window)
    theatre.run("timer")
    assert [action.text() for action in pill.offered.actions()] == [a.text() for a in window.deeds.timers]
    QTest.qWait(1)
