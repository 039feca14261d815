"""Steps merged and split with all they hold; borders of phases; phases and lanes put in another place."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands import canvases, columns, grid, notes
from labdesk.domain.durations import total_of
from labdesk.domain.model import Project
from tests.domain.plans import journey
from tests.memory import done, kind, with_note

JOURNEY = kind("journey")


def labels(project: Project, canvas: str) -> list[list[str]]:
    return [[s.label or "" for s in project.steps_in(p.id)] for p in project.phases_of(canvas)]


def test_two_steps_become_one_with_their_notes_photos_answers_and_links() -> None:
    project, canvas, steps = journey()
    one, other = steps[0], steps[1]
    project, first = with_note(project, canvas, "actions", "a", one)
    project, second = with_note(project, canvas, "actions", "b", other)
    project = done(project, notes.vote(project, second, 2))
    for step, level, word in ((one, 1, "contente"), (other, -2, "perdue")):
        project = done(project, canvases.answer(project, canvas, "emotions", level, step=step))
        project = done(project, canvases.answer(project, canvas, "emotions", word, step=step, part="word"))
    project = done(project, canvases.tick(project, canvas, "channels", "phone", True, step=one))
    project = done(project, canvases.tick(project, canvas, "channels", "desk", True, step=other))
    project = done(project, canvases.answer(project, canvas, "moment_key", 1, step=other))
    project = done(project, canvases.add_photo(project, canvas, "photos", "sha", step=other)[1])
    project = done(project, canvases.link(project, canvas, other, "trace", first))
    merged = done(project, columns.merge_steps(project, JOURNEY, other, one))
    assert other not in merged.step
    assert [n.text for n in merged.notes_at(canvas, "actions", one)] == ["a", "b"]
    assert merged.votes_on(second) == 2
    assert merged.value(canvas, "emotions", one) == -2
    assert merged.words(canvas, "emotions", one, "word") == "contente, perdue"
    assert set(merged.chosen(canvas, "channels", one)) == {"phone", "desk"}
    assert merged.value(canvas, "moment_key", one) == 1
    assert len(merged.photos_at(canvas, "photos", one)) == 1
    assert [x.target for x in merged.links_from(one)] == [first]
    assert not [row for row in merged.answer.values() if row.step == other]
    assert not [row for row in merged.link.values() if other in (row.source, row.target)]
    names = [project.step[one].label, project.step[other].label]
    assert merged.step[one].label == ", ".join(str(name) for name in names)


def test_numbers_add_up_and_a_blank_takes_the_other_answer() -> None:
    project, canvas, steps = journey()
    for step, days in ((steps[0], 3), (steps[1], 12)):
        project = done(project, canvases.answer(project, canvas, "duration", days, step=step))
    project = done(project, canvases.answer(project, canvas, "emotions", 2, step=steps[1]))
    merged = done(project, columns.merge_steps(project, JOURNEY, steps[1], steps[0]))
    assert merged.value(canvas, "duration", steps[0]) == 15
    assert merged.value(canvas, "emotions", steps[0]) == 2


def test_of_two_levels_as_marked_the_harder_stays() -> None:
    project, canvas, steps = journey()
    for step, level in ((steps[0], 2), (steps[1], -2)):
        project = done(project, canvases.answer(project, canvas, "emotions", level, step=step))
    merged = done(project, columns.merge_steps(project, JOURNEY, steps[1], steps[0]))
    assert merged.value(canvas, "emotions", steps[0]) == -2


def test_a_step_does_not_join_itself_nor_one_that_is_gone() -> None:
    project, _canvas, steps = journey()
    assert not columns.merge_steps(project, JOURNEY, steps[0], steps[0])
    assert not columns.merge_steps(project, JOURNEY, "gone", steps[0])
    assert not columns.merge_steps(project, JOURNEY, steps[0], "gone")


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["actions", "pain_points"])), max_size=12))
def test_merging_loses_no_note_and_keeps_their_order(cells: list[tuple[int, str]]) -> None:
    project, canvas, steps = journey()
    for at, (step, zone) in enumerate(cells):
        project, _note = with_note(project, canvas, zone, str(at), steps[step])
    merged = done(project, columns.merge_steps(project, JOURNEY, steps[2], steps[1]))
    for zone in ("actions", "pain_points"):
        kept = [n.text for n in merged.notes_at(canvas, zone, steps[1])]
        wanted = [n.text for step in steps[1:3] for n in project.notes_at(canvas, zone, step)]
        assert kept == wanted
    assert len(merged.note) == len(project.note)


def test_chosen_notes_go_to_a_new_step_just_after_in_the_same_lanes() -> None:
    project, canvas, steps = journey()
    rows = []
    for zone, text in (("actions", "a"), ("actions", "b"), ("pain_points", "c")):
        project, row = with_note(project, canvas, zone, text, steps[0])
        rows.append(row)
    project, elsewhere = with_note(project, canvas, "actions", "d", steps[3])
    made, gesture = columns.split_step(project, steps[0], [*rows[1:], elsewhere, "gone"], "Suite")
    after = done(project, gesture)
    order = [step.id for step in after.steps_of(canvas)]
    assert order.index(made) == order.index(steps[0]) + 1
    assert after.step[made].phase == after.step[steps[0]].phase
    assert [n.text for n in after.notes_at(canvas, "actions", steps[0])] == ["a"]
    assert [n.text for n in after.notes_at(canvas, "actions", made)] == ["b"]
    assert [n.text for n in after.notes_at(canvas, "pain_points", made)] == ["c"]
    assert columns.split_step(project, steps[0], [elsewhere]) == ("", columns.NOTHING)


def test_the_border_of_two_phases_moves_and_leaves_a_step_to_each() -> None:
    project, canvas, _steps = journey()
    before = labels(project, canvas)
    flat = [label for phase in before for label in phase]
    second = project.phases_of(canvas)[1].id
    for by in (-9, -1, 1, 9):
        after = done(project, columns.shift_boundary(project, second, by))
        found = labels(after, canvas)
        assert [label for phase in found for label in phase] == flat
        most = max(1, min(len(before[0]) + by, len(before[0]) + len(before[1]) - 1))
        assert len(found[0]) == most
    first = project.phases_of(canvas)[0].id
    assert not columns.shift_boundary(project, first, 1)
    assert not columns.shift_boundary(project, "gone", 1)


def test_a_phase_joins_any_other_in_the_order_people_read() -> None:
    project, canvas, _steps = journey()
    phases = [phase.id for phase in project.phases_of(canvas)]
    flat = [label for phase in labels(project, canvas) for label in phase]
    for phase, into in ((phases[1], phases[0]), (phases[0], phases[1])):
        after = done(project, columns.join_phases(project, phase, into))
        assert labels(after, canvas)[0][:] == flat[: len(labels(after, canvas)[0])]
        assert [label for held in labels(after, canvas) for label in held] == flat
    assert not columns.join_phases(project, phases[0], phases[0])


def test_a_phase_or_a_lane_is_put_before_another_and_not_on_its_own_place() -> None:
    project, canvas, _steps = journey()
    phases = [phase.id for phase in project.phases_of(canvas)]
    after = done(project, columns.place_phase(project, phases[1], phases[0]))
    assert [phase.id for phase in after.phases_of(canvas)][:2] == [phases[1], phases[0]]
    last = done(project, columns.place_phase(project, phases[0], None))
    assert last.phases_of(canvas)[-1].id == phases[0]
    assert not columns.place_phase(project, phases[0], phases[1])
    assert not columns.place_phase(project, phases[0], phases[0])
    lanes = [lane.id for lane in project.lanes_of(canvas)]
    moved = done(project, columns.place_lane(project, lanes[2], lanes[0]))
    assert [lane.id for lane in moved.lanes_of(canvas)][:3] == [lanes[2], lanes[0], lanes[1]]


def test_a_step_is_added_first_in_its_phase() -> None:
    project, canvas, _steps = journey()
    phase = project.phases_of(canvas)[1].id
    _made, gesture = grid.add_step(project, phase, "Avant tout", first=True)
    assert labels(done(project, gesture), canvas)[1][0] == "Avant tout"


def test_notes_of_several_steps_make_a_step_in_the_order_of_the_hand() -> None:
    project, canvas, steps = journey()
    rows = []
    for text, step in (("a", 0), ("b", 3), ("c", 1)):
        project, row = with_note(project, canvas, "actions", text, steps[step])
        rows.append(row)
    project, loose = with_note(project, canvas, "tray", "en vrac")
    made, gesture = columns.step_of_notes(project, [*rows, loose, "gone"], steps[0], before=True)
    after = done(project, gesture)
    assert after.steps_of(canvas)[0].id == made
    assert [n.text for n in after.notes_at(canvas, "actions", made)] == ["a", "b", "c"]
    assert after.note[loose].step is None
    assert columns.step_of_notes(project, [loose], steps[0]) == ("", columns.NOTHING)
    assert columns.step_of_notes(project, rows, "gone") == ("", columns.NOTHING)


def test_durations_add_up_and_what_cannot_be_read_stands_beside() -> None:
    project, canvas, steps = journey()
    for one, other, wanted in (("45 min", "1 h 30", 135), ("3 j", "on ne sait pas", None)):
        for step, said in zip(steps, (one, other), strict=False):
            project = done(project, canvases.answer(project, canvas, "duration", said, step=step))
        merged = done(project, columns.merge_steps(project, JOURNEY, steps[1], steps[0]))
        value = merged.value(canvas, "duration", steps[0])
        if wanted is None:
            assert value == f"{one} + {other}"
        else:
            assert total_of([value]).high.minutes == wanted
