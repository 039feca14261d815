"""Plain language: what is remarked, what is left in peace, and that any text at all can be read."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.clarity import KINDS, Lexicon, explained_in, load_lexicon, measure, passages
from labdesk.domain.clarity.passage import Passage
from labdesk.domain.clarity.splitting import lines, sentences, words
from labdesk.domain.commands.clarity import explain, keep_as_is, look_again
from labdesk.domain.model import Project
from tests.domain.dossiers import example
from tests.memory import done

LEXICON = load_lexicon()
PIECES = """dans le cadre du de la d’ n’est pas impossible sans a été pris par les agents DREETS (direction )
SGAR . ? ! … ; : ,
procéder à une évaluation mise en œuvre afin que « » - 1. M. L’ É 🙂 ⟦note:4f|mots⟧ (((( ’’’
est sont
évaluation de l’élaboration du traitement des '"""
FRENCH = st.lists(st.sampled_from([*PIECES.split(), "\n", "\u00a0", "\u202f", ""]), max_size=60).map(" ".join)


def found(text: str, kind: str = "") -> list[str]:
    return [passage.words for passage in passages(text, LEXICON) if kind in ("", passage.kind)]


def only(text: str) -> Passage:
    (passage,) = passages(text, LEXICON)
    return passage


# -- any text ---------------------------------------------------------------------------------------------
@given(st.text() | FRENCH)
def test_any_text_is_read_and_each_passage_is_a_part_of_it(text: str) -> None:
    told = passages(text, LEXICON)
    for passage in told:
        assert 0 <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == passage.words
        assert passage.kind in KINDS
    apart = [passage for passage in told if passage.kind != "long"]
    assert all(first.end <= second.start for first, second in pairwise(apart))
    assert measure(text, LEXICON.long, lambda word: 2).sentence()


@given(FRENCH, st.data())
def test_what_is_kept_is_never_told_again_wherever_it_goes(text: str, data: st.DataObject) -> None:
    told = passages(text, LEXICON)
    if not told:
        return
    kept = data.draw(st.sampled_from(told))
    marks = {kept.mark("summary")}
    assert kept.mark("summary") not in [
        p.mark("summary") for p in passages(text, LEXICON, (), marks, "summary")
    ]
    moved = "Bonjour\n" + text
    assert kept.mark("summary") not in [
        p.mark("summary") for p in passages(moved, LEXICON, (), marks, "summary")
    ]


@given(FRENCH | st.text())
def test_every_proposal_can_stand_where_the_passage_stands(text: str) -> None:
    for passage in passages(text, LEXICON):
        for proposal in passage.proposals:
            assert proposal.strip()
            assert "\n" not in proposal


@pytest.mark.parametrize("line", [True, False])
def test_a_section_of_17000_characters_is_read_in_a_blink(line: bool) -> None:
    said = "Dans le cadre du projet, il convient de procéder à une évaluation des aides par la DREETS, etc. "
    text = (said * 170)[:17_000]
    text = text if line else text.replace(". ", ".\n")
    lexicon = load_lexicon()
    began = time.process_time()
    assert passages(text, lexicon)
    assert time.process_time() - began < 0.4  # 0.03 s measured; a busy machine is forgiven


RUNS = [
    "a",
    "l’",
    "n’est ",
    "de ",
    "é",
    "(",
    "A",
    "A.",
    "mise en ",
    "’",
    "ne a",
    ".",
    "tion",
    "la tion de ",
    " ",
    "A-",
]


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("before", ["", "n’", "est ", "réaliser "])
@pytest.mark.parametrize("after", ["", "x", "(A)"])
def test_no_run_of_the_same_signs_takes_long(run: str, before: str, after: str) -> None:
    text = before + (run * 17_000)[:17_000] + after
    began = time.process_time()
    passages(text, LEXICON)
    measure(text, LEXICON.long, lambda word: 1)
    assert time.process_time() - began < 1


# -- expressions ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "words", "plain"),
    [
        ("Dans le cadre du projet", "Dans le cadre du", "Pour le"),
        ("afin d’améliorer", "afin d’", "pour "),
        ("afin qu'il vienne", "afin que", ""),
        ("au sein des services", "au sein des", "dans les"),
        ("suite au contrôle", "suite au", "après le"),
        ("à l’itération", "itération", "essai"),
        ("Les agents susmentionnés", "susmentionnés", "déjà cité"),
        ("d'ores et déjà", "d'ores et déjà", "déjà"),
        ("dans   le\u00a0cadre de la loi", "dans   le\u00a0cadre de", "pour"),
    ],
)
def test_an_expression_is_told_with_its_article_and_what_is_plainer(
    text: str, words: str, plain: str
) -> None:
    told = [passage for passage in passages(text, LEXICON) if passage.kind == "words"]
    assert [p.words for p in told][:1] == ([words] if plain else ["afin qu'"])
    if plain:
        assert told[0].proposals[0] == plain


def test_the_article_is_contracted_with_what_takes_its_place() -> None:
    assert "au" in only("au sein du service").proposals


def test_plain_words_are_left_in_peace() -> None:
    assert (
        found("Nous avons écouté 22 personnes. Elles veulent une réponse en 15 jours. Voici la suite.") == []
    )


# -- who acts ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "La décision a été prise par le comité.",
        "Les agents ont été formés.",
        "Le formulaire sera réécrit.",
        "Il est écrit.",
    ],
)
def test_a_passive_is_told(text: str) -> None:
    assert len(found(text, "passive")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Elle est arrivée hier.",
        "Ils se sont rencontrés.",
        "Elle s’est rendue au guichet.",
        "La commune est isolée.",
        "Le guichet est ouvert le lundi.",
        "Le café est bon.",
        "L’été dernier, les agents étaient contents.",
    ],
)
def test_what_only_looks_like_a_passive_is_not(text: str) -> None:
    assert found(text, "passive") == []


