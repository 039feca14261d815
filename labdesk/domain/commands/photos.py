"""What a person does with the photos of a place: put one there, change their order."""

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands.canvases import add_photo, shifted
from labdesk.domain.gesture import Gesture, Removal
from labdesk.domain.model import Project


def put_photo(
    project: Project, canvas: str, zone: Zone, picture: str, *, step: str | None = None, file: str = ""
) -> tuple[str, Gesture]:
    """A picture comes into a zone; one that holds a single photo changes it."""
    photo, made = add_photo(project, canvas, zone.id, picture, step=step, file=file)
    if zone.at_most != 1:
        return photo, made
    gone = tuple(Removal("photo", one.id) for one in project.photos_at(canvas, zone.id, step))
    return photo, Gesture(made.label, (*gone, *made.edits))


def shift_photo(project: Project, photo: str, by: int) -> Gesture:
    """A photo goes `by` ranks down (or up) among those of its zone or cell."""
    row = project.photo.get(photo)
    if row is None:
        return Gesture("", ())
    return shifted(project, "photo", photo, project.photos_at(row.canvas or "", row.zone or "", row.step), by)
