"""A big sheet printed on small paper: a page that says how to put it together, then its pieces, marked.

The sheet is painted once and shown through a window on each piece, so that lengths stay exact. A piece is a
figure for a screen reader: who listens reads the sheet itself, printed whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from labdesk.dossier.documents import Document
from labdesk.dossier.flow import Frame, Page
from labdesk.dossier.job import Pictures
from labdesk.dossier.look import MM, TextStyle, colour
from labdesk.dossier.pieces import Piece, Shape
from labdesk.dossier.placing import Placed, arrange
from labdesk.dossier.rulers import ruler
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node
from labdesk.dossier.text import wrap
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, Run, runs
from labdesk.dossier.tiles import EDGE, OVERLAP, TilePiece, Tiling, column_name, tiled
from labdesk.words import _, decimal

_MARK = (1.5, 8.0)
"""mm from the edge of the paper where a crop mark begins and ends: it does not touch the picture."""
_WORDS = TextStyle(8, 10, "ink2", "strong", hyphenate=False)
_NAME = TextStyle(15, 18, "primary", "title", hyphenate=False)


def form_name(place: int) -> str:
    """The name in the file of a sheet that is painted once."""
    return f"S{place + 1}"


def assembled(document: Document, posters: Sequence[Page], pictures: Pictures) -> Placed:
    """The plan of each sheet, then its pieces."""
    assert document.tile is not None
    tilings = [_tiling(page, document) for page in posters]
    plan = replace(document, blocks=_told(document, tilings), paper=document.tile, alone=False, watermark="")
    placed = arrange(plan, pictures)
    pages = list(placed.pages)
    for place, tiling in enumerate(tilings):
        _draw_plan(placed.root, pages, tiling, place)
    for place, tiling in enumerate(tilings):
        for piece in tiling.pieces():
            pages.append(_piece_page(piece, tiling, place, placed.root, document.title, len(posters)))
    return Placed(pages, placed.root, placed.entries, placed.anchors)


def _tiling(page: Page, document: Document) -> Tiling:
    assert document.tile is not None
    frame = page.frame
    across, down = (round(side * frame.scale / MM, 3) for side in (frame.width, frame.height))
    return tiled(across, down, document.tile)


# -- the plan ---------------------------------------------------------------------------------------------
def _told(document: Document, tilings: Sequence[Tiling]) -> tuple[Heading | Paragraph | Bullets, ...]:
    """How it is put together, in words."""
    first = tilings[0]
    count = sum(one.columns * one.rows for one in tilings)
    what = _("{paper} ({width} × {height} mm) sur {count} feuilles {tile}").format(
        paper=document.paper,
        width=decimal(str(first.width)),
        height=decimal(str(first.height)),
        count=count,
        tile=document.tile,
    )
    steps = (
        _("Imprimez à 100 %, sans « ajuster à la page », sur un seul côté."),
        _("Vérifiez la règle ci-dessous : elle mesure 100 mm. Sinon, corrigez l’échelle d’impression."),
        _("Posez les feuilles selon le plan : lettres de gauche à droite, chiffres de haut en bas."),
        _("Coupez les bords gauche et haut de chaque feuille, d’un repère à l’autre (sauf en A et en 1)."),
        _("Collez chaque feuille sur la bande de {overlap} mm de ses voisines de gauche et du haut.").format(
            overlap=decimal(str(OVERLAP))
        ),
    )
    return (
        Heading(1, _("Plan d’assemblage")),
        Paragraph((Run(document.title, strong=True), Run(f"\n{what}")), "lead"),
        Bullets(tuple(runs(step) for step in steps), ordered=True),
    )


def _draw_plan(root: Node, pages: list[Page], tiling: Tiling, place: int) -> None:
    """The ruler and the plan under the words, on their page or on the next."""
    for piece in (*([ruler(root)] if not place else []), _plan(tiling, root, place, pages[-1].frame)):
        page = pages[-1]
        low = max((y + one.height for one, y in page.placed), default=page.frame.top)
        if page.placed and low + piece.before + piece.height > page.frame.bottom:
            page = Page(page.frame)
            pages.append(page)
            low = page.frame.top
        page.placed.append((piece, low + (piece.before if page.placed else 0)))


def _plan(tiling: Tiling, root: Node, place: int, frame: Frame) -> Piece:
    """The sheet small, the pieces drawn over it with their names."""
    room = (frame.across, frame.down * 0.42)
    small = min(room[0] / tiling.width, room[1] / tiling.height)
    width, height = tiling.width * small, tiling.height * small
    names = ", ".join(piece.name for piece in tiling.pieces())
    alt = _("Plan : {columns} colonnes, {rows} rangées ; feuilles {names}").format(
        columns=tiling.columns, rows=tiling.rows, names=names
    )
    node = root.add("Figure", alt)
    style = TextStyle(min(16, tiling.step[1] * small * 0.5), 18, "primary", "title", align="centre")

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, width, height)):
            sheet.form(form_name(place), (x, y, width, height), (0, 0), small / MM)
            sheet.rectangle(x, y, width, height, stroke=colour("ink2"), line=0.8)
            for piece in tiling.pieces():
                _cell(sheet, piece, tiling, (x, y, small), style)

    return Shape(height, draw, before=14)


def _cell(
    sheet: Sheet, piece: TilePiece, tiling: Tiling, at: tuple[float, float, float], style: TextStyle
) -> None:
    x, y, small = at
    left, top = x + piece.left * small, y + piece.top * small
    across = min(tiling.step[0], tiling.width - piece.left) * small
    down = min(tiling.step[1], tiling.height - piece.top) * small
    sheet.rectangle(left, top, across, down, stroke=colour("primary"), line=0.7)
    words = (Run(piece.name),)
    lines = wrap(words, style, across)[:1]
    width = (lines[0].width if lines else 0) + 8
    middle, low = left + across / 2, top + down / 2
    sheet.rectangle(
        middle - width / 2, low - style.leading / 2, width, style.leading, fill=colour("surface"), radius=4
    )
    sheet.text(lines, words, style, left, low - style.leading / 2, across, None)


# -- the pieces -------------------------------------------------------------------------------------------
@dataclass(slots=True, eq=False)
class _Window(Piece):
    """A piece of the big sheet, its crop marks and its name in the margin."""

    piece: TilePiece
    tiling: Tiling
    place: int
    node: Node
    words: str

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        piece = self.piece
        box = (EDGE * MM, EDGE * MM, piece.width * MM, piece.height * MM)
        with sheet.tagged(self.node, box):
            sheet.form(form_name(self.place), box, (piece.left * MM, piece.top * MM), 1)
        with sheet.artifact():
            self._marks(sheet)
            self._words(sheet)

    def _marks(self, sheet: Sheet) -> None:
        """Hairlines in the margins: the edges of the piece, and where its neighbours come to lie."""
        piece, tiling = self.piece, self.tiling
        xs = [EDGE, EDGE + piece.width]
        ys = [EDGE, EDGE + piece.height]
        glued_x = [EDGE + tiling.step[0]] if piece.column + 1 < tiling.columns else []
        glued_y = [EDGE + tiling.step[1]] if piece.row + 1 < tiling.rows else []
        near, far = _MARK
        for at, dash in (*((one, "") for one in xs), *((one, "1.5 1.5") for one in glued_x)):
            for start in (near, EDGE + piece.height + EDGE - far):
                end = start + far - near
                sheet.rule((at * MM, start * MM), (at * MM, end * MM), colour("ink"), 0.35, dash)
        for at, dash in (*((one, "") for one in ys), *((one, "1.5 1.5") for one in glued_y)):
            for start in (near, EDGE + piece.width + EDGE - far):
                end = start + far - near
                sheet.rule((start * MM, at * MM), (end * MM, at * MM), colour("ink"), 0.35, dash)

    def _words(self, sheet: Sheet) -> None:
        """The name, large, and what it is a piece of, between the marks of the upper margin."""
        name = (Run(self.piece.name),)
        lines = wrap(name, _NAME, 60)[:1]
        left = (EDGE + 3) * MM
        sheet.text(lines, name, _NAME, left, 1.8 * MM, 60, None)
        words = (Run(self.words),)
        start = left + (lines[0].width if lines else 0) + 8
        room = (self.piece.width + EDGE - 3) * MM - start
        sheet.text(wrap(words, _WORDS, room)[:1], words, _WORDS, start, 3.4 * MM, room, None)


def _piece_page(piece: TilePiece, tiling: Tiling, place: int, root: Node, title: str, sheets: int) -> Page:
    where = _("colonne {column}, rangée {row}").format(column=column_name(piece.column), row=piece.row + 1)
    name = f"{place + 1} · {piece.name}" if sheets > 1 else piece.name
    alt = _("Feuille {name} de « {title} » : {where}").format(name=name, title=title, where=where)
    node = root.add("Figure", alt)
    words = (
        f"{title} · {where}"
        if sheets == 1
        else _("{title} · affiche {n} · {where}").format(title=title, n=place + 1, where=where)
    )
    frame = Frame(tiling.across * MM, tiling.down * MM, 0, 0, tiling.across * MM, tiling.down * MM, bare=True)
    return Page(frame, [(_Window(piece, tiling, place, node, words), 0.0)])
