"""How the place Prototypes leads to its traces: « Cartes | Traces », the actions, the page when asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from labdesk.domain.lens import Lens
from labdesk.domain.ties import CHALLENGE
from labdesk.ui.actions import act
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.place import Place
from labdesk.ui.prototypes.deck import Deck
from labdesk.ui.segments import Segments
from labdesk.ui.spring import Spring
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.prototypes.traces.traces_page import TracesPage


class TracesDoor(QObject):
    """It belongs to the place, whose stack it adds its page to."""

    turned = Signal()
    """The traces are shown, or no more."""

    def __init__(self, place: Place, stack: QStackedWidget, deck: Deck, tying: Tying) -> None:
        super().__init__(place)
        self.place, self._stack, self.deck = place, stack, deck
        self.page: TracesPage | None = None
        self.standing: Callable[[], str] = lambda: deck.current or ""
        """The card one is on, open or on the deck."""
        self.tying = tying
        self._pairs: list[Segments] = []
        self._make_actions()
        place.desk.opened.connect(lambda: self._mark(False))

    def _make_actions(self) -> None:
        place, look = self.place, self.place.look
        self.going = act(
            place, look, _("Vue traces"), self.switch, icon_name="git-merge", keys="Ctrl+J", menu="view"
        )
        self.going.setCheckable(True)
        self._both = [
            act(place, look, _("Relier…"), self.tie, icon_name="link", keys="Ctrl+K"),
            act(place, look, _("Délier…"), self.part, icon_name="unlink", keys="Ctrl+U"),
        ]
        self._here: list[QAction] = [
            act(place, look, _("Délier ce lien"), self.part, icon_name="unlink", keys="Del"),
            act(
                place,
                look,
                _("Seulement ce qui est rompu"),
                self.only_broken,
                icon_name="filter",
                keys="Ctrl+B",
                menu="view",
            ),
            act(
                place,
                look,
                _("Seulement cette chaîne"),
                lambda: self._page().narrow(),
                icon_name="eye",
                keys="Ctrl+I",
                menu="view",
            ),
            act(
                place,
                look,
                _("Dessin ou tableau"),
                lambda: self._page().switch_view(),
                icon_name="list",
                keys="Ctrl+L",
                menu="view",
            ),
        ]
        for action in (*self._both, self._here[0]):
            action.setProperty("inside", _("Liens"))

    def segment(self, parent: QWidget) -> Segments:
        """« Cartes | Traces », for the bar of the deck and for that of the traces."""
        both = Segments((("cards", _("Cartes")), ("traces", _("Traces"))), parent)
        both.chosen.connect(lambda name: self.show() if name == "traces" else self.leave())
        self._pairs.append(both)
        Spring(both)
        self._mark(self.shown)
        return both

    # -- coming and going -----------------------------------------------------------------------------------
    @property
    def shown(self) -> bool:
        """The traces are what the place shows."""
        return self.page is not None and self._stack.currentWidget() is self.page

    def _page(self) -> "TracesPage":
        if self.page is None:
            from labdesk.ui.prototypes.traces.traces_page import TracesPage

            self.page = TracesPage(self.place.desk, self.place.look, self.place)
            self.page.bar.row.insertWidget(0, self.segment(self.page.bar))
            self._stack.addWidget(self.page)
            self.page.left.connect(self.leave)
            self.place.look.changed.connect(self.page.relook)
        return self.page

    def show(self, row: str = "") -> None:
        """The traces, on a thing if one is named."""
        page = self._page()
        page.resize(self._stack.size())  # so that it is laid out once, as it will be seen
        self._stack.setCurrentWidget(page)
        self._mark(True)
        if row:
            page.reveal(row)
        page.focus_view()
        self.turned.emit()

    def leave(self) -> None:
        """Back to the cards, on the card one was on."""
        card = self.page.stored if self.page is not None else ""
        self._stack.setCurrentIndex(0)
        self._mark(False)
        self.turned.emit()
        self.deck.focus(card)

    def switch(self) -> None:
        """From the cards to the traces (of an open card: its own), and back."""
        if self.shown:
            self.leave()
        else:
            self.show(self.standing())

    def _mark(self, shown: bool) -> None:
        self.going.setChecked(shown)
        for both in self._pairs:
            both.buttons["traces" if shown else "cards"].setChecked(True)
        self.enable()

    def enable(self) -> None:
        """What can be done now: on the traces, on the deck; an open card has its own actions."""
        read_only = self.place.desk.read_only
        deck = self._stack.currentIndex() == 0
        for action in self._both:
            action.setEnabled((self.shown or deck) and not read_only)
            action.setVisible(self.shown or deck)  # an open card has its own
        for action in self._here:
            action.setEnabled(self.shown)
            action.setVisible(self.shown)
        self._here[0].setEnabled(self.shown and not read_only)

    def stays(self, touched: frozenset[tuple[str, str]]) -> bool:
        """An undo of ties is seen here, on the traces and on the deck: one is not taken to the map."""
        ties = all(
            table == "link" or (table == "answer" and row.endswith(f"/{CHALLENGE}")) for table, row in touched
        )
        return ties and (self.shown or self._stack.currentIndex() == 0) and self._stack.isVisible()

    # -- deeds ----------------------------------------------------------------------------------------------
    def tie(self) -> None:
        """« Relier… »: what one is on in the traces, or the card of the deck."""
        if self.shown:
            self._page().tie()
        else:
            self.tying.choose([c for c in (self.deck.current,) if c], self.deck, self._corner())

    def part(self) -> None:
        """« Délier… »."""
        if self.shown:
            self._page().part()
        else:
            self.tying.choose_parting([c for c in (self.deck.current,) if c], self.deck, self._corner())

    def only_broken(self) -> None:
        """Only what is broken, and back to what is tied."""
        page = self._page()
        page.show_mode("linked" if page.shown == "broken" else "broken")

    def _corner(self) -> QPoint:
        tile = self.deck.tile(self.deck.current)
        around = tile or self.deck
        return around.mapToGlobal(around.rect().center() if tile is None else around.rect().bottomLeft())

    def projected(self) -> Lens | None:
        """The chain of the card one is on, or that one hangs on; None beside the traces."""
        page = self.page
        if not self.shown or page is None or page.web is None or not page.current:
            return None
        chain = page.web.chain(page.current)
        cards = [row for row in page.web.columns["prototype"] if row in chain]
        return Lens("chain", cards[0]) if cards else None

    def regions(self) -> tuple[QWidget, ...]:
        """The bar, then the drawing or the table."""
        page = self._page()
        return (page.bar, page.focusProxy() or page)

    def focus(self) -> None:
        """The keyboard goes to the traces."""
        self._page().setFocus(Qt.FocusReason.OtherFocusReason)
