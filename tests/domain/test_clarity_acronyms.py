"""Acronyms that nothing explains, and what a person decides about a remark."""

import pytest

from labdesk.domain.clarity import explained_in, passages
from labdesk.domain.commands.clarity import explain, keep_as_is, look_again
from labdesk.domain.model import Project
from tests.domain.remarks import LEXICON, found, only
from tests.memory import done


# -- acronyms ---------------------------------------------------------------------------------------------
def test_an_acronym_that_nothing_explains_is_told_once_with_what_it_may_mean() -> None:
    told = passages("La DREETS et la DREETS. Le COPIL XYZW.", LEXICON)
    assert [p.words for p in told] == ["DREETS", "COPIL", "XYZW"]
    assert told[0].proposals[0].startswith("DREETS (direction régionale")
    assert told[2].proposals == ()


@pytest.mark.parametrize(
    "text",
    [
        "Le secrétariat général pour les affaires régionales (SGAR) suit. Le SGAR décide.",
        "Le SGAR (secrétariat général pour les affaires régionales) suit. Le SGAR décide.",
        "Le Fonds européen de développement régional (FEDER) paie.",
        "La direction de l’École (DE) et Paris, XXI, TVA, 1 PDF et un SMS.",
        "UN TITRE QUI CRIE DANS LE DOSSIER\nPuis une phrase.",
    ],
)
def test_what_is_explained_or_known_to_all_is_not_told(text: str) -> None:
    assert found(text, "acronym") == []


def test_what_one_text_explains_is_known_in_the_others() -> None:
    known = explained_in(["Le comité de pilotage (COPIL) décide.", "Le COPIL a lieu."])
    assert known == {"COPIL": "comité de pilotage"}
    assert passages("Le COPIL a lieu.", LEXICON, known) == ()


# -- what a person does ------------------------------------------------------------------------------------
def test_an_acronym_is_explained_once_for_the_dossier_and_can_be_unexplained() -> None:
    project = done(Project.empty(), explain(Project.empty(), "XYZW", "  quatre   lettres "))
    assert project.acronym["XYZW"].meaning == "quatre lettres"
    assert not explain(project, "XYZW", "quatre lettres")
    assert passages("XYZW", LEXICON, project.acronym) == ()
    assert not done(project, explain(project, "XYZW", " ")).acronym


def test_what_is_kept_in_a_section_is_told_in_the_others_an_acronym_in_none() -> None:
    project, text = Project.empty(), "Dans le cadre du XYZW."
    for passage in passages(text, LEXICON):
        project = done(project, keep_as_is(project, "summary", passage))
        assert not keep_as_is(project, "summary", passage)
    assert passages(text, LEXICON, (), project.kept, "summary") == ()
    assert [p.kind for p in passages(text, LEXICON, (), project.kept, "context")] == ["words"]
    again = done(project, look_again(project, "summary"))
    assert len(passages(text, LEXICON, (), again.kept, "summary")) == 2


def test_what_stood_behind_a_kept_passage_does_not_come_out_in_its_stead() -> None:
    told = only("Il est procédé à un essai.")
    assert passages("Il est procédé à un essai.", LEXICON, (), {told.mark("summary")}, "summary") == ()
