"""The workshop report: complete without one funding field."""

from labdesk.domain.commands.notes import veil_votes, vote
from labdesk.domain.entities import ENTITIES
from labdesk.domain.model import Project
from labdesk.dossier import pdf
from labdesk.dossier.compose import Wish
from labdesk.dossier.drawn_blocks import Curve
from labdesk.dossier.report import workshop_report
from tests.domain.dossiers import example
from tests.dossier.telling import TODAY, of_kind, said
from tests.dossier.test_note import no_picture
from tests.memory import catalogue, done, with_note

FUNDING = (
    "project",
    "expense",
    "expense_year",
    "resource",
    "in_kind",
    "indicator",
    "milestone",
    "role",
    "risk",
    "section",
)


def without_funding(project: Project) -> Project:
    """The project of a workshop that asked for no money yet."""
    return project.replaced({t: dict.fromkeys(project.table(t)) for t in FUNDING if t in ENTITIES})


def test_the_report_needs_no_funding_field_and_holds_in_two_to_four_pages() -> None:
    document = workshop_report(without_funding(example()), catalogue(), Wish(TODAY))
    assert 2 <= pdf.write(document, no_picture).pages <= 4


def test_the_report_tells_who_was_there_what_is_lived_and_what_was_decided() -> None:
    document = workshop_report(example(), catalogue(), Wish(TODAY))
    text = said(document)
    assert "Choisir un défi par table" in text
    assert "27" in text
    assert len(of_kind(document, Curve)) == 3
    assert "Tester la promesse des 15 jours dans deux services" in text
    assert "15 mai 2027" in text
    assert "Accueil, cadre et météo (15\u00a0min) · Le déroulé de la journée (5\u00a0min)" in text


def test_the_report_of_an_empty_project_is_polite_and_true() -> None:
    text = said(workshop_report(Project.empty(), catalogue(), Wish(TODAY)))
    assert "Merci à toutes les personnes" in text
    assert "None" not in text


def test_a_report_made_while_the_dots_are_hidden_does_not_tell_them() -> None:
    project = example()
    journey = project.canvases("journey")[0].id
    step = project.steps_of(journey)[-1].id
    project, last = with_note(project, journey, "pain_points", "Le plus voté de tous", step)
    project = done(project, vote(project, last, 40))
    assert "40 voix" in said(workshop_report(project, catalogue(), Wish(TODAY)))
    project = done(project, veil_votes(project, journey, veiled=True))
    assert "40 voix" not in said(workshop_report(project, catalogue(), Wish(TODAY)))
