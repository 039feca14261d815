"""What can be done with cards, in words and keys: on the deck, on an open card, on its canvas."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from labdesk.ui.actions import act
from labdesk.ui.canvas.entries import add_actions
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.place import Place
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.prototypes.tile_photos import TilePhotos
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.prototypes.card_page import CardPage


class CardActions:
    """They belong to the place. `card` is asked for only when something is done to it: it is built then."""

    def __init__(
        self, place: Place, deck: Deck, pane: Pane, card: Callable[[], "CardPage"], photos: TilePhotos
    ) -> None:
        self._place, self._deck, self._card, self._photos = place, deck, card, photos
        self.on_card = False
        self.new = self._act(_("Nouvelle carte"), deck.add, "file-plus", "Ins")
        self._of_deck = [
            self.new,
            self._act(_("Dupliquer la carte"), deck.duplicate, "copy", "Ctrl+D"),
            self._act(_("Supprimer la carte"), deck.delete, "trash-2", "Del"),
            *self._moves(),
        ]
        self._next = self._act(_("Nouvelle version"), self._next_version, "layers", "Ctrl+Shift+N")
        self._adding = self._act(_("Ajouter des photos…"), self._add_photos, "image-plus", "Ctrl+Shift+I")
        self._start = self._act(
            _("Commencer ou reprendre le test"), self._start_test, "flask-conical", "Ctrl+T"
        )
        self._of_card = self._views()
        self._of_canvas = add_actions(place, pane)

    def _act(self, words: str, run: Callable[[], object], drawing: str, keys: str) -> QAction:
        return act(self._place, self._place.look, words, run, icon_name=drawing, keys=keys)

    def _moves(self) -> list[QAction]:
        """What drag does, by key."""
        moves = self._deck.moves
        made = [
            self._act(_("Carte : état précédent"), partial(moves.shift, -1), "arrow-left", "Alt+Left"),
            self._act(_("Carte : état suivant"), partial(moves.shift, 1), "arrow-right", "Alt+Right"),
            self._act(_("Carte : plus haut"), partial(moves.order, -1), "arrow-up", "Alt+Up"),
            self._act(_("Carte : plus bas"), partial(moves.order, 1), "arrow-down", "Alt+Down"),
        ]
        for action in made:
            action.setProperty("inside", _("Déplacer la carte"))
        return made

    def _views(self) -> list[QAction]:
        """An open card: its test, its views, its versions."""
        card, view = self._card, partial(act, self._place, self._place.look, menu="view")
        return [
            self._act(_("Toutes les cartes"), lambda: card().escape(), "layout-grid", "Esc"),
            view(
                _("Vue simple ou complète"),
                lambda: card().switch_view(),
                icon_name="layout-grid",
                keys="Ctrl+Shift+V",
            ),
            view(
                _("Comparer avec l’autre version"),
                lambda: card().compare_versions(),
                icon_name="history",
                keys="Ctrl+Shift+B",
            ),
        ]

    def enable(self, *, on_deck: bool, on_card: bool) -> None:
        """What can be done now; on the traces neither."""
        self.on_card, free = on_card, not self._place.desk.read_only
        for action in self._of_deck:
            action.setEnabled(on_deck and free)
            action.setVisible(not on_card)
        for action in self._of_card:
            action.setEnabled(on_card)
            action.setVisible(on_card)
        testing = on_card and self._card().testing
        for action in self._of_canvas:  # the canvas stands behind the test: its keys would change it unseen
            action.setEnabled(on_card and not testing)
            action.setVisible(on_card and not action.property("grid"))  # a card has no steps
        self._start.setEnabled(on_card or on_deck)
        self._next.setEnabled((on_deck or on_card) and free)
        self._adding.setEnabled(on_card or (on_deck and free))

    def of_a_tile(self) -> list[QAction]:
        """What the menu of a card of the deck offers."""
        return [*self._of_deck[1:], self._start, self._next, self._adding]

    def _next_version(self) -> None:
        """The next iteration of the open card, or of the one under the focus."""
        if self.on_card:
            self._card().next_version()
        else:
            self._deck.next_version()

    def _start_test(self) -> None:
        """Of the open card, or of the one under the focus, which opens."""
        if not self.on_card and (canvas := self._deck.current) is not None:
            self._deck.opened.emit(canvas)
        if self.on_card:
            self._card().start_test()

    def _add_photos(self) -> None:
        """To the open card, or to the one under the focus."""
        if self.on_card:
            self._card().photos.choose()
        else:
            self._photos.choose()
