"""Every page of the dossier in one menu, beside a bar of pages that is too narrow to show them all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QTabBar, QToolButton

from labdesk.ui.actions import draw
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class AllPages(QToolButton):
    """Large letters push the last pages out of the bar: here none is out of sight."""

    def __init__(self, look: Look, tabs: QTabBar, chosen: Callable[[int], object]) -> None:
        super().__init__()
        self._tabs, self._chosen = tabs, chosen
        role(self, "quiet")
        draw(self, "list", look)
        words = _("Toutes les pages du dossier")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setAccessibleName(words)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.hide()

    def _fill(self) -> None:
        menu, tabs = self.menu(), self._tabs
        menu.clear()
        for at in range(tabs.count()):
            if tabs.isTabVisible(at):
                action = menu.addAction(tabs.tabText(at), partial(self._chosen, at))
                action.setCheckable(True)
                action.setChecked(at == tabs.currentIndex())
                if action.isChecked():
                    menu.setActiveAction(action)
