"""The deck as data: which cards lie in which pile, and what the back of each says. No Qt."""

from collections.abc import Iterator

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, State, Zone, option_label
from labdesk.domain.commands.cards import version_of
from labdesk.domain.deck import asked_now, next_step, path_of
from labdesk.domain.entities import Photo
from labdesk.domain.model import Project, Types, state_of, title
from labdesk.domain.newer_type import newer
from labdesk.domain.shown import name_of
from labdesk.errors import Refusal
from labdesk.words import _

PLACE = "prototypes"
VERDICTS = {
    "confirmed": ("circle-check", "ok"),
    "partly": ("circle-dot", "warn"),
    "refuted": ("circle-x", "bad"),
    "inconclusive": ("circle-question-mark", "warn"),
}
"""Verdict → (sign, tone); a verdict that is not one yet is not shown."""
UNDECIDED = ("", "none")


class Card(Struct, frozen=True):
    """What a tile says of a card. `pair`: the photos of two zones that stand side by side, with their names.

    `lacks`: what the state it is in asks for and it does not say; `coming`: the next state and what it needs.
    """

    canvas: str
    kind: str
    title: str
    pitch: str
    challenge: str
    verdict: str
    verdict_sign: tuple[str, str] | None
    decision: str
    photo: Photo | None
    photos: int
    pair: tuple[tuple[str, Photo], ...] = ()
    version: int = 1
    lacks: str = ""
    coming: str = ""

    @property
    def said(self) -> str:
        """The card in one breath, for a screen reader."""
        version = _("version {n}").format(n=self.version) if self.version > 1 else ""
        parts = (
            self.title,
            version,
            self.pitch,
            self.verdict,
            self.decision,
            self.challenge,
            self.lacks,
            self.coming,
        )
        return ". ".join(part.rstrip(".") for part in parts if part)


class Pile(Struct, frozen=True):
    """The cards of one type in one state, in order. `teaching`: how a card comes here."""

    kind: CanvasType
    state: str
    label: str
    cards: tuple[Card, ...]
    teaching: str = ""


def piles(project: Project, types: Types) -> tuple[Pile, ...]:
    """Each state of each type of this place, from the first things to do to what is decided.

    A type lists its states from the last to the first: the first that holds wins.
    """
    found: list[Pile] = []
    for kind in types.known(project).values():
        if kind.place == PLACE:
            found += _piles_of(project, types, newer(kind, types.catalogue))
    return tuple(found)


def _piles_of(project: Project, types: Types, kind: CanvasType) -> Iterator[Pile]:
    lying: dict[str, list[Card]] = {state.id: [] for state in kind.states}
    for canvas in project.canvases(kind.id):
        try:
            own = newer(types.of(project, canvas.id), types.catalogue)
        except Refusal:
            continue
        lying.setdefault(state_of(project, own, canvas.id), []).append(card(project, own, canvas.id))
    if not kind.states and any(lying.values()):
        yield Pile(kind, "", str(kind.plural), tuple(lying.get("", ())))
    for state in path_of(kind):
        yield Pile(kind, state.id, str(state.label), tuple(lying[state.id]), _teaching(kind, state))


def _teaching(kind: CanvasType, state: State) -> str:
    """What a card needs to come into a pile; nothing for the first one."""
    needs = [kind.by_id[need] for need in state.needs if need in kind.by_id]
    if not needs:
        return ""
    return _(
        "Une carte vient ici avec : {what}. Déposez-la (ou Alt+→) : ce qui manque est demandé sur place."
    ).format(what=in_a_list(needs))


def in_a_list(zones: list[Zone] | tuple[Zone, ...]) -> str:
    """« critère de succès, dates de test »."""
    labels = [str(zone.label) for zone in zones]
    return ", ".join(label[:1].lower() + label[1:] for label in labels)


def card(project: Project, kind: CanvasType, canvas: str) -> Card:
    """What the tile of a card says."""
    verdict = project.words(canvas, "verdict")
    decision = project.words(canvas, "decision")
    challenge = project.words(canvas, "challenge")
    photos = [photo for photo in _photos(project, kind, canvas) if photo.picture]
    pair = tuple(paired(project, kind, canvas))
    _now, lacks = asked_now(project, kind, canvas)
    coming, needs = next_step(project, kind, canvas)
    going = _("Pour « {state} » : {what}")
    return Card(
        canvas=canvas,
        kind=kind.id,
        title=title(project, kind, canvas),
        pitch=project.words(canvas, "pitch"),
        challenge=name_of(project, challenge) if challenge else "",
        verdict=option_label(kind.options("verdict"), verdict) if verdict in VERDICTS else "",
        verdict_sign=VERDICTS.get(verdict),
        decision="" if decision in UNDECIDED else option_label(kind.options("decision"), decision),
        photo=photos[0] if photos and not pair else None,
        photos=len(photos),
        pair=pair,
        version=version_of(project, canvas),
        lacks=_("Il manque : {what}").format(what=in_a_list(lacks)) if lacks else "",
        coming=going.format(state=coming.label, what=in_a_list(needs)) if coming and needs else "",
    )


def paired(project: Project, kind: CanvasType, canvas: str) -> Iterator[tuple[str, Photo]]:
    """The first photo of each of two zones that stand side by side, with the name of its zone."""
    for zone in kind.zones:
        if zone.pair:
            for one in (zone, kind.by_id[zone.pair]):
                photos = [photo for photo in project.photos_at(canvas, one.id) if photo.picture]
                yield from ((str(one.label), photo) for photo in photos[:1])


def _photos(project: Project, kind: CanvasType, canvas: str) -> Iterator[Photo]:
    for zone in kind.zones:
        if zone.kind == "photos":
            yield from project.photos_at(canvas, zone.id)
