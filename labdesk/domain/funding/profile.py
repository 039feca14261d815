"""What a funding profile is: the sections a call wants, their order, its limits. Nothing is read here."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from labdesk.domain.canvas_type import Label

Form = Literal["grant", "credits", "note", "report"]
"""The two money forms, the note for decision, the workshop report (no money at all)."""
Need = Literal["B", "W"]
FALLBACK = "generic"
UNNAMED = Label("", "")


class Section(Struct, frozen=True):
    """A section of a dossier. `source`: typed, table, auto, check, or the canvas types it is drawn from.

    `max_chars` 0: no limit. `need` B: empty, it blocks the final export; W: empty, it is to check.
    `field`: what the web form of the call names the field in which the section is pasted; often blank.
    """

    id: str
    label: Label
    guide: Label
    source: tuple[str, ...] = ("typed",)
    max_chars: int = 0
    need: Need = "B"
    field: Label = UNNAMED


class Limits(Struct, frozen=True):
    """What the call allows; None: not known, not invented. Rates in % of all expenses, requests in cents."""

    max_rate: Decimal | None = None
    min_self: Decimal | None = None
    min_request: int | None = None
    max_request: int | None = None


class Profile(Struct, frozen=True):
    """What one kind of call wants. `date`: when it was last read against `source`.

    `to_confirm`: nobody has read it against the call in force yet, so its limits and papers never block.
    """

    id: str
    form: Form
    label: Label
    sections: tuple[Section, ...]
    limits: Limits
    attachments: tuple[str, ...]
    date: str
    source: str
    to_confirm: bool

    def section(self, name: str) -> Section | None:
        """The section of that name, if this profile has it."""
        return next((section for section in self.sections if section.id == name), None)

    def has(self, *names: str) -> bool:
        """One of these sections is in this profile."""
        return any(section.id in names for section in self.sections)

    @property
    def money(self) -> bool:
        """It asks for a budget: a grant or State credits."""
        return self.form in ("grant", "credits")


class Profiles(Mapping[str, Profile]):
    """The profiles this laptop knows, by id, and the sentences about the files that were refused."""

    def __init__(self, profiles: Mapping[str, Profile], refused: tuple[str, ...] = ()) -> None:
        self.profiles, self.refused = profiles, refused

    def __getitem__(self, name: str) -> Profile:
        return self.profiles[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.profiles)

    def __len__(self) -> int:
        return len(self.profiles)

    def named(self, name: str | None) -> Profile:
        """The profile of that name; one that this laptop does not know reads as the generic dossier."""
        return self.profiles.get(name or "") or self.profiles[FALLBACK]
