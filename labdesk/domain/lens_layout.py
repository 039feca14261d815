"""From what a lens holds to its pages: grids and flows have their own module, the rest stands here."""

from collections.abc import Callable
from itertools import pairwise

from labdesk.domain.box import Rect
from labdesk.domain.curves import Overlay
from labdesk.domain.lens import LEAST, SIZES
from labdesk.domain.lens_content import Block, Content, Curve, Flow, Picture, Piece, Point, Table, Welcome
from labdesk.domain.lens_curves import overlay_pages
from labdesk.domain.lens_flow import flow_pages
from labdesk.domain.lens_grid import grid_pages
from labdesk.domain.lens_page import LEADING, Page, Pages, Setting, Tile, Type, area, tied
from labdesk.words import _

FACE = 1.5
"""A face of the curve, in sizes of the text."""


def pages_of(content: Content, wide: float, type_: Type) -> tuple[Page, ...]:
    """The pages of a lens on a picture `wide` units wide; what holds nothing says so."""
    room = area(wide)
    match content:
        case Table():
            found = grid_pages(content, room, type_)
        case Flow():
            found = flow_pages(content, room, type_)
        case Curve():
            found = curve_pages(content, room, type_)
        case Overlay():
            found = overlay_pages(content, room, type_)
        case Picture():
            found = picture_pages(content, room, type_)
        case Welcome():
            found = welcome_pages(content, room, type_)
    if not any(found):
        nothing = Flow((Block("", (Piece("text", _("Rien à projeter ici pour l’instant.")),)),), across=1)
        found = flow_pages(nothing, room, type_)
    return tuple(page_of(tiles, wide) for tiles in found)


def page_of(tiles: list[Tile], wide: float) -> Page:
    """The page, with the cells of its tiles."""
    cells: dict[int, Rect] = {}
    for tile in tiles:
        if tile.cell >= 0:
            cells[tile.cell] = _around(cells.get(tile.cell), tile.rect)
    return Page(tuple(tiles), wide, tuple(cells[key] for key in sorted(cells)))


def _around(one: Rect | None, other: Rect) -> Rect:
    if one is None:
        return other
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


