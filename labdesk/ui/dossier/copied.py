"""Which sections were already copied for the web form: a small file of this laptop, never in the project.

Copying changes nothing of the project: it works on a read-only file, and Ctrl+Z has nothing to take back.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal

from labdesk import places

Mark = Literal["", "copied", "changed"]
"""Not copied yet; copied as it reads now; copied, then changed."""
MOST = 200
"""Dossiers that are remembered: the one copied longest ago is forgotten first."""


class Copied:
    """The marks of one dossier: a project and the profile it answers."""

    def __init__(self, origin: str, profile: str) -> None:
        self._key = f"{origin}/{profile}"
        self._prints: dict[str, str] = dict(_read().get(self._key, {}))

    def mark(self, section: str, *texts: str) -> Mark:
        """What is known of a section that may be pasted as one of these texts."""
        known = self._prints.get(section)
        if known is None:
            return ""
        return "copied" if known in map(_print, texts) else "changed"

    def copy(self, section: str, text: str) -> None:
        """This text of the section went into the form."""
        self._prints[section] = _print(text)
        self._keep()

    def forget(self) -> None:
        """All is to be copied again."""
        self._prints.clear()
        self._keep()

    def _keep(self) -> None:
        """Another window may have written meanwhile: only the marks of this dossier are ours."""
        known = _read()
        known.pop(self._key, None)
        if self._prints:
            known[self._key] = self._prints
        _write(dict(list(known.items())[-MOST:]))


def _print(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _path() -> Path:
    return places.data() / "copied.json"


def _read() -> dict[str, Mapping[str, str]]:
    """What stands there; a file that makes no sense is as good as none."""
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): _marks(marks) for key, marks in found.items() if isinstance(marks, dict)}


def _marks(marks: Mapping[object, object]) -> dict[str, str]:
    return {str(section): known for section, known in marks.items() if isinstance(known, str)}


def _write(known: Mapping[str, Mapping[str, str]]) -> None:
    """Whole or not at all; where the folder cannot be written, marks last as long as the window."""
    try:
        path = _path()
        beside = path.with_suffix(f".{os.getpid()}.new")
        beside.write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")
        os.replace(beside, path)
    except OSError:
        return
