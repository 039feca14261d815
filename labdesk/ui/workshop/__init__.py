"""The place Atelier: the workshop sheet, gathering the tables, the report of the day."""

from labdesk.ui.desk import Desk
from labdesk.ui.place import Place
from labdesk.ui.style import Look


def make(desk: Desk, look: Look) -> Place:
    """The place behind the rail’s door « Atelier »."""
    from labdesk.ui.workshop.workshop_place import WorkshopPlace

    return WorkshopPlace(desk, look)
