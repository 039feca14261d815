"""The look of a DOCX document: its styles, its page, its head and its foot, what is said about it."""

from typing import TYPE_CHECKING, Any

from labdesk.dossier.documents import Document
from labdesk.dossier.fonts import clean
from labdesk.dossier.office import draft_words
from labdesk.dossier.outline import said
from labdesk.dossier.word_xml import add_field, element
from labdesk.words import _

if TYPE_CHECKING:
    from docx.document import Document as Docx

INK, ACCENT, GREY = "1B1F3B", "3B4CB8", "5A607A"
SIZES = {"Heading 1": 18, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11, "Title": 26, "Subtitle": 14}
CELL, RULE = "Table Contents", "9AA0B5"
"""The style of the words of a table, and the ink of its lines."""
MARGIN = 20
"""Millimetres."""


def dress(docx: "Docx", document: Document) -> None:
    """Facts, styles, page."""
    _facts(docx, document)
    _page(docx, document)
    _styles(docx)
    code = "fr-FR" if document.lang == "fr" else "en-GB"
    _language(docx, code)


def _facts(docx: "Docx", document: Document) -> None:
    facts = docx.core_properties
    facts.title, facts.author = clean(document.title)[:250], clean(document.author)[:250]
    facts.subject = clean(document.subject)[:250]
    facts.language = f"{document.lang}-{document.lang.upper()}"
    facts.created = facts.modified = document.date
    facts.comments, facts.last_modified_by = "", ""


def _page(docx: "Docx", document: Document) -> None:
    from docx.shared import Mm

    page = docx.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    page.header_distance = page.footer_distance = Mm(10)
    page.header.paragraphs[0].text = draft_words(document)
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{said(document.foot)} · {_('page')} ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" / ")
    add_field(foot, "NUMPAGES", "1")


def _styles(docx: "Docx") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    styles = docx.styles
    for level in (1, 2):
        made: Any = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        made.paragraph_format.left_indent = Mm(6 * (level - 1))
        made.paragraph_format.space_after = Pt(2)
    for name in ("Normal", "Caption", "Header", "Footer", "Quote", "Intense Quote", *SIZES):
        _lettered(styles[name], SIZES.get(name))
    normal: Any = styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.12
    for name in ("Caption", "Header", "Footer"):
        small: Any = styles[name]
        small.font.size, small.font.bold = Pt(9), False
        small.font.color.rgb = _rgb(GREY)
    for name in ("Quote", "Intense Quote"):
        _bordered(styles[name])
    cell: Any = styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    cell.font.size = Pt(9.5)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    cell.paragraph_format.line_spacing = 1.0
    for border in styles["Table Grid"].element.xpath(".//w:tblBorders/*"):
        border.set(qn("w:color"), RULE)


def _rgb(hexa: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(hexa)


def _lettered(style: Any, size: int | None) -> None:
    """One font everywhere: the theme’s own for headings would win over the name otherwise."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.color.rgb = "Calibri", _rgb(INK)
    if size:
        style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:hAnsi"), "Calibri")


def _bordered(style: Any) -> None:
    """What stands out has a bar at its left, in the accent."""
    from docx.shared import Mm

    properties = style.element.get_or_add_pPr()
    for old in properties.xpath("./w:pBdr"):
        properties.remove(old)
    bar = element("w:left", val="single", sz="18", space="8", color=ACCENT)
    borders = element("w:pBdr")
    borders.append(bar)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    style.paragraph_format.left_indent = Mm(6)
    style.paragraph_format.right_indent = Mm(0)
    style.font.bold, style.font.italic = False, True


def _language(docx: "Docx", code: str) -> None:
    """The language of the words: spelling is checked in it, a screen reader speaks it."""
    from docx.oxml.ns import qn

    for lang in docx.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), code)
    properties: Any = docx.styles["Normal"].element.get_or_add_rPr()
    properties.append(element("w:lang", val=code))
