"""From a key to the paint that shows it, and from a gesture to its commit on disk, at 300 and 2,000 notes."""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QPlainTextEdit, QWidget

from labdesk.domain.commands.notes import write_note
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.settings import Settings
from labdesk.ui.window import Window
from tests.bench.projects import WORDS, write

KEYS, EDITS = 120, 60


class Paints(QObject):
    """Counts the paints that happen below a widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.seen = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen += 1
        return False


def run() -> None:
    """Print medians and 95th percentiles, and each as a ratio to a bare text field of the same run."""
    from labdesk import app as root

    app = QApplication.instance() or root.application([])
    assert isinstance(app, QApplication)
    gc.disable()
    paints = Paints(app)
    bare = QPlainTextEdit()
    bare.show()
    _settle(app)
    reference = _keys(app, paints, bare)
    _tell("key → paint, bare field", reference, reference)
    for notes in (300, 2000):
        with tempfile.TemporaryDirectory() as folder:
            window = root.build(app, Settings())
            window.resize(1366, 696)
            window.show()
            window.opening.open(write(Path(folder) / "projet.labdesk", notes))
            _settle(app)
            _tell(f"key → paint, {notes} notes", _keys(app, paints, _editor(app, window)), reference)
            done, committed = _edits(app, paints, window)
            _tell(f"gesture → painted, {notes} notes", done, _bare_scene(app, paints, notes))
            _tell(f"gesture → committed, {notes} notes", committed, _bare_commits(Path(folder)))
            window.close()
            window.deleteLater()
            _settle(app)


def _editor(app: QApplication, window: Window) -> QWidget:
    """The overlay in which a note is typed: a printable key on a cell opens it."""
    view = next(one for one in window.place.findChildren(CanvasView) if one.isVisible())
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A)
    _settle(app)
    return next(one for one in view.findChildren(QPlainTextEdit) if one.isVisible())


def _keys(app: QApplication, paints: Paints, field: QWidget) -> list[float]:
    return [_until_painted(app, paints, lambda: QTest.keyClick(field, Qt.Key.Key_E)) for _each in range(KEYS)]


def _until_painted(app: QApplication, paints: Paints, deed: Callable[[], object]) -> float:
    before, start = paints.seen, time.perf_counter()
    deed()
    while paints.seen == before and time.perf_counter() - start < 1:
        app.processEvents()
    return (time.perf_counter() - start) * 1000


def _edits(app: QApplication, paints: Paints, window: Window) -> tuple[list[float], list[float]]:
    """Gestures on notes: ms until everything is painted, ms until « Enregistré »."""
    desk, painted, committed = window.desk, [], []
    saved: list[float] = []
    desk.saved.connect(lambda state: saved.append(time.perf_counter()) if not state.pending else None)
    for note in list(desk.project.note)[:EDITS]:
        saved.clear()
        start = time.perf_counter()
        made = write_note(desk.project, note, f"Rappelle le standard à {start}")
        painted.append(_until_painted(app, paints, partial(desk.do, made)))
        while not saved and time.perf_counter() - start < 2:
            app.processEvents()
        committed.append((saved[-1] - start) * 1000 if saved else 2000.0)
    return painted, committed


def _bare_scene(app: QApplication, paints: Paints, notes: int) -> list[float]:
    """The reference of a gesture: one text of a bare scene of as many text items, until it is painted."""
    scene = QGraphicsScene()
    items = [scene.addText(WORDS) for _each in range(notes)]
    for at, item in enumerate(items):
        item.setPos(170 * (at % 20), 60 * (at // 20))
    view = QGraphicsView(scene)
    view.resize(1310, 600)
    view.show()
    taken = []
    view.centerOn(0, 0)
    _settle(app)
    in_sight = [20 * (at // 7) + at % 7 for at in range(EDITS)]
    for at in in_sight:
        write_it = partial(items[at].setPlainText, f"Rappelle le standard à {time.perf_counter()}")
        taken.append(_until_painted(app, paints, write_it))
    view.close()
    return taken


def _bare_commits(folder: Path) -> list[float]:
    """The reference of a commit: one row into a bare SQLite file, as durable as the document."""
    import sqlite3

    connection = sqlite3.connect(folder / "nu.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE note (text TEXT)")
    taken = []
    for at in range(EDITS):
        start = time.perf_counter()
        connection.execute("INSERT INTO note VALUES (?)", (str(at),))
        taken.append((time.perf_counter() - start) * 1000)
    connection.close()
    return taken


def _settle(app: QApplication) -> None:
    for _round in range(20):
        app.processEvents()
        time.sleep(0.005)


def _tell(name: str, taken: list[float], reference: list[float]) -> None:
    median, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    ratio = median / statistics.median(reference)
    print(f"{name:34s} median {median:6.2f} ms  p95 {p95:6.2f} ms  {ratio:5.2f} × reference")
