"""F1 in the projection: every key, what it does, and how two buttons reach the same."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from labdesk.ui.keymap import Lines
from labdesk.ui.panel import Panel
from labdesk.ui.stage.commands import COMMANDS
from labdesk.ui.style import Look
from labdesk.words import _


class KeysPanel(Panel):
    """A table that can be read line by line and scrolls; Échap or F1 closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Touches de la projection"), parent)
        lines = [(command.printed, command.words) for command in COMMANDS]
        self.table = Lines(look, [("", lines)], self)
        self.column.addWidget(self.table, 1)
        clicker = _(
            "Télécommande à deux boutons : retour, suite, retour, vite, ouvre la barre ; suite va d’une "
            "commande à l’autre, retour choisit."
        )
        self.line(clicker, "muted", wrap=True)
        self.take(640, 660)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)
