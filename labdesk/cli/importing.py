"""`example` and `import`: a new project from the example, JSON, mermaid, CSV, or a PDF that carries one."""

import argparse
from collections.abc import Callable
from pathlib import Path

from labdesk.cli.projects import make, reading, remember, wants_suffix
from labdesk.cli.reporting import DONE, say, tell
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange import example as the_example
from labdesk.exchange import files, mermaid, pdf_project, project_json, tables
from labdesk.exchange.imported import Imported
from labdesk.words import _, several

MOST_LINES = 20
"""Lines of the report that are shown; the rest are counted."""
READERS: dict[str, Callable[[Path], Imported]] = {
    ".json": project_json.read_file,
    ".mmd": mermaid.read_file,
    ".mermaid": mermaid.read_file,
    ".md": mermaid.read_file,
    ".markdown": mermaid.read_file,
    ".csv": tables.read_file,
    ".tsv": tables.read_file,
}


def example(given: argparse.Namespace) -> int:
    """Write the example project with its pictures."""
    make(given.out, the_example.example())
    _tell_what_stands(given.out)
    return DONE


def bring_in(given: argparse.Namespace) -> int:
    """A project from another file; what was set aside or looked for in vain is told."""
    source: Path = given.source
    if source.is_dir():
        raise Refusal(_("« {file} » est un dossier : donnez un fichier.").format(file=source.name or source))
    if source.suffix.lower() == ".pdf":
        _from_pdf(source, given.out)
        return DONE
    if source.suffix.lower() in (".docx", ".odt"):
        sentence = _("« {file} » : un document corrigé se reprend dans la fenêtre, lieu Dossier, Maj+F9.")
        raise Refusal(sentence.format(file=source.name))
    reader = READERS.get(source.suffix.lower())
    if reader is None:
        raise Refusal(
            _("« {file} » : LabDesk importe des fichiers {suffixes}.").format(
                file=source.name, suffixes=" ".join((*READERS, ".pdf"))
            )
        )
    imported = reader(source)
    make(given.out, imported)
    tell(*imported.reported[:MOST_LINES])
    if len(imported.reported) > MOST_LINES:
        rest = len(imported.reported) - MOST_LINES
        tell(several(rest, "… et {n} autre remarque.", "… et {n} autres remarques."))
    _tell_what_stands(given.out)
    return DONE


def _from_pdf(source: Path, out: Path) -> None:
    """The project that a PDF carries: its file as it was, or its JSON; what stayed in the lab is told."""
    from labdesk.domain.outside import told
    from labdesk.store.left_out import left_out_of

    found = pdf_project.find(files.read_bytes(source, files.LARGEST * 8), source.name)
    wants_suffix(out)
    if isinstance(found, Imported):
        make(out, found)
    else:
        if out.exists():
            raise Refusal(_("« {file} » existe déjà : choisissez un autre nom.").format(file=out.name))
        files.write_bytes(out, found)
        try:
            with reading(out):
                pass
        except BaseException:
            out.unlink(missing_ok=True)
            raise
        if left := left_out_of(out):
            tell(told(left))
    _tell_what_stands(out)


def _tell_what_stands(out: Path) -> None:
    with reading(out) as file:
        remember(out, file.project)
        say(f"{out} : {_counted(file.project)}")


def _counted(project: Project) -> str:
    canvases, notes = len(project.canvas), len(project.note)
    told = [several(canvases, "{n} canevas", "{n} canevas"), several(notes, "{n} note", "{n} notes")]
    if project.photo:
        told.append(several(len(project.photo), "{n} photo", "{n} photos"))
    return ", ".join(told)
