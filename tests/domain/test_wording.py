"""Help with the words of a problem: forms, elisions, solutions in disguise; texts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.wording import (
    Statement,
    challenge_text,
    elides,
    on_challenge,
    on_statement,
    root_cause,
    solution_in,
    statement_parts,
    statement_text,
)
from tests.domain.dossiers import example


def test_the_statements_and_challenges_of_the_example_need_no_advice() -> None:
    project = example()
    for canvas in project.canvases("problem"):
        assert list(on_statement(project.words(canvas.id, "statement"))) == []
        for note in project.notes_at(canvas.id, "challenge"):
            assert list(on_challenge(note.text or "")) == []


def test_a_statement_is_read_in_its_four_parts() -> None:
    text = (
        "Une jeune diplômée sans réseau a besoin d’une réponse datée parce qu’elle doit vivre en attendant, "
        "or la procédure enchaîne sept visas."
    )
    assert statement_parts(text) == Statement(
        "Une jeune diplômée sans réseau",
        "une réponse datée",
        "elle doit vivre en attendant",
        "la procédure enchaîne sept visas",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Inès a besoin d'une date parce qu'elle doit vivre",
        "Inès a besoin d’une date parce qu’elle doit vivre",
        "INÈS A BESOIN DE TEMPS PARCE QUE TOUT VA VITE",
        "Les agents ont besoin de temps, car tout va vite.",
        "Nous avons besoin que l’on réponde puisque personne ne le fait.",
        "Il aurait besoin des dates parce\nque rien n’est dit",
    ],
)
def test_both_apostrophes_and_every_usual_turn_are_the_form(text: str) -> None:
    assert statement_parts(text) is not None
    assert list(on_statement(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les candidats sont mal informés.",
        "Inès a besoin d’une date.",
        "Parce qu’elle doit vivre, Inès attend.",
        "Le besoin d’une date est fort parce que rien n’est dit.",
    ],
)
def test_a_statement_without_need_or_reason_gets_advice(text: str) -> None:
    (advice,) = on_statement(text)
    assert advice.fault == "form"
    assert "a besoin de" in advice.sentence


def test_a_blank_is_left_in_peace() -> None:
    assert [*on_statement(" "), *on_challenge("")] == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (
            "Inès a besoin d’une application mobile parce qu’elle n’a pas d’ordinateur.",
            "une application mobile",
        ),
        ("Un agent a besoin d’un tableau de bord parce que rien n’est suivi.", "un tableau de bord"),
        ("Il faut un nouveau site internet", "un nouveau site internet"),
        ("Inès a besoin d’une date parce que l’application n’en donne pas.", ""),
        ("Un agent isolé a besoin d’être équipé parce que son site est loin.", ""),
        ("Il a besoin de guider les siens parce que tout change.", ""),
    ],
)
def test_a_solution_in_disguise_is_seen_in_the_need_and_only_there(text: str, hidden: str) -> None:
    assert solution_in(text) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "Comment pourrions-nous répondre à chaque candidat ?",
        "« Comment pourrait-on répondre ? »",
        "comment faire pour que chacun ait une date",
        "Comment faire en sorte que chacun soit attendu ?",
        "Comment pourrions‑nous (vite) répondre ?",
    ],
)
def test_a_challenge_that_opens_needs_no_advice(text: str) -> None:
    assert list(on_challenge(text)) == []
    assert challenge_text(text) == text


def test_a_challenge_that_does_not_open_gets_a_proposal_in_the_form() -> None:
    (advice,) = on_challenge("Répondre à chaque candidat en 15 jours.")
    assert advice.proposal == "Comment pourrions-nous répondre à chaque candidat en 15 jours\u202f?"
    assert list(on_challenge(advice.proposal)) == []


def test_a_challenge_that_asks_nothing_or_holds_its_answer_gets_advice() -> None:
    assert [advice.fault for advice in on_challenge("Comment pourrions-nous ?")] == ["form"]
    assert [a.fault for a in on_challenge("Comment pourrions-nous créer une application ?")] == ["solution"]


def test_a_statement_is_written_with_the_elisions_french_wants() -> None:
    parts = Statement("Un nouvel agent", "Être attendu", "Il hésite à rester.", "Cinq services l’ignorent")
    assert statement_text(parts) == (
        "Un nouvel agent a besoin d’être attendu parce qu’il hésite à rester, or cinq services l’ignorent."
    )
    assert statement_text(Statement("Awa", "de repères", "La suite est floue", "")) == (
        "Awa a besoin de repères parce que la suite est floue."
    )
    assert statement_text(Statement("Awa", "un parrain", "", "")) == "Awa a besoin d’un parrain."


@pytest.mark.parametrize(
    ("following", "elided"),
    [
        ("une date", True),
        ("être attendu", True),
        ("heure fixe", True),
        ("huit jours", False),
        ("onze visas", False),
        ("handicap", False),
        ("temps", False),
        ("y voir clair", True),
        ("œuvrer", True),
    ],
)
def test_elision_knows_the_aspirated_h(following: str, elided: bool) -> None:
    assert elides(following) is elided


@pytest.mark.parametrize(
    ("why", "cause"),
    [
        ("Parce que la procédure de 2014 n’a jamais été relue.", "La procédure de 2014 n’a jamais été relue"),
        ("parce qu'on croit la fiche obligatoire", "On croit la fiche obligatoire"),
        ("C’est parce que chacun optimise le sien", "Chacun optimise le sien"),
        ("Sept visas", "Sept visas"),
        ("", ""),
    ],
)
def test_the_last_why_becomes_a_root_cause(why: str, cause: str) -> None:
    assert root_cause(why) == cause


WORDS = st.from_regex(r"[a-zàéèê]{1,8}( [a-zàéèê]{1,8}){0,4}", fullmatch=True)


@given(WORDS, WORDS, WORDS, st.just("") | WORDS)
def test_a_statement_written_from_its_parts_is_read_back(
    user: str, need: str, reason: str, obstacle: str
) -> None:
    text = statement_text(Statement(user, need, reason, obstacle))
    assert statement_parts(text) is not None
    assert [advice.fault for advice in on_statement(text) if advice.fault == "form"] == []


@given(st.text(max_size=200))
def test_no_text_whatever_troubles_the_advice(text: str) -> None:
    advices = [*on_statement(text), *on_challenge(text)]
    assert all(advice.fault for advice in advices)
    assert isinstance(challenge_text(text), str)
    root_cause(text)
