"""Two photos to be compared, « Avant » and « Après »: each is dropped, pasted or chosen into its place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.ui.icons import picture
from labdesk.ui.photo_drawing import draw_whole
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

HEIGHT = 96
"""px at 100 %."""


class PhotoSlot(QPushButton):
    """The place of one picture. Entrée: choose it, or see it larger; Ctrl+V pastes; Suppr empties."""

    chosen = Signal()
    enlarged = Signal()
    emptied = Signal()

    def __init__(self, look: Look, name: str, holds: Callable[[QMimeData], bool]) -> None:
        super().__init__()
        self._look, self.name, self._holds = look, name, holds
        self.take: Callable[[QMimeData], bool] = lambda _held: False
        self._sha: str | None = None
        self._pixels = QPixmap()
        role(self, "slot")
        self.setAcceptDrops(True)
        self.setAutoDefault(True)
        self.setMinimumWidth(look.px(96))
        self.setFixedHeight(look.px(HEIGHT))
        self.clicked.connect(self._pressed)
        self.show_picture(None, None, "")

    def _pressed(self) -> None:
        (self.enlarged if self.full else self.chosen).emit()

    @property
    def full(self) -> bool:
        """A picture stands here."""
        return self._sha is not None

    def show_picture(self, sha: str | None, data: bytes | None, alt: str) -> None:
        """The picture, or how one is put here."""
        if sha != self._sha:
            self._sha, self._pixels = sha, QPixmap()
            if data:
                self._pixels.loadFromData(data)
        empty = _("{name} : déposez, collez (Ctrl+V) ou choisissez une image").format(name=self.name)
        full = _("{name} : {alt}").format(name=self.name, alt=alt or _("Photo sans texte de remplacement"))
        self.setAccessibleName(full if sha else empty)
        self.setToolTip(_("Voir en grand ; déposez une autre image pour la remplacer") if sha else empty)
        self.update()

    def sizeHint(self) -> QSize:
        """Half of the panel."""
        return QSize(self._look.px(120), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture whole, or a sign that one may be put here."""
        super().paintEvent(event)
        painter = QPainter(self)
        room = self.rect().adjusted(4, 4, -4, -4)
        if not self._pixels.isNull():
            draw_whole(painter, self._pixels, room)
            return
        drawing = picture("image-plus", self._look, "ink3", size=24)
        side = drawing.deviceIndependentSize()
        painter.drawPixmap(
            round(room.center().x() - side.width() / 2), round(room.center().y() - side.height() / 2), drawing
        )

    # -- dropping, pasting ----------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be let go here."""
        if self._holds(event.mimeData()):
            event.acceptProposedAction()
            role(self, "slot", "over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        role(self, "slot", "")

    def dropEvent(self, event: QDropEvent) -> None:
        """It stands here."""
        role(self, "slot", "")
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def event(self, event: QEvent) -> bool:
        """Ctrl+V and Suppr are this place’s before they are the canvas’s."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Paste) or event.key() == Qt.Key.Key_Delete)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V, Suppr; Entrée and Espace press."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_Delete and self.full:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class PhotoPair(QWidget):
    """Two slots side by side under their names."""

    def __init__(self, look: Look, names: tuple[str, str], holds: Callable[[QMimeData], bool]) -> None:
        super().__init__()
        self.places = tuple(PhotoSlot(look, name, holds) for name in names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        for slot in self.places:
            pile = QVBoxLayout()
            pile.setSpacing(2)
            label = QLabel(slot.name)
            role(label, "small")
            pile.addWidget(label)
            pile.addWidget(slot)
            row.addLayout(pile, 1)
