"""The deep check of an open project: a child process of low priority looks at a copy, without a lock."""

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from labdesk.errors import Refusal
from labdesk.store.gate import is_damage
from labdesk.store.safety import check

SOUND, DAMAGED = 0, 3
"""Exit codes. Whatever keeps the check from being made is not damage."""
TRIES, PAUSE = 5, 2.0
"""How often a copy is tried while somebody writes, and seconds between two."""


def sound(path: Path) -> bool:
    """False: the file is damaged for sure. True: it is sound, or nobody could tell."""
    with tempfile.TemporaryDirectory(prefix="labdesk-") as folder:
        copy = Path(folder) / path.name
        try:
            return not _copied(path, copy) or check(copy).sound
        except Refusal as refusal:
            # The window could open it: what is refused now is damaged only if SQLite says so.
            cause = refusal.__cause__
            return not (isinstance(cause, sqlite3.DatabaseError) and is_damage(cause))
        except OSError:  # the key left, the disk is full
            return True


def _copied(path: Path, copy: Path) -> bool:
    """Copy the file as it is between two commits. A reader that took its time would stop the saving."""
    for turn in range(TRIES):
        if turn:
            time.sleep(PAUSE)
        before = _state(path)
        if before is not None:
            shutil.copyfile(path, copy)
            if _state(path) == before:
                return True
    return False


def _state(path: Path) -> tuple[int, int, bytes] | None:
    """What any commit changes; None while one is under way, which its journal tells."""
    if path.with_name(f"{path.name}-journal").exists():
        return None
    with path.open("rb") as file:
        file.seek(24)
        counter = file.read(4)
        found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns, counter


def _step_back() -> None:
    """Whatever the person does goes first."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), 0x40)
    else:
        os.nice(19)


def main(arguments: list[str]) -> int:
    """Check one file; the exit code tells."""
    _step_back()
    return SOUND if sound(Path(arguments[0])) else DAMAGED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
