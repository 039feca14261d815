"""Sentences made of blanks: read and written back, elisions, ways to say it better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.challenge import advise_challenge, challenge, read_challenge, write_challenge
from labdesk.domain.decision import read_decision, write_decision
from labdesk.domain.sentence_form import elisions
from labdesk.domain.sentences import forms
from labdesk.domain.statement import advise_statement, has, read_statement, statement, write_statement
from labdesk.domain.wording import on_challenge, on_statement

NNBSP = "\u202f"


def test_a_statement_grows_blank_after_blank_with_holes_for_what_is_missing() -> None:
    assert write_statement(("", "", "", "")) == ""
    assert write_statement(("Inès", "", "", "")) == "Inès a besoin de …"
    assert write_statement(("Inès", "une date", "", "")) == "Inès a besoin d’une date."
    assert write_statement(("Inès", "", "elle attend", "")) == "Inès a besoin de … parce qu’elle attend."
    assert write_statement(("Inès", "une date", "", "sept visas")) == (
        "Inès a besoin d’une date parce que …, or sept visas."
    )


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("Les candidats sont mal informés.", ("", "", "Les candidats sont mal informés.", "")),
        ("Une jeune diplômée", ("Une jeune diplômée", "", "", "")),
        ("Une jeune diplômée a be", ("Une jeune diplômée", "", "", "")),
        ("Inès a besoin d'une date", ("Inès", "une date", "", "")),
        ("Inès a besoin de … parce qu'elle attend.", ("Inès", "", "elle attend", "")),
        ("", ("", "", "", "")),
    ],
)
def test_whatever_is_typed_finds_its_blanks(text: str, blanks: tuple[str, ...]) -> None:
    assert read_statement(text) == blanks


@pytest.mark.parametrize(
    ("user", "verb"),
    [
        ("Une jeune diplômée", "a"),
        ("Les agents du guichet", "ont"),
        ("Nous", "avons"),
        ("J’", "ai"),
        ("La mairie et ses agents", "ont"),
        ("Une personne qui perd son travail et son logement", "a"),
        ("Trois services", "ont"),
    ],
)
def test_the_verb_goes_with_who_has_the_need(user: str, verb: str) -> None:
    assert has(user) == verb


def test_a_tool_that_hides_its_purpose_gives_way_to_it() -> None:
    (one,) = advise_statement("Inès a besoin d’une application pour suivre son dossier parce qu’elle attend.")
    assert one.text == "Inès a besoin de suivre son dossier parce qu’elle attend."
    told = list(advise_challenge("Comment pourrions-nous créer une plateforme pour orienter les usagers ?"))
    assert [p.text for p in told] == [f"Comment pourrions-nous permettre d’orienter les usagers{NNBSP}?"]


def test_a_text_without_form_is_offered_in_its_form_and_nothing_of_it_is_lost() -> None:
    (one,) = advise_statement("Les candidats sont mal informés.")
    assert one.text == "… a besoin de … parce que les candidats sont mal informés."
    (two,) = advise_challenge("Répondre vite aux candidats")
    assert two.text == f"Comment pourrions-nous répondre vite aux candidats{NNBSP}?"


def test_a_sentence_just_begun_is_left_in_peace() -> None:
    assert [*advise_statement("Une"), *advise_challenge("Répondre"), *advise_statement(" ")] == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("besoin de une date", "besoin d’une date"),
        ("parce que elle attend", "parce qu’elle attend"),
        ("besoin d'huit jours", "besoin de huit jours"),
        ("puisque il le faut", "puisqu’il le faut"),
        ("qu’onze visas", "que onze visas"),
    ],
)
def test_elisions_are_put_right(text: str, better: str) -> None:
    (one,) = elisions(text)
    assert one.text == better


@pytest.mark.parametrize(
    "text", ["besoin de huit jours", "d’une", "qu'elle", "le oui", "de à", "un héros de onze ans"]
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert list(elisions(text)) == []


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        (
            "Comment pourrions-nous réduire le délai pour les agents ?",
            ("réduire", "le délai", "pour les agents"),
        ),
        ("Comment pourrions-nous faire que chacun soit attendu ?", ("faire que", "chacun soit attendu", "")),
        ("répondre aux candidats", ("répondre", "", "aux candidats")),
        ("donner à chaque candidat une date", ("donner", "à chaque candidat une date", "")),
        ("", ("", "", "")),
    ],
)
def test_a_challenge_has_a_verb_a_complement_and_a_public(text: str, blanks: tuple[str, ...]) -> None:
    assert read_challenge(text) == blanks


def test_a_challenge_is_written_from_its_blanks() -> None:
    assert write_challenge(("Donner", "une date", "aux candidats")) == (
        f"Comment pourrions-nous donner une date aux candidats{NNBSP}?"
    )
    assert write_challenge(("", "", "aux candidats")).startswith("Comment pourrions-nous … aux")
    assert write_challenge(("", " ", "")) == ""


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("Tester la promesse (SGC, 30 mars)", ("Tester la promesse", "SGC", "30 mars")),
        ("Tester la promesse (SGC)", ("Tester la promesse", "SGC", "")),
        ("Tester la promesse (12/3/2027)", ("Tester la promesse", "", "12/3/2027")),
        ("Tester la promesse", ("Tester la promesse", "", "")),
    ],
)
def test_a_decision_says_what_who_and_when(text: str, blanks: tuple[str, ...]) -> None:
    assert read_decision(text) == blanks
    assert write_decision(blanks) == text


def test_there_is_a_form_for_each_sentence_that_has_one() -> None:
    assert set(forms()) == {"statement", "challenge", "decisions"}
    for form in forms().values():
        assert len(form.read("")) == len(form.blanks)
        assert form.write(form.read("")) == ""


WORDS = st.from_regex(r"[a-zàéèê]{1,8}( [a-zàéèê]{1,8}){0,4}", fullmatch=True)


@given(st.just("") | WORDS, st.just("") | WORDS, st.just("") | WORDS, st.just("") | WORDS)
def test_what_blanks_wrote_is_read_and_written_back_the_same(
    user: str, need: str, reason: str, obstacle: str
) -> None:
    once = write_statement((user, need, reason, obstacle))
    assert write_statement(read_statement(once)) == once
    if user and need and reason:
        assert [a for a in on_statement(once) if a.fault == "form"] == []


@given(WORDS, st.just("") | WORDS, st.just("") | WORDS)
def test_a_challenge_written_from_blanks_has_its_form_and_is_read_back(
    verb: str, what: str, public: str
) -> None:
    once = write_challenge((verb, what, public))
    assert write_challenge(read_challenge(once)) == once
    assert [a for a in on_challenge(once) if a.fault == "form"] == []


@given(st.text(max_size=120))
def test_no_text_whatever_troubles_the_help(text: str) -> None:
    for form in forms().values():
        assert isinstance(form.write(form.read(text)), str)
        assert all(isinstance(one.text, str) for one in form.advise(text))


@pytest.mark.parametrize(
    ("rank", "text", "whole"),
    [
        (0, "ô", False),
        (0, "Les familles", False),
        (0, "Les familles ont besoin d’une date.", False),
        (0, "Les familles ont besoin d’une date parce que 3 sur 4 rappellent.", True),
        (1, "donner", False),
        (1, "Comment pourrions-nous donner\u202f?", False),
        (1, "donner une date", False),
        (1, "Comment pourrions-nous donner une date\u202f?", True),
    ],
)
def test_a_sentence_is_not_said_whole_before_it_is(rank: int, text: str, whole: bool) -> None:
    assert (statement(), challenge())[rank].is_whole(text) is whole
