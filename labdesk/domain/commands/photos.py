"""What a person does with the photos of a place: put one there, change their order."""

from collections.abc import Sequence

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands.canvases import add_photos, shifted
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


def shift_photo(project: Project, photo: str, by: int) -> Gesture:
    """A photo goes `by` ranks down (or up) among those of its zone or cell."""
    row = project.photo.get(photo)
    if row is None:
        return Gesture("", ())
    return shifted(project, "photo", photo, project.photos_at(row.canvas or "", row.zone or "", row.step), by)
