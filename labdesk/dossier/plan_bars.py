"""The financing plan as a small picture: bars on one scale, each part named in it, or in the key below."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.drawn_blocks import PlanBars
from labdesk.dossier.job import Setting
from labdesk.dossier.look import Colour, TextStyle, colour, theme
from labdesk.dossier.money import percent
from labdesk.dossier.pieces import Piece, Shape
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.text import natural_width, typeset, wrap
from labdesk.dossier.text_blocks import Run
from labdesk.words import _, euros

BAR, GAP, NAME = 19.0, 5.0, 62.0
"""Points: the height of a bar, the white under it, the width kept for its name."""
LEADER, DIGIT = 13.0, 11.0
"""Points: the room under a bar for the numbers of parts too thin to hold theirs, and the width of one."""
KEY, SWATCH, GUTTER = 13.0, 8.0, 16.0
"""Points: the height of a line of the key, its square of colour, the white between two entries."""
_LEAST = Fraction(1, 1000)  # what is there is never said to be 0 %
_NAME = replace(look.FINE, token="ink", weight="strong")
_PART = replace(look.FINE, token="on_phase", weight="strong")
_NUMBER = replace(_NAME, align="centre")
_KEY = replace(look.FINE, token="ink")


class _Part(Struct, frozen=True):
    """One part of a bar: where it starts and how wide it is, its words, and its number in the key (0: its
    words stand in it)."""

    left: float
    width: float
    shade: Colour
    words: str
    number: int


def in_words(block: PlanBars) -> str:
    """The bars as a sentence, for who cannot see them."""
    told = []
    for name, parts in block.bars:
        said = ", ".join(f"{part} {euros(cents)} ({share})" for part, cents, share in _shares(parts))
        told.append(_("{label} : {text}").format(label=name, text=said))
    return typeset(_("Plan de financement en barres. {bars}.").format(bars=_(" ; ").join(told)))


def plan_bars(block: PlanBars, at: Setting) -> list[Piece]:
    """A figure; the tables beside it say the same in figures."""
    longest = max((sum(cents for _part, cents in parts) for _name, parts in block.bars), default=0)
    if longest <= 0:
        return []
    node = at.node.add("Figure", in_words(block))
    bars = _measured(block, (at.width - NAME) / longest)
    tops, down = list[float](), 0.0
    for _name, parts in bars:
        tops.append(down)
        down += BAR + (LEADER if any(_is_thin(part) for part in parts) else GAP)
    numbered = [part for _name, parts in bars for part in parts if part.number]
    lines = int((at.down - down) / KEY) - 1  # a crowd fills the page, and the figure tells them all
    entries = [entry for entry in _key(numbered, at.width - NAME) if entry[0] < lines]
    total = down + (len({line for line, _x, _part in entries}) * KEY + 3 if entries else 0)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, at.width, total)):
            for (name, parts), top in zip(bars, tops, strict=True):
                _line(sheet, name, _NAME, (x, y + top + 4.5), NAME - 6)
                _bar(sheet, parts, (x + NAME, y + top), x + at.width)
            for line, right, part in entries:
                _entry(sheet, part, (x + NAME + right, y + down + 3 + line * KEY))

    return [Shape(total, draw, before=6, after=10)]


def _shares(parts: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int, str]]:
    """Each part with its share of the bar."""
    whole = sum(cents for _part, cents in parts)
    for part, cents in parts:
        share = Fraction(cents, whole)
        yield part, cents, percent(share) if share >= _LEAST else f"<\u00a0{percent(_LEAST)}"


def _measured(block: PlanBars, scale: float) -> list[tuple[str, tuple[_Part, ...]]]:
    """Each bar with its parts; those whose words are too long for them are numbered through all bars."""
    numbered, bars = 0, list[tuple[str, tuple[_Part, ...]]]()
    for name, parts in block.bars:
        left, made = 0.0, list[_Part]()
        for rank, (part, cents, share) in enumerate(_shares(parts)):
            width, whole = cents * scale, typeset(f"{part} {euros(cents)} ({share})")
            inside = next((w for w in (whole, typeset(f"{part} {euros(cents)}")) if _fits(w, width)), "")
            numbered += not inside
            number = 0 if inside else numbered
            made.append(_Part(left, width, theme().phase(rank), inside or whole, number))
            left += width
        bars.append((name, tuple(made)))
    return bars


def _fits(words: str, width: float) -> bool:
    return natural_width((Run(words),), _PART)[1] + 8 <= width


def _is_thin(part: _Part) -> bool:
    """Not even its number stands in it."""
    return bool(part.number) and part.width < DIGIT


def _bar(sheet: Sheet, parts: Sequence[_Part], corner: tuple[float, float], right: float) -> None:
    left, top = corner
    free = 0.0  # where the next number under the bar may stand
    for part in parts:
        x = left + part.left
        sheet.rectangle(x, top, part.width, BAR, fill=part.shade, stroke=colour("surface"), line=1)
        if not part.number:
            _line(sheet, part.words, _PART, (x + 4, top + 4.5), part.width - 4)
        elif not _is_thin(part):
            centred = replace(_PART, align="centre")
            _line(sheet, str(part.number), centred, (x, top + 4.5), part.width)
        else:
            middle = x + part.width / 2
            free = max(middle - DIGIT / 2, free)
            if free + DIGIT > right + DIGIT / 2:
                continue  # too many to be pointed at one by one: the key names them
            sheet.rule((middle, top + BAR), (free + DIGIT / 2, top + BAR + 3), colour("ink2"), 0.5)
            _line(sheet, str(part.number), _NUMBER, (free, top + BAR + 2.5), DIGIT)
            free += DIGIT


def _key(parts: Sequence[_Part], width: float) -> Iterator[tuple[int, float, _Part]]:
    """The numbered parts in lines, each with its line and how far right it stands."""
    line, x = 0, 0.0
    for part in parts:
        across = SWATCH + 4 + natural_width((Run(_entry_words(part)),), _KEY)[1] + GUTTER
        if x and x + across > width:
            line, x = line + 1, 0.0
        yield line, x, part
        x += across


def _entry(sheet: Sheet, part: _Part, corner: tuple[float, float]) -> None:
    x, y = corner
    sheet.rectangle(x, y + 1.5, SWATCH, SWATCH, fill=part.shade)
    words = _entry_words(part)
    room = natural_width((Run(words),), _KEY)[1] + 1
    _line(sheet, words, _KEY, (x + SWATCH + 4, y), room)


def _entry_words(part: _Part) -> str:
    return f"{part.number}\u00a0· {part.words}"


def _line(sheet: Sheet, words: str, style: TextStyle, at: tuple[float, float], width: float) -> None:
    """One line of text of the figure."""
    said = (Run(words),)
    sheet.text(wrap(said, style, width)[:1], said, style, *at, width, None)
