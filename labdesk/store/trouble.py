"""What SQLite complains about, said as a sentence: what was kept and what to do."""

import errno
import sqlite3
from typing import TypeGuard

from labdesk.errors import Refusal
from labdesk.words import _, why

_AS_THE_SYSTEM = {
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_READONLY": errno.EROFS,
    "SQLITE_CANTOPEN": errno.EACCES,
    "SQLITE_PERM": errno.EACCES,
    "SQLITE_BUSY": errno.EACCES,
    "SQLITE_LOCKED": errno.EACCES,
}
"""What SQLite says, as the system would; anything else is a medium that answers badly."""


def said(trouble: sqlite3.Error | OSError, name: str) -> str:
    """The sentence for a failed write of the file called `name`."""
    kind = getattr(trouble, "sqlite_errorname", "") or ""
    if kind.startswith("SQLITE_FULL"):
        sentence = _("Plus de place sur le support de « {name} » : libérez de l’espace.")
    elif kind.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        sentence = _("« {name} » est occupé par un autre programme : fermez-le ou patientez.")
    elif kind == "SQLITE_READONLY_DBMOVED" or isinstance(trouble, FileNotFoundError):
        sentence = _(
            "« {name} » a été déplacé ou n’est plus là : remettez-le à sa place ou rebranchez la clé."
        )
    elif kind == "SQLITE_READONLY_ROLLBACK":
        sentence = _(
            "« {name} » porte une écriture inachevée : copiez-le dans un dossier à vous "
            "avec « {name}-journal » qui est à côté, puis ouvrez la copie."
        )
    elif kind.startswith("SQLITE_READONLY") or isinstance(trouble, PermissionError):
        sentence = _("« {name} » ne peut pas être modifié ici : copiez-le dans un dossier à vous.")
    elif kind.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        sentence = _("« {name} » est abîmé : récupérez son contenu dans un nouveau fichier.")
    else:
        sentence = _("« {name} » n’a pas pu être enregistré : le support ne répond pas.")
    return sentence.format(name=name)


def refusal(trouble: sqlite3.Error | OSError, name: str) -> Refusal:
    """The same as a Refusal; the file stays as it was."""
    return Refusal(" ".join((said(trouble, name), _("Le fichier est resté tel qu’il était."))))


def reason(trouble: sqlite3.Error | OSError) -> str:
    """Why, inside a sentence: SQLite's own words are English."""
    if isinstance(trouble, OSError):
        return why(trouble)
    kind = getattr(trouble, "sqlite_errorname", "") or ""
    number = next((n for name, n in _AS_THE_SYSTEM.items() if kind.startswith(name)), errno.EIO)
    return why(OSError(number, ""))


def is_medium(trouble: BaseException | None) -> TypeGuard[sqlite3.Error | OSError]:
    """The medium or SQLite itself failed, as opposed to a file that is not what it should be."""
    return isinstance(trouble, sqlite3.Error | OSError)
