"""Canvases of another project, brought in as new ones under new ids, the same ids each time."""

from collections.abc import Iterable

from labdesk.domain.entities import FIELDS, Row, Value
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.domain.model import Project
from labdesk.domain.order import between
from labdesk.domain.trees import trees
from labdesk.store.hashes import canonical, digest
from labdesk.store.state import Place

POINTERS = {"source", "target", "owner", "zone", "value", "line", "step", "phase", "canvas", "note"}
"""Fields that may hold the id of another row; any other text stays as it was typed."""


def adoption(label: str, other: Project, origin: str, into: Project, known: Iterable[Place]) -> Gesture:
    """The gesture that brings in the canvases of `other`; rows ever known here stay as they are."""
    rows = [place for canvas in other.canvases() for place in trees(other, canvas.id)]
    names = {row: digest(canonical([origin, row]))[:16] for _table, row in rows if "/" not in row}
    there = set(known)
    keys = {canvas.key for canvas in into.canvas.values()}
    place = max((canvas.place or "" for canvas in into.canvas.values()), default="") or None
    edits: list[Edit] = []
    for copy in other.canvas_type.values():
        edits += _born("canvas_type", copy.id, copy, {}, there)
    for table, row in sorted(rows, key=lambda found: _rank(other, *found)):
        content = other.table(table)[row]
        more: dict[str, Value] = {}
        if table == "canvas":
            place = between(place, None, into.mark)
            more = {"place": place}
            if getattr(content, "key", None) in keys:
                more["key"] = None
        edits += _born(table, _renamed(row, names), content, names, there, more)
    return Gesture(label, tuple(edits))


def _rank(project: Project, table: str, row: str) -> tuple[bool, str, str, str]:
    """Canvases first, in their order."""
    return table != "canvas", getattr(project.table(table)[row], "place", None) or "", table, row


def _born(
    table: str,
    row: str,
    content: Row,
    names: dict[str, str],
    there: set[Place],
    more: dict[str, Value] | None = None,
) -> tuple[Edit, ...]:
    if (table, row) in there:
        return ()
    values: dict[str, Value] = {}
    for field in FIELDS[table]:
        value = getattr(content, field)
        pointing = field in POINTERS and isinstance(value, str)
        values[field] = _renamed(value, names) if pointing else value
    return born(table, row, **{**values, **(more or {})})


def _renamed(name: str, names: dict[str, str]) -> str:
    """An id, or several joined with `/`, under the new names."""
    return "/".join(names.get(part, part) for part in name.split("/"))
