"""The health of the open project: looked at beside the window after opening, told only if it is bad."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening, free_path
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import beside
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.safety import RecoverReport

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


class DamageNotice(QFrame):
    """A line under the top bar that stays as long as the damaged project is open."""

    mended = Signal(object)
    """RecoverReport: the repaired copy is there."""

    def __init__(self, desk: Desk, look: Look, opening: Opening, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._opening = desk, opening
        role(self, "notice")
        self.words = QLabel(
            _(
                "Ce fichier est abîmé à un endroit. Vous pouvez continuer ; "
                "une copie réparée mettra votre travail à l’abri."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.repair = QPushButton(_("Réparer une copie"), self)
        draw(self.repair, "copy", look)
        self.repair.clicked.connect(self.mend)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(6), look.px(12), look.px(6))
        row.addWidget(self.words, 1)
        row.addWidget(self.repair)
        desk.opened.connect(self.deleteLater)
        say_aloud(self, self.words.text())

    def mend(self) -> None:
        """All that can be proved goes into a new file beside; the damaged one is not touched."""
        session = self._desk.session
        if session is None:
            return
        path = session.path
        folder = path.parent if os.access(path.parent, os.W_OK) else self._opening.settings.project_folder()
        out = free_path(folder, _("{name} réparé").format(name=path.stem))
        self.repair.setEnabled(False)
        self._desk.settling.emit()

        def job() -> "RecoverReport":
            from labdesk.store.safety import recover

            session.flush()
            return recover(path, out, session.author)

        beside(self, job, self.mended.emit, self._refused)

    def _refused(self, sentence: str) -> None:
        self.repair.setEnabled(True)
        self._desk.refused.emit(sentence)
