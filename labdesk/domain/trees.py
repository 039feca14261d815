"""What belongs to a canvas: all that goes away with it, is copied with it, or travels with it."""

from collections.abc import Iterator

from labdesk.domain.entities import Row, Vote
from labdesk.domain.model import Project


def trees(project: Project, canvas: str) -> Iterator[tuple[str, str]]:
    """(table, row) of everything that belongs to a canvas, the canvas last."""
    for table in ("vote", "link", "photo", "answer", "note", "line", "lane", "step", "phase"):
        for row in project.table(table).values():
            if _belongs(project, table, row, canvas):
                yield table, row.id
    yield "canvas", canvas


def _belongs(project: Project, table: str, row: Row, canvas: str) -> bool:
    if isinstance(row, Vote):
        note = project.note.get(row.note or "")
        return note is not None and note.canvas == canvas
    return getattr(row, "canvas", None) == canvas
