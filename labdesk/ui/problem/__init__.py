"""The place Problème: problem canvases, simple or complete, and the dots that choose a challenge."""

from labdesk.ui.desk import Desk
from labdesk.ui.place import Place
from labdesk.ui.style import Look


def make(desk: Desk, look: Look) -> Place:
    """The place behind the rail’s door « Problème »."""
    from labdesk.ui.problem.problem_place import ProblemPlace

    return ProblemPlace(desk, look)
