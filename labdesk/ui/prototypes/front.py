"""The front of the place Prototypes: the deck, and over it what lies there and a button for more."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.prototypes.piles import PLACE, piles
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several


class Front(QWidget):
    """`deck` under its bar."""

    def __init__(self, desk: Desk, look: Look, deck: Deck, new: QAction) -> None:
        super().__init__()
        self._desk, self._look, self.deck = desk, look, deck
        self.new_buttons: dict[str, QPushButton] = {}
        self._words = QLabel(self)
        role(self._words, "muted")
        bar = QFrame(self)
        role(bar, "topbar")
        self.bar = QHBoxLayout(bar)
        self.bar.addWidget(self._words, 1)
        self.bar.addWidget(self._primary(new))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(deck, 1)
        self.relook()

    def _primary(self, new: QAction) -> QPushButton:
        button = QPushButton(new.text(), self)
        button.setToolTip(new.toolTip())
        role(button, "primary")
        draw(button, "plus", self._look, "on_primary")
        button.clicked.connect(new.trigger)
        return button

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("l")
        self.bar.setContentsMargins(margin, self._look.space("s"), margin, self._look.space("s"))

    def refresh(self) -> None:
        """The deck, how many cards lie where, and the kinds of cards there are."""
        self.deck.refresh()
        self._offer_kinds(self.deck.add)
        found = piles(self._desk.project, self._desk.types)
        count = sum(len(pile.cards) for pile in found)
        count_of = _("{label} : {text}")
        parts = [count_of.format(label=pile.label, text=len(pile.cards)) for pile in found if pile.cards]
        total = several(count, "{n} carte", "{n} cartes")
        self._words.setText(" · ".join([total, *parts]) if count else _("Aucune carte pour l’instant"))

    def _offer_kinds(self, add: Callable[[CanvasType], object]) -> None:
        """A button for each other type of this place: the lab's own cards."""
        known = self._desk.types.known(self._desk.project).values()
        for kind in [kind for kind in known if kind.place == PLACE][1:]:
            if kind.id in self.new_buttons:
                continue
            button = QPushButton(_("Nouveau : {what}").format(what=kind.label), self)
            draw(button, kind.icon, self._look)
            button.clicked.connect(lambda _checked, kind=kind: add(kind))
            self.new_buttons[kind.id] = button
            self.bar.insertWidget(self.bar.count() - 1, button)
        for button in self.new_buttons.values():
            button.setEnabled(not self._desk.read_only)
