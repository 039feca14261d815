"""Sentences made of blanks: a statement, a challenge, a decision. Read into blanks and written from them.

What is read and written back says the same; a blank nobody filled is a hole « … », or left out at the end.
"""

from collections.abc import Mapping

from labdesk.domain.challenge import challenge
from labdesk.domain.decision import decision
from labdesk.domain.sentence_form import Form
from labdesk.domain.statement import statement


def forms() -> Mapping[str, Form]:
    """The form of each box that has one, by the name of its zone; in the language of the moment."""
    return {"statement": statement(), "challenge": challenge(), "decisions": decision()}
