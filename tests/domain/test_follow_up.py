"""Where the dossier stands after the deposit, in the words that Accueil and the page Suivi say."""

from datetime import date

import pytest

from labdesk.domain.commands.dossier import set_project
from labdesk.domain.commands.follow_up import add_event, answer, delete_event
from labdesk.domain.entities import Indicator, Value
from labdesk.domain.follow_up import (
    ASKED_OF,
    KINDS,
    Stage,
    Voice,
    events,
    measured,
    reach,
    reach_words,
    stage,
)
from labdesk.domain.model import Project
from tests.memory import done

TODAY = date(2027, 3, 28)
SAY = Voice(lambda day: f"{day.day}/{day.month}", lambda cents: f"{cents // 100} euros")


def told(*happened: tuple[str, dict[str, Value]]) -> Project:
    """A project that asks for 76,200 euros and to which all this happened."""
    project = done(Project.empty("ab"), set_project(Project.empty("ab"), "requested", 7_620_000))
    for kind, values in happened:
        project = done(project, add_event(project, kind, TODAY, **values)[1])
    return project


def said(project: Project, today: date = TODAY) -> str:
    return stage(project).sentence(today, SAY).replace("\u00a0", " ")


def test_before_the_deposit_nothing_is_said() -> None:
    assert not stage(told())
    assert said(told()) == ""
    assert stage(told()).urgency(TODAY) == ""


@pytest.mark.parametrize(
    ("deadline", "words", "urgency"),
    [
        ("2027-04-03", "complément attendu avant le 3/4 (J−6)", "soon"),
        ("2027-06-01", "complément attendu avant le 1/6 (J−65)", "calm"),
        ("2027-03-28", "complément attendu avant le 28/3 (aujourd’hui)", "soon"),
        ("2027-03-27", "complément attendu le 27/3 : 1 jour de retard", "late"),
        ("2027-03-20", "complément attendu le 20/3 : 8 jours de retard", "late"),
        (None, "complément attendu, sans échéance", "calm"),
        ("bientôt", "complément attendu, sans échéance", "calm"),
    ],
)
def test_what_is_asked_is_told_with_the_days_left(deadline: str | None, words: str, urgency: str) -> None:
    project = told(("deposited", {"date": "2027-03-12"}), ("asked", {"deadline": deadline}))
    assert said(project) == f"Déposé le 12/3 · {words}"
    assert stage(project).urgency(TODAY) == urgency


def test_of_several_requests_the_first_deadline_counts_until_each_is_answered() -> None:
    project = told(
        ("deposited", {"date": "2027-03-12"}),
        ("asked", {"deadline": "2027-04-20"}),
        ("asked", {"deadline": "2027-04-03"}),
    )
    assert "2 compléments attendus, le premier avant le 3/4 (J−6)" in said(project)
    first, second = (row.id for row in events(project) if row.kind == "asked")
    project = done(project, answer(project, second, TODAY))
    assert "complément attendu avant le 20/4 (J−23)" in said(project)
    project = done(project, answer(project, first, TODAY))
    assert said(project) == "Déposé le 12/3"
    project = done(project, answer(project, first, TODAY))
    assert "J−23" in said(project), "a second press takes it back"


def test_the_amount_granted_is_told_beside_what_was_asked() -> None:
    project = told(("deposited", {}), ("granted", {"date": "2027-06-12", "amount": 6_000_000}))
    assert said(project) == "Accordé le 12/6 : 60000 euros sur 76200 euros demandés"
    whole = told(("granted", {"date": "2027-06-12", "amount": 7_620_000}))
    assert said(whole) == "Accordé le 12/6 : 76200 euros"


