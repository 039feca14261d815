"""What a document says now, part by part: against this, one that comes back is read."""

from msgspec import Struct

from labdesk.domain.corrections.lines import Line

FRONT = "front"
"""The part before the first heading that has a name: the cover, the head of a note."""


class Part(Struct, frozen=True):
    """A heading that has a name, and what stands under it until the next. `name` is its anchor.

    `typed`: the section whose typed text stands here (empty: none does), and that text; `drawn`: the lines
    told from the canvases and the tables.
    """

    name: str
    title: str
    typed: str = ""
    text: tuple[Line, ...] = ()
    drawn: tuple[Line, ...] = ()


class Outline(Struct, frozen=True):
    """The parts of one document, in order: a dossier, a note, a report."""

    document: str
    parts: tuple[Part, ...]

    def part(self, name: str) -> Part | None:
        """The part of that name."""
        return next((part for part in self.parts if part.name == name), None)
