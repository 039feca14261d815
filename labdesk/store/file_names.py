"""File names made of what people type: allowed everywhere, and free."""

import re
from pathlib import Path

from labdesk.words import _

SUFFIX = ".labdesk"


def free_path(folder: Path, title: str) -> Path:
    """A file name made of the title, with a number when that name is taken."""
    name = file_stem(title)
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path = folder / f"{name} {number}{SUFFIX}"
        number += 1
    return path


def file_stem(title: str) -> str:
    """The title as a name that every system takes."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    name = " ".join(name.split()).strip(". ")[:80].strip(". ") or _("Projet")
    if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", name):
        name = f"{name} 1"
    return name
