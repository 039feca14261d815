"""A document as ODT with real styles, to be corrected in LibreOffice. It draws no map: see `flat`."""

import io
from collections.abc import Callable
from typing import Any

from labdesk.dossier.blocks import (
    Bullets,
    Callout,
    Contents,
    Cover,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Runs,
    Table,
)
from labdesk.dossier.flat import Flat, flattened
from labdesk.dossier.open_text_look import dressed, filled, said
from labdesk.words import _, speaking


def write_odt(document: Document, pictures: Callable[[str], bytes]) -> bytes:
    """The bytes of the document. KeyError of `pictures`: the alternative text stands in its place."""
    with speaking(document.lang):
        writer = _Writer(document, pictures)
        for block in flattened(document.blocks):
            writer.write(block)
        return writer.bytes()


class _Writer:
    def __init__(self, document: Document, pictures: Callable[[str], bytes]) -> None:
        from odf.opendocument import OpenDocumentText

        self._pictures = pictures
        self._file = OpenDocumentText()
        self._break: str = ""
        self._landscape = False
        self._count = 0
        self._styles = dressed(self._file, document)
        self._headings = [block for block in flattened(document.blocks) if isinstance(block, Heading)]

    def bytes(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        self._file.save(out)
        return out.getvalue()

    def write(self, block: Flat) -> None:
        """One block, at the end."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            names = {"lead": "Subtitle", "small": "Caption", "label": "Caption"}
            name = "Right" if block.align == "right" else names.get(block.style, "Standard")
            self._paragraph(block.runs, name)
        elif isinstance(block, Bullets):
            self._list(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Callout):
            self._paragraph(block.runs, "Quotations")
        elif isinstance(block, Contents):
            self._contents(block)
        elif isinstance(block, Cover):
            self._cover(block)
        else:
            self._turn(block)

    # -- pieces -------------------------------------------------------------------------------------
    def _heading(self, block: Heading) -> None:
        from odf.text import H

        style = self._broken(f"Heading {block.level}")
        self._file.text.addElement(filled(H(outlinelevel=block.level, stylename=style), block.text))

    def _paragraph(self, runs: Runs, name: str) -> None:
        from odf.text import P

        paragraph = P(stylename=self._broken(name))
        self._fill(paragraph, runs)
        self._file.text.addElement(paragraph)

    def _words(self, text: str, name: str) -> None:
        from odf.text import P

        self._file.text.addElement(filled(P(stylename=self._broken(name)), text))

    def _fill(self, parent: Any, runs: Runs) -> None:
        from odf.text import Span

        for run in runs:
            if run.strong or run.emphasis:
                style = self._styles["Strong" if run.strong else "Emphasis"]
                parent.addElement(filled(Span(stylename=style), run.text))
            else:
                filled(parent, run.text)

    def _list(self, block: Bullets) -> None:
        from odf.text import List, ListItem, P

        made = List(stylename=self._styles["Numbers" if block.ordered else "Bullets"])
        for item in block.items:
            entry, paragraph = ListItem(), P(stylename=self._styles["Standard"])
            self._fill(paragraph, item)
            entry.addElement(paragraph)
            made.addElement(entry)
        self._file.text.addElement(made)

    def _table(self, block: Table) -> None:
        from odf import table as odf_table

        count = max(
            [len(block.head), *(sum(cell.span for cell in row.cells) for row in block.rows)], default=0
        )
        if not count:
            return
        if block.caption:
            self._words(block.caption, "Caption")
        self._count += 1
        made = odf_table.Table(name=_("Tableau {n}").format(n=self._count))
        for style in self._columns(block, count):
            made.addElement(odf_table.TableColumn(stylename=style))
        if any(block.head):
            heads = odf_table.TableHeaderRows()
            heads.addElement(self._head(block, count))
            made.addElement(heads)
        for row in block.rows:
            made.addElement(self._row(block, row))
        self._file.text.addElement(made)
        self._words(block.note, "Caption")

    def _columns(self, block: Table, count: int) -> list[Any]:
        from odf.style import Style, TableColumnProperties

        shares = list(block.widths[:count]) + [1.0] * (count - len(block.widths))
        room = 257 if self._landscape else 170
        styles = []
        for rank, share in enumerate(shares):
            style = Style(name=f"Column{self._count}.{rank}", family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{room * share / sum(shares):.1f}mm"))
            self._file.automaticstyles.addElement(style)
            styles.append(style)
        return styles

    def _head(self, block: Table, count: int) -> Any:
        from odf import table as odf_table
        from odf.text import P

        line = odf_table.TableRow()
        for label in (*block.head, *[""] * (count - len(block.head))):
            cell = odf_table.TableCell(valuetype="string", stylename=self._styles["Cell"])
            cell.addElement(filled(P(stylename=self._styles["Table Heading"]), label))
            line.addElement(cell)
        return line

    def _row(self, block: Table, row: Any) -> Any:
        from odf import table as odf_table
        from odf.text import P

        line, column = odf_table.TableRow(), 0
        for given in row.cells:
            span = {"numbercolumnsspanned": given.span} if given.span > 1 else {}
            cell = odf_table.TableCell(valuetype="string", stylename=self._styles["Cell"], **span)
            side = given.align or (block.align[column] if column < len(block.align) else "left")
            strong = row.total or (row.header and column == 0)
            name = "Table Heading" if strong else "Right" if side == "right" else "Table Contents"
            paragraph = P(stylename=self._styles[name])
            self._fill(paragraph, given.runs)
            cell.addElement(paragraph)
            line.addElement(cell)
            for _covered in range(given.span - 1):
                line.addElement(odf_table.CoveredTableCell())
            column += given.span
        return line

    def _picture(self, block: Picture) -> None:
        from odf.draw import Frame, Image
        from odf.svg import Desc
        from odf.text import P
        from PIL import Image as Pixels

        alt = said(block.alt or block.caption)
        try:
            data = self._pictures(block.sha)
        except KeyError:
            self._words(f"[{alt}]", "Caption")
            return
        with Pixels.open(io.BytesIO(data)) as image:
            width, height = image.size
        scale = min(min(block.width, 160) / width, block.height / height)
        self._count += 1
        name = self._file.addPicture(f"Pictures/{block.sha[:16]}-{self._count}.jpg", "image/jpeg", data)
        size = {"width": f"{width * scale:.1f}mm", "height": f"{height * scale:.1f}mm"}
        frame = Frame(anchortype="as-char", name=_("Image {n}").format(n=self._count), **size)
        frame.addElement(Image(href=name, type="simple", show="embed", actuate="onLoad"))
        frame.addElement(Desc(text=alt))
        paragraph = P(stylename=self._broken("Standard"))
        paragraph.addElement(frame)
        self._file.text.addElement(paragraph)
        if block.caption:
            self._words(block.caption, "Caption")

    def _cover(self, block: Cover) -> None:
        from odf.text import P, Span

        for text, name in (
            (block.kicker, "Caption"),
            (block.title, "Title"),
            (block.subtitle, "Subtitle"),
            (block.status, "Subtitle"),
        ):
            if text:
                self._words(text, name)
        for label, words in (*block.facts, block.amount, block.decision):
            if label and words:
                paragraph = P(stylename=self._styles["Standard"])
                paragraph.addElement(filled(Span(stylename=self._styles["Strong"]), f"{label} : "))
                self._file.text.addElement(filled(paragraph, words))
        if block.foot:
            self._words(block.foot, "Caption")

    def _contents(self, block: Contents) -> None:
        """An index that LibreOffice fills in (Outils, Actualiser, Tous les index)."""
        from odf.text import IndexBody, IndexTitle, P, TableOfContent, TableOfContentSource

        index = TableOfContent(name=said(block.title), protected="true")
        index.addElement(TableOfContentSource(outlinelevel=2))
        body, head = IndexBody(), IndexTitle(name=f"{said(block.title)}_Head")
        head.addElement(filled(P(stylename=self._broken("Subtitle")), block.title))
        body.addElement(head)
        for heading in self._headings:
            if heading.in_contents and heading.level <= 2:
                indent = "    " * (heading.level - 1)
                body.addElement(filled(P(stylename=self._styles["Standard"]), indent + heading.text))
        index.addElement(body)
        self._file.text.addElement(index)

    def _turn(self, block: PageBreak) -> None:
        """The next paragraph opens a page, of another master when the paper turns."""
        turned = block.landscape != self._landscape
        self._landscape = block.landscape
        self._break = ("Landscape" if block.landscape else "Standard") if turned else "page"

    def _broken(self, name: str) -> Any:
        """The style of that name; the first after a break carries the break."""
        if not self._break:
            return self._styles[name]
        from odf.style import ParagraphProperties, Style

        self._count += 1
        settings = {} if self._break == "page" else {"masterpagename": self._break}
        style = Style(
            name=f"Break{self._count}", family="paragraph", parentstylename=self._styles[name], **settings
        )
        if self._break == "page":
            style.addElement(ParagraphProperties(breakbefore="page"))
        self._file.automaticstyles.addElement(style)
        self._break = ""
        return style