def test_payments_add_up_to_what_was_granted() -> None:
    agreed: list[tuple[str, dict[str, Value]]] = [
        ("deposited", {"date": "2027-03-12"}),
        ("granted", {"date": "2027-06-12", "amount": 6_000_000}),
        ("agreement", {"date": "2027-07-03", "reference": "2027-114"}),
    ]
    assert said(told(*agreed)) == "Convention 2027-114 du 3/7"
    paid = told(*agreed, ("payment", {"date": "2027-08-01", "amount": 3_000_000}))
    assert said(paid) == "Convention 2027-114 du 3/7 · 30000 euros versés sur 60000 euros"
    all_paid = done(paid, add_event(paid, "payment", date(2028, 1, 5), amount=3_000_000)[1])
    assert said(all_paid).endswith("60000 euros versés, tout est versé")


def test_a_refusal_ends_what_is_waited_for_and_a_second_deposit_begins_again() -> None:
    project = told(
        ("deposited", {"date": "2027-01-05"}),
        ("asked", {"date": "2027-01-20", "deadline": "2027-02-01"}),
        ("refused", {"date": "2027-02-15"}),
    )
    assert said(project) == "Refusé le 15/2"
    again = done(project, add_event(project, "deposited", TODAY)[1])
    assert said(again) == "Déposé le 28/3"
    assert stage(again).waiting == 0


def test_events_stand_by_date_whatever_the_order_they_were_noted_in() -> None:
    project = told(("granted", {"date": "2027-06-12"}), ("deposited", {"date": "2027-03-12"}))
    assert [row.kind for row in events(project)] == ["deposited", "granted"]
    assert said(project).startswith("Accordé")


def test_every_kind_has_its_fields_and_can_be_taken_off_again() -> None:
    assert set(ASKED_OF) == set(KINDS)
    for kind in KINDS:
        project = told((kind, {}))
        (row,) = project.follow_up
        assert project.follow_up[row].date == "2027-03-28"
        assert stage(project)
        assert not done(project, delete_event(project, row)).follow_up
    assert not delete_event(told(), "nobody")
    assert not answer(told(), "nobody", TODAY)
    with pytest.raises(KeyError):
        add_event(told(), "lost", TODAY)


def test_a_stage_is_made_of_plain_values_the_shelf_can_keep() -> None:
    import json

    from msgspec.structs import asdict

    kept = stage(told(("deposited", {}), ("asked", {"deadline": "2027-04-03"})))
    assert Stage(**json.loads(json.dumps(asdict(kept)))) == kept


# -- indicators -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("baseline", "target", "reached", "expected"),
    [
        ("63", "25", "25", ("reached", 100)),
        ("63", "25", "20", ("reached", 113)),
        ("63", "25", "44", ("nearer", 50)),
        ("12", "90", "64,5", ("nearer", 67)),
        ("63", "25", "63", ("same", 0)),
        ("63", "25", "70", ("farther", -18)),
        ("63", "25", None, ("", 0)),
        ("63", "25", "beaucoup", ("", 0)),
        (None, "25", "25", ("reached", 100)),
        ("25", "25", "20", ("", 0)),
        ("63", None, "20", ("", 0)),
    ],
)
def test_the_way_an_indicator_went(
    baseline: str | None, target: str | None, reached: str | None, expected: tuple[str, int]
) -> None:
    row = Indicator(id="i", baseline=baseline, target=target, reached=reached)
    assert reach(row) == expected
    assert bool(reach_words(row)) is bool(expected[0])


def test_indicators_are_counted_measured_and_reached() -> None:
    rows = [
        Indicator(id="a", baseline="63", target="25", reached="20"),
        Indicator(id="b", baseline="63", target="25", reached="40"),
        Indicator(id="c", baseline="63", target="25"),
    ]
    assert measured(rows) == (2, 1, 3)


@pytest.mark.parametrize("wild", ["1e5000", "-1e999999", "1e-999999", "NaN", "Infinity", "²"])
def test_a_measure_that_is_no_number_to_reckon_with_says_nothing(wild: str) -> None:
    for fields in ({"reached": wild}, {"target": wild}):
        row = Indicator(id="i", **{"baseline": "1", "target": "2", "reached": "1,5", **fields})
        assert reach_words(row) == ""
