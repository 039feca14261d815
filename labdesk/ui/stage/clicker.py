"""Two buttons do everything: ◀ ▶ ◀ in a row opens a bar, ▶ goes along it, ◀ does what is lit."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from labdesk.ui.stage.commands import CLICKED, Name

PATTERN: tuple[Name, ...] = ("previous", "next", "previous")
QUICK, IDLE = 1.3, 9_000
"""Seconds in which the pattern is pressed; ms after which a bar nobody uses closes."""


class Clicker(QObject):
    """Watches « suite » and « retour ». `at`: the command lit, None while the bar is closed."""

    lit = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._presses: list[tuple[float, Name]] = []
        self.at: int | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.close)

    def press(self, name: Name) -> bool:
        """True when the press belongs to the bar and must do nothing else."""
        if self.at is not None:
            self._along(name)
            return True
        self._presses = [*self._presses[-2:], (self._now(), name)]
        names = tuple(pressed for _at, pressed in self._presses)
        if names == PATTERN and self._presses[-1][0] - self._presses[0][0] <= QUICK:
            self._presses = []
            self.at = 0
            self._idle.start()
            self.lit.emit()
            return True
        return False

    def _along(self, name: Name) -> None:
        assert self.at is not None
        self._idle.start()
        if name == "next":
            self.at = (self.at + 1) % len(CLICKED)
            self.lit.emit()
            return
        chosen = CLICKED[self.at]
        self.close()
        self.chosen.emit(chosen)

    def close(self) -> None:
        """No bar."""
        self.at = None
        self._idle.stop()
        self.lit.emit()
