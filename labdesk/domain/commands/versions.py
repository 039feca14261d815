"""What is done with versions: one is kept at each export, named, forgotten."""

from datetime import datetime

from msgspec import Struct

from labdesk.domain import order
from labdesk.domain.contents import part_id
from labdesk.domain.entities import Version
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project
from labdesk.words import _


class Kept(Struct, frozen=True):
    """What an export leaves behind: its fingerprint, and what the dossier said (parts of `contents`)."""

    sha: str
    parts: tuple[str, ...]
    pages: int = 0


def keep_version(  # noqa: PLR0913  a version is all of this
    project: Project,
    kept: Kept,
    *,
    at: str,
    what: str,
    form: str,
    final: bool,
    file: str,
    profile: str,
    asked: frozenset[str] = frozenset(),
    name: str = "",
) -> tuple[str, Gesture]:
    """A document was exported. Parts that another version holds are not written again."""
    row, parts = new_id(), {part_id(part): part for part in kept.parts}
    standing = project.in_order("version")
    last = getattr(standing[-1], "place", None) if standing else None
    edits = [
        edit
        for name_, part in parts.items()
        if name_ not in project.version_part
        for edit in born("version_part", name_, json=part)
    ]
    edits += born(
        "version",
        row,
        at=at,
        what=what,
        form=form,
        final=int(final),
        file=file,
        sha=kept.sha,
        pages=kept.pages or None,
        profile=profile,
        asked=" ".join(sorted(asked)) or None,
        parts=" ".join(part_id(part) for part in kept.parts) or None,
        name=name.strip() or None,
        place=order.between(last, None, project.mark),
    )
    return row, Gesture(_("Garder la version"), tuple(edits))


def name_version(
    project: Project, row: str, name: str | None, seen: tuple[str, ...] | None = None
) -> Gesture:
    """A version is called something: « envoyée au SGAR »."""
    version = project.version.get(row)
    if version is None or version.name == name:
        return Gesture("", ())
    return Gesture(_("Nommer la version"), (Edit("version", row, "name", name, seen),))


def delete_version(project: Project, row: str) -> Gesture:
    """A version is forgotten. Its parts stay where they are: a version of another laptop, or one that is kept
    between an undo and a redo, may say the same. Nobody is shown a part by itself; no copy takes it along.
    """
    if row not in project.version:
        return Gesture("", ())
    return Gesture(_("Oublier la version"), (Removal("version", row),))


def parts_in_use(project: Project) -> frozenset[str]:
    """The parts that a version says: a copy of the project needs no others."""
    return frozenset(part for version in project.version.values() for part in (version.parts or "").split())


def in_time(project: Project) -> tuple[Version, ...]:
    """All versions, the last one first."""
    return tuple(
        sorted(project.version.values(), key=lambda one: (_moment(one.at), *by_place(one)), reverse=True)
    )


def _moment(at: str | None) -> float:
    """When it was, wherever the clock of the laptop stood: two labs may be four hours apart."""
    try:
        return datetime.fromisoformat(at or "").astimezone().timestamp()
    except (ValueError, OverflowError, OSError):  # a file from elsewhere may say anything here
        return 0.0
