"""A document as ODT with real styles, to be corrected in LibreOffice. It draws no map: see `flat`.

The typed text of a section stands in a section of LibreOffice, each of its paragraphs under a bookmark like
each heading that has a name: a corrected document finds its way back by them (`domain.corrections`).
"""

import io
from collections.abc import Iterator
from typing import Any

from labdesk.domain.corrections.marks import paragraph
from labdesk.dossier.blocks import PageBreak
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.flat import Flat
from labdesk.dossier.labelled_blocks import Cover
from labdesk.dossier.office import Pictures, anchors, columns, image, passages, side, strong, typed_mark
from labdesk.dossier.open_text_look import dressed, filled
from labdesk.dossier.outline import said
from labdesk.dossier.text_blocks import (
    Bullets,
    Callout,
    Contents,
    Heading,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    labelled,
    runs,
)
from labdesk.words import _, speaking

STYLES = {"lead": "Subtitle", "small": "Caption", "label": "Caption"}


def write_odt(document: Document, pictures: Pictures) -> bytes:
    """The bytes of the document. KeyError of `pictures`: the alternative text stands in its place."""
    with speaking(document.lang):
        return _Writer(document, pictures).whole()


class _Writer:
    def __init__(self, document: Document, pictures: Pictures) -> None:
        from odf.opendocument import OpenDocumentText

        self._pictures, self._document = pictures, document
        self._file = OpenDocumentText()
        self._into = self._file.text
        self._break: str = ""
        self._landscape = False
        self._count = 0
        self._styles = dressed(self._file, document)
        self._anchors = anchors(document)

    def whole(self) -> bytes:
        """The whole file."""
        from odf.text import Section

        for passage in passages(self._document):
            if not passage.section:
                for block in passage.blocks:
                    self._write(block, passage.mark)
                continue
            self._into = Section(name=passage.mark, stylename=self._styles["Typed"])
            for block in passage.blocks:
                self._write(block)
            self._file.text.addElement(self._into)
            for rank, one in enumerate(_paragraphs(self._into), 1):
                _bookmarked(one, paragraph(passage.mark, rank))
            self._into = self._file.text
        out = io.BytesIO()
        self._file.save(out)
        return out.getvalue()

    def _write(self, block: Flat, mark: str = "") -> None:
        """One block, at the end."""
        if isinstance(block, Heading):
            self._heading(block, mark)
        elif isinstance(block, Paragraph):
            name = "Right" if block.align == "right" else STYLES.get(block.style, "Standard")
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
    def _heading(self, block: Heading, mark: str) -> None:
        from odf.text import H

        made = H(outlinelevel=block.level, stylename=self._broken(f"Heading {block.level}"))
        self._into.addElement(filled(made, block.text))
        if mark:
            _bookmarked(made, mark)

    def _paragraph(self, words: Runs, name: str) -> None:
        from odf.text import P

        if name == "Standard" and words and all(run.strong for run in words):
            name = "Label"  # it names what follows
        paragraph = P(stylename=self._broken(name))
        self._fill(paragraph, words)
        self._into.addElement(paragraph)

    def _words(self, text: str, name: str) -> None:
        self._paragraph(runs(text), name)

    def _fill(self, parent: Any, words: Runs) -> None:
        from odf.text import BookmarkEnd, BookmarkStart

        typed = next((run.typed for run in words if run.typed), "")
        labelled = typed and not all(run.typed for run in words)  # the rest of the line comes back alone
        mark = typed_mark(typed, (Paragraph(words),)) if labelled else ""
        for run in words:
            if mark and run.typed:
                parent.addElement(BookmarkStart(name=mark))
            self._run(parent, run)
            if mark and run.typed:
                parent.addElement(BookmarkEnd(name=mark))
                mark = ""

    def _run(self, parent: Any, run: Run) -> None:
        from odf.text import A, Span

        if target := self._target(run):
            made = A(href=target, type="simple")
            parent.addElement(filled(made, run.text))
        elif run.strong or run.emphasis:
            style = self._styles["Strong" if run.strong else "Emphasis"]
            parent.addElement(filled(Span(stylename=style), run.text))
        else:
            filled(parent, run.text)

    def _target(self, run: Run) -> str:
        if run.link.startswith("#"):
            mark = self._anchors.get(run.link[1:], "")
            return f"#{mark}" if mark else ""
        return run.link

    def _list(self, block: Bullets) -> None:
        from odf.text import List, ListItem, P

        made = List(stylename=self._styles["Numbers" if block.ordered else "Bullets"])
        for item in block.items:
            entry, paragraph = ListItem(), P(stylename=self._broken("List"))
            self._fill(paragraph, item)
            entry.addElement(paragraph)
            made.addElement(entry)
        self._into.addElement(made)

    def _table(self, block: Table) -> None:
        from odf import table as odf_table

        shares = columns(block)
        if block.caption:
            self._words(block.caption, "Table Caption")
        if not shares:
            return
        self._count += 1
        made = odf_table.Table(name=_("Tableau {n}").format(n=self._count))
        for style in self._columns(shares):
            made.addElement(odf_table.TableColumn(stylename=style))
        if any(block.head):
            heads = odf_table.TableHeaderRows()
            heads.addElement(self._head(block, len(shares)))
            made.addElement(heads)
        for row in block.rows:
            made.addElement(self._row(block, row))
        self._into.addElement(made)
        self._words(block.note, "Caption")

    def _columns(self, shares: tuple[float, ...]) -> Iterator[Any]:
        from odf.style import Style, TableColumnProperties

        room = 257 if self._landscape else 170
        for rank, share in enumerate(shares):
            style = Style(name=f"Column{self._count}.{rank}", family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{room * share:.1f}mm"))
            self._file.automaticstyles.addElement(style)
            yield style

    def _head(self, block: Table, count: int) -> Any:
        from odf import table as odf_table
        from odf.text import P

        line = odf_table.TableRow(stylename=self._styles["Row"])
        for column, label in enumerate((*block.head, *[""] * (count - len(block.head)))):
            cell = odf_table.TableCell(valuetype="string", stylename=self._styles["Cell"])
            name = "Heading Right" if side(block, column) == "right" else "Table Heading"
            cell.addElement(filled(P(stylename=self._styles[name]), label))
            line.addElement(cell)
        return line

    def _row(self, block: Table, row: Row) -> Any:
        from odf import table as odf_table
        from odf.text import P

        line, column = odf_table.TableRow(stylename=self._styles["Row"]), 0
        for given in row.cells:
            span = {"numbercolumnsspanned": given.span} if given.span > 1 else {}
            cell = odf_table.TableCell(valuetype="string", stylename=self._styles["Cell"], **span)
            right = side(block, column, given) == "right"
            if strong(row, column):
                name = "Heading Right" if right else "Table Heading"
            else:
                name = "Right" if right else "Table Contents"
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

        found = image(block, self._pictures)
        if not found.data:
            self._words(f"[{found.alt}]", "Caption")
            return
        self._count += 1
        name = self._file.addPicture(f"Pictures/{block.sha[:16]}-{self._count}.jpg", "image/jpeg", found.data)
        size = {"width": f"{found.width:.1f}mm", "height": f"{found.height:.1f}mm"}
        frame = Frame(anchortype="as-char", name=_("Image {n}").format(n=self._count), **size)
        frame.addElement(Image(href=name, type="simple", show="embed", actuate="onLoad"))
        frame.addElement(Desc(text=found.alt))
        paragraph = P(stylename=self._broken("Standard"))
        paragraph.addElement(frame)
        self._into.addElement(paragraph)
        if block.caption:
            self._words(block.caption, "Caption")

    def _cover(self, block: Cover) -> None:
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
                self._paragraph(labelled(label, words), "Standard")
        if block.foot:
            self._words(block.foot, "Caption")

    def _contents(self, block: Contents) -> None:
        """An index that LibreOffice fills in (Outils, Actualiser, Tous les index); each line is a link."""
        from odf.text import IndexBody, IndexTitle, P, TableOfContent, TableOfContentSource

        index = TableOfContent(name=said(block.title), protected="true")
        index.addElement(TableOfContentSource(outlinelevel=2))
        body, head = IndexBody(), IndexTitle(name=f"{said(block.title)}_Head")
        head.addElement(filled(P(stylename=self._broken("Subtitle")), block.title))
        body.addElement(head)
        for passage in passages(self._document):
            for heading in passage.blocks:
                if isinstance(heading, Heading) and heading.in_contents and heading.level <= 2:
                    line = P(stylename=self._styles[f"Contents {heading.level}"])
                    self._run(line, Run(heading.text, link=f"#{heading.anchor}" if heading.anchor else ""))
                    body.addElement(line)
        index.addElement(body)
        self._into.addElement(index)

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


def _bookmarked(written: Any, mark: str) -> None:
    """A bookmark around the words of a paragraph."""
    from odf.text import BookmarkEnd, BookmarkStart

    written.insertBefore(BookmarkStart(name=mark), written.firstChild)
    written.addElement(BookmarkEnd(name=mark))


def _paragraphs(element: Any) -> Iterator[Any]:
    if element.qname[1] in ("p", "h"):
        yield element
        return
    for child in element.childNodes:
        if child.nodeType == child.ELEMENT_NODE:
            yield from _paragraphs(child)
