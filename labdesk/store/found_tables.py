"""The copies of tables that lie in some folders: which table each is, who opened it, what it brings."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from msgspec import Struct

from labdesk.errors import Refusal
from labdesk.store.connection import connect
from labdesk.store.gate import admit
from labdesk.store.opening import end_unfinished_write
from labdesk.store.seats import Seat, read_seat

SUFFIX = ".labdesk"
MOST, WIDE = 400, 60
"""Files looked at in one folder, folders looked at in one medium: a key is found, a disk is not searched."""


class FoundTable(Struct, frozen=True):
    """A copy of the project. `notes`: those that carry its name; `last`: when it was written last, or None.

    `opened`: somebody worked in it, or at least opened it.
    """

    path: Path
    seat: Seat
    notes: int
    last: datetime | None

    @property
    def opened(self) -> bool:
        """Somebody opened it."""
        return bool(self.seat.by) or self.last is not None

    @property
    def name(self) -> str:
        """The table, or the file while nobody said which."""
        return self.seat.name or self.path.stem


def tables_in(folders: Iterable[Path], origin: str, own: Path) -> tuple[FoundTable, ...]:
    """The copies of this project in these folders and the folders right inside them, by name of table.

    Reads slow media: call it beside the window. What cannot be read is no copy.
    """
    found: dict[Path, FoundTable] = {}
    here = _resolved(own)
    for folder in folders:
        for path in _files(folder):
            key = _resolved(path)
            if key != here and key not in found and (table := _looked_at(path, origin)):
                found[key] = table
    return tuple(sorted(found.values(), key=lambda table: _rank(table.name)))


def _rank(name: str) -> tuple[str, int, str]:
    """« Table 2 » before « Table 10 »."""
    digits = "".join(letter for letter in name if letter.isdecimal())[:9]
    words = "".join(letter for letter in name if not letter.isdecimal())
    return words.casefold().strip(), int(digits or 0), name


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path.absolute()


def _files(folder: Path) -> Iterator[Path]:
    """The projects in a folder and in the folders right inside it."""
    inside: list[Path] = []
    for entry in _entries(folder):
        if entry.name.lower().endswith(SUFFIX):
            yield Path(entry.path)
        elif not entry.name.startswith(".") and entry.is_dir():
            inside.append(Path(entry.path))
    for child in inside[:WIDE]:
        yield from (Path(e.path) for e in _entries(child) if e.name.lower().endswith(SUFFIX))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(islice(found, MOST))
    except OSError:
        return []


_WANTED = {"meta", "note", "gesture"}
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
"""A view of that name could be one that never ends; the whole gate would read every photo of a slow key."""


def _looked_at(path: Path, origin: str) -> FoundTable | None:
    try:
        admit(path)
        try:
            return _read(path, origin)
        except sqlite3.Error:  # the copy of a laptop that died while it saved: else it would not be seen
            end_unfinished_write(path)
            return _read(path, origin)
    except (Refusal, sqlite3.Error, OSError):
        return None


def _read(path: Path, origin: str) -> FoundTable | None:
    with closing(connect(path, "ro")) as file:
        if not {name for (name,) in file.execute(_TABLES)} >= _WANTED:
            return None
        named = file.execute("SELECT value FROM meta WHERE name = 'origin'").fetchone()
        seat = read_seat(file)
        if named != (origin,) or seat is None:
            return None
        count = file.execute("SELECT count(*) FROM note WHERE author_table = ?", (seat.name,))
        (notes,) = count.fetchone() if seat.name else (0,)
        since = (_utc(seat.prepared),)
        (last,) = file.execute("SELECT max(at) FROM gesture WHERE at > ?", since).fetchone()
        return FoundTable(path, seat, int(notes), _moment(last))


def _utc(local: str) -> str:
    """A local moment as the history writes moments; what is none: after everything."""
    try:
        return datetime.fromisoformat(local).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        return "9999"


def _moment(at: object) -> datetime | None:
    if not isinstance(at, str):
        return None
    try:
        return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return None
