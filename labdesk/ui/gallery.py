"""The recent projects side by side; a clear page when there are none. Two of the same name are told apart."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.shelf_index import Recent
    from labdesk.ui.no_project import NoProject
    from labdesk.ui.project_card import Card

CARD = 252
"""px at 100 %: the least width of a card."""


class Gallery(QWidget):
    """Says which project is wanted."""

    wanted = Signal(str)
    forgotten = Signal(str)
    again = Signal(str, str)
    """Path, title: the same structure once more, without content."""
    kept = Signal(str, str)
    """Path, title: its structure becomes a template of the lab."""
    followed = Signal(str)
    """What became of its dossier is wanted."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[Card] = []
        self._title = QLabel(_("Projets récents"), self)
        role(self._title, "h2")
        self._empty: NoProject | None = None
        self._grid = QGridLayout()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self._title)
        column.addLayout(self._grid)
        self._room = 0

    @property
    def cards(self) -> tuple["Card", ...]:
        """The cards, the last used first."""
        return tuple(self._cards)

    def show_recent(self, recent: Sequence["Recent"]) -> None:
        """Show these, the last used first."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(one) for one in recent]
        self._title.setVisible(bool(self._cards))
        self._tell_doubles()
        self._show_empty(not self._cards)
        self.fit(self._room)

    def _show_empty(self, empty: bool) -> None:
        if empty and self._empty is None:
            from labdesk.ui.no_project import NoProject  # most people have a project

            self._empty = NoProject(self._look, self)
            self._column.insertWidget(1, self._empty)
        if self._empty is not None:
            self._empty.setVisible(empty)

    def _tell_doubles(self) -> None:
        """Two projects of one title: each card says by what its file differs from the others."""
        by_title: dict[str, list[Card]] = {}
        for card in self._cards:
            by_title.setdefault(card.recent.title.casefold().strip(), []).append(card)
        for twins in by_title.values():
            told = differences([card.recent.path for card in twins]) if len(twins) > 1 else ("",)
            for card, said in zip(twins, told, strict=True):
                card.differ(said)

    def found(self, recent: "Recent") -> None:
        """What the disk said of one of them, later: its card says so."""
        for card in self._cards:
            if card.recent.path == recent.path:
                card.become(recent)

    def _card(self, recent: "Recent") -> "Card":
        from labdesk.ui.project_card import Card  # a first start has none

        card = Card(self._look, recent, self)
        told = str(recent.path), recent.title
        card.again.connect(lambda: self.again.emit(*told))
        card.kept.connect(lambda: self.kept.emit(*told))
        card.followed.connect(lambda: self.followed.emit(str(recent.path)))
        card.clicked.connect(lambda: self.wanted.emit(str(recent.path)))
        card.forgotten.connect(lambda: self.forgotten.emit(str(recent.path)))
        return card

    def fit(self, room: int) -> None:
        """As many cards side by side as the room allows."""
        self._room = room
        look = self._look
        gap = look.px(14)
        self._grid.setSpacing(gap)
        across = max((room + gap) // (look.px(CARD) + gap), 1)
        width = (room - gap * (across - 1)) // across if room else look.px(CARD)
        for at, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // across, at % across, Qt.AlignmentFlag.AlignTop)
            card.fit(width)
        for column in range(max(self._grid.columnCount(), across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        if self._empty is not None:
            self._empty.fit()


def differences(paths: Sequence[Path]) -> tuple[str, ...]:
    """By what each of these files differs from the others: its name, else the folders that are its own."""
    if len({path.name for path in paths}) == len(paths):
        return tuple(path.name for path in paths)
    parts = [path.parts for path in paths]
    shared = 0
    while all(len(one) > shared + 1 for one in parts) and len({one[shared] for one in parts}) == 1:
        shared += 1
    # A name at most: the folder that differs says it, what is the same below it only makes it longer.
    return tuple(
        path.name if len(one) == shared + 1 else f"{one[shared]} › {path.name}"
        for path, one in zip(paths, parts, strict=True)
    )
