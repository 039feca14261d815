"""A document as DOCX with real styles, so that it can be corrected in Word. It draws no map: see `flat`.

Each paragraph of the typed text of a section has a bookmark, and each heading that has a name too: a
corrected document finds its way back by them (`domain.corrections`).
"""

import io
from itertools import count
from typing import TYPE_CHECKING, Any

from labdesk.domain.corrections.marks import paragraph as paragraph_mark
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.office import Pictures, columns, image, passages, side, strong, typed_mark
from labdesk.dossier.office_writer import OfficeWriter, Role
from labdesk.dossier.outline import said
from labdesk.dossier.text_blocks import (
    Align,
    Bullets,
    Callout,
    Contents,
    Heading,
    Paragraph,
    Row,
    Runs,
    Table,
    runs,
)
from labdesk.dossier.word_look import CELL, MARGIN, dress
from labdesk.dossier.word_xml import (
    bookmark,
    contents,
    element,
    field_code,
    field_part,
    link,
    numbered,
    restarted,
)
from labdesk.words import speaking

if TYPE_CHECKING:
    from docx.document import Document as Docx

STYLES: dict[Role, str] = {
    "body": "Normal",
    "lead": "Subtitle",
    "small": "Caption",
    "label": "Caption",
    "title": "Title",
}
CALLOUTS = {"quote": "Quote"}
"""Every other callout is an « Intense Quote »."""


def write_docx(document: Document, pictures: Pictures) -> bytes:
    """The bytes of the document. KeyError of `pictures`: the alternative text stands in its place."""
    with speaking(document.lang):
        return _Writer(document, pictures).whole()


