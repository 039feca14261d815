"""Backups of each project in this laptop's own data, rotating; their pictures lie in one store for all."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from labdesk import places
from labdesk.store import pictures
from labdesk.store.connection import connect, keep_little, scratch, transaction
from labdesk.store.copying import fill
from labdesk.store.pictures import Picture

FOLDER = "sauvegardes"
STORE = "photos.sqlite"
EVERY = 600.0
"""Seconds between two backups of a project that changes."""

RECENT, DAYS = 10, 30

_NAME = re.compile(r"\d{8}T\d{12}\.labdesk")


def folder_of(origin: str) -> Path:
    """Where the backups of a project lie."""
    return places.data() / FOLDER / origin


def of_a_table(origin: str) -> str:
    """The name under which the copies of tables are backed up: apart from the project they come from."""
    return f"{origin}-table"


def listed(origin: str) -> list[Path]:
    """The backups of a project, the newest first."""
    return sorted((p for p in folder_of(origin).glob("*.labdesk") if _NAME.fullmatch(p.name)), reverse=True)


def moment_of(backup: Path) -> datetime:
    """When a backup was made, in local time."""
    return datetime.strptime(backup.stem, "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC).astimezone()


def keep(source: sqlite3.Connection, path: Path, origin: str, current: bool) -> Path | None:
    """Back up a document, unless it is empty or the newest backup holds as much.

    OSError or sqlite3.Error when it fails.
    """
    newest = next(iter(listed(origin)), None)
    if not any(_extent(source)) or (newest is not None and _extent_of(newest) == _extent(source)):
        return None
    folder_of(origin).mkdir(parents=True, exist_ok=True)
    made = folder_of(origin) / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}.labdesk"

    def write(part: Path) -> None:
        # Not through memory: the pages of a whole history would stay with the window.
        with closing(scratch(part)) as file:
            fill(file, source, path, origin, current)

    at_once(made, write)
    _keep_pictures(source)
    for old in _too_old(listed(origin)):
        old.unlink(missing_ok=True)
    return made


def at_once(out: Path, write: Callable[[Path], None]) -> None:
    """A whole file at once: written beside, forced to the disk, read again, then given its name."""
    part = out.with_name(f"{out.name}.part")
    part.unlink(missing_ok=True)
    try:
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        with closing(connect(part, "ro")) as written:
            keep_little(written)
            if written.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("the copy is damaged")
        part.replace(out)
    except BaseException:
        with suppress(OSError):  # each try has a name of its own: on a full disk they would pile up
            part.unlink(missing_ok=True)
        raise


def _extent(source: sqlite3.Connection) -> tuple[object, ...]:
    """How far a history goes; it only grows, so the same extent is the same history."""
    counts = (f"SELECT count(*) FROM {table}" for table in ("gesture", '"change"', "erased"))
    return tuple(source.execute(count).fetchone()[0] for count in counts)


def _extent_of(backup: Path) -> tuple[object, ...]:
    try:
        with closing(connect(backup, "ro")) as file:
            return _extent(file)
    except sqlite3.Error:
        return ()


def _too_old(newest_first: list[Path]) -> Iterator[Path]:
    """All but the last ten, and the last of each of thirty days."""
    days: set[str] = set()
    for rank, backup in enumerate(newest_first):
        day = backup.name[:8]
        last_of_day = day not in days
        days.add(day)
        if rank >= RECENT and not (last_of_day and len(days) <= DAYS):
            yield backup


# -- the pictures of all backups --
def _store() -> sqlite3.Connection:
    store = connect(places.data() / STORE, "rwc")
    with transaction(store):
        store.execute(
            "CREATE TABLE IF NOT EXISTS picture (sha TEXT PRIMARY KEY NOT NULL, source_sha TEXT,"
            " width INTEGER, height INTEGER, screen BLOB, print BLOB, thumbnail BLOB) STRICT"
        )
        store.execute("CREATE TABLE IF NOT EXISTS erased (id TEXT PRIMARY KEY NOT NULL) STRICT")
    return store


def _keep_pictures(source: sqlite3.Connection) -> None:
    with closing(_store()) as store:
        for sha in pictures.names(source) - pictures.names(store):
            found = pictures.whole(source, sha)
            if found is not None:
                with transaction(store):
                    pictures.put(store, found)


def stored_picture(sha: str) -> Picture | None:
    """A picture that some backup needs, whatever the project."""
    with suppress(sqlite3.Error, OSError):  # the folder of this laptop's data may be away
        if (places.data() / STORE).exists():
            with closing(_store()) as store:
                return pictures.whole(store, sha)
    return None


def forget_pictures(shas: set[str]) -> None:
    """Erased pictures leave the store for good."""
    with closing(_store()) as store, transaction(store):
        for sha in shas:
            store.execute("INSERT OR IGNORE INTO erased VALUES (?)", (sha,))
            store.execute("DELETE FROM picture WHERE sha = ?", (sha,))
