"""The place Prototypes as the window sees it: the deck, or one card open; its actions and its keys."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.lens import Lens as ProjectedLens
from labdesk.ui.actions import act, draw
from labdesk.ui.canvas.entries import add_actions, meant_elsewhere
from labdesk.ui.canvas.portrait import portrait
from labdesk.ui.desk import Desk, Target
from labdesk.ui.place import Place
from labdesk.ui.prototypes.card_page import CardPage
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.prototypes.piles import PLACE, piles
from labdesk.ui.prototypes.traces.door import TracesDoor
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several


class PrototypesPlace(Place):
    """Either the deck or a card. Échap goes from the card to the deck, on the tile one came from."""

    drawer = True

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.deck = Deck(desk, look)
        self.card = CardPage(desk, look)
        self._words = QLabel()
        role(self._words, "muted")
        self.new_buttons: dict[str, QPushButton] = {}
        self._make_actions()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._front())
        self._stack.addWidget(self.card)
        self.traces = TracesDoor(self, self._stack, self.deck)
        self._bar.insertWidget(0, self.traces.segment(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self.deck.opened.connect(self.open_card)
        self.card.left.connect(self.show_deck)
        self.traces.turned.connect(self._refresh)
        self.card.card_wanted.connect(self.open_card)
        self.card.switched.connect(self._refresh)
        self.deck.asked_menu.connect(self._menu)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        former = desk.stays
        desk.stays = lambda touched, target: self._stays(touched, target) or former(touched, target)
        look.changed.connect(self._relook)
        self._refresh()

    def _make_actions(self) -> None:
        deck, look = self.deck, self.look
        self.new = act(self, look, _("Nouvelle carte"), deck.add, icon_name="file-plus", keys="Ins")
        self._on_deck = [
            self.new,
            act(self, look, _("Dupliquer la carte"), deck.duplicate, icon_name="copy", keys="Ctrl+D"),
            act(self, look, _("Supprimer la carte"), deck.delete, icon_name="trash-2", keys="Del"),
            *self._moves(),
        ]
        self.again = act(
            self, look, _("Nouvelle version"), self.next_version, icon_name="layers", keys="Ctrl+Shift+N"
        )
        self._on_card = [
            act(self, look, _("Toutes les cartes"), self.escape, icon_name="layout-grid", keys="Esc"),
            act(
                self,
                look,
                _("Commencer ou reprendre le test"),
                self.card.start_test,
                icon_name="flask-conical",
                keys="Ctrl+T",
            ),
            act(
                self,
                look,
                _("Ajouter des photos…"),
                self.card.photos.choose,
                icon_name="image-plus",
                keys="Ctrl+Shift+I",
            ),
            act(
                self,
                look,
                _("Vue simple ou complète"),
                self.card.switch_view,
                icon_name="layout-grid",
                keys="Ctrl+Shift+V",
                menu="view",
            ),
            act(
                self,
                look,
                _("Comparer avec l’autre version"),
                self.card.compare_versions,
                icon_name="history",
                keys="Ctrl+Shift+B",
                menu="view",
            ),
        ]
        self._on_canvas = add_actions(self, self.card.page.pane)

    def _moves(self) -> list[QAction]:
        """What drag does, by key."""
        moves = self.deck.moves
        made = [
            act(self, self.look, words, deed, icon_name=icon, keys=keys)
            for words, icon, keys, deed in (
                (_("Carte : état précédent"), "arrow-left", "Alt+Left", partial(moves.shift, -1)),
                (_("Carte : état suivant"), "arrow-right", "Alt+Right", partial(moves.shift, 1)),
                (_("Carte : plus haut"), "arrow-up", "Alt+Up", partial(moves.order, -1)),
                (_("Carte : plus bas"), "arrow-down", "Alt+Down", partial(moves.order, 1)),
            )
        ]
        for action in made:
            action.setProperty("inside", _("Déplacer la carte"))
        return made

    def next_version(self) -> None:
        """The next iteration of the open card, or of the one under the focus."""
        (self.card if self.on_card else self.deck).next_version()

    def _menu(self, at: QPoint) -> None:
        """What can be done with a card of the deck."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self._on_deck[1:], self.again])
        menu.popup(at)

    def _front(self) -> QWidget:
        front, bar = QWidget(), QFrame()
        role(bar, "topbar")
        new = QPushButton(self.new.text())
        new.setToolTip(self.new.toolTip())
        role(new, "primary")
        draw(new, "plus", self.look, "on_primary")
        new.clicked.connect(self.new.trigger)
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self._words, 1)
        self._bar.addWidget(new)
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.deck, 1)
        self._pad()
        return front

    def _offer_kinds(self) -> None:
        """A button for each other type of this place: the lab's own cards."""
        known = self.desk.types.known(self.desk.project).values()
        for kind in [kind for kind in known if kind.place == PLACE][1:]:
            if kind.id in self.new_buttons:
                continue
            button = QPushButton(_("Nouveau : {what}").format(what=kind.label))
            draw(button, kind.icon, self.look)
            button.clicked.connect(lambda _checked, kind=kind: self.deck.add(kind))
            self.new_buttons[kind.id] = button
            self._bar.insertWidget(self._bar.count() - 1, button)
        for button in self.new_buttons.values():
            button.setEnabled(not self.desk.read_only)

    def _pad(self) -> None:
        margin = self.look.space("l")
        self._bar.setContentsMargins(margin, self.look.space("s"), margin, self.look.space("s"))

    # -- deck or card ---------------------------------------------------------------------------------------
    @property
    def on_card(self) -> bool:
        """A card is open."""
        return self._stack.currentIndex() == 1

    def show_deck(self) -> None:
        """Back to all cards, on the one that was open."""
        self.card.leave()
        came_from, self.card.canvas = self.card.canvas, ""
        self._stack.setCurrentIndex(0)
        self.desk.select(None)
        self._refresh()
        self.deck.focus(came_from)

    def escape(self) -> None:
        """Échap: the note being typed is left, several notes become one, then the card becomes the deck."""
        pane, board = self.card.page.pane, self.card.page.board
        if self.card.testing:
            if not self.card.bench.entry.give_up():
                self.show_deck()
        elif pane.scribe.typing:
            pane.typist.leave("escape")
        elif len(board.chosen) > 1:
            board.go(board.current)
        else:
            self.show_deck()

    def open_card(self, canvas: str) -> None:
        """Open a card."""
        self._stack.setCurrentIndex(1)
        self.card.show_card(canvas)
        self._refresh()
        self.card.take_focus()

    def _opened(self) -> None:
        self.card.canvas = ""
        self._stack.setCurrentIndex(0)
        self._refresh()

    def _changed(self, _touched: object) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        for action in self._on_deck:
            action.setEnabled(self._stack.currentIndex() == 0 and not self.desk.read_only)
        for action in self._on_card:
            action.setEnabled(self.on_card)
        for action in self._on_canvas:  # the canvas stands behind the test: its keys would change it unseen
            action.setEnabled(self.on_card and not self.card.testing)
        self.again.setEnabled(self._stack.currentIndex() < 2 and not self.desk.read_only)
        self.traces.enable()
        if self.traces.shown:
            self.titled.emit(_("Traces"))
            return
        if self.on_card:
            self.titled.emit(self.card.heading)
            return
        self.deck.refresh()
        self._offer_kinds()
        self.titled.emit("")
        found = piles(self.desk.project, self.desk.types)
        count = sum(len(pile.cards) for pile in found)
        count_of = _("{label} : {text}")
        parts = [count_of.format(label=pile.label, text=len(pile.cards)) for pile in found if pile.cards]
        total = several(count, "{n} carte", "{n} cartes")
        self._words.setText(" · ".join([total, *parts]) if count else _("Aucune carte pour l’instant"))

    def _relook(self) -> None:
        self._pad()
        self.deck.refresh(anew=True)
        self.card.relook()

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
        if over and self.on_card and meant_elsewhere(self.card.page.pane, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap leaves the card; a picture of the clipboard is pasted on it."""
        if self.on_card and event.key() == Qt.Key.Key_Escape:
            self.show_deck()
        elif not (
            self.on_card and event.matches(QKeySequence.StandardKey.Paste) and self.card.photos.paste()
        ):
            super().keyPressEvent(event)

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
        if self.card.canvas != target.canvas or not self.on_card:
            self.open_card(target.canvas)
        if target.table not in (None, "canvas") or target.field:
            self.card.reveal(target)

    def _stays(self, touched: frozenset[tuple[str, str]], target: Target | None) -> bool:
        """What is undone on the deck is seen on its tile, ties are seen in the traces: nothing is opened."""
        if self.traces.stays(touched):
            return True
        deck = self._stack.currentIndex() == 0 and self.isVisible()
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
                entry.setChecked(card.canvas == self.card.canvas)
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
            ("Ctrl+V", _("coller une photo sur la carte ouverte")),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The deck; or the card, then its photos."""
        if self.traces.shown:
            return self.traces.regions()
        if not self.on_card:
            return (self.deck,)
        beside = (self.card.strip, self.card.photos.add_button, self.card.versions)
        return (self.card.bench.entry.line if self.card.testing else self.card.page, *beside)

    def portrait(self) -> bytes | None:
        """The open card without the marks of who edits."""
        return portrait(self.card.page.board) if self.on_card else None

    def projected(self) -> ProjectedLens | None:
        """In the traces F5 projects the chain one is on."""
        return self.traces.projected()

    def leave(self) -> None:
        """What is being typed becomes a gesture; what was asked to move a card is given up."""
        self.deck.moves.give_up()
        self.card.leave()