# -- the curve alone ----------------------------------------------------------------------------------------
def curve_pages(curve: Curve, room: Rect, type_: Type) -> Pages:
    """The whole curve with the words that fit, then, where names do not fit, groups of steps with theirs."""
    if not curve.points:
        return []
    setting = Setting(type_, LEAST)
    whole = _curve_page(curve.points, curve, room, setting, named=_named(curve.points, room, setting))
    if _named(curve.points, room, setting):
        return [whole]
    count = len(curve.points)
    for groups in range(2, count + 1):
        shares = [count * at // groups for at in range(groups + 1)]
        parts = [curve.points[a:b] for a, b in pairwise(shares)]
        if all(_named(part, room, setting) for part in parts):
            break
    return [whole, *(_curve_page(part, curve, room, setting, named=True) for part in parts)]


def _named(points: tuple[Point, ...], room: Rect, setting: Setting) -> bool:
    """There is room for the name and the word of each step under its face."""
    wide = room.w / len(points) - 16
    texts = [(text, True) for point in points for text in (_numbered(point), point.word) if text]
    return wide >= 5 * setting.size and setting.bears(texts, wide)


def _numbered(point: Point) -> str:
    return f"{point.number}. {point.label}"


def _curve_page(
    points: tuple[Point, ...], curve: Curve, room: Rect, setting: Setting, *, named: bool
) -> list[Tile]:
    wide, size = room.w / len(points), setting.size
    foot = setting.line
    if named:
        foot = max(setting.high(_numbered(p), wide - 16, bold=True) for p in points)
    face = size * FACE
    word = (
        max((setting.high(p.word, wide - 16) for p in points if p.word), default=0.0)
        if named
        else setting.line
    )
    top, bottom = room.y + face / 2 + word + 6, room.bottom - foot - 20 - face / 2 - word - 6
    span = curve.high - curve.low or 1

    def y(level: int) -> float:
        return top + (curve.high - min(max(level, curve.low), curve.high)) / span * (bottom - top)

    found = [(p, room.x + wide * (at + 0.5)) for at, p in enumerate(points)]
    spots = tuple((x, y(p.level or 0), p.level) for p, x in found)
    tiles = [Tile("curve", Rect(room.x, top - face / 2, room.w, bottom - top + face), points=spots)]
    tiles += _faces(found, y, face)
    tiles += _feet(found, wide, room, foot, setting, named=named)
    tiles += _words(found, y, face, wide, setting, named=named)
    return tiles


def _faces(found: list[tuple[Point, float]], y: Callable[[int], float], face: float) -> list[Tile]:
    return [
        Tile(
            "face",
            Rect(x - face / 2, y(p.level) - face / 2, face, face),
            level=p.level,
            cell=at,
            turn=(at, at),
        )
        for at, (p, x) in enumerate(found)
        if p.level is not None
    ]


def _feet(
    found: list[tuple[Point, float]], wide: float, room: Rect, foot: float, setting: Setting, *, named: bool
) -> list[Tile]:
    """The steps under the curve: their names, else their numbers, every second one where they are many."""
    every = 1 if named or wide > setting.size * 1.4 else -(-int(setting.size * 1.6) // int(wide))
    tiles = []
    for at, (point, x) in enumerate(found):
        if at % every:
            continue
        text = _numbered(point) if named else str(point.number)
        room_for = wide - 16 if named else wide * every
        rect = Rect(x - room_for / 2, room.bottom - foot, room_for, foot)
        size = setting.fitted(text, room_for, bold=True)
        tiles.append(Tile("name", rect, text, rect, size, True, centred=True, cell=at))
    return tiles


def _words(
    found: list[tuple[Point, float]],
    y: Callable[[int], float],
    face: float,
    wide: float,
    setting: Setting,
    *,
    named: bool,
) -> list[Tile]:
    """Words under low faces, over high ones; on the whole curve the most extreme first, none on another."""
    tiles: list[Tile] = []
    taken = [Rect(x - face / 2, y(p.level) - face / 2, face, face) for p, x in found if p.level is not None]
    order = sorted(enumerate(found), key=lambda one: -abs(one[1][0].level or 0))
    edges = (found[0][1] - wide / 2, found[-1][1] + wide / 2)
    for at, (point, x) in order:
        if point.level is None or not point.word:
            continue
        across = (
            wide - 16
            if named
            else min(setting.type.longest(tied(point.word), setting.size, False) + 8, wide * 4)
        )
        high = setting.high(point.word, across)
        below = y(point.level) + face / 2 + 4
        above = y(point.level) - face / 2 - 4 - high
        left = min(max(x - across / 2, edges[0]), edges[1] - across)
        for top in (below, above) if point.level < 0 else (above, below):
            place = Rect(left, top, across, high)
            if named or not any(_meet(place, other) for other in taken):
                size = setting.fitted(point.word, across)
                taken.append(place)
                tiles.append(
                    Tile("word", place, point.word, place, size, centred=True, cell=at, turn=(at, at))
                )
                break
    return tiles


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


# -- a photo, the welcome -----------------------------------------------------------------------------------
def picture_pages(picture: Picture, room: Rect, type_: Type) -> Pages:
    """The picture as great as it can be, its caption below."""
    setting = Setting(type_, LEAST)
    high = setting.high(picture.caption, room.w) + 12 if picture.caption else 0.0
    frame = Rect(room.x, room.y, room.w, room.h - high)
    tiles = [Tile("photo", frame, picture=picture.sha, colour="whole", cell=0, turn=(0, 0))]
    if picture.caption:
        place = Rect(room.x, frame.bottom + 12, room.w, high - 12)
        tiles.append(Tile("name", place, picture.caption, place, LEAST, centred=True))
    return [tiles]


def welcome_pages(welcome: Welcome, room: Rect, type_: Type) -> Pages:
    """The title as great as it can be, the lines, then the names of the tables in frames."""
    for size in SIZES:
        small = Setting(type_, max(LEAST, size * 0.55))
        tiles = _welcome(welcome, room, Setting(type_, size), small)
        if max(tile.rect.bottom for tile in tiles) <= room.bottom:
            break
    free = room.bottom - max(tile.rect.bottom for tile in tiles)
    return [[tile.moved(0, max(0.0, free / 2)) for tile in tiles]]


def _welcome(welcome: Welcome, room: Rect, great: Setting, small: Setting) -> list[Tile]:
    y = room.y
    high = great.high(welcome.heading, room.w, bold=True)
    rect = Rect(room.x, y, room.w, high)
    size = great.fitted(welcome.heading, room.w, bold=True)
    tiles = [Tile("title", rect, welcome.heading, rect, size, True, centred=True)]
    y += high + great.size * 0.5
    for line in welcome.lines:
        high = small.high(line, room.w)
        rect = Rect(room.x, y, room.w, high)
        tiles.append(Tile("name", rect, line, rect, small.fitted(line, room.w), centred=True))
        y += high + small.gap
    return tiles + _name_frames(welcome.names, Rect(room.x, y + small.size, room.w, 0), small)


def _name_frames(names: tuple[str, ...], room: Rect, setting: Setting) -> list[Tile]:
    """Names in rows, centred."""
    pad = setting.pad
    rows: list[list[tuple[str, float]]] = [[]]
    for name in names:
        wide = min(setting.type.longest(tied(name), setting.size, True) + 4 * pad, room.w)
        if rows[-1] and sum(w + setting.gap for _n, w in rows[-1]) + wide > room.w:
            rows.append([])
        rows[-1].append((name, wide))
    tiles, y, high, cell = [], room.y, setting.size * LEADING + 2 * pad, 0
    for row in rows:
        x = room.x + (room.w - sum(wide for _n, wide in row) - setting.gap * (len(row) - 1)) / 2
        for name, wide in row:
            rect = Rect(x, y, wide, high)
            inner = rect.inset(2 * pad, pad)
            tiles.append(
                Tile(
                    "note",
                    rect,
                    name,
                    inner,
                    setting.fitted(name, inner.w, bold=True),
                    True,
                    "sun",
                    centred=True,
                    cell=cell,
                    turn=(cell, cell),
                )
            )
            x, cell = x + wide + setting.gap, cell + 1
        y += high + setting.gap
    return tiles
