"""The lines of a long table (CSV): its columns, whatever they are called, and its cells made harmless."""

import csv
import io
import re
from collections.abc import Iterator

from msgspec import Struct

from labdesk.errors import Refusal
from labdesk.words import _

COLUMNS = ("canvas", "phase", "step", "lane", "text", "evidence", "votes", "table")
_ALSO = {
    "canevas": "canvas",
    "étape": "step",
    "etape": "step",
    "ligne": "lane",
    "zone": "lane",
    "texte": "text",
    "note": "text",
    "preuve": "evidence",
    "gommettes": "votes",
    "voix": "votes",
}
_PROTECTED = re.compile(r"'+[=+\-@\t\r]")


class Line(Struct, frozen=True):
    """One line of the table; `number` as a spreadsheet counts it."""

    number: int
    canvas: str
    phase: str
    step: str
    lane: str
    text: str
    evidence: str
    votes: str
    table: str


def unprotected(cell: str) -> str:
    """The cell without the apostrophe that kept a spreadsheet from running it."""
    return cell[1:] if _PROTECTED.match(cell) else cell


def yes_no(value: bool) -> str:
    """A ticked box in words."""
    return _("oui") if value else _("non")


def lines_of(text: str, source: str) -> tuple[list[Line], list[str]]:
    """The lines of a text, and the columns that are not taken, told. A Refusal for what is no table."""
    rows = list(_rows(text, source))
    head = [_column(cell) for cell in rows[0][1]] if rows else []
    if "text" not in head:
        raise Refusal(
            _(
                "{file} : les colonnes {columns} sont attendues en première ligne. Rien n’a été importé."
            ).format(file=source, columns=" ; ".join(COLUMNS))
        )
    unknown = [cell for cell, name in zip(rows[0][1], head, strict=True) if not name and cell.strip()]
    reported = [
        _("{file} : la colonne « {name} » n’est pas reprise.").format(file=source, name=c) for c in unknown
    ]
    lines: list[Line] = []
    for number, cells in rows[1:]:
        if any(cell.strip() for cell in cells):
            said = {name: unprotected(cell) for name, cell in zip(head, cells, strict=False) if name}
            lines.append(Line(number, **{name: said.get(name, "") for name in COLUMNS}))
    return lines, reported


def _rows(text: str, source: str) -> Iterator[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise Refusal(
            _("{file}, ligne {line} : le tableau ne se lit pas. Rien n’a été importé.").format(
                file=source, line=reader.line_num
            )
        ) from error


def _column(cell: str) -> str:
    name = cell.strip().casefold()
    return name if name in COLUMNS else _ALSO.get(name, "")
