"""Projection: clicker key → repainted, entering, text heights. Its memory: tests/ui/stage/session.py."""

import gc
import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.notes import write_note
from labdesk.domain.lens import HIGH
from labdesk.domain.lens_page import Page
from labdesk.domain.walk import walk
from labdesk.store.session import Session
from labdesk.ui.settings import Settings
from labdesk.ui.stage.projector import Projector
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.window import Window
from tests.bench.projects import journey

KEYS = 80
CELLS, LETTERS = 9, 80
"""What a lens may hold and still be read from the back."""
FULL_HD = (1920, 1080)


def run() -> None:
    """Print the figures, for the example and for 2,000 notes."""
    from labdesk import app as root

    app = QApplication.instance() or root.application([])
    assert isinstance(app, QApplication)
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LABDESK_DATA"] = folder
        window = root.build(app, Settings(folder=folder))
        window.resize(1366, 696)
        window.show()
        window.home().example()
        while not window.desk.project.canvas:  # a process of its own makes it
            _rest(app, 0.2)
        window.show_place("journeys")
        _rest(app, 1.0)
        _figures(app, window, "example")
        _heights(window)
        _reveals(app, window)
        path = Path(folder) / "projet.labdesk"
        Session.create(path, first=journey(2000)).close()
        window.opening.open(path)
        _rest(app, 0.5)
        _figures(app, window, "2,000 notes")
        window.close()


def _enter(app: QApplication, window: Window) -> tuple[Theatre, float]:
    start = time.perf_counter()
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    projector = theatre.projector
    assert projector is not None
    while not projector.painted:
        app.processEvents()
    taken = (time.perf_counter() - start) * 1000
    projector.showNormal()
    projector.resize(*FULL_HD)
    _rest(app, 0.2)
    return theatre, taken


def _figures(app: QApplication, window: Window, name: str) -> None:
    entered = []
    for _each in range(5):
        theatre, taken = _enter(app, window)
        entered.append(taken)
        theatre.leave()
        _rest(app, 0.1)
    print(f"{name}: entering, first {entered[0]:.0f} ms, then {statistics.median(entered[1:]):.0f} ms")
    theatre, _taken = _enter(app, window)
    projector = theatre.projector
    assert projector is not None
    taken_all = []
    for _each in range(KEYS):
        taken_all.append(_until_painted(app, projector, Qt.Key.Key_PageDown))
        _rest(app, 0.02)
    p95 = statistics.quantiles(taken_all, n=20)[-1]
    print(f"{name}: clicker key → repainted, median {statistics.median(taken_all):.1f} ms, p95 {p95:.1f} ms")
    print(f"{name}: an edit → repainted, median {statistics.median(_edits(app, window)):.1f} ms")
    theatre.leave()


def _edits(app: QApplication, window: Window) -> list[float]:
    """ms from a note that is written to the picture that shows it."""
    theatre, desk = window.theatre, window.desk
    assert theatre is not None
    stage, projector = theatre.stage, theatre.projector
    assert stage is not None
    assert projector is not None
    found = []
    theatre.run("first")
    theatre.run("into")
    for count in range(20):
        _rest(app, 0.05)
        row = next((tile.row for tile in stage.page.tiles if tile.row in desk.project.note), "")
        if not row:
            break
        before, start = projector.painted, time.perf_counter()
        desk.do(write_note(desk.project, row, f"Écrit en direct {count}"))
        while projector.painted == before and time.perf_counter() - start < 1:
            app.processEvents()
        found.append((time.perf_counter() - start) * 1000)
    return found or [0.0]


def _heights(window: Window) -> None:
    """The smallest text of every lens of the example, and of those that ask little: 9 cells of 80 letters."""
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    stage = theatre.stage
    assert stage is not None
    project, types = window.desk.project, window.desk.types
    halts = [halt for canvas in project.canvases() for halt in walk(project, types, canvas.id)]
    pages = [page for halt in halts for page in stage.pages_of(halt.lens) if page.size]
    sizes = [page.size / HIGH * 100 for page in pages]
    little = [page.size / HIGH * 100 for page in pages if _asks_little(page)]
    print(f"{len(halts)} lenses, {len(sizes)} pages: smallest text {min(sizes):.2f} % of the height")
    print(f"{len(little)} pages of at most 9 cells of 80 letters: smallest text {min(little):.2f} %")
    theatre.leave()


def _asks_little(page: Page) -> bool:
    texts = [tile.text for tile in page.tiles if tile.cell >= 0]
    return len(page.cells) <= CELLS and all(len(text) <= LETTERS for text in texts)


def _reveals(app: QApplication, window: Window) -> None:
    """Other keys than the clicker's: how long until the picture stands."""
    theatre, _taken = _enter(app, window)
    projector = theatre.projector
    assert projector is not None
    for key, name in (
        (Qt.Key.Key_Down, "into"),
        (Qt.Key.Key_E, "spotlight"),
        (Qt.Key.Key_Right, "the next cell"),
        (Qt.Key.Key_B, "black"),
        (Qt.Key.Key_B, "light"),
    ):
        taken = _until_painted(app, projector, key)
        print(f"{name}: {taken:.1f} ms")
        _rest(app, 0.1)
    theatre.leave()


def _until_painted(app: QApplication, projector: Projector, key: Qt.Key) -> float:
    before, start = projector.painted, time.perf_counter()
    QTest.keyClick(projector, key)
    while projector.painted == before and time.perf_counter() - start < 1:
        app.processEvents()
    return (time.perf_counter() - start) * 1000


def _rest(app: QApplication, seconds: float) -> None:
    until = time.time() + seconds
    while time.time() < until:
        app.processEvents()
        time.sleep(0.002)
