"""Where versions differ and a human decides: fields written apart, rows kept though somebody removed them."""

import sqlite3

from msgspec import Struct

from labdesk.domain.entities import Value
from labdesk.store.state import RowState, heads_of, state_of
from labdesk.store.undo import Origins


class Version(Struct, frozen=True):
    """One of the values: who wrote it first and when (UTC stamp), and the change to name in `Edit.seen`."""

    value: Value
    author: str
    at: str
    change: str


class Disagreement(Struct, frozen=True):
    """A field with several values nobody chose between, the one shown last. Writing the field settles it."""

    table: str
    row: str
    field: str
    versions: tuple[Version, ...]


# Only fields written more than once, and rows ever removed, can need anybody.
_CANDIDATES = """
SELECT c."table", c."row" FROM change c
    JOIN (SELECT "table" AS t, "row" AS r, field AS f FROM change GROUP BY 1, 2, 3 HAVING count(*) > 1)
    ON c."table" = t AND c."row" = r AND c.field = f
WHERE NOT EXISTS (
    SELECT 1 FROM replaces r CROSS JOIN change n ON n.id = r."change"
    WHERE r.old = c.id AND n.field = c.field AND n."row" = c."row" AND n."table" = c."table")
GROUP BY c."table", c."row", c.field HAVING count(*) > 1
UNION
SELECT "table", "row" FROM change WHERE field = 'living' AND value = 0
"""


def unsettled(connection: sqlite3.Connection) -> list[RowState]:
    """The state of every row that may need a human."""
    places = connection.execute(_CANDIDATES).fetchall()
    return [state_of(connection, table, row, heads_of(connection, table, row)) for table, row in places]


def read(connection: sqlite3.Connection, table: str, row: str, field: str) -> Disagreement:
    """The versions of one field, equal values told once."""
    versions: dict[Value, Version] = {}
    for head in heads_of(connection, table, row):
        if head.field == field:
            author, at = _first_written(connection, head.id)
            versions.pop(head.value, None)
            versions[head.value] = Version(head.value, author, at, head.id)
    return Disagreement(table, row, field, tuple(versions.values()))


def tables_said(connection: sqlite3.Connection) -> dict[str, str]:
    """The table each laptop wrote for, as its notes tell it; one that wrote for several is not there."""
    found: dict[str, set[str]] = {}
    for author, table in connection.execute(
        "SELECT DISTINCT g.author, c.value FROM change c JOIN gesture g ON g.id = c.gesture "
        """WHERE c."table" = 'note' AND c.field = 'author_table' AND c.value <> ''"""
    ):
        found.setdefault(author, set()).add(str(table))
    return {author: tables.pop() for author, tables in found.items() if len(tables) == 1}


def _first_written(connection: sqlite3.Connection, change: str) -> tuple[str, str]:
    """Undo brings back other people’s words: they stay theirs."""
    first = min(Origins(connection).of([change]), default=change)
    found = connection.execute(
        "SELECT g.author, g.at FROM change c JOIN gesture g ON g.id = c.gesture WHERE c.id = ?", (first,)
    ).fetchone()
    return found or ("", "")
