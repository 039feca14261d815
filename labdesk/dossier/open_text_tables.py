"""The tables of an ODT document: the widths of their columns, their head, their rows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from labdesk.dossier.office import columns, side, strong
from labdesk.dossier.open_text_look import filled
from labdesk.dossier.text_blocks import Row, Runs, Table
from labdesk.words import _

Fill = Callable[[Any, Runs], None]
"""Puts runs into a paragraph."""


def table(
    block: Table, number: int, room: float, styles: Mapping[str, Any], fill: Fill
) -> tuple[Any, tuple[Any, ...]] | None:
    """The table (the `number`th thing that is named in its document, `room` mm wide) and the styles of its
    columns; None without a column."""
    from odf import table as odf_table

    shares = columns(block)
    if not shares:
        return None
    made = odf_table.Table(name=_("Tableau {n}").format(n=number))
    widths = tuple(_columns(shares, number, room))
    for style in widths:
        made.addElement(odf_table.TableColumn(stylename=style))
    if any(block.head):
        heads = odf_table.TableHeaderRows()
        heads.addElement(_head(block, len(shares), styles))
        made.addElement(heads)
    for row in block.rows:
        made.addElement(_row(block, row, styles, fill))
    return made, widths


def _columns(shares: tuple[float, ...], number: int, room: float) -> Iterator[Any]:
    from odf.style import Style, TableColumnProperties

    for rank, share in enumerate(shares):
        style = Style(name=f"Column{number}.{rank}", family="table-column")
        style.addElement(TableColumnProperties(columnwidth=f"{room * share:.1f}mm"))
        yield style


def _head(block: Table, count: int, styles: Mapping[str, Any]) -> Any:
    from odf import table as odf_table
    from odf.text import P

    line = odf_table.TableRow(stylename=styles["Row"])
    for column, label in enumerate((*block.head, *[""] * (count - len(block.head)))):
        cell = odf_table.TableCell(valuetype="string", stylename=styles["Cell"])
        name = "Heading Right" if side(block, column) == "right" else "Table Heading"
        cell.addElement(filled(P(stylename=styles[name]), label))
        line.addElement(cell)
    return line


def _row(block: Table, row: Row, styles: Mapping[str, Any], fill: Fill) -> Any:
    from odf import table as odf_table
    from odf.text import P

    line, column = odf_table.TableRow(stylename=styles["Row"]), 0
    for given in row.cells:
        span = {"numbercolumnsspanned": given.span} if given.span > 1 else {}
        cell = odf_table.TableCell(valuetype="string", stylename=styles["Cell"], **span)
        right = side(block, column, given) == "right"
        if strong(row, column):
            name = "Heading Right" if right else "Table Heading"
        else:
            name = "Right" if right else "Table Contents"
        paragraph = P(stylename=styles[name])
        fill(paragraph, given.runs)
        cell.addElement(paragraph)
        line.addElement(cell)
        for _covered in range(given.span - 1):
            line.addElement(odf_table.CoveredTableCell())
        column += given.span
    return line
