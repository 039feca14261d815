"""Moments of truth: the steps of a journey in which everything can turn. They are ticks of one lane."""

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.model import Project


def key_zone(kind: CanvasType) -> Zone | None:
    """The lane whose ticks say it: the first one of ticks, whether it is shown or not."""
    return next((zone for zone in kind.lanes if zone.kind == "grid_check"), None)


def is_key(project: Project, kind: CanvasType, canvas: str, step: str) -> bool:
    """This step is a moment of truth."""
    zone = key_zone(kind)
    return zone is not None and project.value(canvas, zone.id, step) == 1
