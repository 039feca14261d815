"""Chains of whys: how far one goes, and what their end says: a root cause to keep. It draws nothing."""

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.notes import add_note
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.words import _

ENOUGH = 5
"""Five whys; a sixth is not forbidden."""
KEPT_IN = "root_causes"
"""The zone that keeps what a chain ends on, where the type of the canvas has one."""


def proposed(project: Project, line: str) -> str:
    """What the last why says, as a root cause; empty before the second one."""
    from labdesk.domain import wording  # its patterns take a while to compile: no start waits for them

    whys = [note.text or "" for note in project.chain(line) if (note.text or "").strip()]
    return wording.root_cause(whys[-1]) if len(whys) > 1 else ""


def keeps(kind: CanvasType) -> Zone | None:
    """The zone where root causes are kept."""
    zone = kind.by_id.get(KEPT_IN)
    return zone if zone is not None and zone.holds_notes else None


def is_kept(project: Project, canvas: str, cause: str) -> bool:
    """This root cause stands among those that are kept."""
    return any(_plain(note.text or "") == _plain(cause) for note in project.notes_at(canvas, KEPT_IN))


def keep(project: Project, line: str, table: str = "") -> Gesture:
    """The end of a chain becomes a root cause, said by this table; nothing when it is one already."""
    row, cause = project.line.get(line), proposed(project, line)
    canvas = row.canvas or "" if row else ""
    if not cause or is_kept(project, canvas, cause):
        return Gesture("", ())
    _note, made = add_note(project, canvas, KEPT_IN, cause, author_table=table or None)
    return Gesture(_("Garder comme cause racine"), made.edits)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
