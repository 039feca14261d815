"""The seven places of the rail, and what each of them owes the window. It knows no place from inside."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from labdesk.domain.lens import Lens
from labdesk.ui.desk import Desk, Target
from labdesk.ui.style import Look
from labdesk.words import _


class Door(Struct, frozen=True):
    """An entry of the rail: a place, its icon, and the module whose `make(desk, look)` builds it."""

    name: str
    icon: str
    module: str
    digit: int
    at_table: bool = False

    @property
    def title(self) -> str:
        """What people read."""
        return _titles()[self.name]


DOORS = (
    Door("home", "house", "labdesk.ui.home", 1),
    Door("workshop", "users", "labdesk.ui.workshop", 2),
    Door("journeys", "route", "labdesk.ui.journeys", 3, at_table=True),
    Door("problem", "target", "labdesk.ui.problem", 4, at_table=True),
    Door("prototypes", "flask-conical", "labdesk.ui.prototypes", 5, at_table=True),
    Door("dossier", "file-text", "labdesk.ui.dossier", 6),
)
"""Projection, the seventh place, is a lens over the others: F5."""


def opens(place: str, table: str) -> bool:
    """This place can be gone to; from a laptop that sits at a table, only those a table needs."""
    return not table or any(door.at_table for door in DOORS if door.name == place)


def _titles() -> dict[str, str]:
    return {
        "home": _("Accueil"),
        "workshop": _("Atelier"),
        "journeys": _("Parcours"),
        "problem": _("Problème"),
        "prototypes": _("Prototypes"),
        "dossier": _("Dossier"),
    }


class Place(QWidget):
    """One place of the window. It is built on the first visit and lives as long as the window.

    Its actions are the QActions added to it (`addAction`, made by `actions.act`): while the place is
    shown the window puts each into the menu it names, and its shortcut works in this place only.
    """

    titled = Signal(str)
    """The canvas shown now, for the top bar; empty when there is none."""
    drawer: ClassVar[bool] = False
    """The right drawer belongs to this place."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look

    def receive(self, path: Path) -> bool:
        """A file was let go over the window; False when this place has no use for it."""
        return False

    def reveal(self, target: Target) -> None:
        """Show this thing and put the focus on it."""

    def fill_title_menu(self, menu: QMenu) -> None:
        """The canvases one can switch to, asked just before the menu of the title opens. None: no menu."""

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """(keys, what they do) that are no menu entries: « Entrée », « note suivante »."""
        return ()

    def regions(self) -> tuple[QWidget, ...]:
        """The stops of F6 inside the place, in reading order; by default the place itself."""
        return (self,)

    def portrait(self) -> bytes | None:
        """The picture of what this place shows, as a PNG: it stands for the project on Accueil."""
        return None

    def projected(self) -> Lens | None:
        """What F5 projects first, where it is not the walk through the canvas."""
        return None

    def leave(self) -> None:
        """The place is left, or the window closes: what is being typed becomes a gesture now."""


def build(door: Door, desk: Desk, look: Look) -> Place:
    """The place behind a door; its module is imported now, not at start."""
    make: Callable[[Desk, Look], Place] = import_module(door.module).make
    return make(desk, look)
