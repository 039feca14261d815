"""The pages of the dossier by name: their order, their titles and keys, and which one a target stands on."""

from labdesk.ui.desk import Target
from labdesk.ui.dossier.columns import SMALL_TABLES
from labdesk.ui.press.orders import What
from labdesk.words import _

CORRECTIONS = "corrections"
"""The page of a document that comes back; its tab is there once one did."""
PAGES = (
    *("texts", "budget", "tables", "control", "preview", "note", "report", "export", "form"),
    *("versions", "follow_up", CORRECTIONS),
)
PROOFS: dict[str, What] = {"preview": "dossier", "note": "note", "report": "report"}
"""Pages that show a document as it is printed."""
KEYS = {"versions": "Shift+F8", "follow_up": "Ctrl+F8"}
"""Pages whose keys are no digit: those that come once the dossier has left."""
MONEY = ("expense", "expense_year", "resource", "in_kind")
"""Tables of the page Budget."""


def titles() -> dict[str, tuple[str, str]]:
    """The page → its title, its drawing."""
    return {
        "texts": (_("Textes"), "file-text"),
        "budget": (_("Budget"), "euro"),
        "tables": (_("Tableaux"), "table"),
        "control": (_("Contrôle"), "list-checks"),
        "preview": (_("Aperçu"), "eye"),
        "note": (_("Note"), "file-check"),
        "report": (_("Compte rendu"), "clipboard-list"),
        "export": (_("Exporter"), "file-down"),
        "form": (_("Démarche"), "clipboard-paste"),
        "versions": (_("Versions"), "history"),
        "follow_up": (_("Suivi"), "milestone"),
        CORRECTIONS: (_("Corrections"), "file-up"),
    }


def page_of(target: Target) -> str:
    """The page on which a target stands."""
    if target.table in ("follow_up", "version"):
        return "follow_up" if target.table == "follow_up" else "versions"
    if target.table == "indicator" and target.field in ("reached", "reached_on"):
        return "follow_up"
    if target.table in MONEY or (target.table, target.field) == ("project", "vat"):
        return "budget"
    return "tables" if target.table in SMALL_TABLES else "texts"
