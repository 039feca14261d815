"""Every chain of a project as one web: its knots by stage, what follows what, what is broken. No places."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.canvas_type import option_label
from labdesk.domain.entities import Note
from labdesk.domain.model import Project
from labdesk.domain.shown import name_of, type_in_file
from labdesk.domain.tie_choices import Whereabouts
from labdesk.domain.ties import CHOSEN, PAIN, STAGES, Stage, Tie, all_ties, stands
from labdesk.domain.traces import GOES_ON, Proof, proof_of
from labdesk.words import _, euros, several

Lack = Literal["answer", "prototype", "pain", "challenge", "proof", "date", "decision", "euro"]
Shown = Literal["linked", "all", "broken"]
"""Only what is tied (and every card and challenge), everything, or only what is broken with its chain."""
UNDECIDED = ("", "none")


class Knot(Struct, frozen=True):
    """One thing of a chain. `row`: where one goes to see it (a result and a decision stand on their card).

    `where`: who lives it, the proof in a few words, the amount. `value`: the verdict or decision as stored.
    """

    id: str
    stage: Stage
    row: str
    text: str
    where: str = ""
    votes: int = 0
    lacks: tuple[Lack, ...] = ()
    value: str = ""
    group: str = ""


class Web(Struct, frozen=True, dict=True):
    """`after`: what follows each knot. `ties`: what is stored for two knots that follow each other.

    `challenges`: what each card answers. `places`: the rank of the journey of a note, of its step, its name.
    `tested`: irritants with an answer that was tested. `money`: lines of expense belong to it.
    """

    knots: Mapping[str, Knot]
    after: Mapping[str, tuple[str, ...]]
    ties: Mapping[tuple[str, str], Tie]
    challenges: Mapping[str, str]
    journeys: Mapping[str, str]
    places: Mapping[str, tuple[int, int, str]]
    tested: frozenset[str]
    money: bool = True

    @cached_property
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """What comes before each knot."""
        found: dict[str, list[str]] = {}
        for a, followers in self.after.items():
            for b in followers:
                found.setdefault(b, []).append(a)
        return {b: tuple(found_) for b, found_ in found.items()}

    @cached_property
    def columns(self) -> Mapping[Stage, tuple[str, ...]]:
        """The knots of each stage in reading order."""
        found: dict[Stage, list[str]] = {stage: [] for stage in STAGES}
        for knot in self.knots.values():
            found[knot.stage].append(knot.id)
        return {stage: tuple(ids) for stage, ids in found.items()}

    def chain(self, knot: str) -> frozenset[str]:
        """All that a thing hangs on and all that hangs on it, with the challenges its cards answer."""
        down, up = self._reached(knot, self.after), self._reached(knot, self.before)
        asked = {self.challenges[card] for card in down if card in self.challenges}
        for card in [card for card, challenge in self.challenges.items() if challenge == knot]:
            up |= self._reached(card, self.before)  # what leads to a card leads to the challenge it answers
        return frozenset(down | up | asked)

    def _reached(self, start: str, ways: Mapping[str, tuple[str, ...]]) -> set[str]:
        found, waiting = {start}, [start]
        while waiting:
            for other in ways.get(waiting.pop(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    @property
    def broken(self) -> tuple[str, ...]:
        """The knots where a chain stops too early."""
        return tuple(knot.id for knot in self.knots.values() if knot.lacks)

    def summary(self) -> str:
        """« 12 irritants sur 41 ont une réponse testée »."""
        of, n = len(self.columns["pain"]), len(self.tested)
        if not of:
            return _("Aucun irritant n’est encore noté.")
        if not n:
            return several(
                of,
                "{n} irritant, sans réponse testée pour l’instant",
                "{n} irritants, aucun n’a encore de réponse testée",
            )
        said = (
            _("{n} irritants sur {of} ont une réponse testée")
            if n > 1
            else _("{n} irritant sur {of} a une réponse testée")
        )
        return said.format(n=n, of=of)

    def visible(self, shown: Shown, journey: str = "") -> frozenset[str]:
        """The knots to show."""
        notes = ("pain", "opportunity")
        kept = {
            k.id for k in self.knots.values() if not journey or k.stage not in notes or k.group == journey
        }
        if shown == "broken":
            kept &= {other for knot in self.broken if knot in kept for other in self.chain(knot)}
        elif shown == "linked":
            kept -= {i for i in kept if self.knots[i].stage in (*notes, "euro") and not self._tied(i)}
        if journey:
            own = {i for i in kept if self.knots[i].stage in notes}
            kept &= {other for knot in own for other in self.chain(knot)}
        return frozenset(kept)

    def _tied(self, knot: str) -> bool:
        return bool(self.after.get(knot) or self.before.get(knot))


def web(project: Project, *, money: bool = True) -> Web:
    """The web of a project. `money`: with the lines of expense (a table does not see them)."""
    return _Weaver(project, money).web()


class _Weaver:
    """Reads a project once."""

    def __init__(self, project: Project, money: bool) -> None:
        self.project, self.money = project, money
        self.knots: dict[str, Knot] = {}
        self.after: dict[str, list[str]] = {}
        self.ties: dict[tuple[str, str], Tie] = {}
        self.challenges: dict[str, str] = {}
        self.places: dict[str, tuple[int, int, str]] = {}
        self.spent: dict[str, list[Tie]] = {}
        self.proofs = {card.id: proof_of(project, card.id) for card in project.canvases("prototype")}

    def web(self) -> Web:
        self._notes()
        self._canvases()
        if self.money:
            self._expenses()
        self._tie()
        for card in self.proofs:
            self._tail(card)
        self._lacks()
        project = self.project
        journeys = {c.id: name_of(project, c.id) for c in project.canvases("journey")}
        after = {a: tuple(found) for a, found in self.after.items()}
        made = Web(
            self.knots, after, self.ties, self.challenges, journeys, self.places, frozenset(), self.money
        )
        tested = [card for card, proof in self.proofs.items() if proof.tested]
        pains = {row for card in tested for row in made.chain(card) if self.knots[row].stage == "pain"}
        return replace(made, tested=frozenset(pains))

    # -- knots ----------------------------------------------------------------------------------------------
    def _notes(self) -> None:
        project, where = self.project, Whereabouts(self.project)
        stages: tuple[tuple[str, Stage], ...] = ((PAIN, "pain"), (CHOSEN, "opportunity"))
        ranks = {canvas.id: rank for rank, canvas in enumerate(project.canvases("journey"))}
        for zone, stage in stages:
            for note in _in_reading_order(project, zone):
                step = project.step.get(note.step or "")
                label = step.label if step else ""
                rank = where.ranks.get(note.step or "", 0)
                self.places[note.id] = (ranks[note.canvas or ""], rank, label or "")
                self.knots[note.id] = Knot(
                    note.id,
                    stage,
                    note.id,
                    note.text or "",
                    where.of(note.id),
                    project.votes_seen(note.id),
                    group=note.canvas or "",
                )

    def _canvases(self) -> None:
        kinds: tuple[tuple[str, Stage], ...] = (("problem", "challenge"), ("prototype", "prototype"))
        for kind, stage in kinds:
            for canvas in self.project.canvases(kind):
                self.knots[canvas.id] = Knot(canvas.id, stage, canvas.id, name_of(self.project, canvas.id))

    def _expenses(self) -> None:
        from labdesk.domain.funding import plan

        for line in plan(self.project).lines:
            said = euros(line.total) if line.total else ""
            self.knots[line.row.id] = Knot(
                line.row.id, "euro", line.row.id, name_of(self.project, line.row.id), said
            )

    # -- what follows what ----------------------------------------------------------------------------------
    def _follow(self, a: str, b: str, tie: Tie | None = None) -> None:
        if b not in self.after.setdefault(a, []):
            self.after[a].append(b)
        if tie is not None:
            self.ties.setdefault((a, b), tie)

    def _tie(self) -> None:
        met: dict[tuple[str, str], list[Tie]] = {}
        for tie in all_ties(self.project):
            if tie.a not in self.knots or tie.b not in self.knots:
                continue
            stages = self.knots[tie.a].stage, self.knots[tie.b].stage
            if stages[0] == stages[1] or stages == ("challenge", "euro"):
                continue
            if stages == ("challenge", "prototype"):
                self.challenges.setdefault(tie.b, tie.a)
            if stages == ("prototype", "euro"):
                self.spent.setdefault(tie.a, []).append(tie)  # after its decision
                continue
            if tie.step:
                met.setdefault((tie.step, tie.b), []).append(tie)
            else:
                self._follow(tie.a, tie.b, tie)
        for ties in met.values():
            self._meet(ties)

    def _meet(self, ties: Iterable[Tie]) -> None:
        """What a card takes with a step: its irritants lead to its opportunities, else to the card."""
        held = [(tie, self.knots[tie.a].stage) for tie in ties]
        ideas = [tie for tie, stage in held if stage == "opportunity"]
        for tie in ideas:
            self._follow(tie.a, tie.b, tie)
        for tie, stage in held:
            if stage == "pain":
                for idea in ideas:
                    self._follow(tie.a, idea.a, replace(tie, b=idea.a))
                if not ideas:
                    self._follow(tie.a, tie.b, tie)

    def _tail(self, card: str) -> None:
        """A card, its result, its decision, its expenses, as far as they are there."""
        proof, kind, last = self.proofs[card], type_in_file(self.project, card), card
        tail: tuple[tuple[Stage, str, str], ...] = (
            ("result", "verdict", proof.verdict if proof.tested else ""),
            ("decision", "decision", proof.decision),
        )
        for stage, zone, value in tail:
            if value in UNDECIDED:
                continue
            words = option_label(kind.options(zone), value).split(" (")[0] if kind else value
            knot = f"{card}/{stage}"
            where = proof.sentence() if stage == "result" else ""
            self.knots[knot] = Knot(knot, stage, card, words, where, value=value)
            self._follow(last, knot)
            last = knot
        for tie in self.spent.get(card, ()):
            self._follow(last, tie.b, tie)

    # -- what is broken -------------------------------------------------------------------------------------
    def _lacks(self) -> None:
        came = {b for followers in self.after.values() for b in followers}
        for knot in self.knots.values():
            lacks = tuple(self._lacking(knot, came))
            if lacks:
                self.knots[knot.id] = replace(knot, lacks=lacks)

    def _lacking(self, knot: Knot, came: set[str]) -> Iterator[Lack]:
        goes_on = bool(self.after.get(knot.id))
        match knot.stage:
            case "pain" if not goes_on:
                yield "answer"
            case "opportunity" | "challenge" if not goes_on:
                yield "prototype"
            case "prototype":
                yield from self._of_card(knot.id, came)
            case "result":
                yield from self._of_result(self.proofs[knot.row])
            case "decision" if self.money and knot.value in GOES_ON and not goes_on:
                yield "euro"

    def _of_card(self, card: str, came: set[str]) -> Iterator[Lack]:
        challenge = self.challenges.get(card)
        if card not in came or (challenge and not self._asked(card, challenge)):
            yield "pain"
        if not challenge:
            yield "challenge"
        if not self.proofs[card].tested:
            yield "proof"

    def _asked(self, card: str, challenge: str) -> bool:
        """An irritant or an opportunity leads to a card, or to the challenge it answers."""
        notes = (a for a, followers in self.after.items() if card in followers or challenge in followers)
        return any(self.knots[a].stage in ("pain", "opportunity") for a in notes)

    def _of_result(self, proof: Proof) -> Iterator[Lack]:
        if not proof.whole:
            yield "date"
        if proof.decision in UNDECIDED:
            yield "decision"


def _in_reading_order(project: Project, zone: str) -> Iterator[Note]:
    for journey in project.canvases("journey"):
        for step in project.steps_of(journey.id):
            yield from (n for n in project.notes_at(journey.id, zone, step.id) if stands(project, n.id))
