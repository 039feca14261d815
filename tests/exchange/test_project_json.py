"""A project as JSON: what is read comes back, whatever the window stores survives, mistakes are named."""

import json
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from labdesk.domain.canvas_type import Catalogue, load_catalogue, read_type
from labdesk.domain.commands import canvases
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange import project_json
from labdesk.exchange.imported import built
from labdesk.exchange.json_text import same
from labdesk.store.project_file import ProjectFile
from tests.exchange.deeds import after, random_project, said
from tests.exchange.projects import json_projects

ROOT = Path(__file__).parents[2]
EXAMPLE = json.loads((ROOT / "resources" / "examples" / "example_attractivite.json").read_text("utf-8"))
SCHEMA = json.loads((ROOT / "docs" / "project.schema.json").read_text("utf-8"))
WISHES = """
id = "souhaits"
label = { fr = "Arbre à souhaits", en = "Wish tree" }
[[zone]]
id = "id"
kind = "text"
label = { fr = "Identité", en = "Identity" }
question = { fr = "Qui ?", en = "Who?" }
[[zone]]
id = "wishes"
kind = "notes"
label = { fr = "Souhaits", en = "Wishes" }
question = { fr = "Quoi ?", en = "What?" }
"""


def project_of(value: Any) -> Project:
    return built(project_json.read(json.dumps(value), "essai.json").gesture)


def there_and_back(value: Any) -> Any:
    return json.loads(project_json.write(project_of(value)).text)


def refused(value: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        project_json.read(value if isinstance(value, str) else json.dumps(value), "essai.json")
    return refusal.value.sentence


# -- there and back -----------------------------------------------------------------------------------
def test_the_example_comes_back_the_same() -> None:
    assert same(there_and_back(EXAMPLE), EXAMPLE)


def test_the_example_holds_all_its_notes_and_money() -> None:
    project = project_of(EXAMPLE)
    journeys = [canvas.id for canvas in project.canvases("journey")]
    assert sum(len(project.notes_of(canvas)) for canvas in journeys) == 259
    assert [len(project.canvases(kind)) for kind in ("persona", "journey", "problem", "prototype")] == [
        4,
        4,
        3,
        4,
    ]
    assert sum(year.amount or 0 for year in project.expense_year.values()) == 7_620_000
    ines = project.by_key("ines", "persona")
    assert ines is not None
    assert project.value(journeys[0], "persona") == ines.id


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)
@given(json_projects())
def test_what_is_imported_is_exported_the_same(value: Any) -> None:
    again = there_and_back(value)
    assert same(again, value), json.dumps([value, again], ensure_ascii=False, indent=1)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(1, 60))
@example(1245, 29)  # notes of a zone that no type has, in their order
def test_all_that_the_window_stores_survives_a_journey_through_json(seed: int, deeds: int) -> None:
    project = random_project(Random(seed), deeds)
    written = project_json.write(project)
    again = built(project_json.read(written.text, "essai.json").gesture, "abc")
    assert {row for row in said(again) if row[0] != "aside"} == said(project), written.text
    assert same(json.loads(project_json.write(again).text), json.loads(written.text))
    jsonschema.validate(json.loads(written.text), SCHEMA)


def test_the_published_schema_describes_the_example() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(EXAMPLE, SCHEMA)


