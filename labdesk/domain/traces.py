"""From irritant to opportunity, prototype, result, euro: what answers what, what proves it, what lacks."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from labdesk.domain.entities import Note, Value
from labdesk.domain.funding import plan
from labdesk.domain.model import Project
from labdesk.domain.ties import CHALLENGE, CHOSEN, PAIN, TRACE, others_of, stage_of
from labdesk.words import _, day, several

TESTED = ("confirmed", "partly", "refuted", "inconclusive")
"""The verdicts given after a test."""
GOES_ON = ("pilot", "deploy")
"""The decisions that cost money afterwards."""
__all__ = [
    "CHALLENGE",
    "CHOSEN",
    "TRACE",
    "Chain",
    "Claim",
    "Gap",
    "Proof",
    "Traces",
    "claims",
    "proof_of",
    "traces",
]

Gap = Literal["pain", "opportunity", "challenge", "result", "euro"]


class Proof(Struct, frozen=True):
    """What a test showed. `dates` are ISO texts; `testers` 0: not said."""

    verdict: str
    criterion: str
    result: str
    testers: int
    dates: tuple[str, ...]
    confidence: str
    decision: str

    @property
    def tested(self) -> bool:
        """A verdict was given."""
        return self.verdict in TESTED

    @property
    def whole(self) -> bool:
        """The verdict stands on a date, testers and a result."""
        return self.tested and bool(self.dates and self.testers and self.result)

    def sentence(self) -> str:
        """« 9 sur 10 · 10 testeurs · 16 mars 2027 »; what is not known is left out."""
        said = [self.result]
        if self.testers:
            said.append(several(self.testers, "{n} testeur", "{n} testeurs"))
        if self.dates:
            said.append(day(self.dates[-1]))
        return " · ".join(part for part in said if part)


class Chain(Struct, frozen=True):
    """One prototype and all it hangs on: ids of notes, of its challenge (a problem canvas), of expenses."""

    prototype: str
    pains: tuple[str, ...]
    opportunities: tuple[str, ...]
    challenge: str
    proof: Proof
    expenses: tuple[str, ...]
    test_cost: int
    cost: int

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The links that are missing, in the order of the chain; an idea that stops here needs no euro."""
        there: tuple[tuple[Gap, object], ...] = (
            ("pain", self.pains),
            ("opportunity", self.opportunities),
            ("challenge", self.challenge),
            ("result", self.proof.whole),
            ("euro", self.expenses or self.proof.decision not in GOES_ON),
        )
        return tuple(gap for gap, link in there if not link)


class Claim(Struct, frozen=True):
    """What the dossier says works, and the test behind it."""

    prototype: str
    hypothesis: str
    proof: Proof

    def sentence(self) -> str:
        """« Nous croyons que… (9 sur 10 · 10 testeurs · 16 mars 2027) »."""
        return _("{claim} ({proof})").format(claim=self.hypothesis.rstrip("."), proof=self.proof.sentence())


class Traces(Struct, frozen=True):
    """One chain for each prototype; the irritants and opportunities that no prototype takes up (note ids)."""

    chains: tuple[Chain, ...]
    unanswered: tuple[str, ...]
    untried: tuple[str, ...]


def proof_of(project: Project, prototype: str) -> Proof:
    """What the card of a prototype says of its test."""
    dates = (note.text or "" for note in project.notes_at(prototype, "test_dates"))

    def said(zone: str) -> str:
        return project.words(prototype, zone).strip()

    return Proof(
        verdict=said("verdict"),
        criterion=said("criterion"),
        result=said("result"),
        testers=_whole(project.value(prototype, "testers")),
        dates=tuple(sorted(date.strip() for date in dates if date.strip())),
        confidence=said("confidence"),
        decision=said("decision"),
    )


def claims(project: Project) -> tuple[Claim, ...]:
    """The hypotheses that a test confirmed, wholly or partly, with the test."""
    found = []
    for card in project.canvases("prototype"):
        proof = proof_of(project, card.id)
        hypothesis = project.words(card.id, "hypothesis").strip()
        if proof.verdict in ("confirmed", "partly") and hypothesis:
            found.append(Claim(card.id, hypothesis, proof))
    return tuple(found)


def traces(project: Project) -> Traces:
    """Every chain of the project, and what no prototype takes up."""
    threads = _Threads(project)
    chains = tuple(threads.chain(card.id) for card in project.canvases("prototype"))
    answered = {note for chain in chains for note in chain.pains}
    tried = {note for chain in chains for note in chain.opportunities}
    return Traces(
        chains,
        tuple(note.id for note in threads.pains if note.id not in answered),
        tuple(note.id for note in threads.opportunities if note.id not in tried),
    )


class _Threads:
    """The links of a project, by where they arrive. A card that takes a step takes what is noted there."""

    def __init__(self, project: Project) -> None:
        self.project = project

    @cached_property
    def pains(self) -> tuple[Note, ...]:
        return self._noted(PAIN)

    @cached_property
    def opportunities(self) -> tuple[Note, ...]:
        return self._noted(CHOSEN)

    @cached_property
    def costs(self) -> Mapping[str, int]:
        lines = plan(self.project).lines
        return {line.row.id: line.total for line in lines}

    def chain(self, card: str) -> Chain:
        project = self.project
        challenge = project.words(card, CHALLENGE)
        challenge = challenge if challenge in project.canvas else ""
        ends = {*others_of(project, card), *(others_of(project, challenge) if challenge else ())}
        ideas = tuple(note.id for note in self.opportunities if note.id in ends)
        sources = {*ends, *(other for idea in ideas for other in others_of(project, idea))}
        expenses = tuple(row for row in others_of(project, card) if stage_of(project, row) == "euro")
        return Chain(
            prototype=card,
            pains=tuple(note.id for note in self.pains if note.id in sources),
            opportunities=ideas,
            challenge=challenge,
            proof=proof_of(project, card),
            expenses=expenses,
            test_cost=_whole(project.value(card, "cost")),
            cost=sum(self.costs[expense] for expense in expenses),
        )

    def _noted(self, zone: str) -> tuple[Note, ...]:
        """The notes of a lane over all journeys, in reading order."""
        return tuple(_in_reading_order(self.project, zone))


def _in_reading_order(project: Project, zone: str) -> Iterable[Note]:
    for journey in project.canvases("journey"):
        for step in project.steps_of(journey.id):
            yield from (
                note for note in project.notes_at(journey.id, zone, step.id) if (note.text or "").strip()
            )


def _whole(value: Value) -> int:
    """A count or an amount as it was stored; 0 for what is not one."""
    try:
        return int(str(value).strip())
    except ValueError:
        return 0
