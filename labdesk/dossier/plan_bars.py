"""The financing plan as a small picture: bars on one scale, each part named where there is room."""

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.blocks import PlanBars, Run
from labdesk.dossier.job import Setting
from labdesk.dossier.look import colour, theme
from labdesk.dossier.pieces import Piece, Shape
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.text import natural_width, typeset, wrap
from labdesk.words import _, euros

BAR, GAP, NAME = 19.0, 5.0, 62.0
"""Points: the height of a bar, the white under it, the width kept for its name."""
_NAME = replace(look.FINE, token="ink", weight="strong")
_PART = replace(look.FINE, token="on_phase", weight="strong")


def in_words(block: PlanBars) -> str:
    """The bars as a sentence, for who cannot see them."""
    told = []
    for name, parts in block.bars:
        said = ", ".join(f"{part} {euros(cents)}" for part, cents in parts)
        told.append(_("{label} : {text}").format(label=name, text=said))
    return typeset(_("Plan de financement en barres. {bars}.").format(bars=_(" ; ").join(told)))


def plan_bars(block: PlanBars, at: Setting) -> list[Piece]:
    """A figure; the tables beside it say the same in figures."""
    longest = max((sum(cents for _part, cents in parts) for _name, parts in block.bars), default=0)
    if longest <= 0:
        return []
    node = at.node.add("Figure", in_words(block))
    total = len(block.bars) * (BAR + GAP)
    room = at.width - NAME

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, at.width, total)):
            for rank, (name, parts) in enumerate(block.bars):
                _bar(sheet, (name, parts), (x, y + rank * (BAR + GAP)), room / longest)

    return [Shape(total, draw, before=6, after=10)]


def _bar(
    sheet: Sheet, bar: tuple[str, tuple[tuple[str, int], ...]], corner: tuple[float, float], scale: float
) -> None:
    name, parts = bar
    left, top = corner
    label = (Run(name),)
    sheet.text(wrap(label, _NAME, NAME - 6)[:1], label, _NAME, left, top + 4.5, NAME - 6, None)
    x = left + NAME
    for rank, (part, cents) in enumerate(parts):
        width = cents * scale
        sheet.rectangle(x, top, width, BAR, fill=theme().phase(rank), stroke=colour("surface"), line=1)
        for words in (f"{part} {euros(cents)}", euros(cents), part):
            said = (Run(typeset(words)),)
            if natural_width(said, _PART)[1] + 8 <= width:
                sheet.text(wrap(said, _PART, width - 4), said, _PART, x + 4, top + 4.5, width - 4, None)
                break
        x += width
