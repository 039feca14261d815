"""« Transmettre une copie »: the project as it is now, without its history, under an identity of its own."""

from pathlib import Path

from labdesk.domain.consent import may_leave
from labdesk.domain.entities import ENTITIES, FIELDS
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.domain.model import Project
from labdesk.store import backups
from labdesk.store.project_file import ProjectFile
from labdesk.words import _

PRIVATE = (("note", "facilitator_note"),)
"""What a facilitator wrote for nobody else."""


def hand_over(source: ProjectFile, out: Path, *, private: bool = True) -> int:
    """Write the copy and its photos; how many photos are missing. Nothing removed travels with it.

    Not `private`, for a copy that leaves the lab: nor do the facilitator’s notes and photos of people who did
    not agree.
    """
    project = source.project if private else _outside(source.project)
    copy = ProjectFile.create(out, source.author)
    try:
        copy.do(Gesture(_("Copie transmise"), _all(project, private)), forever=True, typed=False)
        missing = 0
        for sha in sorted({row.picture for row in project.photo.values() if row.picture}):
            picture = source.whole_picture(sha) or backups.stored_picture(sha)
            if picture is None:
                missing += 1
            else:
                copy.put_picture(picture)
    except BaseException:
        copy.close()
        out.unlink(missing_ok=True)
        raise
    copy.close()
    return missing


def _outside(project: Project) -> Project:
    """The project without the photos that may not leave it."""
    return project.replaced({"photo": {row.id: None for row in project.photo.values() if not may_leave(row)}})


def _all(project: Project, private: bool) -> tuple[Edit, ...]:
    """The births of all living rows."""
    left = () if private else PRIVATE
    edits: list[Edit] = []
    for table in ENTITIES:
        for row in project.table(table).values():
            told = {name: getattr(row, name) for name in FIELDS[table] if (table, name) not in left}
            edits += born(table, row.id, **told)
    return tuple(edits)
