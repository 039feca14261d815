"""Files as they come and go: what cannot be read is told, what is written is whole or not there at all."""

import errno
import os
import tempfile
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.words import _, why

LARGEST = 64 * 2**20
"""Bytes: no text that people exchange comes near."""


def read_text(path: Path) -> str:
    """The text of a file, in UTF-8 (a byte order mark is left out)."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(
            _("{file}, ligne {line} : le texte n’est pas en UTF-8. Rien n’a été importé.").format(
                file=path.name, line=line
            )
        ) from error


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file of a reasonable size."""
    if path.is_dir():
        raise Refusal(_("« {file} » est un dossier : donnez un fichier.").format(file=path.name or path))
    try:
        if path.stat().st_size > largest:
            raise Refusal(_("« {file} » est trop grand pour être importé.").format(file=path.name))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refusal(_("« {file} » n’existe pas.").format(file=path)) from error
    except OSError as error:
        raise Refusal(
            _("« {file} » ne peut pas être lu : {why}.").format(file=path, why=why(error))
        ) from error


def wants_folder(path: Path) -> None:
    """The folder of a file to write must be there: nothing is made on the way."""
    if not path.parent.is_dir():
        raise Refusal(_("Le dossier « {folder} » n’existe pas.").format(folder=path.parent))


def write_bytes(path: Path, data: bytes) -> None:
    """The file takes this content whole, or keeps the one it had: temporary file, fsync, rename."""
    if path.is_dir():
        raise Refusal(
            _("« {file} » est un dossier : donnez un nom de fichier.").format(file=path.name or path)
        )
    part: Path | None = None
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=path.suffix, dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            mask = os.umask(0)
            os.umask(mask)
            part.chmod(0o666 & ~mask)
        part.replace(path)
    except OSError as error:
        raise Refusal(
            _("« {file} » n’a pas pu être écrit : {why}. Rien n’a été changé.").format(
                file=path, why=why(error)
            )
        ) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
