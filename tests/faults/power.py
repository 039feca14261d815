"""A disk that remembers what was forced to it, so that the power can be cut after any of its operations."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import apsw

SECTOR = 512


@dataclass
class Tape:
    """Every operation of SQLite on its files, in order; a mark where a transaction was told to be saved."""

    operations: list[tuple[str, str, int, bytes]] = field(default_factory=list)

    def note(self, kind: str, name: str, number: int = 0, content: bytes = b"") -> None:
        """One more: open, write, truncate, sync, delete, or `saved` with how many gestures."""
        self.operations.append((kind, name, number, content))


class _File(apsw.VFSFile):
    """A file that tells the tape before it does anything."""

    def __init__(self, tape: Tape, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._tape, self._name = tape, Path(str(path)).name if path else ""
        super().__init__("", name, flags)
        self._tell("open")

    def _tell(self, kind: str, number: int = 0, content: bytes = b"") -> None:
        if self._name:
            self._tape.note(kind, self._name, number, content)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._tell("write", offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._tell("truncate", newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._tell("sync")
        super().xSync(flags)


class Disk(apsw.VFS):
    """The system's own, told to a tape."""

    def __init__(self, name: str, tape: Tape) -> None:
        self._tape = tape
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _File:
        return _File(self._tape, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self._tape.note("delete", Path(filename).name, int(syncdir))
        super().xDelete(filename, syncdir)


class After:
    """The files as they lie on the disk when the power goes after the first `count` operations."""

    def __init__(self, tape: Tape, document: str, count: int, chance: random.Random) -> None:
        self._document, self._chance = document, chance
        self.files: dict[str, bytearray] = {}
        self.saved = 0
        self._waiting: dict[str, list[tuple[str, int, bytes]]] = {}
        self._deleted: dict[str, bytes] = {}
        for operation in tape.operations[:count]:
            self._follow(*operation)
        self._cut()

    def _follow(self, kind: str, name: str, number: int, content: bytes) -> None:
        if kind in ("write", "truncate"):
            self._waiting.setdefault(name, []).append((kind, number, content))
        elif kind == "open":
            self._deleted.pop(name, None)
        elif kind == "saved":
            self.saved = number
        elif kind == "sync":
            for waiting in self._waiting.pop(name, []):
                self._apply(name, *waiting)
            self.files.setdefault(name, bytearray())
            if name != self._document:
                self._deleted.clear()  # the first sync of a journal forces the folder too
        elif kind == "delete":
            self._waiting.pop(name, None)
            before = self.files.pop(name, None)
            if not number and before is not None:
                self._deleted[name] = bytes(before)

    def _apply(self, name: str, kind: str, number: int, content: bytes) -> None:
        file = self.files.setdefault(name, bytearray())
        if kind == "truncate":
            del file[number:]
            return
        file.extend(bytes(max(0, number + len(content) - len(file))))
        file[number : number + len(content)] = content

    def _cut(self) -> None:
        """Of what was not forced, any sector may be there, missing or torn; a deleted file may be back."""
        keep = self._chance.choice([0, 0.3, 0.5, 0.9])
        for name, waiting in self._waiting.items():
            for kind, number, content in waiting:
                for offset, part in _sectors(kind, content):
                    if self._chance.random() < keep:
                        torn = self._chance.random() < 0.02
                        kept = part[: self._chance.randrange(len(part) + 1)] if torn else part
                        self._apply(name, kind, number + offset, kept)
        for name, content in self._deleted.items():
            if self._chance.random() < 0.5:
                self.files.setdefault(name, bytearray(content))


def _sectors(kind: str, content: bytes) -> Iterator[tuple[int, bytes]]:
    if kind == "truncate":
        yield 0, b""
    for offset in range(0, len(content), SECTOR):
        yield offset, content[offset : offset + SECTOR]
