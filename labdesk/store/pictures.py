"""The pictures of a project file: stored once under the hash of their bytes, apart from the history."""

import sqlite3
from typing import Literal, TypeAlias

from msgspec import Struct

from labdesk.store.hashes import picture_sha

Rendition: TypeAlias = Literal["screen", "print", "thumbnail"]
"""screen ≤ 2048 px and 0.6 MB, print ≤ 1000 px and 100 kB, thumbnail ≤ 320 px; all baseline sRGB JPEG."""


class Picture(Struct, frozen=True):
    """A prepared photo: oriented, without metadata; width and height in pixels are those of `screen`."""

    sha: str
    source_sha: str
    width: int
    height: int
    screen: bytes
    print: bytes
    thumbnail: bytes

    @property
    def sound(self) -> bool:
        """The name fits the bytes."""
        return self.sha == picture_sha(self.screen, self.print, self.thumbnail)


def put(connection: sqlite3.Connection, picture: Picture) -> bool:
    """Store a picture, unless it is there, was erased, or is not what its name says."""
    erased = connection.execute("SELECT 1 FROM erased WHERE id = ?", (picture.sha,)).fetchone()
    if erased or not picture.sound:
        return False
    values = (picture.sha, picture.source_sha, picture.width, picture.height)
    blobs = (picture.screen, picture.print, picture.thumbnail)
    cursor = connection.execute("INSERT OR IGNORE INTO picture VALUES (?, ?, ?, ?, ?, ?, ?)", values + blobs)
    return cursor.rowcount == 1


def names(connection: sqlite3.Connection) -> set[str]:
    """The pictures a file holds."""
    return {sha for (sha,) in connection.execute("SELECT sha FROM picture")}


def whole(connection: sqlite3.Connection, sha: str) -> Picture | None:
    """A picture with its renditions, or None when the file does not hold it."""
    found = connection.execute("SELECT * FROM picture WHERE sha = ?", (sha,)).fetchone()
    return Picture(*found) if found else None


def rendition(connection: sqlite3.Connection, sha: str, kind: Rendition) -> bytes | None:
    """The JPEG bytes of one rendition, or None when the file does not hold the picture."""
    found = connection.execute(f'SELECT "{kind}" FROM picture WHERE sha = ?', (sha,)).fetchone()
    return bytes(found[0]) if found else None
