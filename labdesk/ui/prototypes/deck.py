"""The deck: one column a state, one tile a card. Arrows walk, Enter opens, Inser adds, Suppr deletes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.canvases import create_canvas, delete_canvas, duplicate_canvas
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.card_tile import CardTile
from labdesk.ui.prototypes.piles import Pile, piles
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

COLUMN = 236
"""px at 100 %: a column is never narrower."""


class Deck(QWidget):
    """All cards at a glance."""

    opened = Signal(str)
    """The canvas of the card to open."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._piles: tuple[Pile, ...] = ()
        self._at: str | None = None
        self.tiles: list[list[CardTile]] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Cartes par état"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)

    # -- what is shown --------------------------------------------------------------------------------------
    def refresh(self, *, anew: bool = False) -> None:
        """Read the project again; nothing is redone when the deck says the same."""
        now = piles(self._desk.project, self._desk.types)
        if now == self._piles and self.tiles and not anew:
            return
        focus = QApplication.focusWidget()  # not `self.focusWidget()`, which remembers: a card may be open
        had_focus = focus is not None and (focus is self or self.isAncestorOf(focus))
        self._piles = now
        self._scroll.setWidget(self._laid())
        empty = not any(self.tiles)  # Tab goes to the tiles; without one Inser must be heard here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if empty else Qt.FocusPolicy.ClickFocus)
        if had_focus:
            self.focus(self._at)

    def _laid(self) -> QWidget:
        sheet = QWidget()
        role(sheet, "page")
        row = QHBoxLayout(sheet)
        margin = self._look.space("l")
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(self._look.space("m"))
        self.tiles = []
        empty = not any(pile.cards for pile in self._piles)
        for rank, pile in enumerate(self._piles):
            tiles: list[CardTile] = []
            row.addWidget(self._column(pile, tiles, _first_card() if empty and not rank else ""), 1)
            self.tiles.append(tiles)
        return sheet

    def _column(self, pile: Pile, tiles: list[CardTile], teaching: str) -> QFrame:
        column = QFrame()
        role(column, "well")
        column.setMinimumWidth(self._look.px(COLUMN))
        count = several(len(pile.cards), "{n} carte", "{n} cartes")
        column.setAccessibleName(_("{state}, {count}").format(state=pile.label, count=count))
        head, number = QLabel(pile.label), QLabel(str(len(pile.cards)))
        role(head, "h3")
        role(number, "muted")
        line = QHBoxLayout()
        line.addWidget(head)
        line.addWidget(number)
        line.addStretch(1)
        box = QVBoxLayout(column)
        space = self._look.space("s")
        box.setContentsMargins(space, space, space, space)
        box.setSpacing(space)
        box.addLayout(line)
        for card in pile.cards:
            tile = CardTile(self._desk, self._look, card, column)
            tile.clicked.connect(lambda _checked, canvas=card.canvas: self.opened.emit(canvas))
            tile.entered.connect(self._entered)
            tiles.append(tile)
            box.addWidget(tile)
        if teaching:
            words = QLabel(teaching)
            role(words, "muted")
            words.setWordWrap(True)
            box.addWidget(words)
        box.addStretch(1)
        return column

    # -- walking --------------------------------------------------------------------------------------------
    def _entered(self, canvas: str) -> None:
        self._at = canvas
        tile = self._tile(canvas)
        if tile is not None:
            self._scroll.ensureWidgetVisible(tile, 8, 8)

    def _tile(self, canvas: str | None) -> CardTile | None:
        return next((tile for tiles in self.tiles for tile in tiles if tile.card.canvas == canvas), None)

    def focus(self, canvas: str | None) -> None:
        """The focus goes to the tile of a card, else to the first one, else to the deck itself."""
        first = next((tile for tiles in self.tiles for tile in tiles), None)
        (self._tile(canvas) or first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> str | None:
        """The card under the focus."""
        tile = self._tile(self._at)
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
            canvas, gesture = create_canvas(
                self._desk.project, kinds[0], author_table=self._desk.table or None
            )
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

    def delete(self) -> None:
        """The card under the focus goes away, with what it holds; the next tile takes the focus."""
        tile = self._tile(self.current)
        if tile is None:
            return
        column = next(tiles for tiles in self.tiles if tile in tiles)
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
        "le défi visé. Elle avance d’une colonne à l’autre à mesure qu’on la remplit."
    )
