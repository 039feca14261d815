"""Which screen shows what: the projector on the other display, and what happens when a cable comes off."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

SHARED, INSET = (1280, 720), 40
"""The window one shares in a video call, px; how far from the edges, so that its bar can be taken."""


class Seats(Struct, frozen=True):
    """The screen of the room and the screen of the presenter; the same one when there is only one."""

    room: QScreen
    presenter: QScreen

    @property
    def alone(self) -> bool:
        """One screen for both."""
        return self.room is self.presenter


def seats(screens: Sequence[QScreen], home: QScreen, preferred: str = "", swapped: bool = False) -> Seats:
    """The presenter stays where the window is; the room has the screen it had, else another one.

    `preferred`: the name of the screen that was the room's. `swapped`: the two change places.
    """
    others = [screen for screen in screens if screen is not home]
    if not others:
        return Seats(home, home)
    room = next((screen for screen in others if screen.name() == preferred), others[0])
    return Seats(home, room) if swapped else Seats(room, home)


def show_in_a_window(widget: QWidget, screen: QScreen) -> None:
    """A window to share in a video call, whose bar can be taken."""
    room, corner = screen.availableGeometry(), QPoint(INSET, INSET)
    widget.showNormal()
    widget.setScreen(screen)
    widget.resize(QSize(*SHARED).boundedTo(room.size() - QSize(2 * INSET, 2 * INSET)))
    widget.move(room.topLeft() + corner)


def fill(widget: QWidget, screen: QScreen) -> None:
    """Full-screen on a screen: a window that is full-screen elsewhere must stop being so to move."""
    if widget.isVisible() and widget.screen() is screen and widget.isFullScreen():
        return
    if widget.isFullScreen():
        widget.showNormal()
    widget.setScreen(screen)
    widget.setGeometry(screen.geometry())
    widget.showFullScreen()
