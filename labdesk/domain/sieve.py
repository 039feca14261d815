"""Which notes of a canvas are shown: by lane, evidence, voice, table, tag, weight. It arranges nothing."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.entities import SHORT, Note
from labdesk.domain.model import Project, lane_zone

Chosen = frozenset[str]
NONE: Chosen = frozenset()
UNSAID = ""
"""Among the values of a facet: the notes of which nothing was said."""


def tags_of(note: Note) -> tuple[str, ...]:
    """The tags of a note: one field, « délai, numérique », with or without their #."""
    return tags_of_text(note.tag) if note.tag else ()  # asked of every note at every arrangement


def tags_of_text(text: str) -> tuple[str, ...]:
    """The tags of a line as people type it."""
    words = (word.strip() for word in re.split(r"[,;#]", text))
    return tuple(dict.fromkeys(word for word in words if word))


def tagged(tags: Iterable[str]) -> str | None:
    """Tags as a note stores them, None when there is none; those that no longer fit are left out."""
    kept = ""
    for tag in dict.fromkeys(" ".join(re.split(r"[,;#\s]+", tag)).strip() for tag in tags):
        longer = f"{kept}, {tag}" if kept else tag
        if tag and len(longer) <= SHORT:
            kept = longer
    return kept or None


class Sieve(Struct, frozen=True):
    """What a note must be to be shown. An empty facet asks nothing; inside one facet, any value will do.

    `lanes`: zone ids; `least`: the fewest dots, which asks nothing while the dots are hidden.
    """

    lanes: Chosen = NONE
    evidence: Chosen = NONE
    voices: Chosen = NONE
    tables: Chosen = NONE
    tags: Chosen = NONE
    least: int = 0

    def __bool__(self) -> bool:
        return any(getattr(self, facet) for facet in self.__struct_fields__)

    def asking(self, facet: str, values: Chosen) -> "Sieve":
        """The same sieve that asks this of a facet of values."""
        return replace(self, **{facet: values})

    def opens(self, zone: str) -> bool:
        """This lane, or this box of a sheet, is shown."""
        return not self.lanes or zone in self.lanes

    def keeps(self, project: Project, note: Note) -> bool:
        """This note is shown where its lane is."""
        for wanted, said in (
            (self.evidence, note.evidence),
            (self.voices, note.voice),
            (self.tables, note.author_table),
        ):
            if wanted and (said or UNSAID) not in wanted:
                return False
        if self.tags and not self.tags & set(tags_of(note) or (UNSAID,)):
            return False
        veiled = project.votes_veiled(note.canvas or "")
        return not self.least or veiled or project.votes_on(note.id) >= self.least


EVERYTHING = Sieve()
"""Nothing is filtered."""


def zones_shown(project: Project, kind: CanvasType, canvas: str) -> list[Zone]:
    """The zones that a canvas shows when nothing is filtered: lanes of a grid, boxes of a sheet."""
    if kind.layout == "grid":
        return [lane_zone(kind, lane) for lane in project.lanes_of(canvas)]
    return [zone for zone in kind.sheet if zone.id != "tray"]


def notes_shown(project: Project, kind: CanvasType, canvas: str) -> list[Note]:
    """The notes that a canvas shows when nothing is filtered, zone by zone."""
    steps = [step.id for step in project.steps_of(canvas)] if kind.layout == "grid" else [None]
    return [
        note
        for zone in zones_shown(project, kind, canvas)
        if zone.holds_notes
        for step in steps
        for note in project.notes_at(canvas, zone.id, step)
    ]


def counted(project: Project, kind: CanvasType, canvas: str, sieve: Sieve) -> tuple[int, int]:
    """How many notes the sieve lets through, and of how many."""
    every = notes_shown(project, kind, canvas)
    kept = sum(sieve.opens(note.zone or "") and sieve.keeps(project, note) for note in every)
    return kept, len(every)


def found(notes: Iterable[Note]) -> dict[str, Counter[str]]:
    """For each facet, the values that stand in these notes and how often."""
    seen: dict[str, Counter[str]] = {
        facet: Counter() for facet in ("lanes", "evidence", "voices", "tables", "tags")
    }
    for note in notes:
        seen["lanes"][note.zone or ""] += 1
        seen["evidence"][note.evidence or UNSAID] += 1
        seen["voices"][note.voice or UNSAID] += 1
        seen["tables"][note.author_table or UNSAID] += 1
        seen["tags"].update(tags_of(note) or (UNSAID,))
    return seen


def tags_used(project: Project) -> list[str]:
    """Every tag of the project, the most used first: what is offered while one types."""
    used = Counter(tag for note in project.note.values() for tag in tags_of(note))
    return [tag for tag, _times in sorted(used.items(), key=lambda item: (-item[1], item[0].casefold()))]
