"""Acronyms and kept passages travel with a project, and garbage is told by its place."""

import json

import pytest

from labdesk.domain.clarity import load_lexicon, passages
from labdesk.domain.commands.clarity import explain, keep_as_is
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange import project_json
from tests.memory import done

TEXT = "Dans le cadre du COPIL."


def read(dossier: object) -> Project:
    gesture = project_json.read(json.dumps({"title": "Essai", "dossier": dossier}), "essai.json").gesture
    return done(Project.empty(), gesture)


def test_what_is_kept_and_explained_is_so_after_a_journey_through_json() -> None:
    project = done(Project.empty(), explain(Project.empty(), "DREETS", "direction régionale"))
    for passage in passages(TEXT, load_lexicon()):
        project = done(project, keep_as_is(project, "summary", passage))
    written = json.loads(project_json.write(project).text)["dossier"]
    again = read(written)
    assert again.acronym["DREETS"].meaning == "direction régionale"
    assert passages(TEXT, load_lexicon(), (), again.kept, "summary") == ()
    assert again.kept == project.kept


@pytest.mark.parametrize(
    "dossier",
    [
        {"kept_as_is": [3]},
        {"kept_as_is": [{"section": "summary", "kind": "autre", "words": "a"}]},
        {"kept_as_is": [{"section": "summary", "kind": "words"}]},
        {"acronyms": ["SGC"]},
    ],
)
def test_garbage_is_refused_with_its_place(dossier: dict[str, object]) -> None:
    with pytest.raises(Refusal, match=next(iter(dossier))):
        read(dossier)


def test_empty_members_are_as_good_as_none() -> None:
    assert not read({"acronyms": [], "kept_as_is": None}).acronym
