"""The pages of a lens: which text at which size in which boxes. What does not fit goes to the next page.

Lengths are units of a picture `HIGH` units high. Nothing is shrunk to fit and no word is cut: a text too long
for a page goes on with « … » on the next one.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.box import Rect
from labdesk.domain.lens import FLOOR, HIGH, LEAST, SIZES

TileKind = Literal[
    "note", "text", "head", "lane", "title", "face", "photo", "name", "word", "curve", "line", "sign", "rule"
]
BAND, MARGIN, FULL = 92.0, 34.0, 1.0
"""The band at the foot of the picture (title, page, timer), and the margin around the content."""
LEADING = 1.26
"""Source Sans: the height of a line, in sizes."""


class Type(Protocol):
    """How high a text is when its lines are `width` wide, and how wide its longest word is."""

    def height(self, text: str, size: float, bold: bool, width: float) -> float: ...
    def longest(self, text: str, size: float, bold: bool) -> float: ...


class Tile(Struct, frozen=True):
    """One thing in its place. `inner`: where its text stands, `size` high.

    `cell`: which cell it belongs to (the spotlight lights one), −1: none. `turn`: (lane, note) in which it is
    revealed, −1: always there. `points`: of the curve, with their levels; without one it breaks.
    `phase`: rank of its phase. `stroke`: the rank of a curve among several, whose signs may be `hollow`.
    """

    kind: TileKind
    rect: Rect
    text: str = ""
    inner: Rect | None = None
    size: float = LEAST
    bold: bool = False
    colour: str = ""
    votes: int = 0
    level: int | None = None
    phase: int | None = None
    row: str = ""
    picture: str = ""
    now: bool = False
    centred: bool = False
    cell: int = -1
    turn: tuple[int, int] = (-1, -1)
    points: tuple[tuple[float, float, int | None], ...] = ()
    stroke: int = -1
    hollow: bool = False

    def moved(self, dx: float, dy: float) -> "Tile":
        """The same thing elsewhere."""
        inner = self.inner.moved(dx, dy) if self.inner else None
        return replace(self, rect=self.rect.moved(dx, dy), inner=inner)


class Page(Struct, frozen=True):
    """What the room sees at once. `cells`: what the spotlight can light, in reading order."""

    tiles: tuple[Tile, ...]
    wide: float
    cells: tuple[Rect, ...] = ()

    @property
    def size(self) -> float:
        """The smallest text on it; 0 when there is none."""
        return min((tile.size for tile in self.tiles if tile.text), default=0.0)

    @property
    def turns(self) -> tuple[int, int]:
        """How many lanes and how many notes there are to reveal."""
        lanes = {tile.turn[0] for tile in self.tiles if tile.turn[0] >= 0}
        notes = {tile.turn[1] for tile in self.tiles if tile.turn[1] >= 0}
        return len(lanes), len(notes)


def area(wide: float) -> Rect:
    """The part of a picture in which the content stands."""
    return Rect(MARGIN, MARGIN, wide - 2 * MARGIN, HIGH - BAND - 2 * MARGIN)


class Setting(Struct, frozen=True):
    """A text size and what is set with it."""

    type: Type
    size: float

    @property
    def line(self) -> float:
        """The height of one line."""
        return self.size * LEADING

    @property
    def pad(self) -> float:
        """Around the text of a card."""
        return round(self.size * 0.36)

    @property
    def brim(self) -> float:
        """Above and below the text of a card in a grid, where height is scarce."""
        return round(self.size * 0.16)

    @property
    def gap(self) -> float:
        """Between two cards."""
        return round(self.size * 0.3)

    def high(self, text: str, width: float, bold: bool = False) -> float:
        """How high a text is at this size."""
        return self.type.height(text, self.fitted(text, width, bold), bold, width)

    def fitted(self, text: str, width: float, bold: bool = False) -> float:
        """This size, or a smaller one when a single word is longer than the line."""
        longest = self.type.longest(text, self.size, bold)
        return self.size if longest <= width else max(FLOOR, self.size * width / longest * 0.995)

    def bears(self, texts: Sequence[tuple[str, bool]], width: float) -> bool:
        """Every word of these texts stands whole on a line; a monster of a word is left to `fitted`."""
        limit = 15 * self.size
        return all(
            longest <= width or longest > limit
            for longest in (self.type.longest(text, self.size, bold) for text, bold in texts)
        )

    def split(self, text: str, width: float, room: float) -> tuple[str, str]:
        """As many words as fit into `room`, and the rest; both say that the text goes on."""
        words = text.split(" ")
        low, high = min(2 if words[0] == "…" else 1, len(words)), len(words)  # a word more each time
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.high(" ".join(words[:middle]) + " …", width) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        if low >= len(words):
            return text, ""
        return " ".join(words[:low]) + " …", "… " + " ".join(words[low:])


def tied(text: str) -> str:
    """The same text, kept on one line."""
    return text.replace(" ", "\u00a0").replace("-", "\u2011")


Pages = list[list[Tile]]


def best(make: Callable[[float], Iterator[Pages | None]]) -> Pages:
    """The greatest size at which everything stands on one page; else the least size, paged.

    `make(size)` gives the ways to set it, the preferred first: None where a word would be cut.
    """
    for size in SIZES[:-1]:
        for pages in make(size):
            if pages is not None and len(pages) <= 1:
                return pages
    ways = [pages for pages in make(SIZES[-1]) if pages is not None]
    return min(ways, key=len) if ways else []
