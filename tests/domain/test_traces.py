"""From irritant to euro: the chains of the example, explicit traces, gaps, and claims with their test."""

from labdesk.domain.commands import canvases
from labdesk.domain.traces import claims, proof_of, traces
from tests.domain.dossiers import Dossier, example, grant
from tests.memory import done


def linked(d: Dossier, source: str, target: str, zone: str = "trace") -> Dossier:
    return d.done(canvases.link(d.project, "", source, zone, target))


def test_a_prototype_answers_what_was_noted_at_the_steps_it_takes_up() -> None:
    project = example()
    chain = next(c for c in traces(project).chains if c.prototype == grant().canvas("pr_ad"))
    step = grant().steps("j_candidate")[4]
    assert {project.note[note].step for note in (*chain.pains, *chain.opportunities)} == {step}
    assert {project.note[note].zone for note in chain.pains} == {"pain_points"}
    assert chain.challenge == grant().canvas("p_words")
    assert chain.proof.whole


def test_what_no_prototype_takes_up_is_told() -> None:
    project = example()
    found = traces(project)
    pains = [note for note in project.note.values() if note.zone == "pain_points"]
    answered = {note for chain in found.chains for note in chain.pains}
    assert answered.isdisjoint(found.unanswered)
    assert len(answered) + len(found.unanswered) == len(pains)
    assert found.untried


def test_a_line_drawn_by_hand_joins_an_irritant_an_opportunity_and_a_prototype() -> None:
    d = grant()
    journey = d.canvas("j_newcomer")
    step = d.steps("j_newcomer")[0]
    (pain,) = d.project.notes_at(journey, "pain_points", step)
    (idea,) = d.project.notes_at(journey, "opportunities", step)
    card = d.canvas("pr_ad")
    d = linked(linked(d, pain.id, idea.id), idea.id, card)
    chain = next(c for c in traces(d.project).chains if c.prototype == card)
    assert pain.id in chain.pains
    assert idea.id in chain.opportunities
    assert pain.id not in traces(d.project).unanswered


def test_the_chain_goes_on_to_the_euro() -> None:
    d = grant()
    card, line = d.canvas("pr_15days"), d.nth("expense", 0)
    before = next(c for c in traces(d.project).chains if c.prototype == card)
    assert before.gaps == ("euro",)
    assert before.test_cost == 90_000
    after = next(c for c in traces(linked(d, card, line).project).chains if c.prototype == card)
    assert after.gaps == ()
    assert (after.expenses, after.cost) == ((line,), 2_800_000)


def test_an_untested_prototype_has_a_gap_where_the_result_should_be() -> None:
    chain = next(c for c in traces(example()).chains if c.prototype == grant().canvas("pr_vismavie"))
    assert chain.gaps == ("result",)
    assert not chain.proof.tested


def test_a_prototype_that_hangs_on_nothing_says_all_its_gaps() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    d = d.drop("link", [x.id for x in d.project.links_from(card)]).answered("pr_ad", "challenge", "gone")
    chain = next(c for c in traces(d.project).chains if c.prototype == card)
    assert chain.gaps == ("pain", "opportunity", "challenge", "euro")


def test_each_claim_says_its_test_its_testers_its_result_and_its_date() -> None:
    """Scenario 23: « Qui dit que ça marche ? »"""
    found = claims(example())
    assert len(found) == 3
    assert found[0].sentence() == (
        "Nous croyons qu’une annonce d’une page fait comprendre la mission et le salaire "
        "à des lecteurs pressés (9 sur 10 · 10 testeurs · 16 mars 2027)"
    )


def test_what_is_not_known_of_a_test_is_left_out() -> None:
    d = grant().answered("pr_ad", "testers", "dix").emptied("pr_ad", "test_dates")
    proof = proof_of(d.project, d.canvas("pr_ad"))
    assert (proof.testers, proof.dates, proof.whole) == (0, (), False)
    assert proof.sentence() == "9 sur 10"


def test_a_refuted_hypothesis_is_no_claim() -> None:
    d = grant().answered("pr_ad", "verdict", "refuted")
    assert d.canvas("pr_ad") not in {claim.prototype for claim in claims(d.project)}
    assert done(d.project, canvases.delete_canvas(d.project, d.canvas("pr_kit"))).canvases("prototype")
