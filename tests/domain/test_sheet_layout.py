"""A sheet: its boxes flow in columns, the simple view and paper leave some out, each kind has its boxes."""

from labdesk.domain.commands import canvases, notes
from labdesk.domain.layout import (
    Room,
    View,
    arrange,
)
from labdesk.domain.model import Project
from tests.domain.plans import ROOM, boxes, crossing, fixed, inside, plan_of
from tests.memory import done, kind, with_canvas, with_note


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
