"""What a rule of a reviewer is, what it remarks, and the case it looks at. No rule stands here."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.entities import PROJECT_ID, Canvas, Note
from labdesk.domain.funding import CreditPlan, Form, Money, Plan, Profile, credits, plan
from labdesk.domain.model import Project, Types, filled, title
from labdesk.errors import Refusal
from labdesk.words import decimal

Severity = Literal["blocking", "to_check", "advice"]
"""Blocking: no final export. To check: the section is not ready. Advice: said once, never in the way."""

DOSSIERS: tuple[Form, ...] = ("grant", "credits", "note")
NAME = 70
"""Characters of a title in a sentence."""
EVERY: tuple[Form, ...] = (*DOSSIERS, "report")


class Remark(Struct, frozen=True):
    """What a rule found, and where: a row and its field, or a zone of a canvas (of one of its steps).

    `sections` and `severity`, where given, stand in for those of the rule.
    """

    sentence: str
    advice: str = ""
    table: str = ""
    row: str = ""
    field: str = ""
    canvas: str = ""
    zone: str = ""
    step: str = ""
    sections: tuple[str, ...] = ()
    severity: Severity | None = None


class Case(Struct, frozen=True, dict=True):
    """A project under review: its types, the profile it answers, the day it is looked at."""

    project: Project
    types: Types
    profile: Profile
    today: date
    _kinds: dict[str, CanvasType | None] = field(default_factory=dict)

    @cached_property
    def money(self) -> Money:
        """The column that says what an expense costs in a year: a note follows what was filled in."""
        if self.profile.form != "note":
            return "cp" if self.profile.form == "credits" else "amount"
        return "amount" if plan(self.project).expenses else "cp"

    @cached_property
    def plan(self) -> Plan:
        """The financing plan, in the money of the profile."""
        return plan(self.project, self.money)

    @cached_property
    def credits(self) -> CreditPlan:
        """The same as AE and CP."""
        return credits(self.project)

    @cached_property
    def written(self) -> frozenset[str]:
        """The canvases in which something stands: words, a value, a photo."""
        project = self.project
        found = {note.canvas for note in project.note.values() if not empty(note.text)}
        found |= {answer.canvas for answer in project.answer.values() if answer.value not in (None, "")}
        found |= {photo.canvas for photo in project.photo.values()}
        return frozenset(name for name in found if name)

    def canvases(self, kind: str) -> tuple[Canvas, ...]:
        """The canvases of a type in which something stands, by place."""
        return tuple(canvas for canvas in self.project.canvases(kind) if canvas.id in self.written)

    @property
    def start(self) -> date | None:
        """The first day of the project."""
        return iso_day(self.project.head.start)

    @property
    def end(self) -> date | None:
        """The last day of the project."""
        return iso_day(self.project.head.end)

    @property
    def period(self) -> tuple[date, date] | None:
        """Both, when they make a period: what is wrong with them is said once, not by every rule."""
        start, end = self.start, self.end
        return (start, end) if start and end and start < end else None

    def kind(self, canvas: str) -> CanvasType | None:
        """The type of a canvas, or None when neither the file nor this laptop knows it."""
        if canvas not in self._kinds:
            try:
                self._kinds[canvas] = self.types.of(self.project, canvas)
            except Refusal:
                self._kinds[canvas] = None
        return self._kinds[canvas]

    def title(self, canvas: str) -> str:
        """What people call a canvas."""
        kind = self.kind(canvas)
        return called(title(self.project, kind, canvas)) if kind else canvas

    def knows(self, canvas: Canvas, zone: str) -> bool:
        """The type of this canvas has that zone: a lab may have taken it off its own type."""
        kind = self.kind(canvas.id)
        return kind is not None and zone in kind.by_id

    def misses(self, canvas: Canvas, zone: str) -> bool:
        """The canvas has that zone and nothing stands in it."""
        kind = self.kind(canvas.id)
        return (
            kind is not None and zone in kind.by_id and not filled(self.project, canvas.id, kind.by_id[zone])
        )

    def label(self, canvas: Canvas, zone: str) -> str:
        """The label of a zone as people read it."""
        kind = self.kind(canvas.id)
        return str(kind.by_id[zone].label) if kind and zone in kind.by_id else zone


Find = Callable[[Case], Iterable[Remark]]


class Rule(Struct, frozen=True):
    """One thing a reviewer checks, shown in the first of `sections` that the profile has, else not at all."""

    id: str
    severity: Severity
    sections: tuple[str, ...]
    forms: tuple[Form, ...]
    find: Find

    @property
    def source(self) -> str:
        """What is checked and where that comes from."""
        return (self.find.__doc__ or "").strip()


def rule(
    name: str, severity: Severity, *sections: str, forms: tuple[Form, ...] = DOSSIERS
) -> Callable[[Find], Rule]:
    """The function below is the rule `name`, for the sections and forms given."""
    return lambda find: Rule(name, severity, sections, forms, find)


def on_head(field_name: str, sentence: str, advice: str = "") -> Remark:
    """Something about the project or its cover."""
    return Remark(sentence, advice, "project", PROJECT_ID, field_name)


def on_row(table: str, row: str, field_name: str, sentence: str, advice: str = "") -> Remark:
    """Something about a row of a table of the dossier."""
    return Remark(sentence, advice, table, row, field_name)


def on_zone(canvas: Canvas, zone: str, sentence: str, advice: str = "", step: str = "") -> Remark:
    """Something about a zone of a canvas, or one cell of its grid; nothing may stand there yet."""
    table, row = ("step", step) if step else ("canvas", canvas.id)
    return Remark(sentence, advice, table, row, zone, canvas.id, zone, step)


def on_note(note: Note, sentence: str, advice: str = "") -> Remark:
    """Something about the words of a note."""
    return Remark(
        sentence, advice, "note", note.id, "text", note.canvas or "", note.zone or "", note.step or ""
    )


def iso_day(text: str | None) -> date | None:
    """An ISO date, or None for what is not one."""
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None


def whole(value: object) -> int:
    """A count as it was typed or stored; 0 for what is not one."""
    try:
        return int(str(value).strip())
    except ValueError:
        return 0


def percent(share: Fraction) -> str:
    """A share as people read it: 1/2 → « 50 », 1/3 → « 33,3 » (rounded for the eye only)."""
    return decimal(f"{float(share * 100):.1f}")


def called(name: str | None) -> str:
    """What a sentence calls a thing: one line of it, cut after a word, « … » for what has no name."""
    line = " ".join(re.split(r"[ \t\r\n]+", (name or "").strip()))  # unbreakable spaces stay
    if len(line) <= NAME:
        return line or "…"
    return (line[:NAME].rpartition(" ")[0] or line[:NAME]) + "…"


def empty(text: str | None) -> bool:
    """Nothing was typed."""
    return not (text or "").strip()
