"""Every French sentence of the program has its English, and what is shown is typographic."""

import tomllib
from collections.abc import Iterator
from string import Formatter

from labdesk.words import _, typeset
from tests.house.words import ROOT, english, said


def holes(message: str) -> set[str]:
    """The names in braces that are filled in."""
    return {name for _text, name, _format, _conversion in Formatter().parse(message) if name is not None}


def test_every_french_sentence_has_its_english() -> None:
    """`make words` lists them and writes the empty entries into en.po."""
    known = english()
    assert [f"{place}: {text}" for text, place in said().items() if not known.get(text)] == []


def test_no_english_sentence_is_left_behind() -> None:
    used = said()
    assert [text for text in english() if text not in used] == []


def test_both_languages_fill_in_the_same_holes() -> None:
    assert [french for french, other in english().items() if other and holes(french) != holes(other)] == []


def test_french_is_typographic_and_never_speaks_of_clients() -> None:
    """However the message is typed in the code, what is shown has ’ and the unbreakable spaces."""
    assert [f"{place}: {text}" for text, place in said().items() if _(text) != typeset(_(text))] == []
    wrong = ("...", "oeuvre", "coeur", "client", "Client")
    assert [f"{place}: {text}" for text, place in said().items() if any(word in text for word in wrong)] == []


def test_no_sentence_carries_the_words_of_the_system() -> None:
    """They are English whatever the laptop speaks: `words.why` says it in French."""
    files = sorted((ROOT / "labdesk").rglob("*.py"))
    assert [path.name for path in files if ".strerror" in path.read_text("utf-8")] == []


def test_the_labels_of_canvases_and_profiles_are_typographic() -> None:
    files = sorted((ROOT / "resources").rglob("*.toml"))
    labels = [
        (path, label) for path in files for label in french_labels(tomllib.loads(path.read_text("utf-8")))
    ]
    assert [f"{path.name}: {label}" for path, label in labels if label != typeset(label)] == []


def french_labels(part: object) -> Iterator[str]:
    """Every `fr = "…"` under this part of a TOML file."""
    if isinstance(part, dict):
        if isinstance(french := part.get("fr"), str):
            yield french
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from french_labels(inner)
