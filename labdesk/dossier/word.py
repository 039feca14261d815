"""A document as DOCX with real styles, so that it can be corrected in Word. It draws no map: see `flat`."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
from labdesk.dossier.fonts import clean
from labdesk.words import _, speaking, typeset

if TYPE_CHECKING:
    from docx.document import Document as Docx

INK, ACCENT = "1B1F3B", "3B4CB8"
STYLES = {"body": "Normal", "lead": "Subtitle", "small": "Caption", "label": "Caption"}
CALLOUTS = {
    "quote": "Quote",
    "finding": "Intense Quote",
    "takeaway": "Intense Quote",
    "warning": "Intense Quote",
}
MARGIN = 20
"""Millimetres."""


def write_docx(document: Document, pictures: Callable[[str], bytes]) -> bytes:
    """The bytes of the document. KeyError of `pictures`: the alternative text stands in its place."""
    with speaking(document.lang):
        writer = _Writer(document, pictures)
        for block in flattened(document.blocks):
            writer.write(block)
        return writer.bytes()


class _Writer:
    def __init__(self, document: Document, pictures: Callable[[str], bytes]) -> None:
        import docx

        self._pictures = pictures
        self._docx: Docx = docx.Document()
        self._headings = [block for block in flattened(document.blocks) if isinstance(block, Heading)]
        self._dress(document)

    def bytes(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        self._docx.save(out)
        return out.getvalue()

    def write(self, block: Flat) -> None:
        """One block, at the end."""
        if isinstance(block, Heading):
            self._docx.add_heading(_said(block.text), block.level)
        elif isinstance(block, Paragraph):
            self._paragraph(block.runs, STYLES[block.style], block.align)
        elif isinstance(block, Bullets):
            for item in block.items:
                self._paragraph(item, "List Number" if block.ordered else "List Bullet")
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Callout):
            self._paragraph(block.runs, CALLOUTS[block.kind])
        elif isinstance(block, Contents):
            self._contents(block)
        elif isinstance(block, Cover):
            self._cover(block)
        else:
            self._break(block)

    # -- pieces -------------------------------------------------------------------------------------
    def _paragraph(self, runs: Runs, style: str, align: str = "left") -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph = self._docx.add_paragraph(style=style)
        _fill(paragraph, runs)
        sides = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "centre": WD_ALIGN_PARAGRAPH.CENTER}
        if align in sides:
            paragraph.alignment = sides[align]

    def _table(self, block: Table) -> None:
        if block.caption:
            self._paragraph_of(block.caption, "Caption")
        count = max(
            [len(block.head), *(sum(cell.span for cell in row.cells) for row in block.rows)], default=0
        )
        if not count:
            return
        table = self._docx.add_table(rows=0, cols=count, style="Table Grid")
        if any(block.head):
            cells = table.add_row().cells
            for cell, label in zip(cells, block.head, strict=False):
                cell.paragraphs[0].add_run(_said(label)).bold = True
            _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for row in block.rows:
            line = table.add_row()
            _mark(line._tr.get_or_add_trPr(), "w:cantSplit")
            self._row(line.cells, block, row)
        self._widths(table, block, count)
        self._docx.add_paragraph(_said(block.note), style="Caption")

    def _row(self, cells: Any, block: Table, row: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        column = 0
        for cell in row.cells:
            target = cells[column]
            if cell.span > 1:
                target = target.merge(cells[min(column + cell.span, len(cells)) - 1])
            paragraph = target.paragraphs[0]
            _fill(paragraph, cell.runs)
            side = cell.align or (block.align[column] if column < len(block.align) else "left")
            if side == "right":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if row.total or (row.header and column == 0):
                for run in paragraph.runs:
                    run.bold = True
            column += cell.span

    def _widths(self, table: Any, block: Table, count: int) -> None:
        from docx.shared import Mm

        section = self._docx.sections[-1]
        room = int(section.page_width or Mm(210)) - 2 * int(Mm(MARGIN))
        shares = list(block.widths[:count]) + [1.0] * (count - len(block.widths))
        for column, share in zip(table.columns, shares, strict=True):
            for cell in column.cells:
                cell.width = int(room * share / sum(shares))

    def _picture(self, block: Picture) -> None:
        from docx.shared import Mm
        from PIL import Image

        alt = _said(block.alt or block.caption)
        try:
            data = self._pictures(block.sha)
        except KeyError:
            self._paragraph_of(f"[{alt}]", "Caption")
            return
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
        scale = min(min(block.width, 160) / width, block.height / height)
        shape = self._docx.add_picture(io.BytesIO(data), Mm(width * scale), Mm(height * scale))
        shape._inline.docPr.set("descr", alt)
        if block.caption:
            self._paragraph_of(block.caption, "Caption")

    def _cover(self, block: Cover) -> None:
        if block.kicker:
            self._paragraph_of(block.kicker, "Caption")
        self._paragraph_of(block.title, "Title")
        for text in (block.subtitle, block.status):
            if text:
                self._paragraph_of(text, "Subtitle")
        lines = [pair for pair in (*block.facts, block.amount, block.decision) if pair[0] and pair[1]]
        for label, said in lines:
            paragraph = self._docx.add_paragraph()
            paragraph.add_run(_said(_("{label} : ").format(label=label))).bold = True
            paragraph.add_run(_said(said))
        if block.foot:
            self._paragraph_of(block.foot, "Caption")

    def _contents(self, block: Contents) -> None:
        """The headings, in a field that Word completes with their pages when it is asked to."""
        self._paragraph_of(block.title, "TOC Heading" if "TOC Heading" in self._docx.styles else "Subtitle")
        listed = [h for h in self._headings if h.in_contents and h.level <= 2]
        first = self._docx.add_paragraph()
        _field_part(first, "begin")
        _field_code(first, 'TOC \\o "1-2" \\h \\z \\u')
        _field_part(first, "separate")
        last = first
        for heading in listed:
            last = self._docx.add_paragraph("    " * (heading.level - 1) + _said(heading.text))
        _field_part(last, "end")

    def _break(self, block: PageBreak) -> None:
        """A new page; a new section when the paper turns."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.enum.text import WD_BREAK

        last = self._docx.sections[-1]
        if block.landscape == (last.orientation == WD_ORIENT.LANDSCAPE):
            self._docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            return
        turned = self._docx.add_section(WD_SECTION.NEW_PAGE)
        turned.orientation = WD_ORIENT.LANDSCAPE if block.landscape else WD_ORIENT.PORTRAIT
        turned.page_width, turned.page_height = last.page_height, last.page_width

    def _paragraph_of(self, text: str, style: str) -> None:
        self._docx.add_paragraph(_said(text), style=style)

    # -- the look -----------------------------------------------------------------------------------
    def _dress(self, document: Document) -> None:
        from docx.shared import Mm, Pt, RGBColor

        facts = self._docx.core_properties
        facts.title, facts.author = clean(document.title)[:250], clean(document.author)[:250]
        facts.subject, facts.language = (
            clean(document.subject)[:250],
            f"{document.lang}-{document.lang.upper()}",
        )
        facts.created = facts.modified = document.date
        section = self._docx.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
        for name in ("Normal", "Title", "Subtitle", "Caption", *(f"Heading {n}" for n in range(1, 5))):
            style: Any = self._docx.styles[name]
            style.font.name, style.font.color.rgb = "Calibri", RGBColor.from_string(INK)
            _east_asian_too(style)
        normal: Any = self._docx.styles["Normal"]
        normal.font.size = Pt(11)
        _language(normal, "fr-FR" if document.lang == "fr" else "en-GB")
        if document.watermark:
            section.header.paragraphs[0].text = _said(
                _("{word} : version de travail").format(word=document.watermark.capitalize())
            )
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{_said(document.foot)}    page ")
        _field(foot, "PAGE", "1")
        foot.add_run(" / ")
        _field(foot, "NUMPAGES", "1")


def _said(text: str) -> str:
    return typeset(clean(text))


def _fill(paragraph: Any, runs: Runs) -> None:
    for run in runs:
        made = paragraph.add_run(_said(run.text))
        made.bold, made.italic = run.strong or None, run.emphasis or None


def _mark(parent: Any, name: str) -> None:
    """A property that is said by its presence."""
    from docx.oxml import OxmlElement

    parent.append(OxmlElement(name))


def _field(paragraph: Any, code: str, shown: str) -> None:
    """A field that Word computes: a page number."""
    _field_part(paragraph, "begin")
    _field_code(paragraph, code)
    _field_part(paragraph, "separate")
    paragraph.add_run(shown)
    _field_part(paragraph, "end")


def _field_part(paragraph: Any, kind: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)


def _field_code(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement

    element = OxmlElement("w:instrText")
    element.text = f" {code} "
    paragraph.add_run()._r.append(element)


def _east_asian_too(style: Any) -> None:
    """The theme's font of headings would win over the name otherwise."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:hAnsi"), "Calibri")


def _language(style: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:lang")
    element.set(qn("w:val"), code)
    style.element.get_or_add_rPr().append(element)
