"""The wall kit: blank canvases to hang, sheets to hand out, votes and table signs, one document each."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType, Catalogue, Zone
from labdesk.domain.lab import Lab
from labdesk.dossier.blocks import Block, PageBreak
from labdesk.dossier.documents import Document, Paper, Tile, dated
from labdesk.dossier.handouts import Handouts, load_handouts, told
from labdesk.dossier.marks import marks
from labdesk.dossier.text_blocks import Heading, Paragraph, runs
from labdesk.dossier.wall_blocks import Blank, Dots, Fill, TableSign, WallGrid, WallSheet
from labdesk.words import _, language

SCALES: dict[Paper, float] = {"A4": 1.0, "A3": 1.15, "A2": 1.5, "A1": 1.9, "A0": 2.4}
"""How much the words of a blank sheet are enlarged: it is read standing, from farther as it grows."""
HANDOUTS = ("image_adult", "image_minor", "notice")
EXTRAS = ("dots", "tables")
_FILLS: dict[str, Fill] = {
    "grid_score": "curve",
    "grid_choices": "choices",
    "grid_number": "line",
    "grid_photos": "picture",
    "text": "lines",
    "text_short": "line",
    "date": "line",
    "number": "line",
    "money": "line",
    "ref": "line",
    "refs": "line",
    "choice": "choices",
    "choices": "choices",
    "check": "choices",
    "score": "choices",
    "photos": "picture",
    "table": "table",
}
_CHAIN = 5
_DOTS = 56
_BESIDE_MARK = 0.96
"""A handout stays one page when the bloc-marque takes its 40 mm: its body has 9.8 points."""


class KitWish(Struct, frozen=True):
    """What is asked of a kit: which canvas types, on which paper (perhaps cut), which other sheets."""

    today: date
    types: tuple[str, ...]
    paper: Paper = "A0"
    tile: Tile | None = None
    pages: tuple[str, ...] = (*HANDOUTS, *EXTRAS)
    tables: int = 6
    lab: Lab = field(default_factory=Lab)


def kit(catalogue: Catalogue, wish: KitWish) -> Iterator[tuple[str, Document]]:
    """Each document with the name of its file, without suffix."""
    size = (
        wish.paper if wish.tile is None else _("{sheet} sur {tile}").format(sheet=wish.paper, tile=wish.tile)
    )
    for name in wish.types:
        kind = catalogue.types[name]
        yield _file(f"{kind.label} {size}"), blank_canvas(kind, wish)
    handouts = load_handouts()
    for name in wish.pages:
        made = _page(name, handouts, wish)
        if made is not None:
            yield _file(made.title), made


def _file(name: str) -> str:
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f\u00a0\u202f]+', " ", name).split())


def _page(name: str, handouts: Handouts, wish: KitWish) -> Document | None:
    if name == "dots":
        title = _("Gommettes")
        words = _(
            "À découper, ou à imprimer sur des étiquettes rondes de 19 mm. Trois par personne suffisent."
        )
        return _document(title, (Heading(1, title), Paragraph(runs(words)), Dots(title, words, _DOTS)), wish)
    if name == "tables":
        return _document(_("Chevalets de table"), tuple(_signs(wish.tables)), wish)
    sheet = handouts.sheets.get(name)
    if sheet is None:
        return None
    mark = marks(wish.lab).mark
    made = _document(str(sheet.title), told(sheet, wish.lab, mark), wish)
    return replace(made, scale=_BESIDE_MARK) if mark else made


def _signs(count: int) -> Iterator[Block]:
    for place in range(count):
        yield PageBreak(landscape=True)
        yield TableSign(_("Table {n}").format(n=place + 1), _("Une seule personne saisit, toutes parlent."))


def _document(title: str, blocks: tuple[Block, ...], wish: KitWish) -> Document:
    return Document(
        title=title,
        blocks=blocks,
        date=dated(wish.today),
        author=wish.lab.name,
        subject=_("Kit mural"),
        lang=language(),
        foot=title,
        exact=True,
        accent=wish.lab.colour,
        own=marks(wish.lab).own,
    )


# -- blank canvases ---------------------------------------------------------------------------------------
def blank_canvas(kind: CanvasType, wish: KitWish) -> Document:
    """A canvas without content, with its questions and the places of sticky notes."""
    title = str(kind.label)
    kicker = _("{lab} · notes de 76 mm").format(lab=wish.lab.name) if wish.lab.name else _("Notes de 76 mm")
    shown: Block = _grid(kind, title, kicker) if kind.layout == "grid" else _sheet(kind, title, kicker)
    return Document(
        title=title,
        blocks=(PageBreak(landscape=True), shown),
        date=dated(wish.today),
        author=wish.lab.name,
        subject=_("Kit mural"),
        lang=language(),
        foot=title,
        paper=wish.paper,
        scale=SCALES[wish.paper],
        tile=wish.tile if wish.tile != wish.paper else None,
        exact=True,
        accent=wish.lab.colour,
    )


def _grid(kind: CanvasType, title: str, kicker: str) -> WallGrid:
    lanes = kind.presets.get("default") or tuple(zone.id for zone in kind.lanes)
    lines = {line.lane: str(line.label) for line in kind.lines}
    axes = [_blank(kind, zone) for zone in kind.zones if zone.kind == "axis"]
    phases, steps = axes[:2] if len(axes) > 1 else (Blank(_("Phase")), Blank(_("Étape")))
    asked = [zone for zone in kind.sheet if zone.need == "A" and zone.kind not in ("notes", "photos")]
    fields = [_on_one_line(_blank(kind, zone)) for zone in asked]
    return WallGrid(
        title,
        kicker,
        tuple(fields),
        phases,
        steps,
        tuple(_blank(kind, kind.by_id[lane], lines.get(lane, "")) for lane in lanes if lane in kind.by_id),
    )


def _on_one_line(blank: Blank) -> Blank:
    """A field above the grid leaves one line free: the room is for the lanes."""
    return replace(blank, fill="line") if blank.fill == "lines" else blank


def _sheet(kind: CanvasType, title: str, kicker: str) -> WallSheet:
    zones = [zone for zone in kind.sheet if zone.simple and not zone.auto and zone.id != "tray"]
    return WallSheet(title, kicker, kind.columns, tuple(_blank(kind, zone) for zone in zones))


def _blank(kind: CanvasType, zone: Zone, line: str = "") -> Blank:
    """What a zone leaves free on the wall."""
    options: tuple[str, ...] = tuple(str(option.label) for option in kind.options(zone.vocabulary))
    fill = _FILLS.get(zone.kind, "notes")
    if zone.kind == "check":
        options = (_("Oui"), _("Non"))
    elif zone.kind == "score" and not options:
        low, high = zone.range or (1, 5)
        options = tuple(str(level) for level in range(low, high + 1))
    elif zone.kind == "table":
        options = tuple(str(column.label) for column in zone.columns)
    if fill == "choices" and not options:
        fill = "line"
    most = _CHAIN if zone.kind == "chain" else 0
    return Blank(str(zone.label), str(zone.question), fill, zone.colour, options, zone.span, most, line)
