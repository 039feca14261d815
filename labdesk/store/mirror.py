"""A stand-in for a document whose medium fails: the whole project in this laptop's own data."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from time import time

from labdesk import places
from labdesk.errors import Refusal
from labdesk.store.hashes import digest
from labdesk.store.parcel import Parcel
from labdesk.store.project_file import ProjectFile

FOLDER = "miroirs"

SPARE = 10
"""Names to try when a mirror cannot be opened."""

OTHERS_STAY = 30 * 86_400.0
"""Seconds the mirror of another copy is kept."""


class Mirror:
    """The mirror of one document; nothing on disk until it is needed."""

    def __init__(self, origin: str, document: Path, author: str) -> None:
        self._origin, self._author, self._document = origin, author, document
        self.path = named(origin, document)
        self._file: ProjectFile | None = None

    def receive(self, everything: Callable[[], Parcel], owed: Parcel, fresh: list[Parcel]) -> None:
        """Unite what the document could not take. The first time, all that the window knows."""
        file = self._file
        try:
            if file is None or not self.path.exists():
                self.close()
                file = self._file = self._opened()
                fresh = [everything().then(owed)]
            for parcel in fresh:
                file.receive(parcel)
        except BaseException:
            self.close()  # what it lacks now it gets next time, with all the rest
            raise

    def _opened(self) -> ProjectFile:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise Refusal(str(trouble)) from trouble
        for rank in range(SPARE):
            self.path = named(self._origin, self._document, rank)
            if not self.path.exists():
                break
            # One that is damaged, or held by another window, stays: the next opening takes it too.
            with suppress(Refusal):
                return ProjectFile.open(self.path, self._author)
        return ProjectFile.create(self.path, self._author, self._origin)

    def forget(self) -> None:
        """The document has it all."""
        if self._file is not None:
            self.close()
            with suppress(OSError):  # Windows: another window reads it; taken twice, it changes nothing
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let the file go, and keep it."""
        if self._file is not None:
            self._file.close()
            self._file = None


def named(origin: str, document: Path, rank: int = 0) -> Path:
    """Where the mirror of this copy of a project lies; `rank` tells the spare ones."""
    place = digest(os.fsencode(document.resolve()))[:8]
    return places.data() / FOLDER / f"{origin}-{place}{f'-{rank}' if rank else ''}.labdesk"


def let_go(taken: Path, origin: str, document: Path) -> None:
    """The document holds what this mirror held: it goes.

    The mirror of another copy stays a month: the window that writes it may have nothing else.
    """
    with suppress(OSError):  # gone already, or another window reads it: taken twice, it changes nothing
        own = taken.name.startswith(named(origin, document).stem)
        if own or time() - taken.stat().st_mtime > OTHERS_STAY:
            taken.unlink(missing_ok=True)


def found_again(
    origin: str, document: Path, author: str, *, own: bool
) -> Iterator[tuple[Path, Parcel, bool]]:
    """What earlier windows could not write into the document: where, what, and whether all of it was read.

    `own`: of this very copy alone. A mirror that is damaged tells what it can, and stays where it is.
    """
    mine = named(origin, document).stem
    for path in left_behind(origin):
        if own and not path.name.startswith(mine):
            continue
        try:
            with closing(ProjectFile.open(path, author)) as file:
                found = file.parcel()
        except Refusal:
            from labdesk.store.salvage import salvage

            with suppress(OSError):  # another window had its document back meanwhile, and let its mirror go
                yield path, salvage(path).parcel, False
        else:
            yield path, found, True


def left_behind(origin: str) -> Iterator[Path]:
    """The mirrors of a project that an earlier window had to leave."""
    yield from sorted((places.data() / FOLDER).glob(f"{origin}-*.labdesk"))
