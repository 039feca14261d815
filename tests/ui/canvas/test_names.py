"""What is said of things: the place first, then the words, then what stands behind them."""

from msgspec.structs import replace

from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.layout import Room, planned
from labdesk.domain.model import Project
from labdesk.ui.canvas.names import departed, label_of, option_in_short, spoken
from tests.domain.plans import fixed, journey
from tests.memory import done, kind, with_canvas, with_note


def test_a_note_says_its_lane_its_step_its_rank_and_its_votes() -> None:
    project, canvas, steps = journey()
    project, _first = with_note(project, canvas, "pain_points", "Trop loin", steps[2])
    project, note = with_note(project, canvas, "pain_points", "Trop long", steps[2])
    project = done(project, notes.vote(project, note, 3))
    project = done(project, notes.set_note(project, note, "evidence", "measured"))
    project = done(project, notes.set_note(project, note, "voice", "user"))
    plan = planned(project, kind("journey"), canvas, Room(1310), fixed)
    box = next(box for box in plan.boxes() if box.row == note)
    assert spoken(plan, box) == (
        "Irritants, étape 3 sur 5, note 2 sur 2\u00a0: Trop long · 3 voix · Mesuré · Usager"
    )


def test_a_cell_of_the_curve_says_its_level_and_its_word() -> None:
    project, canvas, steps = journey()
    project = done(project, canvases.answer(project, canvas, "emotions", -1, step=steps[0]))
    project = done(
        project, canvases.answer(project, canvas, "emotions", "perdue", step=steps[0], part="word")
    )
    plan = planned(project, kind("journey"), canvas, Room(1310), fixed)
    box = next(box for box in plan.boxes() if box.kind == "cell" and box.zone == "emotions")
    assert spoken(plan, box) == "Courbe des émotions, étape 1 sur 5\u00a0: Difficile, perdue"


def test_a_renamed_and_folded_lane_says_so() -> None:
    project, canvas, _steps = journey()
    project = done(project, grid.rename(project, "lane", f"{canvas}/actions", "Ce qu’elle fait"))
    project = done(project, grid.fold_lane(project, f"{canvas}/actions", True))
    plan = planned(project, kind("journey"), canvas, Room(1310), fixed)
    box = next(box for box in plan.boxes() if box.kind == "lane")
    assert spoken(plan, box) == "Ligne 1 sur 7\u00a0: Ce qu’elle fait, repliée"
    assert label_of(plan, "actions") == "Ce qu’elle fait"


def test_a_field_of_a_table_says_its_line_and_its_column() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    _line, gesture = canvases.add_line(project, canvas, "votes", {"label": "Délais", "count": 7})
    project = done(project, gesture)
    plan = planned(project, kind("problem"), canvas, Room(1310), fixed)
    fields = [spoken(plan, box) for box in plan.boxes() if box.kind == "field"]
    assert fields == [
        "Votes (gommettes), ligne 1 sur 1, Élément\u00a0: Délais",
        "Votes (gommettes), ligne 1 sur 1, Gommettes\u00a0: 7",
    ]


def test_options_are_said_without_their_brackets() -> None:
    assert option_in_short(kind("journey"), "evidence", "measured") == "Mesuré"
    assert option_in_short(kind("journey"), "evidence", "") == ""


def test_a_phase_that_goes_says_what_goes_with_it_and_an_unnamed_step_too() -> None:
    project, canvas, steps = journey()
    project, _note = with_note(project, canvas, "pain_points", "Trop loin", steps[0])
    plan = planned(project, kind("journey"), canvas, Room(1310), fixed)
    phase = next(box for box in plan.boxes() if box.kind == "phase")
    held = len(project.steps_in(phase.row))
    assert departed(replace(phase, text="Arriver"), grid.delete_phase(project, phase.row)) == (
        f"Phase «\u00a0Arriver\u00a0» supprimée\u00a0: {held} étapes, 1 note. Ctrl+Z les rend."
    )
    step = next(box for box in plan.boxes() if box.kind == "step" and box.row == steps[1])
    assert departed(replace(step, text=""), grid.delete_step(project, step.row)) == (
        "Étape 2 supprimée. Ctrl+Z la rend."
    )
