"""Any plan: nothing overlaps, parts are renewed one by one, another room arranges again."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.gesture import Gesture
from labdesk.domain.layout import (
    Room,
    replanned,
    roomed,
)
from labdesk.domain.model import Project
from tests.domain.plans import boxes, crossing, inside, journey, plan_of
from tests.memory import done, with_canvas, with_note, with_steps

CELL = st.tuples(
    st.integers(0, 4), st.sampled_from(("actions", "pain_points", "thoughts")), st.text(max_size=120)
)


@given(st.lists(CELL, max_size=25))
def test_nothing_overlaps_whatever_is_written(cells: list[tuple[int, str, str]]) -> None:
    project, canvas, steps = journey()
    for step, zone, text in cells:
        project, _note = with_note(project, canvas, zone, text, steps[step])
    plan = plan_of(project, canvas)
    cards = boxes(plan, "note")
    assert len(cards) == len(cells)
    assert not any(crossing(a.rect, b.rect) for i, a in enumerate(cards) for b in cards[i + 1 :])
    home = {(cell.zone, cell.step): cell.rect for cell in boxes(plan, "cell")}
    assert all(inside(card.rect, home[card.zone, card.step]) for card in cards)


DEEDS = (
    "write", "vote", "move", "delete", "score", "step",
    "new step", "step goes", "step dies", "phases join", "fold", "lane goes",
)  # fmt: skip


@given(st.lists(st.tuples(CELL, st.sampled_from(DEEDS)), max_size=12))
def test_renewing_the_touched_parts_gives_the_same_as_arranging_everything(
    deeds: list[tuple[tuple[int, str, str], str]],
) -> None:
    project, canvas, first = journey()
    project, note = with_note(project, canvas, "actions", "Ouvre le site", first[0])
    plan = plan_of(project, canvas)
    for cell, deed in deeds:
        note, gesture = _deed_on_cells(project, canvas, note, cell, deed)
        gesture = gesture or _deed_on_heads(project, canvas, note, cell, deed)
        project = done(project, gesture)
        plan = replanned(plan, project, {(edit.table, edit.row) for edit in gesture.edits})
        assert list(plan.boxes()) == list(plan_of(project, canvas).boxes())


def _deed_on_cells(
    project: Project, canvas: str, note: str, cell: tuple[int, str, str], deed: str
) -> tuple[str, Gesture]:
    """What is done to what stands in the cells; the note that further deeds are about."""
    rank, zone, text = cell
    steps = project.steps_of(canvas)
    step = steps[rank % len(steps)].id
    match deed:
        case "write":
            return notes.add_note(project, canvas, zone, text, step=step)
        case "vote":
            return note, notes.vote(project, note, 1)
        case "move":
            return note, notes.move_notes(project, [note], zone, step=step)
        case "delete":
            other = min(project.note.keys() - {note}, default=note)
            return other, notes.delete_notes(project, [note]) if other != note else Gesture("", ())
        case "score":
            return note, canvases.answer(project, canvas, "emotions", rank - 2, step=step)
    return note, Gesture("", ())


def _deed_on_heads(
    project: Project, canvas: str, note: str, cell: tuple[int, str, str], deed: str
) -> Gesture:
    """What is done to steps, phases and lanes; the note of the other deeds stays alive."""
    rank, zone, text = cell
    steps = project.steps_of(canvas)
    step = steps[rank % len(steps)].id
    lane = next(lane for lane in project.lanes_of(canvas) if lane.zone == zone)
    match deed:
        case "step":
            return grid.rename(project, "step", step, text)
        case "new step":
            return grid.add_step(project, project.step[step].phase or "", text, after=step)[1]
        case "step goes":
            return grid.shift_step(project, step, 1)
        case "step dies" if len(steps) > 1 and project.note[note].step != step:
            return grid.delete_step(project, step)
        case "phases join":
            return grid.merge_phase(project, project.step[step].phase or "")
        case "fold":
            return grid.fold_lane(project, lane.id, not lane.folded)
        case "lane goes":
            return grid.shift_lane(project, lane.id, 1)
    return Gesture("", ())


@given(st.integers(0, 30), st.floats(320, 4000), st.floats(320, 4000))
def test_a_room_of_another_width_moves_nothing_or_arranges_again(
    steps: int, before: float, after: float
) -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    project, _steps = with_steps(project, canvas, ("Avant", tuple(f"Étape {n}" for n in range(steps))))
    narrow, wide = (plan_of(project, canvas, room=Room(width)) for width in (before, after))
    same = roomed(narrow, project, Room(after))
    assert same is None or same == wide
    assert (same is None) == ((narrow.columns, narrow.width) != (wide.columns, wide.width))


def test_a_larger_text_or_a_sheet_is_always_arranged_again() -> None:
    project, canvas, _steps = journey()
    plan = plan_of(project, canvas)
    assert roomed(plan, project, Room(plan.room.width, plan.room.unit * 1.5)) is None
    project, card = with_canvas(Project.empty(), "prototype")
    assert roomed(plan_of(project, card), project, Room(700)) is None


def test_a_deleted_step_takes_its_column_away() -> None:
    project, canvas, steps = journey()
    plan = plan_of(project, canvas)
    gesture = grid.delete_step(project, steps[1])
    project = done(project, gesture)
    plan = replanned(plan, project, {(edit.table, edit.row) for edit in gesture.edits})
    assert steps[1] not in plan.columns
    assert len(plan.columns) == 4
