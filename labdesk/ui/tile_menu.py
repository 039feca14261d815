"""What else one does with a tile: the menu of its right click, and the three dots that show it too."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.style import Look


def more_button(tile: QWidget, look: Look, words: str) -> QToolButton:
    """The three dots in the corner of a tile: what a right click shows, for who does not know of it."""
    button = QToolButton(tile)
    draw(button, "ellipsis-vertical", look)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.clicked.connect(lambda: pop_up(tile, button.mapToGlobal(button.rect().bottomLeft())))
    return button


def place_more(button: QToolButton, tile: QWidget, look: Look) -> None:
    """In the upper right corner, as large as a finger."""
    side = look.px(32)
    button.setFixedSize(side, side)
    button.move(tile.width() - side - look.px(6), look.px(6))
    button.raise_()


def pop_up(tile: QWidget, place: QPoint) -> None:
    """The menu of a tile. It goes away with what is chosen, which may take the tile with it."""
    menu = QMenu(tile)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(tile.actions())
    menu.popup(place)
