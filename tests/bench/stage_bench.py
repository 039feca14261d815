"""Projection: clicker key → projector repainted, entering, text heights, cables, a long session’s memory."""

import gc
import os
import random
import statistics
import tempfile
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.notes import write_note
from labdesk.domain.lens import HIGH
from labdesk.domain.walk import walk
from labdesk.store.session import Session
from labdesk.ui.settings import Settings
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.window import Window
from tests.bench.projects import journey

KEYS, CYCLES = 80, 10
PRESSES = 20_000 if "LABDESK_TORTURE" in os.environ else 2_000
"""Of a long session: three hours of a clicker, an edit and a timer's minute every few seconds."""
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
        _rest(app, 1.0)
        _figures(app, window, "example")
        _heights(window)
        _cables(app, window)
        _long_session(app, window)
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
        before, start = projector.painted, time.perf_counter()
        QTest.keyClick(projector, Qt.Key.Key_PageDown)
        while projector.painted == before and time.perf_counter() - start < 1:
            app.processEvents()
        taken_all.append((time.perf_counter() - start) * 1000)
        _rest(app, 0.02)
    p95 = statistics.quantiles(taken_all, n=20)[-1]
    print(f"{name}: clicker key → repainted, median {statistics.median(taken_all):.1f} ms, p95 {p95:.1f} ms")
    theatre.leave()


def _heights(window: Window) -> None:
    """The smallest text of every lens of the example."""
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    stage = theatre.stage
    assert stage is not None
    project, types = window.desk.project, window.desk.types
    halts = [halt for canvas in project.canvases() for halt in walk(project, types, canvas.id)]
    sizes = [page.size / HIGH * 100 for halt in halts for page in stage.pages_of(halt.lens) if page.size]
    print(f"{len(halts)} lenses, {len(sizes)} pages: smallest text {min(sizes):.2f} % of the height")
    theatre.leave()


def _cables(app: QApplication, window: Window) -> None:
    """The seats are taken again ten times; each time the same windows stand."""
    theatre, _taken = _enter(app, window)
    for _each in range(CYCLES):
        theatre.seat()
        _rest(app, 0.02)
    standing = theatre.projector is not None and theatre.projector.isVisible()
    print(f"{CYCLES} reseats: the picture {'stands' if standing else 'IS LOST'}")
    theatre.leave()


def _long_session(app: QApplication, window: Window) -> None:
    """A clicker, edits and timers; memory after the first ninth is the reference."""
    theatre, _taken = _enter(app, window)
    stage, desk = theatre.stage, window.desk
    assert stage is not None
    chance, notes = random.Random(3), list(desk.project.note)
    reference = 0.0
    for press in range(PRESSES):
        theatre.run(chance.choice(("next", "next", "next", "previous", "right", "left", "out", "spotlight")))
        if press % 7 == 0:
            desk.do(
                write_note(desk.project, chance.choice(notes), f"Note {press} à {datetime.now():%H:%M:%S}")
            )
        if press % 20 == 0:
            theatre.clock.start_or_more(1)
        if press % 50 == 0:
            theatre.clock.stop()
            gc.collect()
        app.processEvents()
        if press == PRESSES // 9:
            reference = _kept()
    gc.collect()
    end = _kept()
    growth = (end / reference - 1) * 100
    print(
        f"{PRESSES} presses: {reference:.0f} MB after the first ninth, {end:.0f} at the end ({growth:+.1f} %)"
    )
    theatre.leave()


def _kept() -> float:
    """MB of memory of this process."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _rest(app: QApplication, seconds: float) -> None:
    until = time.time() + seconds
    while time.time() < until:
        app.processEvents()
        time.sleep(0.002)
