"""A stand-in for a document whose medium fails: the whole project in this laptop's own data."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from labdesk import places
from labdesk.errors import Refusal
from labdesk.store.hashes import digest
from labdesk.store.parcel import Parcel
from labdesk.store.project_file import ProjectFile

FOLDER = "miroirs"


class Mirror:
    """The mirror of one document; nothing on disk until it is needed."""

    def __init__(self, origin: str, document: Path, author: str) -> None:
        self._origin, self._author = origin, author
        self.path = (
            places.data() / FOLDER / f"{origin}-{digest(str(document.resolve()).encode())[:8]}.labdesk"
        )
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
        except Refusal:
            self.close()  # what it lacks now it gets next time, with all the rest
            raise

    def _opened(self) -> ProjectFile:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise Refusal(str(trouble)) from trouble
        if self.path.exists():
            with suppress(Refusal):
                return ProjectFile.open(self.path, self._author)
            self.path.replace(self.path.with_suffix(".abime"))  # a damaged mirror is kept for salvage
        return ProjectFile.create(self.path, self._author, self._origin)

    def forget(self) -> None:
        """The document has it all."""
        if self._file is not None:
            self.close()
            self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let the file go, and keep it."""
        if self._file is not None:
            self._file.close()
            self._file = None


def left_behind(origin: str) -> Iterator[Path]:
    """The mirrors of a project that an earlier window had to leave."""
    yield from sorted((places.data() / FOLDER).glob(f"{origin}-*.labdesk"))
