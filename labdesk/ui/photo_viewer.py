"""One photo as large as the window: ← → go through those of the canvas, R turns, Échap closes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import common_vocabularies
from labdesk.domain.commands.canvases import delete_photo, set_photo
from labdesk.domain.completeness import may_leave
from labdesk.domain.entities import Photo
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import of_photo
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.photo_drawing import WholePhoto
from labdesk.ui.photo_turning import turn
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.ui.way_back import WayBack
from labdesk.words import _


def photos_of(project: Project, canvas: str) -> list[Photo]:
    """The photos of a canvas, zone by zone in the order they were first filled, then by place."""
    return [p for p in sorted(project.photo.values(), key=_rank) if p.canvas == canvas and p.picture]


def _rank(photo: Photo) -> tuple[str, str, str, str]:
    return photo.zone or "", photo.step or "", photo.place or "", photo.id


class PhotoViewer(QFrame):
    """It lies over the window and never blocks it. Made when it is asked for, gone with Échap."""

    def __init__(self, desk: Desk, look: Look, photo: str, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._look, self.photo = desk, look, photo
        row = desk.project.photo.get(photo)
        self._canvas = (row.canvas or "") if row is not None else ""
        self._back = WayBack(over)
        role(self, "viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.picture = WholePhoto()
        self._where, self._sign, self._consent = QLabel(), Sign(look), QLabel()
        role(self._where, "h3")
        self.consent = QComboBox()
        self.consent.addItem(_("Choisissez…"), "")
        for option in common_vocabularies()["photo_person"]:
            self.consent.addItem(str(option.label), str(option.id))
        self.consent.activated.connect(self._consented)
        self._lines: list[BoundLine] = []
        self._column = QVBoxLayout(self)
        space = look.space("m")
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(look.space("s"))
        self._column.addLayout(self._head())
        self._column.addWidget(self.picture, 1)
        self._said = QHBoxLayout()
        self._said.setSpacing(space)
        self._said.addWidget(LabelledField(_("Une personne est-elle reconnaissable ?"), self.consent), 1)
        self._column.addLayout(self._said)
        for heard in (over, self._back.place):
            if heard is not None:
                heard.installEventFilter(self)
        desk.changed.connect(self._changed)
        desk.opened.connect(self.leave)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.go(photo)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._look.space("s"))
        head.addWidget(self._where)
        head.addWidget(self._sign)
        head.addWidget(self._consent, 1)
        self.buttons: dict[str, QToolButton] = {}
        for name, icon, words, deed in (
            ("before", "chevron-left", _("Photo d’avant (←)"), lambda: self.walk(-1)),
            ("after", "chevron-right", _("Photo suivante (→)"), lambda: self.walk(1)),
            ("turn", "rotate-cw", _("Tourner d’un quart de tour (R)"), lambda: turn(self._desk, self.photo)),
            ("delete", "trash-2", _("Supprimer la photo (Suppr)"), self.delete),
            ("close", "x", _("Fermer (Échap)"), self.leave),
        ):
            button = QToolButton()
            draw(button, icon, self._look)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked, deed=deed: deed())
            self.buttons[name] = button
            head.addWidget(button)
        return head

    # -- going through --------------------------------------------------------------------------------------
    def go(self, photo: str) -> None:
        """Show this photo."""
        self._settle()
        self.photo = photo
        for line in self._lines:
            field = line.parentWidget()
            if field is not None:
                self._said.removeWidget(field)
                field.hide()
                field.deleteLater()
        self._lines = [BoundLine(self._desk, of_photo(photo, name)) for name in ("alt", "caption")]
        for words, line in zip(
            (_("Que voit-on ? (texte de remplacement)"), _("Légende, facultative")), self._lines, strict=True
        ):
            self._said.addWidget(LabelledField(words, line), 1)
        self._refresh()

    def walk(self, by: int) -> None:
        """The photo after, or before; it goes round."""
        ids = [photo.id for photo in photos_of(self._desk.project, self._canvas)]
        if self.photo in ids:
            self.go(ids[(ids.index(self.photo) + by) % len(ids)])
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """This photo goes away, the next one is shown; Ctrl+Z brings it back."""
        if self._desk.read_only:
            return
        ids = [photo.id for photo in photos_of(self._desk.project, self._canvas)]
        at = ids.index(self.photo) if self.photo in ids else 0
        gone, rest = self.photo, [one for one in ids if one != self.photo]
        if rest:
            self.go(rest[min(at, len(rest) - 1)])
        self._desk.do(delete_photo(self._desk.project, gone))
        self._desk.announce(_("Photo supprimée. Ctrl+Z la rétablit."))

    def _consented(self, _at: int) -> None:
        said = self.consent.currentData() or None
        if self.photo in self._desk.project.photo:
            self._desk.do(set_photo(self._desk.project, self.photo, "consent", said))

    def _changed(self, _touched: object) -> None:
        project = self._desk.project
        if self.photo in project.photo:
            self._refresh()
            return
        left = photos_of(project, self._canvas)
        if left:
            self.go(left[0].id)
        else:
            self.leave()

    def _refresh(self) -> None:
        row = self._desk.project.photo.get(self.photo)
        if row is None:
            return
        ids = [photo.id for photo in photos_of(self._desk.project, self._canvas)]
        rank = ids.index(self.photo) + 1 if self.photo in ids else 1
        self.picture.show_picture(row.picture, self._desk.picture(row.picture or "", "screen"))
        place = _("Photo {n} sur {of}").format(n=rank, of=max(len(ids), 1))
        zone = self._zone(row)
        self._where.setText(f"{place} · {zone}" if zone else place)
        leaves = may_leave(row)
        self._sign.become("circle-check" if leaves else "lock", "ok" if leaves else "warn")
        self._consent.setText(
            _("Peut sortir du projet") if leaves else _("Ne sort pas du projet : accord non dit ou refusé")
        )
        role(self._consent, "ok" if leaves else "warn")
        self.setAccessibleName(f"{place}. {row.alt or _('Photo sans texte de remplacement')}")
        for line in self._lines:
            line.refresh()
        self.consent.setCurrentIndex(max(0, self.consent.findData(row.consent or row.person or "")))
        self.consent.setEnabled(not self._desk.read_only)
        for name in ("before", "after"):
            self.buttons[name].setEnabled(len(ids) > 1)
        for name in ("turn", "delete"):
            self.buttons[name].setEnabled(not self._desk.read_only)

    def _zone(self, row: Photo) -> str:
        try:
            found = self._desk.types.of(self._desk.project, self._canvas).by_id.get(row.zone or "")
        except Refusal:
            return ""
        return str(found.label) if found is not None else ""

    # -- leaving --------------------------------------------------------------------------------------------
    def _settle(self) -> None:
        for line in self._lines:
            line.settle()

    def leave(self) -> None:
        """Back to where one came from."""
        if self.isHidden():
            return
        self._settle()
        self._desk.changed.disconnect(self._changed)
        self.hide()
        self.deleteLater()
        self._back.go()

    def event(self, event: QEvent) -> bool:
        """These keys are the photo’s before they are the window’s."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_R, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in keys
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → R Suppr Échap; Tab stays among what is said of the photo."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self.walk(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.walk(1)
            case Qt.Key.Key_R:
                turn(self._desk, self.photo)
            case Qt.Key.Key_Delete:
                self.delete()
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes round inside: what lies below is not seen."""
        if not self.isVisible():  # Qt looks for somebody else to have the keyboard
            return super().focusNextPrevChild(following)
        stops: list[QWidget] = [self, self.consent, *self._lines, *self.buttons.values()]
        stops = [stop for stop in stops if stop.isEnabled()]
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else 0
        stops[(at + (1 if following else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window; gone with the place it lies over."""
        over = self.parentWidget()
        if event.type() == QEvent.Type.Resize and watched is over and over is not None:
            self.setGeometry(over.rect())
        elif event.type() == QEvent.Type.Hide and watched is self._back.place and not event.spontaneous():
            self.leave()
        return super().eventFilter(watched, event)
