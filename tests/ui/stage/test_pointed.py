"""Maj+F5 projects what one is on: a cell, a lane, a phase, a box, a photo; else the whole canvas."""

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.lens import Lens
from labdesk.ui.desk import Desk
from labdesk.ui.stage.pointed import lens_at
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.target import Selection
from labdesk.ui.window import Window


def test_a_cell_a_lane_a_step_and_a_phase_are_projected(desk: Desk, canvas: str) -> None:
    project, types = desk.project, desk.types
    step, phase = project.steps_of(canvas)[1], project.phases_of(canvas)[1]
    note = project.notes_at(canvas, "actions", step.id)[0]
    cell = Lens("grid", canvas, (step.id,), ("actions",))
    assert lens_at(project, types, Selection(canvas, "actions", step.id)) == cell
    assert lens_at(project, types, Selection(canvas, table="note", row=note.id)) == cell
    assert lens_at(project, types, Selection(canvas, "actions")) == Lens("grid", canvas, (), ("actions",))
    assert lens_at(project, types, Selection(canvas, table="step", row=step.id)) == Lens(
        "grid", canvas, (step.id,)
    )
    steps = tuple(one.id for one in project.steps_in(phase.id))
    assert lens_at(project, types, Selection(canvas, table="phase", row=phase.id)) == Lens(
        "grid", canvas, steps
    )
    assert lens_at(project, types, Selection(canvas)) == Lens("overview", canvas)


def test_a_box_and_a_whole_sheet_are_projected_and_a_canvas_that_is_gone_is_not(desk: Desk) -> None:
    made, gesture = create_canvas(desk.project, desk.catalogue.types["problem"])
    desk.do(gesture)
    assert lens_at(desk.project, desk.types, Selection(made, "facts")) == Lens("box", made, zone="facts")
    assert lens_at(desk.project, desk.types, Selection(made)) == Lens("sheet", made)
    assert lens_at(desk.project, desk.types, Selection("gone", "facts")) is None


def test_the_window_projects_the_cell_one_is_on_and_escape_leaves_it(theatre: Theatre, canvas: str) -> None:
    window, desk = theatre.window, theatre.desk
    assert isinstance(window, Window)
    theatre.leave()
    step = desk.project.steps_of(canvas)[0].id
    desk.select(Selection(canvas, "actions", step))
    window.project_selected()
    assert theatre.stage is not None
    assert theatre.stage.halt.lens == Lens("grid", canvas, (step,), ("actions",))
    desk.select(None)
    window.project_selected()
    assert theatre.live
