"""What is drawn: lines through the challenge a card answers, bends where a line passes a column."""

from labdesk.domain.commands import links
from labdesk.domain.trace_scheme import bend_rank, schemed
from labdesk.domain.trace_web import web
from tests.domain.dossiers import grant
from tests.domain.test_ties import notes


def test_what_leads_to_a_card_goes_through_its_challenge() -> None:
    found = web(grant().project)
    scheme = schemed(found, found.visible("linked"))
    ends = {(found.knots[s.a].stage, found.knots[s.b].stage) for s in scheme.spans}
    assert ("opportunity", "challenge") in ends
    assert ("opportunity", "prototype") not in ends
    assert all(span.bends == () for span in scheme.spans)


def test_a_line_that_passes_a_column_keeps_a_place_there() -> None:
    d = grant()
    pain, _idea = notes(d)
    d = d.answered("pr_kit", "challenge", "")
    d = d.done(links.tie(d.project, pain, d.canvas("pr_kit")))
    found = web(d.project)
    scheme = schemed(found, found.visible("linked"))
    span = next(s for s in scheme.spans if s.a == pain)
    assert [bend_rank(bend) for bend in span.bends] == [1, 2]
    assert span.bends[0] in scheme.columns[1]
    assert span.links[0] == (pain, span.bends[0])


def test_a_tie_by_hand_makes_a_whole_line_of_one_through_a_step() -> None:
    d = grant()
    found = web(d.project)
    stepped = next(s for s in schemed(found, found.visible("linked")).spans if s.step)
    pain, idea = stepped.a, stepped.b
    d = d.done(links.tie(d.project, pain, idea))
    found = web(d.project)
    span = next(s for s in schemed(found, found.visible("linked")).spans if (s.a, s.b) == (pain, idea))
    assert span.step == ""
