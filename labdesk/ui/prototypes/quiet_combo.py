"""A list to choose from that the wheel does not change in passing, and where Entrée goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox


class QuietCombo(QComboBox):
    """A combo box of a form that scrolls."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; the answer stays."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée opens the list while nothing is chosen, then goes on."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.currentData():
            self.entered.emit()
        else:
            self.showPopup()
