"""A line let go on a card of the deck ties it."""

from PySide6.QtCore import QMimeData, Qt

from labdesk.ui.canvas.tying import Tying, carried
from labdesk.ui.spring import TIE


class Tied:
    """What a deck does with lines that are drawn to its cards."""

    action = Qt.DropAction.LinkAction

    def __init__(self, tying: Tying) -> None:
        self._tying = tying

    def knows(self, held: QMimeData) -> bool:
        """A line is drawn."""
        return held.hasFormat(TIE)

    def fits(self, held: QMimeData, card: str) -> bool:
        """What it comes from may be tied to this card."""
        return not self._tying.why_not(carried(held), card)

    def take(self, held: QMimeData, card: str) -> bool:
        """They are tied."""
        return self._tying.tie(carried(held), card)
