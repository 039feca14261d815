"""Placed pages painted into a file: running heads, links, bookmarks, the tree and the catalogue."""

from collections.abc import Callable, Sequence

from labdesk.dossier.assembly import form_name
from labdesk.dossier.documents import Document
from labdesk.dossier.encoding import Encoder
from labdesk.dossier.flow import Page
from labdesk.dossier.fonts import Face
from labdesk.dossier.identity import carried, colour_space, information, metadata
from labdesk.dossier.job import Entry
from labdesk.dossier.margins import running_head, watermark
from labdesk.dossier.objects import File, Name, Ref, Value
from labdesk.dossier.pictures import Store
from labdesk.dossier.placing import Placed
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Annotation, Node, write_tree
from labdesk.dossier.text import typeset
from labdesk.words import _

_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


class Printer:
    """One document on its way to its file."""

    def __init__(
        self, file: File, document: Document, placed: Placed, store: Store, posters: Sequence[Page] = ()
    ) -> None:
        self._file, self._document, self._placed, self._store = file, document, placed, store
        self._encoder = Encoder()
        self._refs = [file.reserve() for _page in placed.pages]
        self._links: list[list[Ref]] = [[] for _page in placed.pages]
        self._linked: list[Node] = []
        self._resources = file.reserve()
        self._posters = posters
        self._forms: dict[str, Value] = {}
        self._titles = {entry.anchor: entry.text for entry in placed.entries}

    def print(self, progress: Callable[[int, int], None]) -> None:
        """Paint every page, then write what holds them together."""
        pages, file = self._placed.pages, self._file
        parent = file.reserve()
        marked: list[list[Node]] = []
        for place, poster in enumerate(self._posters):
            self._forms[form_name(place)] = self._paint_form(poster)
        for number, page in enumerate(pages):
            progress(number, len(pages))
            marked.append(self._paint(number, page, parent))
        kids: list[Value] = list(self._refs)
        file.put({"Type": Name("Pages"), "Kids": kids, "Count": len(pages)}, parent)
        tree = write_tree(file, self._placed.root, self._refs, marked, self._linked)
        pictures: dict[str, Value] = {**self._store.refs, **self._forms}
        file.put({"Font": self._encoder.write(file), "XObject": pictures}, self._resources)
        file.close(self._catalogue(parent, tree), information(file, self._document))
        progress(len(pages), len(pages))

    # -- what a page asks for
    def encode(self, face: Face, text: str) -> tuple[str, str]:
        """The name of a face and the codes of a text."""
        return self._encoder.encode(face, text)

    def is_target(self, link: str) -> bool:
        """An anchor of this document, or an address of the web, of mail or of a telephone."""
        if link.startswith("#"):
            return link[1:] in self._placed.anchors
        return link.lower().startswith(_SCHEMES) and link.isprintable() and " " not in link

    def link(
        self, page: int, link: str, box: tuple[float, float, float, float], words: str, node: Node
    ) -> None:
        """A link annotation; its words are for who cannot see it."""
        entries: dict[str, Value] = {"Type": Name("Annot"), "Subtype": Name("Link"), "F": 4}
        entries |= {"Rect": list(box), "Border": [0, 0, 0], "StructParent": self._key()}
        if link.startswith("#"):
            entries["Dest"] = self._destination(link[1:])
            title = self._titles.get(link[1:], typeset(words))
            entries["Contents"] = typeset(_("Aller à « {title} »").format(title=title))
        else:
            escaped = "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in link.encode())
            entries["A"] = {"Type": Name("Action"), "S": Name("URI"), "URI": escaped}
            entries["Contents"] = f"{typeset(words)} ({link})"
        ref = self._file.put(entries)
        self._links[page].append(ref)
        self._linked.append(node)
        node.kids.append(Annotation(page, ref))

    def _key(self) -> int:
        """The key of the next annotation in the parent tree: pages come first."""
        return len(self._placed.pages) + len(self._linked)

    def _destination(self, anchor: str) -> list[Value]:
        number, y = self._placed.anchors[anchor]
        frame = self._placed.pages[number].frame
        top = (frame.height - y + 12) * frame.scale
        return [self._refs[number], Name("XYZ"), 0, round(top), None]

    # -- pages
    def _paint(self, number: int, page: Page, parent: Ref) -> list[Node]:
        frame = page.frame
        sheet = Sheet(self, number, frame.width, frame.height, frame.scale)
        if words := typeset(self._document.watermark).strip():
            watermark(sheet, words)
        if not frame.bare:
            ruled = self._document.exact and frame.width > frame.height
            running_head(sheet, frame, self._document.foot, len(self._placed.pages), ruled=ruled)
        for piece, y in page.placed:
            piece.paint(sheet, frame.left, y)
        entries: dict[str, Value] = {"Type": Name("Page"), "Parent": parent, "Resources": self._resources}
        entries["MediaBox"] = [0, 0, frame.width * frame.scale, frame.height * frame.scale]
        entries["Contents"] = self._file.stream(sheet.content(), {})
        entries |= {"StructParents": number, "Tabs": Name("S")}
        if links := self._links[number]:
            entries["Annots"] = list(links)
        self._file.put(entries, self._refs[number])
        return sheet.marks

    def _paint_form(self, page: Page) -> Ref:
        """A big sheet painted once, unmarked: the pieces that show it are what is read. Its origin is its
        top left corner."""
        frame = page.frame
        sheet = Sheet(self, 0, frame.width, frame.height, frame.scale)
        with sheet.unread():
            if words := typeset(self._document.watermark).strip():
                watermark(sheet, words)
            for piece, y in page.placed:
                piece.paint(sheet, frame.left, y)
        width, height = frame.width * frame.scale, frame.height * frame.scale
        entries: dict[str, Value] = {"Type": Name("XObject"), "Subtype": Name("Form")}
        entries |= {"BBox": [0, 0, width, height], "Resources": self._resources}
        entries["Matrix"] = [1, 0, 0, 1, 0, -height]
        return self._file.stream(sheet.content(), entries)

    # -- the whole
    def _catalogue(self, pages: Ref, tree: Ref) -> Ref:
        file, document = self._file, self._document
        entries: dict[str, Value] = {"Type": Name("Catalog"), "Pages": pages, "StructTreeRoot": tree}
        entries |= {"Lang": _LANGUAGES[document.lang], "MarkInfo": {"Marked": True}}
        shown: dict[str, Value] = {"DisplayDocTitle": True}
        if document.exact:
            shown["PrintScaling"] = Name("None")
        entries |= {"ViewerPreferences": shown, "Metadata": metadata(file, document)}
        entries["OutputIntents"] = colour_space(file)
        if outlines := self._outlines():
            entries |= {"Outlines": outlines, "PageMode": Name("UseOutlines")}
        entries |= carried(file, document.attachments, document.date)
        return file.put(entries)

    def _outlines(self) -> Ref | None:
        entries = [entry for entry in self._placed.entries if entry.anchor in self._placed.anchors]
        if not entries:
            return None
        top = self._file.reserve()
        first, last, count = self._bookmarks(entries, top)
        value: dict[str, Value] = {"Type": Name("Outlines"), "First": first, "Last": last, "Count": count}
        return self._file.put(value, top)

    def _bookmarks(self, entries: Sequence[Entry], parent: Ref) -> tuple[Ref, Ref, int]:
        """The bookmarks of one level under a parent: the first, the last, how many."""
        level = min(entry.level for entry in entries)
        starts = [place for place, entry in enumerate(entries) if entry.level == level or place == 0]
        groups = [entries[start:end] for start, end in zip(starts, [*starts[1:], len(entries)], strict=True)]
        refs = [self._file.reserve() for _group in groups]
        for place, (ref, group) in enumerate(zip(refs, groups, strict=True)):
            value: dict[str, Value] = {"Title": group[0].text or "…", "Parent": parent}
            value["Dest"] = self._destination(group[0].anchor)
            value |= {"Prev": refs[place - 1]} if place else {}
            value |= {"Next": refs[place + 1]} if place + 1 < len(refs) else {}
            if len(group) > 1:
                first, last, count = self._bookmarks(group[1:], ref)
                value |= {"First": first, "Last": last, "Count": -count}
            self._file.put(value, ref)
        return refs[0], refs[-1], len(refs)
