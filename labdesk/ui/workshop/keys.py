"""Where the copies of the tables may lie: keys that are plugged in, and the folders used before."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStorageInfo

MEDIA = ("/media/", "/run/media/", "/Volumes/")
"""Where Linux and macOS show what is plugged in."""


def keys_plugged() -> tuple[Path, ...]:
    """The keys and cards of this laptop. Asks the system, which may wait for a dead share: call it beside."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = Path(volume.rootPath())
        if volume.isReady() and not volume.isRoot() and _is_key(root, volume):
            found.append(root)
    return tuple(found)


def _is_key(root: Path, volume: QStorageInfo) -> bool:
    if bytes(volume.fileSystemType().data()).lower() in (b"nfs", b"nfs4", b"cifs", b"smb3", b"smbfs"):
        return False
    if root.drive:  # Windows: every letter but that of the system
        return root.drive.upper() != "C:"
    return str(root).startswith(MEDIA)


def places_to_look(*known: Path | None) -> tuple[Path, ...]:
    """The keys, then the folders known, each once."""
    return tuple(dict.fromkeys((*keys_plugged(), *_given(known))))


def _given(known: Iterable[Path | None]) -> Iterable[Path]:
    return (folder for folder in known if folder is not None)
