"""A document told to a word processor block by block: what Word and LibreOffice are told alike."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Literal

from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.flat import Flat
from labdesk.dossier.labelled_blocks import Cover
from labdesk.dossier.office import Pictures, anchors, passages
from labdesk.dossier.text_blocks import (
    Align,
    Bullets,
    Callout,
    Contents,
    Heading,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    labelled,
    runs,
)

Role = Style | Literal["title"]
"""What a paragraph is; each writer has its own style for it."""


class OfficeWriter(ABC):
    """One document on its way to a file; what is written goes at the end."""

    def __init__(self, document: Document, pictures: Pictures) -> None:
        self.document, self.pictures = document, pictures
        self.anchors = anchors(document)

    def tell(self, block: Flat, mark: str = "") -> None:
        """One block. `mark`: the bookmark of a heading."""
        if isinstance(block, Heading):
            self.heading(block, mark)
        elif isinstance(block, Paragraph):
            self.words(block.runs, block.style, block.align)
        elif isinstance(block, Bullets):
            self.bullets(block)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Picture):
            self.picture(block)
        elif isinstance(block, Callout):
            self.callout(block)
        elif isinstance(block, Contents):
            self.contents(block)
        elif isinstance(block, Cover):
            self._cover(block)
        else:
            self.turn(landscape=block.landscape)

    def target(self, run: Run) -> str:
        """Where a run leads: an address, or « #mark » of this document; empty for nowhere."""
        if run.link.startswith("#"):
            mark = self.anchors.get(run.link[1:], "")
            return f"#{mark}" if mark else ""
        return run.link

    def entries(self) -> Iterator[Heading]:
        """The lines of the contents."""
        for passage in passages(self.document):
            for block in passage.blocks:
                if isinstance(block, Heading) and block.in_contents and block.level <= 2:
                    yield block

    def _cover(self, block: Cover) -> None:
        told: tuple[tuple[str, Role], ...] = (
            (block.kicker, "small"),
            (block.title, "title"),
            (block.subtitle, "lead"),
            (block.status, "lead"),
        )
        for text, role in told:
            if text:
                self.words(runs(text), role)
        for label, words in (*block.facts, block.amount, block.decision):
            if label and words:
                self.words(labelled(label, words), "body")
        if block.foot:
            self.words(runs(block.foot), "small")

    @abstractmethod
    def heading(self, block: Heading, mark: str) -> None:
        """A title."""

    @abstractmethod
    def words(self, words: Runs, role: Role, align: Align = "left") -> None:
        """A paragraph."""

    @abstractmethod
    def bullets(self, block: Bullets) -> None:
        """A list."""

    @abstractmethod
    def table(self, block: Table) -> None:
        """A table with its caption and its note."""

    @abstractmethod
    def picture(self, block: Picture) -> None:
        """A picture with its caption, or its words when the project lost it."""

    @abstractmethod
    def callout(self, block: Callout) -> None:
        """Words that stand out."""

    @abstractmethod
    def contents(self, block: Contents) -> None:
        """The list of headings."""

    @abstractmethod
    def turn(self, *, landscape: bool) -> None:
        """What follows begins a page, upright or landscape."""
