"""What the tests of the dossier read with: the words of a block, blocks of a kind, a project told."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import fields

from labdesk.domain.funding import load_profiles
from labdesk.domain.model import Project
from labdesk.dossier.blocks import Keep
from labdesk.dossier.compose import Wish, dossier
from labdesk.dossier.documents import Document
from tests.memory import catalogue

TODAY = date(2027, 7, 1)
T = TypeVar("T")


def told(
    project: Project,
    profile: str = "state_innovation_fund",
    *,
    final: bool = False,
    ask: frozenset[str] = frozenset(),
) -> Document:
    """The dossier of a project, as a draft unless told otherwise."""
    return dossier(project, catalogue(), load_profiles()[profile], Wish(TODAY, final, ask))


def words_of(block: object) -> Iterator[str]:
    """Every text a block holds, in reading order."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple):
        for part in block:
            yield from words_of(part)
    elif isinstance(block, Struct):
        for part in fields(block):
            yield from words_of(getattr(block, part.name))


def said(document: Document) -> str:
    """All the words of a document."""
    return "\n".join(words_of(document.blocks))


def of_kind(document: Document, kind: type[T]) -> list[T]:
    """The blocks of a kind, in order."""
    found: list[T] = []
    for block in document.blocks:
        inside = block.blocks if isinstance(block, Keep) else (block,)
        found += [part for part in inside if isinstance(part, kind)]
    return found
