"""Where a thing of the project stands in the window: the place, and what is shown there. It moves nothing."""

from msgspec import Struct

from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.model import Project, Types
from labdesk.errors import Refusal

DOSSIER_TABLES = (
    "project",
    "section",
    "expense",
    "expense_year",
    "resource",
    "in_kind",
    "indicator",
    "milestone",
    "role",
    "risk",
    "gain",
    "attachment",
    "acronym",
    "kept",
    "follow_up",
    "version",
)


class Selection(Struct, frozen=True):
    """What is selected on a canvas; the drawer follows it."""

    canvas: str
    zone: str | None = None
    step: str | None = None
    table: str | None = None
    row: str | None = None


class Target(Struct, frozen=True):
    """Somewhere the window can go: a place of the rail, and what it must show there."""

    place: str
    canvas: str | None = None
    table: str | None = None
    row: str | None = None
    field: str | None = None
    section: str | None = None


def target_of(
    project: Project, types: Types, table: str, row: str, field: str | None = None
) -> Target | None:
    """The place where this row is shown; None when it stands nowhere (it is gone, or it is never shown)."""
    if table in DOSSIER_TABLES:
        section = row if table == "section" else None
        if table == "kept" and not row.startswith("*/"):  # an acronym is kept everywhere
            section = row.partition("/")[0]
        return Target("dossier", table=table, row=row or PROJECT_ID, field=field, section=section)
    canvas = canvas_of(project, table, row)
    if canvas is None or canvas not in project.canvas:
        return None
    try:
        place = types.of(project, canvas).place
    except Refusal:
        return None
    return Target(place, canvas=canvas, table=table, row=row, field=field)


def canvas_of(project: Project, table: str, row: str) -> str | None:
    """The canvas that holds a row."""
    if table == "canvas":
        return row
    if table == "vote":
        vote = project.vote.get(row)
        return canvas_of(project, "note", vote.note) if vote and vote.note else None
    held = project.table(table).get(row)
    canvas = getattr(held, "canvas", None)
    return canvas if isinstance(canvas, str) else None
