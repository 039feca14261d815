"""A card on its way between piles: it goes on once it says what the state needs, it goes back explained."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QWidget

from labdesk.domain.canvas_type import CanvasType, State, Zone
from labdesk.domain.commands.cards import move_forward, place_card, send_back
from labdesk.domain.deck import path_of, rank_of
from labdesk.domain.entities import Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import state_of, title
from labdesk.domain.newer_type import newer
from labdesk.domain.told import told
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.card_tile import CardTile
from labdesk.ui.prototypes.move_form import MoveForm
from labdesk.ui.prototypes.pile_column import PileColumn
from labdesk.ui.style import Look
from labdesk.words import _

Aside = tuple[str, str, Mapping[str, str]]
"""The card, the state it goes to, what was typed."""


class Piled(Protocol):
    """What the moves need of the deck they are made on."""

    columns: list[PileColumn]

    @property
    def current(self) -> str | None: ...
    def tile(self, canvas: str | None) -> CardTile | None: ...
    def refresh(self) -> None: ...
    def focus(self, canvas: str | None) -> None: ...
    def stand_on(self, canvas: str | None) -> None: ...
    def show_first(self, widget: QWidget) -> None: ...
    def open(self, canvas: str) -> None: ...


class DeckMoves:
    """What drag and keys do on a deck. At most one form stands in it."""

    def __init__(self, deck: Piled, desk: Desk, look: Look) -> None:
        self._deck, self._desk, self._look = deck, desk, look
        self.form: MoveForm | None = None
        self._between: tuple[str | None, str | None] | None = None
        """The cards between which the moving one was let go; None: where its place puts it."""

    def _kind(self, canvas: str) -> CanvasType | None:
        """The type of a card, as the newest one that goes on from it asks and shows the way."""
        try:
            own = self._desk.types.of(self._desk.project, canvas)
        except Refusal:
            return None
        return newer(own, self._desk.catalogue)

    # -- by key, by drag ------------------------------------------------------------------------------------
    def shift(self, by: int) -> None:
        """The card under the focus goes to the next state (1), or to the one before (−1)."""
        canvas = self._deck.current
        kind = self._kind(canvas) if canvas else None
        if canvas is None or kind is None:
            return
        path = path_of(kind)
        rank = rank_of(kind, state_of(self._desk.project, kind, canvas)) + by
        if 0 <= rank < len(path):
            self.let_go(canvas, path[rank].id, None)
        elif path:
            self._desk.announce(_("C’est le dernier état de ce côté : la carte reste où elle est."))

    def order(self, by: int) -> None:
        """The card under the focus goes up (−1) or down (1) in its pile."""
        tile = self._deck.tile(self._deck.current)
        column = next((column for column in self._deck.columns if tile in column.tiles), None)
        if tile is None or column is None:
            return
        rank = column.tiles.index(tile)
        if 0 <= rank + by < len(column.tiles):
            self.let_go(tile.card.canvas, column.pile.state, rank + by + (by > 0))

    def let_go(self, canvas: str, state: str, rank: int | None) -> None:
        """A card is put into the pile of a state, at a rank: it goes there, or what it lacks is asked."""
        kind = self._kind(canvas)
        if kind is None or self._desk.session is None:
            return
        if self._desk.read_only:
            self._desk.idle.emit(_("Ce projet est ouvert en lecture seule : la carte reste où elle est."))
            return
        self.give_up()
        now = state_of(self._desk.project, kind, canvas)
        self._between = self._gap(canvas, state, rank)
        self._deck.stand_on(canvas)
        if now == state:
            self._reorder(canvas)
        elif rank_of(kind, state) < rank_of(kind, now):
            self._go_back(kind, canvas, path_of(kind)[rank_of(kind, state)])
        else:
            self._ask(canvas, state, {})

    # -- order ----------------------------------------------------------------------------------------------
    def _gap(self, canvas: str, state: str, rank: int | None) -> tuple[str | None, str | None] | None:
        if rank is None:
            return None
        column = next((column for column in self._deck.columns if column.pile.state == state), None)
        cards = [card.canvas for card in column.pile.cards] if column is not None else []
        before = [card for card in cards[:rank] if card != canvas]
        after = [card for card in cards[rank:] if card != canvas]
        return before[-1] if before else None, after[0] if after else None

    def _placed(self, canvas: str, gesture: Gesture) -> Gesture:
        """The same gesture, and the card lies where it was let go."""
        if self._between is None:
            return gesture
        return gesture.and_then(place_card(self._desk.project, canvas, *self._between))

    def _reorder(self, canvas: str) -> None:
        gesture = self._placed(canvas, Gesture("", ()))
        if gesture:
            self._desk.do(Gesture(_("Changer l’ordre des cartes"), gesture.edits))
            self._deck.refresh()
        self._deck.focus(canvas)
        tile = self._deck.tile(canvas)
        column = next((column for column in self._deck.columns if tile in column.tiles), None)
        if gesture and tile is not None and column is not None:
            rank, of, state = column.tiles.index(tile) + 1, len(column.tiles), column.pile.label
            said = _("« {name} » : carte {n} sur {of} dans « {state} »")
            self._desk.announce(said.format(name=tile.card.title, n=rank, of=of, state=state))

    # -- back, on -------------------------------------------------------------------------------------------
    def _go_back(self, kind: CanvasType, canvas: str, state: State) -> None:
        """What makes the later states is emptied and told; the rest stays."""
        zones, gesture = send_back(self._desk.project, kind, canvas, state)
        said = ", ".join(self._what(kind, canvas, zone) for zone in zones)
        name = title(self._desk.project, kind, canvas)
        self._desk.do(self._placed(canvas, gesture))
        self._deck.refresh()
        self._deck.focus(canvas)
        sentence = _("« {name} » revient à « {state} ». Vidé : {what}. Le reste est gardé ; Ctrl+Z rétablit.")
        self._desk.announce(sentence.format(name=name, state=state.label, what=said))

    def _what(self, kind: CanvasType, canvas: str, zone: Zone) -> str:
        said = told(self._desk.project, kind, canvas, zone).replace("\n", " · ")
        return f"{zone.label} ({said[:60]})"

    def _ask(self, canvas: str, state: str, typed: Mapping[str, str]) -> None:
        """The form stands in the pile of the state."""
        kind = self._kind(canvas)
        column = next((column for column in self._deck.columns if column.pile.state == state), None)
        if kind is None or column is None or canvas not in self._desk.project.canvas:
            return
        wanted = path_of(kind)[rank_of(kind, state)]
        form = MoveForm(self._look, self._desk.project, kind, canvas, wanted, column)
        form.retype(typed)
        form.done.connect(self._answered)
        form.given_up.connect(lambda: self.give_up(back=True))
        form.card_wanted.connect(lambda: self._deck.open(canvas))
        column.put_first(form)
        self.form = form
        form.show()
        form.begin()
        self._deck.show_first(form)

    def _answered(self, values: dict[str, Value]) -> None:
        form = self.form
        kind = self._kind(form.canvas) if form is not None else None
        if form is None or kind is None:
            return
        canvas, label = form.canvas, form.state.label
        made = move_forward(self._desk.project, kind, canvas, form.state, values)
        gesture = self._placed(canvas, made)
        self._close(form)
        self._deck.stand_on(canvas)
        self._desk.do(gesture)
        self._deck.refresh()
        self._deck.focus(canvas)
        self._desk.announce(_("Passée à « {state} ».").format(state=label))

    # -- the form -------------------------------------------------------------------------------------------
    def _close(self, form: MoveForm) -> None:
        self.form = None
        form.hide()
        form.deleteLater()

    def give_up(self, *, back: bool = False) -> bool:
        """The card stays where it is. False: nothing was asked."""
        form = self.form
        if form is None:
            return False
        canvas = form.canvas
        self._close(form)
        if back:
            self._deck.focus(canvas)
        return True

    def put_aside(self) -> Aside | None:
        """The deck is laid out again: what is asked and what was typed, to be taken up."""
        form, self.form = self.form, None
        return (form.canvas, form.state.id, form.typed) if form is not None else None

    def take_up(self, aside: Aside | None) -> None:
        """The form stands again, unless the card has gone there by another way."""
        if aside is None:
            return
        canvas, state, typed = aside
        kind = self._kind(canvas) if canvas in self._desk.project.canvas else None
        if kind is not None and rank_of(kind, state_of(self._desk.project, kind, canvas)) < rank_of(
            kind, state
        ):
            self._ask(canvas, state, typed)
