"""Plain language: passages of a text that could be said more simply, and how it reads. All is advice."""

from labdesk.domain.clarity.lexicon import Lexicon, load_lexicon
from labdesk.domain.clarity.measure import Measure, measure
from labdesk.domain.clarity.passage import KINDS, Kind, Passage
from labdesk.domain.clarity.reading import explained_in, passages

__all__ = [
    "KINDS",
    "Kind",
    "Lexicon",
    "Measure",
    "Passage",
    "explained_in",
    "load_lexicon",
    "measure",
    "passages",
]
