"""The strict gate every project file passes before LabDesk reads it: header, soundness, exact shape."""

import sqlite3
from functools import cache
from pathlib import Path

from msgspec import Struct

from labdesk.domain.entities import ENTITIES, FIELDS
from labdesk.errors import Refusal
from labdesk.store.connection import in_memory, keep_little
from labdesk.store.hashes import HEX
from labdesk.store.schema import APPLICATION_ID, FORMAT, STATE_VERSION, as_written, lay_history, lay_state
from labdesk.store.trouble import refusal
from labdesk.words import _, why

MAGIC = b"SQLite format 3\0"

MIGRATIONS = "_sqlite_migrations"
"""The only table that is not ours: sqlite-utils notes there which migrations ran."""

Shape = dict[str, tuple[object, ...]]


class Standing(Struct, frozen=True):
    """What the gate found: is the history of a newer format, and do the readable tables have our version."""

    newer: bool
    current: bool


CURRENT = Standing(newer=False, current=True)


def admit(path: Path) -> None:
    """Before SQLite sees the file: it is there, it is a file, it says it is a LabDesk project."""
    name = path.name
    if path.is_dir():
        raise Refusal(_("« {name} » est un dossier, pas un projet LabDesk.").format(name=name or path))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise Refusal(
            _("« {name} » est introuvable. Vérifiez le dossier, ou rebranchez la clé, puis rouvrez.").format(
                name=name
            )
        ) from None
    except OSError as trouble:
        raise Refusal(
            _("« {name} » n’a pas pu être lu ({reason}). Il n’a pas été touché.").format(
                name=name, reason=why(trouble)
            )
        ) from trouble
    if not header:
        raise Refusal(
            _(
                "« {name} » est vide (0 octet) : ce n’est pas un projet. Il n’a pas été touché ; "
                "s’il devait en contenir un, restaurez une sauvegarde."
            ).format(name=name)
        )
    if header[:16] != MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Refusal(_("« {name} » n’est pas un projet LabDesk. Il n’a pas été touché.").format(name=name))


def examine(connection: sqlite3.Connection, path: Path) -> Standing:
    """The file as SQLite sees it; a Refusal when it is damaged or holds what LabDesk never puts there."""
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        keep_little(connection)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(path)
        if version == FORMAT and _as_we_write(connection) and _named(connection):
            return CURRENT
        found = _kinds(connection)
        if version > FORMAT:
            _refuse_strange(
                path, {name for name, kind in found.items() if kind not in ("table", "view", "index")}
            )
            return Standing(newer=True, current=False)
        return _compare(connection, path, found)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as trouble:
        if isinstance(trouble, sqlite3.OperationalError) and not is_damage(trouble):
            raise
        raise damaged(path) from trouble


def damaged(path: Path) -> Refusal:
    """The sentence for a file that SQLite cannot read."""
    return Refusal(
        _(
            "« {name} » est abîmé et n’a pas été ouvert. Il n’a pas été touché : "
            "récupérez son contenu dans un nouveau fichier, ou restaurez une sauvegarde."
        ).format(name=path.name)
    )


def unreadable(trouble: sqlite3.Error, path: Path) -> Refusal:
    """The Refusal for a file that failed while it was read: damaged, or its medium does not answer."""
    if isinstance(trouble, sqlite3.OperationalError) and not is_damage(trouble):
        return refusal(trouble, path.name)
    return damaged(path)


def is_damage(trouble: sqlite3.Error) -> bool:
    """What is read is wrong, as opposed to a medium that does not answer or another program in the way."""
    busy = {
        "SQLITE_BUSY",
        "SQLITE_LOCKED",
        "SQLITE_IOERR",
        "SQLITE_CANTOPEN",
        "SQLITE_READONLY",
        "SQLITE_FULL",
    }
    kind = getattr(trouble, "sqlite_errorname", "")
    return not any(kind.startswith(name) for name in busy)


def _compare(connection: sqlite3.Connection, path: Path, found: dict[str, str]) -> Standing:
    history, state = _expected()
    version = connection.execute("SELECT value FROM meta WHERE name = 'state_version'").fetchone()
    current = version == (STATE_VERSION,)
    expected = {**history, **state} if current else history
    strange = {name for name, kind in found.items() if kind not in ("table", "view", "index")}
    missing = set(expected) - set(found)
    wrong = {name for name in set(expected) & set(found) if shape(connection, name) != expected[name]}
    # Readable tables of another version are a cache to rebuild: they are never read, whatever they hold.
    more = set(found) - set(expected) - {MIGRATIONS} if current else set()
    more -= {name for name in more if _indexes_migrations(connection, name)}
    if MIGRATIONS in found and not _is_migrations(connection, found[MIGRATIONS]):
        strange.add(MIGRATIONS)
    if "meta" in missing or "change" in missing or not _named(connection):
        raise Refusal(
            _("« {name} » n’est pas un projet LabDesk. Il n’a pas été touché.").format(name=path.name)
        )
    _refuse_strange(path, strange | wrong | more | missing)
    return Standing(newer=False, current=current)


