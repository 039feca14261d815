"""The clock of a test: the time on the wall, and how long the test has gone on."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from labdesk.ui.sheet import role
from labdesk.words import _, hour

BEAT = 1_000
"""ms between two looks at the clock."""


class BenchClock(QLabel):
    """« 15:17 · test depuis 02:05 ». It beats while it is seen; it knows the cards whose test goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.now: Callable[[], datetime] = datetime.now
        self._begun: dict[str, datetime] = {}
        self._canvas = ""
        role(self, "strong")
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self.refresh)

    def show_card(self, canvas: str) -> None:
        """The test of this card."""
        self._canvas = canvas
        self.refresh()

    def start(self) -> None:
        """The test of the card begins, or goes on: the count begins now."""
        self._begun[self._canvas] = self.now()
        self.refresh()

    def stop(self) -> None:
        """The test of the card is over; what was noted keeps its times."""
        self._begun.pop(self._canvas, None)
        self.refresh()

    @property
    def running(self) -> bool:
        """A test of this card goes on."""
        return self._canvas in self._begun

    def refresh(self) -> None:
        """What the clock says now."""
        now = self.now()
        begun = self._begun.get(self._canvas)
        if begun is None:
            self.setText(hour(now))
            return
        seconds = max(0, round((now - begun).total_seconds()))
        count = f"{seconds // 60:02}:{seconds % 60:02}"
        self.setText(_("{time} · test depuis {count}").format(time=hour(now), count=count))

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        self.refresh()
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._beat.stop()
