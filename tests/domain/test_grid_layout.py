"""A grid: reading order, heights that follow the text, heads, sums, lines above lanes."""

from itertools import pairwise

from labdesk.domain.cards import PAD
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.layout import (
    HEAD,
    Rect,
    Room,
    View,
    replanned,
)
from labdesk.domain.model import Project
from tests.domain.plans import ROOM, boxes, journey, plan_of, shown, with_value
from tests.memory import done, kind, with_canvas, with_note


def test_a_grid_is_read_phase_by_phase_then_lane_by_lane() -> None:
    project, canvas, steps = journey()
    project, _note = with_note(project, canvas, "actions", "Ouvre le site", steps[1])
    told = [(b.kind, b.text) for b in plan_of(project, canvas).boxes()]
    heads = ["Découvrir", "Voir", "Lire", "Demander", "Venir", "Attendre", "Signer"]
    assert [text for _kind, text in told[:7]] == heads
    assert told[7] == ("add", "")
    assert told[8:12] == [
        ("lane", "Actions de l’usager"),
        ("cell", ""),
        ("cell", ""),
        ("note", "Ouvre le site"),
    ]


def test_each_step_has_its_column_and_each_phase_covers_its_steps() -> None:
    project, canvas, steps = journey()
    plan = plan_of(project, canvas)
    assert list(plan.columns) == list(steps)
    first, second = boxes(plan, "phase")
    assert (first.rect.x, first.rect.right) == (plan.columns[steps[0]][0], second.rect.x)
    last = list(plan.columns.values())[-1]
    assert second.rect.right == sum(last)


def test_columns_share_the_room_but_stay_readable() -> None:
    project, canvas, _steps = journey()
    assert plan_of(project, canvas, room=Room(1000)).width == 1000
    assert plan_of(project, canvas, room=Room(400)).columns != {}
    assert all(wide >= 164 for _x, wide in plan_of(project, canvas, room=Room(400)).columns.values())


def test_a_lane_is_as_high_as_its_fullest_cell() -> None:
    project, canvas, steps = journey()
    for text in ("court", "un texte bien plus long " * 12):
        project, _note = with_note(project, canvas, "actions", text, steps[0])
    plan = plan_of(project, canvas)
    lane = next(b for b in boxes(plan, "lane") if b.zone == "actions")
    first, second = boxes(plan, "note")
    assert first.rect.bottom < second.rect.y
    assert lane.rect.bottom == second.rect.bottom + PAD
    assert all(b.rect.h == lane.rect.h for b in boxes(plan, "cell") if b.zone == "actions")


def test_a_note_with_votes_or_evidence_has_a_footer() -> None:
    project, canvas, steps = journey()
    project, note = with_note(project, canvas, "actions", "Attend", steps[0])
    before = boxes(plan_of(project, canvas), "note")[0]
    after = boxes(plan_of(done(project, notes.vote(project, note, 3)), canvas), "note")[0]
    assert (before.votes, after.votes) == (0, 3)
    assert after.rect.h > before.rect.h


def test_the_happier_a_moment_the_higher_its_face() -> None:
    project, canvas, steps = journey()
    for step, level in zip(steps, (-2, -1, 0, 1, 2), strict=True):
        project = done(project, canvases.answer(project, canvas, "emotions", level, step=step))
    project = done(project, canvases.answer(project, canvas, "emotions", "ravie", step=steps[4], part="word"))
    faces = boxes(plan_of(project, canvas), "point")
    assert [face.value for face in faces] == [-2, -1, 0, 1, 2]
    assert all(high.rect.y > low.rect.y for high, low in pairwise(faces))
    assert faces[4].text == "ravie"


def test_a_folded_lane_says_how_many_notes_it_holds() -> None:
    project, canvas, steps = journey()
    project, _note = with_note(project, canvas, "actions", "Ouvre le site", steps[0])
    folded = done(project, grid.fold_lane(project, f"{canvas}/actions", True))
    plan = plan_of(folded, canvas)
    cell = next(b for b in boxes(plan, "cell") if b.zone == "actions")
    assert (cell.text, cell.folded, boxes(plan, "note")) == ("1 note", True, [])
    assert len(boxes(plan_of(folded, canvas, View(unfolded=True)), "note")) == 1


def test_blueprint_lines_stand_above_their_lanes_and_a_labs_own_lane_is_a_lane() -> None:
    project, canvas, steps = journey()
    project = done(project, grid.show_lanes(project, kind("journey"), canvas, ["actions", "backstage"]))
    own, gesture = grid.add_lane(project, canvas, "Météo")
    project = done(project, gesture)
    project, _note = with_note(project, canvas, own, "Il pleut", steps[0])
    plan = plan_of(project, canvas)
    rule = boxes(plan, "rule")[0]
    assert rule.text == "Ligne de visibilité"
    assert next(b for b in boxes(plan, "lane") if b.zone == "backstage").rect.y == rule.rect.bottom
    assert [b.text for b in boxes(plan, "lane")] == [
        "Actions de l’usager",
        "Coulisses (non visible)",
        "Météo",
    ]
    assert [b.text for b in boxes(plan, "note")] == ["Il pleut"]


