"""How a text reads, in words: its sentences and how long they are, and what that asks of a reader."""

from collections.abc import Callable

from msgspec import Struct

from labdesk.domain.clarity.splitting import lines, sentences, words
from labdesk.words import _, several

ENOUGH = 30
"""Words under which a measure says nothing."""
SHORT, MIDDLE = 20, 25
"""Words a sentence on average: what a listener follows, what a reader does."""
EASY, USUAL, HARD = 60, 45, 30
"""Kandel and Moles, 1958 (Flesch for French): 207 − 1.015 × words a sentence − 73.6 × syllables a word."""


class Measure(Struct, frozen=True):
    """`ease`: Kandel–Moles, higher is easier; None for a text too short to be measured."""

    words: int
    sentences: int
    longest: int
    long: int
    ease: float | None

    @property
    def average(self) -> int:
        """Words a sentence."""
        return round(self.words / self.sentences) if self.sentences else 0

    def sentence(self) -> str:
        """« 12 phrases de 17 mots en moyenne, la plus longue en a 41. Se lit sans effort. »"""
        if not self.words:
            return _("Rien à lire pour l’instant.")
        if self.ease is None:
            return _("Le texte est trop court pour être mesuré.")
        count = several(self.sentences, "{n} phrase", "{n} phrases")
        told = _("{sentences} de {average} mots en moyenne, la plus longue en a {longest}.")
        said = told.format(sentences=count, average=self.average, longest=self.longest)
        if self.sentences == 1:
            said = _("Une seule phrase, de {longest} mots.").format(longest=self.longest)
        return f"{said} {self.level()}"

    def level(self) -> str:
        """What the text asks of its reader."""
        ease = self.ease or 0
        if ease >= EASY and self.average <= SHORT and self.long * 10 <= self.sentences:
            return _("Se lit sans effort.")
        if ease >= USUAL and self.average <= MIDDLE and self.long * 3 <= self.sentences:
            return _("Se lit bien pour qui connaît le sujet.")
        if self.average <= SHORT:
            return _("Des phrases courtes, mais beaucoup de mots longs.")
        if ease >= HARD:
            return _("Demande de l’attention : des phrases plus courtes aideraient.")
        return _("Se lit avec peine : phrases longues, mots longs.")


def measure(text: str, long: int, syllables: Callable[[str], int]) -> Measure:
    """The measure of a text. `long`: words from which a sentence is long; `syllables`: those of one word."""
    counts: list[int] = []
    heard = 0
    for line in lines(text):
        said = text[line.start : line.end]
        for sentence in sentences(said):
            inside = words(said[sentence.start : sentence.end])
            if inside:
                counts.append(len(inside))
                heard += sum(
                    syllables(said[sentence.start + word.start : sentence.start + word.end])
                    for word in inside
                )
    total = sum(counts)
    ease = 207 - 1.015 * total / len(counts) - 73.6 * heard / total if total >= ENOUGH else None
    return Measure(total, len(counts), max(counts, default=0), sum(count > long for count in counts), ease)
