"""What the dossier’s tables do beyond one cell: insert, duplicate, paste from a spreadsheet, empty cells."""

import re
from collections.abc import Mapping, Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain import order
from labdesk.domain.commands.dossier import Amount
from labdesk.domain.entities import FIELDS, Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id, together
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.ui.dossier.columns import Column, Columns, FieldColumn, YearColumn
from labdesk.ui.filling.entry import plain, read
from labdesk.words import _, decimal, several

_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^\t\n]*))(?P<end>[\t\n]|$)')
_OPENS = re.compile(r'(?m)(?:^|\t)"')
_TOTAL = re.compile(r"(?:sous[- ])?tota(?:l|ux)\b", re.IGNORECASE)
MOST_ROWS = 500
"""A paste of more rows than this is a mistake, or holds the window: 0.3 s to take it back for these."""


def insert_row(project: Project, table: str, after: str | None, **values: Value) -> tuple[str, Gesture]:
    """A new row just after another one (None: at the end). Gives its id and the gesture."""
    row = new_id()
    place = _places(project, table, after, 1)[0]
    return row, Gesture(_("Ajouter une ligne"), born(table, row, place=place, **values))


def duplicate_row(project: Project, table: str, row: str) -> tuple[str, Gesture]:
    """The same row once more, just after it; an expense with its years."""
    source = project.table(table)[row]
    copy, made = insert_row(
        project, table, row, **{f: getattr(source, f) for f in FIELDS[table] if f != "place"}
    )
    years: list[Edit] = []
    if table == "expense":
        for year, held in project.years_of(row).items():
            amounts = {"amount": held.amount, "ae": held.ae, "cp": held.cp}
            years += born("expense_year", f"{copy}/{year}", expense=copy, year=year, **amounts)
    return copy, Gesture(_("Dupliquer la ligne"), (*made.edits, *years))


def empty_cells(project: Project, cells: Sequence[tuple[str, Column]]) -> Gesture:
    """Several cells (row, column) lose their value, in one gesture."""
    filled = [(row, column) for row, column in cells if column.value(project, row) is not None]
    done = [column.write(project, row, None, None) for row, column in filled if column.editable]
    return together(several(len(done), "Vider {n} case", "Vider {n} cases"), done)


class Pasted(Struct, frozen=True):
    """A paste as one gesture, the sentences about the cells that were not understood (row and column named),
    how many rows were pasted, over how many that said something, and how many rows of totals were left out:
    totals are added up here."""

    gesture: Gesture
    misread: tuple[str, ...]
    rows: int = 0
    totals: int = 0
    replaced: int = 0


def spreadsheet(text: str) -> list[list[str]]:
    """The cells of a text copied from a spreadsheet: tabs between columns, line ends between rows.

    A cell in quotes may hold line ends and quotes of its own, as Excel and Calc write it.
    """
    clean = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if '"' in clean and (quoted := _quoted(clean)) is not None:
        return quoted
    return [row.split("\t") for row in clean.split("\n")]


def _quoted(text: str) -> list[list[str]] | None:
    """The cells when some stand in quotes; None when the quotes are a text’s own (« 12" »)."""
    if not _OPENS.search(text) or text.count('"') % 2:
        return None
    rows: list[list[str]] = [[]]
    for cell in _CELL.finditer(text):
        held = cell["quoted"]
        rows[-1].append(held.replace('""', '"') if held is not None else cell["plain"])
        if cell["end"] == "\n":
            rows.append([])
        elif not cell["end"]:
            break
    return rows


