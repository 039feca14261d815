"""The projects this laptop has seen: recent ones with a picture, words found across all. It is disposable."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from labdesk import places
from labdesk.domain.entities import ENTITIES
from labdesk.domain.follow_up import Stage, stage
from labdesk.domain.model import Project
from labdesk.store.connection import BUSY, transaction
from labdesk.store.search import searched

FILE = "index.sqlite"
VERSION = 1

_TABLES = (
    "CREATE TABLE project (path TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, opened TEXT NOT NULL,"
    " thumbnail BLOB) STRICT",
    'CREATE TABLE entry (id INTEGER PRIMARY KEY, path TEXT NOT NULL, "table" TEXT NOT NULL,'
    ' "row" TEXT NOT NULL) STRICT',
    "CREATE INDEX entry_path ON entry(path)",
    "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')",
    f"PRAGMA user_version = {VERSION}",
)

_STAGES = "CREATE TABLE IF NOT EXISTS stage (path TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL) STRICT"
"""Beside the version: an older LabDesk does not look at it, and keeps the projects of this index."""

T = TypeVar("T")


NOWHERE = Stage()


class Recent(Struct, frozen=True):
    """A project on the shelf; `thumbnail`: a picture of it.

    `stage`: where its dossier stood when it was last seen here.
    `there`: its file can be seen now. The shelf takes it for granted; asking may take long on a dead share.
    """

    path: Path
    title: str
    opened: datetime
    thumbnail: bytes | None
    there: bool = True
    stage: Stage = NOWHERE


class Found(Struct, frozen=True):
    """A thing of some project in which all the words stand."""

    path: Path
    title: str
    table: str
    row: str
    snippet: str


class Shelf:
    """The index of this person. A damaged or older one is made anew: projects return as they are opened."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or places.data()) / FILE
        self._lock = Lock()

    def remember(self, path: Path, project: Project, thumbnail: bytes | None = None) -> None:
        """A project was opened or saved: its title, its words, and a picture when there is a new one."""
        title, key = project.head.title or path.stem, _key(path)
        now = datetime.now(UTC).isoformat()

        def keep(index: sqlite3.Connection) -> None:
            index.execute(
                "INSERT INTO project VALUES (?1, ?2, ?3, ?4) ON CONFLICT (path) DO UPDATE"
                " SET title = ?2, opened = ?3, thumbnail = coalesce(?4, thumbnail)",
                (key, title, now, thumbnail),
            )
            index.execute("DELETE FROM stage WHERE path = ?", (key,))
            if stands := stage(project):
                index.execute("INSERT INTO stage VALUES (?, ?)", (key, json.dumps(asdict(stands))))
            _forget_words(index, path)
            for table, row, text in _texts(project):
                entry = index.execute(
                    'INSERT INTO entry (path, "table", "row") VALUES (?, ?, ?)', (key, table, row)
                )
                index.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (entry.lastrowid, text))

        self._with(keep)

    def forget(self, path: Path) -> None:
        """Off the shelf; the file itself stays."""

        def drop(index: sqlite3.Connection) -> None:
            _forget_words(index, path)
            for table in ("project", "stage"):
                index.execute(f"DELETE FROM {table} WHERE path = ?", (_key(path),))

        self._with(drop)

    def recent(self, limit: int = 12) -> tuple[Recent, ...]:
        """The projects opened last, the latest first. Their files are not looked at."""
        rows = self._with(
            lambda index: index.execute(
                "SELECT p.path, p.title, p.opened, p.thumbnail, s.json FROM project p"
                " LEFT JOIN stage s ON s.path = p.path ORDER BY p.opened DESC LIMIT ?",
                (limit,),
            ).fetchall()
        )
        return tuple(
            Recent(
                Path(path), title, datetime.fromisoformat(opened).astimezone(), picture, stage=_stage(said)
            )
            for path, title, opened, picture, said in rows or ()
        )

    def search(self, words: str, folder: Path | None = None, limit: int = 100) -> tuple[Found, ...]:
        """Across projects (of a folder), the best first. Accents and capitals do not matter."""
        wanted = " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))
        if not wanted:
            return ()
        rows = self._with(
            lambda index: index.execute(
                "SELECT e.path, p.title, e.\"table\", e.\"row\", snippet(words, 0, '', '', '…', 16)"
                " FROM words JOIN entry e ON e.id = words.rowid JOIN project p ON p.path = e.path"
                " WHERE words MATCH ? ORDER BY rank",
                (wanted,),
            ).fetchall()
        )
        inside = _key(folder) if folder else None
        found = (
            Found(Path(path), *rest) for path, *rest in rows or () if not inside or _within(path, inside)
        )
        return tuple(hit for hit, _ in zip(found, range(limit), strict=False))

    def _with(self, step: Callable[[sqlite3.Connection], T]) -> T | None:
        """Run in one transaction; an index that cannot be read is thrown away, once. None: not now."""
        with self._lock:
            try:
                with self._opened() as index:
                    return step(index)
            except sqlite3.DatabaseError as found:
                if _is_well(found):
                    return None
                for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
                    self._file.with_name(name).unlink(missing_ok=True)
                with self._opened() as index:
                    return step(index)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, isolation_level=None, timeout=BUSY)) as index:
            index.execute("PRAGMA journal_mode=WAL")
            index.execute("PRAGMA synchronous=NORMAL")
            with transaction(index):
                (version,) = index.execute("PRAGMA user_version").fetchone()
                if version == 0:
                    for statement in _TABLES:
                        index.execute(statement)
                elif version != VERSION:
                    raise sqlite3.DatabaseError("an index of another version")
                index.execute(_STAGES)
                yield index


def _is_well(found: sqlite3.DatabaseError) -> bool:
    """Another window is writing, or the disk is full: the index itself is well."""
    kind = getattr(found, "sqlite_errorname", "")
    return kind.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL"))


def _stage(said: str | None) -> Stage:
    """What the index says of a dossier; nothing when another program wrote it otherwise."""
    try:
        return Stage(**json.loads(said)) if said else NOWHERE
    except (ValueError, TypeError):
        return NOWHERE


def _key(path: Path) -> str:
    return str(path.resolve())


def _within(path: str, folder: str) -> bool:
    return Path(folder) in Path(path).parents


def _forget_words(index: sqlite3.Connection, path: Path) -> None:
    index.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM entry WHERE path = ?)", (_key(path),))
    index.execute("DELETE FROM entry WHERE path = ?", (_key(path),))


def _texts(project: Project) -> Iterator[tuple[str, str, str]]:
    """(table, row, its words) of all that a person typed."""
    for table in ENTITIES:
        for row in project.table(table).values():
            found = [getattr(row, field) for field in searched(table)]
            text = "\n".join(value for value in found if isinstance(value, str) and value)
            if text:
                yield table, row.id, text
