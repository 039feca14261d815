"""One card of the deck as a tile: its photo, its words, its verdict and decision with their signs."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from labdesk.ui.desk import Desk
from labdesk.ui.icons import picture
from labdesk.ui.prototypes.piles import Card
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.words import _, several

PHOTO_HEIGHT = 104
"""px at 100 %."""


class CardTile(Tile):
    """A card that can be opened. It is made anew when what it says changes."""

    entered = Signal(str)
    """The focus came here: the canvas."""

    def __init__(self, desk: Desk, look: Look, card: Card, parent: QWidget) -> None:
        super().__init__(parent)
        self.card, self._look = card, look
        self.setAccessibleName(card.said)
        self.setAccessibleDescription(_("Entrée ouvre la carte"))
        # A push button is of one height; a card is as high as its words at the width of its pile.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        space = look.space("m")
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(look.space("xs"))
        if card.photo is not None and card.photo.picture:
            self._add_photo(column, desk.picture(card.photo.picture, "thumbnail"))
        column.addWidget(self.words(card.title, "h3", wrap=True))
        if card.pitch:
            column.addWidget(self.words(shortened(card.pitch, 160), "muted", wrap=True))
        if card.challenge:
            self._signed(column, "target", "ink3", shortened(card.challenge, 72), "small")
        if card.verdict and card.verdict_sign:
            sign, tone = card.verdict_sign
            self._signed(column, sign, tone, card.verdict, tone if tone != "bad" else "error")
        if card.decision:
            self._signed(column, "flag", "primary", card.decision, "strong")
        if card.photos > 1:
            self._signed(column, "image", "ink3", several(card.photos, "{n} photo", "{n} photos"), "small")

    def _add_photo(self, column: QVBoxLayout, data: bytes | None) -> None:
        pixels = QPixmap()
        if data and pixels.loadFromData(data):
            shown = _Cropped(pixels, self._look.px(PHOTO_HEIGHT), self)
            column.addWidget(shown)

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


class _Cropped(QLabel):
    """A photo that fills its band, cut at its edges."""

    def __init__(self, pixels: QPixmap, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixels = pixels
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
        wanted = self.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (whole.width() - wanted.width()) // 2, (whole.height() - wanted.height()) // 2
        painter.drawPixmap(self.rect(), self._pixels, QRect(left, top, wanted.width(), wanted.height()))


def shortened(text: str, most: int) -> str:
    """The first words of a text, whole, with « … » when some are left."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\u00a0…"
