"""The project as it is now: a frozen snapshot the views read, cheap to replace after each gesture."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType, Catalogue, Zone, read_type
from labdesk.domain.entities import (
    PROJECT_ID,
    Acronym,
    Answer,
    Aside,
    Attachment,
    Canvas,
    Expense,
    ExpenseYear,
    FollowUp,
    Gain,
    Indicator,
    InKind,
    Kept,
    Lane,
    Line,
    Link,
    Milestone,
    Note,
    Phase,
    Photo,
    ProjectRow,
    Resource,
    Risk,
    Role,
    Row,
    Section,
    Step,
    TypeCopy,
    Value,
    Version,
    VersionPart,
    Vote,
)
from labdesk.domain.indexes import CellKey, Held, by_place, cell_of, grouped, still_known
from labdesk.domain.quotes import told
from labdesk.errors import Refusal

R = TypeVar("R", bound=Row)
Rows = Mapping[str, Row]


class Project(Struct, frozen=True, kw_only=True, dict=True, weakref=True):
    """Living rows by table and id. A change makes a new snapshot that shares every table it did not touch.

    `mark`: the letters of this laptop's author, for order keys.
    """

    project: Mapping[str, ProjectRow]
    canvas_type: Mapping[str, TypeCopy]
    canvas: Mapping[str, Canvas]
    phase: Mapping[str, Phase]
    step: Mapping[str, Step]
    lane: Mapping[str, Lane]
    note: Mapping[str, Note]
    answer: Mapping[str, Answer]
    line: Mapping[str, Line]
    link: Mapping[str, Link]
    vote: Mapping[str, Vote]
    photo: Mapping[str, Photo]
    expense: Mapping[str, Expense]
    expense_year: Mapping[str, ExpenseYear]
    resource: Mapping[str, Resource]
    in_kind: Mapping[str, InKind]
    indicator: Mapping[str, Indicator]
    milestone: Mapping[str, Milestone]
    role: Mapping[str, Role]
    risk: Mapping[str, Risk]
    gain: Mapping[str, Gain]
    attachment: Mapping[str, Attachment]
    section: Mapping[str, Section]
    acronym: Mapping[str, Acronym]
    kept: Mapping[str, Kept]
    follow_up: Mapping[str, FollowUp]
    version: Mapping[str, Version]
    version_part: Mapping[str, VersionPart]
    aside: Mapping[str, Aside]
    mark: str = ""

    @staticmethod
    def empty(mark: str = "") -> "Project":
        """A project in which nothing was typed."""
        tables: dict[str, Rows] = {name: {} for name in Project.__struct_fields__ if name != "mark"}
        return Project(**tables, mark=mark)  # type: ignore[arg-type]

    def table(self, name: str) -> Rows:
        """The living rows of a table of `entities.ENTITIES`."""
        return cast(Rows, getattr(self, name))

    def replaced(self, touched: Mapping[str, Mapping[str, Row | None]]) -> "Project":
        """The next snapshot: each touched row takes its new content, or goes away (None)."""
        tables: dict[str, Rows] = {}
        for name, rows in touched.items():
            table = dict(self.table(name))
            for row, content in rows.items():
                if content is None:
                    table.pop(row, None)
                else:
                    table[row] = content
            tables[name] = table
        after = replace(self, **tables)
        after.__dict__.update(still_known(self, after, touched))
        return after

    # -- the project itself ---------------------------------------------------------------------------------
    @property
    def head(self) -> ProjectRow:
        """The project's own row: title, cover."""
        return self.project.get(PROJECT_ID) or ProjectRow(id=PROJECT_ID)

    def text(self, section: str) -> str:
        """The typed text of a section of the dossier as people read it: quotes say what their source says."""
        return told(self, self.raw_text(section))

    def raw_text(self, section: str) -> str:
        """The same as it is stored, with the marks of its quotes."""
        row = self.section.get(section)
        return (row.text or "") if row else ""

    def in_order(self, table: str) -> tuple[Row, ...]:
        """All rows of a small table (expenses, milestones…) by place, ties by id."""
        return tuple(sorted(self.table(table).values(), key=by_place))

    # -- canvases -------------------------------------------------------------------------------------------
    def canvases(self, type_id: str | None = None) -> tuple[Canvas, ...]:
        """The canvases (of a type), by place."""
        found = (c for c in self.canvas.values() if type_id is None or c.type == type_id)
        return tuple(sorted(found, key=by_place))

    def by_key(self, key: str, type_id: str | None = None) -> Canvas | None:
        """The canvas that an imported file calls `key`."""
        return next((c for c in self.canvases(type_id) if c.key == key), None)

    def phases_of(self, canvas: str) -> tuple[Phase, ...]:
        """The phases of a journey, in order."""
        return tuple(cast(list[Phase], self._held("phase", canvas)))

    def steps_of(self, canvas: str) -> tuple[Step, ...]:
        """The steps of a journey in the order people read them: phase by phase, those without one last."""
        return self._steps.get(canvas, ())

    def steps_in(self, phase: str) -> tuple[Step, ...]:
        """The steps of one phase, in order."""
        row = self.phase.get(phase)
        return tuple(s for s in self.steps_of(row.canvas or "") if s.phase == phase) if row else ()

    def lanes_of(self, canvas: str) -> tuple[Lane, ...]:
        """The lanes a journey shows, in order."""
        return tuple(lane for lane in cast(list[Lane], self._held("lane", canvas)) if not lane.hidden)

    def notes_at(self, canvas: str, zone: str, step: str | None = None) -> tuple[Note, ...]:
        """The notes of a zone, or of one cell of the grid, in order."""
        return tuple(sorted(self._cells.get((canvas, zone, step), ()), key=by_place))

    def notes_of(self, canvas: str) -> tuple[Note, ...]:
        """All notes of a canvas, by place: those of a cell stand in their order among the others."""
        return tuple(
            sorted((n for cell, held in self._cells.items() if cell[0] == canvas for n in held), key=by_place)
        )

    def chain(self, line: str) -> tuple[Note, ...]:
        """The notes of one chain of whys, in order."""
        row = self.line.get(line)
        if row is None:
            return ()
        return tuple(n for n in self.notes_at(row.canvas or "", row.zone or "") if n.line == line)

    def lines_of(self, canvas: str, zone: str) -> tuple[Line, ...]:
        """The rows of a table zone, or the chains of a chain zone, in order."""
        return tuple(line for line in cast(list[Line], self._held("line", canvas)) if line.zone == zone)

    def links_from(self, source: str, zone: str | None = None) -> tuple[Link, ...]:
        """What a thing points to (through a zone), in order."""
        found = self._links.get(source, ())
        return tuple(sorted((x for x in found if zone is None or x.zone == zone), key=by_place))

    def links_to(self, target: str) -> tuple[Link, ...]:
        """What points to a thing."""
        return tuple(sorted(self._links_to.get(target, ()), key=by_place))

    def photos_at(self, canvas: str, zone: str, step: str | None = None) -> tuple[Photo, ...]:
        """The photos of a zone, or of one cell of the grid, in order."""
        held = cast(list[Photo], self._held("photo", canvas))
        return tuple(p for p in held if p.zone == zone and p.step == step)

    def votes_on(self, note: str) -> int:
        """The number of dots on a note."""
        return self._dots.get(note, 0)

    def votes_veiled(self, canvas: str) -> bool:
        """The dots of this canvas are counted but not shown to anyone yet."""
        row = self.canvas.get(canvas)
        return bool(row and row.votes_veiled)

    def votes_seen(self, note: str) -> int:
        """The number of dots that may be shown on a note: none while its canvas veils them."""
        row = self.note.get(note)
        return 0 if row is None or self.votes_veiled(row.canvas or "") else self.votes_on(note)

    def years_of(self, expense: str) -> dict[int, ExpenseYear]:
        """The years of a line of expense, in order."""
        held = [y for y in self.expense_year.values() if y.expense == expense and y.year is not None]
        return {cast(int, y.year): y for y in sorted(held, key=lambda y: y.year or 0)}

    # -- values ---------------------------------------------------------------------------------------------
    def value(self, canvas: str, zone: str, step: str | None = None, part: str | None = None) -> Value:
        """A single value of a zone (of one step), or None when nothing was answered."""
        row = self.answer.get(answer_id(canvas, step, zone, part))
        return row.value if row else None

    def words(self, canvas: str, zone: str, step: str | None = None, part: str | None = None) -> str:
        """The same as text: empty when nothing was answered."""
        value = self.value(canvas, zone, step, part)
        return "" if value is None else str(value)

    def cell(self, line: str, column: str) -> Value:
        """A cell of a table zone."""
        row = self.answer.get(f"{line}/{column}")
        return row.value if row else None

    def chosen(self, canvas: str, zone: str, step: str | None = None) -> tuple[str, ...]:
        """The options ticked in a zone of several choices, unordered."""
        found = self._choices.get((canvas, zone, step), ())
        return tuple(sorted(a.part or "" for a in found))

    # -- indexes, built once per snapshot and only when asked -----------------------------------------------
    def _held(self, table: str, canvas: str) -> list[Row]:
        return self._by_canvas[table].get(canvas, [])

    @cached_property
    def _by_canvas(self) -> Held:
        return Held(self)

    @cached_property
    def _steps(self) -> dict[str, tuple[Step, ...]]:
        rank = {p.id: (p.place or "", p.id) for p in self.phase.values()}
        last = ("\uffff", "")
        ordered = sorted(
            self.step.values(), key=lambda s: (rank.get(s.phase or "", last), s.place or "", s.id)
        )
        return {canvas: tuple(group) for canvas, group in grouped(ordered, lambda s: s.canvas or "").items()}

    @cached_property
    def _cells(self) -> dict[CellKey, list[Note]]:
        return grouped(self.note.values(), cell_of)

    @cached_property
    def _links(self) -> dict[str, list[Link]]:
        return grouped(self.link.values(), lambda x: x.source or "")

    @cached_property
    def _links_to(self) -> dict[str, list[Link]]:
        return grouped(self.link.values(), lambda x: x.target or "")

    @cached_property
    def _choices(self) -> dict[tuple[str, str, str | None], list[Answer]]:
        ticked = (a for a in self.answer.values() if a.part and a.value == 1 and not a.line)
        return grouped(ticked, lambda a: (a.canvas or "", a.zone or "", a.step))

    @cached_property
    def _dots(self) -> dict[str, int]:
        return {note: len(dots) for note, dots in grouped(self.vote.values(), lambda v: v.note or "").items()}


