"""The press: orders go to the warm child process, documents come back. It starts on the first order."""

import os
import sys
from datetime import date
from itertools import count
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Qt, Signal

from labdesk import words
from labdesk.domain.funding import Profile
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk
from labdesk.ui.press.orders import (
    Cancel,
    Form,
    GivenUp,
    Made,
    Message,
    Order,
    PictureSent,
    PictureWanted,
    Progress,
    Refused,
    What,
    framed,
    frames,
    snapshot,
)
from labdesk.words import _

CHILD_ARGUMENT = "--press"
"""How the frozen program is asked to be the child instead of the window."""


class Asked(Struct, frozen=True):
    """What is ordered, from what the project says now."""

    what: What
    profile: Profile
    final: bool = False
    out: Path | None = None
    form: Form = "pdf"
    detail: str = ""
    ask: frozenset[str] = frozenset()
    easy: bool = False
    paper: str = "A4"
    parts: tuple[str, ...] = ()
    count: int = 0
    since: str = ""
    embed: bool = False


class Press(QObject):
    """One child for the whole window. Each order has a number; each answer names it."""

    progressed = Signal(int, int, int)
    """(order, pages done, all pages)"""
    made = Signal(int, object)
    """(order, Made)"""
    refused = Signal(int, str)
    """(order, the sentence that says why)"""
    given_up = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._process: QProcess | None = None
        self._known: Project | None = None
        self._open: set[int] = set()
        self._buffer = bytearray()
        self._numbers = count(1)
        desk.opened.connect(self._give_up_all)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def order(self, asked: Asked) -> int:
        """Make this from the project of now. Gives the number of the order."""
        process = self._running()
        number, project = next(self._numbers), self._desk.project
        order = Order(
            number,
            asked.what,
            asked.form,
            snapshot(project, self._known),
            asked.profile,
            date.today(),
            words.language(),
            asked.final,
            str(asked.out) if asked.out else None,
            asked.detail,
            asked.ask,
            asked.easy,
            asked.paper,
            asked.parts,
            asked.count,
            asked.since,
            str(self._desk.path) if asked.embed and self._desk.path else "",
        )
        self._known = project
        self._open.add(number)
        process.write(framed(order))
        return number

    def cancel(self, number: int) -> None:
        """Give up an order; what is already made is made."""
        if number in self._open and self._process is not None:
            self._process.write(framed(Cancel(number)))

    @property
    def process(self) -> QProcess | None:
        """The child that runs now."""
        return self._process

    def warm(self) -> None:
        """Start the child now, so that the first order does not wait for it."""
        self._running()

    def close(self) -> None:
        """Let the child go; orders that are not made are given up."""
        process, self._process = self._process, None
        self._known = None
        self._open.clear()
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._hear)
            process.finished.disconnect(self._lost)
            process.errorOccurred.disconnect(self._failed)
            _end(process)

    # -- the child ------------------------------------------------------------------------------------------
    def _running(self) -> QProcess:
        if self._process is None:
            process = QProcess(self)
            process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
            process.setProcessEnvironment(surroundings())
            process.readyReadStandardOutput.connect(self._hear)
            process.finished.connect(self._lost)
            # Later: under Windows it is said while the start is still going on.
            process.errorOccurred.connect(self._failed, Qt.ConnectionType.QueuedConnection)
            # A QProcess must not be deleted while it runs: the desk tells it before it goes.
            self._desk.destroyed.connect(lambda: _end(process))
            process.start(sys.executable, _arguments())
            self._process = process
            self._buffer.clear()
            self._known = None
        return self._process

    def _hear(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        for message in frames(self._buffer):
            self._heard(message)

    def _heard(self, message: Message) -> None:
        if isinstance(message, PictureWanted):
            self._send_picture(message)
        elif isinstance(message, Progress):
            self.progressed.emit(message.number, message.done, message.whole)
        elif isinstance(message, Made):
            self._open.discard(message.number)
            self.made.emit(message.number, message)
        elif isinstance(message, GivenUp):
            self._open.discard(message.number)
            self.given_up.emit(message.number)
        elif isinstance(message, Refused):
            self._open.discard(message.number)
            self.refused.emit(message.number, message.sentence)
            if message.report:
                raise RuntimeError(message.report)  # a bug: `trouble` hears of it

    def _send_picture(self, wanted: PictureWanted) -> None:
        data = self._desk.picture(wanted.sha, wanted.rendition)
        if self._process is not None:
            self._process.write(framed(PictureSent(wanted.sha, wanted.rendition, data)))

    def _give_up_all(self) -> None:
        """Another project is on the desk: the pictures of the former one cannot be sent any more."""
        for number in sorted(self._open):
            self.cancel(number)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lost()

    def _lost(self) -> None:
        """The child died: nothing of what it was making is left at its place."""
        process, self._process = self._process, None
        self._known = None
        lost, self._open = sorted(self._open), set()
        if process is not None:
            process.deleteLater()
        for number in lost:
            self.refused.emit(
                number, _("Le document n’a pas été fait : son travail s’est interrompu. Recommencez.")
            )


def press_of(desk: Desk) -> Press:
    """The press of this desk; it is made on the first call."""
    found = desk.findChild(Press)
    return found if isinstance(found, Press) else Press(desk)


def _end(process: QProcess) -> None:
    """Close its input: it leaves at once; if it does not, it is killed."""
    try:
        if process.state() == QProcess.ProcessState.NotRunning:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(1000):
            process.kill()
            process.waitForFinished(2000)
    except RuntimeError:
        return  # Qt deleted it already


def _arguments() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [CHILD_ARGUMENT] if frozen else ["-m", "labdesk.ui.press.child"]


def surroundings() -> QProcessEnvironment:
    """The child finds the package this window runs, wherever it was started from."""
    surroundings = QProcessEnvironment.systemEnvironment()
    paths = [str(Path(__file__).parents[3]), surroundings.value("PYTHONPATH")]
    surroundings.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    return surroundings
