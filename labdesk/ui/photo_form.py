"""One photo described: what is seen, its caption, who can be recognised and whether they agreed."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import common_vocabularies
from labdesk.domain.commands.canvases import delete_photo, move_photo, set_photo
from labdesk.domain.completeness import may_leave
from labdesk.domain.entities import Photo
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import of_photo
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.open_combo import OpenCombo
from labdesk.ui.photo_drawing import draw_whole
from labdesk.ui.photo_turning import turn
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
        self.picture.opened.connect(self.enlarge)
        self.picture.moved.connect(self.move_by)
        self.picture.dismissed.connect(self.delete)
        self.buttons: dict[str, QToolButton] = {}
        self.called = QLabel()
        self.called.hide()
        role(self.called, "strong")
        self.alt = BoundLine(desk, of_photo(photo, "alt"))
        self.caption = BoundLine(desk, of_photo(photo, "caption"))
        self.consent = OpenCombo()
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
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addStretch(1)
        for name, icon, words, deed in (
            ("enlarge", "maximize", _("Voir en grand (Entrée sur la photo)"), self.enlarge),
            ("turn", "rotate-cw", _("Tourner d’un quart de tour"), lambda: turn(self._desk, self.photo)),
            ("up", "arrow-up", _("Placer avant (Alt+↑ sur la photo)"), lambda: self.move_by(-1)),
            ("down", "arrow-down", _("Placer après (Alt+↓ sur la photo)"), lambda: self.move_by(1)),
            ("delete", "trash-2", _("Supprimer la photo"), self.delete),
        ):
            button = QToolButton()
            draw(button, icon, self._look)
            role(button, "quiet")
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked, deed=deed: deed())
            self.buttons[name] = button
            tools.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self._warning, 1)
        column = QVBoxLayout(self)
        space = self._look.space("m")
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._look.space("s"))
        column.addWidget(self.called)
        column.addLayout(tools)
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
            self.picture.show_picture(self._desk.picture(row.picture, "print") if row.picture else None)
        said = row.consent or row.person or ""
        self.consent.setCurrentIndex(max(0, self.consent.findData(said)))
        for line in (self.alt, self.caption):
            line.refresh()
        self.picture.setAccessibleName(row.alt or _("Photo sans texte de remplacement"))
        siblings = self._desk.project.photos_at(row.canvas or "", row.zone or "", row.step)
        locked = self._desk.read_only
        self.buttons["turn"].setEnabled(not locked)
        self.buttons["delete"].setEnabled(not locked)
        self.buttons["up"].setEnabled(not locked and siblings[0].id != row.id)
        self.buttons["down"].setEnabled(not locked and siblings[-1].id != row.id)
        self.consent.setEnabled(not locked)
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

    def call(self, name: str) -> None:
        """The zone the photo stands in, when there are several beside it."""
        self.called.setText(name)
        self.called.setVisible(bool(name))

    def enlarge(self) -> None:
        """The photo as large as the window."""
        from labdesk.ui.photo_viewer import PhotoViewer

        self.settle()
        PhotoViewer(self._desk, self._look, self.photo, self.window())

    def move_by(self, by: int) -> None:
        """Before (−1) or after its neighbour; the focus goes with it."""
        standing = self.row
        step = standing.step if standing is not None else None
        gesture = move_photo(self._desk.project, self.photo, step, by)
        if gesture and not self._desk.read_only:
            self._desk.do(gesture)
            row = self.row
            siblings = self._desk.project.photos_at(row.canvas or "", row.zone or "", row.step) if row else ()
            rank = [photo.id for photo in siblings].index(self.photo) + 1
            self._desk.announce(_("Photo {n} sur {of}").format(n=rank, of=len(siblings)))

    def delete(self) -> None:
        """The photo leaves its place; Ctrl+Z brings it back."""
        if self._desk.read_only:
            return
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
    """The whole photo, as large as the panel is wide. Entrée: larger; Alt+↑ ↓: its order; Suppr."""

    opened = Signal()
    moved = Signal(int)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pixels = QPixmap()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Voir en grand"))

    def event(self, event: QEvent) -> bool:
        """Its keys are its own before they are those of the canvas beside it."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down)
        overriding = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overriding and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée, Suppr, Alt+↑, Alt+↓."""
        upright = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key(), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        elif upright and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(upright)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows it larger."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

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
        place = draw_whole(painter, self._pixels, self.rect())
        if self.hasFocus():
            # Two inks: one of them stands out from the photo, whatever is on it.
            around = place.adjusted(3, 3, -4, -4)
            for colour, width in (
                (self.palette().window().color(), 7),
                (self.palette().highlight().color(), 3),
            ):
                painter.setPen(QPen(colour, width))
                painter.drawRect(around)
