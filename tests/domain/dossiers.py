"""Correct dossiers for the tests of the rules: the example, made faultless, and its twin in State credits."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from labdesk import places
from labdesk.domain.commands import canvases, dossier
from labdesk.domain.completeness import Finding, Review, review
from labdesk.domain.entities import ENTITIES, PROJECT_ID, Row, Value
from labdesk.domain.funding import Limits, Profile, load_profiles
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.exchange.project_json import read
from tests.memory import catalogue, done

TODAY = date(2027, 7, 1)


@cache
def example() -> Project:
    """The example that ships, as it is imported."""
    (path,) = (places.resources() / "examples").glob("*.json")
    return done(Project.empty("ex"), read(path.read_text("utf-8"), path.name).gesture)


class Dossier(Struct, frozen=True):
    """A project, the profile it answers, the day it is looked at."""

    project: Project
    profile: Profile
    today: date = TODAY

    def reviewed(self) -> Review:
        """What a reviewer says of it."""
        return review(self.project, catalogue(), self.profile, self.today)

    def found(self) -> tuple[Finding, ...]:
        """The findings alone."""
        return self.reviewed().findings

    # -- how a test breaks it -------------------------------------------------------------------------------
    def put(self, table: str, row: str, **values: Value) -> "Dossier":
        """The row with these values, made when it is not there."""
        standing = self.project.table(table).get(row) or ENTITIES[table](id=row)
        return self.rows(table, {row: replace(standing, **values)})

    def head(self, **values: Value) -> "Dossier":
        """The project's own row with these values."""
        return self.put("project", PROJECT_ID, **values)

    def text(self, section: str, text: str) -> "Dossier":
        """The section with this text."""
        return self.put("section", section, text=text)

    def drop(self, table: str, rows: Iterable[str] | None = None) -> "Dossier":
        """The table without these rows, or empty."""
        gone = list(self.project.table(table)) if rows is None else list(rows)
        return self.rows(table, dict.fromkeys(gone))

    def rows(self, table: str, rows: "dict[str, Row | None] | dict[str, Row] | dict[str, None]") -> "Dossier":
        """The table with these rows in place."""
        return replace(self, project=self.project.replaced({table: dict(rows)}))

    def each(self, table: str, **values: Value) -> "Dossier":
        """Every row of the table with these values."""
        rows = {name: replace(row, **values) for name, row in self.project.table(table).items()}
        return self.rows(table, rows)

    def done(self, gesture: Gesture) -> "Dossier":
        """After a gesture of a person."""
        return replace(self, project=done(self.project, gesture))

    def answered(self, canvas: str, zone: str, value: Value, step: str | None = None) -> "Dossier":
        """The zone of a canvas (called as in the example) with this value."""
        return self.done(canvases.answer(self.project, self.canvas(canvas), zone, value, step=step))

    def emptied(self, canvas: str, zone: str) -> "Dossier":
        """The zone of a canvas without its notes."""
        return self.drop("note", [n.id for n in self.project.notes_at(self.canvas(canvas), zone)])

    def emptied_lane(self, canvas: str, zone: str) -> "Dossier":
        """The lane of a journey without its notes."""
        notes = self.project.notes_of(self.canvas(canvas))
        return self.drop("note", [note.id for note in notes if note.zone == zone])

    def limited(self, **limits: Decimal | int | None) -> "Dossier":
        """The same call with other limits."""
        profile = replace(self.profile, limits=replace(self.profile.limits, **limits))
        return replace(self, profile=profile)

    # -- where things are -----------------------------------------------------------------------------------
    def canvas(self, key: str) -> str:
        """The id of a canvas of the example; « workshop » is its only sheet."""
        if key == "workshop":
            return self.project.canvases("workshop")[0].id
        found = self.project.by_key(key)
        assert found is not None, key
        return found.id

    def nth(self, table: str, rank: int) -> str:
        """The id of a row of a table of the dossier, by rank."""
        return self.project.in_order(table)[rank].id

    def steps(self, journey: str) -> tuple[str, ...]:
        """The ids of the steps of a journey."""
        return tuple(step.id for step in self.project.steps_of(self.canvas(journey)))


Change: TypeAlias = Callable[[Dossier], Dossier]


@cache
def grant() -> Dossier:
    """The example with its last blanks filled and a photo, before a call whose limits are known."""
    generic = load_profiles()["generic"]
    limits = Limits(max_rate=Decimal(80), min_self=Decimal(3), min_request=250_000, max_request=10_000_000)
    called = Dossier(example(), replace(generic, limits=limits, to_confirm=False))
    called = called.answered("workshop", "erasure_date", "2027-12-31")
    called = called.done(dossier.add_row(called.project, "attachment", label="Budget détaillé")[1])
    called = called.put("role", called.nth("role", 0), contact="sgar@exemple.invalid")
    said = {"alt": "Une maquette d’annonce posée sur une table.", "consent": "none", "caption": "L’annonce"}
    _photo, gesture = canvases.add_photo(
        called.project, called.canvas("pr_ad"), "photos", "a" * 64, file="annonce.jpg", **said
    )
    return called.done(gesture)


@cache
def state_credits() -> Dossier:
    """The same project asked of a programme: AE and CP in place of amounts, titre, programme."""
    called = replace(grant(), profile=load_profiles()["state_credits"])
    for year in called.project.expense_year.values():
        called = called.put("expense_year", year.id, ae=year.amount, cp=year.amount, amount=None)
    return called.each("expense", titre="ht2", programme="354-BFC-01")
