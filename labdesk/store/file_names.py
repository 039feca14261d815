"""File names made of what people type: allowed everywhere, and free."""

import re
from pathlib import Path
from textwrap import shorten

from labdesk.words import _

SUFFIX = ".labdesk"
_LINKING = re.compile(
    r"(?:[\s,;:–-]+(?:de|du|des|la|le|les|l’|d’|un|une|et|ou|à|au|aux|en|dans|par|pour|sur|of|the|a|and|in|for|to))+$",
    re.IGNORECASE,
)


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


def shortened(title: str, most: int) -> str:
    """A title that was too long ends on a word that says something, not on « de la »."""
    short = shorten(title, most, placeholder="…")
    if short.endswith("…") and not title.endswith("…"):
        short = _LINKING.sub("", short.rstrip("…"))
    return short.rstrip("… ,;:-–") or title[:most]