def test_the_schema_refuses_an_emotion_beyond_its_scale() -> None:
    wrong = {"journeys": [{"phases": ["A"], "steps": [{"phase": "A", "emotion": 7}]}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, SCHEMA)


def test_dots_that_are_still_hidden_stay_hidden_on_the_way() -> None:
    value = json.loads(json.dumps(EXAMPLE))
    value["journeys"][1]["votes_veiled"] = True
    project = project_of(value)
    assert [project.votes_veiled(canvas.id) for canvas in project.canvases("journey")] == [
        False,
        True,
        False,
        False,
    ]
    assert there_and_back(value)["journeys"][1]["votes_veiled"] is True


def test_numbers_keep_their_form() -> None:
    value: Any = {
        "dossier": {
            "impacts": [{"baseline": 5.4, "target": 12}, {"baseline": "12", "target": "environ 3"}],
            "resources": [{"amount": 38100}, {"amount": 0.1}],
            "gains": [{"per_year": 1e21}],
        }
    }
    assert same(there_and_back(value), value)


def test_a_count_of_photos_is_kept_until_there_are_photos() -> None:
    value = {"prototypes": [{"name": "Kit", "photos": 3}]}
    assert there_and_back(value) == value
    project = project_of(value)
    canvas = project.canvases("prototype")[0].id
    project = after(
        project, canvases.add_photo(project, canvas, "photos", "a" * 64, file="kit.jpg", alt="Un kit")[1]
    )
    written = json.loads(project_json.write(project).text)
    assert written["prototypes"][0]["photos"] == [{"file": "kit.jpg", "alt": "Un kit"}]


def test_a_value_said_in_its_own_way_is_forgotten_once_it_is_changed() -> None:
    project = project_of({"dossier": {"cover": {"version": 1.2}}})
    assert project.head.version == "1.2"
    changed = project.replaced({"project": {"project": type(project.head)(id="project", version="1.3")}})
    assert json.loads(project_json.write(changed).text) == {"dossier": {"cover": {"version": "1.3"}}}


def test_a_step_is_named_by_its_rank_from_one() -> None:
    project = project_of(EXAMPLE)
    card = project.by_key("pr_ad", "prototype")
    journey = project.by_key("j_candidate", "journey")
    assert card is not None
    assert journey is not None
    assert project.links_from(card.id, "opportunities")[0].target == project.steps_of(journey.id)[4].id


# -- the lab's own types ------------------------------------------------------------------------------
def test_a_canvas_of_the_labs_own_type_travels_with_its_type() -> None:
    kind = read_type(WISHES, "souhaits.toml")
    standard = load_catalogue()
    own = Catalogue({**standard.types, kind.id: kind})
    canvas, gesture = canvases.create_canvas(Project.empty(), kind, key="s1")
    project = after(Project.empty(), gesture)
    project = after(project, canvases.answer(project, canvas, "id", "moi"))
    written = json.loads(project_json.write(project, standard).text)
    assert written["canvas_types"] == {kind.row: WISHES}
    assert written["canvases"] == [{"id": "s1", "canvas_type": kind.row, "zones": {"id": "moi"}}]
    again = built(project_json.read(json.dumps(written), "essai.json", standard).gesture)
    assert said(again) == said(project)
    assert "canvas_types" not in json.loads(project_json.write(project, own).text)


def test_a_canvas_of_an_unknown_type_is_kept_aside_and_told() -> None:
    value = {"title": "T", "canvases": [{"canvas_type": "inconnu", "notes": ["a"]}]}
    imported = project_json.read(json.dumps(value), "essai.json")
    assert imported.reported == ("canvases[0]\u00a0: type de canevas inconnu, gardé tel quel.",)
    assert there_and_back(value) == value


# -- what nobody knows here ---------------------------------------------------------------------------
def test_unknown_members_are_told_one_by_one() -> None:
    value = {
        "title": "T",
        "avis": {"note": 3},
        "personas": [{"couleur": "bleu"}],
        "journeys": [{"phases": ["A"], "steps": [{"phase": "A", "cells": {"météo": ["gris"]}}]}],
        "problems": [{"facts": [{"text": "63 jours", "page": 4}]}],
        "dossier": {"risks": [{"label": "Retard", "niveau": "fort"}]},
    }
    imported = project_json.read(json.dumps(value), "essai.json")
    places = [line.split("\u00a0:")[0] for line in imported.reported]
    assert places == [
        "personas[0].couleur",
        "journeys[0].steps[0].cells.météo",
        "dossier.risks[0].niveau",
        "avis",
    ]
    assert there_and_back(value) == value


def test_a_name_that_leads_nowhere_is_kept_and_told() -> None:
    value = {
        "personas": [{"id": "ines"}],
        "journeys": [{"persona": "nadia"}],
        "links": [{"from": "x", "to": "ines"}],
    }
    imported = project_json.read(json.dumps(value), "essai.json")
    assert len(imported.reported) == 2
    assert there_and_back(value) == value


# -- mistakes -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"title": "a",}', 1, 15),
        ('{\n "title" "a"\n}', 2, 10),
        ('{"title": "a"', 1, 14),
        ("", 1, 1),
        ('{"title": "a\x07"}', 1, 13),
        ("ceci n’est pas du JSON", 1, 1),
    ],
)
def test_malformed_json_is_refused_with_its_line_and_column(text: str, line: int, column: int) -> None:
    assert refused(text).startswith(f"essai.json, ligne {line}, colonne {column}\u00a0: ")


