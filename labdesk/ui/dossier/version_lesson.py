"""What stands on the page Versions before the first export: what a version is, and the way to make one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from labdesk.ui.dossier.deed_button import deed_button
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class VersionLesson(QFrame):
    """It teaches; the page connects its button."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "card")
        title = QLabel(_("Aucune version pour l’instant"))
        said = QLabel(
            _(
                "Chaque export du dossier, de la note ou du compte rendu en garde une : sa date, l’empreinte "
                "du fichier, et ce que le dossier disait ce jour-là. Vous pourrez la nommer (« envoyée au "
                "SGAR »), la reconnaître, et voir ce qui a changé depuis : sections, montants, contrôle."
            )
        )
        role(title, "h2")
        role(said, "muted")
        said.setWordWrap(True)
        self.export = deed_button(look, _("Exporter le dossier…"), "file-down")
        self._box = QVBoxLayout(self)
        self._box.addWidget(title)
        self._box.addWidget(said)
        self._box.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)

    def relook(self) -> None:
        """The theme or the text size changed."""
        side = self._look.space("l")
        self._box.setContentsMargins(side, side, side, side)
        self._box.setSpacing(self._look.space("m"))
        self.export.setMinimumHeight(self._look.px(32))
