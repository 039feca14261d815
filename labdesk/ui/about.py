"""À propos: what this is, its version, its licence, and where it keeps its own files."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QPushButton, QWidget

from labdesk import places
from labdesk.ui.panel import Panel
from labdesk.ui.style import Look
from labdesk.ui.trouble import version
from labdesk.words import NBSP, _


class About(Panel):
    """A few lines; all can be selected and copied."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("À propos de LabDesk"), parent)
        lines = (
            _("Parcours usager, problèmes et prototypes, de l’atelier au dossier de financement."),
            f"LabDesk{NBSP}{version()} · Qt{NBSP}{qVersion()} · EUPL-1.2",
            _("Polices Source Sans (OFL), icônes Lucide (ISC)."),
            _("Données de ce poste : {folder}").format(folder=places.data()),
            _("Aucun compte, aucun réseau, aucune mesure d’usage."),
        )
        for line in lines:
            self.line(line, "body", wrap=True)
        done = QPushButton(_("Fermer"), self)
        done.clicked.connect(self.close)
        self.column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        done.setFocus()  # who came by keyboard stands somewhere, and hears the lines
        self.setAccessibleDescription("\n".join(lines))
        self.setMinimumWidth(look.px(460))
