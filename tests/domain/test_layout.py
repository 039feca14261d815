"""Where everything stands: reading order, heights that follow the text, parts that are renewed one by one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.cards import PAD
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.gesture import Gesture
from labdesk.domain.layout import (
    HEAD,
    Box,
    Plan,
    Rect,
    Room,
    Style,
    View,
    arrange,
    planned,
    replanned,
    roomed,
)
from labdesk.domain.model import Project
from tests.memory import done, kind, with_canvas, with_note, with_steps

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


def test_the_boxes_of_a_sheet_flow_in_columns_without_overlap() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    for zone in ("facts", "users", "agents"):
        for text in ("Les délais", "une phrase très longue " * 9):
            project, _note = with_note(project, canvas, zone, text)
    plan = plan_of(project, canvas, View(simple=True))
    zones = boxes(plan, "zone")
    assert len(zones) == 8
    assert not any(crossing(a.rect, b.rect) for i, a in enumerate(zones) for b in zones[i + 1 :])
    home = {zone.zone: zone.rect for zone in zones}
    assert all(inside(box.rect, home[box.zone]) for box in plan.boxes())


def test_a_narrow_room_puts_the_boxes_one_under_the_other() -> None:
    project, canvas = with_canvas(Project.empty(), "persona")
    zones = boxes(plan_of(project, canvas, room=Room(320)), "zone")
    assert {zone.rect.x for zone in zones} == {12}


def test_the_simple_view_holds_the_simple_zones_of_the_same_data() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    simple = {b.zone for b in boxes(plan_of(project, canvas, View(simple=True)), "zone")}
    every = {b.zone for b in boxes(plan_of(project, canvas), "zone")}
    assert simple < every
    assert "beneficiaries" in every - simple


def test_the_fields_of_a_test_appear_once_it_began() -> None:
    project, canvas = with_canvas(Project.empty(), "prototype")
    assert "observations" not in {b.zone for b in boxes(plan_of(project, canvas), "zone")}
    project, _note = with_note(project, canvas, "test_dates", "2027-03-09")
    plan = plan_of(project, canvas)
    assert "observations" in {b.zone for b in boxes(plan, "zone")}
    assert "9 mars 2027" in {b.text for b in boxes(plan, "note")}


def test_on_paper_empty_boxes_and_guiding_questions_are_left_out() -> None:
    project, canvas = with_canvas(Project.empty(), "persona", "Inès")
    told = arrange(project, kind("persona"), canvas, ROOM, fixed, View(editing=False))
    assert [(b.kind, b.text) for b in told] == [("zone", "Prénom fictif"), ("value", "Inès")]


def test_chains_tables_choices_scores_and_links_each_have_their_boxes() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    line, gesture = canvases.add_line(project, canvas, "five_whys")
    project = done(project, gesture)
    for text in ("Trop long", "Pas assez d’agents"):
        _note, gesture = notes.add_note(project, canvas, "five_whys", text, line=line)
        project = done(project, gesture)
    _line, gesture = canvases.add_line(project, canvas, "votes", {"label": "Délais", "count": 7})
    project = done(project, gesture)
    plan = plan_of(project, canvas)
    assert [b.part for b in boxes(plan, "note")] == [line, line]
    assert [(b.part, b.text) for b in boxes(plan, "field")] == [("label", "Délais"), ("count", "7")]
    project, card = with_canvas(project, "prototype", "File unique")
    project = done(project, canvases.link(project, card, card, "personas", canvas))
    project = done(project, canvases.tick(project, card, "checks", "privacy", True))
    plan = plan_of(project, card)
    assert [b.text for b in boxes(plan, "option") if b.zone == "checks" and b.value] == [
        "Données personnelles"
    ]
    assert len([b for b in boxes(plan, "option") if b.zone == "criticality"]) == 3
    assert [b.text for b in boxes(plan, "link")] == ["Canevas problème 1"]


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
