"""What a thing may be tied to, nearest first and in groups; where each stands, in a few words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from labdesk.domain.entities import Note
from labdesk.domain.model import Project
from labdesk.domain.shown import name_of, type_in_file
from labdesk.domain.ties import CHOSEN, PAIN, Stage, others_of, stage_of, stands
from labdesk.words import _

AFTER: Mapping[str, tuple[Stage, ...]] = {
    "pain": ("opportunity", "prototype", "challenge"),
    "opportunity": ("pain", "prototype", "challenge"),
    "challenge": ("prototype", "pain", "opportunity"),
    "prototype": ("challenge", "opportunity", "pain", "euro"),
    "euro": ("prototype",),
    "": ("pain", "opportunity", "prototype", "challenge"),
}
"""For a thing of this stage: the stages it is tied to, the most usual first."""


class Candidate(Struct, frozen=True):
    """One thing to tie to: its words, where it stands, the group it is shown in."""

    row: str
    label: str
    where: str
    group: str


def candidates(project: Project, rows: Sequence[str], *, money: bool = True) -> tuple[Candidate, ...]:
    """All that these things may be tied to: not themselves, not what all of them are tied to already.

    `money`: lines of expense are shown (not to a table).
    """
    if not rows:
        return ()
    near = _Near(project, rows[-1])
    held = [set(others_of(project, row)) for row in rows]
    known = set(rows) | set.intersection(*held)
    found: dict[str, Candidate] = {}
    for candidate in near.all():
        if candidate.row not in known and (money or candidate.row not in project.expense):
            found.setdefault(candidate.row, candidate)
    return tuple(found.values())


class Whereabouts:
    """Where things stand: « étape 5, Inès ». One for each reading of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The number of each step in its journey, from 1."""
        found: dict[str, int] = {}
        for canvas in {step.canvas or "" for step in self.project.step.values()}:
            found |= {step.id: n for n, step in enumerate(self.project.steps_of(canvas), 1)}
        return found

    @cached_property
    def lived_by(self) -> Mapping[str, str]:
        """Who lives each journey, else what it is called."""
        found = {}
        for canvas in self.project.canvas.values():
            persona = self.project.words(canvas.id, "persona")
            found[canvas.id] = name_of(self.project, persona if persona in self.project.canvas else canvas.id)
        return found

    def of(self, row: str) -> str:
        """In a few words; empty when there is nothing to add to its name."""
        note = self.project.note.get(row)
        if note is None:
            return ""
        step = self.ranks.get(note.step or "")
        said = [self.lived_by.get(note.canvas or "", "")]
        if step:
            said.append(_("étape {n}").format(n=step))
        return " · ".join(said)


class _Near:
    """The things of a project as they stand from one of them."""

    def __init__(self, project: Project, row: str) -> None:
        self.project, self.row = project, row
        self.where = Whereabouts(project)
        self.note = project.note.get(row)

    def all(self) -> Iterator[Candidate]:
        """Groups in order, the nearest first; a thing may come twice, the first time counts."""
        stages = AFTER[stage_of(self.project, self.row)]
        if self.note is not None and self.note.step:
            for zone in [z for stage, z in _ZONES.items() if stage in stages] or [PAIN, CHOSEN]:
                yield from self._notes(zone, here=True)
        for stage in stages:
            if zone := _ZONES.get(stage, ""):
                yield from self._notes(zone, here=False)
            else:
                yield from self._others(stage)
        yield from self._rest()

    def _notes(self, zone: str, *, here: bool) -> Iterator[Candidate]:
        project, own = self.project, self.note
        held = [n for n in project.note.values() if n.zone == zone and n.step and stands(project, n.id)]
        step = own.step if own else None
        group = _here()[zone] if here else (_elsewhere()[zone] if step else _all()[zone])
        for note in sorted(held, key=self._distance):
            if not here or note.step == step:
                yield Candidate(note.id, note.text or "", self.where.of(note.id), group)

    def _distance(self, note: Note) -> tuple[bool, int, str, int, str, str]:
        own, ranks = self.note, self.where.ranks
        rank = ranks.get(note.step or "", 0)
        same = own is not None and note.canvas == own.canvas
        gap = abs(rank - ranks.get(own.step or "", 0)) if own is not None and same else 0
        return not same, gap, note.canvas or "", rank, note.place or "", note.id

    def _others(self, stage: Stage) -> Iterator[Candidate]:
        project = self.project
        if stage == "euro":
            for row in project.in_order("expense"):
                yield Candidate(row.id, name_of(project, row.id), "", _("Dépenses"))
            return
        kind: Literal["problem", "prototype"] = "problem" if stage == "challenge" else "prototype"
        group = _("Défis") if stage == "challenge" else _("Prototypes")
        for canvas in project.canvases(kind):
            yield Candidate(canvas.id, name_of(project, canvas.id), "", group)

    def _rest(self) -> Iterator[Candidate]:
        """Every other note, the nearest first: a thought, a quote, a cause."""
        project = self.project
        dates = {
            (canvas.id, zone.id)
            for canvas in project.canvas.values()
            if (kind := type_in_file(project, canvas.id)) is not None
            for zone in kind.zones
            if zone.kind == "dates"
        }
        for note in sorted(project.note.values(), key=self._distance):
            if stands(project, note.id) and (note.canvas or "", note.zone or "") not in dates:
                yield Candidate(note.id, note.text or "", self.where.of(note.id), _("Autres notes"))


_ZONES: dict[str, str] = {"pain": PAIN, "opportunity": CHOSEN}


def _here() -> dict[str, str]:
    return {PAIN: _("Irritants de la même étape"), CHOSEN: _("Pistes de la même étape")}


def _elsewhere() -> dict[str, str]:
    return {PAIN: _("Autres irritants"), CHOSEN: _("Autres pistes")}


def _all() -> dict[str, str]:
    return {PAIN: _("Irritants"), CHOSEN: _("Pistes")}
