"""Blocks that say facts under labels in a set place: a card, a cover, the head and the foot of a note."""

from msgspec import Struct

from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.text_blocks import Runs, Tone


class Field(Struct, frozen=True):
    """A labelled text of a card. A wide one takes the whole width of the card; `tone` colours a verdict."""

    label: str
    runs: Runs
    wide: bool = False
    tone: Tone = "plain"


class Card(Struct, frozen=True):
    """A prototype, a persona: all that a decision-maker reads about it in one box. `kicker` and title make a
    heading of `level` and a bookmark."""

    title: str
    fields: tuple[Field, ...]
    kicker: str = ""
    badge: str = ""
    tone: Tone = "plain"
    pictures: tuple[Picture, ...] = ()
    anchor: str = ""
    level: int = 3

    @property
    def heading(self) -> str:
        """« Prototype 1 — La promesse des 15 jours »."""
        return " — ".join(text for text in (self.kicker.strip(), self.title.strip()) if text)


class Cover(Struct, frozen=True):
    """The first page, white, with 60 × 40 mm left free at the top left for the bloc-marque. `facts` are the
    labelled lines (« Porteur », « Fonds visé », « Montant demandé », « Décision attendue »…)."""

    title: str
    subtitle: str = ""
    kicker: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    amount: tuple[str, str] = ("", "")
    decision: tuple[str, str] = ("", "")
    status: str = ""
    foot: str = ""
    partners: tuple[Picture, ...] = ()
    mark: Picture | None = None


class NoteHead(Struct, frozen=True):
    """The head of a note as French services write it, the free zone of the bloc-marque at its left."""

    service: str
    place_and_date: str
    lines: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    mark: Picture | None = None


class Signature(Struct, frozen=True):
    """What the person who decides fills in by hand: boxes to tick, then the lines left to write on."""

    choices: tuple[str, ...]
    lines: tuple[str, ...]
    title: str = ""
