"""The place Prototypes as the window sees it: the deck, or one card open."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from labdesk.domain.lens import Lens as ProjectedLens
from labdesk.ui.canvas.entries import meant_elsewhere
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.portrait import portrait
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.desk import Desk, Target
from labdesk.ui.place import Place
from labdesk.ui.prototypes.card_actions import CardActions
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.prototypes.deck_drop import DropOnCards
from labdesk.ui.prototypes.front import Front
from labdesk.ui.prototypes.piles import PLACE, piles
from labdesk.ui.prototypes.tile_photos import TilePhotos
from labdesk.ui.prototypes.traces.door import TracesDoor
from labdesk.ui.prototypes.traces.tied import Tied
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.prototypes.card_page import CardPage


class PrototypesPlace(Place):
    """Either the deck or a card. Échap goes from the card to the deck, on the tile one came from."""

    drawer = True

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.deck, self._page = Deck(desk, look), CanvasPage(desk, look, self)
        self._page.hide()
        self._photos = TilePhotos(desk, self.deck)
        self._actions = CardActions(self, self.deck, self._page.pane, lambda: self.card, self._photos)
        self.front = Front(desk, look, self.deck, self._actions.new)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.front)
        tying = Tying(desk, look)
        self.traces = TracesDoor(self, self._stack, self.deck, tying)
        self.traces.standing = lambda: self.card.canvas if self.on_card else self.deck.current or ""
        self.front.bar.insertWidget(0, self.traces.segment(self.front))
        self._drops = DropOnCards(self.deck, look, (Tied(tying), self._photos))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        self.deck.opened.connect(self.open_card)
        self.traces.turned.connect(self._refresh)
        self.deck.asked_menu.connect(self._menu)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(self._changed)
        former = self.desk.stays
        self.desk.stays = lambda touched, target: self._stays(touched, target) or former(touched, target)
        self.look.changed.connect(self._relook)

    @cached_property
    def card(self) -> "CardPage":
        """The open card; the page is built when the first one is opened."""
        from labdesk.ui.prototypes.card_page import CardPage  # who only looks at the deck needs none of it

        made = CardPage(self.desk, self.look, self._page)
        made.left.connect(self.show_deck)
        made.card_wanted.connect(self.open_card)
        made.switched.connect(self._refresh)
        self._stack.addWidget(made)
        return made

    def _menu(self, at: QPoint) -> None:
        """What can be done with a card of the deck."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.of_a_tile())
        menu.popup(at)

    # -- deck or card ---------------------------------------------------------------------------------------
    @property
    def on_deck(self) -> bool:
        """The deck is shown."""
        return self._stack.currentWidget() is self.front

    @property
    def on_card(self) -> bool:
        """A card is open."""
        return "card" in self.__dict__ and self._stack.currentWidget() is self.card

    def show_deck(self) -> None:
        """Back to all cards, on the one that was open."""
        came_from = ""
        if self.on_card:
            self.card.leave()
            came_from, self.card.canvas = self.card.canvas, ""
        self._stack.setCurrentWidget(self.front)
        self.desk.select(None)
        self._refresh()
        self.deck.focus(came_from)

    def open_card(self, canvas: str) -> None:
        """Open a card."""
        self._stack.setCurrentWidget(self.card)
        self.card.show_card(canvas)
        self._refresh()
        self.card.take_focus()

    def _opened(self) -> None:
        if "card" in self.__dict__:
            self.card.canvas = ""
        self._stack.setCurrentWidget(self.front)
        self._refresh()

    def _changed(self, _touched: object) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._actions.enable(on_deck=self.on_deck, on_card=self.on_card)
        self.traces.enable()
        if self.traces.shown:
            self.titled.emit(_("Traces"))
        elif self.on_card:
            self.titled.emit(self.card.heading)
        else:
            self.front.refresh()
            self.titled.emit("")

    def _relook(self) -> None:
        self.front.relook()
        self.deck.refresh(anew=True)
        if "card" in self.__dict__:
            self.card.relook()

    # -- what Qt tells --------------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """The place is shown again: the project may have changed meanwhile."""
        super().showEvent(event)
        self._refresh()
        if self.traces.shown:
            self.traces.focus()
        elif not self.on_card:
            self.deck.focus(None)

    def event(self, event: QEvent) -> bool:
        """Beside an open card, its photos and its test have keys of their own."""
        over = event.type() == QEvent.Type.ShortcutOverride
        if over and self.on_card and meant_elsewhere(self._page.pane, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap leaves the card; a picture of the clipboard is pasted on the card one is on."""
        paste = event.matches(QKeySequence.StandardKey.Paste)
        if self.on_card and event.key() == Qt.Key.Key_Escape:
            self.show_deck()
        elif not (paste and self._paste()):
            super().keyPressEvent(event)

    def _paste(self) -> bool:
        if self.on_card:
            return self.card.photos.paste()
        return self.on_deck and self._photos.paste()

    # -- what the window asks -------------------------------------------------------------------------------
    def reveal(self, target: Target) -> None:
        """Open the card, and show the thing on it."""
        if target.section == "traces":
            self.traces.show(target.row or "")
            return
        if not target.canvas or target.canvas not in self.desk.project.canvas:
            if self.on_card:
                self.show_deck()
            return
        if not self.on_card or self.card.canvas != target.canvas:
            self.open_card(target.canvas)
        if target.table not in (None, "canvas") or target.field:
            self.card.reveal(target)

    def _stays(self, touched: frozenset[tuple[str, str]], target: Target | None) -> bool:
        """What is undone on the deck is seen on its tile, ties are seen in the traces: nothing is opened."""
        if self.traces.stays(touched):
            return True
        deck = self.on_deck and self.isVisible()
        card = target.canvas if target is not None and target.place == PLACE and deck else ""
        if not card or card not in self.desk.project.canvas:
            return False
        self.deck.refresh()
        self.deck.focus(card)
        return True

    def fill_title_menu(self, menu: QMenu) -> None:
        """All cards, pile by pile."""
        for pile in piles(self.desk.project, self.desk.types):
            if pile.cards:
                menu.addSection(pile.label)
            for card in pile.cards:
                entry = menu.addAction(card.title)
                entry.setCheckable(True)
                entry.setChecked(self.on_card and card.canvas == self.card.canvas)
                entry.triggered.connect(lambda _checked, canvas=card.canvas: self.open_card(canvas))

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys that are no menu entries."""
        return (
            ("← → ↑ ↓", _("aller d’une carte à l’autre")),
            ("Return", _("ouvrir la carte ; dans les traces, aller là où c’est écrit")),
            (_("Espace"), _("dans les traces : seulement la chaîne où l’on est, ou tout")),
            ("Alt+↑ Alt+↓", _("dans un test : numéro du testeur")),
            ("↑ ↓", _("dans un test : observation, verbatim, apprentissage")),
            (_("Entrée"), _("dans un test : note, avec l’heure, et passe à la suivante")),
            (_("← → R Suppr"), _("photo en grand : suivante, tourner, supprimer")),
            ("Ctrl+V", _("coller une photo sur la carte où l’on est, ouverte ou non")),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The deck; or the card, then its photos."""
        if self.traces.shown:
            return self.traces.regions()
        if not self.on_card:
            return (self.deck,)
        card = self.card
        return (card.bench.entry.line if card.testing else card.page, *card.beside)

    def portrait(self) -> bytes | None:
        """The open card without the marks of who edits."""
        return portrait(self._page.board) if self.on_card else None

    def projected(self) -> ProjectedLens | None:
        """In the traces F5 projects the chain one is on."""
        return self.traces.projected()

    def leave(self) -> None:
        """What is being typed becomes a gesture; what was asked to move a card is given up."""
        self.deck.moves.give_up()
        if "card" in self.__dict__:
            self.card.leave()
