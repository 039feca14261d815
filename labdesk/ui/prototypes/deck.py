"""The deck: one column a state, one tile a card. Arrows walk, Alt+arrows move, Enter opens."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.canvases import create_canvas, delete_canvas, duplicate_canvas
from labdesk.domain.newer_type import newer
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.card_tile import CardTile
from labdesk.ui.prototypes.deck_moves import DeckMoves
from labdesk.ui.prototypes.next_version import make_version
from labdesk.ui.prototypes.pile_column import PileColumn
from labdesk.ui.prototypes.piles import Pile, piles
from labdesk.ui.scrolled import show_inside
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

HEAD, EDGE = 56, 40
"""px at 100 %: the head of a pile stays in sight above what is shown; where a drag scrolls."""


class Deck(QWidget):
    """All cards at a glance."""

    opened = Signal(str)
    """The canvas of the card to open."""
    asked_menu = Signal(QPoint)
    """A context menu is wanted at this point of the screen, for the card that has the focus."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._piles: tuple[Pile, ...] = ()
        self._at: str | None = None
        self.columns: list[PileColumn] = []
        self._slot: QPushButton | None = None
        """The place of the first card, while there is none."""
        self.moves = DeckMoves(self, desk, look)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Cartes par état"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)

    @property
    def tiles(self) -> list[list[CardTile]]:
        """The tiles, column by column."""
        return [column.tiles for column in self.columns]

    # -- what is shown --------------------------------------------------------------------------------------
    def refresh(self, *, anew: bool = False) -> None:
        """Read the project again; nothing is redone when the deck says the same."""
        now = piles(self._desk.project, self._desk.types)
        if now == self._piles and self.columns and not anew:
            return
        focus = QApplication.focusWidget()  # not `self.focusWidget()`, which remembers: a card may be open
        had_focus = focus is not None and (focus is self or self.isAncestorOf(focus))
        self._piles = now
        asked = self.moves.put_aside()
        show_inside(self._scroll, self._laid())
        empty = not any(self.tiles)  # Tab goes to the tiles; without one Inser must be heard here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if empty else Qt.FocusPolicy.ClickFocus)
        self.moves.take_up(asked)
        if had_focus and self.moves.form is None:
            self.focus(self._at)

    def _laid(self) -> QWidget:
        sheet = QWidget()
        role(sheet, "page")
        row = QHBoxLayout(sheet)
        margin = self._look.space("l")
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(self._look.space("m"))
        empty = not any(pile.cards for pile in self._piles)
        self.columns = [self._column(pile) for pile in self._piles]
        self._slot = self._first_tile() if empty else None
        for rank, column in enumerate(self.columns):
            row.addWidget(column, 1)
            if self._slot is not None and not rank:
                column.say(_first_card())
                column.add(self._slot)
            elif not column.pile.cards:
                column.say(column.pile.teaching or _first_state())
        return sheet

    def _column(self, pile: Pile) -> PileColumn:
        column = PileColumn(self._look, pile)
        column.dropped.connect(lambda canvas, rank, pile=pile: self.moves.let_go(canvas, pile.state, rank))
        column.passed.connect(self._creep)
        for card in pile.cards:
            tile = CardTile(self._desk, self._look, card, column)
            tile.clicked.connect(lambda _checked, canvas=card.canvas: self.opened.emit(canvas))
            tile.entered.connect(self._entered)
            tile.asked_menu.connect(self.asked_menu)
            column.add(tile)
        return column

    def _first_tile(self) -> QPushButton:
        """The place of the first card, to be pressed."""
        button = QPushButton(_("Nouvelle carte"))
        role(button, "slot", "first")
        draw(button, "plus", self._look)
        button.setEnabled(not self._desk.read_only)
        button.clicked.connect(lambda _checked: self.add())
        return button

    # -- walking --------------------------------------------------------------------------------------------
    def _entered(self, canvas: str) -> None:
        self._at = canvas
        tile = self.tile(canvas)
        if tile is not None:
            self.show_whole(tile)

    def _creep(self, at: QPoint) -> None:
        """A card dragged along an edge brings in what lies beyond it."""
        view, edge = self._scroll.viewport(), self._look.px(EDGE)
        here = view.mapFromGlobal(at)
        for bar, place, length in (
            (self._scroll.horizontalScrollBar(), here.x(), view.width()),
            (self._scroll.verticalScrollBar(), here.y(), view.height()),
        ):
            by = edge // 2 * ((place > length - edge) - (place < edge))
            bar.setValue(bar.value() + by)

    def show_first(self, widget: QWidget) -> None:
        """Scroll to something that stands first in its pile: the heads are seen with it."""
        self._scroll.ensureWidgetVisible(widget, 8, 0)
        self._scroll.verticalScrollBar().setValue(0)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll to something of the deck."""
        self._scroll.ensureWidgetVisible(widget, 8, self._look.px(HEAD))

    def open(self, canvas: str) -> None:
        """This card is to be opened."""
        self.opened.emit(canvas)

    def stand_on(self, canvas: str | None) -> None:
        """This is the card one works on, wherever its tile will be."""
        self._at = canvas

    def tile(self, canvas: str | None) -> CardTile | None:
        """The tile of a card."""
        return next((tile for tiles in self.tiles for tile in tiles if tile.card.canvas == canvas), None)

    def focus(self, canvas: str | None) -> None:
        """The focus goes to the tile of a card, else to the first one, else to where it will be."""
        first = next((tile for tiles in self.tiles for tile in tiles), None)
        slot = self._slot if self._slot is not None and self._slot.isEnabled() else None
        (self.tile(canvas) or first or slot or self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> str | None:
        """The card under the focus."""
        tile = self.tile(self._at)
        return self._at if tile is not None and tile.hasFocus() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk from tile to tile; the place's actions hear the other keys."""
        step = {
            Qt.Key.Key_Left.value: (-1, 0),
            Qt.Key.Key_Right.value: (1, 0),
            Qt.Key.Key_Up.value: (0, -1),
            Qt.Key.Key_Down.value: (0, 1),
        }.get(event.key())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._walk(*step)

    def _walk(self, across: int, down: int) -> None:
        at = next(
            ((c, r) for c, tiles in enumerate(self.tiles) for r, t in enumerate(tiles) if t.hasFocus()), None
        )
        if at is None:
            self.focus(None)
            return
        column, row = at[0] + across, at[1] + down
        while across and 0 <= column < len(self.tiles) and not self.tiles[column]:
            column += across  # an empty pile is stepped over
        if 0 <= column < len(self.tiles) and self.tiles[column]:
            row = min(row, len(self.tiles[column]) - 1) if across else row
            if 0 <= row < len(self.tiles[column]):
                self.tiles[column][row].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing ----------------------------------------------------------------------------------------------
    def add(self, kind: CanvasType | None = None) -> None:
        """A new blank card (by default of the first type), opened at once."""
        kinds = [kind] if kind is not None else [pile.kind for pile in self._piles]
        if kinds and self._desk.session is not None:
            kind = newer(kinds[0], self._desk.catalogue)
            canvas, gesture = create_canvas(self._desk.project, kind, author_table=self._desk.table or None)
            self._desk.do(gesture)
            self._at = canvas
            self.opened.emit(canvas)

    def duplicate(self) -> None:
        """The card under the focus once more."""
        if (canvas := self.current) is not None:
            copy, gesture = duplicate_canvas(self._desk.project, canvas)
            self._desk.do(gesture)
            self.refresh()
            self.focus(copy)

    def next_version(self) -> None:
        """The next iteration of the card under the focus, opened at once."""
        if (canvas := self.current) is not None:
            make_version(self._desk, canvas, self.opened.emit)

    def delete(self) -> None:
        """The card under the focus goes away, with what it holds; the next tile takes the focus."""
        tile = self.tile(self.current)
        if tile is None:
            return
        column = next((tiles for tiles in self.tiles if tile in tiles), [tile])
        rank = column.index(tile)
        beside = column[rank + 1 : rank + 2] or column[rank - 1 : rank]
        name = tile.card.title
        self._at = beside[0].card.canvas if beside else None
        self._desk.do(delete_canvas(self._desk.project, tile.card.canvas, name))
        self._desk.announce(_("« {name} » supprimée. Ctrl+Z la rétablit.").format(name=name))
        self.refresh()
        self.focus(self._at)


def _first_card() -> str:
    return _(
        "Aucune carte. Inser (ou « Nouvelle carte ») commence la première : un nom, une phrase, "
        "le défi visé. Elle avance de colonne en colonne à mesure qu’on la remplit ou qu’on la déplace."
    )


def _first_state() -> str:
    return _("Une carte neuve vient ici : Inser, ou « Nouvelle carte ».")
