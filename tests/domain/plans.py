"""Arrangements for tests: a measure that anybody can compute, a journey, its plan, its boxes."""

from labdesk.domain.commands import canvases, grid
from labdesk.domain.layout import (
    Box,
    Plan,
    Rect,
    Room,
    Style,
    View,
    planned,
)
from labdesk.domain.model import Project
from tests.memory import done, kind, with_canvas, with_steps

ROOM = Room(1310)


def fixed(text: str, style: Style, width: float) -> float:
    """A measure for tests: 7 px a letter, 16 px a line, whatever the style."""
    across = max(1, int(width // 7))
    return 16.0 * sum(max(1, -(-len(line) // across)) for line in (text or " ").split("\n"))


def journey() -> tuple[Project, str, tuple[str, ...]]:
    project, canvas = with_canvas(Project.empty("abc"), "journey", "Refaire sa carte")
    project, steps = with_steps(
        project, canvas, ("Découvrir", ("Voir", "Lire")), ("Demander", ("Venir", "Attendre", "Signer"))
    )
    return project, canvas, steps


def plan_of(project: Project, canvas: str, view: View | None = None, room: Room = ROOM) -> Plan:
    name = project.canvas[canvas].type or ""
    return planned(project, kind(name), canvas, room, fixed, view or View())


def boxes(plan: Plan, which: str) -> list[Box]:
    return [box for box in plan.boxes() if box.kind == which]


def crossing(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def inside(a: Rect, b: Rect) -> bool:
    return (
        a.x >= b.x - 0.01 and a.right <= b.right + 0.01 and a.y >= b.y - 0.01 and a.bottom <= b.bottom + 0.01
    )


def with_value(
    project: Project, canvas: str, step: str, value: str | None, zone: str = "duration"
) -> Project:
    return done(project, canvases.answer(project, canvas, zone, value, step=step))


def shown(project: Project, canvas: str, *lanes: str) -> Project:
    return done(project, grid.show_lanes(project, kind("journey"), canvas, lanes))
