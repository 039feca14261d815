"""A list to choose from that Alt+↓ opens, as everywhere, also where Alt+↓ moves a note of the canvas."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox


class OpenCombo(QComboBox):
    """A combo box beside a canvas."""

    def event(self, event: QEvent) -> bool:
        """Alt+↑ and Alt+↓ are the list's while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            upright = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if upright and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)
