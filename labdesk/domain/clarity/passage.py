"""A passage of a text that could be said more simply: where it stands, why, what may stand in its stead."""

from typing import Literal, get_args

from msgspec import Struct

from labdesk.digest import sha256

Kind = Literal["long", "passive", "words", "noun", "negative", "acronym"]
KINDS: tuple[Kind, ...] = get_args(Kind)
EVERYWHERE = "*"
"""The section of what is kept in the whole dossier: an acronym that needs no explanation."""


class Passage(Struct, frozen=True):
    """`start`, `end`: characters of the text it was found in. `proposals`: words that can stand there.

    `hint`: what may help to say it otherwise, where no words can simply be put there.
    """

    kind: Kind
    start: int
    end: int
    words: str
    hint: str = ""
    proposals: tuple[str, ...] = ()

    def moved(self, by: int) -> "Passage":
        """The same in a longer text that it is a part of."""
        return Passage(self.kind, self.start + by, self.end + by, self.words, self.hint, self.proposals)

    def mark(self, section: str) -> str:
        """The id under which it is kept as it is: the same words in the same section, wherever they go."""
        scope = EVERYWHERE if self.kind == "acronym" else section
        return mark_of(scope, self.kind, self.words)


def mark_of(section: str, kind: str, words: str) -> str:
    """The same from its parts: spaces and capitals do not count."""
    folded = words if kind == "acronym" else " ".join(words.casefold().split())
    return f"{section}/{kind}/{sha256(folded.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
