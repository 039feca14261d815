"""Every rule of a reviewer: a dossier broken in one way shows exactly that finding; a correct one, none."""

import pytest
from msgspec.structs import replace

from labdesk.domain.completeness import RULES, reason
from labdesk.domain.completeness.proposals import proposal
from labdesk.domain.entities import FIELDS
from labdesk.domain.model import Types
from tests.domain.breaks import BROKEN, BROKEN_CREDITS, HARMLESS, HARMLESS_CREDITS
from tests.domain.dossiers import Change, Dossier, grant, state_credits
from tests.domain.rule_table import PAGE, page
from tests.memory import catalogue

LATER = ("section", "expense_year", "attachment")
"""Tables in which a finding may speak of a row that is still to be written."""


def named(cases: tuple[tuple[str, Change], ...]) -> list[str]:
    """A name for each case: the rule and its rank."""
    return [f"{rule}.{rank}" for rank, (rule, _change) in enumerate(cases)]


def test_a_correct_dossier_is_left_alone() -> None:
    assert grant().found() == ()
    assert state_credits().found() == ()


@pytest.mark.parametrize(("rule", "change"), HARMLESS, ids=named(HARMLESS))
def test_what_comes_near_and_is_right_is_left_alone(rule: str, change: Change) -> None:
    assert change(grant()).found() == ()


@pytest.mark.parametrize(("rule", "change"), HARMLESS_CREDITS, ids=named(HARMLESS_CREDITS))
def test_state_credits_that_come_near_and_are_right_are_left_alone(rule: str, change: Change) -> None:
    assert change(state_credits()).found() == ()


def test_every_rule_has_a_dossier_that_it_leaves_alone_and_a_reason_told_in_french() -> None:
    assert {rule for rule, _change in (*HARMLESS, *HARMLESS_CREDITS)} == {rule.id for rule in RULES}
    told = {rule.id: reason(rule.id) for rule in RULES}
    assert all(said.endswith((".", "!")) and len(said) <= 130 for said in told.values()), told
    assert len(set(told.values())) == len(RULES)


def test_what_is_proposed_answers_its_finding_in_one_gesture_and_never_by_itself() -> None:
    answered = set()
    for base, cases in ((grant, BROKEN), (state_credits, BROKEN_CREDITS)):
        for rule, change in cases:
            broken = change(base())
            (finding, *_rest) = [found for found in broken.found() if found.rule == rule]
            made = proposal(broken.project, catalogue(), broken.profile, finding, broken.today)
            if made is None:
                continue
            answered.add(rule)
            assert made.words
            after = [found for found in broken.done(made.gesture).found() if found.rule == rule]
            assert finding not in after, (rule, made.words)
    assert len(answered) >= 15


def test_every_rule_has_a_dossier_that_breaks_it_and_says_where_it_comes_from() -> None:
    assert {rule for rule, _change in (*BROKEN, *BROKEN_CREDITS)} == {rule.id for rule in RULES}
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.source.endswith((".", ")")) for rule in RULES)


@pytest.mark.parametrize(("rule", "change"), BROKEN, ids=named(BROKEN))
def test_a_broken_dossier_shows_exactly_that(rule: str, change: Change) -> None:
    assert {finding.rule for finding in change(grant()).found()} == {rule}


@pytest.mark.parametrize(("rule", "change"), BROKEN_CREDITS, ids=named(BROKEN_CREDITS))
def test_broken_state_credits_show_exactly_that(rule: str, change: Change) -> None:
    assert {finding.rule for finding in change(state_credits()).found()} == {rule}


@pytest.mark.parametrize(
    "broken",
    [change(grant()) for _rule, change in BROKEN]
    + [change(state_credits()) for _rule, change in BROKEN_CREDITS],
    ids=named(BROKEN + BROKEN_CREDITS),
)
def test_a_finding_names_a_place_the_screen_can_open(broken: Dossier) -> None:
    for finding in broken.found():
        assert broken.profile.has(finding.section)
        if finding.zone:
            assert finding.zone in Types(catalogue()).of(broken.project, finding.canvas).by_id
        if finding.table in ("canvas", "step"):
            assert finding.row in broken.project.table(finding.table)
            assert finding.field == finding.zone
        else:
            assert finding.field in FIELDS[finding.table]
            assert finding.row in broken.project.table(finding.table) or finding.table in LATER


@pytest.mark.parametrize("rule", ["FIN-04", "FIN-06", "FIN-07", "FIN-08", "PJ-01"])
def test_a_limit_nobody_has_confirmed_never_blocks(rule: str) -> None:
    firm = dict(BROKEN)[rule](grant())
    loose = replace(firm, profile=replace(firm.profile, to_confirm=True))
    assert [finding.severity for finding in firm.found()] == ["blocking"]
    assert [finding.severity for finding in loose.found()] == ["to_check"]


def test_only_advice_is_given_about_the_words_of_a_problem() -> None:
    assert {rule.severity for rule in RULES if rule.id.startswith("PRB")} == {"advice"}


def test_what_a_reviewer_rejects_at_once_is_blocking() -> None:
    rejected = {"FIN-01", "FIN-02", "FIN-11", "FIN-13", "FIN-15", "FIN-18", "CAL-02", "CAL-03", "IND-01"}
    rejected |= {"JOU-01", "PRO-01", "PRO-06", "GOV-01", "GOV-02", "TXT-01", "TXT-04"}
    assert rejected <= {rule.id for rule in RULES if rule.severity == "blocking"}


def test_one_euro_is_missing_and_the_sentence_says_so() -> None:
    """Scenario 22: « Dépenses 76 200, ressources 76 199. Refusé. »"""
    (finding,) = BROKEN[0][1](grant()).found()
    assert finding.sentence == (
        "Dépenses 76\u202f200\u00a0€, ressources 76\u202f199\u00a0€\u00a0: le plan n’est pas équilibré."
    )
    assert finding.advice == "Il manque 1\u00a0€ de ressources."
    assert (finding.table, finding.field) == ("resource", "amount")


def test_the_page_of_the_rules_says_what_they_are() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.domain.rule_table"
