"""Plain language in a JSON project, both ways: acronyms explained, passages that are kept as they are."""

from typing import get_args

from labdesk.domain.clarity.passage import Kind, mark_of
from labdesk.domain.entities import FIELDS, SHORT
from labdesk.exchange.json_codecs import a_list, an_object, text
from labdesk.exchange.json_intake import Intake
from labdesk.exchange.json_shelf import Shelf
from labdesk.exchange.json_text import Json, Member, Misfit, inside
from labdesk.words import _

MEMBERS = ("acronyms", "kept_as_is")
_MEANING = text(FIELDS["acronym"]["meaning"].limit)
_KEPT = ("section", "kind", "words")


def read_clarity(intake: Intake, name: str, value: Json, at: str) -> None:
    """The rows of one of `MEMBERS`."""
    if name == "acronyms":
        for word, said in an_object(value, at).items():
            if not 0 < len(word) <= SHORT:
                intake.keep("acronyms", word, said, inside(at, word))
                continue
            meaning = intake.read("acronyms", word, _MEANING, said, inside(at, word))
            if meaning is not None:
                intake.birth("acronym", word, meaning=meaning)
        return
    for rank, item in enumerate(a_list(value, at)):
        here = inside(at, rank)
        found = an_object(item, here)
        said_of = {part: found.get(part) for part in _KEPT}
        section, kind, words = (said_of[part] for part in _KEPT)
        if not (isinstance(section, str) and isinstance(words, str) and kind in get_args(Kind)):
            raise Misfit(here, _("une section, une sorte et des mots sont attendus."))
        row = mark_of(section, str(kind), words)
        intake.birth("kept", row, section=section, kind=str(kind), words=words)


def acronyms_object(shelf: Shelf) -> Member:
    """What each acronym stands for."""
    rows = sorted(shelf.project.acronym.values(), key=lambda row: row.id)
    known = [(row.id, shelf.written("acronyms", row.id, _MEANING, row.meaning)) for row in rows]
    return shelf.members("acronyms", known) or shelf.as_it_was("dossier", "acronyms")


def kept_list(shelf: Shelf) -> Member:
    """The passages that are kept as they are."""
    rows = sorted(shelf.project.kept.values(), key=lambda row: row.id)
    said: list[Json] = [{"section": row.section, "kind": row.kind, "words": row.words} for row in rows]
    return said or shelf.as_it_was("dossier", "kept_as_is")
