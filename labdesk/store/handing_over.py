"""« Transmettre une copie »: the project as it is now, without its history, under an identity of its own."""

from pathlib import Path

from labdesk.domain.entities import ENTITIES, FIELDS
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.domain.model import Project
from labdesk.store import backups
from labdesk.store.project_file import ProjectFile
from labdesk.words import _


def hand_over(source: ProjectFile, out: Path) -> int:
    """Write the copy and its photos; how many photos are missing. Nothing removed travels with it."""
    copy = ProjectFile.create(out, source.author)
    try:
        copy.do(Gesture(_("Copie transmise"), _all(source.project)), forever=True, typed=False)
        missing = 0
        for sha in sorted({row.picture for row in source.project.photo.values() if row.picture}):
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


def _all(project: Project) -> tuple[Edit, ...]:
    """The births of all living rows."""
    edits: list[Edit] = []
    for table in ENTITIES:
        for row in project.table(table).values():
            edits += born(table, row.id, **{field: getattr(row, field) for field in FIELDS[table]})
    return tuple(edits)