@pytest.mark.parametrize(
    "text", ['{"a": NaN}', '{"title": "a", "title": "b"}', "[" * 100_000, '{"a": 1' + "0" * 5000 + "}"]
)
def test_what_is_not_quite_json_is_refused(text: str) -> None:
    assert refused(text).endswith("Rien n’a été importé.")


def test_lists_without_end_are_refused_whatever_their_depth() -> None:
    assert refused('{"title": "T", "x": ' + "[" * 900 + "]" * 900 + "}").endswith("Rien n’a été importé.")
    value = json.loads('{"title": "T", "x": ' + "[" * 100 + "]" * 100 + "}")
    assert there_and_back(value) == value


def steps(**step: Any) -> Any:
    return {"journeys": [{"phases": ["A"], "steps": [{"phase": "A"}, {"phase": "A", **step}]}]}


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (steps(emotion="mauvaise"), "journeys[0].steps[1].emotion"),
        (steps(emotion=7), "journeys[0].steps[1].emotion"),
        (steps(cells={"actions": "une seule"}), "journeys[0].steps[1].cells.actions"),
        (steps(cells={"actions": ["a", None]}), "journeys[0].steps[1].cells.actions[1]"),
        (
            steps(cells={"actions": [{"text": "a", "votes": -1}]}),
            "journeys[0].steps[1].cells.actions[0].votes",
        ),
        (steps(phase=3), "journeys[0].steps[1].phase"),
        ({"journeys": {}}, "journeys"),
        ({"personas": [3]}, "personas[0]"),
        ({"prototypes": [{"cost": "900 €"}]}, "prototypes[0].cost"),
        ({"prototypes": [{"photos": [{"alt": ["a"]}]}]}, "prototypes[0].photos[0].alt"),
        ({"dossier": {"resources": [{"amount": 0.001}]}}, "dossier.resources[0].amount"),
        ({"dossier": {"expenses": [{"y": {"deux mille": 3}}]}}, "dossier.expenses[0].y.deux mille"),
        ({"dossier": {"in_kind": {"expenses": [["a"]]}}}, "dossier.in_kind.expenses[0]"),
        ({"canvases": [{"title": "sans type"}]}, "canvases[0].canvas_type"),
        ({"nom": "autre chose"}, "racine"),
        ([], "racine"),
    ],
)
def test_a_value_that_cannot_stand_there_is_refused_with_its_path(value: Any, place: str) -> None:
    assert refused(value).startswith(f"essai.json, {place}\u00a0: ")


def test_a_note_of_twenty_thousand_characters_is_refused_with_its_path() -> None:
    sentence = refused({"problems": [{"facts": ["mot " * 5000]}]})
    assert sentence.startswith(
        "essai.json, problems[0].facts[0]\u00a0: 20\u202f000 caractères, 2\u202f000 au plus."
    )


def test_control_characters_are_taken_out_and_counted() -> None:
    imported = project_json.read('{"title": "a\\u0007b\\ud800\\u0000c"}', "essai.json")
    assert built(imported.gesture).head.title == "abc"
    assert imported.reported == ("3 caractères de contrôle retirés.",)


def test_steps_in_disorder_are_grouped_by_phase_and_told() -> None:
    value = {"journeys": [{"phases": ["A", "B"], "steps": [{"phase": p, "label": p} for p in "BAB"]}]}
    imported = project_json.read(json.dumps(value), "essai.json")
    project = built(imported.gesture)
    journey = project.canvases("journey")[0].id
    assert [step.label for step in project.steps_of(journey)] == ["A", "B", "B"]
    assert len(imported.reported) == 1


def test_two_phases_of_the_same_name_are_told_apart() -> None:
    value = {"journeys": [{"phases": ["A", "A"], "steps": [{"phase": "A"}, {"phase": 2}]}]}
    assert there_and_back(value) == value


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)
@given(json_projects())
def test_a_project_file_holds_all_that_was_imported(value: Any) -> None:
    file = ProjectFile.blank("essai")
    file.do(project_json.read(json.dumps(value), "essai.json").gesture)
    assert same(json.loads(project_json.write(file.project).text), value)
    file.close()
