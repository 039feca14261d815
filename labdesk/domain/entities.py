"""Every stored thing and its fields, declared once: schema, changes, import and export derive from it."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

Value: TypeAlias = str | int | None
Merge: TypeAlias = Literal["ask", "latest"]
"""`ask`: two tables that wrote different values see both. `latest`: the last one stands (places, orders)."""

SHORT, NOTE, LONG = 300, 2_000, 100_000
"""Limits in characters: a label, a note, a section or other long text."""


class Field(Struct, frozen=True):
    """One field of a stored thing: its SQL type, how two versions meet, its limit, the table it points to."""

    name: str
    sql: Literal["TEXT", "INTEGER", "ANY"]
    merge: Merge
    limit: int
    refers: str | None


def _text(merge: Merge, limit: int = SHORT, refers: str | None = None) -> Field:
    return Field("", "TEXT", merge, limit, refers)


Words: TypeAlias = Annotated[str | None, _text("ask")]
"""A text a person typed."""
NoteWords: TypeAlias = Annotated[str | None, _text("ask", NOTE)]
LongWords: TypeAlias = Annotated[str | None, _text("ask", LONG)]

Number: TypeAlias = Annotated[int | None, Field("", "INTEGER", "ask", SHORT, None)]
"""A whole number: cents, percent, counts, yes (1) or no (0)."""

Anything: TypeAlias = Annotated[str | int | None, Field("", "ANY", "ask", LONG, None)]
"""A text or a whole number, as the zone wants it."""

Settled: TypeAlias = Annotated[str | None, _text("latest")]
"""Something whose last value stands without asking: a place, an order, a kind given at birth."""
SettledText: TypeAlias = Annotated[str | None, _text("latest", LONG)]
SettledNumber: TypeAlias = Annotated[int | None, Field("", "INTEGER", "latest", SHORT, None)]

InCanvas: TypeAlias = Annotated[str | None, _text("latest", refers="canvas")]
"""The thing this one belongs to, as the six that follow."""
InPhase: TypeAlias = Annotated[str | None, _text("latest", refers="phase")]
InStep: TypeAlias = Annotated[str | None, _text("latest", refers="step")]
InLine: TypeAlias = Annotated[str | None, _text("latest", refers="line")]
InNote: TypeAlias = Annotated[str | None, _text("latest", refers="note")]
InExpense: TypeAlias = Annotated[str | None, _text("latest", refers="expense")]


class Row(Struct, frozen=True, kw_only=True, gc=False):  # scalars only: nothing for the collector
    """Any stored thing."""

    id: str


class ProjectRow(Row, frozen=True, kw_only=True):
    """The project itself and the cover of its dossier; its id is always `project`. Amounts in cents."""

    key: Words = None
    title: Words = None
    disclaimer: LongWords = None
    profile: Words = None
    cover_title: Words = None
    holder: Words = None
    fund: Words = None
    requested: Number = None
    date: Words = None
    version: Words = None
    contact: Words = None
    start: Words = None
    end: Words = None
    siret: Words = None
    vat: Words = None
    profile_toml: SettledText = None


class TypeCopy(Row, frozen=True, kw_only=True):
    """The type of a canvas as it was when the first canvas of it was made; id is `<type>@<sha-256>`."""

    name: Settled = None
    sha: Settled = None
    toml: SettledText = None


class Canvas(Row, frozen=True, kw_only=True):
    """One sheet of a type: a journey, a problem canvas, a prototype card, a persona, a workshop sheet."""

    type: Settled = None
    type_row: Settled = None
    key: Words = None
    place: Settled = None
    author_table: Words = None
    view: Settled = None
    votes_veiled: SettledNumber = None


class Phase(Row, frozen=True, kw_only=True):
    """A great moment of a journey."""

    canvas: InCanvas = None
    label: Words = None
    place: Settled = None


class Step(Row, frozen=True, kw_only=True):
    """A concrete step inside a phase: a column of the grid."""

    canvas: InCanvas = None
    phase: InPhase = None
    label: Words = None
    place: Settled = None


class Lane(Row, frozen=True, kw_only=True):
    """A lane that this canvas shows; id `<canvas>/<zone>` for one of the type, random for the lab's own."""

    canvas: InCanvas = None
    zone: Settled = None
    label: Words = None
    place: Settled = None
    folded: SettledNumber = None
    hidden: SettledNumber = None


class Note(Row, frozen=True, kw_only=True):
    """Any list item of any zone; `step` for a cell of the grid, `line` for a link of a chain."""

    canvas: InCanvas = None
    zone: Settled = None
    step: InStep = None
    line: InLine = None
    place: Settled = None
    text: NoteWords = None
    evidence: Words = None
    source: Words = None
    voice: Words = None
    author_table: Words = None
    facilitator_note: NoteWords = None
    tag: Words = None


class Answer(Row, frozen=True, kw_only=True):
    """A single value of a zone; id: canvas or line, step, zone and part, where given, joined with `/`."""

    canvas: InCanvas = None
    step: InStep = None
    line: InLine = None
    zone: Settled = None
    part: Settled = None
    value: Anything = None


class Line(Row, frozen=True, kw_only=True):
    """A row of a table zone, or a chain of notes; the cells of a row are answers `<line>/<column>`."""

    canvas: InCanvas = None
    zone: Settled = None
    place: Settled = None


class Link(Row, frozen=True, kw_only=True):
    """From one thing to another, through a zone or as a trace; id `<source>/<zone>/<target>`."""

    canvas: InCanvas = None
    source: Settled = None
    zone: Settled = None
    target: Settled = None
    place: Settled = None


