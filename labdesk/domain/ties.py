"""What hangs on what: the stage of a thing in a chain, its ties, how a tie is stored. It changes nothing.

A chain goes irritant → opportunity → challenge → prototype → result → decision → euro. A tie is stored as a
trace link, as an opportunity a card takes up, or as the challenge a card answers; a card that takes up a step
takes what is noted there.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args
from weakref import ReferenceType, ref

from msgspec import Struct

from labdesk.domain.model import Project, answer_id

TRACE, CHOSEN, CHALLENGE = "trace", "opportunities", "challenge"
"""Zones of ties: from one thing to the next; the opportunities and the challenge of a card."""
PAIN = "pain_points"
"""The lane of irritants; the lane of opportunities is called as the zone of a card that takes them up."""

Stage = Literal["pain", "opportunity", "challenge", "prototype", "result", "decision", "euro"]
STAGES: tuple[Stage, ...] = get_args(Stage)
_RANK: Mapping[str, float] = {"": 1.5} | {stage: float(rank) for rank, stage in enumerate(STAGES)}
_OF_NOTES: Mapping[str, Stage] = {PAIN: "pain", CHOSEN: "opportunity"}
_OF_CANVASES: Mapping[str, Stage] = {"problem": "challenge", "prototype": "prototype"}


class Tie(Struct, frozen=True, gc=False):
    """`a` comes before `b` in a chain. `table`, `row`: what is stored; `step`: they meet through a step."""

    a: str
    b: str
    table: str
    row: str
    step: str = ""


def stage_of(project: Project, row: str) -> Stage | Literal[""]:
    """Where a thing stands in a chain; empty for any other note, a step, a persona."""
    if (note := project.note.get(row)) is not None:
        return _OF_NOTES.get(note.zone or "", "") if note.step else ""
    if (canvas := project.canvas.get(row)) is not None:
        return _OF_CANVASES.get(canvas.type or "", "")
    return "euro" if row in project.expense else ""


def canonical(project: Project, row: str) -> str:
    """What is tied when one points at this: for the words of a challenge, the canvas they name."""
    note = project.note.get(row)
    if note is not None and note.zone == CHALLENGE and stage_of(project, note.canvas or "") == "challenge":
        return note.canvas or row
    return row


def in_chain(project: Project, one: str, other: str) -> tuple[str, str]:
    """Both, the earlier of the chain first; as they were given when neither comes before."""
    ranks = _RANK[stage_of(project, one)], _RANK[stage_of(project, other)]
    return (one, other) if ranks[0] <= ranks[1] else (other, one)


def stands(project: Project, row: str) -> bool:
    """A thing that can be tied, and is there: a note with words, a canvas, a line of expense, a step."""
    if (note := project.note.get(row)) is not None:
        return bool((note.text or "").strip()) and note.canvas in project.canvas
    return row in project.canvas or row in project.expense or row in project.step


def all_ties(project: Project) -> Iterator[Tie]:
    """Every tie between two things that stand, each pair once; what meets through a step comes last."""
    seen: set[tuple[str, str]] = set()
    for tie in (*_stored(project), *through_steps(project)):
        if (tie.a, tie.b) not in seen:
            seen.add((tie.a, tie.b))
            yield tie


def _stored(project: Project) -> Iterator[Tie]:
    for link in sorted(project.link.values(), key=lambda link: (link.place or "", link.id)):
        one, other = link.source or "", link.target or ""
        if link.zone not in (TRACE, CHOSEN) or one == other:
            continue
        if other in project.step or one in project.step:
            continue  # what a card takes with a step is told note by note
        if stands(project, one) and stands(project, other):
            yield Tie(*in_chain(project, one, other), "link", link.id)
    for card in project.canvases("prototype"):
        challenge = project.words(card.id, CHALLENGE)
        if challenge in project.canvas:
            yield Tie(challenge, card.id, "answer", answer_id(card.id, None, CHALLENGE))


def through_steps(project: Project) -> Iterator[Tie]:
    """A card that takes up a step: each irritant and opportunity noted there."""
    for link in project.link.values():
        ends = (link.source or "", link.target or "")
        step = next((end for end in ends if end in project.step), "")
        if not step or link.zone not in (TRACE, CHOSEN):
            continue
        card = ends[0] if ends[1] == step else ends[1]
        if stage_of(project, card) != "prototype":
            continue
        for zone in (PAIN, CHOSEN):
            held = project.notes_at(project.step[step].canvas or "", zone, step)
            yield from (Tie(n.id, card, "link", link.id, step) for n in held if stands(project, n.id))


def ties_of(project: Project, row: str) -> tuple[Tie, ...]:
    """The ties of one thing."""
    return _index(project).get(row, ())


def tied(project: Project, one: str, other: str) -> tuple[Tie, ...]:
    """What ties two things directly."""
    return tuple(tie for tie in ties_of(project, one) if other in (tie.a, tie.b))


def others_of(project: Project, row: str) -> tuple[str, ...]:
    """What a thing is tied to, in the order of a chain."""
    if not (ties := ties_of(project, row)):  # of most notes, at every arrangement
        return ()
    found = [tie.b if tie.a == row else tie.a for tie in ties]
    return tuple(sorted(dict.fromkeys(found), key=lambda other: _RANK[stage_of(project, other)]))


_Index = dict[str, tuple[Tie, ...]]
_last: list[tuple[ReferenceType[Project], _Index]] = []


def _index(project: Project) -> _Index:
    """The ties by each of their ends, read once for a snapshot."""
    if not _last or _last[0][0]() is not project:
        found: dict[str, list[Tie]] = {}
        for tie in all_ties(project):
            found.setdefault(tie.a, []).append(tie)
            found.setdefault(tie.b, []).append(tie)
        _last[:] = [(ref(project), {row: tuple(ties) for row, ties in found.items()})]
    return _last[0][1]
