"""Projection: clicker key → repainted, entering, text heights. Its memory: tests/ui/stage/session.py.

Two figures stand side by side: ms on the clock, and ms the window's thread worked. On a machine that others
use too, only the second says what the program costs; the target (50 ms) is for a laptop at rest. Every wait
has an end, and says what it waited for.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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
LONG, SHORT = 60.0, 3.0
"""Seconds to wait for what another process makes, for a picture."""


class Late(Exception):
    """What was waited for did not come."""


class Taken(NamedTuple):
    """ms on the clock, and of work of this thread."""

    clock: float
    worked: float


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
        try:
            _run(app, window, Path(folder))
        except Late as late:
            print(f"stopped: {late}")
        window.close()


def _run(app: QApplication, window: Window, folder: Path) -> None:
    window.home().example()
    # A process of its own makes it.
    _wait(app, "the example to be there", lambda: bool(window.desk.project.canvas), LONG)
    window.show_place("journeys")
    _rest(app, 1.0)
    _figures(app, window, "example")
    _heights(window)
    _reveals(app, window)
    path = folder / "projet.labdesk"
    Session.create(path, first=journey(2000)).close()
    # A project that is opened beside an open one has a window of its own: another program, never ended from
    # here, beside which the example would be measured once more.
    window.opening.close()
    window.opening.open(path)
    assert window.desk.path == path
    _rest(app, 1.0)
    _figures(app, window, "2,000 notes")


def _wait(app: QApplication, what: str, done: Callable[[], bool], most: float = SHORT) -> None:
    """Until `done`; `what` says for whom it waits. Late when that does not come."""
    start = time.perf_counter()
    while not done():
        if time.perf_counter() - start > most:
            raise Late(f"waited {most:.0f} s for {what}")
        app.processEvents()


def _told(found: list[Taken]) -> str:
    """The median of each."""
    clock, worked = (statistics.median(each) for each in zip(*found, strict=True))
    return f"median {clock:.1f} ms ({worked:.1f} of work)"


def _enter(app: QApplication, window: Window) -> tuple[Theatre, Taken]:
    begun = Taken(time.perf_counter(), time.thread_time())
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    projector = theatre.projector
    assert projector is not None
    _wait(app, "the first picture of the projection", lambda: projector.painted > 0, LONG)
    taken = _since(begun)
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
    print(f"{name}: entering, first {entered[0].clock:.0f} ms, then {_told(entered[1:])}")
    theatre, _taken = _enter(app, window)
    projector = theatre.projector
    assert projector is not None
    keys = []
    for _each in range(KEYS):
        keys.append(_until_painted(app, projector, Qt.Key.Key_PageDown))
        _rest(app, 0.02)
    p95 = statistics.quantiles([taken.clock for taken in keys], n=20)[-1]
    print(f"{name}: clicker key → repainted, {_told(keys)}, p95 {p95:.1f} ms")
    print(f"{name}: an edit → repainted, {_told(_edits(app, window))}")
    theatre.leave()


def _edits(app: QApplication, window: Window) -> list[Taken]:
    """From a note that is written to the picture that shows it."""
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
        text = f"Écrit en direct {count}"
        begun = Taken(time.perf_counter(), time.thread_time())
        before = projector.painted
        desk.do(write_note(desk.project, row, text))
        _wait(app, f"the picture of « {text} »", lambda before=before: projector.painted > before)  # type: ignore[misc]
        found.append(_since(begun))
    if not found:
        raise Late("no note in the first phase to write in")
    return found


def _since(begun: Taken) -> Taken:
    """In ms; `begun` is in seconds."""
    return Taken((time.perf_counter() - begun.clock) * 1000, (time.thread_time() - begun.worked) * 1000)


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
        print(f"{name}: {taken.clock:.1f} ms ({taken.worked:.1f} of work)")
        _rest(app, 0.1)
    theatre.leave()


def _until_painted(app: QApplication, projector: Projector, key: Qt.Key) -> Taken:
    begun = Taken(time.perf_counter(), time.thread_time())
    before = projector.painted
    QTest.keyClick(projector, key)
    _wait(app, f"the picture after {key.name}", lambda: projector.painted > before)
    return _since(begun)


def _rest(app: QApplication, seconds: float) -> None:
    until = time.time() + seconds
    while time.time() < until:
        app.processEvents()
        time.sleep(0.002)
