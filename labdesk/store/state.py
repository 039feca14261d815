"""The state of a row, computed from the history. Edits, merge, undo and rebuild all come through here."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from sys import intern
from typing import TypeAlias

from msgspec import Struct

from labdesk.domain.entities import ENTITIES, FIELDS, SHORT, Row, Value

LIVING = "living"
"""The field every row has beside its own: 1 at birth, 0 when it is removed, 1 when it is brought back."""

Place = tuple[str, str]
"""(table, row)."""

Tables: TypeAlias = dict[str, dict[str, Row | None]]
"""Rows by table and id; None: gone, or unknown here."""


class Head(Struct, frozen=True):
    """A change of a field that no later change of the same field replaces."""

    id: str
    field: str
    value: Value
    at: str
    gesture: str


class RowState(Struct, frozen=True):
    """What the history says of a row: its content (None: not living, or unknown here), what needs a human.

    `split`: fields whose versions differ. `kept`: removed by somebody who did not know of an edit elsewhere.
    """

    table: str
    row: str
    content: Row | None
    split: tuple[str, ...]
    kept: bool


# Rising order: of the heads of a field, the last is the one shown, so a move wins or loses whole.
_SELECT = """
SELECT c.id, c.field, c.value, coalesce(g.at, '') AS moment, c.gesture, c."table", c."row"
FROM change c LEFT JOIN gesture g ON g.id = c.gesture
WHERE {where} NOT EXISTS (
    SELECT 1 FROM replaces r CROSS JOIN change n ON n.id = r."change"
    WHERE r.old = c.id AND n.field = c.field AND n."row" = c."row" AND n."table" = c."table")
"""
_ONE = _SELECT.format(where='c."table" = ? AND c."row" = ? AND') + "ORDER BY moment, c.gesture, c.id"
_ALL = _SELECT.format(where="") + 'ORDER BY c."table", c."row", moment, c.gesture, c.id'


def heads_of(connection: sqlite3.Connection, table: str, row: str) -> list[Head]:
    """The heads of all fields of a row, known here or not, in rising order."""
    return [Head(*found[:5]) for found in connection.execute(_ONE, (table, row))]


def replaced_by(connection: sqlite3.Connection, changes: Iterable[str]) -> set[str]:
    """The ids these changes replace."""
    olds: set[str] = set()
    for change in changes:
        olds.update(
            o for (o,) in connection.execute('SELECT old FROM replaces WHERE "change" = ?', (change,))
        )
    return olds


def removals(heads: Iterable[Head]) -> list[str]:
    """The removals that stand."""
    return [head.id for head in heads if head.field == LIVING and head.value == 0]


def hidden(connection: sqlite3.Connection, heads: list[Head]) -> bool:
    """A row is hidden when every head of it was seen by a removal: an edit made elsewhere brings it back."""
    gone = removals(heads)
    if not gone:
        return not heads
    covered = replaced_by(connection, gone)
    return all(head.id in covered or head.id in gone for head in heads)


def state_of(connection: sqlite3.Connection, table: str, row: str, heads: list[Head]) -> RowState:
    """The one computation of the state of a row."""
    if table not in ENTITIES or hidden(connection, heads):
        return RowState(table, row, None, (), False)
    shown: dict[str, Value] = {}
    versions: dict[str, set[Value]] = {}
    for head in heads:
        shown[head.field] = head.value
        versions.setdefault(head.field, set()).add(head.value)
    fields = FIELDS[table]
    values = {name: _fitting(field.sql, shown.get(name)) for name, field in fields.items()}
    content = ENTITIES[table](id=row, **_shared(table, values))
    split = tuple(
        name
        for name, found in versions.items()
        if len(found) > 1 and name in fields and fields[name].merge == "ask"
    )
    return RowState(table, row, content, split, bool(removals(heads)))


def _fitting(sql: str, value: Value) -> Value:
    """A value of the wrong kind stays in the history; the table shows none."""
    if sql == "ANY" or isinstance(value, str if sql == "TEXT" else int):
        return value
    return None


def states_of(connection: sqlite3.Connection, places: Iterable[Place]) -> list[RowState]:
    """These rows, computed again."""
    return [state_of(connection, *place, heads_of(connection, *place)) for place in places]


def refresh(connection: sqlite3.Connection, places: Iterable[Place]) -> list[RowState]:
    """Compute these rows again and write them into the readable tables."""
    states = states_of(connection, places)
    for state in states:
        _write(connection, state)
    return states


def _write(connection: sqlite3.Connection, state: RowState) -> None:
    if state.table not in ENTITIES:
        return
    if state.content is None:
        connection.execute(f'DELETE FROM "{state.table}" WHERE id = ?', (state.row,))
    else:
        values = [getattr(state.content, name) for name in _columns(state.table)]
        connection.execute(_insertion(state.table), values)


@cache
def _columns(table: str) -> tuple[str, ...]:
    return ("id", *FIELDS[table])


@cache
def _insertion(table: str) -> str:
    columns = ", ".join(f'"{name}"' for name in _columns(table))
    holes = ", ".join("?" for _ in _columns(table))
    return f'INSERT OR REPLACE INTO "{table}" ({columns}) VALUES ({holes})'


def from_history(connection: sqlite3.Connection) -> Iterator[RowState]:
    """The state of every row that ever was, straight from the history."""
    found = connection.execute(_ALL).fetchall()
    for (table, row), group in groupby(found, key=lambda line: (line[5], line[6])):
        yield state_of(connection, table, row, [Head(*line[:5]) for line in group])


def tabled(states: Iterable[RowState]) -> Tables:
    """The contents of rows, by table; what this version does not know is left out."""
    found: Tables = {}
    for state in states:
        if state.table in ENTITIES:
            found.setdefault(state.table, {})[state.row] = state.content
    return found


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty the readable tables and fill them from the history."""
    for table in ENTITIES:
        connection.execute(f'DELETE FROM "{table}"')
    for state in from_history(connection):
        if state.content is not None:
            _write(connection, state)


def stored(
    connection: sqlite3.Connection,
    tables: Mapping[str, tuple[str, ...]] | None = None,
    schema: str = "main",
) -> Tables:
    """The living rows as the readable tables tell them; `tables`: the only tables and columns to read."""
    found: Tables = {}
    for table, entity in ENTITIES.items():
        columns = _columns(table) if tables is None else tables.get(table, ())
        if not columns:
            continue
        listed = ", ".join(f'"{name}"' for name in columns)
        rows = connection.execute(f'SELECT {listed} FROM {schema}."{table}"')
        found[table] = {
            line[0]: entity(id=line[0], **_shared(table, dict(zip(columns[1:], line[1:], strict=True))))
            for line in rows
        }
    return found


def _shared(table: str, values: dict[str, Value]) -> dict[str, Value]:
    """The same, its repeated texts in memory once: 2,000 notes name one canvas and a few steps."""
    for name in _repeated(table):
        value = values.get(name)
        if type(value) is str:
            values[name] = intern(value)
    return values


@cache
def _repeated(table: str) -> tuple[str, ...]:
    """The fields that say the same in many rows: what a row belongs to, what it is."""
    return tuple(
        name
        for name, field in FIELDS[table].items()
        if field.merge == "latest" and field.sql == "TEXT" and field.limit == SHORT and name != "place"
    )
