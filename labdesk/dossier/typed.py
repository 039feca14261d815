"""What a person typed in a text field, read as paragraphs and lists."""

import re
from collections.abc import Iterator

from labdesk.dossier.blocks import Block, Bullets, Paragraph, Style, runs

_BULLET = re.compile(r"^\s*[-–—•*·]\s+(?=\S)")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")


def prose(text: str, *, style: Style = "body", spare: str = "") -> tuple[Block, ...]:
    """What a person typed, as paragraphs and lists: a blank line or a line end parts paragraphs; lines that
    begin with a dash, a bullet or « 1. » make a list."""
    blocks: list[Block] = []
    for kind, lines in _groups(text):
        if kind == "text":
            blocks += [Paragraph(runs(line), style, spare=spare) for line in lines]
        else:
            blocks.append(Bullets(tuple(runs(line) for line in lines), ordered=kind == "number"))
    return tuple(blocks)


def _groups(text: str) -> Iterator[tuple[str, list[str]]]:
    current, lines = "", list[str]()
    for raw in text.splitlines():
        kind, line = _kind(raw)
        if not line:
            continue
        if kind != current and lines:
            yield current, lines
            lines = []
        current = kind
        lines.append(line)
    if lines:
        yield current, lines


def _kind(line: str) -> tuple[str, str]:
    for kind, mark in (("bullet", _BULLET), ("number", _NUMBER)):
        if found := mark.match(line):
            return kind, line[found.end() :].strip()
    return "text", line.strip()
