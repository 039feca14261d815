"""A typed text read for plain language: its passages in order, without those that are kept as they are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from labdesk.domain.clarity import habits
from labdesk.domain.clarity.acronyms import acronyms, explained
from labdesk.domain.clarity.lexicon import Lexicon
from labdesk.domain.clarity.passage import Passage
from labdesk.domain.clarity.splitting import Span, lines, sentences, words
from labdesk.words import _

REMEMBERED = 2_000
"""Lines whose passages are remembered: after a key, one line is read again."""
RANK = {"noun": 0, "negative": 1, "words": 2, "acronym": 2, "passive": 3}
"""Which of two passages at the same place is told."""


def passages(
    text: str, lexicon: Lexicon, known: Collection[str] = (), kept: Collection[str] = (), section: str = ""
) -> tuple[Passage, ...]:
    """The passages of a text. `known`: acronyms the dossier explains; `kept`: marks of what stays as it is.

    A long sentence holds other passages; no two of the others overlap.
    """
    found: list[Passage] = []
    for line in lines(text):
        found += (passage.moved(line.start) for passage in _line(text[line.start : line.end], lexicon))
    found += _unexplained(text, lexicon, known)
    # Kept last: what stood behind a kept passage does not come out in its stead.
    said = (passage for passage in _apart(found) if passage.mark(section) not in kept)
    return tuple(sorted(said, key=lambda passage: (passage.start, -passage.end)))


def explained_in(texts: Iterable[str]) -> Mapping[str, str]:
    """The acronyms that the texts of a dossier explain, each with its words."""
    found: dict[str, str] = {}
    for text in texts:
        for word, said in _explained(text).items():
            found.setdefault(word, said)
    return found


@lru_cache(maxsize=256)
def _explained(text: str) -> Mapping[str, str]:
    return explained(text)


def _line(line: str, lexicon: Lexicon) -> tuple[Passage, ...]:
    return _remembered(line, _Identity(lexicon))


class _Identity:
    """A lexicon as the key of what is remembered: the same object, not the same words."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.lexicon is self.lexicon


@lru_cache(maxsize=REMEMBERED)
def _remembered(line: str, key: _Identity) -> tuple[Passage, ...]:
    return tuple(_read(line, key.lexicon))


def _read(line: str, lexicon: Lexicon) -> Iterator[Passage]:
    every = words(line)
    yield from habits.expressions(line, lexicon, every)
    yield from habits.passive(line, lexicon)
    yield from habits.negatives(line)
    yield from habits.nouns(line, lexicon)
    at = 0
    for sentence in sentences(line):
        inside: list[Span] = []
        while at < len(every) and every[at].start < sentence.end:
            inside.append(every[at])
            at += 1
        yield from habits.length(line, sentence, inside, lexicon)


def _unexplained(text: str, lexicon: Lexicon, known: Collection[str]) -> Iterator[Passage]:
    """Each acronym that nothing explains, once, where it comes first."""
    told = {*known, *lexicon.known, *_explained(text)}
    for span in acronyms(text):
        word = text[span.start : span.end]
        if word in told:
            continue
        told.add(word)
        meaning = lexicon.acronyms.get(word, "")
        hint = _("Peut-être : {meaning}.").format(meaning=meaning) if meaning else ""
        proposals = (f"{word} ({meaning})",) if meaning else ()
        yield Passage("acronym", span.start, span.end, word, hint, proposals)


def _apart(found: Iterable[Passage]) -> Iterator[Passage]:
    """Long sentences, and of the others those that none of a better rank, or a longer one, covers."""
    taken: list[Span] = []
    others: list[Passage] = []
    for passage in found:
        if passage.kind == "long":
            yield passage
        else:
            others.append(passage)
    others.sort(key=lambda passage: (RANK[passage.kind], passage.start - passage.end, passage.start))
    starts: set[int] = set()
    for passage in others:
        spots = range(passage.start, passage.end)
        if not any(spot in starts for spot in spots):
            starts.update(spots)
            taken.append(Span(passage.start, passage.end))
            yield passage
