"""What plain language remarks in a text, for the tests: all the words it finds, or the only passage."""

from labdesk.domain.clarity import load_lexicon, passages
from labdesk.domain.clarity.passage import Passage

LEXICON = load_lexicon()


def found(text: str, kind: str = "") -> list[str]:
    return [passage.words for passage in passages(text, LEXICON) if kind in ("", passage.kind)]


def only(text: str) -> Passage:
    (passage,) = passages(text, LEXICON)
    return passage
