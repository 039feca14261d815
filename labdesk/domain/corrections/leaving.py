"""The text that had left in a document that comes back: found among the wordings the project remembers."""

from collections.abc import Sequence

from msgspec import Struct

from labdesk.domain.corrections.lines import digest, lines_of
from labdesk.domain.corrections.returned import SectionBack
from labdesk.domain.quotes import last_words


class Left(Struct, frozen=True):
    """The stored text that left. `sure`: it is known; else the text of now stands in for it. `touched`: what
    comes back says something else."""

    text: str
    sure: bool
    touched: bool


def left(back: SectionBack, now: str, former: Sequence[str]) -> Left:
    """`now` and `former`: the stored text as it is, and all it ever was, the latest first."""
    came = digest(back.lines)
    wanted = back.left or came  # a file without its marks: a wording it says again is the one that left
    for text in (now, *former):
        if digest(lines_of(last_words(text))) == wanted:
            return Left(text, True, came != wanted)
    return Left(now, False, came != wanted if back.left else True)
