"""Where the copies of the tables were prepared, by project: « Réunir » looks there after a restart too."""

import json
import os
from contextlib import suppress
from pathlib import Path

from labdesk import places

KEPT = 40
"""Projects remembered, the latest ones."""


def prepared_folder(project: Path | None) -> Path | None:
    """The folder chosen last for the tables of this project, on this laptop."""
    folder = _kept().get(str(project)) if project is not None else None
    return Path(folder) if folder else None


def keep_prepared_folder(project: Path | None, folder: Path) -> None:
    """Remember it. Where nothing can be written it is only forgotten with the window."""
    if project is None:
        return
    kept = _kept()
    kept.pop(str(project), None)
    kept[str(project)] = str(folder)
    latest = dict(list(kept.items())[-KEPT:])
    with suppress(OSError):
        beside = _path().with_suffix(".new")
        beside.write_text(json.dumps(latest, ensure_ascii=False, indent=1), "utf-8")
        os.replace(beside, _path())


def _kept() -> dict[str, str]:
    with suppress(OSError, ValueError):
        found = json.loads(_path().read_text("utf-8"))
        if isinstance(found, dict):
            return {name: folder for name, folder in found.items() if isinstance(folder, str)}
    return {}


def _path() -> Path:
    return places.data() / "tables-preparees.json"
