"""What a canvas is: zones, lanes, vocabularies, lines, read from TOML and checked. No code per canvas."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from labdesk import places
from labdesk.digest import sha256
from labdesk.domain.toml_table import toml_table
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
from labdesk.errors import Refusal
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
            _vocabularies(toml_table((places.resources() / "vocabularies.toml").read_text("utf-8")))
        )
    return _common


def _vocabularies(table: Mapping[str, Any]) -> dict[str, tuple[Option, ...]]:
    return {
        name: tuple(
            Option(o["id"], Label(o["fr"], o.get("en", o["fr"])), o.get("exported", True)) for o in entries
        )
        for name, entries in table.items()
    }


_read: dict[str, CanvasType] = {}


def read_type(toml: str, source: str) -> CanvasType:
    """The canvas type of a TOML text. The Refusal of a wrong one names `source` (a file) and the zone.

    A text is read once: a project carries copies of the very types that ship.
    """
    if toml not in _read:
        _read[toml] = _type_of(toml, source)
    return _read[toml]


def _type_of(toml: str, source: str) -> CanvasType:
    try:
        table = toml_table(toml)
    except ValueError as error:
        raise Refusal(
            _("{file} : ce n’est pas un fichier TOML correct ({why}).").format(file=source, why=error)
        ) from error
    try:
        return _type(table, toml, source)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Refusal(
            _("{file} : ce n’est pas un canevas ({why}). Les autres canevas sont chargés.").format(
                file=source, why=error
            )
        ) from error


def _type(table: Mapping[str, Any], toml: str, source: str) -> CanvasType:
    reader = _Reader(source)
    zones = tuple(reader.zone(entry, index) for index, entry in enumerate(table.get("zone", [])))
    kind = CanvasType(
        id=reader.name(table, "id", "canevas"),
        version=reader.whole(table.get("version", 1), "version"),
        layout=reader.one_of(table.get("layout", "sheet"), ("grid", "sheet"), "layout"),  # type: ignore[arg-type]
        place=reader.one_of(table.get("place", "problem"), PLACES, "place"),
        icon=str(table.get("icon", "layout-grid")),
        label=reader.label(table.get("label"), "label"),
        plural=reader.label(table.get("plural", table.get("label")), "plural"),
        title_zone=str(table.get("title_zone", zones[0].id if zones else "")),
        columns=reader.whole(table.get("columns", 4), "columns"),
        zones=zones,
        presets={name: tuple(lanes) for name, lanes in table.get("presets", {}).items()},
        preset_labels={
            n: reader.label(v, f"preset_labels.{n}") for n, v in table.get("preset_labels", {}).items()
        },
        lines=tuple(
            BlueprintLine(e["id"], e["lane"], reader.label(e.get("label"), "line"))
            for e in table.get("line", [])
        ),
        states=tuple(reader.state(entry) for entry in table.get("state", [])),
        vocabularies=_vocabularies(table.get("vocabulary", {})),
        toml=toml,
        sha=sha256(toml.encode()).hexdigest(),
    )
    reader.check(kind)
    return kind


class _Reader:
    """Reads the parts of one file and names the file and the zone of what is wrong."""

    def __init__(self, source: str) -> None:
        self.source = source

    def refuse(self, where: str, why: str) -> Refusal:
        return Refusal(
            _("{file}, {where} : {why} Ce canevas n’est pas chargé ; les autres le sont.").format(
                file=self.source, where=where, why=why
            )
        )

    def name(self, table: Mapping[str, Any], key: str, where: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.replace("_", "").isalnum() or not value.isascii():
            raise self.refuse(
                where,
                _("« {key} » manque ou n’est pas un nom simple (lettres, chiffres, _).").format(key=key),
            )
        return value

    def whole(self, value: object, where: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.refuse(where, _("un nombre entier est attendu."))
        return value

    def one_of(self, value: object, allowed: tuple[str, ...], where: str) -> str:
        if value not in allowed:
            raise self.refuse(
                where,
                _("« {value} » n’est pas connu ; choix possibles : {allowed}.").format(
                    value=value, allowed=", ".join(allowed)
                ),
            )
        return str(value)

    def label(self, value: object, where: str) -> Label:
        if isinstance(value, str):
            return Label(value, value)
        if isinstance(value, dict) and isinstance(value.get("fr"), str):
            return Label(value["fr"], str(value.get("en", value["fr"])))
        raise self.refuse(where, _("le libellé français manque."))

    def zone(self, entry: Mapping[str, Any], index: int) -> Zone:
        where = _("zone « {zone} »").format(zone=entry.get("id", index + 1))
        bounds = entry.get("range")
        if bounds is not None and not (
            len(bounds) == 2 and all(isinstance(b, int) for b in bounds) and bounds[0] < bounds[1]
        ):
            raise self.refuse(where, _("« range » demande deux nombres entiers croissants."))
        zone = Zone(
            id=self.name(entry, "id", where),
            kind=self.one_of(entry.get("kind"), KINDS, where),
            card=str(entry.get("card", "0..n")),
            need=self.one_of(entry.get("need", "O"), ("A", "D", "O"), where),
            export=self.one_of(entry.get("export", "yes"), EXPORTS, where),
            label=self.label(entry.get("label"), where),
            question=self.label(entry.get("question", ""), where),
            simple=bool(entry.get("simple", True)),
            # A name of its own: a program of before knows one word for `shown` and would refuse the type.
            shown=str(entry.get("shown_for") or entry.get("shown", "")),
            pair=str(entry.get("pair", "")),
            expected=bool(entry.get("expected", False)),
            auto=bool(entry.get("auto", False)),
            vocabulary=entry.get("vocabulary"),
            refers=entry.get("refers"),
            range=tuple(bounds) if bounds else None,
            word=bool(entry.get("word", False)),
            colour=self.one_of(entry.get("colour", "stone"), COLOURS, where),
            span=self.whole(entry.get("span", 1), where),
            columns=tuple(self.column(c, where) for c in entry.get("column", [])),
        )
        self.check_card(zone, where)
        return zone

    def check_card(self, zone: Zone, where: str) -> None:
        try:
            zone.at_most  # noqa: B018  the property parses the text
        except ValueError:
            raise self.refuse(where, _("« card » s’écrit 1, 0..1, 0..n, 1..3 ou 0..n/step.")) from None
        if zone.kind == "table" and not zone.columns:
            raise self.refuse(where, _("un tableau demande au moins une colonne [[zone.column]]."))
        if zone.kind in ("choice", "choices", "grid_choices") and not zone.vocabulary:
            raise self.refuse(where, _("un choix demande un vocabulaire."))

    def column(self, entry: Mapping[str, Any], where: str) -> Column:
        return Column(
            self.name(entry, "id", where),
            self.one_of(entry.get("kind", "text_short"), SINGLE_KINDS, where),
            self.label(entry.get("label"), where),
            entry.get("vocabulary"),
        )

    def state(self, entry: Mapping[str, Any]) -> State:
        zone, _equal, values = str(entry.get("when", "")).partition("=")
        return State(
            self.name(entry, "id", "state"),
            self.label(entry.get("label"), "state"),
            zone,
            tuple(values.split("|")) if values else (),
            tuple(str(need) for need in entry.get("needs", (zone,) if zone else ())),
        )

    def check(self, kind: CanvasType) -> None:
        """What can only be seen with all zones read: doubles, unknown names, a grid without its axes."""
        if not kind.zones:
            raise self.refuse("zone", _("un canevas a au moins une zone."))
        if len(kind.by_id) != len(kind.zones):
            twice = next(z.id for i, z in enumerate(kind.zones) if z.id in {y.id for y in kind.zones[:i]})
            raise self.refuse(_("zone « {zone} »").format(zone=twice), _("deux zones portent ce nom."))
        self.check_names(kind)
        lanes = {zone.id for zone in kind.lanes}
        for name, preset in kind.presets.items():
            if unknown := [lane for lane in preset if lane not in lanes]:
                raise self.refuse(
                    f"presets.{name}",
                    _("« {value} » n’est pas une ligne de la grille.").format(value=unknown[0]),
                )
        for zone in kind.zones:
            for vocabulary in (zone.vocabulary, *(column.vocabulary for column in zone.columns)):
                if vocabulary and not kind.options(vocabulary):
                    raise self.refuse(
                        _("zone « {zone} »").format(zone=zone.id),
                        _("le vocabulaire « {value} » n’existe pas.").format(value=vocabulary),
                    )
        if lanes and kind.layout != "grid":
            raise self.refuse("layout", _('des lignes de grille demandent layout = "grid".'))
        if kind.title_zone not in kind.by_id:
            raise self.refuse(
                "title_zone", _("« {value} » n’est pas une zone.").format(value=kind.title_zone)
            )

    def check_names(self, kind: CanvasType) -> None:
        """What a state needs, what a zone waits for and what it is paired with must be zones of the type."""
        for state in kind.states:
            for need in state.needs:
                self._known(kind, need, "state")
        for zone in kind.zones:
            where = _("zone « {zone} »").format(zone=zone.id)
            if zone.shown not in ("", "test_started"):
                awaited, equal, _values = zone.shown.partition("=")
                if not equal:
                    raise self.refuse(
                        where, _("« shown » vaut test_started, « shown_for » s’écrit zone=valeur.")
                    )
                self._known(kind, awaited, where)
            if zone.pair and self._known(kind, zone.pair, where).kind != "photos":
                raise self.refuse(where, _("« pair » nomme une zone de photos."))

    def _known(self, kind: CanvasType, name: str, where: str) -> Zone:
        found = kind.by_id.get(name)
        if found is None:
            raise self.refuse(where, _("« {value} » n’est pas une zone.").format(value=name))
        return found


class Catalogue(Struct, frozen=True):
    """The canvas types this laptop knows, by id, and the sentences about the files that were refused."""

    types: Mapping[str, CanvasType]
    refused: tuple[str, ...] = ()


def load_catalogue(*folders: Path) -> Catalogue:
    """The types of the TOML files in these folders (by default: what ships, then the lab's own).

    A wrong file is refused with its name and zone, the others still load. A later file of the same id wins.
    """
    types: dict[str, CanvasType] = {}
    refused: list[str] = []
    for folder in folders or (places.resources() / "canvases", places.own_canvases()):
        for path in sorted(folder.glob("*.toml")):
            try:
                kind = read_type(path.read_text("utf-8"), path.name)
                types[kind.id] = kind
            except Refusal as refusal:
                refused.append(refusal.sentence)
            except (OSError, UnicodeDecodeError) as error:
                refused.append(
                    _("{file} : illisible ({why}). Les autres canevas sont chargés.").format(
                        file=path.name, why=error
                    )
                )
    order = ("workshop", "persona", "journey", "problem", "prototype")
    known = sorted(types, key=lambda name: (order.index(name) if name in order else len(order), name))
    return Catalogue({name: types[name] for name in known}, tuple(refused))