class _Writer(OfficeWriter):
    def __init__(self, document: Document, pictures: Pictures) -> None:
        import docx

        super().__init__(document, pictures)
        self._docx: Docx = docx.Document()
        self._numbers = count(1)
        self._turned_page = False
        dress(self._docx, document)

    def whole(self) -> bytes:
        """The whole file."""
        for passage in passages(self.document):
            first = len(self._body())
            for block in passage.blocks:
                self.tell(block)
            made = [one for one in self._body()[first:] if one.tag.endswith("}p")]
            if passage.section:
                for rank, one in enumerate(made, 1):
                    bookmark(next(self._numbers), paragraph_mark(passage.mark, rank), one, one)
            elif passage.mark and made:
                bookmark(next(self._numbers), passage.mark, made[0], made[-1])
        out = io.BytesIO()
        self._docx.save(out)
        return out.getvalue()

    def _body(self) -> list[Any]:
        return [one for one in self._docx.element.body if not one.tag.endswith("}sectPr")]

    # -- pieces -------------------------------------------------------------------------------------
    def heading(self, block: Heading, mark: str) -> None:
        self._paragraph(runs(block.text), f"Heading {block.level}")

    def words(self, words: Runs, role: Role, align: Align = "left") -> None:
        self._paragraph(words, STYLES[role], align)

    def callout(self, block: Callout) -> None:
        self._paragraph(block.runs, CALLOUTS.get(block.kind, "Intense Quote"))

    def _paragraph(self, words: Runs, style: str, align: Align = "left") -> Any:
        paragraph = self._docx.add_paragraph(style=style)
        if self._turned_page:
            paragraph.paragraph_format.page_break_before = True
            self._turned_page = False
        self._fill(paragraph, words)
        _aligned(paragraph, align)
        if words and all(run.strong for run in words):  # it names what follows
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _fill(self, paragraph: Any, words: Runs) -> None:
        typed = []
        for run in words:
            made = paragraph.add_run(said(run.text))
            made.bold, made.italic = run.strong or None, run.emphasis or None
            if target := self.target(run):
                made.underline = True
                link(paragraph, target, made._r)
            if run.typed:
                typed.append(made._r)
        if typed and len(typed) < len(words):  # after a label: the rest of the paragraph comes back alone
            section = next(run.typed for run in words if run.typed)
            name = typed_mark(section, (Paragraph(words),))
            bookmark(next(self._numbers), name, typed[0], typed[-1])

    def bullets(self, block: Bullets) -> None:
        if not block.ordered:
            for item in block.items:
                self._paragraph(item, "List Bullet")
            return
        number = restarted(self._docx, self._docx.styles["List Number"])
        for item in block.items:
            numbered(self._paragraph(item, "List Number"), number)

    def table(self, block: Table) -> None:
        if block.caption:
            self._paragraph(runs(block.caption), "Caption").paragraph_format.keep_with_next = True
        shares = columns(block)
        if not shares:
            return
        if self._turned_page:
            self._paragraph((), "Normal")
        table = self._docx.add_table(rows=0, cols=len(shares), style="Table Grid")
        table.autofit = False
        if any(block.head):
            row = table.add_row()
            for column, label in enumerate(block.head):
                paragraph = row.cells[column].paragraphs[0]
                paragraph.style = CELL
                paragraph.add_run(said(label)).bold = True
                _aligned(paragraph, side(block, column))
            row._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for told in block.rows:
            line = table.add_row()
            line._tr.get_or_add_trPr().append(element("w:cantSplit"))
            self._row(line.cells, block, told)
        self._widths(table, shares)
        self._paragraph(runs(block.note), "Caption")

    def _row(self, cells: Any, block: Table, row: Row) -> None:
        column = 0
        for cell in row.cells:
            target = cells[column]
            if cell.span > 1:
                target = target.merge(cells[min(column + cell.span, len(cells)) - 1])
            paragraph = target.paragraphs[0]
            paragraph.style = CELL
            self._fill(paragraph, cell.runs)
            _aligned(paragraph, side(block, column, cell))
            if strong(row, column):
                for run in paragraph.runs:
                    run.bold = True
            column += cell.span

    def _widths(self, table: Any, shares: tuple[float, ...]) -> None:
        from docx.shared import Mm

        section = self._docx.sections[-1]
        room = int(section.page_width or Mm(210)) - 2 * int(Mm(MARGIN))
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(room * share)
            for cell in column.cells:
                cell.width = int(room * share)

    def picture(self, block: Picture) -> None:
        from docx.shared import Mm

        found = image(block, self.pictures)
        if not found.data:
            self._paragraph(runs(f"[{found.alt}]"), "Caption")
            return
        paragraph = self._paragraph((), "Normal")
        shape = paragraph.add_run().add_picture(io.BytesIO(found.data), Mm(found.width), Mm(found.height))
        shape._inline.docPr.set("descr", found.alt)
        if block.caption:
            paragraph.paragraph_format.keep_with_next = True
            self._paragraph(runs(block.caption), "Caption")

    def contents(self, block: Contents) -> None:
        """The headings, each a link, in a field that Word completes with their pages on demand."""
        named = "TOC Heading" if "TOC Heading" in self._docx.styles else "Subtitle"
        held = [self._paragraph(runs(block.title), named)._p]
        entries = list(self.entries())
        for rank, heading in enumerate(entries or [Heading(1, "")]):
            paragraph = self._docx.add_paragraph(style=f"toc {heading.level}")
            held.append(paragraph._p)
            if rank == 0:
                field_part(paragraph, "begin")
                field_code(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
                field_part(paragraph, "separate")
            run = paragraph.add_run(said(heading.text))
            if mark := self.anchors.get(heading.anchor, ""):
                link(paragraph, f"#{mark}", run._r)
            if rank == max(len(entries), 1) - 1:
                field_part(paragraph, "end")
        contents(held)

    def turn(self, *, landscape: bool) -> None:
        """What follows begins a page; a new section when the paper turns."""
        from docx.enum.section import WD_ORIENT, WD_SECTION

        last = self._docx.sections[-1]
        if landscape == (last.orientation == WD_ORIENT.LANDSCAPE):
            self._turned_page = True
            return
        self._turned_page = False
        turned = self._docx.add_section(WD_SECTION.NEW_PAGE)
        turned.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        turned.page_width, turned.page_height = last.page_height, last.page_width


def _aligned(paragraph: Any, align: Align) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    sides = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "centre": WD_ALIGN_PARAGRAPH.CENTER}
    if align in sides:
        paragraph.alignment = sides[align]