def _as_we_write(connection: sqlite3.Connection) -> bool:
    """Every thing in the file, and no other, was laid by this version, to the letter: nearly all files.

    SQLite makes the shape of a thing from these words, so there is nothing else to compare.
    """
    version = connection.execute("SELECT value FROM meta WHERE name = 'state_version'").fetchone()
    laid = connection.execute(
        "SELECT iif(type = 'view' OR rootpage > 0, type, 'virtual'), name, sql FROM sqlite_schema "
        "WHERE sql IS NOT NULL OR name NOT GLOB 'sqlite_autoindex_*'"
    ).fetchall()
    ours = as_written()
    return version == (STATE_VERSION,) and len(laid) == len(ours) and set(laid) == ours


def _named(connection: sqlite3.Connection) -> bool:
    """The identity is one that LabDesk gives: backups and mirrors lie on this laptop under that name."""
    found = connection.execute("SELECT value FROM meta WHERE name = 'origin'").fetchone()
    return found is not None and isinstance(found[0], str) and HEX.fullmatch(found[0]) is not None


def _refuse_strange(path: Path, names: set[str]) -> None:
    if names:
        raise Refusal(
            _(
                "« {name} » contient des éléments que LabDesk n’y met pas ({things}). "
                "Par prudence il n’a pas été ouvert, ni touché."
            ).format(name=path.name, things=", ".join(sorted(names)[:4])),
        )


def _is_migrations(connection: sqlite3.Connection, kind: str) -> bool:
    columns = connection.execute("SELECT name FROM pragma_table_xinfo(?)", (MIGRATIONS,))
    return kind == "table" and [name for (name,) in columns] == ["id", "migration_set", "name", "applied_at"]


def _indexes_migrations(connection: sqlite3.Connection, name: str) -> bool:
    found = connection.execute(
        "SELECT tbl_name FROM sqlite_schema WHERE type = 'index' AND name = ?", (name,)
    )
    return bool(found.fetchone() == (MIGRATIONS,))


def _kinds(connection: sqlite3.Connection) -> dict[str, str]:
    """Everything the file holds by name; a virtual, shadow or generated thing is told apart from a table."""
    kinds = {
        name: "virtual" if kind == "table" and not root else kind
        for name, kind, root in connection.execute("SELECT name, type, rootpage FROM sqlite_schema")
    }
    for name in [name for name, kind in kinds.items() if kind == "table"]:
        columns = connection.execute("SELECT hidden FROM pragma_table_xinfo(?)", (name,))
        if any(hidden for (hidden,) in columns):
            kinds[name] = "generated"
    return {name: kind for name, kind in kinds.items() if not name.startswith("sqlite_")}


def shape(connection: sqlite3.Connection, name: str) -> tuple[object, ...]:
    """What makes a table, an index or a view what it is, however its SQL is spaced."""
    kind, sql = connection.execute("SELECT type, sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    if kind == "view":
        return (kind, " ".join(sql.split()))
    if kind == "index":
        parts = connection.execute(
            "SELECT name, desc, coll, key FROM pragma_index_xinfo(?)", (name,)
        ).fetchall()
        return (kind, tuple(parts))
    columns = connection.execute(
        'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)', (name,)
    ).fetchall()
    kept = connection.execute(
        "SELECT wr, strict FROM pragma_table_list(?) WHERE schema = 'main'", (name,)
    ).fetchone()
    unique = connection.execute(
        'SELECT name, "unique", partial FROM pragma_index_list(?)', (name,)
    ).fetchall()
    # The words too: a CHECK shows nowhere else, and could make every later save vanish in silence.
    return (kind, tuple(columns), kept, tuple(sorted(unique)), " ".join(sql.split()))


@cache
def _expected() -> tuple[Shape, Shape]:
    """The shape of the history and of the state, from the literal SQL."""
    connection = in_memory()
    try:
        lay_history(connection)
        history = {name: shape(connection, name) for name in _kinds(connection)}
        lay_state(connection)
        both = {name: shape(connection, name) for name in _kinds(connection)}
    finally:
        connection.close()
    return history, {name: found for name, found in both.items() if name not in history}


def readable_columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Of a newer file: the tables and columns that we know by name. A released name never changes meaning."""
    kinds = _kinds(connection)
    found: dict[str, tuple[str, ...]] = {}
    for table in ENTITIES:
        if kinds.get(table) == "table":
            there = {
                name for (name,) in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))
            }
            if "id" in there:
                found[table] = ("id", *(name for name in FIELDS[table] if name in there))
    return found
