"""A document as ODT with real styles, to be corrected in LibreOffice. It draws no map: see `flat`.

The typed text of a section stands in a section of LibreOffice, each of its paragraphs under a bookmark like
each heading that has a name: a corrected document finds its way back by them (`domain.corrections`).
"""

import io
from collections.abc import Iterator
from typing import Any

from labdesk.domain.corrections.marks import paragraph
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.office import Pictures, image, passages, typed_mark
from labdesk.dossier.office_writer import OfficeWriter, Role
from labdesk.dossier.open_text_look import dressed, filled
from labdesk.dossier.open_text_tables import table
from labdesk.dossier.outline import said
from labdesk.dossier.text_blocks import (
    Align,
    Bullets,
    Callout,
    Contents,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    runs,
)
from labdesk.words import _, speaking

STYLES: dict[Role, str] = {
    "body": "Standard",
    "lead": "Subtitle",
    "small": "Caption",
    "label": "Caption",
    "title": "Title",
}
UPRIGHT, LANDSCAPE = 170, 257
"""Millimetres between the margins of a page."""


def write_odt(document: Document, pictures: Pictures) -> bytes:
    """The bytes of the document. KeyError of `pictures`: the alternative text stands in its place."""
    with speaking(document.lang):
        return _Writer(document, pictures).whole()


class _Writer(OfficeWriter):
    def __init__(self, document: Document, pictures: Pictures) -> None:
        from odf.opendocument import OpenDocumentText

        super().__init__(document, pictures)
        self._file = OpenDocumentText()
        self._into = self._file.text
        self._break: str = ""
        self._landscape = False
        self._count = 0
        self._styles = dressed(self._file, document)

    def whole(self) -> bytes:
        """The whole file."""
        from odf.text import Section

        for passage in passages(self.document):
            if not passage.section:
                for block in passage.blocks:
                    self.tell(block, passage.mark)
                continue
            self._into = Section(name=passage.mark, stylename=self._styles["Typed"])
            for block in passage.blocks:
                self.tell(block)
            self._file.text.addElement(self._into)
            for rank, one in enumerate(_paragraphs(self._into), 1):
                _bookmarked(one, paragraph(passage.mark, rank))
            self._into = self._file.text
        out = io.BytesIO()
        self._file.save(out)
        return out.getvalue()

    # -- pieces -------------------------------------------------------------------------------------
    def heading(self, block: Heading, mark: str) -> None:
        from odf.text import H

        made = H(outlinelevel=block.level, stylename=self._broken(f"Heading {block.level}"))
        self._into.addElement(filled(made, block.text))
        if mark:
            _bookmarked(made, mark)

    def words(self, words: Runs, role: Role, align: Align = "left") -> None:
        name = "Right" if align == "right" else STYLES[role]
        self._paragraph(words, "Label" if name == "Standard" and _names(words) else name)

    def callout(self, block: Callout) -> None:
        self._paragraph(block.runs, "Quotations")

    def _paragraph(self, words: Runs, name: str) -> None:
        from odf.text import P

        paragraph = P(stylename=self._broken(name))
        self._fill(paragraph, words)
        self._into.addElement(paragraph)

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

        if target := self.target(run):
            made = A(href=target, type="simple")
            parent.addElement(filled(made, run.text))
        elif run.strong or run.emphasis:
            style = self._styles["Strong" if run.strong else "Emphasis"]
            parent.addElement(filled(Span(stylename=style), run.text))
        else:
            filled(parent, run.text)

    def bullets(self, block: Bullets) -> None:
        from odf.text import List, ListItem, P

        made = List(stylename=self._styles["Numbers" if block.ordered else "Bullets"])
        for item in block.items:
            entry, paragraph = ListItem(), P(stylename=self._broken("List"))
            self._fill(paragraph, item)
            entry.addElement(paragraph)
            made.addElement(entry)
        self._into.addElement(made)

    def table(self, block: Table) -> None:
        if block.caption:
            self._paragraph(runs(block.caption), "Table Caption")
        room = LANDSCAPE if self._landscape else UPRIGHT
        made = table(block, self._count + 1, room, self._styles, self._fill)
        if made is None:
            return
        self._count += 1
        drawn, widths = made
        for style in widths:
            self._file.automaticstyles.addElement(style)
        self._into.addElement(drawn)
        self._paragraph(runs(block.note), "Caption")

    def picture(self, block: Picture) -> None:
        from odf.draw import Frame, Image
        from odf.svg import Desc
        from odf.text import P

        found = image(block, self.pictures)
        if not found.data:
            self._paragraph(runs(f"[{found.alt}]"), "Caption")
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
            self._paragraph(runs(block.caption), "Caption")

    def contents(self, block: Contents) -> None:
        """An index that LibreOffice fills in (Outils, Actualiser, Tous les index); each line is a link."""
        from odf.text import IndexBody, IndexTitle, P, TableOfContent, TableOfContentSource

        index = TableOfContent(name=said(block.title), protected="true")
        index.addElement(TableOfContentSource(outlinelevel=2))
        body, head = IndexBody(), IndexTitle(name=f"{said(block.title)}_Head")
        head.addElement(filled(P(stylename=self._broken("Subtitle")), block.title))
        body.addElement(head)
        for heading in self.entries():
            line = P(stylename=self._styles[f"Contents {heading.level}"])
            self._run(line, Run(heading.text, link=f"#{heading.anchor}" if heading.anchor else ""))
            body.addElement(line)
        index.addElement(body)
        self._into.addElement(index)

    def turn(self, *, landscape: bool) -> None:
        """The next paragraph opens a page, of another master when the paper turns."""
        turned = landscape != self._landscape
        self._landscape = landscape
        self._break = ("Landscape" if landscape else "Standard") if turned else "page"

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


def _names(words: Runs) -> bool:
    """A paragraph that is strong from end to end names what follows."""
    return bool(words) and all(run.strong for run in words)


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
