"""What a copy that left the lab does not hold, said by the copy itself: a row of its `meta`, never merged."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.store.connection import connect, transaction
from labdesk.store.gate import admit

NAME = "left_out"


def write_left_out(connection: sqlite3.Connection, left: Mapping[str, int]) -> None:
    """Say it in this file."""
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", (NAME, json.dumps(dict(left), ensure_ascii=False))
        )


def left_out_of(path: Path) -> Mapping[str, int]:
    """What a file says it lacks, by its name; nothing for a project that is whole."""
    try:
        admit(path)
        with closing(connect(path, "ro")) as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = ?", (NAME,)).fetchone()
        said = json.loads(row[0]) if row else {}
        return {str(name): int(count) for name, count in said.items()}
    except (Refusal, sqlite3.Error, ValueError, TypeError, AttributeError):
        return {}
