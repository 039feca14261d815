"""What a dossier says today as plain pieces to compare: its sections, its amounts, its findings."""

import re
from collections.abc import Iterator
from datetime import date
from typing import cast

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.completeness import Finding, review
from labdesk.domain.contents import Amount, Content, Leaf, Point
from labdesk.domain.entities import InKind, Resource
from labdesk.domain.funding import Profile, credits, plan
from labdesk.domain.model import Project
from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold, Spacer
from labdesk.dossier.compose import Wish, dossier
from labdesk.dossier.drawn_blocks import JourneyMap
from labdesk.dossier.labelled_blocks import Cover
from labdesk.dossier.text_blocks import Bullets, Contents, Heading, PageReference, Paragraph, Runs, Table
from labdesk.words import NBSP, _, speaking, typeset

COVER = "cover"
QUOTED = ("note", "answer", "photo")
"""What is said on a canvas: findings about it quote names, addresses, numbers."""
_QUOTE = re.compile(r"«[^»]*»")
UNSAID = ("sha", "anchor", "colour", "tone", "kind", "level", "columns", "column", "span", "width", "height")
"""Fields of blocks that say how something looks."""


def content(
    project: Project, catalogue: Catalogue, profile: Profile, today: date, ask: frozenset[str]
) -> Content:
    """All that the dossier says, whatever the document that was exported; always told in French.

    `ask`: the zones marked `ask` that were agreed to, as for the document itself.
    """
    with speaking("fr"):
        blocks = dossier(project, catalogue, profile, Wish(today, final=True, ask=ask)).blocks
        found = review(project, catalogue, profile, today).findings
        points = tuple(
            Point(f.rule, f"{f.table}/{f.row}/{f.field}", f.severity, f.section, _discreet(f)) for f in found
        )
        return Content(tuple(_leaves(blocks)), _amounts(project, profile), points)


def _discreet(finding: Finding) -> str:
    """A finding without the words it quotes from the canvases: some stand where nothing may leave, and the
    page that tells findings does leave."""
    if finding.table in QUOTED or finding.rule.startswith("RGP"):
        return _QUOTE.sub(f"«{NBSP}…{NBSP}»", finding.sentence)
    return finding.sentence


# -- texts --------------------------------------------------------------------------------------------
def _leaves(blocks: tuple[Block, ...]) -> Iterator[Leaf]:
    """A leaf for each title of level 1 or 2; what stands under deeper ones goes with it."""
    section, title, lines = COVER, "", list[str]()
    retold = any(isinstance(block, Retold) for block in blocks)
    for block, told_of in _flat(blocks):
        if retold and isinstance(block, JourneyMap):
            continue  # told once, in sentences, under the name of its journey
        if isinstance(block, Heading) and block.level <= 2:
            if lines:
                yield Leaf(section, title, tuple(lines))
            section = told_of or (block.anchor if block.level == 1 else section)
            title = "" if block.level == 1 else typeset(block.name or block.text)
            lines = []
        else:
            lines += [line for line in _lines(block) if line]
    if lines:
        yield Leaf(section, title, tuple(lines))


def _flat(blocks: tuple[Block, ...], told_of: str = "") -> Iterator[tuple[Block, str]]:
    """Each block that says something, with the section it tells again from elsewhere."""
    for block in blocks:
        if isinstance(block, Keep):
            yield from _flat(block.blocks, told_of)
        elif isinstance(block, Retold):
            yield from _flat(block.blocks, block.section)
        elif not isinstance(block, Contents | PageBreak | PageReference | Spacer):
            yield block, told_of


def _lines(block: Block) -> Iterator[str]:
    """The lines of a block in reading order; of a kind that is not known here, all its words."""
    if isinstance(block, Paragraph):
        yield from _of_runs(block.runs).split("\n")
    elif isinstance(block, Bullets):
        yield from (_of_runs(item) for item in block.items)
    elif isinstance(block, Table):
        yield typeset(block.caption)
        for row in block.rows:
            yield " · ".join(said for cell in row.cells if (said := _of_runs(cell.runs).strip()))
        yield typeset(block.note)
    elif isinstance(block, Cover):
        yield from (typeset(f"{label} : {said}") for label, said in (*block.facts, block.amount) if said)
        yield from (typeset(block.title), typeset(block.subtitle), typeset(block.foot))
    else:
        yield from (typeset(" ".join(words.split())) for words in _said(block))


def _of_runs(runs: Runs) -> str:
    return typeset("".join(run.text for run in runs)).strip()


def _said(thing: object) -> Iterator[str]:
    """Every text in a block, whatever its shape."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple) and thing and hasattr(thing[0], "link"):
        yield "".join(run.text for run in thing)
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _said(part)
    else:
        for name in getattr(thing, "__struct_fields__", ()):
            if name not in UNSAID:
                yield from _said(getattr(thing, name))


# -- amounts ------------------------------------------------------------------------------------------
def _amounts(project: Project, profile: Profile) -> tuple[Amount, ...]:
    """Every amount a reader compares, those that add up first."""
    money = plan(project, "cp" if profile.form == "credits" else "amount")
    found = []
    if project.head.requested is not None:
        found.append(Amount("requested", _("Montant demandé"), project.head.requested))
    found.append(Amount("expenses", _("Total des dépenses"), money.expenses))
    found.append(Amount("resources", _("Total des ressources"), money.resources))
    if profile.form == "credits":
        for year, both in credits(project).by_year.items():
            found += [
                Amount(f"ae:{year}", f"AE {year}", both.ae),
                Amount(f"cp:{year}", f"CP {year}", both.cp),
            ]
    else:
        found += [
            Amount(f"year:{year}", _("Dépenses {year}").format(year=year), cents)
            for year, cents in money.by_year.items()
        ]
    found += [
        Amount(f"expense:{line.row.id}", _("Dépense : {what}").format(what=line.row.label or "…"), line.total)
        for line in money.lines
    ]
    found += [
        Amount(f"resource:{row.id}", _("Ressource : {what}").format(what=row.label or "…"), row.amount or 0)
        for row in cast(tuple[Resource, ...], project.in_order("resource"))
    ]
    found += [
        Amount(f"in_kind:{row.id}", _("En nature : {what}").format(what=row.label or "…"), row.amount or 0)
        for row in cast(tuple[InKind, ...], project.in_order("in_kind"))
    ]
    return tuple(found)
