"""What a document says, part by part and line by line: what a word processor is given, and gives back."""

from collections.abc import Iterator

from labdesk.domain.corrections.lines import Kind, Line, kind_of, loose
from labdesk.domain.corrections.outline import FRONT, Outline, Part
from labdesk.domain.funding.profile_reading import load_sections
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.flat import Flat, flattened
from labdesk.dossier.fonts import clean
from labdesk.dossier.labelled_blocks import Cover
from labdesk.dossier.text_blocks import Bullets, Callout, Heading, Paragraph, Runs, Table
from labdesk.words import _, speaking, typeset

CELLS = " | "
"""Between the cells of one row."""


def said(text: str) -> str:
    """A text as it is printed."""
    return typeset(clean(text))


def outline(name: str, document: Document) -> Outline:
    """Its parts: each heading that has an anchor opens one."""
    with speaking(document.lang):
        parts: list[Part] = []
        for heading, body in parted(tuple(flattened(document.blocks))):
            told = [(section, line) for block in body for section, line in lines(block)]
            typed = next((section for section, _line in told if section), "") or _section(heading)
            parts.append(
                Part(
                    heading.anchor if heading else FRONT,
                    said(heading.text) if heading else "",
                    typed,
                    tuple(line for section, line in told if section),
                    tuple(line for section, line in told if not section),
                )
            )
        return Outline(name, tuple(parts))


def _section(heading: Heading | None) -> str:
    """The section that a heading of the dossier opens: words put under it are its text."""
    if heading is None or heading.level != 1:
        return ""
    return heading.anchor if heading.anchor in load_sections() else ""


def parted(blocks: tuple[Flat, ...]) -> Iterator[tuple[Heading | None, tuple[Flat, ...]]]:
    """Blocks under the heading that names them; what stands before the first one under none."""
    heading, body = None, list[Flat]()
    for block in blocks:
        if isinstance(block, Heading) and block.anchor:
            yield heading, tuple(body)
            heading, body = block, []
        else:
            body.append(block)
    yield heading, tuple(body)


def drawn(body: tuple[Flat, ...]) -> tuple[Line, ...]:
    """The lines of a part that nobody typed."""
    return tuple(line for block in body for section, line in lines(block) if not section)


def lines(block: Flat) -> Iterator[tuple[str, Line]]:
    """The lines of a block, each with the section whose typed text it is; those that say nothing left out."""
    if isinstance(block, Heading):
        yield from _told(block.text, "heading")
    elif isinstance(block, Paragraph | Callout):
        yield from _paragraph(block.runs)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield from _item(item, "number" if block.ordered else "bullet")
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Picture):
        yield from _told(block.caption)
    elif isinstance(block, Cover):
        for words in cover_lines(block):
            yield from _told(words)


def cover_lines(block: Cover) -> Iterator[str]:
    """What a cover says, line by line."""
    yield from (block.kicker, block.title, block.subtitle, block.status)
    for label, said in (*block.facts, block.amount, block.decision):
        if label and said:
            yield _("{label} : ").format(label=label) + said
    yield block.foot


def typed_in(block: Flat) -> str:
    """The section whose typed text a whole block is; empty when it is not, or only in part."""
    runs: tuple[Runs, ...] = ()
    if isinstance(block, Paragraph | Callout):
        runs = (block.runs,)
    elif isinstance(block, Bullets):
        runs = block.items
    sections = {run.typed for told in runs for run in told}
    return sections.pop() if len(sections) == 1 else ""


def _told(text: str, kind: Kind = "text", section: str = "") -> Iterator[tuple[str, Line]]:
    for raw in said(text).splitlines() or [""]:
        found, words = (kind, raw.strip()) if kind != "text" else kind_of(raw)
        if loose(words):
            yield section, Line(found, words)


def _paragraph(runs: Runs) -> Iterator[tuple[str, Line]]:
    """One paragraph; what was typed after a label is a line of its own."""
    typed = next((run.typed for run in runs if run.typed), "")
    before = "".join(run.text for run in runs if not run.typed)
    yield from _told(before)
    yield from _told("".join(run.text for run in runs if run.typed), section=typed)


def _item(item: Runs, kind: Kind) -> Iterator[tuple[str, Line]]:
    words = said("".join(run.text for run in item)).replace("\n", " ").strip()
    if loose(words):
        yield next((run.typed for run in item if run.typed), ""), Line(kind, words)


def _table(block: Table) -> Iterator[tuple[str, Line]]:
    yield from _told(block.caption)
    rows = [block.head] if any(block.head) else []
    rows += [tuple("".join(run.text for run in cell.runs) for cell in row.cells) for row in block.rows]
    for cells in rows:
        words = CELLS.join(" ".join(said(cell).split()) for cell in cells).strip(" |")
        if words:
            yield "", Line("row", words)
    yield from _told(block.note)
