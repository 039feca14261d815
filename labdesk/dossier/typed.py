"""What a person typed in a text field, read as paragraphs and lists."""

from collections.abc import Iterator

from labdesk.domain.corrections.lines import kind_of
from labdesk.dossier.blocks import Block
from labdesk.dossier.text_blocks import Bullets, Paragraph, Style, runs


def prose(text: str, *, style: Style = "body", spare: str = "", section: str = "") -> tuple[Block, ...]:
    """What a person typed, as paragraphs and lists: a blank line or a line end parts paragraphs; lines that
    begin with a dash, a bullet or « 1. » make a list. `section`: the one whose text it is."""
    blocks: list[Block] = []
    for kind, lines in _groups(text):
        if kind == "text":
            blocks += [Paragraph(runs(line, typed=section), style, spare=spare) for line in lines]
        else:
            items = tuple(runs(line, typed=section) for line in lines)
            blocks.append(Bullets(items, ordered=kind == "number"))
    return tuple(blocks)


def _groups(text: str) -> Iterator[tuple[str, list[str]]]:
    current, lines = "", list[str]()
    for raw in text.splitlines():
        kind, line = kind_of(raw)
        if not line:
            continue
        if kind != current and lines:
            yield current, lines
            lines = []
        current = kind
        lines.append(line)
    if lines:
        yield current, lines
