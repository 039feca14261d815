"""Which screen shows what: the projector on the other display, and what happens when a cable comes off."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtGui import QScreen


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
