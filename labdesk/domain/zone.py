"""One field of a canvas: its kind, its labels, how many things it holds, its vocabulary."""

from collections.abc import Mapping

from msgspec import Struct

from labdesk.words import language

GRID_KINDS = ("grid_notes", "grid_score", "grid_check", "grid_choices", "grid_number", "grid_photos")
SINGLE_KINDS = ("text_short", "text", "date", "number", "money", "score", "choice", "check", "ref")
LIST_KINDS = ("notes", "dates", "chain", "choices", "refs", "photos", "table", "axis")
KINDS = SINGLE_KINDS + LIST_KINDS + GRID_KINDS
NOTE_KINDS = ("notes", "dates", "chain", "grid_notes")
"""Zones whose items are notes."""
TRAY = "tray"
"""The zone of « À ranger », where notes wait for their cell, in the types that have one."""
COLOURS = ("sun", "sky", "mint", "rose", "lilac", "stone")
PLACES = ("workshop", "journeys", "problem", "prototypes")
EXPORTS = ("yes", "ask", "never")


class Label(Struct, frozen=True):
    """A label in both languages."""

    fr: str
    en: str

    def __str__(self) -> str:
        return self.fr if language() == "fr" else self.en


class Option(Struct, frozen=True):
    """One entry of a vocabulary; `exported` is False for what must not leave (a photo without consent)."""

    id: str | int
    label: Label
    exported: bool = True


Vocabularies = Mapping[str, tuple[Option, ...]]


class Column(Struct, frozen=True):
    """A column of a table zone."""

    id: str
    kind: str
    label: Label
    vocabulary: str | None = None


class Zone(Struct, frozen=True):
    """One field of a canvas. `need`: A on the canvas, D for the dossier, O optional.

    `export`: yes, ask (the person is asked at export), never. `simple`: also on the simple view.
    `span`: how many of the sheet's columns it takes. `shown`: empty, `test_started`, or `zone=a|b`.
    `pair`: the zone of photos that stands at the right of this one. `expected`: reread beside a test.
    """

    id: str
    kind: str
    card: str
    need: str
    export: str
    label: Label
    question: Label
    simple: bool = True
    shown: str = ""
    pair: str = ""
    expected: bool = False
    auto: bool = False
    vocabulary: str | None = None
    refers: str | None = None
    range: tuple[int, int] | None = None
    word: bool = False
    colour: str = "stone"
    span: int = 1
    columns: tuple[Column, ...] = ()

    @property
    def is_lane(self) -> bool:
        """It is a row of the grid, one cell for each step."""
        return self.kind.startswith("grid_")

    @property
    def holds_notes(self) -> bool:
        """Its items are notes."""
        return self.kind in NOTE_KINDS

    @property
    def at_most(self) -> int | None:
        """How many items it may hold (each step for a lane), or None without limit."""
        last = self.card.split("/")[0].split("..")[-1]
        return None if last == "n" else int(last)

    @property
    def required(self) -> bool:
        """At least one item is expected."""
        return not self.card.startswith("0")
