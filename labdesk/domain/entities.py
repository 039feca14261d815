"""Every stored thing and its fields, declared once: schema, changes, import and export derive from it."""

from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias

Value: TypeAlias = str | int | None
Merge: TypeAlias = Literal["ask", "latest"]
"""`ask`: two tables that wrote different values see both. `latest`: the last one stands (places, orders)."""

SHORT, NOTE, LONG = 300, 2_000, 100_000
"""Limits in characters: a label, a note, a section or other long text."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a stored thing: its SQL type, how two versions meet, its limit, the table it points to."""

    name: str
    sql: Literal["TEXT", "INTEGER", "ANY"]
    merge: Merge
    limit: int
    refers: str | None


def _meta(sql: str, merge: Merge, limit: int = SHORT, refers: str | None = None) -> Any:
    default: Any = None
    return field(default=default, metadata={"sql": sql, "merge": merge, "limit": limit, "refers": refers})


def words(limit: int = SHORT) -> Any:
    """A text a person typed."""
    return _meta("TEXT", "ask", limit)


def number() -> Any:
    """A whole number: cents, percent, counts, yes (1) or no (0)."""
    return _meta("INTEGER", "ask")


def anything(limit: int = LONG) -> Any:
    """A text or a whole number, as the zone wants it."""
    return _meta("ANY", "ask", limit)


def inside(table: str) -> Any:
    """The thing this one belongs to."""
    return _meta("TEXT", "latest", refers=table)


