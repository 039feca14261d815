"""What the window and its child process say to each other. No Qt here: the child imports this too."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from labdesk.domain.changes import Changes
from labdesk.domain.commands.versions import Kept
from labdesk.domain.entities import ENTITIES, FIELDS, Value
from labdesk.domain.funding import Profile
from labdesk.domain.model import Project
from labdesk.words import Language

What = Literal["dossier", "note", "report", "canvas", "data", "form", "kit", "changes", "corrected"]
"""`corrected` makes nothing: a document that comes back (`detail`: its path) is read and sorted."""
Form = Literal["pdf", "docx", "odt", "json", "md", "csv", "txt"]
Rendition = Literal["print", "screen"]
Table: TypeAlias = Sequence[tuple[Value, ...]]
HEAD = 4
"""Bytes before each message: its length, big end first."""


class Snapshot(Struct, frozen=True):
    """The tables of a project that changed since the last snapshot sent (all of them the first time)."""

    tables: Mapping[str, Table]
    mark: str


class Order(Struct, frozen=True):
    """Something to make. `out` None: the bytes come back. `detail`: which canvas, where that is asked.

    `easy`: set for easy reading. `paper`: of a canvas or a kit (« A0/A4 »); `parts`, `count`: the sheets of
    a kit, and its tables.
    `since`: the version after which a page tells what changed. `embed`: the project file that goes into the
    PDF. « changes » tells what differs between the versions named in `detail` (one: since then).
    """

    number: int
    what: What
    form: Form
    snapshot: Snapshot
    profile: Profile
    today: date
    language: Language
    final: bool = False
    out: str | None = None
    detail: str = ""
    ask: frozenset[str] = frozenset()
    easy: bool = False
    paper: str = "A4"
    parts: tuple[str, ...] = ()
    count: int = 0
    since: str = ""
    embed: str = ""


class Cancel(Struct, frozen=True):
    """Give up an order."""

    number: int


class PictureSent(Struct, frozen=True):
    """The bytes of a picture that was wanted; None when the project does not hold it."""

    sha: str
    rendition: Rendition
    data: bytes | None


class PictureWanted(Struct, frozen=True):
    """The child needs a picture."""

    sha: str
    rendition: Rendition


class Progress(Struct, frozen=True):
    """So many pages of so many."""

    number: int
    done: int
    whole: int


class Made(Struct, frozen=True):
    """It is done: pages (0 when that means nothing), the file or the bytes, the page of each anchor.

    `kept`: what the project keeps of a document that went into a file; `changes`: the answer to « changes ».
    """

    number: int
    pages: int = 0
    path: str | None = None
    data: bytes = b""
    anchors: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    kept: Kept | None = None
    changes: Changes | None = None


class Refused(Struct, frozen=True):
    """It cannot be done: why, in a sentence. `report` is for a bug only."""

    number: int
    sentence: str
    report: str = ""


class GivenUp(Struct, frozen=True):
    """It was cancelled; nothing was written."""

    number: int


Message: TypeAlias = Order | Cancel | PictureSent | PictureWanted | Progress | Made | Refused | GivenUp


def framed(message: Message) -> bytes:
    """A message as it goes through the pipe."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(HEAD, "big") + data


def frames(buffer: bytearray) -> Iterator[Message]:
    """The whole messages of a buffer; they are taken out of it."""
    while len(buffer) >= HEAD:
        end = HEAD + int.from_bytes(buffer[:HEAD], "big")
        if len(buffer) < end:
            return
        data = bytes(buffer[HEAD:end])
        del buffer[:end]
        yield pickle.loads(data)


def snapshot(project: Project, known: Project | None) -> Snapshot:
    """What a child that knows `known` must hear to know `project`: an unchanged table is the same object."""
    changed = [name for name in ENTITIES if known is None or project.table(name) is not known.table(name)]
    return Snapshot({name: _packed(project, name) for name in changed}, project.mark)


def _packed(project: Project, table: str) -> Table:
    values = attrgetter("id", *FIELDS[table])
    return [values(row) for row in project.table(table).values()]


def known_after(known: Project | None, news: Snapshot) -> Project:
    """The project as the child knows it after a snapshot."""
    project = known or Project.empty(news.mark)
    tables = {}
    for name, rows in news.tables.items():
        names = ("id", *FIELDS[name])
        entity = ENTITIES[name]
        tables[name] = {
            str(row[0]): entity(**dict(zip(names, row, strict=True)))  # type: ignore[arg-type]
            for row in rows
        }
    return replace(project, **tables)
