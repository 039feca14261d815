"""Copies of a project's tables from one SQLite database into another, whole, without the pictures."""

import sqlite3
from pathlib import Path

from labdesk.store import schema
from labdesk.store.connection import address, in_memory, transaction
from labdesk.store.state import rebuild

MERGED = ("gesture", "change", "replaces", "erased", "draft")


def into_memory(
    source: sqlite3.Connection, path: Path | None, origin: str, current: bool
) -> sqlite3.Connection:
    """The project in memory. `path`: where `source` lies on disk; `current`: its readable tables are ours."""
    memory = in_memory()
    try:
        with transaction(memory):
            schema.lay_history(memory, origin)
            schema.lay_state(memory)
        tables = MERGED + (schema.state_tables() if current else ())
        if path is None:
            _line_by_line(source, memory, tables)
        else:
            _by_attaching(path, memory, tables)
        if not current:
            with transaction(memory):
                rebuild(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def _by_attaching(path: Path, memory: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    # Between two tables of one shape SQLite copies whole records: 18,000 changes in a few ms.
    memory.execute("ATTACH ? AS document", (address(path, "ro"),))
    try:
        memory.execute("BEGIN")
        for table in tables:
            memory.execute(f'INSERT INTO main."{table}" SELECT * FROM document."{table}"')
        memory.execute("COMMIT")
    finally:
        if memory.in_transaction:
            memory.execute("ROLLBACK")
        memory.execute("DETACH document")


def _line_by_line(source: sqlite3.Connection, memory: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    with transaction(memory):
        for table in tables:
            for line in source.execute(f'SELECT * FROM "{table}"'):
                memory.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(line))})', line)
