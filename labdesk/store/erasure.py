"""Erasing what a person asks to be forgotten: values and photos go everywhere, the history stays whole."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.store import backups, drafts
from labdesk.store.connection import connect, transaction
from labdesk.store.gate import admit, examine
from labdesk.store.history import Rows, unite
from labdesk.store.state import LIVING, Place, refresh

TOLD = 8
"""Letters from which a text can be told from any other: a shorter one stands everywhere."""


def erasure(
    connection: sqlite3.Connection, places: Iterable[Place], pictures: Iterable[str], field: str | None = None
) -> Rows:
    """The ids to erase: every value these rows ever had (in one field), and these photos."""
    erased = set(pictures)
    for table, row in places:
        found = connection.execute(
            'SELECT id FROM change WHERE "table" = ? AND "row" = ?'
            " AND field <> ? AND field = coalesce(?, field)",
            (table, row, LIVING, field),
        )
        erased.update(name for (name,) in found)
    return Rows(erased=frozenset(erased))


def quoting(
    connection: sqlite3.Connection, places: Iterable[Place], field: str | None = None
) -> frozenset[Place]:
    """The parts of former versions in which something these rows ever said stands: they are to go too."""
    said: set[str] = set()
    for table, row in places:
        found = connection.execute(
            'SELECT value FROM change WHERE "table" = ? AND "row" = ? AND field = coalesce(?, field)',
            (table, row, field),
        )
        lines = (line for (value,) in found if isinstance(value, str) for line in value.splitlines())
        said.update(bare for line in lines if len(bare := _bare(line)) >= TOLD)
    if not said:
        return frozenset()
    parts = connection.execute(
        """SELECT DISTINCT "row", value FROM change WHERE "table" = 'version_part' AND field = 'json'"""
    )
    told = ((row, _bare(value)) for row, value in parts if isinstance(value, str))
    return frozenset(("version_part", row) for row, text in told if any(line in text for line in said))


def _bare(text: str) -> str:
    """The letters and figures alone: a version was typeset, and its quotes are escaped."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def drafts_on(connection: sqlite3.Connection, places: Iterable[Place]) -> tuple[tuple[drafts.Key, str], ...]:
    """Text that was being typed on these rows."""
    wanted = set(places)
    found = drafts.kept(connection)
    return tuple((draft.key, draft.author) for draft in found if (draft.table, draft.row) in wanted)


def rewrite(copies: Iterable[Path], rows: Rows) -> tuple[str, ...]:
    """The backups and mirrors forget too; the names of those that could not be rewritten."""
    backups.forget_pictures({name for name in rows.erased if len(name) == 64})
    failed = []
    for backup in copies:
        try:
            admit(backup)
            with closing(connect(backup, "rw")) as connection:
                examine(connection, backup)
                with transaction(connection):
                    refresh(connection, unite(connection, rows).touched)
                connection.execute("VACUUM")
        except (sqlite3.Error, Refusal):
            failed.append(backup.name)
    return tuple(failed)
