"""Keeping within a number of pages by leaving out whole sentences, never cutting one."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from labdesk.dossier.blocks import Block, Keep
from labdesk.dossier.documents import Document
from labdesk.dossier.fitting import arranged
from labdesk.dossier.job import Pictures
from labdesk.dossier.placing import Placed
from labdesk.dossier.text import printed
from labdesk.dossier.text_blocks import Bullets, Paragraph, Run, Runs

_END = re.compile(r"(?<=[.!?…])(?:[ \u00a0\u202f]*»)?\s+(?=[«\"(]?\s?[A-ZÀ-ÖØ-Þ0-9])")


class LeftOut(Struct, frozen=True):
    """A sentence that did not fit, and the section it belongs to."""

    section: str
    sentence: str


class _Unit(Struct, frozen=True):
    """A sentence or an item that may be left out. Each section gives its first ones before any gives more."""

    rank: int
    place: int
    section: str
    words: str


def within_limit(document: Document, picture: Pictures) -> tuple[Placed, tuple[LeftOut, ...]]:
    """The document placed, with as many of its spare sentences as its page limit allows."""
    placed = arranged(document, picture)
    if document.page_limit is None or len(placed.pages) <= document.page_limit:
        return placed, ()
    units = list(_units(document.blocks))
    wanted = sorted(units, key=lambda unit: (unit.rank, unit.place))
    low, high = 0, len(wanted)  # `low` first units fit, or nothing more can be left out
    while high - low > 1:
        middle = (low + high) // 2
        trial = arranged(_with(document, wanted[:middle]), picture)
        low, high = (middle, high) if len(trial.pages) <= document.page_limit else (low, middle)
    kept = set(wanted[:low])
    left = tuple(LeftOut(unit.section, unit.words) for unit in units if unit not in kept)
    return arranged(_with(document, wanted[:low]), picture), left


def sentences(runs: Runs) -> tuple[Runs, ...]:
    """Runs parted after each sentence; every run keeps its look."""
    found: list[Runs] = []
    current: list[Run] = []
    for run in runs:
        start = 0
        for end in (match.end() for match in _END.finditer(run.text)):
            found.append((*current, replace(run, text=run.text[start:end])))
            current, start = [], end
        if run.text[start:]:
            current.append(replace(run, text=run.text[start:]))
    return (*found, tuple(current)) if current else tuple(found)


def _units(blocks: tuple[Block, ...]) -> Iterator[_Unit]:
    ranks: dict[str, int] = {}
    for place, (section, words) in enumerate(_spare(blocks)):
        ranks[section] = ranks.get(section, -1) + 1
        yield _Unit(ranks[section], place, section, words)


def _spare(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Keep():
                yield from _spare(block.blocks)
            case Paragraph(spare=section) if section:
                yield from ((section, printed(one).strip()) for one in sentences(block.runs))
            case Bullets(spare=section) if section:
                yield from ((section, printed(one).strip()) for one in block.items)


def _with(document: Document, kept: list[_Unit]) -> Document:
    return replace(document, blocks=_kept(document.blocks, iter(_marks(document.blocks, kept))))


def _marks(blocks: tuple[Block, ...], kept: list[_Unit]) -> list[bool]:
    """Whether each unit stays, in the order of the document."""
    places = {unit.place for unit in kept}
    return [place in places for place, _unit in enumerate(_spare(blocks))]


def _kept(blocks: tuple[Block, ...], stays: Iterator[bool]) -> tuple[Block, ...]:
    result: list[Block] = []
    for block in blocks:
        match block:
            case Keep():
                result.append(Keep(_kept(block.blocks, stays)))
            case Paragraph(spare=section) if section:
                words = [one for one in sentences(block.runs) if next(stays)]
                result.append(replace(block, runs=tuple(run for one in words for run in one)))
            case Bullets(spare=section) if section:
                result.append(replace(block, items=tuple(one for one in block.items if next(stays))))
            case _:
                result.append(block)
    return tuple(result)
