"""A person at work, at random, in a big journey: how long each frame takes, which deed took the longest."""

import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.settings import Settings
from labdesk.ui.window import Window
from tests.bench.projects import write

SECONDS = {300: 10, 10_000: 30}
"""How long each size is worked in."""
WORTH = 3
"""The slowest deeds that are named."""
Deed = Callable[[], object]


def run() -> None:
    """Print medians, 95th percentiles and the worst frame at each size, and what the worst ones were."""
    from labdesk import app as root

    app = QApplication.instance() or root.application([])
    assert isinstance(app, QApplication)
    gc.disable()
    seed = int(os.environ.get("LABDESK_SEED", "7"))
    first = 0.0
    for notes, seconds in SECONDS.items():
        with tempfile.TemporaryDirectory() as folder:
            window = root.build(app, Settings())
            window.resize(1366, 696)
            window.show()
            window.opening.open(write(Path(folder) / "projet.labdesk", notes))
            _settle(app)
            taken = _work(app, window, random.Random(seed), seconds)
            window.close()
            window.deleteLater()
            _settle(app)
        frames = sorted(ms for ms, _own, _deed in taken)
        own = max(taken, key=lambda one: one[1])
        middle = statistics.median(frames)
        first = first or middle
        print(
            f"{notes:6d} notes  {len(frames):5d} deeds  median {middle:6.2f} ms  "
            f"p95 {frames[int(len(frames) * 0.95)]:6.2f} ms  worst {frames[-1]:6.1f} ms  "
            f"own {own[1]:6.1f} ms ({own[2]})  {middle / first:5.2f} × the first size  (seed {seed})"
        )
        slowest = (
            f"{deed} {ms:.0f} ms ({spent:.0f} of its own)" for ms, spent, deed in sorted(taken)[-WORTH:]
        )
        print("        slowest:", ", ".join(slowest))


def _work(
    app: QApplication, window: Window, chance: random.Random, seconds: float
) -> list[tuple[float, float, str]]:
    """Deeds in a row, each until it is painted, as a person does them who never stops.

    Each with its ms by the clock, and those this thread worked: on a busy machine the two differ.
    """
    page = next(one for one in window.place.findChildren(CanvasPage) if one.isVisible())
    view, taken = page.pane.view, list[tuple[float, float, str]]()
    view.setFocus()
    until = time.perf_counter() + seconds
    deeds = _deeds(page, view, chance)
    names = list(deeds)
    while time.perf_counter() < until:
        name = chance.choice(names)
        start, spent = time.perf_counter(), time.thread_time()
        deeds[name]()
        app.processEvents()
        taken.append(((time.perf_counter() - start) * 1000, (time.thread_time() - spent) * 1000, name))
    return taken


def _deeds(page: CanvasPage, view: CanvasView, chance: random.Random) -> dict[str, Deed]:
    """What hands do on a canvas. Typing goes to the editor when it is open, as the keyboard would."""

    def editor_or_view() -> QWidget:
        editor = page.pane.typist.editor
        return editor if editor.isVisible() else view

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(editor_or_view(), key, modifiers)

    def scroll() -> None:
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.setValue(bar.value() + chance.randint(-300, 300))

    def zoom() -> None:
        page.pane.zoom_by(chance.choice((-1, 1)))
        if not 0.4 < view.zoom < 1.6:
            view.set_zoom(1.0)

    def duplicate() -> None:
        page.board.go(page.board.current)  # of one note: copies of copies would double without end
        press(Qt.Key.Key_D, control)

    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    return {
        "letter": lambda: press(Qt.Key.Key_E),
        "word": lambda: QTest.keyClicks(editor_or_view(), "oui"),
        "enter": lambda: press(Qt.Key.Key_Return),
        "escape": lambda: press(Qt.Key.Key_Escape),
        "tab": lambda: press(Qt.Key.Key_Tab),
        "arrow": lambda: press(chance.choice(arrows)),
        "move": lambda: press(chance.choice(arrows), alt),
        "vote": lambda: press(Qt.Key.Key_Up, control),
        "duplicate": duplicate,
        "delete": lambda: press(Qt.Key.Key_Delete),
        "undo": page.desk.undo,
        "redo": page.desk.redo,
        "scroll": scroll,
        "zoom": zoom,
    }


def _settle(app: QApplication) -> None:
    for _round in range(20):
        app.processEvents()
        time.sleep(0.005)
