"""`merge`, `recover` and `search`: copies brought together, damaged files saved, words found again."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from labdesk.cli.projects import reading, remember, wants_suffix
from labdesk.cli.reporting import DONE, UNUSABLE, say, tell
from labdesk.domain.entities import Value
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.words import _, several

HITS = 100


def merge(given: argparse.Namespace) -> int:
    """Gather the other files into the first; a file that cannot be read is told, the others are gathered."""
    from labdesk.store.author import laptop
    from labdesk.store.merge import merge as gather

    for path in given.others:
        if not path.exists():
            raise Refusal(_("« {file} » n’existe pas. Rien n’a été réuni.").format(file=path))
    report = gather(given.file, given.others, laptop())
    say(report.sentence())
    with reading(given.file) as file:
        remember(given.file, file.project)
        for disagreement in report.disagreements:
            values = " | ".join(_version(version.value) for version in disagreement.versions)
            where = _where(file.project, disagreement.table, disagreement.row)
            say(_("{place} : {what}").format(place=where, what=values))
    tell(*report.problems)
    return UNUSABLE if report.problems else DONE


def recover(given: argparse.Namespace) -> int:
    """Save what can be proved of a damaged file into a new one."""
    from labdesk.store.author import laptop
    from labdesk.store.safety import recover as save

    damaged: Path = given.damaged
    wants_suffix(given.out)
    if damaged.is_dir():
        raise Refusal(
            _("« {file} » est un dossier : donnez un fichier.").format(file=damaged.name or damaged)
        )
    report = save(damaged, given.out, laptop())
    say(report.sentence())
    return DONE


def search(given: argparse.Namespace) -> int:
    """Across the projects this person opened, or those of a folder."""
    words = " ".join(given.words)
    lines = list(_in_folder(words, given.folder) if given.folder else _on_the_shelf(words))
    say(*lines[:HITS])
    if not lines:
        tell(_("Rien trouvé pour « {words} ».").format(words=words))
        if given.folder is None:
            tell(_("La recherche porte sur les projets déjà ouverts ici ; --in cherche dans un dossier."))
    elif len(lines) > HITS:
        rest = len(lines) - HITS
        tell(several(rest, "… et {n} autre réponse.", "… et {n} autres réponses."))
    return DONE


def _on_the_shelf(words: str) -> Iterator[str]:
    from labdesk.store.shelf_index import Shelf

    for found in Shelf().search(words, limit=HITS + 1):
        yield f"{found.path} · {found.title} · {_one_line(found.snippet)}"


def _in_folder(words: str, folder: Path) -> Iterator[str]:
    from labdesk.store.search import search as find

    if not folder.is_dir():
        raise Refusal(_("« {folder} » n’est pas un dossier.").format(folder=folder))
    for path in sorted(folder.rglob("*.labdesk")):
        try:
            with reading(path) as file:
                project = file.project
        except Refusal as refusal:
            tell(refusal.sentence)
            continue
        title = project.head.title or path.stem
        for hit in find(project, words):
            yield f"{path} · {title} · {_one_line(hit.snippet)}"


def _where(project: Project, table: str, row: str) -> str:
    """Where a disagreement stands, as people say it."""
    thing = project.table(table).get(row)
    canvas = project.canvas.get(getattr(thing, "canvas", None) or "")
    if canvas is None:
        from labdesk.domain.table_words import table_words

        return table_words().get(table, "")
    from labdesk.domain.canvas_type import load_catalogue
    from labdesk.domain.model import Types, title

    return title(project, Types(load_catalogue()).of(project, canvas.id), canvas.id)


def _version(value: Value) -> str:
    """One of the values nobody chose between, as people read it."""
    return _("(vide)") if value in (None, "") else _("« {words} »").format(words=value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
