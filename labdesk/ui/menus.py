"""The menu bar: every action of the window and of the place shown, under the six menus people know."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from labdesk.ui.actions import Menu
from labdesk.ui.place import Place
from labdesk.words import _

ORDER: tuple[Menu, ...] = ("file", "edit", "canvas", "view", "dossier", "help")


class Menus:
    """Fills the menu bar of one window; the actions belong to who made them."""

    def __init__(self, bar: QMenuBar) -> None:
        self._menus = {name: bar.addMenu(title) for name, title in _titles().items()}
        self._guest: list[tuple[QMenu, QAction]] = []
        self._last: QMenu | None = None

    def add(self, action: QAction | None) -> None:
        """An action of the window, at the end of the menu it names; None: a line below the last one."""
        if action is None:
            if self._last is not None:
                self._last.addSeparator()
            return
        self._last = self._menus[action.property("menu")]
        self._last.addAction(action)

    def welcome(self, place: Place | None) -> None:
        """The actions of the place shown take their menus; those of the former one leave.

        An action that is `apart` has a line above it; those `inside` a group share one entry that opens it.
        """
        for menu, action in self._guest:
            menu.removeAction(action)
            if isinstance(held := action.menu(), QMenu):
                held.deleteLater()
        self._guest = []
        apart: set[str] = set()
        inside: dict[tuple[str, str], QMenu] = {}
        for action in place.actions() if place else ():
            name = action.property("menu")
            if name not in self._menus:
                continue
            menu = self._menus[name]
            group = str(action.property("inside") or "")
            if (name, group) in inside:
                inside[name, group].addAction(action)
                continue
            if (name not in apart or action.property("apart")) and menu.actions():
                self._guest.append((menu, menu.addSeparator()))
            apart.add(name)
            if group:
                inside[name, group] = menu.addMenu(group)
                inside[name, group].addAction(action)
                action = inside[name, group].menuAction()  # noqa: PLW2901  the entry that stands in the menu
            else:
                menu.addAction(action)
            self._guest.append((menu, action))
        for menu in self._menus.values():
            menu.menuAction().setEnabled(bool(menu.actions()))

    def settle(self) -> None:
        """A menu of which nothing may be seen is not offered: at a table there is no dossier."""
        for menu in self._menus.values():
            held = [action for action in menu.actions() if not action.isSeparator()]
            menu.menuAction().setVisible(not held or any(action.isVisible() for action in held))

    def actions(self) -> list[QAction]:
        """Everything that stands in the menus now, inside menus too."""
        found: list[QAction] = []
        pending = list(self._menus.values())
        while pending:
            for action in pending.pop().actions():
                inside = action.menu()
                if isinstance(inside, QMenu):
                    pending.append(inside)
                elif not action.isSeparator():
                    found.append(action)
        return found


def _titles() -> dict[Menu, str]:
    return {
        "file": _("&Fichier"),
        "edit": _("É&dition"),
        "canvas": _("&Canevas"),
        "view": _("&Affichage"),
        "dossier": _("D&ossier"),
        "help": _("Aid&e"),
    }
