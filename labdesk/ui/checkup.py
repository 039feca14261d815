"""The health of the open project: looked at beside the window after opening, told only if it is bad."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from labdesk.ui.desk import Desk

CHILD_ARGUMENT = "--checkup"
"""How the frozen program is asked to check a file instead of opening a window."""
DAMAGED = 3
"""The exit code of the child that found a damage (store/checkup)."""
REST = 8_000
"""ms after opening: the first canvas is drawn, the hands are on it."""


class Checkup(QObject):
    """One child process for each project that is opened; it ends with the project."""

    damaged = Signal(object)
    """Path of the open project, which is damaged for sure."""
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._process: QProcess | None = None
        self._path: Path | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.begin)
        desk.opened.connect(self._opened)

    def _opened(self) -> None:
        self.stop()
        if self._desk.session is not None:
            self._rest.start()

    def begin(self) -> None:
        """Check the open project now."""
        self.stop()
        self._path = self._desk.path
        if self._path is None:
            return
        from labdesk.ui.press.press import surroundings

        process = self._process = QProcess(self)
        process.setProcessEnvironment(surroundings())
        process.finished.connect(self._finished)
        frozen = getattr(sys, "frozen", False)
        asked = [CHILD_ARGUMENT] if frozen else ["-m", "labdesk.store.checkup"]
        process.start(sys.executable, [*asked, str(self._path)])

    def stop(self) -> None:
        """The project leaves: nobody waits for the answer."""
        self._rest.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finished)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _finished(self, code: int, _how: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if code == DAMAGED:
            self.damaged.emit(self._path)
        self.ended.emit()
