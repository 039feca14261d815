"""The pain points of a grid: which lane holds them, and which weigh most in each phase."""

from labdesk.domain.box import View
from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.entities import Note
from labdesk.domain.model import Project
from labdesk.domain.ties import PAIN


def pain_zone(kind: CanvasType) -> str:
    """The lane of pain points: the one so named, else the first rose one; empty when there is none."""
    lanes = [zone for zone in kind.lanes if zone.kind == "grid_notes"]
    named = [zone.id for zone in lanes if zone.id == PAIN] or [z.id for z in lanes if z.colour == "rose"]
    return named[0] if named else ""


def by_phase(
    project: Project, canvas: str, zone: str, view: View | None = None
) -> list[tuple[str, list[Note]]]:
    """(phase id, its pain points, the heaviest first); a phase without any is there too.

    `view` leaves out what it leaves out of the map. Dots that are hidden weigh nothing: no order tells them.
    """
    view, found = view or View(), []
    for phase in project.phases_of(canvas):
        held = [n for s in project.steps_in(phase.id) for n in project.notes_at(canvas, zone, s.id)]
        held = [note for note in held if view.opens(zone) and view.shows(project, note)]
        found.append((phase.id, sorted(held, key=lambda note: -project.votes_seen(note.id))))
    return found
