"""A sentence made of blanks: what a blank and a form are, and the words all forms share."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from labdesk.domain.wording import elides
from labdesk.words import _

HOLE = "…"
BEGUN = 3
"""Words before which a sentence is only being begun: nobody is told that it has no form yet."""
PURPOSE = re.compile(
    r"\b(?:pour|afin)\s+(?:de\s+|d[’']|que\s+|qu[’'])?(?P<what>.+)$", re.IGNORECASE | re.DOTALL
)
_LINKED = re.compile(
    r"\b(?P<word>lorsqu|puisqu|jusqu|qu|d|j|n|s|m|t)(?P<e>e)\s+(?P<next>[\w’'-]{2,})", re.IGNORECASE
)
_CUT = re.compile(r"\b(?P<word>qu|d)[’'](?P<next>[\w’'-]{2,})", re.IGNORECASE)


class Blank(Struct, frozen=True):
    """A blank of a sentence: what it is called and the question that fills it. `day`: a date fits in it."""

    label: str
    question: str
    day: bool = False


class Proposal(Struct, frozen=True):
    """What could be said better; `text` is the whole sentence said so, empty when only people can say it."""

    sentence: str
    text: str = ""


class Form(Struct, frozen=True):
    """A kind of sentence. `read` gives as many words as there are blanks; `write` takes them back."""

    name: str
    blanks: tuple[Blank, ...]
    read: Callable[[str], tuple[str, ...]]
    write: Callable[[tuple[str, ...]], str]
    advise: Callable[[str], Iterator[Proposal]]
    needed: int = 1
    """How many blanks, the first ones, must be filled before the sentence has its form."""

    def is_whole(self, text: str) -> bool:
        """Nothing that the sentence needs is missing, and nobody would say it otherwise."""
        told = len(text.split()) >= BEGUN and all(map(filled, self.read(text)[: self.needed]))
        return told and not any(self.advise(text))


def elisions(text: str) -> Iterator[Proposal]:
    """« de une », « que elle », « d’huit », and the text without them; nothing when there are none."""
    better = _LINKED.sub(_cut, text)
    better = _CUT.sub(_uncut, better)
    if better != text:
        yield Proposal(_("Le français élide ici : « d’une », « qu’elle », mais « de huit »."), better)


def _cut(found: re.Match[str]) -> str:
    following = found["next"]
    return f"{found['word']}’{following}" if elides(following) else found.group(0)


def _uncut(found: re.Match[str]) -> str:
    following = found["next"]
    aspirated = re.match(r"[aeiouyhàâäéèêëîïôöùûüœæ]", following, re.IGNORECASE) and not elides(following)
    return f"{found['word']}e {following}" if aspirated else found.group(0)


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def filled(words: str) -> str:
    """What a blank holds; nothing for a hole."""
    said = words.strip(" ,")
    return "" if said in (HOLE, "...") else said


def ended(text: str) -> str:
    """No full stop after a hole."""
    return text[:-1] if text.endswith(f"{HOLE}.") else text


def joined(*sentences: str) -> str:
    """Sentences one after the other."""
    return " ".join(one for one in sentences if one)
