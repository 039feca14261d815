"""What hangs on what: stages, ties however they are stored, steps that a card takes up."""

from labdesk.domain.commands import canvases, links
from labdesk.domain.ties import all_ties, canonical, in_chain, others_of, stage_of, tied, ties_of
from tests.domain.dossiers import Dossier, grant


def notes(d: Dossier, step: int = 0) -> tuple[str, str]:
    """The irritant and the opportunity of a step of the newcomer."""
    journey, where = d.canvas("j_newcomer"), d.steps("j_newcomer")[step]
    pain, idea = (d.project.notes_at(journey, zone, where)[0].id for zone in ("pain_points", "opportunities"))
    return pain, idea


def test_everything_of_a_chain_has_its_stage() -> None:
    d = grant()
    pain, idea = notes(d)
    rows = (pain, idea, d.canvas("p_words"), d.canvas("pr_ad"), d.nth("expense", 0), d.canvas("ines"))
    assert [stage_of(d.project, row) for row in rows] == [
        "pain",
        "opportunity",
        "challenge",
        "prototype",
        "euro",
        "",
    ]


def test_the_earlier_of_a_chain_comes_first_however_one_began() -> None:
    d = grant()
    pain, idea = notes(d)
    assert in_chain(d.project, idea, pain) == in_chain(d.project, pain, idea) == (pain, idea)


def test_a_tie_drawn_backwards_in_a_former_file_is_read_forwards() -> None:
    d = grant()
    pain, idea = notes(d)
    d = d.done(canvases.link(d.project, "", idea, "trace", pain))
    (tie,) = tied(d.project, pain, idea)
    assert (tie.a, tie.b) == (pain, idea)


def test_a_card_that_takes_up_a_step_is_tied_to_what_is_noted_there() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    through = [tie for tie in ties_of(d.project, card) if tie.step]
    assert {d.project.note[tie.a].step for tie in through} == {d.steps("j_candidate")[4]}
    assert {d.project.note[tie.a].zone for tie in through} == {"pain_points", "opportunities"}


def test_the_challenge_a_card_answers_is_a_tie() -> None:
    d = grant()
    card, problem = d.canvas("pr_ad"), d.canvas("p_words")
    assert [tie.table for tie in tied(d.project, problem, card)] == ["answer"]
    assert problem in others_of(d.project, card)


def test_what_points_to_nothing_is_no_tie() -> None:
    d = grant()
    pain, _idea = notes(d)
    d = d.done(canvases.link(d.project, "", pain, "trace", "gone"))
    assert "gone" not in others_of(d.project, pain)
    assert all(tie.a != tie.b for tie in all_ties(d.project))


def test_the_words_of_a_challenge_stand_for_their_canvas() -> None:
    d = grant()
    problem = d.canvas("p_words")
    words = d.project.notes_at(problem, "challenge")[0].id
    assert canonical(d.project, words) == problem
    d = d.done(links.tie(d.project, notes(d)[0], words))
    assert problem in others_of(d.project, notes(d)[0])
