"""Making the copy of one table: whole and under its name, or not there at all."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.store.seats import Seat
from labdesk.store.session import Session
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
        session.copy_to(part, seat)
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
        raise _untold(cause, out.name) if is_medium(cause) else refusal from cause
    except (OSError, sqlite3.Error) as trouble:
        _clear(part)
        raise _untold(trouble, out.name) from trouble
    return out


def _untold(trouble: sqlite3.Error | OSError, name: str) -> Refusal:
    return Refusal(
        " ".join((said(trouble, name), _("Cette copie n’est pas faite, et rien d’incomplet ne reste.")))
    )


def _clear(part: Path) -> None:
    for left in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            left.unlink()
