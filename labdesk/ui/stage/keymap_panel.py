"""F1 in the projection: every key, what it does, and how two buttons reach the same."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.stage.commands import COMMANDS
from labdesk.ui.style import Look
from labdesk.words import _

HALF = (len(COMMANDS) + 1) // 2


class KeysPanel(Panel):
    """Two columns of keys; Échap or F1 closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Touches de la projection"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(14))
        grid.setVerticalSpacing(look.px(5))
        for at, command in enumerate(COMMANDS):
            column = 2 * (at // HALF)
            keys, words = QLabel(command.printed, self), QLabel(command.words, self)
            role(keys, "strong")
            keys.setAccessibleName(_("{label} : {text}").format(label=command.printed, text=command.words))
            grid.addWidget(keys, at % HALF, column)
            grid.addWidget(words, at % HALF, column + 1)
        self.column.addLayout(grid)
        clicker = _(
            "Télécommande à deux boutons : retour, suite, retour, vite, ouvre la barre ; suite va d’une "
            "commande à l’autre, retour choisit."
        )
        self.line(clicker, "muted", wrap=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)
