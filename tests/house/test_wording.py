"""Every French sentence of the program has its English."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from labdesk.words import _, typeset

ROOT = Path(__file__).parents[2]
KEYWORDS = {"_": None, "several": (2, 3)}


def said() -> dict[str, str]:
    """Each message id of the code, with the place where it stands."""
    found: dict[str, str] = {}
    calls = extract_from_dir(ROOT / "labdesk", method_map=[("**.py", "python")], keywords=KEYWORDS)
    for file, line, message, _comments, _context in calls:
        for text in message if isinstance(message, tuple) else (message,):
            found[text] = f"labdesk/{file}:{line}"
    return found


def english() -> Catalog:
    with (ROOT / "resources" / "locale" / "en.po").open("rb") as file:
        return read_po(file)


def holes(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_every_french_sentence_has_its_english() -> None:
    translated = {str(message.id) for message in english() if message.id and message.string}
    assert [f"{place}: {text}" for text, place in said().items() if text not in translated] == []


def test_no_english_sentence_is_left_behind() -> None:
    ids = said()
    assert [str(message.id) for message in english() if message.id and str(message.id) not in ids] == []


def test_both_languages_fill_in_the_same_holes() -> None:
    pairs = [(str(message.id), str(message.string)) for message in english() if message.id]
    assert [french for french, translated in pairs if holes(french) != holes(translated)] == []


def test_french_is_typographic_and_never_speaks_of_clients() -> None:
    """However the message is typed in the code, what is shown has ’ and the unbreakable spaces."""
    assert [f"{place}: {text}" for text, place in said().items() if _(text) != typeset(_(text))] == []
    wrong = ("...", "oeuvre", "coeur", "client", "Client")
    assert [f"{place}: {text}" for text, place in said().items() if any(word in text for word in wrong)] == []


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
