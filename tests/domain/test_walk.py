"""The walk through a canvas: overview, phase, cell, and which halts are beside each other."""

from labdesk.domain.walk import named, parent, sibling, walk
from tests.domain.projection import TYPES, journey
from tests.memory import with_canvas, with_note


def test_the_walk_goes_from_the_overview_to_the_phase_to_its_cells() -> None:
    project, canvas = journey(1)
    halts = walk(project, TYPES, canvas)
    assert [halt.depth for halt in halts[:4]] == [0, 1, 2, 2]
    assert halts[1].name == "1. Découvrir"
    assert halts[2].name.startswith("1. Chercher · ")
    assert [halt.lens.kind for halt in halts[-2:]] == ["curve", "irritants"]


def test_beside_a_phase_stands_the_next_phase_and_around_a_cell_its_phase() -> None:
    project, canvas = journey(1)
    halts = walk(project, TYPES, canvas)
    assert halts[sibling(halts, 1, 1)].name == "2. Agir"
    assert parent(halts, 3) == 1
    assert parent(halts, 1) == 0
    assert sibling(halts, 0, -1) == 0


def test_boxes_that_never_leave_the_project_are_not_on_the_way() -> None:
    project, canvas = with_canvas(journey(0)[0], "problem")
    project, _note = with_note(project, canvas, "facts", "Neuf semaines de délai")
    project, _note = with_note(project, canvas, "beneficiaries", "Le prestataire")
    zones = [halt.lens.zone for halt in walk(project, TYPES, canvas)]
    assert "facts" in zones
    assert "beneficiaries" not in zones


def test_every_halt_has_a_name() -> None:
    project, canvas = journey(1)
    assert all(named(project, TYPES, halt.lens) for halt in walk(project, TYPES, canvas))
    assert walk(project, TYPES, "inconnu") == ()
