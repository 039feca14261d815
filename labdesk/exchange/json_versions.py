"""The versions of a JSON project, both ways: each export with what the dossier said that day."""

import json
from typing import cast

from labdesk.domain.contents import part_id
from labdesk.domain.entities import LONG, Row, Version
from labdesk.domain.gesture import new_id
from labdesk.exchange.json_codecs import WHOLE, YES, Codec, Scalar, a_list, an_object, short_enough, text
from labdesk.exchange.json_intake import Intake
from labdesk.exchange.json_shelf import Shelf
from labdesk.exchange.json_text import ABSENT, Json, Member, inside

MEMBERS: dict[str, Scalar] = {
    **{name: text(300) for name in ("at", "name", "what", "form")},
    "final": YES,
    **{name: text(300) for name in ("file", "sha")},
    "pages": WHOLE,
    "profile": text(300),
    "asked": text(),
}
"""Member of a version → how it is written."""


def _parse(value: Json, at: str) -> tuple[str, ...]:
    parts = []
    for rank, part in enumerate(a_list(value, at)):
        an_object(part, inside(at, rank))
        said = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        parts.append(short_enough(said, LONG, inside(at, rank)))
    return tuple(parts)


def _render(parts: tuple[str, ...]) -> Member:
    return [json.loads(part) for part in parts] or ABSENT


PARTS: Codec[tuple[str, ...]] = Codec(_parse, _render, ())


def read_versions(intake: Intake, value: Json, at: str) -> None:
    """The births of the versions and of the parts they share."""
    known: set[str] = set()
    given = a_list(value, at)
    for rank, (item, place) in enumerate(zip(given, intake.places(len(given)), strict=True)):
        row, here = new_id(), inside(at, rank)
        intake.birth("version", row, place=place, parts="")
        for name, member in an_object(item, here).items():
            where = inside(here, name)
            if name in MEMBERS:
                intake.birth("version", row, **{name: intake.read(row, name, MEMBERS[name], member, where)})
            elif name == "content":
                parts = intake.read(row, name, PARTS, member, where)
                named = {part_id(part): part for part in parts}
                for part, said in named.items():
                    if part not in known:
                        intake.birth("version_part", part, json=said)
                known |= named.keys()
                intake.birth("version", row, parts=" ".join(map(part_id, parts)))
            else:
                intake.keep(row, name, member, where)


def versions_list(shelf: Shelf) -> Member:
    """All versions, the first one first."""
    rows = cast(tuple[Version, ...], shelf.project.in_order("version"))
    return [_version(shelf, row) for row in rows] or shelf.as_it_was("dossier", "versions")


def _version(shelf: Shelf, row: Version) -> dict[str, Json]:
    held = shelf.project.version_part
    parts = tuple(
        held[name].json or "{}"
        for name in (row.parts or "").split()
        if name in held and _is_object(held[name])
    )
    known = [
        (name, shelf.written(row.id, name, codec, getattr(row, name))) for name, codec in MEMBERS.items()
    ]
    return shelf.members(row.id, [*known, ("content", shelf.written(row.id, "content", PARTS, parts))])


def _is_object(part: Row) -> bool:
    try:
        return isinstance(json.loads(getattr(part, "json", None) or ""), dict)
    except ValueError:  # written by something else than an export: it cannot be handed back
        return False
