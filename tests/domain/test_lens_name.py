"""A lens written in the agenda is read again, and what people type by hand is understood."""

import pytest

from labdesk.domain.lens import Lens
from labdesk.domain.lens_name import lens_named, written
from labdesk.domain.walk import walk
from labdesk.words import speaking
from tests.domain.projection import TYPES, journey
from tests.memory import with_canvas


def test_every_lens_of_a_walk_is_read_as_it_was_written() -> None:
    project, canvas = journey(1)
    for halt in walk(project, TYPES, canvas):
        text = written(project, TYPES, halt.lens)
        assert written(project, TYPES, lens_named(project, TYPES, text) or Lens("welcome")) == text


def test_two_journeys_beside_each_other_are_read_again() -> None:
    project, canvas = journey(1)
    project, other = with_canvas(project, "journey", "Le guichet")
    step = project.steps_of(canvas)[1].id
    lens = Lens("beside", canvas, (step,), ("pain_points",), others=(other,))
    assert lens_named(project, TYPES, written(project, TYPES, lens)) == lens


def test_curves_laid_over_each_other_are_read_again() -> None:
    project, canvas = journey(1)
    project, other = with_canvas(project, "journey", "Le guichet")
    lens = Lens("curve", canvas, others=(other,))
    assert written(project, TYPES, lens) == "Refaire sa carte + Le guichet › courbe"
    assert lens_named(project, TYPES, written(project, TYPES, lens)) == lens


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("accueil", "welcome"),
        ("Bienvenue", "welcome"),
        ("DEROULE", "agenda"),
        ("refaire sa carte", "overview"),
        ("Parcours usager", "overview"),
        ("journey", "overview"),
        ("Refaire sa carte › courbe", "curve"),
        ("Refaire sa carte > Tous les irritants", "irritants"),
        ("Refaire sa carte › étapes 1-3 › irritants", "grid"),
    ],
)
def test_what_people_type_is_understood(typed: str, kind: str) -> None:
    project, _canvas = journey(1)
    lens = lens_named(project, TYPES, typed)
    assert lens is not None
    assert lens.kind == kind


def test_steps_by_number_and_by_phase() -> None:
    project, canvas = journey(1)
    steps = tuple(step.id for step in project.steps_of(canvas))
    ranged = lens_named(project, TYPES, "Refaire sa carte › étapes 1-2, 5 › Irritants")
    phase = lens_named(project, TYPES, "Refaire sa carte › Agir")
    assert ranged == Lens("grid", canvas, (steps[0], steps[1], steps[4]), ("pain_points",))
    assert phase == Lens("grid", canvas, steps[3:])


def test_an_unknown_name_is_no_lens_and_english_stores_the_same_words() -> None:
    project, canvas = journey(1)
    assert lens_named(project, TYPES, "La cantine") is None
    assert lens_named(project, TYPES, "") is None
    with speaking("en"):
        assert written(project, TYPES, Lens("curve", canvas)) == "Refaire sa carte › courbe"
