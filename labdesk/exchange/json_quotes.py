"""The quotes of a JSON project, both ways: which words of which text are those of something else.

Texts travel as people read them, so that any program may; `quotes` says beside what they quote, by the
names that things have in the file: the rows of the project that reads it are others.
"""

import re
from collections.abc import Iterator

from labdesk.domain.gesture import Edit
from labdesk.domain.quotes import mark, pieces
from labdesk.exchange.addresses import Addresses
from labdesk.exchange.json_codecs import a_list, an_object
from labdesk.exchange.json_intake import Intake
from labdesk.exchange.json_shelf import Shelf
from labdesk.exchange.json_text import Json, Member, Misfit, inside
from labdesk.words import _

TABLES = ("expense", "resource", "indicator")
_PLAIN = {"year": re.compile(r"\d{1,6}"), "sum": re.compile(r"[a-z_]{1,40}")}
"""What is quoted by its own name: a year of the plan, one of its sums."""


# -- in -----------------------------------------------------------------------------------------------
def read_quotes(intake: Intake, value: Json, at: str) -> None:
    """Once everything has its row: the words of texts become quotes again. What finds no place is kept."""
    given = [_read(item, inside(at, rank)) for rank, item in enumerate(a_list(value, at))]
    intake.later.append(lambda: _bind(intake, given, at))


def _read(item: Json, at: str) -> dict[str, Json]:
    found = an_object(item, at)
    if not all(isinstance(found.get(name), str) for name in ("section", "kind", "from", "words")):
        raise Misfit(at, _("une section, une sorte, une source et des mots sont attendus."))
    return found


def _bind(intake: Intake, given: list[dict[str, Json]], at: str) -> None:
    texts = {
        edit.row: rank
        for rank, edit in enumerate(intake.edits)
        if isinstance(edit, Edit) and (edit.table, edit.field) == ("section", "text")
    }
    bound = {row: _Text(str(getattr(intake.edits[rank], "value", ""))) for row, rank in texts.items()}
    left: list[Json] = []
    for rank, item in enumerate(given):
        text = bound.get(str(item["section"]))
        ref = _ref(intake.addresses, str(item["kind"]), str(item["from"]))
        if text is None or ref is None or not text.quote(ref, str(item["words"]), item.get("at")):
            left.append(item)
            intake.tell(inside(at, rank), _("cette citation ne mène nulle part ici, ses mots restent."))
    for row, rank in texts.items():
        intake.edits[rank] = Edit("section", row, "text", bound[row].marked)
    if left:
        intake.keep("dossier", "quotes", left)


class _Text:
    """A text that finds its quotes again, one after the other."""

    def __init__(self, words: str) -> None:
        self._words, self._at, self._done = words, 0, ""

    def quote(self, ref: str, words: str, at: Json) -> bool:
        """These words, where the file says or the next time they stand; False when they do not."""
        quoted = mark(ref, words)
        if not words or quoted != f"⟦{ref}|{words}⟧":  # what no quote can hold
            return False
        told = isinstance(at, int) and at >= self._at and self._words.startswith(words, at)
        place = int(at) if told and isinstance(at, int) else self._words.find(words, self._at)
        if place < 0:
            return False
        self._done += self._words[self._at : place] + quoted
        self._at = place + len(words)
        return True

    @property
    def marked(self) -> str:
        """The text as it is stored."""
        return self._done + self._words[self._at :]


def _ref(addresses: Addresses, kind: str, name: str) -> str | None:
    """What is quoted, by its row here; None when nothing here has this name."""
    if kind in _PLAIN:
        return f"{kind}:{name}" if _PLAIN[kind].fullmatch(name) else None
    if kind == "answer":
        canvas, _slash, zone = name.rpartition("/")
        row = addresses.row(canvas)
        return f"answer:{row}/{zone}" if row and zone and not set(zone) & set("⟦⟧|") else None
    row = addresses.row(name) if kind in ("note", *TABLES) else None
    return f"{kind}:{row}" if row else None


# -- out ----------------------------------------------------------------------------------------------
def quotes_list(shelf: Shelf, sections: list[str]) -> Member:
    """What these texts quote, in order; then what an import could not place."""
    said: list[Json] = [quote for section in sections for quote in _quotes(shelf, section)]
    kept = shelf.as_it_was("dossier", "quotes")
    if said and isinstance(kept, list):
        return said + kept
    return said or kept


def _quotes(shelf: Shelf, section: str) -> Iterator[Json]:
    at = 0
    for piece in pieces(shelf.project, shelf.project.raw_text(section)):
        name = None if piece.lost or not piece.ref else _name(shelf, piece.ref)
        if name is not None:
            kind = piece.ref.partition(":")[0]
            yield {"section": section, "at": at, "kind": kind, "from": name, "words": piece.text}
        at += len(piece.text)


def _name(shelf: Shelf, ref: str) -> str | None:
    """How the file calls what is quoted; None for what it cannot name: the words stay words."""
    kind, _colon, row = ref.partition(":")
    if kind in _PLAIN:
        return row
    if kind == "answer":
        canvas, _slash, zone = row.partition("/")
        name = shelf.addresses.name(canvas) if canvas in shelf.project.canvas else None
        return f"{name}/{zone}" if name and zone and "/" not in zone else None
    return shelf.addresses.name(row)
