"""Who writes: the random identity of this laptop, kept with its own data, never a person's name."""

import os
import re
from pathlib import Path

from labdesk import places

FILE = "auteur"


def laptop(folder: Path | None = None) -> str:
    """The identity of this laptop, made the first time; a portable copy has its own, beside the program."""
    path = (folder or places.data()) / FILE
    if found := _read(path):
        return found
    identity = os.urandom(8).hex()
    try:
        with path.open("x", encoding="ascii") as file:
            file.write(identity)
    except FileExistsError:  # another window was faster
        return _read(path) or identity
    except OSError:
        # A place that cannot be written: the work counts all the same, undo ends with this window.
        return identity
    return identity


def _read(path: Path) -> str | None:
    try:
        found = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return found if re.fullmatch("[0-9a-f]{16}", found) else None
