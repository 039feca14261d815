"""The right side of the window: it opens and closes the drawer. What is in it belongs to the canvas."""

from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from labdesk.ui.desk import Desk, Selection
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WIDTH = 284
"""px at 100 %."""


class Side(QFrame):
    """Open when it is wanted and the place has a drawer, which is built when it is first open."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._wanted = self._offered = False
        self._drawer: Any = None  # its module is read when it is first open
        self._chosen: Selection | None = None
        desk.selected.connect(self._keep)
        role(self, "drawer")
        self.setAccessibleName(_("Tiroir"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def offered(self) -> bool:
        """The place shown has a drawer."""
        return self._offered

    def want(self, wanted: bool) -> None:
        """The person, or the width of the screen, wants it open."""
        self._wanted = wanted
        self._show()

    def offer(self, offered: bool) -> None:
        """The place shown has a drawer, or not."""
        self._offered = offered
        self._show()

    def show_links(self, note: str) -> None:
        """The keyboard goes to what a note is tied to."""
        if self._drawer is not None and self.isVisible():
            self._drawer.enter_links(note)

    def describe(self, photo: str, field: str) -> None:
        """The keyboard goes to a field of the photo that is selected."""
        if self._drawer is not None and self._drawer.photo is not None and self._drawer.photo.photo == photo:
            self._drawer.photo.take_keyboard(field)

    def _keep(self, chosen: Selection | None) -> None:
        """A drawer that is not built yet will begin here."""
        self._chosen = chosen

    def _show(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))
        shown = self._wanted and self._offered
        if shown and self._drawer is None:
            self._drawer = import_module("labdesk.ui.drawer").Drawer(self._desk, self._look, self)
            self._column.addWidget(self._drawer)
            self._drawer.follow(self._chosen)
        self.setVisible(shown)
