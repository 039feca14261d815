"""The copy of a project for one table: the mark in its file, and what of the project stays behind."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from labdesk.domain.entities import SHORT
from labdesk.errors import Refusal
from labdesk.store.connection import connect, transaction
from labdesk.store.drafts import Draft
from labdesk.store.gate import admit
from labdesk.store.history import ChangeRow, Rows
from labdesk.store.parcel import Parcel
from labdesk.store.state import LIVING

NAME = "table"
"""The row of `meta` that makes a file the copy of a table. It belongs to this one file and never merges."""

BEHIND = frozenset(
    (
        *("section", "expense", "expense_year", "resource", "in_kind", "indicator", "milestone"),
        *("role", "risk", "gain", "attachment", "aside", "acronym", "kept"),
        *("follow_up", "version", "version_part"),
    )
)
HEAD = frozenset((LIVING, "key", "title"))
"""Of the project’s own row, what a table reads."""


class Seat(Struct, frozen=True):
    """The table a copy was made for. Moments in ISO; `by`: the laptop that opened it first.

    `name` is empty until the table said it. `begins`: when the day begins, local time.
    """

    name: str = ""
    prepared: str = ""
    begins: str = ""
    opened: str = ""
    by: str = ""

    def starts(self) -> datetime | None:
        """When the day begins; None when nobody said it."""
        try:
            begins = datetime.fromisoformat(self.begins) if self.begins else None
            return begins.astimezone().replace(tzinfo=None) if begins and begins.tzinfo else begins
        except (ValueError, OverflowError):
            return None


def stays_behind(table: str, field: str) -> bool:
    """The dossier and the facilitator’s notes are not carried to the tables.

    They are left out of the history, not erased in it: at the union they are still there.
    """
    if table == "project":
        return field not in HEAD
    return table in BEHIND or (table, field) == ("note", "facilitator_note")


def for_table(everything: Parcel) -> Parcel:
    """What of a project travels to a table, its pictures aside."""
    kept = tuple(row for row in everything.rows.changes if not stays_behind(row.table, row.field))
    made = _gestures(everything.rows.changes)
    lasting = _gestures(kept)
    gestures = tuple(
        row for row in everything.rows.gestures if row.id in lasting or row.id not in made
    )  # the words of a gesture that left nothing here would tell what was left behind
    rows = Rows(gestures, kept, everything.rows.erased)
    return Parcel(rows, everything.pictures, tuple(_drafts(everything.drafts)), everything.over)


def _gestures(changes: Iterable[ChangeRow]) -> set[str]:
    return {row.gesture for row in changes}


def _drafts(drafts: Iterable[Draft]) -> Iterator[Draft]:
    return (draft for draft in drafts if not stays_behind(draft.table, draft.field))


# -- the mark of one file -----------------------------------------------------------------------------------
def read_seat(connection: sqlite3.Connection) -> Seat | None:
    """The seat of an open file; None when it is no table’s copy. Whatever it holds, it is only words."""
    try:
        found = connection.execute("SELECT value FROM meta WHERE name = ?", (NAME,)).fetchone()
    except sqlite3.Error:
        return None
    return seat_told(found[0]) if found else None


def seat_told(value: object) -> Seat | None:
    """The seat that a value of `meta` tells; None when it tells none."""
    try:
        told = json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    said_ = (told.get(part) for part in ("name", "prepared", "begins", "opened", "by"))
    return Seat(*(" ".join(one.split())[:SHORT] if isinstance(one, str) else "" for one in said_))


def write_seat(connection: sqlite3.Connection, seat: Seat) -> None:
    """This file is the copy of that table from now on."""
    told = json.dumps(to_builtins(seat), ensure_ascii=False)
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (NAME, told))


def seat_of(path: Path) -> Seat | None:
    """The seat of a file nobody opened yet; None when it has none, or cannot be read."""
    try:
        admit(path)
        with closing(connect(path, "ro")) as connection:
            return read_seat(connection)
    except (Refusal, sqlite3.Error, OSError):
        return None


def sit(path: Path, name: str) -> None:
    """The table said its name: the copy keeps it, so that everyone who opens it knows.

    On a key that cannot be written only this laptop remembers.
    """
    seat = seat_of(path)
    if seat is not None and seat.name != name:
        with suppress(sqlite3.Error), closing(connect(path, "rw")) as connection:
            write_seat(connection, replace(seat, name=name[:SHORT]))
