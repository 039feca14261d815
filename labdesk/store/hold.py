"""One window per project on this laptop: a lock in LabDesk’s own folder, freed by the system at its death."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from labdesk import places
from labdesk.store.hashes import digest

FOLDER = "ouverts"


class Hold:
    """A project is open in this window. Nothing is written beside the document: it may be on a key.

    SQLite's lock on an empty file is one that every system frees when its process dies, however it dies:
    there is no number of a dead process to take for that of another.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection | None) -> None:
        self._path, self._connection = path, connection

    def let_go(self) -> None:
        """Another window may have the project."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            with suppress(OSError):  # Windows: another window asks at this very moment
                self._path.unlink(missing_ok=True)


def held(document: Path) -> Hold | None:
    """Hold this project; None when another window does. A laptop that cannot lock keeps nobody waiting."""
    try:
        path = places.data() / FOLDER / f"{digest(os.fsencode(document.resolve()))[:16]}.verrou"
        path.parent.mkdir(exist_ok=True)
    except OSError:
        return Hold(document, None)
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=MEMORY")  # a lock, and nothing to write
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as trouble:
        if connection is not None:
            connection.close()
        kind = getattr(trouble, "sqlite_errorname", "") or ""
        return None if kind.startswith("SQLITE_BUSY") else Hold(path, None)
    return Hold(path, connection)
