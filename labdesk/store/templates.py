"""The lab’s own templates: project files without content in its data folder, and what one does with them."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

from msgspec import Struct

from labdesk import places
from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.model import Project, Types
from labdesk.domain.template import described, from_mould
from labdesk.errors import Refusal
from labdesk.store.author import laptop
from labdesk.store.birth import bear
from labdesk.store.file_names import SUFFIX, file_stem, free_path
from labdesk.store.project_file import ProjectFile
from labdesk.store.trouble import said
from labdesk.words import _, why

ASIDE = "retirés"
"""Where a template goes when it is taken off the list: the folder inside that is not read."""

MOST = 60
"""Templates shown."""


class Template(Struct, frozen=True):
    """A file of the folder; its name is the file’s. `holds`: what is in it, in one line."""

    path: Path
    holds: str

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.stem


def listed() -> tuple[Template, ...]:
    """The templates by name. A file that cannot be read is not offered. Reads files: call it beside."""
    try:
        folder = places.own_templates()
        files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.name.casefold())
    except OSError:  # this laptop’s own folder is away
        return ()
    return tuple(_read(files))


def _read(files: Iterable[Path]) -> Iterator[Template]:
    for path in islice(files, MOST):
        with suppress(Refusal, OSError, sqlite3.Error):
            yield Template(path, described(project_in(path)))


def project_in(path: Path) -> Project:
    """What a file holds now, read only. A Refusal when it is no project."""
    with closing(ProjectFile.open(path, laptop(), read_only=True)) as file:
        return file.project


def make(project: Project, title: str, out: Path) -> Path:
    """A new project set up like this one, with nothing in it that anybody said; its identity is its own."""
    bear(out, lambda _pictures: from_mould(project, Types(load_catalogue()), title))
    return out


def add(project: Project, name: str) -> Path:
    """This project becomes a template of that name: the structure goes into the folder, nothing else."""
    try:
        folder = places.own_templates()
        folder.mkdir(parents=True, exist_ok=True)
        out = free_path(folder, name)
    except OSError as trouble:
        sentence = _("Le dossier des modèles n’est pas accessible ({reason}) : rien n’a été ajouté.")
        raise Refusal(sentence.format(reason=why(trouble))) from trouble
    return make(project, name, out)


def take(source: Path) -> Path:
    """A file from elsewhere (a key, a colleague) becomes a template, emptied even if it was full."""
    return add(project_in(source), source.stem)


def rename(template: Path, name: str) -> Path:
    """Another name for the same template; a name that is taken is a Refusal."""
    stem = file_stem(name)
    if stem == template.stem:
        return template
    out = template.with_name(f"{stem}{SUFFIX}")
    if out.exists() and not (out.samefile(template)):  # « carte » becomes « Carte »: the same file
        raise Refusal(_("Un autre modèle s’appelle déjà « {name} ».").format(name=stem))
    os.rename(template, out)
    return out


def put_aside(template: Path) -> Path:
    """Off the list; where it lies now, so that it can come back."""
    aside = template.parent / ASIDE
    aside.mkdir(exist_ok=True)
    out = free_path(aside, template.stem)
    os.rename(template, out)
    return out


def put_back(aside: Path, name: str) -> Path:
    """On the list again."""
    out = free_path(aside.parent.parent, name)
    os.rename(aside, out)
    return out


def copy_to(template: Path, folder: Path) -> Path:
    """A copy on a key, whole or not there at all; nothing there is overwritten."""
    out = free_path(folder, template.stem)
    part = out.with_name(f"{out.name}.part")
    try:
        shutil.copyfile(template, part)
        os.rename(part, out)
    except OSError as trouble:
        with suppress(OSError):
            part.unlink()
        rest = _("La copie n’est pas faite, et rien d’incomplet ne reste.")
        raise Refusal(f"{said(trouble, out.name)} {rest}") from trouble
    return out
