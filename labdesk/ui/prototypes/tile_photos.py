"""Pictures let go, pasted or chosen for a card of the deck: photos of it, without opening it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.cards import renew_type
from labdesk.domain.commands.photos import put_photos
from labdesk.domain.gesture import Gesture, together
from labdesk.domain.model import title
from labdesk.domain.newer_type import newer
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.pictures import ENDINGS, Found, bring_in, of_file, offered_by, pictures_in, stranger_in
from labdesk.ui.prototypes.deck import Deck
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.store.pictures import Picture


class TilePhotos:
    """What a deck does with pictures; the photo comes where « Ajouter » of the open card would put it."""

    action = Qt.DropAction.CopyAction

    def __init__(self, desk: Desk, deck: Deck) -> None:
        self._desk, self._deck = desk, deck

    # -- by hand --------------------------------------------------------------------------------------------
    def knows(self, held: QMimeData) -> bool:
        """Pictures are dragged."""
        return offered_by(held)

    def fits(self, _held: QMimeData, card: str) -> bool:
        """This card has a place for photos."""
        kind = self._kind(card)
        return not self._desk.read_only and kind is not None and home_of(kind) is not None

    def take(self, held: QMimeData, card: str) -> bool:
        """Pictures were given to a card; False when they are none, and it is said why."""
        if self._desk.read_only:
            return False
        if found := pictures_in(held):
            self.add(found, card)
        elif sentence := stranger_in(held):
            self._desk.refused.emit(sentence)
        return bool(found)

    # -- by key ---------------------------------------------------------------------------------------------
    def paste(self) -> bool:
        """The picture of the clipboard goes to the card under the focus; False when it holds none."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # of a program that is gone: None
        card = self._deck.current
        return card is not None and held is not None and self.take(held, card)

    def choose(self) -> None:
        """Ask for files for the card under the focus."""
        card = self._deck.current
        if card is None or self._desk.read_only:
            return
        dialog = QFileDialog(self._deck, _("Ajouter des photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilter(_("Images ({endings})").format(endings=endings))
        dialog.filesSelected.connect(lambda names: self.add([of_file(Path(name)) for name in names], card))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # -- placing --------------------------------------------------------------------------------------------
    def add(self, found: Sequence[Found], card: str) -> None:
        """Read and prepare pictures beside the window, then place them as one gesture."""

        def over(pictures: "list[tuple[Picture, str]]") -> None:
            self._place(card, [(picture.sha, name) for picture, name in pictures])

        bring_in(self._desk, found, over)

    def _kind(self, card: str) -> CanvasType | None:
        project, types = self._desk.project, self._desk.types
        try:
            return newer(types.of(project, card), types.catalogue) if card in project.canvas else None
        except Refusal:
            return None

    def _place(self, card: str, held: Sequence[tuple[str, str]]) -> None:
        desk, kind = self._desk, self._kind(card)
        if kind is None:
            desk.refused.emit(_("Cette carte a été supprimée entre-temps : rien n’a été ajouté."))
            return
        zone = home_of(kind)
        if zone is None:
            desk.refused.emit(_("Cette carte n’a pas de place pour les photos."))
            return
        photos, made = put_photos(desk.project, card, zone, held)
        desk.do(self._learnt(kind, card, zone, made))
        self._deck.refresh()
        self._deck.focus(card)
        added = several(len(photos), "{n} photo ajoutée", "{n} photos ajoutées")
        said = _("« {name} » : {what}. Une personne est-elle reconnaissable ? Entrée ouvre la carte.")
        desk.announce(said.format(name=title(desk.project, kind, card), what=added))

    def _learnt(self, kind: CanvasType, card: str, zone: Zone, made: Gesture) -> Gesture:
        """A card of an older type that lacks the zone learns it in the same gesture."""
        project = self._desk.project
        if zone.id in self._desk.types.of(project, card).by_id:
            return made
        return together(made.label, (renew_type(project, kind, card), made))


def home_of(kind: CanvasType) -> Zone | None:
    """Where loose photos of a card go: not into one of two that are compared, when there is another place."""
    zones = [zone for zone in kind.zones if zone.kind == "photos"]
    paired = {name for zone in zones if zone.pair for name in (zone.id, zone.pair)}
    return min(zones, key=lambda zone: zone.id in paired, default=None)
