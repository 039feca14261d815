"""What stands in one zone of a canvas, as plain content: its codec, and how it is read from a snapshot."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.entities import Note, Photo, Value
from labdesk.domain.model import Project
from labdesk.exchange.addresses import Addresses
from labdesk.exchange.json_codecs import (
    DECIMAL,
    SCALARS,
    WHOLE,
    Codec,
    Scalar,
    a_list,
    one_in_a_list,
    text,
    within,
)
from labdesk.exchange.json_content import (
    CHAINS,
    NOTE_PARTS,
    NOTES,
    PHOTO_PARTS,
    PHOTOS,
    Cells,
    Kept,
    NoteContent,
    PhotoContent,
    choices,
    table,
)
from labdesk.exchange.json_text import ABSENT, Json, Member, Misfit, inside
from labdesk.words import _

Shape: TypeAlias = Literal["notes", "chain", "table", "choices", "photos", "refs", "felt", "value"]
_SHAPES: Mapping[str, Shape] = {
    "notes": "notes",
    "dates": "notes",
    "grid_notes": "notes",
    "chain": "chain",
    "table": "table",
    "choices": "choices",
    "grid_choices": "choices",
    "photos": "photos",
    "grid_photos": "photos",
    "refs": "refs",
}


class Spot(Struct, frozen=True):
    """Where content stands: a zone of a canvas, in one step for a lane of the grid."""

    canvas: str
    zone: str
    step: str | None = None
    called: str = ""
    """The name of a lane of the lab's own in the file; the name of another zone is its id."""

    @property
    def name(self) -> str:
        """How addresses name the zone."""
        return self.called or self.zone

    @property
    def owner(self) -> str:
        """Who keeps aside what the file said here in its own way."""
        return f"{self.step}/cells" if self.step else self.canvas


def shape_of(zone: Zone) -> Shape:
    """What the content of a zone looks like."""
    if zone.kind in ("score", "grid_score") and zone.word:
        return "felt"
    return _SHAPES.get(zone.kind, "value")


def codec_of(kind: CanvasType, zone: Zone, addresses: Addresses) -> Codec[Any]:
    """The codec of a zone of this type."""
    shape = shape_of(zone)
    if shape == "value":
        return _single(zone, addresses)
    if shape == "felt":
        return _felt(score_codec(zone), in_a_list=zone.is_lane)
    if shape == "refs":
        return _refs(_target(zone), addresses)
    if shape == "choices":
        return choices(kind.options(zone.vocabulary))
    if shape == "table":
        return table(zone.columns)
    plain: dict[str, Codec[Any]] = {"notes": NOTES, "chain": CHAINS, "photos": PHOTOS}
    return plain[shape]


def score_codec(zone: Zone) -> Scalar:
    """A whole number inside the range of the zone."""
    return within(*zone.range) if zone.range else WHOLE


def _single(zone: Zone, addresses: Addresses) -> Scalar:
    name = zone.kind.removeprefix("grid_")
    if name == "ref":
        return _ref(_target(zone), addresses)
    if name == "number" and zone.is_lane:
        return one_in_a_list(DECIMAL)
    plain = score_codec(zone) if name == "score" else SCALARS[name]
    return one_in_a_list(plain) if zone.is_lane and name != "check" else plain


def _target(zone: Zone) -> str:
    """The type of canvas a reference points to (`journey.opportunities` → `journey`)."""
    return (zone.refers or "").partition(".")[0]


def _ref(kind: str, addresses: Addresses) -> Scalar:
    """One reference. A name that is nowhere in the file is no content: it stays aside."""

    def parse(value: Json, at: str) -> Value:
        return addresses.row(str(text().parse(value, at)), kind)

    def render(row: Value) -> Member:
        return (addresses.name(str(row), kind) if row is not None else None) or ABSENT

    return Codec(parse, render, None)


