"""Cards as pieces: a prototype or a persona, all that is known of it in one box."""

from collections.abc import Sequence

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.job import Setting
from labdesk.dossier.labelled_blocks import Card, Field
from labdesk.dossier.look import MM, colour, tone_colours
from labdesk.dossier.pictures import figure
from labdesk.dossier.pieces import Boxed, Columns, Piece, Stack, spacer
from labdesk.dossier.prose import HEADING_ROLES, pill, pill_width
from labdesk.dossier.text import natural_width, typeset
from labdesk.dossier.text_blocks import Run

_PADDING = (11.0, 14.0, 12.0)
_GUTTER = 16.0
_SHARES = 6
_PICTURE_SHARE = 0.34
_HIGHEST = 62 * MM
_WHOLE = 0.6  # a card smaller than this part of a page is not cut
_TONES = {"good": "ok", "warning": "warn", "bad": "bad"}


def card(block: Card, at: Setting) -> list[Piece]:
    """One card; its fields go on at full width once they have passed its pictures."""
    inside = at.under("Sect").within(at.width - 2 * _PADDING[1])
    parts = [_head(block, inside)]
    fields = [field for field in block.fields if any(run.text.strip() for run in field.runs)]
    if block.pictures:
        beside = _beside(block, fields, inside)
        parts.append(beside[0])
        fields = beside[1]
    parts += _rows(fields, inside)
    stack = Stack(tuple(parts))
    stack.solid = stack.height < _WHOLE * at.down
    box = Boxed(stack, at.width, _PADDING, stroke=colour("line2"), bar=tone_colours(block.tone)[0], radius=3)
    box.before, box.after = 8, 12
    return [box]


def _head(block: Card, at: Setting) -> Piece:
    """The kicker and the title, one heading in one line; the badge at its right."""
    badge_width = pill_width(block.badge) if block.badge else 0.0
    parts: list[tuple[float, Piece]] = []
    anchor = block.anchor
    if typeset(block.heading).strip():
        name = block.heading
        level, anchor = at.job.heading(block.level, name, anchor, False)
        title = at.within(at.width - badge_width - 10)
        parts.append((0.0, title.text(name, look.CARD_TITLE, HEADING_ROLES[level - 1])))
    if block.badge:
        parts.append((at.width - badge_width, pill(block.badge, block.tone, at)))
    return Columns(tuple(parts), after=5, keep=True, anchor=anchor)


def _beside(block: Card, fields: Sequence[Field], at: Setting) -> tuple[Piece, list[Field]]:
    """The fields beside the pictures, and the fields left to go on below them."""
    width = at.width * _PICTURE_SHARE
    text = at.within(at.width - width - _GUTTER)
    holder = at.under("Div")
    narrow = holder.within(text.width)
    rows: list[Piece] = []
    left = list(fields)
    pictures = Stack(
        tuple(
            figure(one, at.within(width), width, _HIGHEST / max(len(block.pictures) - 1, 1))
            for one in block.pictures
        ),
        solid=True,
    )
    while left and not left[0].wide and Stack(tuple(rows)).height < pictures.height - 14:
        rows += _rows([left.pop(0)], narrow)
    beside = Columns(((0.0, Stack(tuple(rows))), (text.width + _GUTTER, pictures)), after=6)
    return beside, left


def _rows(fields: Sequence[Field], at: Setting) -> list[Piece]:
    """Fields in rows of one, two or three, as wide as their words ask."""
    rows: list[list[Field]] = []
    room = 0
    for field in fields:
        share = _share(field, at)
        if share > room:
            rows.append([])
            room = _SHARES
        rows[-1].append(field)
        room -= share
    return [_row(row, at) for row in rows]


def _share(field: Field, at: Setting) -> int:
    """How many sixths of the width a field needs to stand on one or two lines."""
    if field.wide:
        return _SHARES
    words, label = natural_width(field.runs, look.CARD_TEXT), natural_width((Run(field.label),), look.LABEL)
    for share in (2, 3):
        width = (at.width - _GUTTER) * share / _SHARES - _GUTTER
        if max(words[0], label[1]) < width and words[1] < width * (1 if share == 2 else 1.6):
            return share
    return _SHARES


def _row(fields: Sequence[Field], at: Setting) -> Piece:
    width = (at.width - _GUTTER * (len(fields) - 1)) / len(fields)
    parts = [
        (place * (width + _GUTTER), _field(field, at.within(width))) for place, field in enumerate(fields)
    ]
    return Columns(tuple(parts), after=6)


def _field(field: Field, at: Setting) -> Piece:
    inside = at.under("Div")
    style = look.CARD_TEXT
    if field.tone in _TONES:
        style = replace(style, token=_TONES[field.tone], weight="strong")
    label = inside.text(field.label, look.LABEL, keep=True)
    words = inside.lines(field.runs, style)
    return Stack(tuple(part for part in (label, words) if part.lines) or (spacer(0),), after=6)
