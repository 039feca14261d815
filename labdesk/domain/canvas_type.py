"""The canvas types a laptop knows, and the door to all that says what one is: its shape, its zones."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct

from labdesk import places
from labdesk.domain.canvas_shape import (
    BlueprintLine,
    CanvasType,
    Layout,
    State,
    common_vocabularies,
    option_label,
)
from labdesk.domain.toml_table import read_each
from labdesk.domain.type_reading import type_of
from labdesk.domain.zone import (
    COLOURS,
    EXPORTS,
    GRID_KINDS,
    KINDS,
    LIST_KINDS,
    NOTE_KINDS,
    PLACES,
    SINGLE_KINDS,
    Column,
    Label,
    Option,
    Vocabularies,
    Zone,
)
from labdesk.words import _

__all__ = [
    "COLOURS",
    "EXPORTS",
    "GRID_KINDS",
    "KINDS",
    "LIST_KINDS",
    "NOTE_KINDS",
    "PLACES",
    "SINGLE_KINDS",
    "BlueprintLine",
    "CanvasType",
    "Catalogue",
    "Column",
    "Label",
    "Layout",
    "Option",
    "State",
    "Vocabularies",
    "Zone",
    "common_vocabularies",
    "load_catalogue",
    "option_label",
    "read_type",
]

_read: dict[str, CanvasType] = {}


def read_type(toml: str, source: str, *, ships: bool = False) -> CanvasType:
    """The canvas type of a TOML text. The Refusal of a wrong one names `source` (a file) and the zone.

    A text is read once: a project carries copies of the very types that ship. `ships`: it was checked before
    it left the workshop, and is not at each start.
    """
    if toml not in _read:
        kind = type_of(toml, source)
        if not ships:
            from labdesk.domain.type_check import check  # what ships needs none

            check(kind, source)
        _read[toml] = kind
    return _read[toml]


class Catalogue(Struct, frozen=True):
    """The canvas types this laptop knows, by id, and the sentences about the files that were refused."""

    types: Mapping[str, CanvasType]
    refused: tuple[str, ...] = ()


def load_catalogue(*folders: Path) -> Catalogue:
    """The types of the TOML files in these folders (by default: what ships, then the lab's own).

    A wrong file is refused with its name and zone, the others still load. A later file of the same id wins.
    """
    delivered = places.resources() / "canvases"
    unreadable = _("{file} : illisible ({why}). Les autres canevas sont chargés.")
    types: dict[str, CanvasType] = {}
    refused: tuple[str, ...] = ()
    for folder in folders or (delivered, places.own_canvases()):
        read = partial(read_type, ships=folder == delivered)
        found, wrong = read_each((folder,), read, unreadable)
        types |= {kind.id: kind for kind in found}
        refused += wrong
    order = ("workshop", "persona", "journey", "problem", "prototype")
    known = sorted(types, key=lambda name: (order.index(name) if name in order else len(order), name))
    return Catalogue({name: types[name] for name in known}, refused)
