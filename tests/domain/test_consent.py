"""Photos without consent are never exported."""

from labdesk.domain.consent import consent_of, may_leave
from labdesk.domain.entities import Photo


def test_a_photo_leaves_only_when_nobody_can_be_recognised_or_they_agreed() -> None:
    said = {None: False, "": False, "unknown": False, "refused": False, "none": True, "agreed": True}
    assert {consent: may_leave(Photo(id="p", consent=consent)) for consent in said} == said
    assert may_leave(Photo(id="p", person="agreed"))
    assert not may_leave(Photo(id="p", person="Mme Durand"))


def test_what_was_ticked_here_wins_over_what_was_imported() -> None:
    assert not may_leave(Photo(id="p", person="none", consent="refused"))
    assert consent_of(Photo(id="p", person="none", consent="agreed")) == "agreed"
    assert consent_of(Photo(id="p", person="Mme Durand")) == ""
