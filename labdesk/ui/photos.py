"""The photos of a card beside it: from files, dropped or pasted; each asks who can be recognised at once.

Two zones of photos that stand side by side have a place each above the others.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.canvases import delete_photo
from labdesk.domain.entities import Photo
from labdesk.domain.gesture import together
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.photo_form import PhotoForm
from labdesk.ui.photo_pair import PhotoPair
from labdesk.ui.photo_placing import Placing, ask_files
from labdesk.ui.pictures import Found, offered_by, pictures_in, stranger_in
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several


class PhotosPanel(QFrame):
    """All photos of a canvas (or of one zone of it), one form each."""

    placed = Signal()
    """A photo was just added: it asks something, and must be seen."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._canvas, self._zone = "", ""
        self._zones: tuple[tuple[str, str], ...] = ()
        """(id, name) of the zones shown, in order; names are told when there are several."""
        self._kind: CanvasType | None = None
        self.pair: PhotoPair | None = None
        self._paired: tuple[str, ...] = ()
        self.forms: dict[str, PhotoForm] = {}
        role(self, "drawer")
        self.setAccessibleName(_("Photos"))
        self.setAcceptDrops(True)
        self._title, self._teaching = QLabel(), QLabel()
        role(self._title, "h3")
        role(self._teaching, "muted")
        self._teaching.setWordWrap(True)
        self.add_button = QPushButton(_("Ajouter…"))
        self.add_button.setAccessibleName(_("Ajouter des photos"))
        draw(self.add_button, "image-plus", look)
        self.add_button.clicked.connect(lambda _checked: self.choose())
        self._arrange()
        desk.changed.connect(self._changed)
        self.relook()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add_button)
        sheet, scroll = QWidget(), QScrollArea()
        role(sheet, "page")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        self._pair_room, self._forms = QVBoxLayout(), QVBoxLayout()
        inside.addLayout(self._pair_room)
        inside.addLayout(self._forms, 1)
        self._forms.addWidget(self._teaching)
        self._forms.addStretch(1)
        scroll.setWidget(sheet)
        self._scroll = scroll
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(scroll, 1)

    def relook(self) -> None:
        """The theme or the text size changed."""
        space = self._look.space("m")
        self._column.setContentsMargins(space, space, space, space)
        self._forms.setContentsMargins(0, 0, 0, 0)
        self._forms.setSpacing(space)
        if self._paired:
            paired, self._paired = self._paired, ()
            self._lay_pair(paired)
            self._refresh_pair()

    # -- what is shown --------------------------------------------------------------------------------------
    def show_zone(self, canvas: str, zone: str) -> None:
        """The photos of this zone of this canvas."""
        self._show(canvas, None, ((zone, ""),), ())

    def show_card(self, canvas: str, kind: CanvasType) -> None:
        """All photos of a card; `kind` may be newer than its own: what it adds comes with the first photo."""
        zones = [zone for zone in kind.zones if zone.kind == "photos"]
        paired = next(((zone.id, zone.pair) for zone in zones if zone.pair), ())
        # Loose photos first: they are what « Ajouter » and Ctrl+V mean.
        ordered = sorted(zones, key=lambda zone: zone.id in paired)
        self._show(canvas, kind, tuple((zone.id, str(zone.label)) for zone in ordered), paired)

    def _show(
        self,
        canvas: str,
        kind: CanvasType | None,
        zones: tuple[tuple[str, str], ...],
        paired: tuple[str, ...],
    ) -> None:
        self.settle()
        self._canvas, self._kind, self._zones = canvas, kind, zones
        self._zone = zones[0][0] if zones else ""
        self._lay_pair(paired)
        self.refresh()

    def _lay_pair(self, paired: tuple[str, ...]) -> None:
        """A slot for each of the two zones."""
        if paired == self._paired and (self.pair is not None) == bool(paired):
            return
        if self.pair is not None:
            self._pair_room.removeWidget(self.pair)
            self.pair.hide()
            self.pair.deleteLater()
            self.pair = None
        self._paired = paired
        if len(paired) != 2:
            return
        names = dict(self._zones)
        self.pair = PhotoPair(self._look, (names[paired[0]], names[paired[1]]), offered_by)
        for slot, zone in zip(self.pair.places, paired, strict=True):
            slot.take = partial(self.take, zone=zone)
            slot.chosen.connect(partial(self.choose, zone))
            slot.enlarged.connect(partial(self._enlarge_first, zone))
            slot.emptied.connect(partial(self._empty, zone))
        self._pair_room.addWidget(self.pair)

    def photos(self) -> tuple[Photo, ...]:
        """The photos shown, zone by zone, in order."""
        project = self._desk.project
        return tuple(p for zone, _name in self._zones for p in project.photos_at(self._canvas, zone))

    def _changed(self, touched: frozenset[tuple[str, str]]) -> None:
        if any(table in ("photo", "canvas") for table, _row in touched):  # notes are typed all the time
            self.refresh()

    def refresh(self) -> None:
        """Keep a form for each photo, in order; forms of photos that are gone go away."""
        photos = self.photos() if self._canvas else ()
        standing = [photo.id for photo in photos]
        for gone in [photo for photo in self.forms if photo not in standing]:
            form = self.forms.pop(gone)
            self._forms.removeWidget(form)
            if form.isAncestorOf(QApplication.focusWidget() or self):
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)  # an undo took what one was in
            form.hide()
            form.deleteLater()
        names = dict(self._zones)
        for at, photo in enumerate(photos):
            form = self.forms.get(photo.id) or PhotoForm(self._desk, self._look, photo.id)
            if self._forms.indexOf(form) != at:
                self._forms.removeWidget(form)
                self._forms.insertWidget(at, form)
            self.forms[photo.id] = form
            form.call(names.get(photo.zone or "", "") if len(self._zones) > 1 else "")
            form.refresh()
        count = len(standing)
        self._title.setText(several(count, "{n} photo", "{n} photos") if count else _("Photos"))
        self._teaching.setText(
            ""
            if count
            else _(
                "Aucune photo. « Ajouter », ou déposez des images ici, ou collez-en une (Ctrl+V). "
                "Elles sont redressées, allégées, et perdent leur lieu et leur date de prise de vue."
            )
        )
        self._teaching.setVisible(not count)
        self.add_button.setEnabled(not self._desk.read_only and bool(self._canvas))
        self._refresh_pair()

    def _refresh_pair(self) -> None:
        if self.pair is None:
            return
        for slot, zone in zip(self.pair.places, self._paired, strict=True):
            photo = next(iter(self._desk.project.photos_at(self._canvas, zone)), None)
            sha = photo.picture if photo is not None else None
            data = self._desk.picture(sha, "thumbnail") if sha else None
            slot.show_picture(sha, data, (photo.alt or "") if photo is not None else "")
            slot.setEnabled(slot.full or not self._desk.read_only)

    def _enlarge_first(self, zone: str) -> None:
        photo = next(iter(self._desk.project.photos_at(self._canvas, zone)), None)
        if photo is not None and photo.id in self.forms:
            self.forms[photo.id].enlarge()

    def _empty(self, zone: str) -> None:
        photos = self._desk.project.photos_at(self._canvas, zone)
        if photos and not self._desk.read_only:
            made = [delete_photo(self._desk.project, photo.id) for photo in photos]
            self._desk.do(together(made[0].label, made))
            self._desk.announce(_("Photo supprimée. Ctrl+Z la rétablit."))

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        for form in self.forms.values():
            form.settle()

    def reveal(self, photo: str, field: str | None) -> bool:
        """Show the form of a photo, the focus on a field of it."""
        form = self.forms.get(photo)
        if form is None:
            return False
        self._scroll.ensureWidgetVisible(form)
        form.take_keyboard(field or "")
        return True

    # -- adding ---------------------------------------------------------------------------------------------
    def choose(self, zone: str = "") -> None:
        """Ask for files, for this zone or for the first one."""
        if not self._desk.read_only:
            ask_files(self, lambda found: self.add(found, zone), one=zone in self._paired)

    def add(self, found: Sequence[Found], zone: str = "") -> None:
        """Read and prepare pictures beside the window, place them, and ask who can be recognised."""
        canvas = self._canvas

        def placed(photo: str) -> None:
            if canvas == self._canvas and photo in self.forms:
                self.placed.emit()
                self.reveal(photo, "consent")

        Placing(self._desk, canvas, zone or self._zone, self._kind).bring(found, placed)

    def paste(self) -> bool:
        """Pictures of the clipboard; False when it holds none."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def take(self, held: QMimeData | None, zone: str = "") -> bool:
        """Add what was dropped or pasted; False when it is no picture. What is told why is not said twice."""
        if held is None or self._desk.read_only:  # the clipboard of a program that is gone
            return False
        if found := pictures_in(held):
            self.add(found, zone)
        elif sentence := stranger_in(held):
            self._desk.refused.emit(sentence)
        return bool(found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures may be dropped here."""
        if offered_by(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pictures were dropped."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()
