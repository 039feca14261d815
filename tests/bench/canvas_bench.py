"""A canvas looked at and worked in, at 300, 2,000 and 10,000 notes, beside a bare scene of as many texts."""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from labdesk.domain.commands.notes import write_note
from labdesk.domain.layout import planned, replanned
from labdesk.store.session import Session
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk
from labdesk.ui.style import Look
from tests.bench.projects import WORDS, write

SIZES = (300, 2_000, 10_000)
FRAMES, ROUNDS = 60, 9
WIDE, HIGH = 1310, 640
"""px: what a small laptop leaves to the canvas."""


def run() -> None:
    """Print medians, 95th percentiles, the ratio to the bare scene, and how each grows with the notes."""
    from labdesk import app as root

    app = QApplication.instance() or root.application([])
    assert isinstance(app, QApplication)
    gc.disable()
    first: dict[str, float] = {}
    for notes in SIZES:
        found, bare = _canvas(app, notes), _bare(app, notes)
        for name, taken in found.items():
            middle = statistics.median(taken)
            beside = statistics.median(bare.get(name) or bare["pan frame"])
            growth = middle / first.setdefault(name, middle)
            p95 = statistics.quantiles(taken, n=20)[-1] if len(taken) > 2 else middle
            print(
                f"{notes:6d} notes  {name:22s} median {middle:7.2f} ms  p95 {p95:7.2f} ms"
                f"  {middle / beside:5.2f} × bare scene  {growth:5.2f} × {SIZES[0]} notes"
            )


def _canvas(app: QApplication, notes: int) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk()
        desk.put(Session.open(write(Path(folder) / "projet.labdesk", notes)))
        page = CanvasPage(desk, Look())
        page.resize(WIDE, HIGH)
        page.show()
        _settle(app)
        canvas = desk.project.canvases("journey")[0].id
        found = {"open and paint": [_taken(app, lambda: page.show_canvas(canvas))]}
        found |= _looking(app, page) | _working(app, page)
        page.close()
        page.deleteLater()
        _settle(app)
        desk.close()
    return found


def _looking(app: QApplication, page: CanvasPage) -> dict[str, list[float]]:
    """Scrolling both ways at once, and everything in one view."""
    view = page.pane.view
    pan = _pan(app, view)
    whole = []
    for _round in range(ROUNDS):
        whole.append(_taken(app, view.show_all))
        view.set_zoom(1.0)
        app.processEvents()
    return {"pan frame": pan, "fit all": whole}


def _pan(app: QApplication, view: QGraphicsView) -> list[float]:
    """Frames of a view pushed to and fro, half a screen each way."""
    bars = view.horizontalScrollBar(), view.verticalScrollBar()

    def push(by: int) -> None:
        for bar, step in zip(bars, (13, 7), strict=True):
            bar.setValue(bar.value() + by * step)

    return [_taken(app, partial(push, 1 if at % 40 < 20 else -1)) for at in range(FRAMES)]


def _working(app: QApplication, page: CanvasPage) -> dict[str, list[float]]:
    """Arrows, a note that grows its row, the arrangement alone."""
    board, view, desk = page.board, page.pane.view, page.desk
    view.setFocus()
    canvas = board.canvas
    note = desk.project.notes_at(canvas, "actions", desk.project.steps_of(canvas)[0].id)[0].id
    board.choose([note])
    ways = [Qt.Key.Key_Right] * 10 + [Qt.Key.Key_Down] + [Qt.Key.Key_Left] * 10 + [Qt.Key.Key_Down]
    arrows = [_taken(app, partial(QTest.keyClick, view, way)) for way in ways * 3]
    board.choose([note])

    def grow(at: int) -> None:
        desk.do(write_note(desk.project, note, WORDS * (1 + at % 4) + str(at)))

    grown, seen, slices = [], [], []
    for at in range(ROUNDS * 2):
        start = time.perf_counter()
        grow(at)
        view.viewport().repaint()
        seen.append((time.perf_counter() - start) * 1000)
        while page.scene.waits:
            slices.append(_taken(app, lambda: None))
        app.processEvents()
        grown.append((time.perf_counter() - start) * 1000)
    plan = board.plan
    assert plan is not None
    every = [
        _taken(app, lambda: planned(desk.project, plan.kind, plan.canvas, plan.room, plan.measure, plan.view))
        for _round in range(ROUNDS)
    ]
    lane = [_taken(app, lambda: replanned(plan, desk.project, {("note", note)})) for _round in range(ROUNDS)]
    found = {"arrow": arrows, "row grows, seen": seen, "row grows, all": grown}
    found |= {"slice of the rest": slices} if slices else {}
    return found | {"arrange all": every, "arrange one cell": lane}


def _bare(app: QApplication, notes: int) -> dict[str, list[float]]:
    """The reference: as many plain texts on a bare scene."""
    scene = QGraphicsScene()
    view = QGraphicsView(scene)
    view.resize(WIDE, HIGH)
    view.show()
    _settle(app)

    def fill() -> None:
        for at in range(notes):
            item = scene.addText(WORDS)
            item.setTextWidth(140)
            item.setPos(164 * (at % 20), 60 * (at // 20))

    opened = [_taken(app, fill)]
    for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
        bar.setValue(bar.minimum())
    pan = _pan(app, view)
    whole = []
    for _round in range(ROUNDS):
        whole.append(
            _taken(app, lambda: view.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio))
        )
        view.resetTransform()
        app.processEvents()
    view.close()
    return {"open and paint": opened, "pan frame": pan, "fit all": whole}


def _taken(app: QApplication, deed: Callable[[], object]) -> float:
    """ms until what was done is painted."""
    start = time.perf_counter()
    deed()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def _settle(app: QApplication) -> None:
    for _round in range(20):
        app.processEvents()
        time.sleep(0.005)
