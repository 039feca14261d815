"""The look of an ODT document: its styles, its pages upright and landscape, what stands at their foot."""

from typing import Any

from labdesk.dossier.blocks import Document
from labdesk.dossier.fonts import clean
from labdesk.words import _, typeset

INK = "#1B1F3B"
SIZES = {1: "18pt", 2: "14pt", 3: "12pt", 4: "11pt"}


def dressed(file: Any, document: Document) -> dict[str, Any]:
    """The styles by name, put into the file with its pages and what is said about it."""
    look = _Look(file)
    look.dress(document)
    return look.styles


def said(text: str) -> str:
    """A text as it is printed."""
    return typeset(clean(text))


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
        self._paragraph_style("Quotations", "Standard", fontstyle="italic")
        self._paragraph_style("Table Contents", "Standard", fontsize="9.5pt")
        self._paragraph_style("Table Heading", "Standard", fontsize="9.5pt", fontweight="bold")
        self._paragraph_style("Right", "Table Contents", align="end")
        self._text_style("Strong", fontweight="bold")
        self._text_style("Emphasis", fontstyle="italic")
        self._cell_style()
        self._list_styles()
        self._pages(document)

    def _paragraph_style(self, name: str, parent: str = "", align: str = "start", **look: str) -> None:
        from odf.style import ParagraphProperties, Style, TextProperties

        settings: dict[str, Any] = {"parentstylename": self.styles[parent]} if parent else {}
        if name.startswith("Heading"):
            settings |= {"defaultoutlinelevel": name[-1], "nextstylename": "Standard"}
        style = Style(name=name.replace(" ", "_20_"), displayname=name, family="paragraph", **settings)
        keep = {"keepwithnext": "always", "margintop": "5mm"} if name.startswith("Heading") else {}
        side = (
            {"marginleft": "8mm", "borderleft": f"1.5pt solid {INK}", "padding": "2mm"}
            if name == "Quotations"
            else {}
        )
        space = "0mm" if name.startswith("Table") or name == "Right" else "2mm"
        style.addElement(ParagraphProperties(textalign=align, marginbottom=space, **keep, **side))
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
        from odf.style import Style, TableCellProperties

        style = Style(name="Cell", family="table-cell")
        style.addElement(TableCellProperties(border="0.5pt solid #9AA0B5", padding="1.2mm"))
        self.file.automaticstyles.addElement(style)
        self.styles["Cell"] = style

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
        from odf.style import Footer, Header, MasterPage, PageLayout, PageLayoutProperties
        from odf.text import P, PageCount, PageNumber

        for name, (width, height) in {
            "Standard": ("210mm", "297mm"),
            "Landscape": ("297mm", "210mm"),
        }.items():
            turned = "landscape" if name == "Landscape" else "portrait"
            layout = PageLayout(name=f"Layout{name}")
            layout.addElement(
                PageLayoutProperties(
                    pagewidth=width, pageheight=height, margin="20mm", printorientation=turned
                )
            )
            self.file.automaticstyles.addElement(layout)
            master = MasterPage(name=name, pagelayoutname=layout)
            if document.watermark:
                head = Header()
                words = _("{word} : version de travail").format(word=document.watermark.capitalize())
                head.addElement(filled(P(stylename=self.styles["Caption"]), words))
                master.addElement(head)
            foot, line = Footer(), P(stylename=self.styles["Caption"])
            filled(line, f"{document.foot} · page ")
            line.addElement(PageNumber(selectpage="current"))
            filled(line, " / ")
            line.addElement(PageCount())
            foot.addElement(line)
            master.addElement(foot)
            self.file.masterstyles.addElement(master)
