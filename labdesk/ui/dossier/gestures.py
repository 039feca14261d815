"""What the dossier’s tables do beyond one cell: insert, duplicate, paste from a spreadsheet, empty cells."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from labdesk.domain import order
from labdesk.domain.entities import FIELDS, Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id, together
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.ui.dossier.columns import Column, Columns, FieldColumn, YearColumn
from labdesk.ui.filling.entry import read
from labdesk.words import _, decimal, several

MOST_ROWS = 500
"""A paste of more rows than this is a mistake, or another program's work."""


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
    """A paste as one gesture, and the sentences about the cells that were not understood."""

    gesture: Gesture
    misread: tuple[str, ...]


def spreadsheet(text: str) -> list[list[str]]:
    """The cells of a text copied from a spreadsheet: tabs between columns, line ends between rows."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [row.split("\t") for row in rows]


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

    Columns that are computed take nothing, but they keep the cells after them in step. A line that repeats
    the heads of the columns is skipped.
    """
    if len(cells) > MOST_ROWS:
        raise Refusal(
            _("Ce tableau a {n} lignes ; {most} au plus sont collées d’un coup. Rien n’a changé.").format(
                n=decimal(len(cells)), most=MOST_ROWS
            )
        )
    first, left = at
    kept = [line for line in cells if not _is_head(line, columns[left:])]
    standing = list(rows[first : first + len(kept)])
    missing = len(kept) - len(standing)
    made = [new_id() for _row in range(missing)]
    edits: list[Edit | Removal] = []
    last = rows[-1] if rows else None
    for row, place in zip(made, _places(project, table, last, missing), strict=True):
        edits += born(table, row, place=place, **fixed)
    misread: list[str] = []
    for row, line in zip([*standing, *made], kept, strict=True):
        for column, cell in zip(columns[left:], line, strict=False):
            edits += _pasted_cell(project, row, column, cell, misread)
    label = several(len(kept), "Coller {n} ligne", "Coller {n} lignes")
    return Pasted(Gesture(label, tuple(edits)), tuple(misread))


def _pasted_cell(
    project: Project, row: str, column: Column, cell: str, misread: list[str]
) -> tuple[Edit | Removal, ...]:
    if not column.editable:
        return ()
    try:
        value = read(column.kind, cell, column.options)
    except Refusal as refusal:
        misread.append(_("{name} : {said}").format(name=column.title, said=refusal.sentence))
        return ()
    if isinstance(column, FieldColumn) and row not in project.table(column.table):
        # The row is born in this very gesture: the snapshot does not know it yet.
        return (Edit(column.table, row, column.field, value),) if value is not None else ()
    if isinstance(column, YearColumn) and value is None and column.value(project, row) is None:
        return ()
    return column.write(project, row, value, None).edits


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
