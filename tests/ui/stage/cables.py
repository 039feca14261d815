"""The program on a real X display with a projector whose cable comes off: run in a process of its own."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from labdesk.ui.window import Window
    from tests.ui.stage.monitors import Monitors

CYCLES = 10
UNLIKE = 40
"""Lightness by which a pixel is another one: letters are smoothed otherwise on a display than in memory."""
PATIENCE = 8.0
"""Seconds for windows to be where they belong: eight people share this machine."""
PICTURE = (0, 0, 1920, 960)
"""What lies over the timer, which runs on."""
Found = dict[str, object]


def main(folder: Path) -> None:
    """Ten times off and on, then swapped and off, then on: one line of JSON says what stood where."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    os.environ["LABDESK_DATA"] = str(folder / "data")
    from tests.ui.stage.monitors import Monitors

    monitors = Monitors()
    monitors.plug("Portable", 0, 1366, 768)
    monitors.plug("Salle", 1366, 1920, 1080)
    room = Room(monitors, _window(folder))
    found: Found = {"first": room.waits(room.seated), "lit": room.waits(room.lit)}
    found |= room.off_and_on() | room.swapped() | room.frozen()
    room.close()
    print(json.dumps(found))


def _window(folder: Path) -> "Window":
    """The program on a small project, in front of the laptop."""
    from labdesk import app as root
    from labdesk.store.session import Session
    from labdesk.ui.settings import Settings
    from tests.bench.projects import journey

    window = root.build(root.application([]), Settings(folder=str(folder)))
    window.show()
    path = folder / "projet.labdesk"
    Session.create(path, first=journey(60, phases=2, steps=6)).close()
    window.opening.open(path)
    return window


class Room:
    """A projection on two displays, its cable in one hand."""

    def __init__(self, monitors: "Monitors", window: "Window") -> None:
        self._monitors, self._window = monitors, window
        self.waits(window.isVisible)
        window.project_canvas()
        theatre = window.theatre
        assert theatre is not None
        assert theatre.projector is not None
        assert theatre.stage is not None
        self._theatre, self._projector, self._stage = theatre, theatre.projector, theatre.stage

    def waits(self, done: Callable[[], bool]) -> bool:
        """It became so in time."""
        from PySide6.QtWidgets import QApplication

        until = time.time() + PATIENCE
        while time.time() < until:
            QApplication.processEvents()
            if done():
                return True
            time.sleep(0.01)
        return False

    def close(self) -> None:
        """The end of the day."""
        self._theatre.leave()
        self._window.close()

    # -- what one does --------------------------------------------------------------------------------------
    def _unplug(self) -> None:
        self._monitors.unplug("Salle")

    def _plug(self) -> None:
        self._monitors.plug("Salle", 1366, 1920, 1080)

    def _write(self, text: str) -> None:
        from labdesk.domain.commands.notes import write_note

        desk = self._window.desk
        desk.do(write_note(desk.project, next(iter(desk.project.note)), text))

    # -- what one sees --------------------------------------------------------------------------------------
    def seated(self, room: str = "Salle") -> bool:
        """The picture fills that display, the presenter is on the other one."""
        projector, presenter = self._projector, self._theatre.presenter
        screen = projector.screen()
        fits = projector.isVisible() and screen.name() == room and projector.geometry() == screen.geometry()
        return bool(fits and presenter and presenter.isVisible() and presenter.screen().name() != room)

    def alone(self) -> bool:
        """The presenter stays in front and says that the cable is off."""
        presenter = self._theatre.presenter
        there = presenter is not None and presenter.isVisible() and presenter.signs.unplugged
        return bool(there and not self._projector.isVisible())

    def lit(self) -> bool:
        """The room sees the picture: pixels of the display itself."""
        from PySide6.QtGui import QGuiApplication

        screen = next(s for s in QGuiApplication.screens() if s.name() == "Salle")
        seen, shown = screen.grabWindow(0).toImage(), self._projector.grab().toImage()
        spots = [(x, y) for x in range(40, 1900, 120) for y in range(40, 1060, 90)]
        if seen.size() != shown.size():
            return False
        lights = [(seen.pixelColor(x, y).lightness(), shown.pixelColor(x, y).lightness()) for x, y in spots]
        return sum(abs(one - other) > UNLIKE for one, other in lights) < len(spots) // 20

    def _picture(self) -> "QImage":
        return self._projector.grab().toImage().copy(*PICTURE)

    # -- the stories ----------------------------------------------------------------------------------------
    def off_and_on(self) -> Found:
        """Ten times: the same windows on the same lens, the timer running."""
        theatre, stage = self._theatre, self._stage
        theatre.run("into")
        theatre.run("timer")
        before = theatre.presenter, theatre.projector, stage.halt
        cycles = []
        for cycle in range(CYCLES):
            self._unplug()
            off = self.waits(self.alone)
            self._write(f"Écrit sans projecteur {cycle}")
            self._plug()
            on = self.waits(self.seated) and self.waits(self.lit)
            same = (theatre.presenter, theatre.projector, stage.halt) == before
            runs = theatre.clock.countdown.running
            cycles.append({"off": off, "on": on, "same windows and lens": same, "timer runs": runs})
        return {"cycles": cycles}

    def swapped(self) -> Found:
        """The two displays change places, also when the cable comes off meanwhile."""
        found: Found = {}
        self._theatre.run("swap")
        found["swapped"] = self.waits(lambda: self.seated("Portable"))
        self._unplug()
        found["swapped_off"] = self.waits(self.alone)
        self._plug()
        found["swapped_on"] = self.waits(lambda: self.seated("Portable"))
        self._theatre.run("swap")
        found["back"] = self.waits(self.seated)
        return found

    def frozen(self) -> Found:
        """A frozen picture comes back as it was, whatever was typed; then it lives again."""
        self._theatre.run("freeze")
        before = self._picture()
        self._unplug()
        self.waits(self.alone)
        self._write("Corrigé pendant que l’image est figée")
        self._plug()
        same = self.waits(self.seated) and self.waits(lambda: self._picture() == before)
        self._theatre.run("freeze")
        return {"frozen": same, "thawed": self.waits(self.lit)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
        sys.stdout.flush()
