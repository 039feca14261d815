"""The rule of 100 mm that tells whether a page was printed at its size."""

from labdesk.dossier.look import MM, TextStyle, colour
from labdesk.dossier.pieces import Piece, Shape
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.tags import Node
from labdesk.dossier.text import wrap
from labdesk.dossier.text_blocks import Run
from labdesk.words import _

LENGTH = 100.0
"""mm between its two ends."""
_WORDS = TextStyle(7.8, 10, "ink2", hyphenate=False)


def ruler(root: Node) -> Piece:
    """The rule as a figure, its words under it."""
    node = root.add("Figure", _("Règle de contrôle : 100 mm une fois imprimée à 100 %"))

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, LENGTH * MM + 2, 26)):
            drawn(sheet, x, y + 8)

    return Shape(26, draw, before=10)


def drawn(sheet: Sheet, x: float, y: float) -> None:
    """The rule from x, its line at y, inside what is painted; 100 mm on paper whatever the scale."""
    unit = MM / sheet.scale
    ink = colour("ink")
    sheet.rule((x, y), (x + LENGTH * unit, y), ink, 0.6)
    for place in range(11):
        at, high = x + place * LENGTH / 10 * unit, 6 if place in (0, 5, 10) else 3.5
        sheet.rule((at, y - high), (at, y), ink, 0.6)
    words = (Run(_("100 mm : si votre règle dit autre chose, imprimez à 100 %")),)
    room = max(LENGTH * unit, 10)
    sheet.text(wrap(words, _WORDS, 1000)[:1], words, _WORDS, x, y + 2, room, None)
