"""The keys of a table of the dossier, and which deed each one is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_DEEDS = {
    "Return": "start",
    "Enter": "start",
    "Ins": "add",
    "Ctrl+Return": "add",
    "Ctrl+Enter": "add",
    "Ctrl+D": "duplicate",
    "Alt+Up": "up",
    "Alt+Down": "down",
    "Del": "empty",
    "Backspace": "empty",
    "Ctrl+Del": "delete",
    "Ctrl+C": "copy",
    "Ctrl+V": "paste",
}
"""Keys of a table → its deed."""


def deed_of(event: QKeyEvent) -> str | None:
    """The deed of a table this key is, by its name in `RowsDeeds`."""
    return _DEEDS.get(named(event))


def named(event: QKeyEvent) -> str:
    """A key as the table of deeds names it; the keypad is no other keyboard."""
    combination = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
