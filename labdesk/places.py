"""Where data lives: the resources that ship, and the folders this person may write to. No project is read."""

import os
import sys
from functools import cache, lru_cache
from pathlib import Path

PORTABLE_MARK = "portable"


@cache
def resources() -> Path:
    """The folder of canvases, fonts, icons, profiles and the example, beside the package or inside it."""
    here = Path(__file__).resolve().parent
    bundled = getattr(sys, "_MEIPASS", None)
    candidates = [here.parent / "resources", here / "resources"]
    if bundled:
        candidates.insert(0, Path(bundled) / "resources")
    for folder in candidates:
        if (folder / "canvases").is_dir():
            return folder
    return candidates[-1]


def data() -> Path:
    """Where LabDesk keeps its own files: mirrors, backups, the index, the laptop's identity.

    Portable first: a file named `portable` beside the program keeps everything beside it. Then
    LABDESK_DATA, LOCALAPPDATA on Windows, XDG_DATA_HOME elsewhere. The folder is made when missing.
    """
    folder = _data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _data_folder() -> Path:
    program = sys.executable if getattr(sys, "frozen", False) else __file__
    if (beside := _beside(program)) is not None:
        return beside
    if chosen := os.environ.get("LABDESK_DATA"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "LabDesk"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "labdesk"


@lru_cache(1)  # asked at every turn, and a mark that comes or goes under a running program moves nothing
def _beside(program: str) -> Path | None:
    folder = Path(program).resolve().parent
    marked = (beside for beside in (folder, folder.parent) if (beside / PORTABLE_MARK).is_file())
    return next((beside / "donnees" for beside in marked), None)


def already_read() -> Path:
    """What this laptop already read of TOML texts (domain/toml_table); it may be emptied at any time."""
    return data() / "lus"


def own_canvases() -> Path:
    """The lab's own canvas types, read beside those that ship."""
    return data() / "canvases"


def own_spelling() -> Path:
    """The lab's own words, and the dictionary of a laptop whose system has none."""
    return data() / "orthographe"


def own_funding() -> Path:
    """The lab's own funding profiles, read beside those that ship."""
    return data() / "funding"


def own_templates() -> Path:
    """The lab's own templates: projects without content, one file each, that can be copied anywhere."""
    return data() / "templates"


def own_clarity() -> Path:
    """The lab's own words of plain language, which complete those that ship."""
    return data() / "langage-clair"


def own_wall() -> Path:
    """The lab's own sheets of the wall kit, in the place of those that ship."""
    return data() / "wall"
