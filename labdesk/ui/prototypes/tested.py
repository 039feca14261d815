"""Whether a card can be tested, and whether its test began. No Qt."""

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.model import Project
from labdesk.ui.prototypes.piles import VERDICTS


def dates_of(kind: CanvasType | None) -> Zone | None:
    """The dates of the test; None: cards of this type are not tested."""
    zones = kind.zones if kind is not None else ()
    return next((z for z in zones if z.shown == "test_started" and z.kind == "dates"), None)


def has_begun(project: Project, kind: CanvasType | None, canvas: str) -> bool:
    """A test has a date, or gave its verdict; « pas encore testée » is not one."""
    zone = dates_of(kind)
    dated = zone is not None and bool(project.notes_at(canvas, zone.id))
    return dated or project.words(canvas, "verdict") in VERDICTS
