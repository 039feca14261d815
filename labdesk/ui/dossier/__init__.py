"""The place Dossier: texts, budget, tables, control, preview, exports. Rules and pages come from below."""

from labdesk.ui.desk import Desk
from labdesk.ui.place import Place
from labdesk.ui.style import Look


def make(desk: Desk, look: Look) -> Place:
    """The place behind the rail’s door « Dossier »."""
    from labdesk.ui.dossier.dossier_place import DossierPlace

    return DossierPlace(desk, look)
