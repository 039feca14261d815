"""The countdown that runs: one for the program, kept on disk, told once a second. It knows no window."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from labdesk.domain.countdown import MINUTE, Countdown, set_to, told
from labdesk.ui.stage.memory import Memory
from labdesk.ui.stage.showing import TimerTone

TICK = 200
"""ms between two looks at the time: a second is never shown late by more."""
USUAL = 5
"""Minutes when nothing else was said."""
LONG_OVER = 15 * MINUTE
"""A countdown that ended so long ago is put away."""


class Clock(QObject):
    """Start, one minute more, pause, stop. `now` gives seconds since 1970."""

    ticked = Signal()
    """What is told changed."""
    ended = Signal()
    """The last second passed."""

    def __init__(self, memory: Memory, parent: QObject | None = None, now: Callable[[], float] = time.time):
        super().__init__(parent)
        self._memory, self.now = memory, now
        self.sound = False
        self._said = ""
        self._over = self.countdown.over(now())
        if self._over and self.countdown.remaining(now()) < -LONG_OVER:
            memory.countdown = Countdown()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look_at_it)
        if self.countdown.running:
            self._timer.start()

    @property
    def countdown(self) -> Countdown:
        """The countdown of now."""
        return self._memory.countdown

    @property
    def told(self) -> str:
        """« 08:42 »; empty when there is none."""
        return told(self.countdown.remaining(self.now())) if self.countdown.stands else ""

    @property
    def tone(self) -> TimerTone:
        """How it is shown: over, paused, in its last minute."""
        if not self.countdown.stands:
            return ""
        left = self.countdown.remaining(self.now())
        if left <= 0:
            return "over"
        if not self.countdown.running:
            return "paused"
        return "soon" if left <= MINUTE else "plain"

    def offer(self, minutes: int) -> None:
        """Ready for the next sequence; one that runs is left alone."""
        if not self.countdown.running or self.tone == "over":
            self._become(set_to(minutes))

    def start_or_more(self, minutes: int = USUAL) -> None:
        """T: start, go on after a pause, one minute more when it runs."""
        now, standing = self.now(), self.countdown
        if not standing.stands:
            self._become(set_to(minutes).started(now))
        elif standing.running or self.tone == "over":
            self._become(standing.longer(1, now).started(now))
        else:
            self._become(standing.started(now))

    def pause_or_go(self) -> None:
        """Stand still, or run again."""
        now = self.now()
        self._become(self.countdown.paused(now) if self.countdown.running else self.countdown.started(now))

    def stop(self) -> None:
        """No countdown any more."""
        self._become(Countdown())

    def _become(self, countdown: Countdown) -> None:
        self._memory.countdown = countdown
        self._memory.save()
        self._over = countdown.over(self.now())
        if countdown.running:
            self._timer.start()
        else:
            self._timer.stop()
        self.look_at_it()

    def look_at_it(self) -> None:
        """Tell what changed since the last look."""
        if self.countdown.over(self.now()) and not self._over:
            self._over = True
            if self.sound:
                QApplication.beep()
            self.ended.emit()
        said = self.told + self.tone
        if said != self._said:
            self._said = said
            self.ticked.emit()
        if self._over and self.countdown.running:
            self._timer.stop()
