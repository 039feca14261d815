"""Where the arrow keys go on a sheet and from the heads of a grid; every thing can be reached and left."""

import pytest

from labdesk.domain.commands import canvases
from labdesk.domain.layout import Plan, Room, View, planned
from labdesk.domain.model import Project
from labdesk.ui.canvas import moves
from tests.domain.plans import fixed, journey
from tests.memory import done, kind, with_canvas, with_note


def plan_of(project: Project, canvas: str, view: View | None = None) -> Plan:
    name = project.canvas[canvas].type or ""
    return planned(project, kind(name), canvas, Room(1310), fixed, view or View())


@pytest.mark.parametrize("name", ["problem", "prototype", "persona", "workshop", "journey"])
def test_every_thing_of_every_canvas_is_reached_by_arrows(name: str) -> None:
    project, canvas = with_canvas(Project.empty(), name)
    if name == "journey":
        project, canvas, _steps = journey()
    for zone in kind(name).zones:
        if zone.kind == "notes" and zone.id != "tray":
            for text in ("une", "deux"):
                project, _note = with_note(project, canvas, zone.id, text)
        if zone.kind == "table":
            _line, gesture = canvases.add_line(project, canvas, zone.id)
            project = done(project, gesture)
    plan = plan_of(project, canvas)
    every = {box.key for part in plan.parts for box in moves.stops(part)}
    start = moves.first(plan)
    assert start is not None
    reached, pending = {start}, [start]
    while pending:
        key = pending.pop()
        for way in ("left", "right", "up", "down"):
            there = moves.next_to(plan, key, way)
            if there is not None and there not in reached:
                reached.add(there)
                pending.append(there)
    assert every - reached == set()


def test_reading_order_goes_through_everything_once() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    plan = plan_of(project, canvas)
    key, seen = moves.first(plan), []
    while key is not None:
        seen.append(key)
        key = moves.along(plan, key, 1)
    assert len(seen) == len(set(seen)) == len(plan.parts)
    assert moves.along(plan, seen[0], -1) is None


def test_right_of_a_box_is_the_box_beside_it_and_below_the_box_under_it() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    plan = plan_of(project, canvas, View(simple=True))
    assert moves.next_to(plan, moves.zone_key("facts"), "right") == moves.zone_key("users")
    assert moves.next_to(plan, moves.zone_key("facts"), "down") == moves.zone_key("five_whys")
    assert moves.next_to(plan, moves.zone_key("facts"), "left") is None


def test_from_a_note_to_a_fuller_cell_the_rank_is_kept_as_far_as_it_can() -> None:
    project, canvas, steps = journey()
    for step, count in ((0, 3), (1, 1)):
        for rank in range(count):
            project, _note = with_note(project, canvas, "actions", f"{step}{rank}", steps[step])
    plan = plan_of(project, canvas)
    third = next(box.key for box in plan.boxes() if box.text == "02")
    there = moves.next_to(plan, third, "right")
    assert there is not None
    box = moves.find(plan, there)
    assert box is not None
    assert box.text == "10"


def test_from_what_is_not_there_any_more_the_arrows_begin_again() -> None:
    project, canvas, _steps = journey()
    plan = plan_of(project, canvas)
    gone = (
        moves.cell_key("actions", "gone"),
        ("step", "gone", "", "gone", ""),
        ("phase", "gone", "", "", ""),
    )
    for key in gone:
        for way in ("left", "right", "up", "down"):
            assert moves.next_to(plan, key, way) == moves.first(plan)
