"""What an export reads from: a snapshot, its types, the names of its rows, what was kept aside."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from labdesk.domain.canvas_type import CanvasType, Catalogue
from labdesk.domain.entities import Photo, Section
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project, Types
from labdesk.domain.quotes import MARK
from labdesk.exchange.addresses import Addresses
from labdesk.exchange.json_codecs import Codec
from labdesk.exchange.json_lanes import lane_names
from labdesk.exchange.json_text import ABSENT, Json, Member, Misfit, Missing
from labdesk.exchange.json_zones import Gathering

C = TypeVar("C")
_RESERVED_NAMES = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
WRITTEN = ("persona", "journey", "problem", "prototype", "workshop")
"""Types of canvases in the order of the file: of two of the same id, the first written is named so."""
TABLES = (
    *("expense", "resource", "indicator", "milestone", "role", "risk", "gain", "attachment", "in_kind"),
    "follow_up",
)


class Shelf:
    """A project laid out for writing."""

    def __init__(self, project: Project, catalogue: Catalogue) -> None:
        self.project = project
        self.catalogue = catalogue
        types = Types(catalogue)
        self.types: dict[str, CanvasType] = {row: types.of(project, row) for row in project.canvas}
        self._kept: dict[str, dict[str, str]] = {}
        for aside in sorted(project.aside.values(), key=lambda row: row.id):
            if aside.name is not None and aside.json is not None:
                self._kept.setdefault(aside.owner or "", {})[aside.name] = aside.json
        self.files = _file_names(project)
        self.gathering = Gathering(project, self._kept, self.files)
        self._order = {row: rank for rank, row in enumerate(_in_order_of_writing(project))}
        self.addresses = _addresses(project)
        _name_linked_notes(self)

    def written(self, owner: str, name: str, codec: Codec[C], content: C) -> Member:
        """A known member: as the imported file said it while that means the same, else as we write it."""
        kept = self.as_it_was(owner, name)
        if not isinstance(kept, Missing) and self._means(kept, codec, content):
            return kept
        return codec.render(content)

    def _means(self, kept: Json, codec: Codec[C], content: C) -> bool:
        if kept is None:
            return content == codec.empty
        try:
            return codec.parse(kept, "") == content
        except Misfit:
            return content == codec.empty

    def as_it_was(self, owner: str, name: str) -> Member:
        """What was kept aside under this name; ABSENT when nothing was."""
        packed = self._kept.get(owner, {}).get(name)
        if packed is None:
            return ABSENT
        try:
            value: Json = json.loads(packed)
        except ValueError:  # written by something else than an import: it cannot be handed back
            return ABSENT
        return value

    def members(
        self, owner: str, known: Iterable[tuple[str, Member]], names: Iterable[str] = ()
    ) -> dict[str, Json]:
        """An object: its known members that are there, then those that nobody knows here. `names`: further
        names that were kept aside for a known member."""
        given = list(known)
        taken = {name for name, _value in given} | set(names)
        beside = ((n, self.as_it_was(owner, n)) for n in self._kept.get(owner, {}) if n not in taken)
        return {n: v for n, v in (*given, *beside) if not isinstance(v, Missing)}

    def names_beside(self, owner: str) -> list[str]:
        """The names under which something of this owner was kept aside."""
        return list(self._kept.get(owner, {}))

    def rank(self, row: str) -> tuple[int, str]:
        """Sources of links in the order of the file: by the canvas they stand in, then by their name."""
        note = self.project.note.get(row)
        canvas = note.canvas if note else row
        last = len(self._order)
        return self._order.get(canvas or "", last), self.addresses.name(row) or row

    def lane_names(self, canvas: str) -> dict[str, str]:
        """How the lanes of the lab's own are called in the file, by row."""
        lanes = sorted((x for x in self.project.lane.values() if x.canvas == canvas), key=by_place)
        return lane_names(self.types[canvas], [(x.id, x.label) for x in lanes if x.zone == x.id])

    def of_type(self, kind: str) -> list[str]:
        """The canvases of a type, in order."""
        return [canvas.id for canvas in self.project.canvases(kind)]


def _in_order_of_writing(project: Project) -> list[str]:
    kinds = dict.fromkeys((*WRITTEN, *(canvas.type or "" for canvas in project.canvases())))
    return [canvas.id for kind in kinds for canvas in project.canvases(kind)]


def _addresses(project: Project) -> Addresses:
    """Every canvas, phase, step and note of a project, and the rows of its dossier."""
    addresses = Addresses()
    for kind in dict.fromkeys((*WRITTEN, *(canvas.type or "" for canvas in project.canvases()))):
        for rank, canvas in enumerate(project.canvases(kind), 1):
            addresses.canvas(canvas.id, kind, canvas.key, rank)
            for number, phase in enumerate(project.phases_of(canvas.id), 1):
                addresses.part(phase.id, canvas.id, f"/phase:{number}")
            for number, step in enumerate(project.steps_of(canvas.id), 1):
                addresses.part(step.id, canvas.id, f":{number}")
    for table in TABLES:
        for rank, row in enumerate(project.in_order(table), 1):
            addresses.plain(row.id, f"{table}#{rank}")
    return addresses


def _name_linked_notes(shelf: Shelf) -> None:
    """Notes that something points to, that point to something or are quoted; the others need no name."""
    project = shelf.project
    ends = {end for link in project.link.values() for end in (link.source, link.target)}
    ends |= {answer.value for answer in project.answer.values() if isinstance(answer.value, str)}
    ends |= {ref["ref"].removeprefix("note:") for row in project.section.values() for ref in _quoted(row)}
    for note in project.note.values():
        if note.id not in ends:
            continue
        home = note.canvas or ""
        zone = shelf.lane_names(home).get(note.zone or "", note.zone)
        lines = [line.id for line in project.lines_of(home, note.zone or "")]
        mates = project.notes_at(home, note.zone or "", note.step)
        if note.line in lines:
            tail = f"{lines.index(note.line) + 1}.{project.chain(note.line).index(note) + 1}"
        else:
            tail = f"{len(lines) + [n for n in mates if n.line not in lines].index(note) + 1}"
        shelf.addresses.part(note.id, note.step or home, f"/{zone}:{tail}")


def _quoted(section: Section) -> Iterator[re.Match[str]]:
    return MARK.finditer(section.text or "")


def _file_names(project: Project) -> dict[str, str]:
    """Photo → the name of its file in the folder of pictures: its own, made safe, and unique per picture."""
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    for photo in sorted(project.photo.values(), key=lambda row: (row.place or "", row.id)):
        if photo.picture:
            names[photo.id] = _file_name(photo, taken)
            taken[names[photo.id].casefold()] = photo.picture
    return names


def _file_name(photo: Photo, taken: dict[str, str]) -> str:
    pieces = [_safe(p) for p in (photo.file or "").replace("\\", "/").split("/") if p.strip(". ")]
    path = PurePosixPath(*pieces) if pieces else PurePosixPath(f"{(photo.picture or '')[:12]}.jpg")
    wanted, rank = path, 1
    while taken.get(str(wanted).casefold(), photo.picture) != photo.picture:
        rank += 1
        wanted = path.with_name(f"{path.stem}-{rank}{path.suffix}")
    return str(wanted)


def _safe(name: str) -> str:
    """One piece of a path that every system takes: no drive, no wildcard, no reserved name of Windows."""
    plain = re.sub(r'[<>:"|?*\x00-\x1f]', "_", name).rstrip(". ")
    return f"_{plain}" if _RESERVED_NAMES.fullmatch(plain.split(".")[0].strip()) else plain