def settled(sql: str = "TEXT") -> Any:
    """Something whose last value stands without asking: a place, an order, a kind given at birth."""
    return _meta(sql, "latest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Any stored thing."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow(Row):
    """The project itself and the cover of its dossier; its id is always `project`. Amounts in cents."""

    key: str | None = words()
    title: str | None = words()
    disclaimer: str | None = words(LONG)
    profile: str | None = words()
    cover_title: str | None = words()
    holder: str | None = words()
    fund: str | None = words()
    requested: int | None = number()
    date: str | None = words()
    version: str | None = words()
    contact: str | None = words()
    start: str | None = words()
    end: str | None = words()
    siret: str | None = words()
    vat: str | None = words()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCopy(Row):
    """The type of a canvas as it was when the first canvas of it was made; id is `<type>@<sha-256>`."""

    name: str | None = settled()
    sha: str | None = settled()
    toml: str | None = _meta("TEXT", "latest", LONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas(Row):
    """One sheet of a type: a journey, a problem canvas, a prototype card, a persona, a workshop sheet."""

    type: str | None = settled()
    type_row: str | None = settled()
    key: str | None = words()
    place: str | None = settled()
    author_table: str | None = words()
    view: str | None = settled()
    votes_veiled: int | None = settled("INTEGER")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Row):
    """A great moment of a journey."""

    canvas: str | None = inside("canvas")
    label: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """A concrete step inside a phase: a column of the grid."""

    canvas: str | None = inside("canvas")
    phase: str | None = inside("phase")
    label: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Row):
    """A lane that this canvas shows; id `<canvas>/<zone>` for one of the type, random for the lab's own."""

    canvas: str | None = inside("canvas")
    zone: str | None = settled()
    label: str | None = words()
    place: str | None = settled()
    folded: int | None = settled("INTEGER")
    hidden: int | None = settled("INTEGER")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Row):
    """Any list item of any zone; `step` for a cell of the grid, `line` for a link of a chain."""

    canvas: str | None = inside("canvas")
    zone: str | None = settled()
    step: str | None = inside("step")
    line: str | None = inside("line")
    place: str | None = settled()
    text: str | None = words(NOTE)
    evidence: str | None = words()
    source: str | None = words()
    voice: str | None = words()
    author_table: str | None = words()
    facilitator_note: str | None = words(NOTE)
    tag: str | None = words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Row):
    """A single value of a zone; id: canvas or line, step, zone and part, where given, joined with `/`."""

    canvas: str | None = inside("canvas")
    step: str | None = inside("step")
    line: str | None = inside("line")
    zone: str | None = settled()
    part: str | None = settled()
    value: str | int | None = anything()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Row):
    """A row of a table zone, or a chain of notes; the cells of a row are answers `<line>/<column>`."""

    canvas: str | None = inside("canvas")
    zone: str | None = settled()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Row):
    """From one thing to another, through a zone or as a trace; id `<source>/<zone>/<target>`."""

    canvas: str | None = inside("canvas")
    source: str | None = settled()
    zone: str | None = settled()
    target: str | None = settled()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Row):
    """One dot on one note; id `<note>/<voter>`."""

    note: str | None = inside("note")
    voter: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Row):
    """A picture in a place, with what a blind reader needs and what the law asks."""

    canvas: str | None = inside("canvas")
    zone: str | None = settled()
    step: str | None = inside("step")
    place: str | None = settled()
    picture: str | None = settled()
    file: str | None = words()
    alt: str | None = words(NOTE)
    caption: str | None = words()
    person: str | None = words()
    consent: str | None = words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense(Row):
    """A line of expense; its amounts are years."""

    label: str | None = words()
    kind: str | None = words()
    titre: str | None = words()
    programme: str | None = words()
    etpt: str | None = words()
    comment: str | None = words(NOTE)
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseYear(Row):
    """What a line of expense costs in a year, in cents; id `<expense>/<year>`; AE, CP for State credits."""

    expense: str | None = inside("expense")
    year: int | None = settled("INTEGER")
    amount: int | None = number()
    ae: int | None = number()
    cp: int | None = number()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Row):
    """A line of the financing plan, in cents; `target` marks the fund asked, `own` the self-funding."""

    label: str | None = words()
    amount: int | None = number()
    status: str | None = words()
    evidence: str | None = words()
    target: int | None = number()
    own: int | None = number()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class InKind(Row):
    """A contribution in kind, in cents; `side` is `expense` or `resource`."""

    side: str | None = settled()
    label: str | None = words()
    amount: int | None = number()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """An expected impact; baseline and target are decimals as text."""

    label: str | None = words()
    kind: str | None = words()
    baseline: str | None = words()
    target: str | None = words()
    unit: str | None = words()
    date: str | None = words()
    source: str | None = words()
    owner: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Row):
    """A dated point of the schedule."""

    label: str | None = words()
    date: str | None = words()
    owner: str | None = words()
    deliverable: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """Who does what in the governance."""

    role: str | None = words()
    who: str | None = words()
    contact: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Row):
    """A risk, its probability and gravity from 1 to 3, and the answer to it."""

    label: str | None = words()
    p: int | None = number()
    g: int | None = number()
    answer: str | None = words(NOTE)
    owner: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain(Row):
    """What is saved each year; the amount is a decimal as text."""

    label: str | None = words()
    per_year: str | None = words()
    unit: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Row):
    """A paper joined to the dossier."""

    label: str | None = words()
    place: str | None = settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Row):
    """A typed text of the dossier; its id is the section's name in the profile."""

    text: str | None = words(LONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside(Row):
    """A field of an imported file that LabDesk does not know: kept as JSON, handed back at export."""

    owner: str | None = settled()
    name: str | None = settled()
    json: str | None = _meta("TEXT", "latest", LONG)


ENTITIES: dict[str, type[Row]] = {
    "project": ProjectRow,
    "canvas_type": TypeCopy,
    "canvas": Canvas,
    "phase": Phase,
    "step": Step,
    "lane": Lane,
    "note": Note,
    "answer": Answer,
    "line": Line,
    "link": Link,
    "vote": Vote,
    "photo": Photo,
    "expense": Expense,
    "expense_year": ExpenseYear,
    "resource": Resource,
    "in_kind": InKind,
    "indicator": Indicator,
    "milestone": Milestone,
    "role": Role,
    "risk": Risk,
    "gain": Gain,
    "attachment": Attachment,
    "section": Section,
    "aside": Aside,
}
"""Table name → what a row of it is. The order is the order of the schema."""

TABLE_OF: dict[type[Row], str] = {entity: table for table, entity in ENTITIES.items()}

FIELDS: dict[str, dict[str, Field]] = {
    table: {
        part.name: Field(part.name, *(part.metadata[k] for k in ("sql", "merge", "limit", "refers")))
        for part in fields(entity)
        if part.name != "id"
    }
    for table, entity in ENTITIES.items()
}
"""Table → field name → declaration, in the order of the columns (the id stands apart)."""

PROJECT_ID = "project"
