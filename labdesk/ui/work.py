"""Work beside the window: C code that releases the interpreter (pictures, files), told back in its thread."""

from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal

from labdesk.errors import Refusal
from labdesk.words import _, why

T = TypeVar("T")
MOST, STAGES = 10_000, 3
"""ms to wait for what is under way; a photo is read, then prepared, then placed."""
ANSWER = 2.0
"""Seconds a disk may take to say whether a file is there: a sleeping one needs more than one."""


class _Errand(QObject):
    """One piece of work; its signals carry the outcome across threads."""

    done = Signal(object)
    refused = Signal(str)
    failed = Signal(object)


def beside(
    owner: QObject,
    job: Callable[[], T],
    then: Callable[[T], None],
    refused: Callable[[str], None],
    pool: QThreadPool | None = None,
) -> None:
    """Run `job` on a worker; then call `then` with its result, or `refused` with the sentence of its Refusal.

    `pool`: workers of its own, for what may hang for minutes and is worth no wait (a share that is down).

    Both are called in the window's thread, and not at all when `owner` is gone by then. Any other
    exception is raised again in the window's thread, where `trouble` reports it.
    """
    errand = _Errand(owner)
    queued = Qt.ConnectionType.QueuedConnection
    outcome = _Outcome(errand, then, refused)
    errand.done.connect(outcome.done, queued)
    errand.refused.connect(outcome.refused, queued)
    errand.failed.connect(outcome.failed, queued)
    inside = copy_context()  # the worker speaks the language of the window
    (pool or QThreadPool.globalInstance()).start(lambda: inside.run(_run, errand, job))


def finish_work() -> None:
    """What runs beside the window is done and told now: the project it is for is about to be closed."""
    for _stage in range(STAGES):
        QThreadPool.globalInstance().waitForDone(MOST)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


def reachable(path: Path, seconds: float = ANSWER) -> bool:
    """The place of a file answers, whether the file is there or not. A share that is down does not.

    The system would keep the window for minutes: a thread that nobody waits for asks instead.
    """
    asked = Thread(target=_look_at, args=(path,), daemon=True)
    asked.start()
    asked.join(seconds)
    return not asked.is_alive()


def _look_at(path: Path) -> None:
    with suppress(OSError):
        path.stat()


def bytes_of(path: Path) -> bytes:
    """The content of a picture somebody dropped, or a Refusal that names it: to be called on a worker."""
    try:
        return path.read_bytes()
    except OSError as trouble:
        sentence = _("« {name} » n’a pas pu être lu : {why}. Rien n’a été ajouté.")
        raise Refusal(sentence.format(name=path.name, why=why(trouble))) from trouble


class _Outcome(QObject):
    """Hears of the outcome in the window's thread, then goes away with its errand."""

    def __init__(self, errand: _Errand, then: Callable[[Any], None], refused: Callable[[str], None]) -> None:
        super().__init__(errand)
        self._errand, self._then, self._refused = errand, then, refused

    def done(self, result: object) -> None:
        self._errand.deleteLater()
        self._then(result)

    def refused(self, sentence: str) -> None:
        self._errand.deleteLater()
        self._refused(sentence)

    def failed(self, error: BaseException) -> None:
        self._errand.deleteLater()
        raise error


def _run(errand: _Errand, job: Callable[[], object]) -> None:
    try:
        result = job()
    except Refusal as refusal:
        _tell(errand.refused, refusal.sentence)
    except Exception as error:  # raised again in the window's thread
        _tell(errand.failed, error)
    else:
        _tell(errand.done, result)


def _tell(signal: Any, what: object) -> None:
    """Say it, unless the owner was closed while the work went on."""
    try:
        signal.emit(what)
    except RuntimeError:
        return
