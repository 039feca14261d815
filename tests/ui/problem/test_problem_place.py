"""The place Problème: simple or complete, chains of whys, advice on the wording."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from labdesk.domain.commands import canvases, notes
from labdesk.ui.desk import Desk
from labdesk.ui.problem.problem_place import COMPLETE, SIMPLE, ProblemPlace
from labdesk.ui.style import Look
from tests.memory import kind


@pytest.fixture
def place(desk: Desk, look: Look, around: QWidget) -> Iterator[ProblemPlace]:
    made = ProblemPlace(desk, look)
    made.setParent(around)
    made.resize(1310, 600)
    around.show()
    made.show()
    yield made
    made.leave()


def zones(place: ProblemPlace) -> int:
    plan = place.page.board.plan
    assert plan is not None
    return len(plan.parts)


def test_a_blank_canvas_opens_on_its_eight_boxes(place: ProblemPlace) -> None:
    place.begin(kind("problem"))
    assert zones(place) == 8
    place.show_view(COMPLETE)
    assert zones(place) == len(kind("problem").zones)
    assert place.views[COMPLETE].isChecked()


def test_a_canvas_whose_other_boxes_are_filled_hides_nothing(place: ProblemPlace) -> None:
    canvas, gesture = canvases.create_canvas(place.desk.project, kind("problem"))
    place.desk.do(gesture)
    _note, gesture = notes.add_note(place.desk.project, canvas, "levers", "Des volontaires")
    place.desk.do(gesture)
    place.show_canvas(canvas)
    assert place.views[COMPLETE].isChecked()


def test_the_view_one_chose_is_found_again(place: ProblemPlace) -> None:
    first = place.begin(kind("problem"))
    place.show_view(COMPLETE)
    place.begin(kind("problem"))
    assert place.views[SIMPLE].isChecked()
    place.show_canvas(first)
    assert place.views[COMPLETE].isChecked()


def test_a_challenge_that_holds_its_solution_gets_advice_and_a_blank_one_none(place: ProblemPlace) -> None:
    canvas = place.begin(kind("problem"))
    assert place.advice.text() == ""
    _note, gesture = notes.add_note(place.desk.project, canvas, "challenge", "Créer une application mobile")
    place.desk.do(gesture)
    assert "Comment pourrions-nous" in place.advice.text()
