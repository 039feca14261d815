"""The indexes of a snapshot: rows grouped by where they stand, kept from one snapshot to the next."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar, cast

from labdesk.domain.entities import Note, Row

K = TypeVar("K")
V = TypeVar("V")
CellKey = tuple[str, str, str | None]
"""Canvas, zone, step."""


class Snapshot(Protocol):
    """What indexes read of a project; it stands above them, so they do not know it by name."""

    @property
    def note(self) -> Mapping[str, Note]: ...
    def table(self, name: str) -> Mapping[str, Row]:
        """The living rows of a table."""


def by_place(row: Row) -> tuple[str, str]:
    """The order people gave, ties by id."""
    return getattr(row, "place", None) or "", row.id


class Held:
    """Rows of each table by canvas, in order; each table is grouped the first time it is asked for."""

    def __init__(self, project: Snapshot, known: Mapping[str, dict[str, list[Row]]] | None = None) -> None:
        self._project = project
        self._tables = dict(known or {})

    def after(self, project: Snapshot, touched: Iterable[str]) -> "Held":
        """The same for the next snapshot: tables that were not touched stay grouped."""
        gone = set(touched)
        return Held(project, {name: rows for name, rows in self._tables.items() if name not in gone})

    def __getitem__(self, table: str) -> dict[str, list[Row]]:
        if table not in self._tables:
            ordered = sorted(self._project.table(table).values(), key=by_place)
            self._tables[table] = grouped(ordered, lambda row: getattr(row, "canvas", "") or "")
        return self._tables[table]


_BUILT_FROM = {
    "_steps": {"phase", "step"},
    "_cells": {"note"},
    "_links": {"link"},
    "_choices": {"answer"},
    "_dots": {"vote"},
}
"""The tables each index of a snapshot is built from."""
_FEW = 100
"""Notes touched at once up to which the cells are mended instead of grouped again."""


def still_known(
    before: Snapshot, after: Snapshot, touched: Mapping[str, Mapping[str, Row | None]]
) -> dict[str, object]:
    """The indexes of a snapshot that hold for the next one: an edit must not cost what the project weighs."""
    built = before.__dict__
    known = {
        name: built[name]
        for name, tables in _BUILT_FROM.items()
        if name in built and not tables & touched.keys()
    }
    if "_by_canvas" in built:
        known["_by_canvas"] = built["_by_canvas"].after(after, touched)
    notes = cast(Mapping[str, Note | None], touched.get("note", {}))
    if "_cells" in built and 0 < len(notes) <= _FEW:
        known["_cells"] = _mended(built["_cells"], before.note, notes)
    return known


def cell_of(note: Note) -> CellKey:
    """Where a note stands."""
    return note.canvas or "", note.zone or "", note.step


def _mended(
    cells: Mapping[CellKey, list[Note]],
    before: Mapping[str, Note],
    touched: Mapping[str, Note | None],
) -> dict[CellKey, list[Note]]:
    """The cells with these notes as they are now; the lists of other cells are shared."""
    mended = dict(cells)
    gone = {row: before[row] for row in touched if row in before}
    for cell in {cell_of(note) for note in gone.values()}:
        mended[cell] = [note for note in mended[cell] if note.id not in gone]
    for note in touched.values():
        if note is not None:
            mended[cell_of(note)] = [*mended.get(cell_of(note), ()), note]
    return mended


def grouped(rows: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    """The rows under each key, in their order."""
    groups: dict[K, list[V]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups
