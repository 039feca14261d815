"""A button of the dossier that says its deed in words and in a drawing."""

from PySide6.QtWidgets import QPushButton

from labdesk.ui.actions import draw
from labdesk.ui.style import Look


def deed_button(look: Look, words: str, drawing: str, ink: str = "ink2") -> QPushButton:
    """The drawing follows the theme; `ink`: its colour, by its name in the palette."""
    button = QPushButton(words)
    draw(button, drawing, look, ink)
    return button
