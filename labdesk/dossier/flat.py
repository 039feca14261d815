"""Any block told with the few that a word processor knows: headings, texts, lists, tables, pictures."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold, Spacer
from labdesk.dossier.drawn_blocks import (
    Curve,
    CurveLane,
    Feeling,
    Gallery,
    Item,
    JourneyMap,
    Lane,
    Picture,
    PlanBars,
    SheetMap,
)
from labdesk.dossier.labelled_blocks import Card, Cover, NoteHead, Signature
from labdesk.dossier.text_blocks import (
    Bullets,
    Callout,
    Cell,
    Contents,
    Heading,
    KeyFigures,
    PageReference,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    labelled,
    runs,
)
from labdesk.dossier.wall_blocks import Dots, TableSign, WallGrid, WallSheet
from labdesk.words import _

Flat: TypeAlias = Heading | Paragraph | Bullets | Table | Picture | PageBreak | Callout | Contents | Cover
STEPS_ACROSS = 4
"""Steps of a journey side by side in one table: more cannot be read on a page of A4."""


def flattened(blocks: Sequence[Block]) -> Iterator[Flat]:
    """The same document in the same order, what was drawn told in words, no level of heading skipped."""
    level = 0
    waiting: Heading | None = None
    lost = _left_out(blocks)
    for block in (_without(told, lost) for told in _told(blocks)):
        if waiting is not None and isinstance(block, Heading) and block.text == waiting.text:
            waiting = replace(waiting, anchor=block.anchor or waiting.anchor)  # a map under its own title
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            waiting = replace(block, level=level)
        else:
            yield block
    if waiting is not None:
        yield waiting


def _left_out(blocks: Sequence[Block]) -> frozenset[str]:
    """The links to what is told again, which is not told here."""
    again = (block.blocks for block in blocks if isinstance(block, Retold))
    return frozenset(f"#{one.anchor}" for told in again for one in told if isinstance(one, Heading))


def _without(block: Flat, lost: frozenset[str]) -> Flat:
    """The same block without the words that would lead there."""
    if isinstance(block, Paragraph) and any(run.link in lost for run in block.runs):
        return replace(block, runs=tuple(run for run in block.runs if run.link not in lost))
    return block


def _told(blocks: Sequence[Block]) -> Iterator[Flat]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Bullets | Table | Picture | PageBreak | Contents | Cover):
            yield block
        elif isinstance(block, PageReference):  # its page changes as one corrects: the link is enough
            yield Paragraph((Run(block.text, link=f"#{block.anchor}"),), "small")
        elif isinstance(block, Callout):
            yield from _callout(block)
        elif isinstance(block, Keep):
            yield from _told(block.blocks)
        elif isinstance(block, Gallery):
            yield from block.pictures
        elif isinstance(block, JourneyMap):
            yield from _journey(block)
        elif isinstance(block, SheetMap):
            yield from _sheet(block)
        elif isinstance(block, Card):
            yield from _card(block)
        elif isinstance(block, Retold | WallGrid | WallSheet | Dots | TableSign):
            continue  # told already; or for the wall, a text document has no room for sticky notes
        elif not isinstance(block, Spacer | PlanBars):  # the tables of the plan say the same in figures
            yield from _small(block)


def _small(block: Curve | KeyFigures | NoteHead | Signature) -> Iterator[Flat]:
    if isinstance(block, Curve):
        rows = [_feeling_row(step, lived) for step, lived in zip(block.steps, block.feelings, strict=False)]
        yield Table((_("Étape"), _("Vécu")), tuple(rows))
    elif isinstance(block, KeyFigures):
        figures = ((f.value, f.label, f.source) for f in block.figures)
        yield Table(
            (_("Chiffre"), _("Ce qu’il dit"), _("Source")), tuple(_row(*figure) for figure in figures)
        )
    elif isinstance(block, NoteHead):
        yield Paragraph(runs(block.service, strong=True))
        yield Paragraph(runs(block.place_and_date), align="right")
        if block.kind:
            yield Heading(1, block.kind, in_contents=False)
        for label, said in block.lines:
            yield Paragraph(labelled(label, said))
    else:
        if block.title:
            yield Heading(3, block.title, in_contents=False)
        for choice in block.choices:
            yield Paragraph(runs(f"☐ {choice}"))
        for line in block.lines:
            yield Paragraph(runs(f"{line} : ……………………………………"))


def _row(*cells: str) -> Row:
    return Row(tuple(Cell(runs(cell)) for cell in cells))


def _feeling_row(step: str, feeling: Feeling) -> Row:
    return _row(step, felt(feeling))


def felt(feeling: Feeling) -> str:
    """How a step is lived, in words."""
    from labdesk.dossier.curves import levels

    level = levels().get(feeling.value, str(feeling.value)) if feeling.value is not None else ""
    return ", ".join(part for part in (level, feeling.word) if part)


def _callout(block: Callout) -> Iterator[Flat]:
    if block.title:
        yield Paragraph(runs(block.title, strong=True))
    yield block
    if block.source:
        yield Paragraph(runs(block.source), "small")


def _card(block: Card) -> Iterator[Flat]:
    yield Heading(block.level, block.heading, block.anchor)
    if block.badge:
        yield Paragraph(runs(block.badge), "small")
    rows = tuple(Row((Cell(runs(field.label)), Cell(field.runs))) for field in block.fields)
    if rows:
        yield Table((_("Rubrique"), _("Contenu")), rows, widths=(1, 3))
    yield from block.pictures


def _sheet(block: SheetMap) -> Iterator[Flat]:
    yield Heading(3, block.title, block.anchor, in_contents=False)
    for box in block.boxes:
        yield Heading(4, box.label, in_contents=False)
        if box.text:
            yield Paragraph(runs(box.text))
        if box.items:
            yield Bullets(tuple(item_runs(item) for item in box.items), box.ordered)
        if box.picture is not None:
            yield box.picture


def item_runs(item: Item) -> Runs:
    """A note of a map with its badge."""
    words = (Run(item.text),)
    return (*words, Run(f" ({item.badge})", emphasis=True)) if item.badge else words


def _journey(block: JourneyMap) -> Iterator[Flat]:
    """A table for each phase, of a few steps each: lanes down, steps across."""
    yield Heading(3, block.title, block.anchor, in_contents=False)
    first = 0
    for phase in block.phases:
        last = first + phase.steps
        for start in range(first, last, STEPS_ACROSS):
            steps = range(start, min(start + STEPS_ACROSS, last))
            yield replace(_phase_table(block, steps), caption=phase.label)
        first = last


def _phase_table(block: JourneyMap, steps: range) -> Table:
    head = ("", *(_step(block, step) for step in steps))
    rows = []
    for lane in block.lanes:
        cells = [Cell(_lane_cell(lane, step)) for step in steps]
        if any(cell.runs for cell in cells):
            rows.append(Row((Cell(runs(_lane_label(lane))), *cells)))
    return Table(head, tuple(rows), widths=(1.2, *(2 for _step_ in steps)))


def _lane_label(lane: Lane | CurveLane) -> str:
    """Its name; a lane of numbers says its sum too."""
    return f"{lane.label}\n{lane.total}" if isinstance(lane, Lane) and lane.total else lane.label


def _step(block: JourneyMap, step: int) -> str:
    said = [f"{step + 1}. {block.steps[step]}"]
    if step in block.key:
        said.append(_("(moment clé)"))
    if step < len(block.extra) and block.extra[step]:
        said.append(f"({block.extra[step]})")
    return " ".join(said)


def _lane_cell(lane: Lane | CurveLane, step: int) -> Runs:
    if isinstance(lane, CurveLane):
        lived = felt(lane.feelings[step]) if step < len(lane.feelings) else ""
        return runs(lived) if lived else ()
    items = lane.cells[step] if step < len(lane.cells) else ()
    told: list[Run] = []
    for rank, item in enumerate(items):
        told += [Run("\n" if rank else ""), Run("– " if len(items) > 1 else ""), *item_runs(item)]
    return tuple(run for run in told if run.text)
