"""One photo described: what is seen, its caption, who can be recognised and whether they agreed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import common_vocabularies
from labdesk.domain.commands.canvases import delete_photo, set_photo
from labdesk.domain.completeness import may_leave
from labdesk.domain.entities import Photo
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import of_photo
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class PhotoForm(QFrame):
    """A photo and what is said of it. It lives as long as its photo stands in the project."""

    leaving = Signal(str)
    """The photo was deleted from here."""

    def __init__(self, desk: Desk, look: Look, photo: str) -> None:
        super().__init__()
        self._desk, self._look, self.photo = desk, look, photo
        self._shown: str | None = None
        role(self, "card")
        self.picture = _Shown()
        self.alt = BoundLine(desk, of_photo(photo, "alt"))
        self.caption = BoundLine(desk, of_photo(photo, "caption"))
        self.consent = QComboBox()
        self.consent.addItem(_("Choisissez…"), "")
        for option in common_vocabularies()["photo_person"]:
            self.consent.addItem(str(option.label), str(option.id))
        self.consent.activated.connect(self._consented)
        self._warning = QLabel()
        role(self._warning, "warn")
        self._warning.setWordWrap(True)
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        remove = QToolButton()
        draw(remove, "trash-2", self._look)
        role(remove, "quiet")
        remove.setToolTip(_("Supprimer la photo"))
        remove.setAccessibleName(_("Supprimer la photo"))
        remove.clicked.connect(self.delete)
        head = QHBoxLayout()
        head.addWidget(self._warning, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        space = self._look.space("m")
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._look.space("s"))
        column.addWidget(self.picture)
        column.addLayout(head)
        for field in (
            LabelledField(_("Une personne est-elle reconnaissable ?"), self.consent),
            LabelledField(_("Que voit-on ? (texte de remplacement)"), self.alt),
            LabelledField(_("Légende, facultative"), self.caption),
        ):
            column.addWidget(field)

    @property
    def row(self) -> Photo | None:
        """The photo as it stands now."""
        return self._desk.project.photo.get(self.photo)

    def refresh(self) -> None:
        """Read the photo again."""
        row = self.row
        if row is None:
            return
        if row.picture != self._shown:
            self._shown = row.picture
            self.picture.show_picture(self._desk.picture(row.picture, "screen") if row.picture else None)
        said = row.consent or row.person or ""
        self.consent.setCurrentIndex(max(0, self.consent.findData(said)))
        for line in (self.alt, self.caption):
            line.refresh()
        self.picture.setAccessibleName(row.alt or _("Photo sans texte de remplacement"))
        sentence = self._warned(row)
        self._warning.setText(sentence)
        role(self._warning, "warn" if sentence else "small")

    def _warned(self, row: Photo) -> str:
        """What keeps this photo from leaving, or from being read by everyone."""
        if not (row.consent or row.person):
            return _("Répondez d’abord ici : sans réponse, la photo ne sort pas du projet.")
        if not may_leave(row):
            return _("Sans accord écrit, cette photo ne sort pas du projet.")
        if not (row.alt or "").strip():
            return _("Il manque le texte de remplacement : dites ce qu’on voit à qui ne le voit pas.")
        return ""

    def _consented(self, _at: int) -> None:
        said = self.consent.currentData() or None
        if self.row is not None:
            self._desk.do(set_photo(self._desk.project, self.photo, "consent", said))
            self.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """The photo leaves its place; Ctrl+Z brings it back."""
        self._desk.do(delete_photo(self._desk.project, self.photo))
        self._desk.announce(_("Photo supprimée. Ctrl+Z la rétablit."))
        self.leaving.emit(self.photo)

    def take_keyboard(self, field: str) -> None:
        """Someone comes to say this of the photo."""
        wanted: QWidget = {"alt": self.alt, "caption": self.caption}.get(field, self.consent)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        for line in (self.alt, self.caption):
            line.settle()


class _Shown(QWidget):
    """The whole photo, as large as the panel is wide."""

    def __init__(self) -> None:
        super().__init__()
        self._pixels = QPixmap()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, data: bytes | None) -> None:
        """Show this picture; a blank when the project does not hold it."""
        self._pixels = QPixmap()
        if data:
            self._pixels.loadFromData(data)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The photo is never cut, and never higher than it is wide."""
        if self._pixels.isNull():
            return 60
        return min(width, round(width * self._pixels.height() / self._pixels.width()))

    def sizeHint(self) -> QSize:
        """At a usual width."""
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, centred."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._pixels.isNull():
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Photo absente de ce fichier"))
            return
        size = self._pixels.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._pixels)
