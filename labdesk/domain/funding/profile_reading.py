"""Funding profiles read from TOML: a wrong file is refused with its name and place, the others load."""

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast, get_args

from msgspec.structs import replace

from labdesk import places
from labdesk.domain.canvas_type import Label
from labdesk.domain.entities import ProjectRow
from labdesk.domain.funding.profile import FALLBACK, Form, Limits, Need, Profile, Profiles, Section
from labdesk.domain.toml_table import read_each, table_of, toml_table
from labdesk.errors import Refusal
from labdesk.words import _

BLANK = Label("", "")


def load_profiles(*folders: Path) -> Profiles:
    """The profiles of the TOML files in these folders (by default: what ships, then the lab's own).

    A wrong file is refused with its name, the others still load; a later file of the same id wins.
    """
    found, refused = read_each(
        folders or (places.resources() / "funding", places.own_funding()),
        read_profile,
        _("{file} : illisible ({why}). Les autres profils sont chargés."),
    )
    profiles = {profile.id: profile for profile in found}
    first = (FALLBACK, "state_innovation_fund", "feder", "state_credits", "small")
    ranked = sorted(profiles, key=lambda name: (first.index(name) if name in first else len(first), name))
    return Profiles({name: profiles[name] for name in ranked}, refused)


@cache
def load_sections() -> Mapping[str, Section]:
    """The sections that ship (resources/sections.toml), by id, read once."""
    table = toml_table((places.resources() / "sections.toml").read_text("utf-8"))
    reader = _Reader("sections.toml")
    blank = Section("", BLANK, BLANK)
    return {entry["id"]: reader.section(entry["id"], entry, blank) for entry in table["section"]}


def read_profile(toml: str, source: str) -> Profile:
    """The profile of a TOML text. The Refusal of a wrong one names `source` (a file name) and the place."""
    table = table_of(toml, source)
    reader = _Reader(source)
    return Profile(
        id=reader.name(table.get("id"), "id"),
        form=reader.form(table.get("form", "grant")),
        label=reader.label(table.get("label"), "label"),
        sections=reader.sections(table.get("sections"), table.get("section", {})),
        limits=reader.limits(table.get("limits", {})),
        attachments=reader.texts(table.get("attachments", []), "attachments"),
        date=reader.day(table.get("date", "")),
        source=str(table.get("source", "")),
        to_confirm=bool(table.get("to_confirm", True)),
    )


@lru_cache(8)
def _copy(toml: str) -> Profile | None:
    """The copy that a project carries; None when a LabDesk that knows more than this one wrote it."""
    try:
        return read_profile(toml, "profile.toml")
    except Refusal:
        return None


def profile_of(head: ProjectRow, profiles: Profiles) -> Profile:
    """The profile a project answers: the copy it carries, else the one of that name on this laptop."""
    copy = _copy(head.profile_toml) if head.profile_toml else None
    return copy if copy is not None and copy.id == head.profile else profiles.named(head.profile)


class _Reader:
    """Reads the parts of one file and names the file and the place of what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file

    def refuse(self, where: str, why: str) -> Refusal:
        return Refusal(
            _("{file}, {where} : {why} Ce profil n’est pas chargé ; les autres le sont.").format(
                file=self.file, where=where, why=why
            )
        )

    def name(self, value: object, where: str) -> str:
        if not isinstance(value, str) or not value.isascii() or not value.replace("_", "").isalnum():
            raise self.refuse(where, _("un nom simple est attendu (lettres, chiffres, _)."))
        return value

    def form(self, value: object) -> Form:
        if value not in get_args(Form):
            raise self.refuse(
                "form",
                _("« {value} » n’est pas connu ; choix possibles : {allowed}.").format(
                    value=value, allowed=", ".join(get_args(Form))
                ),
            )
        return cast(Form, value)

    def label(self, value: object, where: str) -> Label:
        if isinstance(value, str):
            return Label(value, value)
        if isinstance(value, dict) and isinstance(value.get("fr"), str):
            return Label(value["fr"], str(value.get("en", value["fr"])))
        raise self.refuse(where, _("le libellé français manque."))

    def texts(self, value: object, where: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.refuse(where, _("une liste de textes est attendue."))
        return tuple(value)

    def day(self, value: object) -> str:
        text = str(value)
        try:
            return date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            raise self.refuse("date", _("une date AAAA-MM-JJ est attendue.")) from None

    def sections(self, names: object, said: object) -> tuple[Section, ...]:
        """The sections listed, as they ship but for what the profile says of them; a new one must be said."""
        listed = self.texts(names, "sections")
        if not listed:
            raise self.refuse("sections", _("un profil a au moins une rubrique."))
        if not isinstance(said, dict) or not all(isinstance(entry, dict) for entry in said.values()):
            raise self.refuse("section", _("une rubrique s’écrit [section.nom]."))
        if twice := [name for rank, name in enumerate(listed) if name in listed[:rank]]:
            raise self.refuse("sections", _("« {value} » est citée deux fois.").format(value=twice[0]))
        known = load_sections()
        for name in (*listed, *said):
            if name not in known and (name not in said or name not in listed):
                raise self.refuse("sections", _("« {value} » n’est pas une rubrique.").format(value=name))
        own = Section("", BLANK, BLANK, need="W")
        return tuple(self.section(name, said.get(name, {}), known.get(name, own)) for name in listed)

    def section(self, name: str, entry: Mapping[str, Any], ships: Section) -> Section:
        where = _("rubrique « {value} »").format(value=name)
        need, most = entry.get("need", ships.need), entry.get("max_chars", ships.max_chars)
        if need not in get_args(Need):
            raise self.refuse(where, _("« need » s’écrit B (bloquant) ou W (à vérifier)."))
        if not isinstance(most, int) or isinstance(most, bool) or most < 0:
            raise self.refuse(where, _("« max_chars » demande un nombre entier, 0 pour sans limite."))
        label = self.label(entry.get("label") or _texts(ships.label), where)
        return replace(
            ships,
            id=self.name(name, where),
            label=label,
            guide=self.label(entry.get("guide") or {"fr": ships.guide.fr, "en": ships.guide.en}, where),
            source=tuple(str(entry["source"]).split("+")) if "source" in entry else ships.source,
            max_chars=most,
            need=cast(Need, need),
            field=self.label(entry["field"], where) if entry.get("field") else ships.field,
        )

    def limits(self, table: object) -> Limits:
        if not isinstance(table, dict):
            raise self.refuse("limits", _("les limites s’écrivent sous [limits]."))
        if unknown := [name for name in table if name not in Limits.__struct_fields__]:
            raise self.refuse("limits", _("« {value} » n’est pas une limite.").format(value=unknown[0]))
        found = {name: self.amount(table.get(name, ""), name) for name in Limits.__struct_fields__}
        for name in ("max_rate", "min_self"):
            if (found[name] or 0) > 100:
                raise self.refuse(f"limits.{name}", _("un pourcentage est au plus 100."))
        cents = {name: _cents(found[name]) for name in ("min_request", "max_request")}
        return Limits(found["max_rate"], found["min_self"], **cents)

    def amount(self, value: object, name: str) -> Decimal | None:
        if value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
            raise self.refuse(f"limits.{name}", _('un nombre positif est attendu, ou rien : "".'))
        return Decimal(str(value))


def _texts(label: Label) -> dict[str, str] | None:
    """A label as TOML gives it; None for a blank one, so that a missing label is refused."""
    return {"fr": label.fr, "en": label.en} if label.fr else None


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else int(euros * 100)