def answer_id(canvas: str, step: str | None, zone: str, part: str | None = None) -> str:
    """The deterministic id of a single value: two laptops that fill the same blank meet in one row."""
    return "/".join(piece for piece in (canvas, step, zone, part) if piece)


# -- a project and the types of its canvases ----------------------------------------------------------------
class Types(Struct, frozen=True):
    """The type of every canvas of a project: the copy in the file wins over this laptop's catalogue."""

    catalogue: Catalogue

    def of(self, project: Project, canvas: str) -> CanvasType:
        """The type of a canvas; a Refusal names the type that neither the file nor this laptop knows."""
        row = project.canvas.get(canvas)
        copy = project.canvas_type.get(row.type_row or "") if row else None
        if copy is not None and copy.toml:
            return read_type(copy.toml, copy.name or copy.id)
        found = self.catalogue.types.get(row.type or "") if row else None
        if found is None:
            from labdesk.words import _

            raise Refusal(
                _(
                    "Le type de canevas « {name} » est inconnu ici ; ses notes sont gardées dans le fichier."
                ).format(name=row.type if row else canvas)
            )
        return found

    def known(self, project: Project) -> dict[str, CanvasType]:
        """Every type of the catalogue and of the file, by id; the file's copy wins, the newest of several."""
        copies: dict[str, CanvasType] = {}
        for copy in project.canvas_type.values():
            if copy.toml:
                kind = read_type(copy.toml, copy.name or copy.id)
                if kind.id not in copies or copies[kind.id].version <= kind.version:
                    copies[kind.id] = kind
        return {**self.catalogue.types, **copies}


