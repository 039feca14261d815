"""A stored value as people read it, and what any stored thing is called. It changes nothing."""

from labdesk import words
from labdesk.domain.canvas_type import CanvasType, Catalogue, Column, Zone, option_label
from labdesk.domain.entities import Value
from labdesk.domain.model import Project, Types, filled, title
from labdesk.errors import Refusal
from labdesk.words import _

_IN_FILE = Types(Catalogue({}))
"""The types of a project's own canvases: each file carries a copy of them."""


def as_read(project: Project, kind: CanvasType, zone: Zone | Column, value: Value) -> str:
    """A single value of a zone or of a column of a table; empty when nothing was answered."""
    if value is None or value == "":
        return ""
    match zone.kind:
        case "money":
            return words.euros(value) if isinstance(value, int) else str(value)
        case "date" | "dates":
            return words.day(str(value))
        case "number" if not isinstance(value, int) or abs(value) > 9_999:
            return words.decimal(value)  # small whole numbers read the same in every language
        case "choice" | "score" | "grid_score":
            return option_label(kind.options(zone.vocabulary), value)
        case "check" | "grid_check":
            return _("Oui") if value else _("Non")
        case "ref":
            return name_of(project, str(value))
        case _:
            return str(value)


def type_in_file(project: Project, canvas: str) -> CanvasType | None:
    """The type of a canvas as the file carries it; None when it carries none."""
    try:
        return _IN_FILE.of(project, canvas)
    except Refusal:
        return None


def name_of(project: Project, row: str) -> str:
    """What a canvas, a note, a step or a phase is called; an unknown row by its id."""
    if row in project.canvas:
        kind = type_in_file(project, row)
        return title(project, kind, row) if kind else project.canvas[row].key or row
    if (expense := project.expense.get(row)) is not None:
        return expense.label or _("Dépense sans nom")
    if (note := project.note.get(row)) is not None:
        return note.text or _("Note vide")
    named = project.step.get(row) or project.phase.get(row) or project.lane.get(row)
    return (named.label if named else None) or row


def in_test(project: Project, kind: CanvasType, canvas: str) -> bool:
    """A test began: something stands in a zone that only a test fills; « pas encore testée » is nothing."""
    zones = (zone for zone in kind.zones if zone.shown == "test_started")
    return any(filled(project, canvas, z) and project.value(canvas, z.id) != "pending" for z in zones)
