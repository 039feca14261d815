"""The real window, whose actions only tell that they were asked for: which keys reach which on a screen.

One line in (a place), the actions that can be done there out; then a line for each action a key reaches.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence

from labdesk.app import application, build
from labdesk.ui.settings import load_settings


def main(file: Path) -> None:
    """Open the file and answer."""
    app = application([])
    window = build(app, load_settings())
    assert window.opening.open(file)
    window.showMaximized()
    heard: set[QObject] = set()
    able: list[QAction] = []
    again = QTimer(app, interval=20)

    def tell(line: object) -> None:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    def go() -> None:
        name = sys.stdin.readline().strip()
        if not name:
            app.quit()
            return
        window.show_place(name)
        window.place.setFocus(Qt.FocusReason.OtherFocusReason)
        found = [*window.actions(), *window.place.actions()]
        for action in found:
            if action not in heard:
                heard.add(action)
                action.triggered.disconnect()
                action.triggered.connect(lambda _on, action=action: tell(action.text()))
        form = QKeySequence.SequenceFormat.PortableText
        named = [(a, [key.toString(form) for key in a.shortcuts()]) for a in found if a.isVisible()]
        shared = Counter(key for _action, keys in named for key in keys)
        able[:] = [a for a, keys in named if all(shared[key] == 1 for key in keys)]
        wake()
        tell([(a.text(), keys) for a, keys in named if a.isEnabled()])

    def wake() -> None:
        """The window says what cannot be done now; here all can, but of two with the same keys only one."""
        for action in able:
            action.setEnabled(True)

    ear = QSocketNotifier(0, QSocketNotifier.Type.Read, app)
    ear.activated.connect(go)
    again.timeout.connect(wake)
    again.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
