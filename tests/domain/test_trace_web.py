"""The whole web: what follows what, what is broken, which chain a thing belongs to, what is shown."""

from labdesk.domain.commands import links
from labdesk.domain.commands import notes as commands
from labdesk.domain.model import Project
from labdesk.domain.trace_web import Web, web
from labdesk.domain.trace_words import lack_words, spoken
from labdesk.domain.traces import traces
from tests.domain.dossiers import Dossier, example, grant
from tests.domain.test_ties import notes


def stages(found: Web, rows: frozenset[str]) -> set[str]:
    return {found.knots[row].stage for row in rows}


def test_the_example_says_how_many_irritants_have_a_tested_answer() -> None:
    project = example()
    found = web(project)
    tested = {p for c in traces(project).chains if c.proof.tested for p in c.pains}
    assert found.tested == tested
    assert found.summary() == f"{len(tested)} irritants sur 39 ont une réponse testée"


def test_a_project_without_irritants_says_so_calmly() -> None:
    assert web(Project.empty()).summary() == "Aucun irritant n’est encore noté."
    d = grant()
    d = d.drop("canvas", [c.id for c in d.project.canvases("prototype")])
    assert web(d.project).summary() == "39 irritants, aucun n’a encore de réponse testée"


def test_a_whole_chain_goes_from_the_irritant_to_the_expense() -> None:
    d = grant()
    card = d.canvas("pr_15days")
    d = d.done(links.tie(d.project, card, d.nth("expense", 0)))
    found = web(d.project)
    chain = found.chain(d.nth("expense", 0))
    assert stages(found, chain) == {
        "pain",
        "opportunity",
        "challenge",
        "prototype",
        "result",
        "decision",
        "euro",
    }
    assert found.knots[f"{card}/decision"].lacks == ()


def test_the_chain_of_an_irritant_leaves_out_the_other_cards_of_its_challenge() -> None:
    d = grant()
    found = web(d.project)
    card, other = d.canvas("pr_15days"), d.canvas("pr_vismavie")
    assert found.challenges[card] == found.challenges[other]
    pain = next(row for row in found.chain(card) if found.knots[row].stage == "pain")
    assert card in found.chain(pain)
    assert other not in found.chain(pain)
    assert found.challenges[card] in found.chain(pain)
    assert {card, other} <= found.chain(found.challenges[card])


def lacks(d: Dossier, knot: str) -> tuple[str, ...]:
    return tuple(lack_words(lack) for lack in web(d.project).knots[knot].lacks)


def test_a_broken_chain_says_what_it_lacks() -> None:
    d = grant()
    pain, idea = notes(d)
    assert lacks(d, pain) == ("Sans réponse",)
    assert lacks(d, idea) == ("Sans prototype",)
    d = d.done(links.tie(d.project, pain, idea))
    assert lacks(d, pain) == ()
    assert lacks(d, idea) == ("Sans prototype",)
    card = d.canvas("pr_vismavie")
    assert lacks(d, card) == ("Sans preuve",)
    decided = d.canvas("pr_15days")
    assert lacks(d, f"{decided}/decision") == ("Décidé sans budget",)
    d = d.answered("pr_ad", "testers", "").answered("pr_ad", "decision", "none")
    assert lacks(d, f"{d.canvas('pr_ad')}/result") == ("Preuve incomplète", "Rien de décidé")
    d = d.drop("link", [x.id for x in d.project.links_from(card)]).answered("pr_vismavie", "challenge", "")
    assert lacks(d, card) == ("Ne répond à aucun irritant", "Sans défi", "Sans preuve")


def test_only_what_is_tied_is_shown_at_first_and_the_rest_is_counted() -> None:
    found = web(example())
    linked, everything = found.visible("linked"), found.visible("all")
    assert all(found.after.get(row) for row in linked if found.knots[row].stage == "pain")
    assert everything == frozenset(found.knots)
    assert len(everything - linked) == 30 + 35 + 8


def test_only_what_is_broken_is_shown_with_its_chain() -> None:
    found = web(example())
    broken = found.visible("broken")
    assert set(found.broken) <= broken
    whole = [row for row in found.knots if row not in broken]
    assert whole
    assert all(not found.knots[row].lacks for row in whole)


def test_a_journey_shows_its_own_notes_and_what_answers_them() -> None:
    d = grant()
    found = web(d.project)
    journey = d.canvas("j_newcomer")
    shown = found.visible("linked", journey)
    groups = {k.group for k in map(found.knots.__getitem__, shown) if k.stage in ("pain", "opportunity")}
    assert groups == {journey}
    assert d.canvas("pr_kit") in shown
    assert d.canvas("pr_ad") not in shown


def test_a_table_sees_no_expense_and_misses_no_budget() -> None:
    found = web(example(), money=False)
    assert not found.columns["euro"]
    assert not any("euro" in knot.lacks for knot in found.knots.values())


def test_a_thing_is_said_with_its_chain() -> None:
    d = grant()
    found = web(d.project)
    pain = next(k for k in found.knots.values() if k.text == "PDF illisible au téléphone")
    assert spoken(found, pain).replace("\u00a0", " ") == (
        "Irritant : PDF illisible au téléphone, Inès · étape 5, "
        "relié à 1 piste, 1 défi, 1 prototype, résultat : confirmée"
    )
    alone = found.knots[notes(d)[0]]
    assert spoken(found, alone).endswith("sans réponse")


def test_an_empty_note_is_no_knot() -> None:
    d = grant()
    pain, _idea = notes(d)
    d = d.put("note", pain, text="  ")
    assert pain not in web(d.project).knots


def test_dots_counted_in_secret_are_not_shown_here_either() -> None:
    d = grant()
    pain, _idea = notes(d)
    d = d.done(commands.vote(d.project, pain, 1))
    assert web(d.project).knots[pain].votes == 1
    d = d.done(commands.veil_votes(d.project, d.canvas("j_newcomer"), True))
    assert web(d.project).knots[pain].votes == 0
