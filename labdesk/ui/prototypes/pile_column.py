"""One state of the deck as a column: its head, its tiles, and the line that shows where a card would lie."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from labdesk.ui.prototypes.card_tile import CARD_MIME, CardTile
from labdesk.ui.prototypes.piles import Pile
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

COLUMN = 236
"""px at 100 %: a column is never narrower."""


class PileColumn(QFrame):
    """Cards of its type can be let go on it."""

    dropped = Signal(str, int)
    """The canvas, and its rank among the cards that lie here."""
    passed = Signal(QPoint)
    """A card is dragged over this point of the screen."""

    def __init__(self, look: Look, pile: Pile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pile, self._look = pile, look
        self.tiles: list[CardTile] = []
        role(self, "well")
        self.setMinimumWidth(look.px(COLUMN))
        self.setAcceptDrops(True)
        count = several(len(pile.cards), "{n} carte", "{n} cartes")
        self.setAccessibleName(_("{label} : {text}").format(label=pile.label, text=count))
        head, number = QLabel(pile.label), QLabel(str(len(pile.cards)))
        self._head = head
        role(head, "h3")
        role(number, "muted")
        line = QHBoxLayout()
        line.addWidget(head)
        line.addWidget(number)
        line.addStretch(1)
        self.column = QVBoxLayout(self)
        space = look.space("s")
        self.column.setContentsMargins(space, space, space, space)
        self.column.setSpacing(space)
        self.column.addLayout(line)
        self.column.addStretch(1)
        self.taught = QLabel()
        role(self.taught, "muted")
        self.taught.setWordWrap(True)
        self.add(self.taught)
        self.taught.hide()
        self._mark = QFrame(self)
        role(self._mark, "dropline")
        self._mark.setFixedHeight(look.px(4))
        self._mark.hide()

    def add(self, widget: QWidget) -> None:
        """One thing more, under the others."""
        self.column.insertWidget(self.column.count() - 1, widget)
        if isinstance(widget, CardTile):
            self.tiles.append(widget)

    def put_first(self, widget: QWidget) -> None:
        """What is asked stands above the cards."""
        self.column.insertWidget(1, widget)
        self.taught.hide()

    def say(self, words: str) -> None:
        """A muted sentence."""
        self.taught.setText(words)
        self.taught.show()

    # -- letting go -----------------------------------------------------------------------------------------
    def _card_of(self, event: QDropEvent) -> str:
        held = event.mimeData()
        said = bytes(held.data(CARD_MIME).data()).decode() if held.hasFormat(CARD_MIME) else ""
        kind, _slash, canvas = said.partition("/")
        return canvas if kind == self.pile.kind.id else ""

    def rank_at(self, y: int) -> int:
        """Where a card let go at this height would lie."""
        return sum(1 for tile in self.tiles if tile.geometry().center().y() < y)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A card of this type may lie here."""
        if self._card_of(event):
            event.acceptProposedAction()
            self._show_mark(event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The line follows."""
        if self._card_of(event):
            event.acceptProposedAction()
            self._show_mark(event.position().toPoint())
            self.passed.emit(self.mapToGlobal(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._hide_mark()

    def dropEvent(self, event: QDropEvent) -> None:
        """It lies here."""
        canvas, rank = self._card_of(event), self.rank_at(event.position().toPoint().y())
        self._hide_mark()
        if canvas:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.dropped.emit(canvas, rank)

    def _show_mark(self, at: QPoint) -> None:
        rank, gap = self.rank_at(at.y()), self._look.space("s")
        if rank < len(self.tiles):
            y = self.tiles[rank].geometry().top() - gap // 2
        else:
            above = self.tiles[-1] if self.tiles else self._head
            y = above.geometry().bottom() + gap // 2
        self._mark.setGeometry(gap, y - self._mark.height() // 2, self.width() - 2 * gap, self._mark.height())
        self._mark.show()
        self._mark.raise_()
        role(self, "well", "over")

    def _hide_mark(self) -> None:
        self._mark.hide()
        role(self, "well", "")
