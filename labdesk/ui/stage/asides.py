"""The small windows over what the presenter looks at: keys, what is projected, what stands side by side.

Asked for with a clicker, they are led by its two buttons too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from labdesk.ui.desk import Desk
from labdesk.ui.panel import Panel
from labdesk.ui.stage.chooser import lens_menu
from labdesk.ui.stage.keymap_panel import KeysPanel
from labdesk.ui.stage.parts_panel import PartsPanel
from labdesk.ui.stage.stage import Stage
from labdesk.ui.stage.two_buttons import TwoButtons
from labdesk.ui.style import Look
from labdesk.words import _


class Asides:
    """`front`: the window the presenter looks at now."""

    def __init__(self, desk: Desk, look: Look, front: Callable[[], QWidget]) -> None:
        self._desk, self._look, self._front = desk, look, front
        self._clicking = False

    @contextmanager
    def led_by_clicker(self) -> Iterator[None]:
        """What opens meanwhile was chosen with the clicker."""
        self._clicking = True
        try:
            yield
        finally:
            self._clicking = False

    def keys(self) -> None:
        """Every key of the projection."""
        self._open(KeysPanel(self._look, self._front()))

    def lens(self, stage: Stage) -> None:
        """What can be projected, as a menu in the middle."""
        front = self._front()
        menu = lens_menu(self._desk, stage.show_lens, lambda canvas: self.parts(stage, canvas), front)
        if self._clicking:
            menu.addSeparator()
            menu.addAction(_("Fermer ce menu"), menu.close)
            TwoButtons(menu)
        # Its actions outlive it by one turn of the loop: the one that was chosen is still running.
        menu.aboutToHide.connect(menu.deleteLater)
        half = QPoint(menu.sizeHint().width() // 2, menu.sizeHint().height() // 2)
        menu.popup(front.mapToGlobal(front.rect().center()) - half)

    def parts(self, stage: Stage, canvas: str) -> None:
        """Steps, lanes and other canvases of a lens, to tick."""
        panel = PartsPanel(self._desk, self._look, canvas, stage.halt.lens, self._front())
        panel.chosen.connect(stage.show_lens)
        self._open(panel)

    def compare(self, stage: Stage) -> None:
        """What stands side by side with the canvas of now is ticked."""
        canvas = stage.halt.lens.canvas
        if canvas in self._desk.project.canvas:
            self.parts(stage, canvas)
        else:
            stage.say(_("Choisissez d’abord une fiche : L."))

    def _open(self, panel: Panel) -> None:
        if self._clicking:
            TwoButtons(panel)
        panel.show()
        panel.activateWindow()