def title(project: Project, kind: CanvasType, canvas: str) -> str:
    """What a canvas is called: its title zone, else its table, else « Canevas problème 2 »."""
    zone = kind.by_id[kind.title_zone]
    if zone.holds_notes:
        first = project.notes_at(canvas, zone.id)
        named = first[0].text if first else None
    else:
        named = project.words(canvas, zone.id)
    if named and named.strip():
        return named.strip()
    row = project.canvas.get(canvas)
    if row and row.author_table:
        return f"{kind.label} · {row.author_table}"
    rank = next((i for i, c in enumerate(project.canvases(kind.id), 1) if c.id == canvas), 1)
    return f"{kind.label} {rank}"


def lane_zone(kind: CanvasType, lane: Lane) -> Zone:
    """The zone of a lane: the type's own, or one made for a lane the lab added."""
    found = kind.by_id.get(lane.zone or "")
    if found is not None:
        return found
    from labdesk.domain.canvas_type import Label

    name = Label(lane.label or "", lane.label or "")
    return Zone(
        id=lane.id, kind="grid_notes", card="0..n/step", need="O", export="yes", label=name, question=name
    )


def filled(project: Project, canvas: str, zone: Zone) -> bool:
    """Something stands in this zone of a sheet."""
    if zone.kind in ("notes", "dates", "chain"):
        return bool(project.notes_at(canvas, zone.id))
    if zone.kind == "photos":
        return bool(project.photos_at(canvas, zone.id))
    if zone.kind == "refs":
        return bool(project.links_from(canvas, zone.id))
    if zone.kind == "table":
        return bool(project.lines_of(canvas, zone.id))
    if zone.kind == "choices":
        return bool(project.chosen(canvas, zone.id))
    if zone.kind == "axis":
        return bool(project.steps_of(canvas))
    return project.words(canvas, zone.id).strip() != ""


def state_of(project: Project, kind: CanvasType, canvas: str) -> str:
    """The state of a card in the deck: the first whose condition holds; empty when the type has no states."""
    for state in kind.states:
        zone = kind.by_id.get(state.zone)
        if zone is None:
            return state.id
        if (
            (project.words(canvas, zone.id) in state.values)
            if state.values
            else filled(project, canvas, zone)
        ):
            return state.id
    return ""
