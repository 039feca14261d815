"""The bar of pages: a tab each, the menu of all where they do not fit, how far the dossier is."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabBar

from labdesk.ui.dossier.all_pages import AllPages
from labdesk.ui.dossier.page_names import PAGES, titles
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class PageBar(QFrame):
    """It shows where one is; a tab that is clicked only asks."""

    turned = Signal(str)
    """The tab of this page was chosen."""

    def __init__(self, look: Look, go: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        role(self, "topbar")
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(_("Pages du dossier"))
        for title, _drawing in titles().values():
            self.tabs.addTab(title)
        self.all_pages = AllPages(look, self.tabs, lambda at: go(PAGES[at]))
        self._far = QLabel()
        role(self._far, "muted")
        self._box = QHBoxLayout(self)
        self._box.addWidget(self.tabs, 1)
        self._box.addWidget(self.all_pages)
        self._box.addWidget(self._far)
        self.tabs.currentChanged.connect(lambda at: self.turned.emit(PAGES[at]))
        self.relook()

    def show_page(self, name: str) -> None:
        """This page is shown: its tab is the current one, and says nothing of it."""
        said = self.tabs.blockSignals(True)  # the page is shown already, not once more when the bar tells
        self.show_tab(name, shown=True)
        self.tabs.setCurrentIndex(PAGES.index(name))
        self.tabs.blockSignals(said)

    def show_tab(self, name: str, *, shown: bool) -> None:
        """A page that is not always there has a tab, or none."""
        self.tabs.setTabVisible(PAGES.index(name), shown)

    def tell(self, sentence: str) -> None:
        """How far the dossier is."""
        self._far.setText(sentence)
        self._fit()

    def relook(self) -> None:
        """The text size changed."""
        self._box.setContentsMargins(self._look.space("s"), 0, self._look.space("l"), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said beside the bar of pages gives way to it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The rail says it too: the pages come first when there is little room."""
        wanted = self.tabs.sizeHint().width()
        margins = self._box.contentsMargins()
        self._far.setVisible(wanted + self._far.sizeHint().width() < self.width() - self._look.px(60))
        self.all_pages.setVisible(wanted > self.width() - margins.left() - margins.right())
