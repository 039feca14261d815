"""Plain language: what is remarked and what is left in peace, habit by habit."""

import pytest

from labdesk.domain.clarity import measure, passages
from labdesk.domain.clarity.splitting import lines, sentences, words
from tests.domain.dossiers import example
from tests.domain.remarks import LEXICON, found, only


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
