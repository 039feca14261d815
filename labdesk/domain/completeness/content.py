"""Whether a section of the dossier has content, and whether it is typed there or drawn from the canvases."""

from typing import Literal

from labdesk.domain.completeness.rule import Case, empty
from labdesk.domain.consent import may_leave
from labdesk.domain.funding import Section

Source = Literal["typed", "drawn", ""]
"""Typed in the dossier, drawn from the canvases (edit at the source), or nothing yet."""

TABLE_OF = {
    "impacts": "indicator",
    "governance": "role",
    "schedule": "milestone",
    "budget": "expense",
    "financing": "resource",
    "gains": "gain",
    "risks": "risk",
}
"""The table a section shows."""
CANVASES = ("workshop", "persona", "journey", "problem", "prototype")
COVER = ("cover_title", "holder", "fund", "requested", "date", "contact", "siret")


def source_of(case: Case, name: str) -> Source:
    """Where the content of a section of the profile comes from; typed words win over what is drawn."""
    section = case.profile.section(name)
    if section is None:
        return ""
    if name == "photos":
        return "drawn" if any(map(may_leave, case.project.photo.values())) else ""
    if name == "decisions":
        return "drawn" if any(note.zone == "decisions" for note in case.project.note.values()) else ""
    if _typed(case, section):
        return "typed"
    return "drawn" if _drawn(case, section) else ""


def _typed(case: Case, section: Section) -> bool:
    if (table := TABLE_OF.get(section.id)) and "table" in section.source:
        return bool(case.project.table(table))
    if section.id == "cover":
        return any(getattr(case.project.head, field) for field in COVER)
    return not empty(case.project.text(section.id))


def _drawn(case: Case, section: Section) -> bool:
    if section.id == "annexes":
        return bool(case.project.attachment or case.written)
    return any(kind in section.source and case.canvases(kind) for kind in CANVASES)
