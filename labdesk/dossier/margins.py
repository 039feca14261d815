"""What stands around the text of a page: the short bar of colour, the foot line, the watermark of a draft."""

from msgspec.structs import replace

from labdesk.dossier import look, rulers
from labdesk.dossier.flow import Frame
from labdesk.dossier.look import MM, TextStyle, colour, margin_of
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.text import wrap
from labdesk.dossier.text_blocks import Run
from labdesk.words import _

_PALE = TextStyle(92, 100, "canvas", "title", hyphenate=False)


def running_head(sheet: Sheet, frame: Frame, foot: str, pages: int, *, ruled: bool = False) -> None:
    """The bar at the top, the foot line with « page X / Y », perhaps a rule of 100 mm: decoration for who
    listens."""
    ease = margin_of(frame.scale)
    with sheet.artifact("Header"):
        sheet.rectangle(frame.left, 12 * MM * ease, 14 * MM, 1.5 * MM, fill=colour("primary"))
        if ruled:
            rulers.drawn(sheet, frame.right - rulers.LENGTH * MM / frame.scale, 12 * MM * ease + 4)
    top = frame.height - 15 * MM * ease
    words = (Run(foot),)
    place = (Run(_("page {page} / {pages}").format(page=sheet.page + 1, pages=pages).replace(" ", "\u00a0")),)
    right = replace(look.FINE, align="right")
    with sheet.artifact("Footer"):
        sheet.rule((frame.left, top), (frame.right, top), colour("line2"), 0.5)
        room = frame.across - 80
        sheet.text(wrap(words, look.FINE, room)[:1], words, look.FINE, frame.left, top + 5, room, None)
        sheet.text(wrap(place, right, 76), place, right, frame.right - 76, top + 5, 76, None)


def watermark(sheet: Sheet, words: str) -> None:
    """Pale words across the page, under everything."""
    style = _PALE
    lines = wrap((Run(words),), style, 10_000)
    longest = 0.8 * (sheet.width**2 + sheet.height**2) ** 0.5
    if lines and lines[0].width > longest:
        style = style.sized(style.size * longest / lines[0].width)
        lines = wrap((Run(words),), style, 10_000)
    with sheet.artifact("Watermark"):
        sheet.slanted(lines[0], style)
