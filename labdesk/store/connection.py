"""How LabDesk opens SQLite: hardened, durable, one transaction at a time. It knows no table."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

BUSY = 2.0
"""Seconds to wait for another program's lock."""

LONGEST = 64_000_000
"""Bytes of the longest value SQLite may read."""

STATEMENTS = 400

CACHE, SPILL = -256, -2000
"""KiB of pages that stay in memory of a file, which the system keeps too, and of an unfinished write.

SQLite would keep 2,000 of each connection: as much again as half of a large project.
"""


def address(path: Path, mode: Literal["ro", "rw", "rwc"]) -> str:
    """The URI of a file whose name may hold spaces, accents, `#` or `?`. `rw` never creates it."""
    uri = path.resolve().as_uri()
    if not uri.startswith("file:///"):  # a UNC share: SQLite refuses a host name in a URI
        uri = "file:////" + uri.removeprefix("file://")
    return f"{uri}?mode={mode}"


def connect(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    """A project file. sqlite3.Error when SQLite cannot open it."""
    connection = sqlite3.connect(
        address(path, mode),
        uri=True,
        isolation_level=None,
        timeout=BUSY,
        check_same_thread=False,
        cached_statements=STATEMENTS,
    )
    try:
        _harden(connection)
        if mode != "ro":
            # The only mode that lost nothing in simulated power cuts and leaves a single file to copy.
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA synchronous=EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


def keep_little(connection: sqlite3.Connection) -> None:
    """Bound what a connection to a file keeps. It reads the schema: sqlite3.Error, UnicodeDecodeError."""
    connection.execute(f"PRAGMA cache_size={CACHE}")
    connection.execute(f"PRAGMA cache_spill={SPILL}")


def scratch(path: Path) -> sqlite3.Connection:
    """A new file that counts only once it is whole: one that fails is thrown away, nothing is waited for."""
    connection = connect(path, "rwc")
    connection.execute("PRAGMA journal_mode=MEMORY")
    connection.execute("PRAGMA synchronous=OFF")
    keep_little(connection)
    connection.execute(f"PRAGMA cache_spill={CACHE}")
    return connection


def in_memory() -> sqlite3.Connection:
    """The working copy of the window."""
    connection = sqlite3.connect(
        "file::memory:",  # a URI, so that a document may be attached by URI
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=STATEMENTS,
    )
    _harden(connection)
    return connection


def _harden(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    if hasattr(connection, "enable_load_extension"):  # left out of some builds of Python
        connection.enable_load_extension(False)
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(1010, True)  # SQLITE_DBCONFIG_DEFENSIVE
    for pragma in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "foreign_keys=OFF",  # a merge may bring a child before its parent
        "secure_delete=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that it cannot fail half-way for another writer."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
