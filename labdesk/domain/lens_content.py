"""What a lens holds, read from the project: pieces of text in blocks or cells. Nothing private is in it.

Left out on purpose: facilitator's notes, author tables, sources, names of rapporteurs; boxes that never leave
a project unless one was chosen by hand; photos of people who refused.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Zone, option_label
from labdesk.domain.consent import consent_of
from labdesk.domain.curves import Overlay, overlay
from labdesk.domain.entities import Note, Photo, Step
from labdesk.domain.lens import Lens
from labdesk.domain.model import Project, Types, filled, lane_zone, title
from labdesk.domain.moments import is_key
from labdesk.domain.running_order import Stop, stops, workshop_of
from labdesk.domain.shown import as_read, name_of
from labdesk.domain.sieve import EVERYTHING, Sieve
from labdesk.domain.trace_web import Knot, web
from labdesk.domain.trace_words import stage_words
from labdesk.errors import Refusal
from labdesk.words import _, day, hour, several

REFUSED = "refused"
CHAIN_COLOURS = {
    "pain": "rose",
    "opportunity": "mint",
    "challenge": "lilac",
    "prototype": "sky",
    "result": "stone",
    "decision": "stone",
    "euro": "sun",
}


class Piece(Struct, frozen=True):
    """One thing to read. `mark` stands before the text (a number, an hour); `level`: a face of the curve."""

    kind: Literal["note", "text", "photo"]
    text: str
    row: str = ""
    colour: str = ""
    votes: int = 0
    level: int | None = None
    mark: str = ""
    now: bool = False
    picture: str = ""


class Block(Struct, frozen=True):
    """Pieces under a heading; `phase`: the rank of the phase whose colour the heading wears."""

    heading: str
    pieces: tuple[Piece, ...]
    phase: int | None = None


class Flow(Struct, frozen=True):
    """Blocks read one after the other, in up to `across` columns."""

    blocks: tuple[Block, ...]
    across: int = 3


class Row(Struct, frozen=True):
    """A lane: its name and the pieces of each cell."""

    label: str
    colour: str
    cells: tuple[tuple[Piece, ...], ...]


class Table(Struct, frozen=True):
    """Columns (name, rank of the phase) and lanes."""

    heads: tuple[tuple[str, int | None], ...]
    rows: tuple[Row, ...]


class Point(Struct, frozen=True):
    """A step of the curve."""

    step: str
    number: int
    label: str
    level: int | None
    word: str


class Curve(Struct, frozen=True):
    """The curve alone, from `low` to `high`."""

    points: tuple[Point, ...]
    low: int
    high: int


class Picture(Struct, frozen=True):
    """One photo on the whole picture."""

    sha: str
    alt: str
    caption: str


class Welcome(Struct, frozen=True):
    """What stands on the wall as people come in."""

    heading: str
    lines: tuple[str, ...]
    names: tuple[str, ...]


Content = Flow | Table | Curve | Overlay | Picture | Welcome


class Moment(Struct, frozen=True):
    """Where the workshop is, for the agenda: when it began, and the sequence of now."""

    began: datetime | None = None
    line: str = ""


Sieves = Mapping[str, Sieve]
"""By canvas: the filters that someone asked to project too."""


def content_of(
    project: Project,
    types: Types,
    lens: Lens,
    moment: Moment | None = None,
    votes: bool = True,
    sieves: Sieves | None = None,
) -> Content:
    """What this lens shows now. A canvas that is gone or unknown is an empty flow."""
    if lens.kind in ("welcome", "agenda"):
        return _welcome(project) if lens.kind == "welcome" else _agenda(project, types, moment or Moment())
    try:
        sieve = (sieves or {}).get(lens.canvas, EVERYTHING)
        reading = Reading(project, types, types.of(project, lens.canvas), lens.canvas, votes, sieve)
    except Refusal:
        return Flow(())
    if lens.kind == "curve" and lens.others:
        return overlay(project, types, (lens.canvas, *lens.others))
    readers: dict[str, Callable[[], Content]] = {
        "overview": reading.overview,
        "grid": lambda: reading.grid(lens),
        "curve": reading.curve,
        "irritants": reading.irritants,
        "beside": lambda: _beside(project, types, lens, votes, sieves or {}),
        "photo": lambda: _photo(project, lens),
        "box": lambda: reading.box(lens.zone),
        "sheet": reading.sheet,
        "chain": reading.chain,
    }
    return readers[lens.kind]()


def _welcome(project: Project) -> Welcome:
    workshop = workshop_of(project)
    heading = (project.head.title or "").strip()
    if workshop is None:
        return Welcome(heading or _("Bienvenue"), (), ())
    named = project.words(workshop, "title").strip()
    lines = [project.words(workshop, "objective").strip(), day(project.words(workshop, "date"))]
    tables = [str(project.cell(line.id, "label") or "") for line in project.lines_of(workshop, "tables")]
    lines = [heading if named else "", *lines]
    return Welcome(
        named or heading or _("Bienvenue"), tuple(x for x in lines if x), tuple(x for x in tables if x)
    )


def _agenda(project: Project, types: Types, moment: Moment) -> Flow:
    """Each sequence with its hour once the day began, else with its length; the one of now is marked."""
    order = stops(project, types)
    at = moment.began
    pieces = []
    for stop in order:
        mark = hour(at) if at else (several(stop.minutes, "{n} min", "{n} min") if stop.minutes else "")
        pieces.append(Piece("text", stop.name, stop.line, mark=mark, now=stop.line == moment.line))
        at = at + timedelta(minutes=stop.minutes or 0) if at else None
    return Flow((Block("", tuple(pieces)),), across=1)


def _photo(project: Project, lens: Lens) -> Content:
    photo = project.photo.get(lens.row)
    if photo is None or not photo.picture:
        return Flow(())
    if consent_of(photo) == REFUSED:
        return Flow((Block("", (Piece("text", _("Cette photo n’est pas projetée.")),)),))
    return Picture(photo.picture, photo.alt or "", photo.caption or "")


def _beside(project: Project, types: Types, lens: Lens, votes: bool, sieves: Sieves) -> Table:
    """A column a grid; the step that has the same rank in each."""
    heads, columns = [], []
    steps = [step.id for step in project.steps_of(lens.canvas)]
    ranks = [steps.index(step) for step in lens.steps if step in steps] or [0]
    zones: list[Zone] = []
    for canvas in (lens.canvas, *lens.others):
        try:
            kind = types.of(project, canvas)
        except Refusal:
            continue
        reading = Reading(project, types, kind, canvas, votes, sieves.get(canvas, EVERYTHING))
        zones = zones or reading.lanes(lens.lanes)
        there = project.steps_of(canvas)
        chosen = [there[rank] for rank in ranks if rank < len(there)]
        table = project.canvas[canvas].author_table
        heads.append((table or title(project, kind, canvas), None))
        columns.append([tuple(p for s in chosen for p in reading.cell(zone, s)) for zone in zones])
    rows = [Row(str(z.label), z.colour, tuple(c[i] for c in columns)) for i, z in enumerate(zones)]
    return Table(tuple(heads), tuple(rows))


class Reading(Struct, frozen=True):
    """One canvas being read."""

    project: Project
    types: Types
    kind: CanvasType
    canvas: str
    votes: bool
    sieve: Sieve = EVERYTHING

    def weight(self, note: str) -> int:
        """The dots of a note, where they may be seen."""
        return self.project.votes_seen(note) if self.votes else 0

    # -- grids ----------------------------------------------------------------------------------------------
    def steps(self, wanted: Sequence[str]) -> list[Step]:
        """The steps of a lens, in order."""
        return [s for s in self.project.steps_of(self.canvas) if not wanted or s.id in wanted]

    def lanes(self, wanted: Sequence[str]) -> list[Zone]:
        """The lanes of a lens; without a choice, those shown that hold something."""
        zones = []
        for lane in self.project.lanes_of(self.canvas):
            zone = lane_zone(self.kind, lane)
            if zone.id in wanted or (not wanted and self._holds(zone)):
                zones.append(zone)
        known = {zone.id for zone in zones}
        zones += [z for z in self.kind.lanes if z.id in wanted and z.id not in known]
        return [zone for zone in zones if self.sieve.opens(zone.id)]

    def _holds(self, zone: Zone) -> bool:
        return any(self.cell(zone, step) for step in self.project.steps_of(self.canvas))

    def grid(self, lens: Lens) -> Content:
        """Steps × lanes; one cell is a flow of its pieces."""
        steps, lanes = self.steps(lens.steps), self.lanes(lens.lanes)
        if not lanes:  # a filter leaves out every lane of this lens
            return Flow(())
        if len(steps) == len(lanes) == 1:
            return Flow((Block("", self.cell(lanes[0], steps[0])),))
        phases = [phase.id for phase in self.project.phases_of(self.canvas)]
        every = [step.id for step in self.project.steps_of(self.canvas)]
        heads = tuple(
            (
                f"{every.index(step.id) + 1}. {self._step(step)}",
                phases.index(step.phase) if step.phase in phases else None,
            )
            for step in steps
        )
        rows = (
            Row(self._label(zone), zone.colour, tuple(self.cell(zone, step) for step in steps))
            for zone in lanes
        )
        return Table(heads, tuple(rows))

    def _step(self, step: Step) -> str:
        """The name of a step; a moment of truth has its star."""
        key = is_key(self.project, self.kind, self.canvas, step.id)
        return f"{step.label or '…'} ★" if key else step.label or "…"

    def _label(self, zone: Zone) -> str:
        lane = self.project.lane.get(f"{self.canvas}/{zone.id}")
        return (lane.label if lane else None) or str(zone.label)

    def cell(self, zone: Zone, step: Step) -> tuple[Piece, ...]:
        """What one cell holds, in order."""
        project, canvas = self.project, self.canvas
        match zone.kind:
            case "grid_notes":
                return self._notes(project.notes_at(canvas, zone.id, step.id), zone)
            case "grid_photos":
                return self._photos(project.photos_at(canvas, zone.id, step.id))
            case "grid_score":
                point = self._point(zone, step, 0)
                if point.level is None and not point.word:
                    return ()
                word = point.word or option_label(self.kind.options(zone.vocabulary), point.level)
                return (Piece("text", word, level=point.level),)
            case "grid_choices":
                chosen = project.chosen(canvas, zone.id, step.id)
                options = self.kind.options(zone.vocabulary)
                return tuple(Piece("text", option_label(options, one)) for one in chosen)
            case _:
                value = project.value(canvas, zone.id, step.id)
                text = as_read(project, self.kind, zone, value)
                return (Piece("text", text),) if text and value else ()

    def overview(self) -> Flow:
        """Phases and the steps in each, with the face of the curve."""
        score = next((zone for zone in self.kind.lanes if zone.kind == "grid_score"), None)
        blocks, number = [], 0
        for rank, phase in enumerate(self.project.phases_of(self.canvas)):
            pieces = []
            for step in self.project.steps_in(phase.id):
                number += 1
                level = self._point(score, step, number).level if score else None
                pieces.append(Piece("text", self._step(step), step.id, level=level, mark=f"{number}."))
            blocks.append(Block(f"{rank + 1}. {phase.label or '…'}", tuple(pieces), rank))
        return Flow(tuple(blocks))

    def _point(self, zone: Zone, step: Step, number: int) -> Point:
        level = self.project.value(self.canvas, zone.id, step.id)
        word = self.project.words(self.canvas, zone.id, step.id, "word")
        return Point(step.id, number, step.label or "…", level if isinstance(level, int) else None, word)

    def curve(self) -> Content:
        """The levels of the first lane of scores; nothing without one."""
        zone = next((zone for zone in self.kind.lanes if zone.kind == "grid_score"), None)
        if zone is None:
            return Flow(())
        steps = self.project.steps_of(self.canvas)
        points = tuple(self._point(zone, step, at) for at, step in enumerate(steps, 1))
        low, high = zone.range or (-2, 2)
        return Curve(points, low, high)

    def irritants(self) -> Flow:
        """Pain points by phase, the heaviest first."""
        zone = pain_lane(self.kind)
        zone = zone if zone is not None and self.sieve.opens(zone.id) else None
        blocks = []
        for rank, phase in enumerate(self.project.phases_of(self.canvas)):
            steps = self.project.steps_in(phase.id)
            notes = (
                [n for s in steps for n in self.project.notes_at(self.canvas, zone.id, s.id)] if zone else []
            )
            notes.sort(key=lambda note: -self.weight(note.id))  # no order by weight tells hidden votes
            pieces = self._notes(notes, zone) if zone else ()
            if pieces:
                blocks.append(Block(f"{rank + 1}. {phase.label or '…'}", pieces, rank))
        return Flow(tuple(blocks))

    # -- sheets ---------------------------------------------------------------------------------------------
    def sheet(self) -> Flow:
        """The boxes of the simple view that hold something and may leave the project, under their labels.

        Two pictures that are to be compared come first: each begins a column, one beside the other.
        """
        compared = {name for zone in self.kind.sheet if zone.pair for name in (zone.id, zone.pair)}
        zones = [
            z
            for z in self.kind.sheet
            if z.simple and z.export != "never" and filled(self.project, self.canvas, z)
        ]
        zones.sort(key=lambda zone: zone.id not in compared)
        blocks = [Block(str(zone.label), self._held(zone)) for zone in zones if not self._is_heading(zone)]
        return Flow(tuple(block for block in blocks if block.pieces), across=2)

    def _is_heading(self, zone: Zone) -> bool:
        """The zone that names the canvas stands over the picture; several challenges stand in it too."""
        several_notes = zone.holds_notes and len(self.project.notes_at(self.canvas, zone.id)) > 1
        return zone.id == self.kind.title_zone and not several_notes

    def box(self, zone: str) -> Flow:
        """One box, whatever it is: it was chosen by hand."""
        found = self.kind.by_id.get(zone)
        return Flow((Block("", self._held(found)),)) if found else Flow(())

    def _held(self, zone: Zone) -> tuple[Piece, ...]:
        """What a box holds."""
        project, canvas = self.project, self.canvas
        match zone.kind:
            case "notes" | "dates":
                return self._notes(project.notes_at(canvas, zone.id), zone)
            case "chain":
                return self._chains(zone)
            case "photos":
                return self._photos(project.photos_at(canvas, zone.id))
            case "table":
                return self._lines(zone)
            case "refs":
                links = project.links_from(canvas, zone.id)
                return tuple(Piece("text", name_of(project, link.target or "")) for link in links)
            case "choices":
                options = self.kind.options(zone.vocabulary)
                chosen = project.chosen(canvas, zone.id)
                return tuple(Piece("text", option_label(options, one)) for one in chosen)
            case _:
                value = project.value(canvas, zone.id)
                text = as_read(project, self.kind, zone, value).strip()
                level = value if zone.kind == "score" and isinstance(value, int) and zone.range else None
                return (Piece("text", text, level=level),) if text else ()

    def _chains(self, zone: Zone) -> tuple[Piece, ...]:
        """Whys numbered from the first to the root; each of several chains under its own number."""
        project = self.project
        found: list[Piece] = []
        lines = [line for line in project.lines_of(self.canvas, zone.id) if project.chain(line.id)]
        for number, line in enumerate(lines, 1):
            if len(lines) > 1:
                found.append(Piece("text", _("Chaîne {n}").format(n=number), line.id))
            for rank, note in enumerate(project.chain(line.id), 1):
                found += self._notes([note], zone, mark=f"{rank}.")
        return tuple(found)

    def _lines(self, zone: Zone) -> tuple[Piece, ...]:
        """The rows of a table, a line of text each; a column of people is left out."""
        found = []
        for line in self.project.lines_of(self.canvas, zone.id):
            cells = [
                as_read(self.project, self.kind, column, self.project.cell(line.id, column.id))
                for column in zone.columns
                if column.id != "rapporteur"
            ]
            if text := " · ".join(cell for cell in cells if cell):
                found.append(Piece("text", text, line.id))
        return tuple(found)

    def chain(self) -> Flow:
        """What leads to a prototype and what follows it, stage by stage; amounts stay out of the room."""
        found = web(self.project, money=False)
        if self.canvas not in found.knots:
            return Flow(())
        chain = found.chain(self.canvas)
        blocks = []
        for stage, rows in found.columns.items():
            knots = [found.knots[row] for row in rows if row in chain]
            pieces = tuple(self._knot(knot) for knot in knots)
            if pieces:
                blocks.append(Block(stage_words(stage)[len(pieces) > 1], pieces))
        return Flow(tuple(blocks))

    def _knot(self, knot: Knot) -> Piece:
        said = knot.where if knot.stage == "result" else ""
        text = "\n".join(part for part in (knot.text, said) if part)
        return Piece(
            "note",
            text,
            knot.row,
            CHAIN_COLOURS[knot.stage],
            knot.votes if self.votes else 0,
        )

    # -- pieces ---------------------------------------------------------------------------------------------
    def _notes(self, notes: Iterable[Note], zone: Zone, mark: str = "") -> tuple[Piece, ...]:
        return tuple(
            Piece(
                "note",
                note.text or "",
                note.id,
                zone.colour,
                self.weight(note.id),
                mark=mark,
            )
            for note in notes
            if (note.text or "").strip() and self.sieve.keeps(self.project, note)
        )

    def _photos(self, photos: Iterable[Photo]) -> tuple[Piece, ...]:
        return tuple(
            Piece("photo", photo.alt or "", photo.id, picture=photo.picture)
            for photo in photos
            if photo.picture and consent_of(photo) != REFUSED
        )


def pain_lane(kind: CanvasType) -> Zone | None:
    """The lane of pain points: the one so named, else the first rose one."""
    lanes = [zone for zone in kind.lanes if zone.kind == "grid_notes"]
    named = [z for z in lanes if z.id == "pain_points"] or [z for z in lanes if z.colour == "rose"]
    return named[0] if named else None


def stop_lens(stop: Stop) -> Lens:
    """What a sequence shows: its own lens, else the agenda."""
    return stop.lens or Lens("agenda")
