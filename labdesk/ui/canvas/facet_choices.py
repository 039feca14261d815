"""What can be chosen in a facet of the filter: the values the notes hold, and how many notes hold each."""

from labdesk.domain.sieve import UNSAID, Sieve, found, notes_shown, zones_shown
from labdesk.domain.sieve_words import value_label
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.choice import Choice
from labdesk.words import _, several

MOST = 12
"""The highest « au moins n voix » that is offered."""


def values(board: Board, sieve: Sieve, facet: str) -> list[Choice]:
    """The values of a facet; ticked when they are wanted."""
    seen = found(notes_shown(board.project, board.kind, board.canvas))[facet]
    wanted = getattr(sieve, facet)
    if facet == "lanes":
        known = [zone.id for zone in zones_shown(board.project, board.kind, board.canvas)]
    elif facet in ("evidence", "voices"):
        vocabulary = "evidence" if facet == "evidence" else "voice"
        options = [str(option.id) for option in board.kind.options(vocabulary)]
        known = [*options, *sorted(set(seen) - {*options, UNSAID}), UNSAID]
    else:
        known = [*sorted(set(seen) - {UNSAID}, key=_by_number), UNSAID]
    choices = []
    for value in known:
        label = value_label(board.project, board.kind, board.canvas, facet, value)
        choices.append(Choice(value or "\0", f"{label} ({seen[value]})", value in wanted))
    return choices


def weights(board: Board) -> list[Choice]:
    """How many dots at least."""
    project = board.project
    held = notes_shown(project, board.kind, board.canvas)
    most = max((project.votes_on(note.id) for note in held), default=0)
    choices = [Choice("0", _("Toutes, avec ou sans voix"))]
    for least in range(1, min(max(most, 1), MOST) + 1):
        count = sum(project.votes_on(note.id) >= least for note in held)
        words = several(least, "Au moins {n} voix", "Au moins {n} voix")
        choices.append(Choice(str(least), f"{words} ({count})"))
    return choices


def _by_number(name: str) -> tuple[str, int]:
    """« Table 2 » before « Table 10 »."""
    digits = "".join(c for c in name if c.isdecimal())
    return name.rstrip("0123456789").casefold(), int(digits[:9] or 0)
