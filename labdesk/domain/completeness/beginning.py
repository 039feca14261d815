"""Whether anything was typed yet: a project with a title and empty canvases is no failing dossier."""

from labdesk.domain.entities import ENTITIES, PROJECT_ID
from labdesk.domain.model import Project

TYPED = {"note": "text", "answer": "value", "section": "text", "phase": "label", "step": "label"}
"""Tables whose rows may stand there empty, and what is typed into them."""
FRAME = frozenset({"canvas_type", "canvas", "lane", "line", "aside"})
NAMED = frozenset({"id", "key", "title", "profile", "profile_toml", "version"})
"""What a project is called says nothing of its dossier."""


def begun(project: Project) -> bool:
    """A canvas or the dossier has content."""
    return any(_typed(project, table) for table in ENTITIES if table not in FRAME)


def _typed(project: Project, table: str) -> bool:
    rows = project.table(table)
    if table == "project":
        row = rows.get(PROJECT_ID)
        told = (name for name in ENTITIES[table].__struct_fields__ if name not in NAMED)
        return row is not None and any(getattr(row, name) for name in told)
    field = TYPED.get(table)
    return any(getattr(row, field) not in (None, "") for row in rows.values()) if field else bool(rows)
