"""The place Dossier as the window sees it: its pages, which one a target stands on, its keys."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from labdesk.ui.actions import act, on_digits
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.coming_back import ComingBack
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.page_bar import PageBar
from labdesk.ui.dossier.page_making import Ways, made
from labdesk.ui.dossier.page_names import CORRECTIONS, KEYS, PAGES, page_of, titles
from labdesk.ui.dossier.place_deeds import PlaceDeeds
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.place import Place
from labdesk.ui.style import Look
from labdesk.words import _


class DossierPlace(Place):
    """A bar of pages over the page shown. A page is built on its first visit."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.reading = Reading(desk, self)
        self.pages: dict[str, Page] = {}
        self._spot: tuple[str, tuple[str, ...]] = ("", ())
        """Where one worked last: the preview opens there."""
        self.bar, self._stack = PageBar(look, self.go_to_page), QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self._stack, 1)
        self._add_keys()
        self.deeds = PlaceDeeds(self)
        self.bar.show_tab(CORRECTIONS, shown=False)  # until a document comes back
        self.bar.turned.connect(self.show_page)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        self.reading.reviewed.connect(self._refresh)
        look.changed.connect(self._relook)
        former = desk.stays
        desk.stays = lambda touched, target: self.coming_back.shows(touched) or former(touched, target)
        self.show_page("texts")

    def _add_keys(self) -> None:
        """Each page has a key that goes there; that of a corrected document has its own actions."""
        for at, (name, (title, drawing)) in enumerate(titles().items()):
            if name == CORRECTIONS:
                self.coming_back = ComingBack(self)
                continue
            act(
                self,
                self.look,
                _("Copier pour la démarche") if name == "form" else title,
                partial(self.go_to_page, name),
                icon_name=drawing,
                keys=KEYS.get(name) or on_digits("Ctrl", at + 1),
                menu="dossier",
            )

    # -- pages ----------------------------------------------------------------------------------------------
    @property
    def current(self) -> str:
        """The name of the page shown."""
        shown = self._stack.currentWidget()  # not the tab: a click turns the bar before the page is there
        return next((name for name, page in self.pages.items() if page is shown), PAGES[0])

    @property
    def page(self) -> Page:
        """The page shown."""
        return self.pages[self.current]

    def show_page(self, name: str) -> None:
        """Show a page; it is built the first time."""
        self.settle()
        if self.pages and (spot := self.page.spot())[0]:
            self._spot = spot
        page = self.built(name)
        self.bar.show_page(name)
        self._stack.setCurrentWidget(page)
        if name == "preview":
            page.follow(*self._spot)
        if self.reading.review is None and self.desk.session is not None:
            self.reading.ask()
        else:
            self._refresh()
        self.coming_back.follow()
        self.setFocusProxy(page.first())  # whoever comes here works on the page

    def go_to_page(self, name: str) -> None:
        """Show a page, the focus where one works on it."""
        self.show_page(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def built(self, name: str) -> Page:
        """A page; it is built the first time."""
        if name not in self.pages:
            ways = Ways(self.deeds.offer_export, self.deeds.offer_changes)
            self.pages[name] = made(name, self.reading, self.look, ways)
            self._stack.addWidget(self.pages[name])
            if name == CORRECTIONS:
                self.coming_back.hear(self.pages[name])
        return self.pages[name]

    # -- in step --------------------------------------------------------------------------------------------
    def _opened(self) -> None:
        if self.desk.session is not None and self.isVisible():
            self.reading.ask()

    def _changed(self, _touched: object) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self.page.refresh()
        self.coming_back.follow()
        review = self.reading.review
        self.bar.tell(review.sentence() if review else "")

    def _relook(self) -> None:
        for page in self.pages.values():
            page.relook()
        self.bar.relook()

    def showEvent(self, event: QShowEvent) -> None:
        """The place is shown again: the project may have changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def settle(self) -> None:
        """What is being typed becomes a gesture."""
        for page in self.pages.values():
            page.settle()

    # -- what the window asks -------------------------------------------------------------------------------
    def receive(self, path: Path) -> bool:
        """A corrected document was let go over the window."""
        return self.coming_back.receive(path)

    def reveal(self, target: Target) -> None:
        """Show the page of a section, of a cell of a table, of a field of the cover, or « control »."""
        if target.section in KEYS:
            self.go_to_page(str(target.section))
            return
        if target.section == CORRECTIONS:
            self.coming_back.take_back()
            return
        if target.section == "control" or (target.table is None and target.section is None):
            self.show_page("control" if target.section else self.current)
            return
        for name in (page_of(target), "texts"):
            self.show_page(name)
            if self.pages[name].show_target(target):
                return

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of tables and lists."""
        return (
            ("Entrée", _("modifier la case, puis descendre")),
            ("Tab", _("case suivante ; après la dernière, une nouvelle ligne")),
            ("Ins", _("ajouter une ligne (ou Ctrl+Entrée)")),
            ("Alt+↑ Alt+↓", _("monter ou descendre la ligne")),
            ("Del", _("vider les cases choisies")),
            ("Ctrl+Del", _("supprimer la ligne")),
            ("Ctrl+V", _("coller un tableau copié d’un tableur")),
            ("Entrée", _("dans Démarche : copier la section ; dans Clarté : aller au passage")),
            ("Del", _("dans Clarté : garder le passage ainsi")),
            ("Ctrl+Return", _("dans un texte, au bord d’une citation : aller à sa source")),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The bar of pages, then the lists and editors of the page."""
        return (self.bar.tabs, *self.page.stops())

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self.settle()
