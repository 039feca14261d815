"""What was read of a document that comes back: its lines with their marks, the remarks in its margin."""

from msgspec import Struct

from labdesk.domain.corrections.lines import Line


class Remark(Struct, frozen=True):
    """A comment of whoever corrected. `when`: an ISO moment, or nothing."""

    author: str
    when: str
    words: str


class ReadLine(Struct, frozen=True):
    """One line as it stands in the file, tracked changes accepted.

    `mark`: the mark of the typed text it is in; `opens`: the mark of the heading it is; `remarks`: the ranks
    of the comments that stand beside it.
    """

    line: Line
    mark: str = ""
    opens: str = ""
    remarks: tuple[int, ...] = ()


class Read(Struct, frozen=True):
    """The whole file. `tracked`: how many tracked changes were accepted on the way; `aside`: what cannot be a
    line: footnotes, text boxes, pictures that were added."""

    lines: tuple[ReadLine, ...]
    remarks: tuple[Remark, ...] = ()
    tracked: int = 0
    aside: tuple[str, ...] = ()


class SectionBack(Struct, frozen=True):
    """The typed text of a section as it comes back. `left`: the digest of what left, if the file says it."""

    section: str
    lines: tuple[Line, ...]
    left: str = ""
    remarks: tuple[Remark, ...] = ()


class SourceBack(Struct, frozen=True):
    """A passage told from canvases or tables that was changed: it is to be corrected at the source."""

    part: str
    title: str
    before: str
    after: str
    sure: bool = True
    """The file says that this passage was touched; else the project may have changed since."""


class Stray(Struct, frozen=True):
    """Something that stands in no text of the dossier: kept in sight, never lost."""

    words: str
    under: str = ""


class Back(Struct, frozen=True):
    """A document that came back, sorted: texts, what is drawn, what stands elsewhere, remarks elsewhere."""

    document: str
    sections: tuple[SectionBack, ...] = ()
    sources: tuple[SourceBack, ...] = ()
    strays: tuple[Stray, ...] = ()
    remarks: tuple[tuple[str, Remark], ...] = ()
    missing: tuple[str, ...] = ()
    """Titles of the parts that hold a typed text and are not in the file any more."""
    marked: bool = True
    """The file still carries LabDesk’s marks."""
    tracked: int = 0
    file: str = ""
