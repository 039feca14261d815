"""Small gestures and pictures that the tests of the store write with."""

from io import BytesIO

from labdesk.domain.entities import Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born

ANNE, BRUNO, CHLOE = "a" * 16, "b" * 16, "c" * 16


def note(row: str, text: str, **more: Value) -> Gesture:
    """A new note."""
    values: dict[str, Value] = {"canvas": "c", "zone": "tray", "place": "V", "text": text, **more}
    return Gesture("Ajouter", born("note", row, **values))


def write(row: str, text: str | None, seen: tuple[str, ...] | None = None) -> Gesture:
    """Other words for a note."""
    return Gesture("Écrire", (Edit("note", row, "text", text, seen),))


def remove(row: str, table: str = "note") -> Gesture:
    """The note goes."""
    return Gesture("Supprimer", (Removal(table, row),))


def photo_bytes(width: int = 640, height: int = 480, format_: str = "JPEG", **saved: object) -> bytes:
    """A picture of a red top left corner on grey."""
    from PIL import Image

    picture = Image.new("RGB", (width, height), (120, 120, 120))
    picture.paste((220, 20, 20), (0, 0, width // 2, height // 2))
    out = BytesIO()
    picture.save(out, format_, **saved)
    return out.getvalue()


def plain(sentence: str) -> str:
    """A sentence with ordinary spaces."""
    return sentence.replace("\u00a0", " ").replace("\u202f", " ")
