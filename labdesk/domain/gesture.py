"""What a person did in one go: the edits that one undo takes back. Nothing here draws or saves."""

import os
from collections.abc import Iterable

from msgspec import Struct

from labdesk.domain.entities import Value


class Edit(Struct, frozen=True):
    """One field of one row takes a new value.

    `seen`: the ids of the changes on screen when the editor opened; None: whatever stands when the
    gesture is done. A field changed by someone else meanwhile becomes a disagreement, not a loss.
    """

    table: str
    row: str
    field: str
    value: Value
    seen: tuple[str, ...] | None = None


class Removal(Struct, frozen=True):
    """A row goes away, as it is seen now; an edit made elsewhere without knowing brings it back."""

    table: str
    row: str


class Gesture(Struct, frozen=True):
    """What one Ctrl+Z takes back: a label for the menu (« Écrire ») and its edits, in order."""

    label: str
    edits: tuple[Edit | Removal, ...]

    def __bool__(self) -> bool:
        return bool(self.edits)

    def and_then(self, other: "Gesture") -> "Gesture":
        """Both as one gesture, under this label."""
        return Gesture(self.label, self.edits + other.edits)


def together(label: str, gestures: Iterable[Gesture]) -> Gesture:
    """Several gestures as one to undo."""
    return Gesture(label, tuple(edit for gesture in gestures for edit in gesture.edits))


def new_id() -> str:
    """A random row id: 16 hexadecimal digits."""
    return os.urandom(8).hex()


def born(table: str, row: str, **values: Value) -> tuple[Edit, ...]:
    """The edits that make a new row; fields left at None are not written."""
    return tuple(Edit(table, row, field, value, ()) for field, value in values.items() if value is not None)