def _refs(kind: str, addresses: Addresses) -> Codec[tuple[str, ...]]:
    """References in order; names that are nowhere in the file are left aside, twins count once."""

    def parse(value: Json, at: str) -> tuple[str, ...]:
        names = [str(text().parse(v, inside(at, i))) for i, v in enumerate(a_list(value, at))]
        return tuple(dict.fromkeys(row for name in names if (row := addresses.row(name, kind))))

    def render(rows: tuple[str, ...]) -> Member:
        return [name for row in rows if (name := addresses.name(row, kind))] or ABSENT

    return Codec(parse, render, ())


Felt: TypeAlias = tuple[Value, Value]
"""A score and the word for it."""


def _felt(score: Scalar, *, in_a_list: bool) -> Codec[Felt]:
    def parse(value: Json, at: str) -> Felt:
        if in_a_list and isinstance(value, list):
            if len(value) != 1:
                raise Misfit(at, _("une seule valeur est attendue."))
            value, at = value[0], inside(at, 0)
        given = value if isinstance(value, dict) else {"value": value}
        if set(given) - {"value", "word"}:
            raise Misfit(at, _("seuls « value » et « word » sont attendus."))
        number, word = given.get("value"), given.get("word")
        return (
            None if number is None else score.parse(number, inside(at, "value")),
            None if word is None else text().parse(word, inside(at, "word")),
        )

    def render(felt: Felt) -> Member:
        if felt == (None, None):
            return ABSENT
        both: dict[str, Json] = {n: v for n, v in zip(("value", "word"), felt, strict=True) if v is not None}
        written: Json = felt[0] if felt[1] is None else both
        return [written] if in_a_list else written

    return Codec(parse, render, (None, None))


# -- from a project -----------------------------------------------------------------------------------
class Gathering:
    """Reads the content of zones out of a snapshot. `kept`: the members an imported row had beside; `files`:
    the names of the pictures' files, by photo."""

    def __init__(
        self, project: Project, kept: Mapping[str, Mapping[str, str]], files: Mapping[str, str]
    ) -> None:
        self.project = project
        self._kept = kept
        self._files = files

    def content(self, spot: Spot, zone: Zone) -> Any:
        """What stands there, as the codec of the zone renders it."""
        project, canvas, step = self.project, spot.canvas, spot.step
        shape = shape_of(zone)
        if shape == "notes":
            return tuple(self.note(note) for note in project.notes_at(canvas, zone.id, step))
        if shape == "chain":
            return self._chains(canvas, zone.id)
        if shape == "table":
            return tuple(self._cells(line.id, zone) for line in project.lines_of(canvas, zone.id))
        if shape == "choices":
            return frozenset(project.chosen(canvas, zone.id, step))
        if shape == "photos":
            return tuple(self._photo(photo) for photo in project.photos_at(canvas, zone.id, step))
        if shape == "refs":
            return tuple(link.target or "" for link in project.links_from(canvas, zone.id))
        value = project.value(canvas, zone.id, step)
        return (value, project.value(canvas, zone.id, step, "word")) if shape == "felt" else value

    def note(self, note: Note) -> NoteContent:
        """One note with all that goes with it."""
        parts = tuple((name, value) for name in NOTE_PARTS if (value := getattr(note, name)) is not None)
        return NoteContent(note.text, parts, self.project.votes_on(note.id), self._beside(note.id))

    def _photo(self, photo: Photo) -> PhotoContent:
        said = {name: getattr(photo, name) for name in PHOTO_PARTS}
        said["file"] = self._files.get(photo.id, photo.file)
        parts = tuple((name, value) for name, value in said.items() if value is not None)
        return PhotoContent(parts, self._beside(photo.id))

    def _beside(self, row: str) -> Kept:
        return tuple(self._kept.get(row, {}).items())

    def _cells(self, line: str, zone: Zone) -> Cells:
        read = ((column.id, self.project.cell(line, column.id)) for column in zone.columns)
        return tuple((name, value) for name, value in read if value is not None)

    def _chains(self, canvas: str, zone: str) -> tuple[NoteContent | tuple[NoteContent, ...], ...]:
        lines = self.project.lines_of(canvas, zone)
        known = {line.id for line in lines}
        chains = [tuple(self.note(note) for note in self.project.chain(line.id)) for line in lines]
        alone = [self.note(n) for n in self.project.notes_at(canvas, zone) if n.line not in known]
        return (*chains, *alone)