def test_a_passive_that_names_who_acts_says_to_begin_with_them() -> None:
    assert only("Il est accueilli par un agent.").hint == "Mettez devant celui qui agit."


# -- nouns, negations, length -------------------------------------------------------------------------------
def test_a_noun_with_an_empty_verb_is_one_verb() -> None:
    assert "« évaluer »" in only("Nous effectuons une évaluation.").hint.replace("\u00a0", " ")
    assert "« mettre en place »" in only("Assurer la mise en place").hint.replace("\u00a0", " ")


def test_nouns_in_a_chain_are_told() -> None:
    assert found("l’élaboration de la consolidation des traitements", "noun")


@pytest.mark.parametrize(
    "text",
    [
        "Ce n’est pas impossible.",
        "Il ne faut pas ignorer ce point.",
        "Ce n’est pas rare.",
        "Ce n’est pas sans risque.",
    ],
)
def test_two_negations_are_told(text: str) -> None:
    assert len(found(text, "negative")) == 1


def test_one_negation_is_not() -> None:
    assert found("Il n’a pas reçu de réponse. Je ne peux pas attendre sans salaire.", "negative") == []


def test_a_long_sentence_says_how_long_and_where_to_cut() -> None:
    text = (
        "Nous avons "
        + "beaucoup marché " * 8
        + "dans la ville, et nous avons "
        + "beaucoup parlé " * 6
        + "aussi."
    )
    told = only(text)
    assert told.kind == "long"
    assert told.hint.startswith("37 mots d’un souffle. Coupez par exemple après ")
    assert "dans la ville" in told.hint


def test_abbreviations_end_no_sentence_and_lists_are_lines_of_their_own() -> None:
    assert [
        len(list(sentences(line)))
        for line in ("M. Dupont est là. Il lit.", "art. 3 et p. 4", "Un ! Deux ? Trois…")
    ] == [2, 1, 3]
    text = "Titre\n- un point\n2. deux"
    assert [text[line.start : line.end] for line in lines(text)] == ["Titre", "un point", "deux"]
    assert len(words("l’administration de l’État, 76 200 €")) == 5


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


def test_the_example_reads_well_and_says_little() -> None:
    told = [p for row in example().section.values() for p in passages(row.text or "", LEXICON)]
    assert len(told) < 12


# -- the measure ------------------------------------------------------------------------------------------
def test_a_measure_is_told_in_words() -> None:
    short = "Nous voulons une réponse en 15 jours. " * 8
    assert "se lit sans effort" in measure(short, 25, lambda word: 1).sentence().casefold()
    heavy = "La territorialisation " * 30 + "."
    assert (
        measure(heavy, 25, lambda word: 5)
        .sentence()
        .endswith("Se lit avec peine\u00a0: phrases longues, mots longs.")
    )
    assert measure("Trois mots ici", 25, lambda word: 1).ease is None
    assert measure("", 25, lambda word: 1).sentence() == "Rien à lire pour l’instant."


# -- the lists ---------------------------------------------------------------------------------------------
def lexicon(tmp_path: Path, toml: str) -> Lexicon:
    from labdesk import places

    (tmp_path / "labo.toml").write_text(toml, "utf-8")
    return load_lexicon(places.resources() / "clair", tmp_path)


def test_a_lab_adds_its_own_words_and_takes_others_away(tmp_path: Path) -> None:
    words = '[expressions]\n"afin de" = []\n"bidule*" = ["outil"]'
    toml = f'[phrases]\nlongue = 3\n{words}\n[sigles]\n"XYZW" = "quatre lettres"'
    own = lexicon(tmp_path, toml)
    assert own.refused == ()
    assert [p.words for p in passages("afin de bidulette", own)] == ["bidulette"]
    assert own.acronyms["XYZW"] == "quatre lettres"
    assert passages("un deux trois quatre", own)[0].kind == "long"


@pytest.mark.parametrize(
    "toml",
    [
        "[expressions",
        '[expressions]\n"afin de" = "pour"',
        "[expressions]\n'…' = ['x']",
        "expressions = 3",
        "[phrases]\nlongue = 0",
        "[sigles]\nA = 3",
        "[connus]\nsigles = 'A'",
    ],
)
def test_a_wrong_list_is_refused_with_its_name_and_the_others_load(tmp_path: Path, toml: str) -> None:
    own = lexicon(tmp_path, toml)
    assert len(own.refused) == 1
    assert own.refused[0].startswith("labo.toml")
    assert own.beginning_with("afin")


def test_the_list_that_ships_loads_whole_and_proposes_nothing_it_would_remark() -> None:
    assert LEXICON.refused == ()
    for expressions in LEXICON.expressions.values():
        for expression in expressions:
            for plain in expression.plainer:
                assert plain.strip() == plain
                told = [p.words for p in passages(plain, LEXICON) if p.kind == "words"]
                assert told == [], (expression.words, plain)
