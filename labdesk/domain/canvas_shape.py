"""What a canvas type is made of: its zones, its lanes, its states, its vocabularies. No code per canvas."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from labdesk import places
from labdesk.domain.toml_table import toml_table
from labdesk.domain.zone import Label, Option, Vocabularies, Zone

Layout = Literal["grid", "sheet"]


class BlueprintLine(Struct, frozen=True):
    """A line drawn above a lane: interaction, visibility."""

    id: str
    lane: str
    label: Label


class State(Struct, frozen=True):
    """A state of a card in the deck: `when` is empty, a zone that must be filled, or `zone=a|b`.

    `needs`: the zones that a card is asked for when it comes into this state.
    """

    id: str
    label: Label
    zone: str
    values: tuple[str, ...]
    needs: tuple[str, ...] = ()


class CanvasType(Struct, frozen=True, dict=True):
    """A kind of sheet. `toml` and `sha` (sha-256 of the text) are what the project file keeps."""

    id: str
    version: int
    layout: Layout
    place: str
    icon: str
    label: Label
    plural: Label
    title_zone: str
    columns: int
    zones: tuple[Zone, ...]
    presets: Mapping[str, tuple[str, ...]]
    preset_labels: Mapping[str, Label]
    lines: tuple[BlueprintLine, ...]
    states: tuple[State, ...]
    vocabularies: Vocabularies
    toml: str
    sha: str

    @cached_property
    def by_id(self) -> Mapping[str, Zone]:
        """Zones by id."""
        return {zone.id: zone for zone in self.zones}

    @property
    def row(self) -> str:
        """The id of its copy in a project file."""
        return f"{self.id}@{self.sha}"

    @cached_property
    def lanes(self) -> tuple[Zone, ...]:
        """The zones that are rows of the grid, in order."""
        return tuple(zone for zone in self.zones if zone.is_lane)

    @cached_property
    def sheet(self) -> tuple[Zone, ...]:
        """The zones that are boxes around or instead of the grid: no lane, no axis."""
        return tuple(zone for zone in self.zones if not zone.is_lane and zone.kind != "axis")

    def options(self, vocabulary: str | None) -> tuple[Option, ...]:
        """The entries of a vocabulary: the type's own first, else the common ones."""
        if vocabulary is None:
            return ()
        return self.vocabularies.get(vocabulary) or common_vocabularies().get(vocabulary, ())


def option_label(options: Iterable[Option], value: object) -> str:
    """What people read for a stored choice; an unknown value is shown as it is."""
    for option in options:
        if str(option.id) == str(value):
            return str(option.label)
    return "" if value is None else str(value)


_common: dict[str, tuple[Option, ...]] = {}


def common_vocabularies() -> Vocabularies:
    """The vocabularies shared by all canvases, read once from resources/vocabularies.toml."""
    if not _common:
        _common.update(
            vocabularies_of(toml_table((places.resources() / "vocabularies.toml").read_text("utf-8")))
        )
    return _common


def vocabularies_of(table: Mapping[str, Any]) -> dict[str, tuple[Option, ...]]:
    """The vocabularies of a TOML table, by name."""
    return {
        name: tuple(
            Option(o["id"], Label(o["fr"], o.get("en", o["fr"])), o.get("exported", True)) for o in entries
        )
        for name, entries in table.items()
    }
