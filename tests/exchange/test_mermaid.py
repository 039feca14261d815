"""User journeys in mermaid's syntax, as others write them and as we do."""

from pathlib import Path

import pytest

from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange import mermaid
from labdesk.exchange.imported import built

BAKERY = """journey
    title Ouvrir une boulangerie
    section Se renseigner
      Chercher le bon guichet: 2: Nadia
      Appeler la chambre de métiers: 4: Nadia, Conseiller
    section Déposer
      Remplir le dossier: 1: Nadia
      Attendre: 1: Nadia
"""


def read(text: str) -> tuple[Project, tuple[str, ...]]:
    imported = mermaid.read(text, "essai.mmd")
    return built(imported.gesture), imported.reported


def told(project: Project) -> list[list[tuple[str, str, object]]]:
    """Phase, step and feeling of each journey."""
    return [
        [
            (project.phase[s.phase or ""].label or "", s.label or "", project.value(c.id, "emotions", s.id))
            for s in project.steps_of(c.id)
        ]
        for c in project.canvases("journey")
    ]


def test_sections_are_phases_and_scores_are_feelings() -> None:
    project, reported = read(BAKERY)
    assert told(project) == [
        [
            ("Se renseigner", "Chercher le bon guichet", -1),
            ("Se renseigner", "Appeler la chambre de métiers", 1),
            ("Déposer", "Remplir le dossier", -2),
            ("Déposer", "Attendre", -2),
        ]
    ]
    assert reported == ()


def test_the_actor_of_most_steps_is_the_persona_and_the_others_are_points_of_contact() -> None:
    project, _reported = read(BAKERY)
    journey, persona = project.canvases("journey")[0], project.canvases("persona")[0]
    assert project.value(journey.id, "persona") == persona.id
    assert project.value(persona.id, "name") == "Nadia"
    second = project.steps_of(journey.id)[1]
    assert [note.text for note in project.notes_at(journey.id, "touchpoints", second.id)] == ["Conseiller"]


def test_keywords_know_no_case_and_comments_are_left_out() -> None:
    text = """---
title: hors du dessin
---
%%{init: {"theme": "dark"}}%%
JOURNEY
  TITLE Un guichet : le mien %% en passant
  accDescr { une description
  sur deux lignes }
  SECTION Venir # remarque
    Prendre un ticket: 3: Moi
"""
    project, _reported = read(text)
    assert told(project) == [[("Venir", "Prendre un ticket", 0)]]
    assert project.words(project.canvases("journey")[0].id, "title") == "Un guichet : le mien"


def test_what_is_missing_or_out_of_range_is_tolerated_and_told() -> None:
    text = """journey
  Avant toute section: 9: Moi
  section Suite
  Sans rien
  Note vide: : Moi
  Sans acteur: 2
  Acteurs vides: 2: , ,
  Pas un nombre: bien: Moi
  Entre deux: 3,6: Moi
  Négatif: -4: Moi
"""
    project, reported = read(text)
    assert [feeling for _phase, _step, feeling in told(project)[0]] == [2, None, None, -1, -1, None, 1, -2]
    assert [line.split("\u00a0:")[0] for line in reported] == [f"essai.mmd, {n}" for n in (2, 8, 9, 10)]


def test_signs_that_end_a_token_are_coded_and_read_again() -> None:
    labels = ["Étape 1 : accueil", "Dossier n# 3 ; suite", "Title de séjour", "journey", "100 %% sûr", "a, b"]
    escaped = "".join(f"  {mermaid._not_a_keyword(mermaid._escaped(label))}: 3: Moi\n" for label in labels)
    project, reported = read(f"journey\n  section Phase #58; une\n{escaped}")
    assert [step for _phase, step, _feeling in told(project)[0]] == labels
    assert told(project)[0][0][0] == "Phase : une"
    assert reported == ()


def test_a_journey_comes_back_the_same() -> None:
    project, _reported = read(BAKERY)
    written = mermaid.write(project)
    again, _reported = read(written)
    assert told(again) == told(project)
    assert mermaid.write(again) == written


def test_a_step_nobody_scored_is_written_without_a_score() -> None:
    project, _reported = read("journey\n  section A\n  Attendre\n")
    assert "Attendre: : Usager" in mermaid.write(project)


def test_every_diagram_of_a_markdown_file_is_a_journey(tmp_path: Path) -> None:
    path = tmp_path / "parcours.md"
    block = BAKERY.replace("Ouvrir", "Fermer")
    path.write_text(f"# Deux parcours\n```mermaid\n{BAKERY}```\ntexte\n~~~~ mermaid\n{block}~~~~\n", "utf-8")
    project = built(mermaid.read_file(path).gesture)
    titles = [project.words(c.id, "title") for c in project.canvases("journey")]
    assert titles == ["Ouvrir une boulangerie", "Fermer une boulangerie"]
    assert len(project.canvases("persona")) == 1


def test_two_sections_of_the_same_name_stay_two_phases() -> None:
    project, _reported = read("journey\n section A\n  un: 3\n section B\n  deux: 3\n section A\n  trois: 3\n")
    assert [(phase, step) for phase, step, _f in told(project)[0]] == [
        ("A", "un"),
        ("B", "deux"),
        ("A", "trois"),
    ]
    assert not project.aside


@pytest.mark.parametrize(
    "text", ["", "graph TD\n  A --> B", "# Titre\n```mermaid\npie\n```\n", "mon journey"]
)
def test_a_file_without_a_journey_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(text)
    assert refusal.value.sentence.startswith("essai.mmd\u00a0: aucun parcours mermaid")
