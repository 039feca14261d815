"""The signs in the footer of a card: its evidence, whose voice it is, its table, its tags. It paints none."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.layout import Box
from labdesk.ui.canvas.names import option_in_short

EVIDENCE: Mapping[str, str] = {
    "assumed": "circle-question-mark",
    "lived": "quote",
    "observed": "eye",
    "measured": "gauge",
}
VOICE: Mapping[str, str] = {"user": "user", "agent": "landmark", "decider": "award", "partner": "handshake"}
TABLE, TAG = "users", "tag"
UNKNOWN = "circle-dot"
"""The sign of a level or a voice that a lab has added to its own vocabulary."""


class Mark(Struct, frozen=True):
    """A sign and its word. `short` is what stands beside the sign where the word has no room."""

    icon: str
    word: str
    short: str = ""


def marks_of(kind: CanvasType, box: Box) -> tuple[Mark, ...]:
    """What stands behind a note, the most telling first."""
    return tuple(_marks(kind, box))


def _marks(kind: CanvasType, box: Box) -> Iterator[Mark]:
    if word := option_in_short(kind, "evidence", box.evidence):
        yield Mark(EVIDENCE.get(box.evidence, UNKNOWN), word)
    if word := option_in_short(kind, "voice", box.voice):
        yield Mark(VOICE.get(box.voice, UNKNOWN), word)
    if box.author:
        yield Mark(TABLE, box.author, short_table(box.author))
    for tag in box.tags:
        yield Mark(TAG, tag, tag)


def short_table(table: str) -> str:
    """« Table 3 » as « T3 »; another name by its beginning."""
    found = re.fullmatch(r"table\s+(\S{1,3})", table.strip(), re.IGNORECASE)
    return f"T{found[1]}" if found else table.strip()[:8]
