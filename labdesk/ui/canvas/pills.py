"""The pills of a filter: a facet each, what it asks or what it could ask."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from labdesk.ui.sheet import role


class Facets(QFrame):
    """The line of pills. It has a name of its own: what slides is made transparent by its name."""


class Pill(QPushButton):
    """A facet: what it asks, or what it could ask. Suppr empties it."""

    emptied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCheckable(True)
        role(self, "quiet")

    def say(self, words: str, asks: bool) -> None:
        """What it reads, and whether it leaves notes out."""
        self.setText(words)
        self.setChecked(asks)

    def nextCheckState(self) -> None:
        """A click opens its list; whether it is on is told by the filter alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
