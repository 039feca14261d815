"""A laptop on which a scribe types into the real window without end, and says so, until somebody kills it."""

import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk import app as root
from labdesk.ui.settings import Settings
from labdesk.ui.window import Window

SHORT, LONG = 12, 150
"""Letters of a note: one that is a gesture at once, one that is only drafts for two seconds."""
PAUSE = 12
"""ms between two letters."""


def words(number: int) -> str:
    """What the note of this number says."""
    return f"note {number:04} " + "lettre " * 30


def main(path: Path) -> None:
    """« kept N »: the file holds N notes. « typing N L T »: L letters of note N stand on screen at time T."""
    app = root.application([])
    window = root.build(app, Settings(folder=str(path.parent)))
    window.resize(1366, 696)
    window.show()
    window.opening.open(path)
    _go_to_journey(window)
    session = window.desk.session
    assert session is not None
    first = len(window.desk.project.note)
    for number in count(first):
        for letters in range(1, (SHORT, LONG)[number % 2]):
            QTest.keyClicks(_focus(), words(number)[letters - 1])
            print("typing", number, letters, time.monotonic(), flush=True)
            QTest.qWait(PAUSE)
        QTest.keyClick(_focus(), Qt.Key.Key_Return)
        if session.flush():
            print("kept", len(window.desk.project.note), flush=True)


def _focus() -> QWidget:
    """Who hears the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _go_to_journey(window: Window) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    place = window.place
    if not window.desk.project.canvas:
        QTest.mouseClick(place.new_buttons["journey"], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
