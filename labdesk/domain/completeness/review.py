"""A project read as a reviewer reads it: every rule of the profile, and the state of each section."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.completeness import (
    access,
    amounts,
    evidence,
    expenses,
    impacts,
    journeys,
    people,
    privacy,
    problems,
    quoted,
    schedule,
    state_credits,
    texts,
)
from labdesk.domain.completeness.content import Source, source_of
from labdesk.domain.completeness.rule import Case, Remark, Rule, Severity
from labdesk.domain.funding import Profile
from labdesk.domain.model import Project, Types
from labdesk.words import _, several

RULES: tuple[Rule, ...] = (
    *amounts.RULES,
    *expenses.RULES,
    *state_credits.RULES,
    *schedule.RULES,
    *impacts.RULES,
    *problems.RULES,
    *journeys.RULES,
    *evidence.RULES,
    *people.RULES,
    *privacy.RULES,
    *texts.RULES,
    *quoted.RULES,
    *access.RULES,
)
"""Every rule, family by family."""

WEIGHT: Mapping[Severity, int] = {"blocking": 0, "to_check": 1, "advice": 2}
State = Literal["ready", "to_check", "blocking", "empty"]


class Finding(Struct, frozen=True):
    """One point of the review, in the reader's language, and the place the screen jumps to.

    `table`, `row`, `field`: what to open; for a zone of a canvas in which nothing may stand yet, `canvas` (or
    `step`, for one cell), its id and the zone. `canvas`, `zone`, `step`: where it stands on a canvas.
    """

    rule: str
    severity: Severity
    section: str
    table: str
    row: str
    field: str
    sentence: str
    advice: str
    canvas: str = ""
    zone: str = ""
    step: str = ""


class SectionState(Struct, frozen=True):
    """How far a section is. Advice never holds one back; an empty one is `empty`, whatever its findings."""

    state: State
    source: Source
    blocking: int = 0
    to_check: int = 0
    advice: int = 0


class Review(Struct, frozen=True):
    """The findings by section, gravest first, and the state of every section of the profile, in its order."""

    findings: tuple[Finding, ...]
    states: Mapping[str, SectionState]

    @property
    def total(self) -> int:
        """How many sections the profile asks for."""
        return len(self.states)

    @property
    def ready(self) -> int:
        """How many have content and nothing to check."""
        return sum(state.state == "ready" for state in self.states.values())

    @property
    def blocking(self) -> int:
        """How many findings stand in the way of a final export."""
        return sum(finding.severity == "blocking" for finding in self.findings)

    def of(self, section: str) -> tuple[Finding, ...]:
        """The findings of one section."""
        return tuple(finding for finding in self.findings if finding.section == section)

    def sentence(self) -> str:
        """« 12 sections prêtes sur 17 · 2 points bloquants »."""
        ready = several(self.ready, "{n} section prête", "{n} sections prêtes")
        done = _("{ready} sur {total}").format(ready=ready, total=self.total)
        rest = _("aucun point bloquant")
        if self.blocking:
            rest = several(self.blocking, "{n} point bloquant", "{n} points bloquants")
        return f"{done} · {rest}"


def review(project: Project, catalogue: Catalogue, profile: Profile, today: date) -> Review:
    """What a reviewer of this profile would say of the project on that day."""
    case = Case(project, Types(catalogue), profile, today)
    rank = {section.id: index for index, section in enumerate(profile.sections)}
    found = sorted(_findings(case), key=lambda f: (rank[f.section], WEIGHT[f.severity]))
    return Review(tuple(found), {name: _state(case, name, found) for name in rank})


def _findings(case: Case) -> Iterator[Finding]:
    for rule in RULES:
        if case.profile.form in rule.forms and (not rule.sections or case.profile.has(*rule.sections)):
            for remark in rule.find(case):
                if section := _shown_in(case.profile, remark.sections or rule.sections):
                    yield _finding(rule, remark, section)


def _shown_in(profile: Profile, sections: tuple[str, ...]) -> str:
    return next((name for name in sections if profile.has(name)), "")


def _finding(rule: Rule, remark: Remark, section: str) -> Finding:
    return Finding(
        rule=rule.id,
        severity=remark.severity or rule.severity,
        section=section,
        table=remark.table,
        row=remark.row,
        field=remark.field,
        sentence=remark.sentence,
        advice=remark.advice,
        canvas=remark.canvas,
        zone=remark.zone,
        step=remark.step,
    )


def _state(case: Case, name: str, findings: list[Finding]) -> SectionState:
    here = [finding.severity for finding in findings if finding.section == name]
    source = source_of(case, name)
    counts = {severity: here.count(severity) for severity in WEIGHT}
    state: State = "ready"
    if not source:
        state = "empty"
    elif counts["blocking"]:
        state = "blocking"
    elif counts["to_check"]:
        state = "to_check"
    return SectionState(state, source, counts["blocking"], counts["to_check"], counts["advice"])
