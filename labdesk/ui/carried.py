"""The project that a PDF carries, made a project file again, with the sentence that says what it lacks."""

from pathlib import Path

from labdesk.errors import Refusal
from labdesk.words import _

LARGEST = 512 * 2**20
"""Bytes of a PDF that carries a project with its photos."""


def unpacked(pdf: Path, out: Path) -> str:
    """Write the project into a new file. Takes a while: call it on a worker. A Refusal leaves no file."""
    from labdesk.domain.outside import told
    from labdesk.exchange import files, pdf_project
    from labdesk.exchange.imported import Imported
    from labdesk.store.author import laptop
    from labdesk.store.birth import bear
    from labdesk.store.left_out import left_out_of
    from labdesk.store.project_file import ProjectFile

    found = pdf_project.find(files.read_bytes(pdf, LARGEST), pdf.name)
    if isinstance(found, Imported):
        return " ".join((*bear(out, found.illustrated, found.sources()), *found.reported)[:3])
    if out.exists():
        raise Refusal(_("« {file} » existe déjà : choisissez un autre nom.").format(file=out.name))
    files.write_bytes(out, found)
    try:
        ProjectFile.open(out, laptop(), read_only=True).close()
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    left = left_out_of(out)
    return told(left) if left else ""
