"""The tables of a project as people call them."""

from labdesk.words import _


def table_words() -> dict[str, str]:
    """The table → the name it has on screen; texts and canvases have names of their own."""
    return {
        "project": _("Page de garde"),
        "expense": _("Dépenses"),
        "expense_year": _("Dépenses"),
        "resource": _("Plan de financement"),
        "in_kind": _("Apports en nature"),
        "indicator": _("Indicateurs"),
        "milestone": _("Calendrier"),
        "role": _("Gouvernance"),
        "risk": _("Risques"),
        "gain": _("Gains"),
        "attachment": _("Pièces jointes"),
        "acronym": _("Sigles"),
        "kept": _("Langage clair"),
        "follow_up": _("Suivi"),
        "version": _("Versions"),
    }
