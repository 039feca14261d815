"""What a person does with the grid of a journey: phases, steps and lanes, and all that stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.model import Project
from tests.memory import done, kind, with_canvas, with_note, with_steps


@pytest.fixture
def journey() -> tuple[Project, str]:
    """A journey of two phases, « a b » and « c », with a note, a score, dots, a photo and a link on « b »."""
    project, canvas = with_canvas(Project.empty("m"), "journey")
    project, (_a, b, c) = with_steps(project, canvas, ("Avant", ("a", "b")), ("Après", ("c",)))
    project, note = with_note(project, canvas, "pain_points", "Trop long", b)
    project, other = with_note(project, canvas, "opportunities", "Une date", c)
    project = done(project, canvases.answer(project, canvas, "emotions", -2, step=b))
    project = done(project, canvases.answer(project, canvas, "emotions", "seule", step=b, part="word"))
    project = done(project, notes.vote(project, note, 2))
    project = done(project, canvases.add_photo(project, canvas, "photos", "sha", step=b)[1])
    project = done(project, canvases.link(project, canvas, note, "trace", other))
    project = done(project, canvases.link(project, canvas, "card", "opportunities", b))
    return project, canvas


def shape(project: Project, canvas: str) -> str:
    """The phases and their steps: « Avant(a b) Après(c) »."""
    phases = project.phases_of(canvas)
    return " ".join(f"{p.label}({' '.join(s.label or '' for s in project.steps_in(p.id))})" for p in phases)


def step(project: Project, label: str) -> str:
    return next(row.id for row in project.step.values() if row.label == label)


def phase(project: Project, label: str) -> str:
    return next(row.id for row in project.phase.values() if row.label == label)


def test_a_phase_is_added_last_or_after_another_with_its_first_step(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    made, first, gesture = grid.add_phase(project, canvas, "Fin", step="d")
    after = done(project, gesture)
    assert shape(after, canvas) == "Avant(a b) Après(c) Fin(d)"
    assert after.step[first].phase == made
    _phase, none, gesture = grid.add_phase(
        project, canvas, "Pendant", after=phase(project, "Avant"), step=None
    )
    assert none == ""
    assert shape(done(project, gesture), canvas) == "Avant(a b) Pendant() Après(c)"


def test_a_step_is_added_last_or_after_another(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    avant = phase(project, "Avant")
    _step, gesture = grid.add_step(project, avant, "z", after=step(project, "a"))
    assert shape(done(project, gesture), canvas) == "Avant(a z b) Après(c)"
    _step, gesture = grid.add_step(project, avant, "z")
    assert shape(done(project, gesture), canvas) == "Avant(a b z) Après(c)"


def test_things_are_renamed_once(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    gesture = grid.rename(project, "phase", phase(project, "Avant"), "Découvrir")
    assert shape(done(project, gesture), canvas) == "Découvrir(a b) Après(c)"
    assert not grid.rename(project, "step", step(project, "a"), "a")
    assert not grid.rename(project, "step", "gone", "x")


@pytest.mark.parametrize(
    ("label", "by", "expected"),
    [
        ("a", 1, "Avant(b a) Après(c)"),
        ("b", 1, "Avant(a) Après(b c)"),
        ("c", -1, "Avant(a b c) Après()"),
        ("a", -1, "Avant(a b) Après(c)"),
        ("c", 1, "Avant(a b) Après(c)"),
    ],
)
def test_a_step_goes_left_and_right_through_the_phases(
    journey: tuple[Project, str], label: str, by: int, expected: str
) -> None:
    project, canvas = journey
    after = done(project, grid.shift_step(project, step(project, label), by))
    assert shape(after, canvas) == expected
    assert after.notes_at(canvas, "pain_points", step(project, "b"))


def test_a_step_whose_phase_is_gone_comes_back_into_the_last(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    lost = project.replaced({"phase": {phase(project, "Avant"): None}})
    orphan = step(project, "a")
    assert not grid.shift_step(lost, orphan, 1)
    assert shape(done(lost, grid.shift_step(lost, orphan, -1)), canvas) == "Après(c a)"
    assert not grid.split_phase(lost, orphan, "x")


def test_a_step_moves_first_or_after_another(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    apres = phase(project, "Après")
    after = done(project, grid.move_step(project, step(project, "a"), apres, first=True))
    assert shape(after, canvas) == "Avant(b) Après(a c)"
    after = done(project, grid.move_step(project, step(project, "a"), apres, after=step(project, "c")))
    assert shape(after, canvas) == "Avant(b) Après(c a)"


def test_a_phase_goes_with_its_steps(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    after = done(project, grid.shift_phase(project, phase(project, "Avant"), 1))
    assert shape(after, canvas) == "Après(c) Avant(a b)"
    assert not grid.shift_phase(project, phase(project, "Après"), 1)


def test_a_deleted_step_takes_its_whole_column_and_nothing_else(journey: tuple[Project, str]) -> None:
    """Scenario 5: what goes in one gesture comes back in one."""
    project, canvas = journey
    after = done(project, grid.delete_step(project, step(project, "b")))
    assert shape(after, canvas) == "Avant(a) Après(c)"
    assert [note.text for note in after.note.values()] == ["Une date"]
    assert (after.vote, after.photo, after.link, after.answer) == ({}, {}, {}, {})
    assert after.lane == project.lane


def test_a_deleted_phase_takes_its_steps_and_all_they_hold(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    after = done(project, grid.delete_phase(project, phase(project, "Avant")))
    assert shape(after, canvas) == "Après(c)"
    assert (len(after.note), after.vote, after.photo, after.answer) == (1, {}, {}, {})


def test_a_phase_is_cut_in_two_and_put_together_again(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    cut = done(project, grid.split_phase(project, step(project, "b"), "Pendant"))
    assert shape(cut, canvas) == "Avant(a) Pendant(b) Après(c)"
    whole = done(cut, grid.merge_phase(cut, phase(cut, "Pendant")))
    assert shape(whole, canvas) == "Avant(a b) Après(c)"
    assert not grid.merge_phase(project, phase(project, "Avant"))
    assert not grid.split_phase(project, step(project, "a"), "x")


def zones(project: Project, canvas: str) -> list[str | None]:
    return [lane.label or lane.zone for lane in project.lanes_of(canvas)]


def test_lanes_are_chosen_hidden_and_come_back_with_their_notes(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    few = done(project, grid.show_lanes(project, kind("journey"), canvas, ["emotions", "needs"]))
    assert zones(few, canvas) == ["emotions", "needs"]
    assert few.note == project.note
    preset = kind("journey").presets["default"]
    back = done(few, grid.show_lanes(few, kind("journey"), canvas, preset))
    assert zones(back, canvas) == list(preset)
    assert not grid.show_lanes(back, kind("journey"), canvas, preset)


def test_a_lane_of_the_lab_is_added_moved_folded_and_hidden(journey: tuple[Project, str]) -> None:
    project, canvas = journey
    lane, gesture = grid.add_lane(project, canvas, "Bruit")
    project = done(project, gesture)
    assert zones(project, canvas)[-1] == "Bruit"
    project = done(project, grid.shift_lane(project, lane, -1))
    assert zones(project, canvas)[-2] == "Bruit"
    project = done(project, grid.fold_lane(project, lane, True))
    assert project.lane[lane].folded == 1
    assert done(project, grid.fold_lane(project, lane, False)).lane[lane].folded == 0
    project = done(project, grid.hide_lane(project, lane))
    assert "Bruit" not in zones(project, canvas)


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["phase", "step", "shift", "shift_phase", "split", "merge", "move", "delete"]),
        st.integers(0, 30),
        st.integers(-2, 2),
    ),
    max_size=25,
)


@given(DEEDS)
def test_whatever_is_done_every_step_stands_once_in_a_phase_that_is_there(
    deeds: list[tuple[str, int, int]],
) -> None:
    project, canvas = with_canvas(Project.empty("m"), "journey")
    project, _steps = with_steps(project, canvas, ("Un", ("a", "b")), ("Deux", ("c",)))
    for deed, rank, by in deeds:
        phases, steps = project.phases_of(canvas), project.steps_of(canvas)
        at = phases[rank % len(phases)].id if phases else ""
        one = steps[rank % len(steps)].id if steps else ""
        if deed == "phase" or not at:
            project = done(project, grid.add_phase(project, canvas, "p", after=at or None, step="s")[2])
        elif deed == "step" or not one:
            project = done(project, grid.add_step(project, at, "s", after=one or None)[1])
        elif deed == "shift":
            project = done(project, grid.shift_step(project, one, by))
        elif deed == "shift_phase":
            project = done(project, grid.shift_phase(project, at, by))
        elif deed == "split":
            project = done(project, grid.split_phase(project, one, "coupée"))
        elif deed == "merge":
            project = done(project, grid.merge_phase(project, at))
        elif deed == "move":
            project = done(project, grid.move_step(project, one, at, first=by > 0))
        else:
            project = done(project, grid.delete_step(project, one))
        assert all(row.phase in project.phase for row in project.step.values())
        standing = [s.id for p in project.phases_of(canvas) for s in project.steps_in(p.id)]
        assert standing == [s.id for s in project.steps_of(canvas)]
        assert sorted(standing) == sorted(project.step)


def test_a_lane_of_the_type_is_shown_where_the_type_has_it() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    kind_ = kind("journey")
    project = done(project, grid.with_lane(project, kind_, canvas, "photos"))
    lanes = [lane.zone for lane in project.lanes_of(canvas)]
    assert lanes[-1] == "photos"
    assert not grid.with_lane(project, kind_, canvas, "photos")
    assert not grid.with_lane(project, kind_, canvas, "title")
    project = done(project, grid.with_lane(project, kind_, canvas, "moment_key"))
    assert project.lanes_of(canvas)[0].zone == "moment_key"
