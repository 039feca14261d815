"""What is let go on a card of the deck: a line that ties, a picture. The deck itself knows nothing of it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from labdesk.ui.prototypes.card_tile import CardTile
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.style import Look

ENTER, MOVE, LEAVE, DROP = (
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.DragLeave,
    QEvent.Type.Drop,
)


class Use(Protocol):
    """Something that can be let go on a card."""

    action: Qt.DropAction

    def knows(self, held: QMimeData) -> bool:
        """It is of this kind."""

    def fits(self, held: QMimeData, card: str) -> bool:
        """It may be let go on this card."""

    def take(self, held: QMimeData, card: str) -> bool:
        """It was let go on this card."""


class DropOnCards(QObject):
    """It watches a deck: the card under what is dragged is ringed when it would take it."""

    def __init__(self, deck: Deck, look: Look, uses: Sequence[Use]) -> None:
        super().__init__(deck)
        self.deck, self.look, self._uses = deck, look, uses
        self._ring: QFrame | None = None
        deck.setAcceptDrops(True)
        deck.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drags of a known kind are taken; every other one goes its way."""
        if event.type() == LEAVE:
            self._mark(None)
        if not isinstance(event, QDropEvent):
            return False
        held = event.mimeData()
        use = next((use for use in self._uses if use.knows(held)), None)
        if use is None:
            return False
        tile = self._under(event.position().toPoint())
        card = tile.card.canvas if tile is not None else ""
        event.setDropAction(use.action)
        if event.type() == ENTER:
            event.accept()
        elif event.type() == MOVE:
            good = bool(card) and use.fits(held, card)
            self._mark(tile if good else None)
            event.setAccepted(good)
        elif event.type() == DROP:
            self._mark(None)
            event.setAccepted(bool(card) and use.take(held, card))
        return True

    def _under(self, place: QPoint) -> CardTile | None:
        """The tile under a point of the deck."""
        widget: QWidget | None = self.deck.childAt(place)
        while widget is not None and widget is not self.deck:
            if isinstance(widget, CardTile):
                return widget
            widget = widget.parentWidget()
        return None

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
