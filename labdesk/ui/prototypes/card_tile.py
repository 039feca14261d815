"""One card of the deck as a tile: its photo, its words, its verdict and decision with their signs."""

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.desk import Desk
from labdesk.ui.icons import picture
from labdesk.ui.prototypes.piles import Card
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.words import _, several

PHOTO_HEIGHT, PAIR_HEIGHT = 104, 132
"""px at 100 %: of a photo cut to its band; of two documents, each shown whole."""
THIN = 5
"""Times its height: a wider band would cut a photo to a strip, it is shown whole."""
CARD_MIME = "application/x-labdesk-card"
"""The type and the canvas of a card that is dragged: « prototype/3f… »."""


class CardTile(Tile):
    """A card that can be opened or dragged. It is made anew when what it says changes."""

    entered = Signal(str)
    """The focus came here: the canvas."""
    asked_menu = Signal(QPoint)
    """A context menu is wanted at this point of the screen."""

    def __init__(self, desk: Desk, look: Look, card: Card, parent: QWidget) -> None:
        super().__init__(parent)
        self.card, self._look = card, look
        self._pressed: QPoint | None = None
        self.setAccessibleName(card.said)
        self.setAccessibleDescription(_("Entrée ouvre la carte, Alt+flèches la déplacent"))
        # A push button is of one height; a card is as high as its words at the width of its pile.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        space = look.space("m")
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(look.space("xs"))
        self._add_pictures(desk, column)
        self._add_title(column)
        if card.pitch:
            column.addWidget(self.words(shortened(card.pitch, 160), "muted", wrap=True))
        if card.challenge:
            self._signed(column, "target", "ink3", shortened(card.challenge, 72), "small")
        if card.verdict and card.verdict_sign:
            sign, tone = card.verdict_sign
            self._signed(column, sign, tone, card.verdict, tone if tone != "bad" else "error")
        if card.decision:
            self._signed(column, "flag", "primary", card.decision, "strong")
        if card.photos > max(1, len(card.pair)):
            self._signed(column, "image", "ink3", several(card.photos, "{n} photo", "{n} photos"), "small")
        if card.lacks:
            self._signed(column, "circle-alert", "warn", card.lacks, "warn")
        if card.coming:
            self._signed(column, "arrow-right", "ink3", card.coming, "small")

    def _add_title(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("xs"))
        row.addWidget(self.words(self.card.title, "h3", wrap=True), 1)
        if self.card.version > 1:
            mark = self.words(_("v{n}").format(n=self.card.version), "pill")
            role(mark, "pill", "primary")
            mark.setToolTip(_("Version {n}").format(n=self.card.version))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _add_pictures(self, desk: Desk, column: QVBoxLayout) -> None:
        """Two photos side by side when they were taken to be compared, else the first one."""
        card = self.card
        shown = list(card.pair) or ([("", card.photo)] if card.photo is not None else [])
        row = QHBoxLayout()
        row.setSpacing(self._look.space("xs"))
        for name, photo in shown:
            data = desk.picture(photo.picture or "", "thumbnail")
            pixels = QPixmap()
            if not data or not pixels.loadFromData(data):
                continue
            pile = QVBoxLayout()
            pile.setSpacing(2)
            high = self._look.px(PAIR_HEIGHT if name else PHOTO_HEIGHT)
            pile.addWidget(_Banner(pixels, high, self, whole=bool(name)))
            if name:
                pile.addWidget(self.words(name, "caption"))
            row.addLayout(pile, 1)
        if row.count():
            column.addLayout(row)

    def _signed(self, column: QVBoxLayout, icon: str, tone: str, text: str, kind: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("xs"))
        sign = QLabel(self)
        sign.setPixmap(picture(icon, self._look, tone, size=14))
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words(text, kind, wrap=True), 1)
        column.addLayout(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The deck remembers where one is."""
        super().focusInEvent(event)
        self.entered.emit(self.card.canvas)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with this card, from the mouse or from the menu key."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.asked_menu.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    # -- dragging -------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click, or the beginning of a drag."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Beyond a few pixels the card is dragged."""
        far = QApplication.startDragDistance()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._pressed).manhattanLength() >= far:
            at, self._pressed = self._pressed, None
            self.setDown(False)
            self._drag(at)

    def _drag(self, at: QPoint) -> None:
        drag, held = QDrag(self.window()), QMimeData()  # this tile may be gone before the drag ends
        held.setData(CARD_MIME, f"{self.card.kind}/{self.card.canvas}".encode())
        drag.setMimeData(held)
        drag.setPixmap(self.grab())
        drag.setHotSpot(at)
        drag.exec(Qt.DropAction.MoveAction)
        drag.deleteLater()


class _Banner(QLabel):
    """A photo that fills its band, cut at its edges; or whole in the middle of it, if asked or very wide."""

    def __init__(self, pixels: QPixmap, height: int, parent: QWidget, *, whole: bool) -> None:
        super().__init__(parent)
        self._pixels, self._whole = pixels, whole
        self.setFixedHeight(height)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """It takes the width it is given."""
        return QSize(40, self.height())

    def paintEvent(self, event: object) -> None:
        """The middle of the photo."""
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self._pixels.size()
        if self._whole or self.width() > THIN * self.height():
            shown = whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint((self.width() - shown.width()) // 2, 0), shown)
            painter.drawPixmap(place, self._pixels, self._pixels.rect())
            return
        wanted = self.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (whole.width() - wanted.width()) // 2, (whole.height() - wanted.height()) // 2
        painter.drawPixmap(self.rect(), self._pixels, QRect(left, top, wanted.width(), wanted.height()))


def shortened(text: str, most: int) -> str:
    """The first words of a text, whole, with « … » when some are left."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\u00a0…"
