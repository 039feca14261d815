"""A workshop's projection in a process of its own: clicker, edits and timers in simulated time, memory told.

`python -m tests.ui.stage.session MINUTES`: a presenter's window and a projector on two screens; every
simulated second or two somebody does something. One line of JSON: MB after ten minutes, MB at the end.
"""

import gc
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from labdesk.ui.stage.commands import Name
    from labdesk.ui.window import Window

STEP = 2.0
"""Simulated seconds between two things that happen."""
PATIENCE = 120.0
"""Seconds for what another process makes."""
FIRST = 10
"""Minutes after which memory is expected to be flat."""
EDIT, ORDER, TIMER, COLLECT = 8, 45, 15, 40
"""Every how many steps a note is written, the order changes, the timer is touched, memory is swept."""
CLICKS: "tuple[Name, ...]" = ("next",) * 8 + ("previous",) * 2 + (
    "right", "left", "into", "out", "spotlight", "reveal_lanes", "reveal_notes", "black", "freeze", "votes",
    "pointer", "beside", "order", "theme", "first", "pause",
)  # fmt: skip


def main(folder: Path, minutes: int) -> None:
    """Print what memory was kept."""
    from tests.ui.stage.two_screens import on_two_screens

    on_two_screens(folder, 1)
    day = Day(_window(folder))
    kept: list[float] = []
    for turn in range(int(minutes * 60 / STEP)):
        day.turn(turn)
        if turn % 60 == 0 and turn * STEP >= FIRST * 60:
            day.come_to_rest()
            kept.append(memory())
    # A review under way beside the window weighs 8 MB for a moment; what is kept is there each time.
    end = min(kept[-3:])
    print(json.dumps({"ten_minutes": kept[0], "end": end, "live": day.theatre.live, "each": kept}))
    day.close()


def _window(folder: Path) -> "Window":
    """The program on the example, in front of the laptop."""
    from PySide6.QtWidgets import QApplication

    from labdesk import app as root
    from labdesk.ui.settings import Settings

    app = root.application([])
    gc.disable()  # as the program does: it sweeps when it is idle
    window = root.build(app, Settings(folder=str(folder), hints=False))
    window.resize(1366, 696)
    window.show()
    window.home().example()
    until = time.monotonic() + PATIENCE
    while not window.desk.project.canvas:
        assert time.monotonic() < until, "the example is not there"
        QApplication.processEvents()
    return window


class Day:
    """A projection all day long: what is done is drawn by lot, always the same."""

    def __init__(self, window: "Window") -> None:
        from labdesk.domain.lens import Lens
        from labdesk.domain.running_order import add_stop

        self._window, self._desk, self._now = window, window.desk, 1_000_000.0
        window.timing.clock.now = lambda: self._now
        desk = window.desk
        self._journey = desk.project.canvases("journey")[0].id
        card = desk.project.canvases("prototype")[0].id
        for lens in (Lens("welcome"), Lens("overview", self._journey), Lens("sheet", card), Lens("agenda")):
            desk.do(add_stop(desk.project, desk.types, desk.catalogue, lens.kind, lens, 20))
        window.show_place("workshop")
        window.project_canvas()
        theatre = window.theatre
        assert theatre is not None
        assert theatre.presenter is not None
        self.theatre = theatre
        self._chance, self._notes = random.Random(7), sorted(desk.project.note)

    def turn(self, turn: int) -> None:
        """A few seconds of the day."""
        from PySide6.QtWidgets import QApplication

        self._now += STEP
        self._window.timing.clock.look_at_it()
        # In the first minutes everything is done once: a frozen picture alone weighs 8 MB.
        self.theatre.run(CLICKS[turn] if turn < len(CLICKS) else self._chance.choice(CLICKS))
        if turn % EDIT == 0:
            self._write(turn)
        if turn % ORDER == 0:
            self._reorder(turn)
        if turn % TIMER == 0:
            self.theatre.run("timer")
        if turn % COLLECT == 0:
            self._window.readiness.ask()  # as the window does when the hands rest
            gc.collect()
        for _each in range(3):
            QApplication.processEvents()

    def _write(self, turn: int) -> None:
        from labdesk.domain.commands.notes import vote, write_note

        desk, note = self._desk, self._chance.choice(self._notes)
        desk.do(write_note(desk.project, note, f"Ce que la table {turn % 6} a dit au tour {turn}"))
        desk.do(vote(desk.project, note, 1))

    def _reorder(self, turn: int) -> None:
        """The order of the day changes; an idea comes and is taken back."""
        from labdesk.domain.commands.notes import add_note
        from labdesk.domain.running_order import move_stop, stops

        desk, chance = self._desk, self._chance
        order = stops(desk.project, desk.types)
        desk.do(move_stop(desk.project, chance.choice(order).line, chance.choice((-1, 1))))
        step = chance.choice(desk.project.steps_of(self._journey)).id
        desk.do(add_note(desk.project, self._journey, "ideas", f"Idée {turn}", step=step)[1])
        desk.undo()

    def come_to_rest(self) -> None:
        """A frozen picture is 8 MB: like is compared with like."""
        from PySide6.QtWidgets import QApplication

        stage = self.theatre.stage
        if stage is not None and stage.cover.frozen:
            self.theatre.run("freeze")
            QApplication.processEvents()
        gc.collect()

    def close(self) -> None:
        """The end of the day."""
        self.theatre.leave()
        self._window.close()


def memory() -> float:
    """MB of this process that are in memory and its own."""
    own = ("Private_Dirty", "Private_Clean")
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(own)) / 1024


if __name__ == "__main__":
    os.environ.pop("QT_QPA_PLATFORM", None)
    with tempfile.TemporaryDirectory() as place:
        main(Path(place), int(sys.argv[1]))
