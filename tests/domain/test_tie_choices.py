"""What a thing may be tied to: the nearest first, in groups, never what is tied already."""

from labdesk.domain.commands import links
from labdesk.domain.tie_choices import Whereabouts, candidates
from tests.domain.dossiers import grant
from tests.domain.test_ties import notes


def test_for_an_irritant_the_opportunities_of_its_step_come_first_then_prototypes() -> None:
    d = grant()
    pain, idea = notes(d)
    found = candidates(d.project, [pain])
    assert found[0].row == idea
    groups = list(dict.fromkeys(one.group for one in found))
    assert groups == [
        "Pistes de la même étape",
        "Autres pistes",
        "Prototypes",
        "Défis",
        "Autres notes",
    ]


def test_the_nearer_step_comes_before_the_farther_one() -> None:
    d = grant()
    pain, _idea = notes(d, 2)
    others = [one for one in candidates(d.project, [pain]) if one.group == "Autres pistes"]
    ranks = Whereabouts(d.project).ranks
    journey = d.project.note[pain].canvas
    own = [d.project.note[one.row] for one in others if d.project.note[one.row].canvas == journey]
    gaps = [abs(ranks[note.step or ""] - 3) for note in own]
    assert gaps == sorted(gaps)
    assert [one.row for one in others[: len(own)]] == [note.id for note in own]


def test_what_is_tied_already_is_not_offered_again() -> None:
    d = grant()
    pain, idea = notes(d)
    d = d.done(links.tie(d.project, pain, idea))
    assert idea not in [one.row for one in candidates(d.project, [pain])]
    assert pain not in [one.row for one in candidates(d.project, [pain])]


def test_of_several_notes_what_one_is_not_tied_to_is_offered() -> None:
    d = grant()
    first, idea = notes(d)
    second, _other = notes(d, 1)
    d = d.done(links.tie(d.project, first, idea))
    assert idea in [one.row for one in candidates(d.project, [first, second])]
    assert candidates(d.project, []) == ()


def test_a_card_may_be_tied_to_an_expense_but_not_at_a_table() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    groups = {one.group for one in candidates(d.project, [card])}
    assert {"Défis", "Pistes", "Irritants", "Dépenses"} <= groups
    assert "Dépenses" not in {one.group for one in candidates(d.project, [card], money=False)}


def test_where_a_note_stands_says_who_lives_it_and_its_step() -> None:
    d = grant()
    pain, _idea = notes(d, 1)
    assert Whereabouts(d.project).of(pain) == "Awa · étape 2"
    assert Whereabouts(d.project).of(d.canvas("pr_ad")) == ""


def test_dates_are_nothing_to_tie_to() -> None:
    d = grant()
    dates = {note.id for note in d.project.note.values() if note.zone == "test_dates"}
    assert dates
    assert dates.isdisjoint(one.row for one in candidates(d.project, [notes(d)[0]]))
