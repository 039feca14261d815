"""« Transmettre une copie »: the project as it is now, without its history, under an identity of its own."""

from collections.abc import Collection, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.versions import parts_in_use
from labdesk.domain.entities import ENTITIES, FIELDS
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.domain.model import Project, Types
from labdesk.domain.outside import outside
from labdesk.domain.quotes import refreshed
from labdesk.store import backups
from labdesk.store.hashes import canonical, digest, repeatable
from labdesk.store.project_file import ProjectFile
from labdesk.words import _


@dataclass(frozen=True, slots=True)
class Handed:
    """A copy that was written: how many photos are missing, and what stayed in the lab, by its name."""

    missing: int = 0
    left: Mapping[str, int] = field(default_factory=dict)


def hand_over(
    source: ProjectFile,
    out: Path,
    *,
    private: bool = True,
    agreed: frozenset[str] = frozenset(),
    sections: Collection[str] | None = None,
    project: Project | None = None,
) -> Handed:
    """Write the copy and its photos. Nothing removed travels with it.

    Not `private`, for a copy that leaves the lab inside a document: only what `domain.outside` lets out, the
    zones `agreed` to and the `sections` of the document among it; the copy itself says what it lacks.
    `project`: a snapshot newer than the file.
    """
    whole = project or source.project
    bare = None if private else outside(whole, Types(load_catalogue()), agreed, sections)
    shown, left = (whole, {}) if bare is None else (bare.project, bare.left)
    births = _all(shown, whole)
    with ExitStack() as stack:
        origin = None
        if not private:  # part of a document: the same content is the same document, to the byte
            seed = canonical([[edit.table, edit.row, edit.field, edit.value] for edit in births])
            stack.enter_context(repeatable(seed, datetime.combine(date.today(), time(), UTC)))
            origin = digest(b"origin" + seed)
        return _written(source, shown, births, left, out, origin)


def _written(
    source: ProjectFile,
    shown: Project,
    births: tuple[Edit, ...],
    left: Mapping[str, int],
    out: Path,
    origin: str | None,
) -> Handed:
    copy = ProjectFile.create(out, source.author, origin)
    try:
        copy.do(Gesture(_("Copie transmise"), births), forever=True, typed=False)
        if left:
            copy.note_left_out(left)
        missing = 0
        for sha in sorted({row.picture for row in shown.photo.values() if row.picture}):
            picture = source.whole_picture(sha) or backups.stored_picture(sha)
            if picture is None:
                missing += 1
            else:
                copy.put_picture(picture)
        if origin is not None:  # rows went in as sets gave them
            copy.repack()
    except BaseException:
        copy.close()
        out.unlink(missing_ok=True)
        raise
    copy.close()
    return Handed(missing, left)


def _all(shown: Project, whole: Project) -> tuple[Edit, ...]:
    """The births of all living rows. Quotes say what their sources say today, not what they said once."""
    used, edits = parts_in_use(shown), list[Edit]()
    for table in ENTITIES:
        for row in shown.table(table).values():
            if table == "version_part" and row.id not in used:
                continue
            said = {name: getattr(row, name) for name in FIELDS[table]}
            if table == "section":
                said["text"] = refreshed(whole, said["text"] or "") or None
            edits += born(table, row.id, **said)
    return tuple(edits)
