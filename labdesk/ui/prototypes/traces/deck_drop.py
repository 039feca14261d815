"""A line let go on a card of the deck ties it. The deck itself knows nothing of it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from labdesk.ui.canvas.tying import Tying, carried
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.spring import TIE
from labdesk.ui.style import Look

ENTER, MOVE, LEAVE, DROP = (
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.DragLeave,
    QEvent.Type.Drop,
)


class DropOnCards(QObject):
    """It watches a deck: a drag that ties rings the card under it."""

    def __init__(self, deck: Deck, tying: Tying, look: Look) -> None:
        super().__init__(deck)
        self.deck, self.tying, self.look = deck, tying, look
        self._ring: QFrame | None = None
        deck.setAcceptDrops(True)
        deck.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drags that tie are taken; every other one goes its way."""
        if event.type() == LEAVE:
            self._mark(None)
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(TIE):
            return False
        card, tile = self._under(event.position().toPoint())
        event.setDropAction(Qt.DropAction.LinkAction)
        if event.type() == ENTER:
            event.accept()
        elif event.type() == MOVE:
            good = bool(card) and not self.tying.why_not(carried(event.mimeData()), card)
            self._mark(tile if good else None)
            event.setAccepted(good)
        elif event.type() == DROP:
            self._mark(None)
            event.setAccepted(bool(card) and self.tying.tie(carried(event.mimeData()), card))
        return True

    def _under(self, place: QPoint) -> tuple[str, QWidget | None]:
        """The card under a point of the deck, and its tile."""
        widget = self.deck.childAt(place)
        while widget is not None and widget is not self.deck:
            canvas = getattr(getattr(widget, "card", None), "canvas", "")
            if canvas:
                return canvas, widget
            widget = widget.parentWidget()
        return "", None

    def tile_of(self, canvas: str | None) -> QWidget | None:
        """The tile of a card."""
        tiles = self.deck.findChildren(QWidget)
        return next(
            (t for t in tiles if canvas and getattr(getattr(t, "card", None), "canvas", "") == canvas), None
        )

    def _mark(self, tile: QWidget | None) -> None:
        if self._ring is None:
            self._ring = QFrame(self.deck)
            self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.setVisible(tile is not None)
        if tile is not None:
            edge, round_ = self.look.hex("focus"), self.look.radius("l")
            self._ring.setStyleSheet(f"border: 4px solid {edge}; border-radius: {round_}px;")
            corner = tile.mapTo(self.deck, QPoint(0, 0))
            self._ring.setGeometry(tile.rect().translated(corner))
            self._ring.raise_()