def paste(
    project: Project,
    table: str,
    columns: Columns,
    rows: Sequence[str],
    at: tuple[int, int],
    cells: list[list[str]],
    fixed: Mapping[str, Value],
) -> Pasted:
    """Cells of a spreadsheet land at (row, column) of a table; missing rows are made, with `fixed` fields.

    Columns that are computed take nothing, but they keep the cells after them in step. A first line of heads
    says which column each cell goes to, in whatever order (a year that is not shown yet is one more); a line
    of totals is left out.
    """
    if len(cells) > MOST_ROWS:
        raise Refusal(
            _(
                "Ce tableau a {n} lignes, et {most} au plus se collent d’un coup. Rien n’a changé : dans le "
                "tableur, regroupez les lignes par poste, ou copiez-les en plusieurs fois."
            ).format(n=decimal(len(cells)), most=MOST_ROWS)
        )
    first, left = at
    taken: tuple[Column | None, ...] = columns[left:]
    head = _head(cells[0], columns) if left == 0 else None
    if head is not None:
        taken = head
    numbered = [(rank, line) for rank, line in enumerate(cells, 1) if not _is_head(line, columns[left:])]
    if head is not None:
        numbered = [(rank, line) for rank, line in numbered if rank > 1]
    totals = [line for _rank, line in numbered if _is_total(line, taken)]
    kept = [(rank, line) for rank, line in numbered if line not in totals and any(c.strip() for c in line)]
    standing = list(rows[first : first + len(kept)])
    missing = len(kept) - len(standing)
    made = [new_id() for _row in range(missing)]
    edits: list[Edit | Removal] = []
    last = rows[-1] if rows else None
    for row, place in zip(made, _places(project, table, last, missing), strict=True):
        edits += born(table, row, place=place, **fixed)
    misread: list[str] = []
    for row, (rank, line) in zip([*standing, *made], kept, strict=True):
        for column, cell in zip(taken, line, strict=False):
            if column is not None:
                edits += _pasted_cell(project, row, column, cell, rank, misread)
    label = several(len(kept), "Coller {n} ligne", "Coller {n} lignes")
    replaced = sum(any(column.value(project, row) is not None for column in columns) for row in standing)
    return Pasted(Gesture(label, tuple(edits)), tuple(misread), len(kept), len(totals), replaced)


def _pasted_cell(
    project: Project, row: str, column: Column, cell: str, rank: int, misread: list[str]
) -> tuple[Edit | Removal, ...]:
    if not column.editable:
        return ()
    try:
        value = read(column.kind, cell, column.options)
    except Refusal as refusal:
        where = _("Ligne {n}, « {name} » : {said}")
        misread.append(where.format(n=rank, name=column.title, said=refusal.sentence))
        return ()
    if isinstance(column, FieldColumn) and row not in project.table(column.table):
        # The row is born in this very gesture: the snapshot does not know it yet.
        return (Edit(column.table, row, column.field, value),) if value is not None else ()
    if isinstance(column, YearColumn) and value is None and column.value(project, row) is None:
        return ()
    return column.write(project, row, value, None).edits


def _head(line: list[str], columns: Columns) -> tuple[Column | None, ...] | None:
    """The column under each head of a spreadsheet; None when the line is no line of heads."""
    known = {plain(column.title): column for column in columns}
    years = [column for column in columns if isinstance(column, YearColumn)]
    found: list[Column | None] = []
    for cell in line:
        said = plain(cell)
        column = known.get(said) or known.get(_HEADS.get(said, ""))
        year = re.fullmatch(r"(?:(ae|cp)\s*)?(20\d\d)", said)
        if column is None and year and years:
            which = cast(Amount, year[1] or years[0].which)
            column = replace(years[0], year=int(year[2]), which=which, title=cell.strip())
        found.append(column)
    named = sum(column is not None for column in found)
    return tuple(found) if named >= 2 and named * 2 >= len([c for c in line if c.strip()]) else None


_HEADS = {
    "poste": "depense",
    "libelle": "depense",
    "intitule": "depense",
    "financeur": "ressource",
    "financement": "ressource",
    "preuve": "justificatif",
    "programme": "programme-bop-uo",
}
"""What other tables call a column, without accents → its title here."""


def _is_total(line: list[str], columns: Sequence[Column | None]) -> bool:
    """« Total », « Sous-total… » where the row says its name: not a row, a sum."""
    names = [cell for column, cell in zip(columns, line, strict=False) if column is not None]
    return bool(names) and len(line) > 1 and bool(_TOTAL.match(names[0].strip()))


def _is_head(line: list[str], columns: Columns) -> bool:
    """The line holds the titles of the columns."""
    said = [cell.strip().casefold() for cell in line]
    return bool(said[0]) and said == [column.title.casefold() for column in columns[: len(said)]]


def _places(project: Project, table: str, after: str | None, count: int) -> list[str]:
    """`count` places after a row of a table, or at its end."""
    standing = project.in_order(table)
    rank = next((i for i, row in enumerate(standing) if row.id == after), len(standing) - 1)
    low = getattr(standing[rank], "place", None) if standing else None
    high = getattr(standing[rank + 1], "place", None) if rank + 1 < len(standing) else None
    made: list[str] = []
    for _row in range(count):
        low = order.between(low, high, project.mark)
        made.append(low)
    return made
