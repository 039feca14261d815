"""Curves laid over each other: who is compared with whom, gaps, low points, and how all this is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk.domain import curve_telling as telling
from labdesk.domain import curves
from labdesk.domain.commands import canvases
from labdesk.domain.commands.counterparts import begin_counterpart
from labdesk.domain.curves import MOST, Course, Mark, Overlay
from labdesk.domain.model import Project, Types, title
from labdesk.exchange.example import example
from tests.memory import catalogue, done, kind, with_canvas, with_steps


@pytest.fixture(scope="module")
def types() -> Types:
    return Types(catalogue())


@pytest.fixture(scope="module")
def shipped() -> Project:
    """The example: Inès (lived, target), Awa, Sylvie."""
    return done(Project.empty("a"), example().gesture)


def journeys(project: Project) -> list[str]:
    return [canvas.id for canvas in project.canvases("journey")]


def scored(project: Project, canvas: str, *levels: int | None) -> Project:
    """The journey with these levels, step by step."""
    for step, level in zip(project.steps_of(canvas), levels, strict=True):
        project = done(project, canvases.answer(project, canvas, "emotions", level, step=step.id))
    return project


def pair(*levels: tuple[int | None, int | None]) -> Overlay:
    """A lived journey and its target, of one phase each step."""
    project, persona = with_canvas(Project.empty("m"), "persona", "Inès")
    found = []
    for at, nature in enumerate(("as_is", "to_be")):
        project, canvas = with_canvas(project, "journey", f"Parcours {nature}")
        project, _steps = with_steps(
            project, canvas, *((f"Phase {n}", (f"Étape {n}",)) for n in range(len(levels)))
        )
        project = scored(project, canvas, *(one[at] for one in levels))
        for zone, value in (("kind", nature), ("persona", persona)):
            project = done(project, canvases.answer(project, canvas, zone, value))
        found.append(canvas)
    return curves.overlay(project, Types(catalogue()), found)


def test_the_other_journey_of_the_same_persona_is_proposed_lived_first(
    shipped: Project, types: Types
) -> None:
    lived, awa, _sylvie, target = journeys(shipped)
    assert curves.proposed(shipped, types, lived) == (lived, target)
    assert curves.proposed(shipped, types, target) == (lived, target)
    assert curves.proposed(shipped, types, awa) == (awa,)


def test_the_example_says_its_gaps_its_low_points_and_how_it_is_aligned(
    shipped: Project, types: Types
) -> None:
    lived, _awa, _sylvie, target = journeys(shipped)
    overlay = curves.overlay(shipped, types, (lived, target))
    assert telling.names(overlay) == ("Inès, vécu", "Inès, cible")
    said = " ".join(telling.sentences(overlay)).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Les plus grands écarts : Trouver quelqu’un à qui parler et Attendre la suite," in said
    assert "de très difficile à agréable" in said
    assert "la cible y est moins bonne que le vécu : Recevoir la réponse" in said
    assert "Au plus bas, Inès, vécu" in said
    assert "alignés phase par phase" in said


def test_a_step_is_spoken_with_who_where_and_how(shipped: Project, types: Types) -> None:
    overlay = curves.overlay(shipped, types, journeys(shipped)[:1])
    said = telling.spoken(overlay, 0, overlay.courses[0].marks[3]).replace("\u00a0", " ")
    assert said == "Inès, vécu, étape 4 sur 12, Trouver quelqu’un à qui parler : très difficile, « seule »"


def test_one_gap_is_named_alone() -> None:
    overlay = pair((-2, 1), (0, 1), (1, 1))
    assert telling.biggest_gap(overlay).replace("\u00a0", " ") == (
        "Le plus grand écart : Étape 0, de très difficile à agréable."
    )
    assert telling.worse(overlay) == ""


def test_a_target_that_is_nowhere_better_names_no_gap_and_is_to_be_looked_at() -> None:
    overlay = pair((1, 0), (1, 1))
    assert telling.biggest_gap(overlay) == ""
    assert "Étape 0" in telling.worse(overlay)


def test_a_step_without_a_level_breaks_the_curve_and_is_said() -> None:
    overlay = pair((-2, 1), (None, 1), (1, 1))
    assert [[mark.number for mark in run] for run in overlay.courses[0].runs] == [[1], [3]]
    assert "Inès, vécu (2)" in telling.unsaid(overlay)
    alone = replace(overlay, courses=overlay.courses[:1])
    assert telling.unsaid(alone).endswith(": 2.")  # « Inès, vécu, 2 » reads as two people and a number
    assert len(overlay.gaps) == 2


def test_a_moment_that_is_hard_for_several_people_is_named() -> None:
    overlay = pair((-2, -1), (1, 1))
    people = [
        replace(c, nature="lived", persona=str(at), who=str(at)) for at, c in enumerate(overlay.courses)
    ]
    overlay = replace(overlay, courses=tuple(people))
    assert overlay.pair is None
    assert "Phase 0" in telling.hard_together(overlay)


def test_two_curves_called_alike_have_their_title_too(shipped: Project, types: Types) -> None:
    lived = journeys(shipped)[0]
    _copy, gesture = canvases.duplicate_canvas(shipped, lived)
    project = done(shipped, gesture)
    overlay = curves.overlay(project, types, [lived, _copy])
    assert all("Devenir agent" in name for name in telling.names(overlay))


def test_the_table_has_every_step_once_and_in_order(shipped: Project, types: Types) -> None:
    overlay = curves.overlay(shipped, types, journeys(shipped))
    for at, course in enumerate(overlay.courses):
        shown = [marks[at] for _stretch, marks in overlay.rows() if marks[at] is not None]
        assert tuple(mark for mark in shown if mark) == course.marks


def test_what_is_gone_or_has_no_curve_is_left_out(shipped: Project, types: Types) -> None:
    problem = shipped.canvases("problem")[0].id
    overlay = curves.overlay(shipped, types, ["gone", problem, *journeys(shipped)])
    assert len(overlay.courses) == 4 - max(0, 6 - MOST)
    assert curves.comparable(shipped, types, "gone") == ()
    assert curves.proposed(shipped, types, problem) == ()
    assert curves.overlay(shipped, types, ["gone"]).courses == ()
    assert telling.sentences(Overlay((), (), {})) == ()


def test_the_target_of_a_journey_is_begun_with_its_structure_its_persona_and_its_nature(
    shipped: Project, types: Types
) -> None:
    lived = journeys(shipped)[1]
    made, gesture = begin_counterpart(shipped, kind("journey"), lived)
    project = done(shipped, gesture)
    assert project.value(made, "kind") == "to_be"
    assert project.value(made, "persona") == shipped.value(lived, "persona")
    assert title(project, kind("journey"), made).endswith("(cible)")
    assert [p.label for p in project.phases_of(made)] == [p.label for p in project.phases_of(lived)]
    assert project.notes_of(made) == ()
    back, gesture = begin_counterpart(project, kind("journey"), made)
    assert done(project, gesture).value(back, "kind") == "as_is"
    assert curves.overlay(project, types, (lived, made)).pair == (0, 1)


levels = st.one_of(st.none(), st.integers(-2, 2))


@given(st.lists(st.tuples(levels, levels), min_size=1, max_size=8))
def test_gaps_are_what_the_two_curves_say(asked: list[tuple[int | None, int | None]]) -> None:
    overlay = pair(*asked)
    expected = sorted((b - a for a, b in asked if a is not None and b is not None), reverse=True)
    assert [gap.by for gap in overlay.gaps] == expected
    for sentence in telling.sentences(overlay):
        assert sentence.endswith((".", "…"))
    for at, course in enumerate(overlay.courses):
        for mark in course.marks:
            assert str(mark.number) in telling.spoken(overlay, at, mark)


@given(st.lists(levels, max_size=10))
def test_the_pieces_of_a_curve_hold_every_step_that_has_a_level(asked: list[int | None]) -> None:
    marks = tuple(Mark(str(n), n, "", "", level, "") for n, level in enumerate(asked, 1))
    course = Course("c", "", "", "", "", "", marks)
    assert tuple(mark for run in course.runs for mark in run) == course.known
    assert all(mark.level == min(m.level or 0 for m in course.known) for mark in course.lows)
