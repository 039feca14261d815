"""The look of an ODT document: its styles, its pages upright and landscape, what stands at their foot."""

from typing import Any

from labdesk.dossier.documents import Document
from labdesk.dossier.fonts import clean
from labdesk.dossier.office import draft_words
from labdesk.dossier.outline import said
from labdesk.words import _

INK = "#1B1F3B"
SIZES = {1: "18pt", 2: "14pt", 3: "12pt", 4: "11pt"}
_TIGHT = ("Table Contents", "Table Heading", "Right", "Heading Right")
_CLOSE = ("List", "Table Caption", "Contents 1", "Contents 2")
"""Styles with no space after their paragraphs, and with half of the usual."""


def dressed(file: Any, document: Document) -> dict[str, Any]:
    """The styles by name, put into the file with its pages and what is said about it."""
    look = _Look(file)
    look.dress(document)
    return look.styles


def filled(element: Any, text: str) -> Any:
    """The element with this text in it: line ends and runs of spaces are kept."""
    from odf.teletype import addTextToElement

    addTextToElement(element, said(text))
    return element


class _Look:
    def __init__(self, file: Any) -> None:
        self.file = file
        self.styles: dict[str, Any] = {}

    def dress(self, document: Document) -> None:
        """Facts, styles, pages."""
        from odf import dc, meta

        self.file.meta.addElement(dc.Title(text=clean(document.title)))
        self.file.meta.addElement(dc.Subject(text=clean(document.subject)))
        self.file.meta.addElement(dc.Creator(text=clean(document.author)))
        self.file.meta.addElement(dc.Language(text=f"{document.lang}-{document.lang.upper()}"))
        self.file.meta.addElement(meta.CreationDate(text=document.date.isoformat()))
        country = "FR" if document.lang == "fr" else "GB"
        self._paragraph_style("Standard", fontsize="11pt", language=document.lang, country=country)
        for level, size in SIZES.items():
            self._paragraph_style(f"Heading {level}", "Standard", fontsize=size, fontweight="bold")
        self._paragraph_style("Title", "Standard", fontsize="26pt", fontweight="bold")
        self._paragraph_style("Subtitle", "Standard", fontsize="14pt")
        self._paragraph_style("Caption", "Standard", fontsize="9pt")
        self._paragraph_style("Table Caption", "Caption", fontsize="9pt")
        self._paragraph_style("List", "Standard", fontsize="11pt")
        self._paragraph_style("Label", "Standard", fontsize="11pt")
        for level in (1, 2):
            self._paragraph_style(f"Contents {level}", "Standard", fontsize="11pt")
        self._paragraph_style("Quotations", "Standard", fontstyle="italic")
        self._paragraph_style("Table Contents", "Standard", fontsize="9.5pt")
        self._paragraph_style("Table Heading", "Standard", fontsize="9.5pt", fontweight="bold")
        self._paragraph_style("Right", "Table Contents", align="end")
        self._paragraph_style("Heading Right", "Table Heading", align="end", fontweight="bold")
        self._text_style("Strong", fontweight="bold")
        self._text_style("Emphasis", fontstyle="italic")
        self._cell_style()
        self._passage_style()
        self._list_styles()
        self._pages(document)

    def _paragraph_style(self, name: str, parent: str = "", align: str = "start", **look: str) -> None:
        from odf.style import ParagraphProperties, Style, TextProperties

        settings: dict[str, Any] = {"parentstylename": self.styles[parent]} if parent else {}
        if name.startswith("Heading ") and name[-1].isdigit():
            settings |= {"defaultoutlinelevel": name[-1], "nextstylename": "Standard"}
        style = Style(name=name.replace(" ", "_20_"), displayname=name, family="paragraph", **settings)
        keep = {}
        if name.startswith("Heading ") and name[-1].isdigit():
            keep = {"keepwithnext": "always", "margintop": "5mm"}
        elif name in ("Table Caption", "Label"):
            keep = {"keepwithnext": "always"}
        elif name.startswith("Contents"):
            keep = {"marginleft": f"{6 * (int(name[-1]) - 1)}mm"}
        side = (
            {"marginleft": "8mm", "borderleft": f"1.5pt solid {INK}", "padding": "2mm"}
            if name == "Quotations"
            else {}
        )
        space = "0mm" if name in _TIGHT else "1mm" if name in _CLOSE else "2mm"
        style.addElement(
            ParagraphProperties(textalign=align, marginbottom=space, orphans="2", widows="2", **keep, **side)
        )
        style.addElement(TextProperties(fontfamily="Calibri, Carlito, sans-serif", color=INK, **look))
        self.file.styles.addElement(style)
        self.styles[name] = style

    def _text_style(self, name: str, **look: str) -> None:
        from odf.style import Style, TextProperties

        style = Style(name=name, family="text")
        style.addElement(TextProperties(**look))
        self.file.styles.addElement(style)
        self.styles[name] = style

    def _cell_style(self) -> None:
        from odf.style import Style, TableCellProperties, TableRowProperties

        style = Style(name="Cell", family="table-cell")
        style.addElement(TableCellProperties(border="0.5pt solid #9AA0B5", padding="1.2mm"))
        self.file.automaticstyles.addElement(style)
        self.styles["Cell"] = style

        row = Style(name="Row", family="table-row")
        row.addElement(TableRowProperties(keeptogether="always"))
        self.file.automaticstyles.addElement(row)
        self.styles["Row"] = row

    def _passage_style(self) -> None:
        """Around the typed text of a section: nothing is drawn."""
        from odf.style import SectionProperties, Style

        style = Style(name="Typed", family="section")
        style.addElement(SectionProperties(editable="true"))
        self.file.automaticstyles.addElement(style)
        self.styles["Typed"] = style

    def _list_styles(self) -> None:
        from odf.style import ListLevelProperties
        from odf.text import ListLevelStyleBullet, ListLevelStyleNumber, ListStyle

        for name, level in (
            ("Bullets", ListLevelStyleBullet(level=1, bulletchar="•")),
            ("Numbers", ListLevelStyleNumber(level=1, numformat="1", numsuffix=".")),
        ):
            style = ListStyle(name=name)
            level.addElement(ListLevelProperties(spacebefore="4mm", minlabelwidth="5mm"))
            style.addElement(level)
            self.file.automaticstyles.addElement(style)
            self.styles[name] = style

    def _pages(self, document: Document) -> None:
        from odf.style import (
            Footer,
            FooterStyle,
            Header,
            HeaderFooterProperties,
            HeaderStyle,
            MasterPage,
            PageLayout,
            PageLayoutProperties,
        )
        from odf.text import P, PageCount, PageNumber

        for name, (width, height) in {
            "Standard": ("210mm", "297mm"),
            "Landscape": ("297mm", "210mm"),
        }.items():
            turned = "landscape" if name == "Landscape" else "portrait"
            layout = PageLayout(name=f"Layout{name}")
            layout.addElement(
                PageLayoutProperties(
                    pagewidth=width,
                    pageheight=height,
                    margintop="12mm",
                    marginbottom="12mm",
                    marginleft="20mm",
                    marginright="20mm",
                    printorientation=turned,
                )
            )
            for style, side in ((HeaderStyle(), "marginbottom"), (FooterStyle(), "margintop")):
                style.addElement(HeaderFooterProperties(minheight="10mm", **{side: "4mm"}))
                layout.addElement(style)
            self.file.automaticstyles.addElement(layout)
            master = MasterPage(name=name, pagelayoutname=layout)
            if words := draft_words(document):
                head = Header()
                head.addElement(filled(P(stylename=self.styles["Caption"]), words))
                master.addElement(head)
            foot, line = Footer(), P(stylename=self.styles["Caption"])
            filled(line, f"{document.foot} · {_('page')} ")
            line.addElement(PageNumber(selectpage="current"))
            filled(line, " / ")
            line.addElement(PageCount())
            foot.addElement(line)
            master.addElement(foot)
            self.file.masterstyles.addElement(master)
