"""The program on a real X display with a projector whose cable comes off: run in a process of its own."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CYCLES = 10
UNLIKE = 40
"""Lightness by which a pixel is another one: letters are smoothed otherwise on a display than in memory."""
PATIENCE = 8.0
"""Seconds for windows to be where they belong: eight people share this machine."""


def main(folder: Path) -> None:
    """Ten times off and on, then swapped and off, then on: one line of JSON says what stood where."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    os.environ["LABDESK_DATA"] = str(folder / "data")
    from tests.ui.stage.monitors import Monitors

    monitors = Monitors()
    monitors.plug("Portable", 0, 1366, 768)
    monitors.plug("Salle", 1366, 1920, 1080)
    from PySide6.QtWidgets import QApplication

    from labdesk import app as root
    from labdesk.domain.commands.notes import write_note
    from labdesk.store.session import Session
    from labdesk.ui.settings import Settings
    from tests.bench.projects import journey

    app = root.application([])
    window = root.build(app, Settings(folder=str(folder)))
    window.show()
    path = folder / "projet.labdesk"
    Session.create(path, first=journey(60, phases=2, steps=6)).close()
    window.opening.open(path)

    def wait(done: Callable[[], bool]) -> bool:
        until = time.time() + PATIENCE
        while time.time() < until:
            QApplication.processEvents()
            if done():
                return True
            time.sleep(0.01)
        return False

    wait(window.isVisible)
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    projector, stage = theatre.projector, theatre.stage
    assert projector is not None
    assert stage is not None

    def seated(room: str = "Salle") -> bool:
        screen = projector.screen()
        fits = projector.isVisible() and screen.name() == room and projector.geometry() == screen.geometry()
        presenter = theatre.presenter
        return bool(fits and presenter and presenter.isVisible() and presenter.screen().name() != room)

    def alone() -> bool:
        presenter = theatre.presenter
        there = presenter is not None and presenter.isVisible() and presenter.signs.unplugged
        return bool(there and not projector.isVisible())

    def lit() -> bool:
        """The room sees the picture: pixels of the display itself."""
        screen = next(s for s in app.screens() if s.name() == "Salle")
        seen = screen.grabWindow(0).toImage()
        shown = projector.grab().toImage()
        spots = [(x, y) for x in range(40, 1900, 120) for y in range(40, 1060, 90)]
        if seen.size() != shown.size():
            return False
        lights = [(seen.pixelColor(x, y).lightness(), shown.pixelColor(x, y).lightness()) for x, y in spots]
        return sum(abs(one - other) > UNLIKE for one, other in lights) < len(spots) // 20

    found: dict[str, object] = {"first": wait(seated), "lit": wait(lit)}
    presenter = theatre.presenter
    theatre.run("into")
    theatre.run("timer")
    halt, note = stage.halt, next(iter(window.desk.project.note))
    cycles = []
    for cycle in range(CYCLES):
        monitors.unplug("Salle")
        off = wait(alone)
        window.desk.do(write_note(window.desk.project, note, f"Écrit sans projecteur {cycle}"))
        monitors.plug("Salle", 1366, 1920, 1080)
        on = wait(seated) and wait(lit)
        same = (theatre.presenter, theatre.projector, stage.halt) == (presenter, projector, halt)
        runs = theatre.clock.countdown.running
        cycles.append({"off": off, "on": on, "same windows and lens": same, "timer runs": runs})
    found["cycles"] = cycles
    theatre.run("swap")
    found["swapped"] = wait(lambda: seated("Portable"))
    monitors.unplug("Salle")
    found["swapped_off"] = wait(alone)
    monitors.plug("Salle", 1366, 1920, 1080)
    found["swapped_on"] = wait(lambda: seated("Portable"))
    theatre.run("swap")
    found["back"] = wait(seated)
    theatre.run("freeze")
    frozen = projector.grab().toImage()
    monitors.unplug("Salle")
    wait(alone)
    window.desk.do(write_note(window.desk.project, note, "Corrigé pendant que l’image est figée"))
    monitors.plug("Salle", 1366, 1920, 1080)
    over_the_timer = (0, 0, 1920, 960)
    found["frozen"] = wait(seated) and wait(
        lambda: projector.grab().toImage().copy(*over_the_timer) == frozen.copy(*over_the_timer)
    )
    theatre.run("freeze")
    found["thawed"] = wait(lit)
    theatre.leave()
    window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
        sys.stdout.flush()
