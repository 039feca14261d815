"""The composition root: builds the application once, in order, and runs it. Nothing else makes the window."""

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from labdesk.ui.desk import Desk
from labdesk.ui.mark import mark
from labdesk.ui.opening import Opening
from labdesk.ui.qt_words import translate_qt
from labdesk.ui.settings import Settings, load_settings
from labdesk.ui.style import Look, load_fonts
from labdesk.ui.trouble import Trouble
from labdesk.ui.window import Window
from labdesk.ui.work import reachable
from labdesk.words import speak

SECONDS_BESIDE = 10
ONE_PAINTER = "QT_NO_GUI_THREADPOOL", "1"
"""Qt would hand each filled area of 16,000 points to other threads and wait for them: a frame costs twice."""
REST, WHILE = 5_000, 60_000
"""ms after the last gesture, and ms between two times, when garbage is collected."""


def run(argv: list[str]) -> NoReturn:
    """Open the window on a file, else on the last project, else on Accueil; end with the process."""
    trouble = Trouble()
    trouble.install()
    settings = load_settings()
    speak(settings.language)
    app = application(argv)
    window = build(app, settings)
    trouble.tell = window.tell_trouble
    wanted = Path(argv[0]).absolute() if argv else Path(settings.last) if settings.last else None
    if wanted is not None and (argv or (reachable(wanted) and wanted.exists())):
        window.opening.open(wanted)
    if settings.geometry:
        window.show()
    else:
        window.showMaximized()
    gc.freeze()  # half of all objects: the collections to come need not walk through them
    leave(app.exec())


def leave(code: int) -> NoReturn:
    """End the process. The project is closed by now; what still runs beside the window is waited for.

    The interpreter is not taken down piece by piece: it would delete graphics items in an order of its
    own, after the application they belong to, and the process would end with a fault.
    """
    QThreadPool.globalInstance().waitForDone(SECONDS_BESIDE * 1000)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a frozen program has none
            stream.flush()
    os._exit(code)


def application(argv: list[str]) -> QApplication:
    """The QApplication, without theme or window."""
    os.environ.setdefault(*ONE_PAINTER)
    # Not setStyle(): it gives the style back, and PySide6 would build twelve classes to wrap it.
    app = QApplication([sys.argv[0], "-style", "fusion", *argv])
    app.setApplicationName("LabDesk")
    app.setDesktopFileName("labdesk")
    load_fonts()
    return app


def build(app: QApplication, settings: Settings) -> Window:
    """The window and what it stands on; it is not shown yet."""
    translate_qt(app, settings.language)
    look = Look(settings.theme, settings.scale, settings.reduced_motion, app)
    app.setFont(look.font(13))
    app.setPalette(look.qt_palette())
    app.setStyleSheet(look.sheet())
    desk = Desk(app)
    window = Window(desk, look, settings, Opening(desk, settings, launch))
    window.setWindowIcon(mark(look))
    sweep(desk, app)
    return window


def sweep(desk: Desk, owner: QObject) -> None:
    """Garbage is collected by the window's thread while the hands rest, and by nobody else.

    A collection started by a worker thread destroys graphics items there, which crashes Qt.
    """
    gc.disable()
    rest = QTimer(owner, singleShot=True, interval=REST)
    rest.timeout.connect(gc.collect)
    desk.changed.connect(lambda _touched: rest.start())
    always = QTimer(owner, interval=WHILE)
    always.timeout.connect(rest.start)
    always.start()


def launch(path: Path) -> None:
    """A second window is a second process: one project, one process. It says nothing where this one does."""
    from PySide6.QtCore import QProcess  # nobody opens two projects at once before the first is painted

    frozen = getattr(sys, "frozen", False)
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([str(path)] if frozen else ["-m", "labdesk", str(path)])
    process.setStandardOutputFile(QProcess.nullDevice())  # a pipe it held would not close before it does
    process.setStandardErrorFile(QProcess.nullDevice())
    process.startDetached()
