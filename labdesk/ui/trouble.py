"""Bugs: written into a report file the person can send, and told calmly. No project is lost for them."""

import faulthandler
import platform
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from labdesk import places
from labdesk.words import _

KEPT_MESSAGES = 40
KEPT_REPORTS = 20


class Trouble(QObject):
    """Hears of every exception nobody caught, in any thread, and of Qt's own warnings.

    It belongs to the window's thread, and the person is told there: no other thread may touch a widget.
    """

    _found = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._found.connect(self._tell)
        self.tell: Callable[[str, Path | None], None] = _to_stderr
        """How the person is told: the sentence and the report. The window puts its own here."""
        self._known: set[str] = set()
        self._messages: deque[str] = deque(maxlen=KEPT_MESSAGES)
        self._crash_file: object = None

    def install(self) -> None:
        """From now on nothing that goes wrong is silent."""
        sys.excepthook = self.caught
        threading.excepthook = lambda told: self.caught(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )
        qInstallMessageHandler(self._qt_said)
        try:
            self._crash_file = (reports() / "arret-brutal.txt").open("a", encoding="utf-8")
            faulthandler.enable(self._crash_file)
        except OSError:
            if sys.stderr is not None:
                faulthandler.enable()

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the report of an exception, once for the same one, and tell the person."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _say(text)
        where = "".join(traceback.format_tb(trace)[-1:]) + kind.__name__
        if where in self._known:
            return
        self._known.add(where)
        self._found.emit(_sentence(), self._write(text))

    def _tell(self, sentence: str, report: Path | None) -> None:
        self.tell(sentence, report)

    def _qt_said(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        self._messages.append(f"{kind.name}: {message}")
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg, QtMsgType.QtWarningMsg):
            _say(f"Qt: {message}\n")

    def _write(self, text: str) -> Path | None:
        """The report holds versions, lines of code and the error; no text of the project is added."""
        head = (
            f"LabDesk {version()} · Qt {qVersion()} · Python {platform.python_version()}\n"
            f"{platform.platform()}\n{datetime.now():%Y-%m-%d %H:%M:%S}\n\n"
        )
        said = "\n".join(self._messages)
        try:
            path = reports() / f"rapport-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
            for old in sorted(reports().glob("rapport-*.txt"))[: -KEPT_REPORTS + 1]:
                old.unlink()
            path.write_text(f"{head}{text}\nQt\n{said}\n", "utf-8")
        except OSError:
            return None
        return path


def reports() -> Path:
    """The folder of the reports."""
    folder = places.data() / "reports"
    folder.mkdir(exist_ok=True)
    return folder


def version() -> str:
    """The version of this program; empty when it runs from an uninstalled tree."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("labdesk")
    except PackageNotFoundError:
        return ""


def _sentence() -> str:
    return _(
        "Quelque chose n’a pas fonctionné. Votre projet est enregistré, vous pouvez continuer. "
        "Un rapport a été écrit sur ce poste : relisez-le avant de l’envoyer."
    )


def _to_stderr(sentence: str, report: Path | None) -> None:
    _say(f"{sentence}\n{report or ''}\n")


def _say(text: str) -> None:
    """To whoever started the program from a terminal; under Windows a window has none."""
    if sys.stderr is not None:
        sys.stderr.write(text)
