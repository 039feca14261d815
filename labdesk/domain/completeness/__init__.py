"""What a reviewer will reject, said before they do: rules, findings, places, state of each section."""

from labdesk.domain.completeness.beginning import begun
from labdesk.domain.completeness.content import Source
from labdesk.domain.completeness.reasons import reason
from labdesk.domain.completeness.review import RULES, Finding, Review, SectionState, State, review
from labdesk.domain.completeness.rule import Rule, Severity
from labdesk.domain.consent import may_leave

__all__ = [
    "RULES",
    "Finding",
    "Review",
    "Rule",
    "SectionState",
    "Severity",
    "Source",
    "State",
    "begun",
    "may_leave",
    "reason",
    "review",
]
