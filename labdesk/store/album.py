"""The photos of a session: those on their way to the document, those it holds, those that backups know."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import RLock
from typing import TypeVar

from labdesk.errors import Refusal
from labdesk.store import backups
from labdesk.store.pictures import Picture, Rendition
from labdesk.store.project_file import ProjectFile
from labdesk.store.trouble import is_medium

T = TypeVar("T")


class Album:
    """Any thread may ask; `lock` is that of the session. `document`: one that is open for reading already."""

    def __init__(self, path: Path, author: str, lock: RLock, document: ProjectFile | None) -> None:
        self._path, self._author, self._lock, self._reader = path, author, lock, document
        self.waiting: dict[str, Picture] = {}
        """By name, those that the document does not hold yet."""

    def take(self, pictures: Iterable[Picture]) -> None:
        """They are shown from now on, and written later."""
        self.waiting.update({picture.sha: picture for picture in pictures})

    def forget(self, names: Iterable[str]) -> None:
        """They are erased."""
        for name in names:
            self.waiting.pop(name, None)

    def rendition(self, sha: str, rendition: Rendition) -> bytes:
        """The JPEG bytes of a photo; a Refusal when no place known here holds it."""
        with self._lock:
            found = self.waiting.get(sha)
            if found is None:
                try:
                    return self._ask(lambda document: document.picture(sha, rendition))
                except Refusal:
                    found = backups.stored_picture(sha)
                    if found is None:
                        raise
        return bytes(getattr(found, rendition))

    def whole(self, sha: str) -> Picture | None:
        """A photo with all its renditions; the document may be away: then what backups know."""
        with self._lock:
            try:
                found = self._ask(lambda document: document.whole_picture(sha))
            except Refusal:
                found = None
        return found or backups.stored_picture(sha)

    def held(self) -> set[str]:
        """The names of those the document holds. A Refusal when it is away."""
        return self._ask(ProjectFile.picture_names)

    def let_written_go(self) -> None:
        """Photos that the document holds now need no memory. A Refusal when it is away."""
        with self._lock:
            if self.waiting:
                held = self.held()
                self.waiting = {sha: photo for sha, photo in self.waiting.items() if sha not in held}

    def let_document_go(self) -> None:
        """It is opened again when it is asked for."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None

    def _ask(self, question: Callable[[ProjectFile], T]) -> T:
        """Read the document. What was opened on a medium that left stays dead: it is opened again."""
        if self._reader is None:
            self._reader = ProjectFile.open(self._path, self._author, read_only=True)
        try:
            return question(self._reader)
        except Refusal as refusal:
            if is_medium(refusal.__cause__):
                self.let_document_go()
            raise
