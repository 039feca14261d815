"""A canvas type read from its TOML: each wrong value is named with its file and its zone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from labdesk.digest import sha256
from labdesk.domain.canvas_shape import BlueprintLine, CanvasType, State, vocabularies_of
from labdesk.domain.toml_table import table_of
from labdesk.domain.zone import COLOURS, EXPORTS, KINDS, PLACES, SINGLE_KINDS, Column, Label, Zone
from labdesk.errors import Refusal
from labdesk.words import _


def type_of(toml: str, source: str) -> CanvasType:
    """The type as its zones and parts say it; whether they fit together is for `type_check`."""
    table = table_of(toml, source)
    with as_a_type(source):
        return _type(table, toml, source)


@contextmanager
def as_a_type(source: str) -> Iterator[None]:
    """A table that is no canvas at all fails anywhere: the Refusal says what Python says."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Refusal(
            _("{file} : ce n’est pas un canevas ({why}). Les autres canevas sont chargés.").format(
                file=source, why=error
            )
        ) from error


def refusal(source: str, where: str, why: str) -> Refusal:
    """The sentence that names the file and the place of what is wrong."""
    return Refusal(
        _("{file}, {where} : {why} Ce canevas n’est pas chargé ; les autres le sont.").format(
            file=source, where=where, why=why
        )
    )


def _type(table: Mapping[str, Any], toml: str, source: str) -> CanvasType:
    reader = _Reader(source)
    zones = tuple(reader.zone(entry, index) for index, entry in enumerate(table.get("zone", [])))
    return CanvasType(
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
        vocabularies=vocabularies_of(table.get("vocabulary", {})),
        toml=toml,
        sha=sha256(toml.encode()).hexdigest(),
    )


class _Reader:
    """Reads the parts of one file and names the file and the zone of what is wrong."""

    def __init__(self, source: str) -> None:
        self.source = source

    def refuse(self, where: str, why: str) -> Refusal:
        return refusal(self.source, where, why)

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
