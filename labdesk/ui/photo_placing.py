"""Pictures become photos of a canvas: asked for as files, prepared beside, placed in one gesture."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.canvases import add_photos
from labdesk.domain.commands.cards import renew_type
from labdesk.domain.commands.photos import put_photos
from labdesk.domain.gesture import Gesture, together
from labdesk.ui.desk import Desk
from labdesk.ui.pictures import ENDINGS, Found, bring_in, of_file
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.store.pictures import Picture


def ask_files(parent: QWidget, then: Callable[[list[Found]], object], *, one: bool) -> None:
    """The dialog of the system, for one picture or several; `then` is told what was chosen."""
    dialog = QFileDialog(parent, _("Ajouter des photos"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile if one else QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    dialog.setNameFilter(_("Images ({endings})").format(endings=endings))
    dialog.filesSelected.connect(lambda names: then([of_file(Path(name)) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class Placing:
    """Into a zone of a canvas, as both were when one asked. `kind` may be newer than the canvas’s own."""

    def __init__(self, desk: Desk, canvas: str, zone: str, kind: CanvasType | None) -> None:
        self._desk, self._canvas, self._zone, self._kind = desk, canvas, zone, kind

    def bring(self, found: Sequence[Found], then: Callable[[str], object]) -> None:
        """Prepare and place them; `then` is told the first photo."""

        def over(pictures: "list[tuple[Picture, str]]") -> None:
            if self._canvas not in self._desk.project.canvas:
                return
            photos, gesture = self._gesture([(picture.sha, name) for picture, name in pictures])
            self._desk.do(gesture)
            self._desk.announce(
                several(
                    len(photos),
                    "Photo ajoutée. Une personne est-elle reconnaissable ?",
                    "{n} photos ajoutées. Une personne est-elle reconnaissable ?",
                )
            )
            then(photos[0])

        bring_in(self._desk, found, over)

    def _gesture(self, held: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], Gesture]:
        """A card of an older type that lacks the zone learns it in the same gesture."""
        project, kind = self._desk.project, self._kind
        zone = kind.by_id.get(self._zone) if kind is not None else None
        if kind is None or zone is None:
            return add_photos(project, self._canvas, self._zone, held)
        photos, made = put_photos(project, self._canvas, zone, held)
        if self._zone in self._desk.types.of(project, self._canvas).by_id:
            return photos, made
        return photos, together(made.label, (renew_type(project, kind, self._canvas), made))
