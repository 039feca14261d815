"""The lab's own look in a document: its bloc-marque, the logos of its partners, its colour."""

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.lab import Lab, logo_bytes
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture


class Marks(Struct, frozen=True):
    """The bloc-marque and the partners as pictures, and their bytes under the names the pictures bear."""

    mark: Picture | None
    partners: tuple[Picture, ...]
    own: tuple[tuple[str, bytes], ...]


def marks(lab: Lab | None) -> Marks:
    """The lab's pictures that can be read, ready for a document."""
    if lab is None:
        return Marks(None, (), ())
    found = {logo: data for logo in lab.logos if (data := logo_bytes(logo))}
    made = {logo: Picture(f"lab:{logo.file}", logo.alt or logo.file, width=60, height=40) for logo in found}
    mark = made.get(lab.mark) if lab.mark else None
    partners = tuple(made[logo] for logo in lab.partners if logo in made)
    return Marks(mark, partners, tuple((f"lab:{logo.file}", data) for logo, data in found.items()))


def dressed(document: Document, lab: Lab | None) -> Document:
    """The document in the lab's colour, carrying its pictures."""
    return replace(document, accent=lab.colour, own=marks(lab).own) if lab else document
