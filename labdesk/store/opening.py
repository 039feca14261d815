"""How a project file is born on disk, and how one is let in, or refused in a sentence that says why."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.store import schema, trouble
from labdesk.store.connection import connect, keep_little, transaction
from labdesk.store.gate import Standing, admit, examine
from labdesk.words import _, why


def born(path: Path, origin: str | None) -> sqlite3.Connection:
    """A new empty file. Nothing that exists is ever overwritten."""
    name = path.name
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        sentence = _("« {name} » existe déjà. Il n’a pas été touché ; choisissez un autre nom.")
        raise Refusal(sentence.format(name=name)) from None
    except OSError as found:
        sentence = _(
            "« {name} » n’a pas pu être créé dans « {folder} » ({reason}). Choisissez un autre dossier."
        )
        raise Refusal(sentence.format(name=name, folder=path.parent, reason=why(found))) from found
    try:
        return _laid_out(path, origin)
    except sqlite3.Error as found:
        with suppress(OSError):
            path.unlink()
        raise trouble.refusal(found, name) from found


def _laid_out(path: Path, origin: str | None) -> sqlite3.Connection:
    connection = connect(path, "rw")
    try:
        keep_little(connection)
        with transaction(connection):
            schema.lay_history(connection, origin)
            schema.lay_state(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def opened(path: Path, read_only: bool) -> tuple[sqlite3.Connection, Standing, bool]:
    """An existing file through the strict gate; read-only too where the place allows nothing else."""
    admit(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if read_only and writable:
        end_unfinished_write(path)
    read_only = read_only or not writable
    try:
        connection = connect(path, "ro" if read_only else "rw")
    except sqlite3.Error as found:
        raise trouble.refusal(found, path.name) from found
    try:
        return connection, examine(connection, path), read_only
    except sqlite3.Error as found:
        connection.close()
        raise trouble.refusal(found, path.name) from found
    except BaseException:
        connection.close()
        raise


def end_unfinished_write(path: Path) -> None:
    """What a laptop that died left half-written is taken back, which a read-only connection cannot do."""
    if path.with_name(f"{path.name}-journal").exists():
        with suppress(sqlite3.Error), closing(connect(path, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def notice(standing: Standing, read_only: bool) -> str | None:
    """Why a file is only read; None when it can be written."""
    if standing.newer:
        return _(
            "Ce projet vient d’une version plus récente de LabDesk : il est ouvert en lecture seule. "
            "Mettez LabDesk à jour pour le modifier."
        )
    if read_only:
        return _("Ce projet est ouvert en lecture seule : copiez-le dans un dossier à vous pour le modifier.")
    return None
