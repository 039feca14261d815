"""The history of a project: its rows, what makes them sound, and their union. It computes no state."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from re import fullmatch

from msgspec import Struct

from labdesk.domain.entities import FIELDS, Value
from labdesk.store.hashes import HEX, LAST_STAMP, SHA, STAMP, change_id, gesture_id, moment_of, value_hash
from labdesk.store.state import LIVING, Place

LONGEST_VALUE = 1_000_000
"""Characters; part of format 1: a longer value is not a change, on any laptop."""

LONGEST_ID = 400

NAME = r"[a-z][a-z0-9_]{0,63}"

FOREVER = ""
"""`undoes` of a gesture that made the file: no Ctrl+Z takes it back."""


class GestureRow(Struct, frozen=True):
    """What one Ctrl+Z takes back: who, when, its words, and the gesture it compensates."""

    id: str
    author: str
    at: str
    label: str
    undoes: str | None


class ChangeRow(Struct, frozen=True):
    """One field of one row took a value, in place of the changes `seen`. Erased: no value, no salt."""

    id: str
    gesture: str
    table: str
    row: str
    field: str
    value: Value
    salt: str | None
    value_hash: str
    seen: tuple[str, ...]


class Rows(Struct, frozen=True):
    """A piece of history, as it travels to the writer or from another file."""

    gestures: tuple[GestureRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    erased: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.gestures or self.changes or self.erased)

    def __add__(self, other: "Rows") -> "Rows":
        return Rows(self.gestures + other.gestures, self.changes + other.changes, self.erased | other.erased)


NOTHING = Rows()


class Union(Struct, frozen=True):
    """What a union brought: the rows to compute again, and counts of changes."""

    touched: frozenset[Place]
    added: int
    refused: int
    unknown: int
    """Sound changes of tables or fields this version does not know: kept, passed on, not shown."""


def sound_gesture(row: GestureRow) -> bool:
    """Well formed, and named by its own hash."""
    texts = (row.id, row.author, row.at, row.label)
    if not all(isinstance(text, str) and len(text) <= LONGEST_ID for text in texts):
        return False
    if row.undoes is not None and not (row.undoes == FOREVER or is_id(row.undoes)):
        return False
    return _is_stamp(row.at) and _fits(row.id, lambda: gesture_id(row.author, row.at, row.label, row.undoes))


def sound_change(row: ChangeRow, erased: bool) -> bool:
    """Well formed, its value and its id fit their hashes; says nothing of what it means."""
    if not well_placed(row.table, row.row, row.field):
        return False
    if not all(map(is_id, (row.gesture, row.value_hash, *row.seen))):
        return False
    if row.salt is None:
        fits = erased and row.value is None
    else:
        fits = is_value(row.value) and is_id(row.salt)
        fits = fits and _fits(row.value_hash, lambda: value_hash(row.salt or "", row.value))
    return fits and _fits(
        row.id, lambda: change_id(row.gesture, row.table, row.row, row.field, row.value_hash, row.seen)
    )


def well_placed(table: object, row: object, field: object) -> bool:
    """Names that could be a table, a row and a field of some version."""
    if not isinstance(table, str) or not isinstance(field, str) or not isinstance(row, str):
        return False
    named = fullmatch(NAME, table) is not None and fullmatch(NAME, field) is not None
    return named and 0 < len(row) <= LONGEST_ID


def is_id(text: object) -> bool:
    """32 hexadecimal digits."""
    return isinstance(text, str) and HEX.fullmatch(text) is not None


def _is_stamp(at: str) -> bool:
    if not STAMP.fullmatch(at) or at >= LAST_STAMP:
        return False
    try:
        moment_of(at)
    except ValueError:
        return False
    return True


def is_value(value: object) -> bool:
    """Text, whole number or nothing, within the limits of the format."""
    if isinstance(value, str):
        return len(value) <= LONGEST_VALUE and "\0" not in value
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63)


def _fits(claimed: object, computed: Callable[[], str]) -> bool:
    try:
        return claimed == computed()
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8
        return False


def known(row: ChangeRow) -> bool:
    """This version shows what the change says."""
    return row.field == LIVING or row.field in FIELDS.get(row.table, {})


def unite(connection: sqlite3.Connection, rows: Rows) -> Union:
    """Add what is sound and new; anything twice, in any order, gives the same history. Runs in a transaction.

    The readable tables are then to be refreshed for `touched`.
    """
    touched: set[Place] = set()
    erased = _erase(connection, rows.erased, touched)
    refused = 0
    fresh = []
    for gesture in rows.gestures:
        if not sound_gesture(gesture):
            refused += 1
        elif insert_gesture(connection, gesture):
            fresh.append(gesture.id)
    touched.update(_changed_by(connection, fresh))
    added = unknown = 0
    for change in rows.changes:
        if not sound_change(change, change.id in erased):
            refused += 1
        elif insert_change(connection, _without_value(change) if change.id in erased else change):
            added += 1
            unknown += not known(change)
            touched.add((change.table, change.row))
    return Union(frozenset(touched), added, refused, unknown)


def insert_gesture(connection: sqlite3.Connection, row: GestureRow) -> bool:
    """False when it was there already."""
    values = (row.id, row.author, row.at, row.label, row.undoes)
    return connection.execute("INSERT OR IGNORE INTO gesture VALUES (?, ?, ?, ?, ?)", values).rowcount == 1


def insert_change(connection: sqlite3.Connection, row: ChangeRow) -> bool:
    """False when it was there already."""
    values = (row.id, row.gesture, row.table, row.row, row.field, row.value, row.salt, row.value_hash)
    cursor = connection.execute("INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    if cursor.rowcount != 1:
        return False
    for old in row.seen:
        connection.execute("INSERT OR IGNORE INTO replaces VALUES (?, ?)", (old, row.id))
    return True


def _without_value(row: ChangeRow) -> ChangeRow:
    return ChangeRow(row.id, row.gesture, row.table, row.row, row.field, None, None, row.value_hash, row.seen)


def _erase(connection: sqlite3.Connection, more: frozenset[str], touched: set[Place]) -> set[str]:
    """Let the set of erased ids grow; values, salts and pictures go. All ids erased so far."""
    before = {found for (found,) in connection.execute("SELECT id FROM erased")}
    for name in more - before:
        if not isinstance(name, str) or not (HEX.fullmatch(name) or SHA.fullmatch(name)):
            continue
        before.add(name)
        connection.execute("INSERT INTO erased VALUES (?)", (name,))
        connection.execute("DELETE FROM picture WHERE sha = ?", (name,))
        found = connection.execute('SELECT "table", "row" FROM change WHERE id = ?', (name,)).fetchone()
        if found is not None:
            connection.execute("UPDATE change SET value = NULL, salt = NULL WHERE id = ?", (name,))
            touched.add(found)
    return before


def _changed_by(connection: sqlite3.Connection, gestures: list[str]) -> list[Place]:
    """Rows that waited for these gestures: a salvaged change may come before the gesture that dates it."""
    if not gestures:
        return []
    # All at once: a working copy has no index of them and looks through its changes, once.
    asked = 'SELECT DISTINCT "table", "row" FROM change WHERE gesture IN (SELECT value FROM json_each(?))'
    return connection.execute(asked, (json.dumps(gestures),)).fetchall()


def read_rows(connection: sqlite3.Connection, beyond: sqlite3.Connection | None = None) -> Rows:
    """The whole history of a file, or only what `beyond` does not hold yet."""
    held = _names(beyond, "change") if beyond else set()
    gestures_held = _names(beyond, "gesture") if beyond else set()
    seen: dict[str, list[str]] = {}
    for old, change in connection.execute('SELECT old, "change" FROM replaces'):
        seen.setdefault(change, []).append(old)
    changes = tuple(
        ChangeRow(name, gesture, table, row, field, value, salt, hashed, tuple(sorted(seen.get(name, ()))))
        for name, gesture, table, row, field, value, salt, hashed in connection.execute(
            "SELECT * FROM change"
        )
        if name not in held
    )
    gestures = tuple(
        GestureRow(*line)
        for line in connection.execute("SELECT * FROM gesture")
        if line[0] not in gestures_held
    )
    return Rows(gestures, changes, frozenset(_names(connection, "erased")))


def _names(connection: sqlite3.Connection, table: str) -> set[str]:
    return {name for (name,) in connection.execute(f'SELECT id FROM "{table}"')}


def latest(connection: sqlite3.Connection) -> str:
    """The greatest moment of the history: the next gesture comes after it."""
    (at,) = connection.execute("SELECT coalesce(max(at), '') FROM gesture").fetchone()
    return str(at)


def places_of(changes: Iterable[ChangeRow]) -> frozenset[Place]:
    """The rows that these changes touch."""
    return frozenset((change.table, change.row) for change in changes)
