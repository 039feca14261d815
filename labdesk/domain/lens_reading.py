"""A canvas being read for the room: its steps, lanes, cells and notes as pieces. Nothing private is in it.

Left out on purpose: facilitator's notes, author tables, sources; photos of people who refused.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Zone, option_label
from labdesk.domain.consent import consent_of
from labdesk.domain.entities import Note, Photo, Step
from labdesk.domain.lens_content import Piece, Point
from labdesk.domain.model import Project, Types, lane_zone
from labdesk.domain.moments import is_key
from labdesk.domain.shown import as_read
from labdesk.domain.sieve import EVERYTHING, Sieve

REFUSED = "refused"


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
        return any(self.holds(zone, step) for step in self.project.steps_of(self.canvas))

    def holds(self, zone: Zone, step: Step) -> bool:
        """There is something to show in this cell. Asked of a whole canvas at each edit: no piece is made."""
        if zone.kind != "grid_notes":
            return bool(self.cell(zone, step))
        notes = self.project.notes_at(self.canvas, zone.id, step.id)
        return any((note.text or "").strip() and self.sieve.keeps(self.project, note) for note in notes)

    def step_name(self, step: Step) -> str:
        """The name of a step; a moment of truth has its star."""
        key = is_key(self.project, self.kind, self.canvas, step.id)
        return f"{step.label or '…'} ★" if key else step.label or "…"

    def label(self, zone: Zone) -> str:
        """The name of a lane, as this canvas calls it."""
        lane = self.project.lane.get(f"{self.canvas}/{zone.id}")
        return (lane.label if lane else None) or str(zone.label)

    def cell(self, zone: Zone, step: Step) -> tuple[Piece, ...]:
        """What one cell holds, in order."""
        project, canvas = self.project, self.canvas
        match zone.kind:
            case "grid_notes":
                return self.notes(project.notes_at(canvas, zone.id, step.id), zone)
            case "grid_photos":
                return self.photos(project.photos_at(canvas, zone.id, step.id))
            case "grid_score":
                point = self.point(zone, step, 0)
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

    def point(self, zone: Zone, step: Step, number: int) -> Point:
        """A step of the curve; `number` counts from 1."""
        level = self.project.value(self.canvas, zone.id, step.id)
        word = self.project.words(self.canvas, zone.id, step.id, "word")
        return Point(step.id, number, step.label or "…", level if isinstance(level, int) else None, word)

    def notes(self, notes: Iterable[Note], zone: Zone, mark: str = "") -> tuple[Piece, ...]:
        """Notes that have words, as the filter leaves them."""
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

    def photos(self, photos: Iterable[Photo]) -> tuple[Piece, ...]:
        """Pictures nobody refused."""
        return tuple(
            Piece("photo", photo.alt or "", photo.id, picture=photo.picture)
            for photo in photos
            if photo.picture and consent_of(photo) != REFUSED
        )
