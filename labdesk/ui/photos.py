"""The photos of a card beside it: from files, dropped or pasted; each asks who can be recognised at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.commands.canvases import add_photos
from labdesk.domain.entities import Photo
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.photo_form import PhotoForm
from labdesk.ui.pictures import ENDINGS, Found, bring_in, of_file, offered_by, pictures_in, stranger_in
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.store.pictures import Picture


class PhotosPanel(QFrame):
    """All photos of one zone of a canvas, one form each."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._canvas, self._zone = "", ""
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
        self.add_button.clicked.connect(self.choose)
        self._arrange()
        desk.changed.connect(lambda _touched: self.refresh())
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
        self._forms = QVBoxLayout(sheet)
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

    # -- what is shown --------------------------------------------------------------------------------------
    def show_zone(self, canvas: str, zone: str) -> None:
        """The photos of this zone of this canvas."""
        self.settle()
        self._canvas, self._zone = canvas, zone
        self.refresh()

    def photos(self) -> tuple[Photo, ...]:
        """The photos shown, in order."""
        return self._desk.project.photos_at(self._canvas, self._zone) if self._canvas else ()

    def refresh(self) -> None:
        """Keep a form for each photo, in order; forms of photos that are gone go away."""
        photos = self.photos()
        standing = [photo.id for photo in photos]
        for gone in [photo for photo in self.forms if photo not in standing]:
            form = self.forms.pop(gone)
            self._forms.removeWidget(form)
            form.deleteLater()
        for at, photo in enumerate(standing):
            if photo not in self.forms:
                self.forms[photo] = PhotoForm(self._desk, self._look, photo)
                self._forms.insertWidget(at, self.forms[photo])
            self.forms[photo].refresh()
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
    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, _("Ajouter des photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilter(_("Images ({endings})").format(endings=endings))
        dialog.filesSelected.connect(lambda names: self.add([of_file(Path(name)) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, found: Sequence[Found]) -> None:
        """Read and prepare pictures beside the window, place them, and ask who can be recognised."""
        canvas, zone = self._canvas, self._zone

        def over(pictures: "list[tuple[Picture, str]]") -> None:
            if canvas not in self._desk.project.canvas:
                return
            held = [(picture.sha, name) for picture, name in pictures]
            photos, gesture = add_photos(self._desk.project, canvas, zone, held)
            self._desk.do(gesture)
            self._desk.announce(
                several(
                    len(photos),
                    "Photo ajoutée. Une personne est-elle reconnaissable ?",
                    "{n} photos ajoutées. Une personne est-elle reconnaissable ?",
                )
            )
            if (canvas, zone) == (self._canvas, self._zone):
                self.reveal(photos[0], "consent")

        bring_in(self._desk, found, over)

    def paste(self) -> bool:
        """Pictures of the clipboard; False when it holds none."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def take(self, held: QMimeData | None) -> bool:
        """Add what was dropped or pasted; False when it is no picture. What is told why is not said twice."""
        if held is None:  # the clipboard of a program that is gone
            return False
        if found := pictures_in(held):
            self.add(found)
        elif sentence := stranger_in(held):
            self._desk.refused.emit(sentence)
        return bool(found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures may be dropped here."""
        held = event.mimeData()
        if offered_by(held):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pictures were dropped."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()
