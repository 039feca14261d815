"""Pictures put into a place that may hold only one."""

from collections.abc import Sequence

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands.canvases import add_photos
from labdesk.domain.gesture import Gesture, Removal
from labdesk.domain.model import Project


def put_photos(
    project: Project, canvas: str, zone: Zone, pictures: Sequence[tuple[str, str]], *, step: str | None = None
) -> tuple[tuple[str, ...], Gesture]:
    """Pictures (hash and file name) come into a zone; one of a single photo changes it for the first."""
    if zone.at_most != 1:
        return add_photos(project, canvas, zone.id, pictures, step=step)
    photos, made = add_photos(project, canvas, zone.id, pictures[:1], step=step)
    gone = tuple(Removal("photo", one.id) for one in project.photos_at(canvas, zone.id, step))
    return photos, Gesture(made.label, (*gone, *made.edits))
