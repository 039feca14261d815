"""When something was seen in a test and by which tester, as the source of a note says it. Never a name."""

import re
from collections.abc import Iterator

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.entities import Note
from labdesk.domain.model import Project
from labdesk.words import _

HEARD = ("observations", "quotes", "learnings")
"""The zones that are filled while one looks on, in the order of the keys; a lab’s type may lack some."""
_STAMP = re.compile(r"(\d\d:\d\d)?(?:\s*·\s*)?(?:(?:testeur|tester|T)\s*(\d+))?", re.IGNORECASE)
TESTERS = 99


class Stamp(Struct, frozen=True):
    """« 15:17 · testeur 2 »: the time of the clock on the wall, and the tester’s number (0: nobody’s)."""

    time: str = ""
    tester: int = 0

    def __str__(self) -> str:
        who = _("testeur {n}").format(n=self.tester) if self.tester else ""
        return " · ".join(part for part in (self.time, who) if part)


def stamp_of(note: Note) -> Stamp:
    """What the source of a note says; an empty stamp when it says something else."""
    found = _STAMP.fullmatch((note.source or "").strip())
    if found is None:
        return Stamp()
    return Stamp(found[1] or "", int(found[2] or 0))


def heard_zones(kind: CanvasType) -> tuple[Zone, ...]:
    """The zones of notes that a test fills: those known by name first, then a lab’s own."""
    there = [z for z in kind.zones if z.shown == "test_started" and z.kind == "notes"]
    return tuple(sorted(there, key=lambda z: HEARD.index(z.id) if z.id in HEARD else len(HEARD)))


def expected_zones(kind: CanvasType) -> tuple[Zone, ...]:
    """What was expected before the test, to be reread beside what is seen."""
    return tuple(zone for zone in kind.zones if zone.expected)


def heard(project: Project, kind: CanvasType, canvas: str) -> Iterator[tuple[Zone, Note]]:
    """All that was noted in the tests of a card, in the order of the clock; what has no time stands first."""
    found = [(zone, note) for zone in heard_zones(kind) for note in project.notes_at(canvas, zone.id)]
    yield from sorted(found, key=lambda pair: (stamp_of(pair[1]).time, pair[1].place or "", pair[1].id))
