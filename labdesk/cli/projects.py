"""Project files as commands use them: opened to be read, made whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange.imported import Imported
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.project_file import ProjectFile


@contextmanager
def reading(path: Path) -> "Iterator[ProjectFile]":
    """A project opened read-only: nothing on disk can change."""
    from labdesk.store.project_file import ProjectFile

    file = ProjectFile.open(path, "", read_only=True)
    try:
        yield file
    finally:
        file.close()


def make(out: Path, imported: Imported) -> None:
    """A new project file with its pictures, or a Refusal and no file."""
    from labdesk.store.birth import bear

    wants_suffix(out)
    bear(out, imported.illustrated, imported.sources(), strict=True)


def remember(path: Path, project: Project) -> None:
    """Put a project on this person's shelf, so that searches find it. Not being able to is no harm."""
    from labdesk.store.shelf_index import Shelf

    with suppress(OSError, sqlite3.Error):
        Shelf().remember(path, project)


def wants_suffix(out: Path) -> None:
    """A project file bears its own suffix, or nobody finds it again."""
    if out.suffix.lower() != ".labdesk":
        raise Refusal(_("« {file} » : le nom d’un projet finit par .labdesk.").format(file=out.name))
