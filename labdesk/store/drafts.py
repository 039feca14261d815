"""Text being typed, kept each second; found again at opening it becomes a change, always the same one."""

import json
import sqlite3
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from labdesk.store.entry import clean_id, clean_text
from labdesk.store.hashes import digest, gesture_id, new_salt
from labdesk.store.history import GestureRow, Rows, is_id, is_value, sound_gesture, well_placed
from labdesk.store.recording import Recording
from labdesk.store.state import LIVING, heads_of

Key = tuple[str, str, str]
"""(table, row, field)."""


class Draft(Struct, frozen=True):
    """A field as it stands in an editor, with all that makes the change it will become."""

    table: str
    row: str
    field: str
    author: str
    at: str
    label: str
    value: str
    salt: str
    gesture: str
    seen: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What the draft is about."""
        return self.table, self.row, self.field

    def typed(self, text: str) -> "Draft":
        """The same burst of typing, a second later."""
        return replace(self, value=clean_text(text))


def begin(key: Key, author: str, at: str, label: str, text: str, seen: Iterable[str]) -> Draft:
    """The first second of a burst of typing. No limit here: nothing typed is lost."""
    table, row, field = key
    gesture = gesture_id(author, at, label, None)
    return Draft(
        table,
        clean_id(row),
        field,
        author,
        at,
        label,
        clean_text(text),
        new_salt(),
        gesture,
        tuple(sorted(set(seen))),
    )


def keep(connection: sqlite3.Connection, draft: Draft) -> None:
    """Write the draft down, in place of what it said a second ago."""
    values = (*draft.key, draft.author, draft.at, draft.label, draft.value, draft.salt, draft.gesture)
    connection.execute(
        "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, json.dumps(draft.seen)),
    )


def forget(connection: sqlite3.Connection, key: Key, author: str) -> None:
    """The burst ended: its text is a change now, or was given up."""
    connection.execute(
        'DELETE FROM draft WHERE "table" = ? AND "row" = ? AND field = ? AND author = ?', (*key, author)
    )


def kept(connection: sqlite3.Connection) -> list[Draft]:
    """The drafts of a file, in a settled order. One that is not well formed is left where it is."""
    order = connection.execute('SELECT rowid FROM draft ORDER BY at, "table", "row", field, author')
    found = (_line(connection, number) for (number,) in order.fetchall())
    return [draft for line in found if (draft := drafted(line)) is not None]


def _line(connection: sqlite3.Connection, number: int) -> tuple[object, ...]:
    try:
        return tuple(connection.execute("SELECT * FROM draft WHERE rowid = ?", (number,)).fetchone())
    except sqlite3.OperationalError as trouble:
        if hasattr(trouble, "sqlite_errorname"):
            raise
        return (None,) * 10  # no SQLite error: a text that is no UTF-8, which must not lock out all the rest


def drafted(line: tuple[object, ...]) -> Draft | None:
    """A line of the table `draft`, or None when it is not well formed: its gesture must fit its own hash."""
    *texts, value, salt, gesture, seen = line
    if not all(isinstance(text, str) for text in (*texts, salt, gesture, seen)):
        return None
    table, row, field, author, at, label = map(str, texts)
    made = GestureRow(str(gesture), author, at, label, None)
    if not (sound_gesture(made) and well_placed(table, row, field) and is_id(salt) and is_value(value)):
        return None
    text = clean_text(str(value or ""))
    return Draft(table, row, field, author, at, label, text, str(salt), made.id, _ids(str(seen)))


def _ids(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(sorted({name for name in found if is_id(name)})) if isinstance(found, list) else ()


def promote(connection: sqlite3.Connection, drafts: Iterable[Draft]) -> Rows:
    """Drafts become changes. Runs in a transaction; the rows are then to be refreshed."""
    rows = Rows()
    for draft in drafts:
        recording = Recording(connection, draft.author, draft.at, draft.label)
        heads = heads_of(connection, draft.table, draft.row)
        standing = [head.value for head in heads if head.field == draft.field]
        if standing != [draft.value]:
            if not heads:
                recording.write(draft.table, draft.row, LIVING, 1, (), digest(draft.salt.encode()))
            recording.write(*draft.key, draft.value, draft.seen, draft.salt)
        if recording.changes:
            rows += recording.rows
        else:
            recording.withdraw()
        forget(connection, draft.key, draft.author)
    return rows
