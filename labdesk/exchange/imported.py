"""What every import gives: the gesture that builds a project, the report, the pictures that it names."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from labdesk.domain.entities import ENTITIES, Value
from labdesk.domain.gesture import Edit, Gesture
from labdesk.domain.model import Project
from labdesk.exchange.files import read_bytes
from labdesk.words import _

LARGEST_PICTURE = 100 * 2**20


class Wanted(Struct, frozen=True):
    """A picture that a file names: the row of its photo, the name of its file, where it was said."""

    photo: str
    file: str
    at: str


class Imported(Struct, frozen=True):
    """A project read from elsewhere. The gesture is for a new file; `reported` are sentences to show;
    `found` gives the file of each picture that lies beside the source, by photo row."""

    gesture: Gesture
    reported: tuple[str, ...] = ()
    pictures: tuple[Wanted, ...] = ()
    found: Mapping[str, Path] = field(default_factory=dict)

    def illustrated(self, shas: Mapping[str, str]) -> Gesture:
        """The gesture with its pictures: photo row → sha-256 of the picture as it is stored."""
        edits = tuple(Edit("photo", row, "picture", sha, ()) for row, sha in shas.items())
        return Gesture(self.gesture.label, self.gesture.edits + edits)

    def sources(self) -> Mapping[str, tuple[Callable[[], bytes], str]]:
        """Photo row → what reads the file found for it, and its name: what `store.birth.bear` takes."""
        return {
            row: (partial(read_bytes, path, LARGEST_PICTURE), path.name) for row, path in self.found.items()
        }

    def looked_for(self, source: Path) -> "Imported":
        """The same, its pictures looked for beside the file it came from; missing ones are told."""
        found = {wanted.photo: path for wanted in self.pictures if (path := _beside(source, wanted.file))}
        missing = tuple(
            _("{place} : l’image « {file} » n’est pas à côté du fichier.").format(
                place=wanted.at, file=wanted.file
            )
            for wanted in self.pictures
            if wanted.photo not in found
        )
        return replace(self, found=found, reported=self.reported + missing)


def pictures_folder(source: Path) -> Path:
    """Where the pictures of a text file lie: projet.json → projet_photos/."""
    return source.with_name(f"{source.stem}_photos")


def _beside(source: Path, name: str) -> Path | None:
    """The file of a picture, in the folder of the source or below it: a name never leads elsewhere."""
    home = source.parent.resolve()
    for folder in (pictures_folder(source), home, source.with_suffix(""), home / "photos"):
        try:
            path = (folder / name).resolve()
            if path.is_relative_to(home) and path.is_file():
                return path
        except (OSError, ValueError):  # a name that no file can have
            return None
    return None


def built(gesture: Gesture, mark: str = "") -> Project:
    """The project that a gesture makes out of nothing, without a file."""
    values: dict[str, dict[str, dict[str, Value]]] = {}
    for edit in gesture.edits:
        rows = values.setdefault(edit.table, {})
        if isinstance(edit, Edit):
            rows.setdefault(edit.row, {})[edit.field] = edit.value
        else:
            rows.pop(edit.row, None)
    rows_of = {
        table: {row: ENTITIES[table](id=row, **said) for row, said in rows.items()}
        for table, rows in values.items()
    }
    return Project.empty(mark).replaced(rows_of)
