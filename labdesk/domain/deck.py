"""The states of a card: which one it is in, what the next one asks for, and when a decision runs ahead."""

from labdesk.domain.canvas_type import CanvasType, State, Zone
from labdesk.domain.model import Project, filled, state_of
from labdesk.domain.traces import GOES_ON
from labdesk.words import _

UNPROVED = ("", "pending", "inconclusive")


def path_of(kind: CanvasType) -> tuple[State, ...]:
    """The states in the order a card goes through them: a file lists them from the last to the first."""
    return tuple(reversed(kind.states))


def rank_of(kind: CanvasType, state: str) -> int:
    """The place of a state on that way; −1 for none."""
    return next((rank for rank, one in enumerate(path_of(kind)) if one.id == state), -1)


def holds(project: Project, kind: CanvasType, canvas: str, state: State) -> bool:
    """The condition of a state is true of a card."""
    zone = kind.by_id.get(state.zone)
    return zone is None or is_given(project, canvas, state, zone)


def is_given(project: Project, canvas: str, state: State, zone: Zone) -> bool:
    """A zone is filled as a state wants it: « pas encore testée » is no verdict."""
    if zone.id == state.zone and state.values:
        return project.words(canvas, zone.id) in state.values
    return filled(project, canvas, zone)


def lacking(project: Project, kind: CanvasType, canvas: str, state: State) -> tuple[Zone, ...]:
    """What a state asks for and the card does not say yet, in the order of the file."""
    zones = (kind.by_id[need] for need in state.needs if need in kind.by_id)
    return tuple(zone for zone in zones if not is_given(project, canvas, state, zone))


def asked_now(project: Project, kind: CanvasType, canvas: str) -> tuple[State | None, tuple[Zone, ...]]:
    """The state a card is in, and what it should have said to be there.

    A verdict goes on asking for its test once something is decided.
    """
    rank = rank_of(kind, state_of(project, kind, canvas))
    state = path_of(kind)[rank] if rank >= 0 else None
    reached = [one for one in path_of(kind)[: rank + 1] if holds(project, kind, canvas, one)]
    missing = {zone.id for one in reached for zone in lacking(project, kind, canvas, one)}
    return state, tuple(zone for zone in kind.zones if zone.id in missing)


def next_step(project: Project, kind: CanvasType, canvas: str) -> tuple[State | None, tuple[Zone, ...]]:
    """The next state of a card and what it asks for; None at the end of the way."""
    rank = rank_of(kind, state_of(project, kind, canvas)) + 1
    path = path_of(kind)
    state = path[rank] if 0 < rank < len(path) else None
    return state, lacking(project, kind, canvas, state) if state else ()


def warning(verdict: str, confidence: str, decision: str) -> str:
    """Why a decision to go on runs ahead of its proof; empty when it does not. It forbids nothing."""
    if decision not in GOES_ON:
        return ""
    if verdict == "refuted":
        return _(
            "Le test infirme l’hypothèse : mieux vaut réorienter, itérer ou abandonner. "
            "Le choix vous revient."
        )
    if verdict in UNPROVED:
        return _("Rien n’est encore prouvé : un autre test avant d’aller plus loin ? Le choix vous revient.")
    if confidence == "low":
        return _("La preuve est faible : un autre test avant d’aller plus loin ? Le choix vous revient.")
    return ""
