"""How paper looks: sizes in points, millimetres, text styles, and the light theme of the palette."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from labdesk import places
from labdesk.domain.palette import Theme, contrast, load_palette

MM = 72 / 25.4
PAPERS = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}
MARGIN = 20 * MM
FOOT = 23 * MM  # the frame of text ends here, above the foot line
SMALLEST = 7.5  # points; nothing is ever printed smaller
LEGIBLE = 9.0  # points: the least of a canvas printed alone


def margin_of(scale: float) -> float:
    """The part of its margin an enlarged page keeps, before it is enlarged: margins grow half as fast."""
    return (1 + (scale - 1) / 2) / scale


Weight = Literal["regular", "strong", "title"]
Colour = str  # "#RRGGBB"


@cache
def theme() -> Theme:
    """The colours of paper: the light theme."""
    text = (places.resources() / "palette.toml").read_text(encoding="utf-8")
    return load_palette(text).themes["light"]


_accent: ContextVar[Colour] = ContextVar("accent", default="")
_READABLE = 4.5  # to 1, on white: titles and links are written in the accent, and white on it


@contextmanager
def accented(chosen: Colour) -> Iterator[None]:
    """Inside the block the accent is the lab's colour, darkened until it can be read; empty: ours."""
    token = _accent.set(_darkened(chosen) if chosen else "")
    try:
        yield
    finally:
        _accent.reset(token)


def colour(token: str) -> Colour:
    """The colour of a token of the palette, or the lab's where it stands for the accent."""
    accent = _accent.get()
    if accent and token in ("primary", "primary_hover"):
        return accent
    if accent and token == "primary_soft":
        return _mixed(accent, 0.11)
    return theme().colour(token)


@cache
def _darkened(chosen: Colour) -> Colour:
    shade = chosen.upper()
    while contrast(shade, "#FFFFFF") < _READABLE:
        shade = _hex(int(part * 0.94) for part in _parts(shade))
    return shade


def _mixed(shade: Colour, share: float) -> Colour:
    """So much of a colour in white."""
    return _hex(round(255 - (255 - part) * share) for part in _parts(shade))


def _parts(shade: Colour) -> tuple[int, ...]:
    return tuple(int(shade[at : at + 2], 16) for at in (1, 3, 5))


def _hex(parts: Iterable[int]) -> Colour:
    return "#" + "".join(f"{part:02X}" for part in parts)


class TextStyle(Struct, frozen=True):
    """How a text is set. `before` and `after` are the white left around it."""

    size: float
    leading: float
    token: str = "ink"
    weight: Weight = "regular"
    emphasis: bool = False
    align: Literal["left", "right", "centre"] = "left"
    hyphenate: bool = True
    plain_links: bool = False  # links are neither coloured nor underlined
    before: float = 0
    after: float = 0

    def sized(self, size: float) -> "TextStyle":
        """The same style at another size, its leading in proportion."""
        return replace(self, size=size, leading=round(self.leading * size / self.size, 2))


EASY = 1.4  # how much a text set for easy reading is enlarged: its body has 14 points


def eased(style: TextStyle) -> TextStyle:
    """The same style for easy reading: wider apart, no word cut, nothing slanted; large titles grow less."""
    size = style.size if style.size <= 12 else 12 + (style.size - 12) / 2
    leading = round(style.leading * size / style.size * 1.1, 2)
    return replace(style, size=size, leading=leading, hyphenate=False, emphasis=False)


TITLE = TextStyle(30, 35, weight="title", hyphenate=False)
SUBTITLE = TextStyle(14.5, 20, "ink2", hyphenate=False, before=8)
KICKER = TextStyle(10.2, 14, "primary", weight="strong", hyphenate=False, after=4)
BODY = TextStyle(10.2, 14.6, after=6.5)
LEAD = TextStyle(11.8, 17, "ink2", after=9)
SMALL = TextStyle(8.6, 11.8, "ink2", after=5)
LABEL = TextStyle(8.6, 11.6, "ink3", weight="strong", hyphenate=False, after=1)
FINE = TextStyle(7.8, 10, "ink3", hyphenate=False)
CAPTION = TextStyle(8.6, 11.6, "ink2", before=3, after=4)
CELL = TextStyle(9.2, 12.4)
CELL_HEAD = TextStyle(8.8, 11.8, "on_primary", weight="strong", hyphenate=False)
CARD_TEXT = TextStyle(9.4, 12.9)
CARD_TITLE = TextStyle(14, 17.5, weight="title", hyphenate=False, after=2)
FIGURE = TextStyle(21, 25, "primary", weight="title", hyphenate=False)
HEADINGS = (
    TextStyle(25, 30, weight="title", hyphenate=False, before=24, after=10),
    TextStyle(14.5, 18.5, "primary", weight="title", hyphenate=False, before=13, after=4),
    TextStyle(11.8, 15.5, weight="title", hyphenate=False, before=9, after=3),
    TextStyle(10.2, 14, "ink2", weight="strong", hyphenate=False, before=7, after=2),
)
PARAGRAPHS = {"body": BODY, "lead": LEAD, "small": SMALL, "label": LABEL}


def heading(level: int) -> TextStyle:
    """The style of a title of this level."""
    return HEADINGS[min(max(level, 1), len(HEADINGS)) - 1]


def tone_colours(tone: str) -> tuple[Colour, Colour]:
    """The ink and the pale ground of a tone; the words beside it say the same thing."""
    inks = {"good": "ok", "warning": "warn", "bad": "bad", "quiet": "ink3"}
    grounds = {"good": "ok_soft", "warning": "warn_soft", "bad": "bad_soft", "quiet": "bg"}
    return colour(inks.get(tone, "primary")), colour(grounds.get(tone, "primary_soft"))
