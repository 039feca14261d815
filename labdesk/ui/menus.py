"""The menu bar: every action of the window and of the place shown, under the six menus people know.

Those that share a group (their property `inside`) share one entry that opens it: a screen of 768 lines holds
each menu. An action that is `apart` has a line above it.
"""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from labdesk.ui.actions import Menu, illustrate
from labdesk.ui.place import Place
from labdesk.ui.style import Look
from labdesk.words import _

ORDER: tuple[Menu, ...] = ("file", "edit", "canvas", "view", "dossier", "help")


class Menus:
    """Fills the menu bar of one window; the actions belong to who made them."""

    def __init__(self, bar: QMenuBar, look: Look) -> None:
        self._look = look
        self._menus = {name: bar.addMenu(title) for name, title in _titles().items()}
        for menu in self._menus.values():
            menu.aboutToShow.connect(partial(_hide_empty, menu))
        self._guest: list[tuple[QMenu, QAction]] = []
        self._groups: dict[tuple[str, str], QMenu] = {}
        self._last: QMenu | None = None

    def add(self, action: QAction | None) -> None:
        """An action of the window, at the end of the menu it names; None: a line below the last one."""
        if action is None:
            if self._last is not None:
                self._last.addSeparator()
            return
        self._last = self._menus[action.property("menu")]
        self._lay(self._last, action, self._groups)

    def welcome(self, place: Place | None) -> None:
        """The actions of the place shown take their menus; those of the former one leave."""
        for menu, action in self._guest:
            menu.removeAction(action)
            if isinstance(held := action.menu(), QMenu):
                held.deleteLater()
            elif action.isSeparator():
                action.deleteLater()
        self._guest = []
        apart: set[str] = set()
        groups: dict[tuple[str, str], QMenu] = {}
        for action in place.actions() if place else ():
            name = action.property("menu")
            if name not in self._menus:
                continue
            menu = self._menus[name]
            lined = menu.addSeparator() if (name not in apart or action.property("apart")) else None
            entry = self._lay(menu, action, groups)
            if lined is not None and (entry is None or menu.actions()[0] is lined):
                menu.removeAction(lined)
                lined.deleteLater()  # the group has its entry above; or nothing stands above the line
            elif lined is not None:
                self._guest.append((menu, lined))
            apart.add(name)
            if entry is not None:
                self._guest.append((menu, entry))
        self.settle()

    def _lay(self, menu: QMenu, action: QAction, groups: dict[tuple[str, str], QMenu]) -> QAction | None:
        """The entry it gets in the menu; None: it stands in a group that has one."""
        group = str(action.property("inside") or "")
        if not group:
            menu.addAction(action)
            return action
        key = str(action.property("menu")), group
        known = key in groups
        if not known:
            groups[key] = menu.addMenu(_lettered(group, menu))
            drawing = _drawings().get(group) or action.property("drawing")
            illustrate(groups[key].menuAction(), drawing, self._look)
        groups[key].addAction(action)
        return None if known else groups[key].menuAction()

    def settle(self) -> None:
        """A menu of which nothing may be seen is not offered: at a table there is no dossier."""
        for menu in self._menus.values():
            _hide_empty(menu)
            menu.menuAction().setEnabled(bool(menu.actions()))
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


def _lettered(title: str, menu: QMenu) -> str:
    """The title of a group with a letter that opens it, free in its menu: five arrows are one key."""
    if "&" in title:
        return title
    held = [action.text().partition("&")[2][:1].lower() for action in menu.actions()]
    for at, letter in enumerate(title):
        if letter.isascii() and letter.isalpha() and letter.lower() not in held:
            return f"{title[:at]}&{title[at:]}"
    return title


def _hide_empty(menu: QMenu) -> None:
    """A group of which nothing may be seen has no entry: a sheet has no steps."""
    for entry in menu.actions():
        group = entry.menu()
        if isinstance(group, QMenu):
            entry.setVisible(any(action.isVisible() for action in group.actions()))


def _titles() -> dict[Menu, str]:
    return {
        "file": _("&Fichier"),
        "edit": _("É&dition"),
        "canvas": _("&Canevas"),
        "view": _("&Affichage"),
        "dossier": _("D&ossier"),
        "help": _("Aid&e"),
    }


def _drawings() -> dict[str, str]:
    """Groups that the drawing of their first action would not tell; the others bear that one."""
    return {
        _("Aller &à"): "corner-down-right",
        _("Te&xte et contraste"): "type",
        _("Déplacer"): "move",
        _("Déplacer la carte"): "move",
        _("Ce canevas"): "layout-grid",
    }
