"""Easy reading: the same document in Atkinson Hyperlegible, larger, in one column. Its words stay."""

from msgspec.structs import replace

from labdesk.dossier.blocks import (
    Block,
    Bullets,
    Card,
    Document,
    Gallery,
    Keep,
    Paragraph,
    Retold,
    Row,
    Run,
    SheetMap,
    Table,
    runs,
)
from labdesk.words import _

_PAGES = 2
"""What is larger needs more pages: a note of two pages may have four."""

_WIDE = 6
"""Columns from which a table of large letters is told row by row."""


def made_easy(document: Document) -> Document:
    """The document for easy reading; only its setting differs."""
    limit = document.page_limit
    return replace(
        document,
        easy=True,
        blocks=_in_one_column(document.blocks),
        page_limit=None if limit is None else limit * _PAGES,
        subject=_("{subject}, facile à lire").format(subject=document.subject) if document.subject else "",
    )


def _in_one_column(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(made for block in blocks for made in _made(block))


def _made(block: Block) -> tuple[Block, ...]:
    match block:
        case Keep():
            return (Keep(_in_one_column(block.blocks)),)
        case Retold():
            return (Retold(_in_one_column(block.blocks)),)
        case Card():
            fields = tuple(replace(field, wide=True) for field in block.fields)
            pictures = tuple(replace(one, width=120, height=80) for one in block.pictures)
            return (
                replace(block, fields=fields, pictures=()),
                *((Gallery(pictures, 1),) if pictures else ()),
            )
        case Table() if len(block.head) >= _WIDE:
            return _row_by_row(block)
        case Gallery():
            return (replace(block, columns=1),)
        case SheetMap():
            boxes = tuple(replace(box, column=0, span=1) for box in block.boxes)
            return (replace(block, columns=1, boxes=boxes),)
    return (block,)


def _row_by_row(table: Table) -> tuple[Block, ...]:
    """Each row under its own name, then what its other cells say, each after the name of its column."""
    made: list[Block] = [Paragraph(runs(table.caption, strong=True))] if table.caption else []
    for row in table.rows:
        made.append(Keep(_one_row(table.head, row)))
    return (*made, Paragraph(runs(table.note), "small")) if table.note else tuple(made)


def _one_row(head: tuple[str, ...], row: Row) -> tuple[Block, ...]:
    first, *others = row.cells or (None,)
    name = tuple(replace(run, strong=True) for run in first.runs) if first else ()
    place, items = first.span if first else 1, []
    for cell in others:
        if cell and any(run.text.strip() for run in cell.runs):
            label = head[place] if place < len(head) else ""
            items.append((Run(_("{label} : ").format(label=label)), *cell.runs) if label else cell.runs)
        place += cell.span if cell else 1
    return (Paragraph(name), Bullets(tuple(items)))