def test_a_journey_without_steps_keeps_a_cell_to_begin_in() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    plan = plan_of(project, canvas)
    assert next((b.zone, b.step) for b in boxes(plan, "cell")) == ("actions", "")


def test_a_lens_shows_only_the_steps_and_lanes_chosen() -> None:
    project, canvas, steps = journey()
    view = View(steps=frozenset(steps[2:4]), lanes=frozenset(("emotions",)), editing=False)
    plan = plan_of(project, canvas, view)
    assert [b.text for b in plan.boxes()] == ["Demander", "Venir", "Attendre", "Courbe des émotions", "", ""]


def test_the_head_of_a_lane_of_durations_says_their_sum_and_a_phase_its_own() -> None:
    project, canvas, steps = journey()
    project = shown(project, canvas, "actions", "duration")
    for step, value in zip(steps, ("3 j", None, "2 semaines", "1 h", "beaucoup"), strict=True):
        project = with_value(project, canvas, step, value)
    plan = plan_of(project, canvas)
    head = next(box for box in boxes(plan, "lane") if box.zone == "duration")
    assert str(head.value).replace("\u00a0", " ") == "Total : 2 sem. 3 j 1 h (1 valeur non comptée)"
    (phase,) = boxes(plan, "sum")
    assert phase.text.replace("\u00a0", " ") == "Phase 2 : 2 sem. 1 h"
    assert (phase.rect.x, phase.rect.right) == (
        plan.columns[steps[2]][0],
        head.rect.x + plan.width - ROOM.px(30),
    )
    assert all(box.rect.bottom <= phase.rect.y for box in boxes(plan, "value") if box.zone == "duration")


def test_a_lane_without_numbers_has_no_sum() -> None:
    project, canvas, _steps = journey()
    plan = plan_of(project, canvas)
    assert boxes(plan, "sum") == []
    assert all(box.value is None for box in boxes(plan, "lane"))


def test_a_moment_of_truth_is_on_the_head_of_its_step_whether_its_lane_is_shown_or_not() -> None:
    project, canvas, steps = journey()
    before = plan_of(project, canvas)
    changed = done(project, canvases.answer(project, canvas, "moment_key", 1, step=steps[3]))
    fresh = replanned(before, changed, [("answer", f"{canvas}/{steps[3]}/moment_key")])
    assert [box.value for box in boxes(fresh, "step")] == [None, None, None, 1, None]
    assert fresh == plan_of(changed, canvas)
    assert "moment_key" not in {box.zone for box in fresh.boxes()}


def test_the_lines_of_interaction_and_visibility_stand_above_their_lanes_reordered_or_folded() -> None:
    project, canvas, _steps = journey()
    project = shown(project, canvas, "backstage", "actions", "frontstage", "support")
    folded = done(project, grid.fold_lane(project, f"{canvas}/frontstage", True))
    for one in (project, folded):
        plan = plan_of(one, canvas)
        rules = {box.zone: box for box in boxes(plan, "rule")}
        assert list(rules) == ["backstage", "frontstage", "support"]
        assert rules["backstage"].text == "Ligne de visibilité"
        for lane in boxes(plan, "lane"):
            if lane.zone in rules:
                assert rules[lane.zone].rect.bottom == lane.rect.y


def test_a_sum_follows_when_a_value_changes_alone() -> None:
    project, canvas, steps = journey()
    project = shown(project, canvas, "actions", "duration")
    plan = plan_of(project, canvas)
    changed = with_value(project, canvas, steps[0], "45 min")
    fresh = replanned(plan, changed, [("answer", f"{canvas}/{steps[0]}/duration")])
    assert fresh == plan_of(changed, canvas)
    assert any("45" in str(box.value) for box in boxes(fresh, "lane"))


def test_whatever_part_of_a_grid_is_cut_out_each_lane_keeps_its_head() -> None:
    """A blueprint line stands above the head of its lane: a cut between the two must not part them."""
    project, canvas, _steps = journey()
    longest = kind("journey").presets["longue"]
    project = done(project, grid.show_lanes(project, kind("journey"), canvas, longest))
    plan = plan_of(project, canvas)
    for bottom in range(0, round(plan.height), 7):
        cut = plan.within(Rect(0, 0, plan.width, bottom))
        lanes = [part for part in cut.parts if part.id != HEAD]
        assert all([box.kind for box in part.boxes].count("lane") == 1 for part in lanes)
