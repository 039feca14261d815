"""What a field of a form is bound to: a field of a row, how it is read, and the gesture that changes it."""

from collections.abc import Callable

from msgspec import Struct

from labdesk.domain.commands.canvases import set_photo
from labdesk.domain.commands.dossier import set_project, write_section
from labdesk.domain.entities import FIELDS, PROJECT_ID, Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.filling.burst import Address, Seen
from labdesk.ui.filling.entry import Kind, read


class Bond(Struct, frozen=True):
    """The field of a row. `write` gives the gesture that puts a value there."""

    table: str
    row: str
    field: str
    write: Callable[[Project, Value, Seen], Gesture]
    kind: Kind = "text"

    @property
    def address(self) -> Address:
        """As the store names it."""
        return self.table, self.row, self.field

    @property
    def limit(self) -> int:
        """Characters it may hold."""
        return FIELDS[self.table][self.field].limit

    def value(self, project: Project) -> Value:
        """What stands there."""
        value: Value = getattr(project.table(self.table).get(self.row), self.field, None)
        return value

    def typed(self, project: Project, text: str, seen: Seen) -> Gesture:
        """The gesture of what was typed; a Refusal when it is not understood."""
        return self.write(project, read(self.kind, text), seen)


def of_project(field: str, kind: Kind = "text") -> Bond:
    """A field of the project or of its cover."""

    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        return set_project(project, field, value, seen)

    return Bond("project", PROJECT_ID, field, write, kind)


def of_photo(photo: str, field: str) -> Bond:
    """What is said of a photo; nothing when it was deleted while it was described."""

    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        return set_photo(project, photo, field, value, seen) if photo in project.photo else Gesture("", ())

    return Bond("photo", photo, field, write)


def of_section(section: str) -> Bond:
    """The typed text of a section: kept as it is typed, blank lines too."""

    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        return write_section(project, section, str(value or ""), seen, marked=True)

    return Bond("section", section, "text", write, "raw")