class Vote(Row, frozen=True, kw_only=True):
    """One dot on one note; id `<note>/<voter>`."""

    note: InNote = None
    voter: Settled = None


class Photo(Row, frozen=True, kw_only=True):
    """A picture in a place, with what a blind reader needs and what the law asks."""

    canvas: InCanvas = None
    zone: Settled = None
    step: InStep = None
    place: Settled = None
    picture: Settled = None
    file: Words = None
    alt: NoteWords = None
    caption: Words = None
    person: Words = None
    consent: Words = None


class Expense(Row, frozen=True, kw_only=True):
    """A line of expense; its amounts are years."""

    label: Words = None
    kind: Words = None
    titre: Words = None
    programme: Words = None
    etpt: Words = None
    comment: NoteWords = None
    place: Settled = None


class ExpenseYear(Row, frozen=True, kw_only=True):
    """What a line of expense costs in a year, in cents; id `<expense>/<year>`; AE, CP for State credits."""

    expense: InExpense = None
    year: SettledNumber = None
    amount: Number = None
    ae: Number = None
    cp: Number = None


class Resource(Row, frozen=True, kw_only=True):
    """A line of the financing plan, in cents; `target` marks the fund asked, `own` the self-funding."""

    label: Words = None
    amount: Number = None
    status: Words = None
    evidence: Words = None
    target: Number = None
    own: Number = None
    place: Settled = None


class InKind(Row, frozen=True, kw_only=True):
    """A contribution in kind, in cents; `side` is `expense` or `resource`."""

    side: Settled = None
    label: Words = None
    amount: Number = None
    place: Settled = None


class Indicator(Row, frozen=True, kw_only=True):
    """An expected impact; baseline, target and what was reached since are decimals as text."""

    label: Words = None
    kind: Words = None
    baseline: Words = None
    target: Words = None
    unit: Words = None
    date: Words = None
    source: Words = None
    owner: Words = None
    place: Settled = None
    reached: Words = None
    reached_on: Words = None


class Milestone(Row, frozen=True, kw_only=True):
    """A dated point of the schedule."""

    label: Words = None
    date: Words = None
    owner: Words = None
    deliverable: Words = None
    place: Settled = None


class Role(Row, frozen=True, kw_only=True):
    """Who does what in the governance."""

    role: Words = None
    who: Words = None
    contact: Words = None
    place: Settled = None


class Risk(Row, frozen=True, kw_only=True):
    """A risk, its probability and gravity from 1 to 3, and the answer to it."""

    label: Words = None
    p: Number = None
    g: Number = None
    answer: NoteWords = None
    owner: Words = None
    place: Settled = None


class Gain(Row, frozen=True, kw_only=True):
    """What is saved each year; the amount is a decimal as text."""

    label: Words = None
    per_year: Words = None
    unit: Words = None
    place: Settled = None


class Attachment(Row, frozen=True, kw_only=True):
    """A paper joined to the dossier."""

    label: Words = None
    place: Settled = None


class Section(Row, frozen=True, kw_only=True):
    """A typed text of the dossier; its id is the section's name in the profile."""

    text: LongWords = None


class Acronym(Row, frozen=True, kw_only=True):
    """What an acronym stands for in the whole dossier; its id is the acronym."""

    meaning: Words = None


class Kept(Row, frozen=True, kw_only=True):
    """A passage kept although plain language says it otherwise; id `clarity.passage.mark_of`."""

    section: Settled = None
    kind: Settled = None
    words: SettledText = None


class FollowUp(Row, frozen=True, kw_only=True):
    """What happened to the dossier once it left: one event of `domain.follow_up.KINDS`; amounts in cents.

    `office`: with whom; `reference`: its number there; `deadline` and `answered` are of what was asked.
    """

    kind: Settled = None
    date: Words = None
    office: Words = None
    reference: Words = None
    said: NoteWords = None
    deadline: Words = None
    answered: Words = None
    amount: Number = None
    place: Settled = None


class Version(Row, frozen=True, kw_only=True):
    """A document that was exported: when, which, under which name, and what the dossier said that day.

    `at`: local time with its offset; `sha`: the SHA-256 of the file; `asked`: the zones that were agreed to;
    `parts`: the ids of its `version_part`, in order; both separated by spaces.
    """

    at: Settled = None
    what: Settled = None
    form: Settled = None
    final: SettledNumber = None
    file: Settled = None
    sha: Settled = None
    pages: SettledNumber = None
    profile: Settled = None
    asked: SettledText = None
    parts: SettledText = None
    name: Words = None
    place: Settled = None


class VersionPart(Row, frozen=True, kw_only=True):
    """A piece of what a version said, as JSON; its id is its fingerprint: versions share what is the same."""

    json: SettledText = None


class Aside(Row, frozen=True, kw_only=True):
    """A field of an imported file that LabDesk does not know: kept as JSON, handed back at export."""

    owner: Settled = None
    name: Settled = None
    json: SettledText = None


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
    "acronym": Acronym,
    "kept": Kept,
    "follow_up": FollowUp,
    "version": Version,
    "version_part": VersionPart,
    "aside": Aside,
}
"""Table name → what a row of it is. The order is the order of the schema."""

TABLE_OF: dict[type[Row], str] = {entity: table for table, entity in ENTITIES.items()}

FIELDS: dict[str, dict[str, Field]] = {
    table: {
        name: replace(declared.__metadata__[0], name=name)
        for name, declared in entity.__annotations__.items()
    }
    for table, entity in ENTITIES.items()
}
"""Table → field name → declaration, in the order of the columns (the id stands apart)."""

PROJECT_ID = "project"
