"""Copies of a project's tables from one SQLite database into another, whole, without the pictures."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from labdesk.store import schema
from labdesk.store.connection import CACHE, address, in_memory, transaction
from labdesk.store.state import Tables, from_history, rebuild, stored, tabled

MERGED = ("gesture", "change", "replaces", "erased", "draft")


def into_memory(
    source: sqlite3.Connection, path: Path | None, origin: str, current: bool
) -> tuple[sqlite3.Connection, Tables]:
    """What merges, in memory, and the rows it makes. `path`: where `source` lies on disk; `current`: its
    readable tables are ours, and tell those rows.

    The readable tables stay on disk: the window reads its snapshot, and would keep all it says twice.
    """
    memory = in_memory()
    try:
        with transaction(memory):
            schema.lay_lean_history(memory, origin)
        found: Tables | None = None
        if path is None:
            _line_by_line(source, memory, MERGED)
        else:
            with _attached(path, memory):
                _copied(memory, MERGED)
                # In the same transaction: another program may be writing.
                found = stored(memory, schema="document") if current else None
        return memory, tabled(from_history(memory)) if found is None else found
    except BaseException:
        memory.close()
        raise


def fill(
    empty: sqlite3.Connection, source: sqlite3.Connection, path: Path | None, origin: str, current: bool
) -> None:
    """The project of `source` in an empty database, whose readable tables are of this version."""
    with transaction(empty):
        schema.lay_history(empty, origin)
        schema.lay_state(empty)
    tables = MERGED + (schema.state_tables() if current else ())
    if path is None:
        _line_by_line(source, empty, tables)
    else:
        with _attached(path, empty):
            _copied(empty, tables)
    if not current:
        with transaction(empty):
            rebuild(empty)


@contextmanager
def _attached(path: Path, empty: sqlite3.Connection) -> Iterator[None]:
    """The file as `document`, in one transaction."""
    empty.execute("ATTACH ? AS document", (address(path, "ro"),))
    try:
        empty.execute(f"PRAGMA document.cache_size={CACHE}")
        empty.execute("BEGIN")
        yield
        empty.execute("COMMIT")
    finally:
        if empty.in_transaction:
            empty.execute("ROLLBACK")
        empty.execute("DETACH document")


def _copied(empty: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    # Between two tables of one shape SQLite copies whole records: 18,000 changes in a few ms.
    for table in tables:
        empty.execute(f'INSERT INTO main."{table}" SELECT * FROM document."{table}"')


def _line_by_line(source: sqlite3.Connection, empty: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    with transaction(empty):
        for table in tables:
            for line in source.execute(f'SELECT * FROM "{table}"'):
                empty.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(line))})', line)
