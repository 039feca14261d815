"""A photo turned a quarter to the right: a new picture in the same place, undone like the rest."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QTransform

from labdesk.domain.gesture import Edit, Gesture
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.work import beside
from labdesk.words import _

QUALITY = 95


def turn(desk: Desk, photo: str) -> None:
    """Turn a photo beside the window, then put it in the place of the former."""
    row = desk.project.photo.get(photo)
    data = desk.picture(row.picture, "screen") if row is not None and row.picture else None
    if row is None or data is None or desk.read_only:
        return
    former, name = row.picture, row.file or _("photo") + ".jpg"

    def turned(picture: object) -> None:
        now = desk.project.photo.get(photo)
        if now is None or now.picture != former:
            return  # it was deleted or turned meanwhile
        sha = str(getattr(picture, "sha", ""))
        desk.do(Gesture(_("Tourner la photo"), (Edit("photo", photo, "picture", sha),)))
        desk.announce(_("Photo tournée d’un quart de tour."))

    beside(
        desk,
        lambda: quarter(data),
        lambda ready: desk.add_picture(ready, name, turned),
        desk.refused.emit,
    )


def quarter(data: bytes) -> bytes:
    """The same JPEG a quarter turn to the right; a Refusal when it is no picture."""
    image = QImage.fromData(data)
    if image.isNull():
        raise Refusal(_("Cette photo n’est pas lisible : elle n’a pas été tournée."))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.transformed(QTransform().rotate(90)).save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
