"""Making the copy of one table: whole and under its name, or not there at all."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.store.connection import address, transaction
from labdesk.store.opening import born
from labdesk.store.schema import FORMAT, STATE_VERSION, state_tables
from labdesk.store.seats import BEHIND, HEAD, Seat, write_seat
from labdesk.store.session import Session
from labdesk.store.state import rebuild, refresh
from labdesk.store.trouble import is_medium, said
from labdesk.words import _


def prepare(session: Session, out: Path, seat: Seat) -> Path:
    """Write the copy of one table: whole, under this name, or not there at all.

    A Refusal says why, whatever happened to the medium. Runs beside the window.
    """
    part = out.with_name(f"{out.name}.part")
    try:
        with suppress(FileNotFoundError):
            part.unlink()  # of a former try that was cut short
        if session.flush():
            _from_document(session, part, seat)
        else:  # the document is away: the memory knows it all, only slower
            session.copy_to(part, seat)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if out.exists():
            raise FileExistsError(out.name)
        os.rename(part, out)
    except FileExistsError:
        _clear(part)
        sentence = _("« {name} » existe déjà. Il n’a pas été touché.")
        raise Refusal(sentence.format(name=out.name)) from None
    except Refusal as refusal:
        _clear(part)
        cause = refusal.__cause__
        raise _untold(cause, out) if is_medium(cause) else refusal from cause
    except (OSError, sqlite3.Error) as trouble:
        _clear(part)
        raise _untold(trouble, out) from trouble
    return out


def _from_document(session: Session, part: Path, seat: Seat) -> None:
    """Table to table inside SQLite: a worker that ran Python for seconds would make the window stutter."""
    with closing(born(part, session.origin)) as copy:
        for pragma in ("synchronous=OFF", "journal_mode=MEMORY"):  # a file that counts only once it is whole
            copy.execute(f"PRAGMA {pragma}")
        copy.execute("ATTACH ? AS document", (address(session.path, "ro"),))
        if copy.execute("PRAGMA document.user_version").fetchone() != (FORMAT,):
            raise Refusal(session.notice or "")
        version = "SELECT value FROM document.meta WHERE name = 'state_version'"
        current = copy.execute(version).fetchone() == (STATE_VERSION,)
        with transaction(copy):
            for statement in (*_HISTORY, *(_state() if current else ())):
                copy.execute(statement)
            if current:
                refresh(copy, copy.execute(_NOTED).fetchall())
            else:
                rebuild(copy)
        for (sha,) in copy.execute("SELECT sha FROM document.picture").fetchall():
            # One at a time: while it is read the document takes no other write, and keys are slow.
            copy.execute("INSERT INTO picture SELECT * FROM document.picture WHERE sha = ?", (sha,))
        copy.execute("DETACH document")
        write_seat(copy, seat)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))


_STAYS = (
    f"""("table" IN ({_listed(BEHIND)}) OR ("table" = 'note' AND field = 'facilitator_note')"""
    f""" OR ("table" = 'project' AND field NOT IN ({_listed(HEAD)})))"""
)
"""`seats.stays_behind`, for SQLite."""

_HISTORY = (
    f"INSERT INTO change SELECT * FROM document.change WHERE NOT {_STAYS}",
    'INSERT INTO replaces SELECT * FROM document.replaces WHERE "change" IN (SELECT id FROM main.change)',
    "INSERT INTO gesture SELECT * FROM document.gesture WHERE id IN (SELECT gesture FROM main.change)"
    " OR id NOT IN (SELECT gesture FROM document.change)",
    "INSERT INTO erased SELECT * FROM document.erased",
    f"INSERT INTO draft SELECT * FROM document.draft WHERE NOT {_STAYS}",
)
_NOTED = """SELECT DISTINCT "table", "row" FROM document.change WHERE field = 'facilitator_note'"""


def _state() -> Iterator[str]:
    """The readable tables of what travels; a row that lost a field is computed again (`_NOTED`)."""
    for table in state_tables():
        if table == "project":
            yield 'INSERT INTO project (id, "key", title) SELECT id, "key", title FROM document.project'
        elif table not in BEHIND:
            yield f'INSERT INTO "{table}" SELECT * FROM document."{table}"'


def _untold(trouble: sqlite3.Error | OSError, out: Path) -> Refusal:
    why = said(trouble, out.name)
    if not out.parent.is_dir():
        sentence = _("« {folder} » n’est plus là : rebranchez la clé ou choisissez un autre dossier.")
        why = sentence.format(folder=out.parent)
    return Refusal(" ".join((why, _("Cette copie n’est pas faite, et rien d’incomplet ne reste."))))


def _clear(part: Path) -> None:
    for left in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            left.unlink()
