"""PRO: one prototype tested, a verdict that holds, a criterion in figures, a decision that follows it."""

import re
from collections.abc import Iterator

from labdesk.domain.completeness.rule import Case, Remark, empty, on_zone, rule
from labdesk.domain.entities import Canvas
from labdesk.domain.traces import TESTED, proof_of
from labdesk.words import _

SECTIONS = ("evidence", "solution")
UNDECIDED = ("", "none")
UNPROVED = ("", "pending", "inconclusive")
SPREAD = "deploy"
NUMBER = re.compile(
    r"\d|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent|moitié|tiers|quart"
    r"|double|triple|aucune?|zéro|tous|toutes)\b",
    re.IGNORECASE,
)


@rule("PRO-01", "blocking", *SECTIONS)
def one_prototype_was_tested(case: Case) -> Iterator[Remark]:
    """One tested prototype: verdict with date, testers and result (reviewers’ table, PRO)."""
    cards = case.canvases("prototype")
    if cards and not any(proof_of(case.project, card.id).whole for card in cards):
        said = _("Aucun prototype n’a été testé : un verdict, une date, des testeurs et un résultat.")
        advice = _("Un test auprès de cinq personnes suffit pour commencer.")
        yield on_zone(cards[0], "verdict", said, advice)


@rule("PRO-02", "to_check", *SECTIONS)
def each_verdict_shows_its_test(case: Case) -> Iterator[Remark]:
    """Verdict = date + testers + result (reviewers’ table, PRO)."""
    said = {
        "test_dates": _("Prototype « {canvas} » : un verdict, mais pas de date de test."),
        "testers": _("Prototype « {canvas} » : un verdict, mais pas de nombre de testeurs."),
        "result": _("Prototype « {canvas} » : un verdict, mais pas de résultat mesuré."),
    }
    for card in _tested(case):
        proof = proof_of(case.project, card.id)
        there = {"test_dates": proof.dates, "testers": proof.testers, "result": proof.result}
        for zone, sentence in said.items():
            if case.knows(card, zone) and not there[zone]:
                yield on_zone(card, zone, sentence.format(canvas=case.title(card.id)))


@rule("PRO-03", "to_check", *SECTIONS)
def each_criterion_has_a_number(case: Case) -> Iterator[Remark]:
    """A criterion with a number, set before the test (reviewers’ table, PRO)."""
    for card in case.canvases("prototype"):
        criterion = case.project.words(card.id, "criterion")
        if case.knows(card, "criterion") and not NUMBER.search(criterion):
            missing = _("Prototype « {canvas} » : le critère de succès manque.")
            vague = _("Prototype « {canvas} » : le critère de succès n’a pas de chiffre.")
            said = (missing if empty(criterion) else vague).format(canvas=case.title(card.id))
            yield on_zone(card, "criterion", said, _("Nous aurons raison si… (par exemple : « 8 sur 10 »)"))


@rule("PRO-04", "to_check", *SECTIONS)
def each_test_leads_to_a_decision(case: Case) -> Iterator[Remark]:
    """A decision (reviewers’ table, PRO)."""
    for card in _tested(case):
        if case.knows(card, "decision") and case.project.words(card.id, "decision") in UNDECIDED:
            sentence = _("Prototype « {canvas} » : testé, mais rien n’est décidé.")
            yield on_zone(card, "decision", sentence.format(canvas=case.title(card.id)))


@rule("PRO-05", "to_check", *SECTIONS)
def nothing_is_spread_on_weak_proof(case: Case) -> Iterator[Remark]:
    """No deployment on weak proof (reviewers’ table, PRO)."""
    for card in _spread(case):
        proof = proof_of(case.project, card.id)
        if proof.verdict != "refuted" and (proof.verdict in UNPROVED or proof.confidence == "low"):
            sentence = _("Prototype « {canvas} » : déployer sur une preuve faible ?")
            advice = _("Expérimentez encore, ou dites ce qui rend la preuve solide.")
            yield on_zone(card, "decision", sentence.format(canvas=case.title(card.id)), advice)


@rule("PRO-06", "blocking", *SECTIONS)
def nothing_is_spread_against_its_result(case: Case) -> Iterator[Remark]:
    """No deployment against the result (reviewers’ table, PRO)."""
    for card in _spread(case):
        if proof_of(case.project, card.id).verdict == "refuted":
            sentence = _(
                "Prototype « {canvas} » : le test infirme l’hypothèse et la décision est de déployer."
            )
            yield on_zone(card, "decision", sentence.format(canvas=case.title(card.id)))


@rule("PRO-07", "to_check", *SECTIONS)
def each_prototype_says_what_it_tests(case: Case) -> Iterator[Remark]:
    """A hypothesis: what a decision-maker reads first on a card."""
    for card in case.canvases("prototype"):
        if case.misses(card, "hypothesis"):
            sentence = _("Prototype « {canvas} » : l’hypothèse manque.")
            yield on_zone(
                card, "hypothesis", sentence.format(canvas=case.title(card.id)), _("Nous croyons que…")
            )


@rule("PRO-08", "advice", *SECTIONS)
def each_prototype_answers_a_challenge(case: Case) -> Iterator[Remark]:
    """From irritant to result without a gap: a prototype answers a challenge of a problem canvas."""
    problems = {canvas.id for canvas in case.project.canvases("problem")}
    for card in case.canvases("prototype"):
        if case.knows(card, "challenge") and case.project.words(card.id, "challenge") not in problems:
            sentence = _("Prototype « {canvas} » : on ne sait pas à quel défi il répond.")
            yield on_zone(card, "challenge", sentence.format(canvas=case.title(card.id)))


def _tested(case: Case) -> list[Canvas]:
    return [c for c in case.canvases("prototype") if case.project.words(c.id, "verdict") in TESTED]


def _spread(case: Case) -> list[Canvas]:
    return [c for c in case.canvases("prototype") if case.project.words(c.id, "decision") == SPREAD]


RULES = (
    one_prototype_was_tested,
    each_verdict_shows_its_test,
    each_criterion_has_a_number,
    each_test_leads_to_a_decision,
    nothing_is_spread_on_weak_proof,
    nothing_is_spread_against_its_result,
    each_prototype_says_what_it_tests,
    each_prototype_answers_a_challenge,
)
