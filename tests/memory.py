"""A project in memory for tests that need no file: gestures change the snapshot as the store would."""

from functools import cache

from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType, Catalogue, load_catalogue
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.entities import ENTITIES, Row
from labdesk.domain.gesture import Edit, Gesture
from labdesk.domain.model import Project


@cache
def catalogue() -> Catalogue:
    """The canvas types that ship."""
    return load_catalogue()


def kind(name: str) -> CanvasType:
    """A canvas type that ships."""
    return catalogue().types[name]


def done(project: Project, gesture: Gesture) -> Project:
    """The snapshot after a gesture."""
    touched: dict[str, dict[str, Row | None]] = {}
    for edit in gesture.edits:
        rows = touched.setdefault(edit.table, {})
        if isinstance(edit, Edit):
            standing = rows.get(edit.row, project.table(edit.table).get(edit.row))
            row = standing or ENTITIES[edit.table](id=edit.row)
            rows[edit.row] = replace(row, **{edit.field: edit.value})
        else:
            rows[edit.row] = None
    return project.replaced(touched)


def with_canvas(project: Project, name: str, title: str = "") -> tuple[Project, str]:
    """The project with one more canvas of a type, and its id."""
    canvas, gesture = canvases.create_canvas(project, kind(name), title=title)
    return done(project, gesture), canvas


def with_steps(
    project: Project, canvas: str, *phases: tuple[str, tuple[str, ...]]
) -> tuple[Project, tuple[str, ...]]:
    """The project with phases and their steps, and the ids of the steps in order."""
    for label, steps in phases:
        phase, _first, gesture = grid.add_phase(project, canvas, label, step=None)
        project = done(project, gesture)
        for step in steps:
            _step, gesture = grid.add_step(project, phase, step)
            project = done(project, gesture)
    return project, tuple(step.id for step in project.steps_of(canvas))


def with_note(
    project: Project, canvas: str, zone: str, text: str, step: str | None = None
) -> tuple[Project, str]:
    """The project with one more note, and its id."""
    note, gesture = notes.add_note(project, canvas, zone, text, step=step)
    return done(project, gesture), note
