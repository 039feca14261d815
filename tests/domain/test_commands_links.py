"""Tying and untying: one gesture, never twice, never to oneself, stored where each card shows it."""

from labdesk.domain.commands import canvases, links
from labdesk.domain.commands.notes import add_notes
from labdesk.domain.ties import others_of, tied, ties_of
from labdesk.domain.traces import traces
from tests.domain.dossiers import grant
from tests.domain.test_ties import notes


def test_a_tie_is_made_once() -> None:
    d = grant()
    pain, idea = notes(d)
    d = d.done(links.tie(d.project, idea, pain))
    assert [(x.source, x.zone, x.target) for x in d.project.links_from(pain)] == [(pain, "trace", idea)]
    assert not links.tie(d.project, pain, idea)
    assert not links.tie(d.project, idea, pain)
    assert not links.tie(d.project, pain, pain)
    assert not links.tie(d.project, pain, "gone")


def test_an_opportunity_is_shown_on_the_card_that_takes_it_up() -> None:
    d = grant()
    _pain, idea = notes(d)
    card = d.canvas("pr_ad")
    d = d.done(links.tie(d.project, idea, card))
    assert idea in [x.target for x in d.project.links_from(card, "opportunities")]


def test_a_card_answers_one_challenge_at_a_time() -> None:
    d = grant()
    card, other = d.canvas("pr_ad"), d.canvas("p_silence")
    d = d.done(links.tie(d.project, card, other))
    assert d.project.words(card, "challenge") == other
    assert not tied(d.project, d.canvas("p_words"), card)


def test_several_notes_are_tied_in_one_gesture_and_untied_one_by_one() -> None:
    d = grant()
    first, idea = notes(d)
    second, _other = notes(d, 1)
    gesture = links.tie_all(d.project, [first, second, first], idea)
    d = d.done(gesture)
    assert {first, second} <= set(others_of(d.project, idea))
    d = d.done(links.untie(d.project, idea, first))
    assert first not in others_of(d.project, idea)
    assert second in others_of(d.project, idea)


def test_what_a_card_takes_up_at_once_stands_in_the_order_it_was_taken() -> None:
    d = grant()
    card, (_pain, idea) = d.canvas("pr_ad"), notes(d)
    where = d.project.note[idea]
    made, gesture = add_notes(
        d.project, where.canvas or "", "opportunities", [f"Piste {n}" for n in range(6)], step=where.step
    )
    d = d.done(gesture)
    before = [x.target for x in d.project.links_from(card, "opportunities")]
    d = d.done(links.tie_all(d.project, made, card))
    assert [x.target for x in d.project.links_from(card, "opportunities")] == [*before, *made]


def test_one_note_of_a_step_is_untied_and_the_card_keeps_the_others() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    before = others_of(d.project, card)
    tie, *others = [tie for tie in ties_of(d.project, card) if tie.step]
    d = d.done(links.untie(d.project, tie.a, card))
    assert others
    assert set(others_of(d.project, card)) == set(before) - {tie.a}
    assert not any(one.step for one in ties_of(d.project, card))
    taken = {x.target for x in d.project.links_from(card, "opportunities")}
    assert {one.a for one in others if d.project.note[one.a].zone == "opportunities"} <= taken


def test_untying_all_that_a_step_brought_lets_go_of_the_step() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    through = [tie for tie in ties_of(d.project, card) if tie.step]
    gesture = links.untie_these(d.project, through)
    assert len(gesture.edits) == 1
    d = d.done(gesture)
    assert not {tie.a for tie in through} & set(others_of(d.project, card))


def test_a_note_tied_by_itself_and_through_its_step_is_untied_for_good() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    tie = next(tie for tie in ties_of(d.project, card) if tie.step)
    d = d.done(canvases.link(d.project, "", tie.a, "trace", card))
    d = d.done(links.untie(d.project, tie.a, card))
    assert tie.a not in others_of(d.project, card)


def test_a_thing_hangs_on_nothing_any_more() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    d = d.done(links.untie_all(d.project, card))
    assert ties_of(d.project, card) == ()
    assert d.project.words(card, "challenge") == ""


def test_an_irritant_tied_to_a_challenge_is_answered_by_its_cards() -> None:
    d = grant()
    pain, _idea = notes(d)
    assert pain in traces(d.project).unanswered
    d = d.done(links.tie(d.project, pain, d.canvas("p_words")))
    assert pain not in traces(d.project).unanswered
    chain = next(c for c in traces(d.project).chains if c.prototype == d.canvas("pr_ad"))
    assert pain in chain.pains


def test_a_note_that_goes_away_takes_its_ties_along() -> None:
    d = grant()
    pain, idea = notes(d)
    d = d.done(links.tie(d.project, pain, idea))
    d = d.done(canvases.delete_canvas(d.project, d.project.note[idea].canvas or ""))
    assert not any(idea in (x.source, x.target) for x in d.project.link.values())
