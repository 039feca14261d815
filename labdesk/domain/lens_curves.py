"""Curves of several journeys on the projector: one page, to be read from the back of the room."""

from labdesk.domain import curve_telling as telling
from labdesk.domain.alignment import spread
from labdesk.domain.box import Rect
from labdesk.domain.curves import Overlay
from labdesk.domain.lens import LEAST
from labdesk.domain.lens_page import Pages, Setting, Tile, TileKind, Type

FACE, GAP = 1.1, 20.0
"""A face of the axis in sizes of the text; between what is beside."""


def overlay_pages(overlay: Overlay, room: Rect, type_: Type) -> Pages:
    """What is to be seen first in a sentence, the phases, the curves with their names at their ends."""
    if not any(course.known for course in overlay.courses):
        return []
    setting = Setting(type_, LEAST)
    sentence = next(iter(telling.sentences(overlay)), "")
    top = room.y + (setting.high(sentence, room.w, bold=True) + GAP if sentence else 0.0)
    tiles = [Tile("name", Rect(room.x, room.y, room.w, top - room.y), sentence, None, LEAST, True)]
    tiles[0] = _set(tiles[0], setting)
    names = telling.names(overlay)
    margin = min(max(setting.type.longest(name, LEAST, True) for name in names) + GAP, room.w * 0.24)
    side = setting.size * FACE
    heads = setting.line + GAP
    plot = Rect(room.x + side + GAP, top + heads + side / 2, 0, 0)
    plot = Rect(plot.x, plot.y, room.right - margin - 2 * GAP - plot.x, room.bottom - side / 2 - plot.y)
    tiles += _bands(overlay, plot, setting, top, room.bottom)
    tiles += _levels(overlay, plot, room.x, side)
    tiles += _lines(overlay, plot)
    tiles += _ends(overlay, plot, setting, Rect(plot.right + 2 * GAP, top, margin, room.bottom - top))
    return [[tile for tile in tiles if tile.kind != "name" or tile.text]]


def _set(tile: Tile, setting: Setting) -> Tile:
    """The text of a tile fills it, at a size at which each word is whole."""
    size = setting.fitted(tile.text, tile.rect.w, tile.bold) if tile.text else tile.size
    return Tile(
        tile.kind, tile.rect, tile.text, tile.rect, size, tile.bold, stroke=tile.stroke, turn=tile.turn
    )


def _y(overlay: Overlay, plot: Rect, level: int) -> float:
    return plot.y + (overlay.high - level) / max(overlay.high - overlay.low, 1) * plot.h


def _bands(overlay: Overlay, plot: Rect, setting: Setting, top: float, bottom: float) -> list[Tile]:
    """A band a phase, its name over it, or its number where the name is too long."""
    tiles = []
    shared = len(overlay.courses) == 1 or any(len(s.members) > 1 for s in overlay.stretches)
    for rank, stretch in enumerate(overlay.stretches):
        x, wide = plot.x + stretch.start * plot.w, (stretch.end - stretch.start) * plot.w
        tiles.append(Tile("rule", Rect(x, top, wide, bottom - top), cell=rank))
        name = f"{rank + 1}. {stretch.label}"
        if setting.type.longest(name.replace(" ", "\u00a0"), LEAST, True) > wide - 8:
            name = f"{rank + 1}."
        if not shared:  # the phases of one are not those of the others
            name = ""
        place = Rect(x + 4, top + 6, wide - 8, setting.line)
        tiles.append(Tile("name", place, name, place, LEAST, True, centred=True))
    return tiles


def _levels(overlay: Overlay, plot: Rect, x: float, side: float) -> list[Tile]:
    """The faces of the levels."""
    return [
        Tile("face", Rect(x, _y(overlay, plot, level) - side / 2, side, side), level=level)
        for level in overlay.levels
    ]


def _lines(overlay: Overlay, plot: Rect) -> list[Tile]:
    """Each curve is revealed as a whole; signs are above all lines."""
    kinds: tuple[TileKind, ...] = ("line", "sign")
    return [
        Tile(
            kind,
            plot,
            points=tuple(
                (plot.x + mark.x * plot.w, _y(overlay, plot, mark.level or 0), mark.level)
                for mark in course.marks
            ),
            stroke=rank,
            hollow=course.nature == "target",
            turn=(rank, rank),
        )
        for kind in kinds
        for rank, course in enumerate(overlay.courses)
    ]


def _ends(overlay: Overlay, plot: Rect, setting: Setting, room: Rect) -> list[Tile]:
    """The names at the ends of the curves, moved apart where they would meet."""
    found = []
    for rank, (course, name) in enumerate(zip(overlay.courses, telling.names(overlay), strict=True)):
        if course.known:
            high = setting.high(name, room.w, bold=True)
            found.append((_y(overlay, plot, course.known[-1].level or 0) - high / 2, high, rank, name))
    found.sort()
    tops = spread([(top, high) for top, high, _rank, _name in found], room.y, room.bottom)
    return [
        _set(
            Tile("name", Rect(room.x, top, room.w, high), name, bold=True, stroke=rank, turn=(rank, rank)),
            setting,
        )
        for top, (_wanted, high, rank, name) in zip(tops, found, strict=True)
    ]
