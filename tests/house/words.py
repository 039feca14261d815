"""The sentences of the program and their English: `make words` updates en.po and names what it lacks."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
ENGLISH = ROOT / "resources" / "locale" / "en.po"
KEYWORDS = {"_": None, "several": (2, 3)}


def said() -> dict[str, str]:
    """Each French sentence of the code, with the file where it stands first."""
    found: dict[str, str] = {}
    calls = extract_from_dir(ROOT / "labdesk", method_map=[("**.py", "python")], keywords=KEYWORDS)
    for file, _line, message, _comments, _context in calls:
        for text in message if isinstance(message, tuple) else (message,):
            found.setdefault(text, f"labdesk/{file}")
    return found


def english() -> dict[str, str]:
    """What en.po says for each sentence, the empty string where it is still to be translated."""
    if not ENGLISH.is_file():
        return {}
    with ENGLISH.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def main() -> None:
    """Write en.po again: the sentences of the code in order of place, with the English known so far."""
    known, catalog = english(), Catalog(charset="utf-8")
    for text, place in sorted(said().items(), key=lambda pair: (pair[1], pair[0])):
        catalog.add(text, known.get(text, ""), locations=[(place, 0)])
        if not known.get(text):
            print(f"{place}: {text}")
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, catalog, width=0, omit_header=True, include_lineno=False)


if __name__ == "__main__":
    main()
