"""A place made of pages under a bar: which one is shown, each built on its first visit, all kept in step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from labdesk.ui.desk import Desk
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.page_bar import PageBar
from labdesk.ui.dossier.page_names import PAGES
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.place import Place
from labdesk.ui.style import Look


class PlaceOfPages(Place):
    """Whoever does something on a page asks here for the page; `make_page` says what each one is."""

    refreshed = Signal()
    """What is shown was read again, or another page is shown."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None) -> None:
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
        self.bar.turned.connect(self.show_page)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        self.reading.reviewed.connect(self._refresh)
        look.changed.connect(self._relook)

    def make_page(self, name: str) -> Page:
        """A page, new: a blank one, unless the place says better."""
        return Page()

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
        self.refreshed.emit()
        self.setFocusProxy(page.first())  # whoever comes here works on the page

    def go_to_page(self, name: str) -> None:
        """Show a page, the focus where one works on it."""
        self.show_page(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def built(self, name: str) -> Page:
        """A page; it is built the first time."""
        if name not in self.pages:
            self.pages[name] = self.make_page(name)
            self._stack.addWidget(self.pages[name])
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
        self.refreshed.emit()
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

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self.settle()

    def regions(self) -> tuple[QWidget, ...]:
        """The bar of pages, then the lists and editors of the page."""
        return (self.bar.tabs, *self.page.stops())
