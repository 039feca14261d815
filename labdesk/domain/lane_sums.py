"""What the values of a lane of numbers make together; other lanes have no sum."""

from collections.abc import Iterable

from labdesk.domain.durations import Total, total_of
from labdesk.domain.model import Project
from labdesk.domain.zone import Zone


def lane_sum(project: Project, canvas: str, zone: Zone, steps: Iterable[str]) -> Total:
    """The sum of a lane over some steps."""
    if zone.kind != "grid_number":
        return Total()
    return total_of(project.value(canvas, zone.id, step) for step in steps if step)
