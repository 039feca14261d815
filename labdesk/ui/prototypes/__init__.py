"""The place Prototypes: the deck by state, and one card at a time with its photos."""

from labdesk.ui.desk import Desk
from labdesk.ui.place import Place
from labdesk.ui.style import Look


def make(desk: Desk, look: Look) -> Place:
    """The place behind the rail’s door « Prototypes »."""
    from labdesk.ui.prototypes.prototypes_place import PrototypesPlace

    return PrototypesPlace(desk, look)
