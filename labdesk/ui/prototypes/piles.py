"""The deck as data: which cards lie in which pile, and what the back of each says. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from labdesk.domain.canvas_type import CanvasType, option_label
from labdesk.domain.entities import Photo
from labdesk.domain.model import Project, Types, state_of, title
from labdesk.domain.shown import name_of
from labdesk.errors import Refusal

PLACE = "prototypes"
VERDICTS = {
    "confirmed": ("circle-check", "ok"),
    "partly": ("circle-dot", "warn"),
    "refuted": ("circle-x", "bad"),
    "inconclusive": ("circle-question-mark", "warn"),
}
"""Verdict → (sign, tone); a verdict that is not one yet is not shown."""
UNDECIDED = ("", "none")


@dataclass(frozen=True, slots=True)
class Card:
    """What a tile says of a card."""

    canvas: str
    title: str
    pitch: str
    challenge: str
    verdict: str
    verdict_sign: tuple[str, str] | None
    decision: str
    photo: Photo | None
    photos: int

    @property
    def said(self) -> str:
        """The card in one breath, for a screen reader."""
        parts = (self.title, self.pitch, self.verdict, self.decision, self.challenge)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Pile:
    """The cards of one type in one state, in order."""

    kind: CanvasType
    state: str
    label: str
    cards: tuple[Card, ...]


def piles(project: Project, types: Types) -> tuple[Pile, ...]:
    """Each state of each type of this place, from the first things to do to what is decided.

    A type lists its states from the last to the first: the first that holds wins.
    """
    found: list[Pile] = []
    for kind in types.known(project).values():
        if kind.place == PLACE:
            found += _piles_of(project, types, kind)
    return tuple(found)


def _piles_of(project: Project, types: Types, kind: CanvasType) -> Iterator[Pile]:
    states = [(state.id, str(state.label)) for state in reversed(kind.states)] or [("", str(kind.plural))]
    lying: dict[str, list[Card]] = {state: [] for state, _label in states}
    for canvas in project.canvases(kind.id):
        try:
            own = types.of(project, canvas.id)
        except Refusal:
            continue
        lying.setdefault(state_of(project, own, canvas.id), []).append(card(project, own, canvas.id))
    if kind.states or any(lying.values()):
        for state, label in states:
            yield Pile(kind, state, label, tuple(lying[state]))


def card(project: Project, kind: CanvasType, canvas: str) -> Card:
    """What the tile of a card says."""
    verdict = project.words(canvas, "verdict")
    decision = project.words(canvas, "decision")
    challenge = project.words(canvas, "challenge")
    photos = [photo for photo in _photos(project, kind, canvas) if photo.picture]
    return Card(
        canvas=canvas,
        title=title(project, kind, canvas),
        pitch=project.words(canvas, "pitch"),
        challenge=name_of(project, challenge) if challenge else "",
        verdict=option_label(kind.options("verdict"), verdict) if verdict in VERDICTS else "",
        verdict_sign=VERDICTS.get(verdict),
        decision="" if decision in UNDECIDED else option_label(kind.options("decision"), decision),
        photo=photos[0] if photos else None,
        photos=len(photos),
    )


def _photos(project: Project, kind: CanvasType, canvas: str) -> Iterator[Photo]:
    for zone in kind.zones:
        if zone.kind == "photos":
            yield from project.photos_at(canvas, zone.id)
