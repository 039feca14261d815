"""`export`: dossier, note, report, one canvas or the data, in the format that the file's name asks for."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from labdesk.cli.checking import blocking_lines, of_today
from labdesk.cli.projects import reading
from labdesk.cli.reporting import DONE, Blocked, say, tell
from labdesk.cli.versioning import keep, keeps, named_version
from labdesk.domain.canvas_type import Catalogue, load_catalogue
from labdesk.domain.funding import Profile, load_profiles, profile_of
from labdesk.domain.lab import load_lab
from labdesk.domain.model import Project, Types, title
from labdesk.errors import Refusal
from labdesk.exchange import files, markdown, mermaid, project_json, tables
from labdesk.exchange.imported import pictures_folder
from labdesk.words import _, several, speaking

if TYPE_CHECKING:
    from labdesk.domain.commands.versions import Kept
    from labdesk.dossier.documents import Document
    from labdesk.store.project_file import ProjectFile

PIXELS = {"A4": 1600, "A3": 2263, "A2": 3200, "A1": 4525, "A0": 6400}
"""Width of a page's picture."""


class Order(Struct, frozen=True):
    """What is asked for: the arguments, the project they are about, the canvas among its rows."""

    given: argparse.Namespace
    file: "ProjectFile"
    project: Project
    catalogue: Catalogue
    canvas: str | None

    @property
    def out(self) -> Path:
        """Where it goes."""
        path: Path = self.given.out
        return path

    def picture(self, sha: str) -> bytes:
        """The bytes of a picture for the paper. KeyError when the file does not hold it."""
        try:
            return self.file.picture(sha, "print")
        except Refusal as refusal:
            raise KeyError(sha) from refusal


def export(given: argparse.Namespace) -> int:
    """Write one file, whole or not at all."""
    suffix = given.out.suffix.lower()
    writer = DOCUMENTS.get(suffix) or DATA.get(suffix)
    if writer is None:
        raise Refusal(
            _("« {file} » : LabDesk exporte en {suffixes}.").format(
                file=given.out.name, suffixes=" ".join((*DOCUMENTS, *DATA))
            )
        )
    _check_options(given, suffix)
    with reading(given.file) as file:
        project, catalogue = file.project, load_catalogue()
        tell(*catalogue.refused)
        if given.agree:
            _check_agreed(given.agree, project, catalogue)
        canvas = _canvas(project, catalogue, given.canvas) if given.canvas is not None else None
        order = Order(given, file, project, catalogue, canvas)
        if given.final and not given.report and canvas is None:
            _refuse_what_blocks(order)
        with speaking(given.lang):
            told = writer(order)
        kept = _said_of(order) if keeps(given) else None
    say(told)
    if kept is not None:
        keep(given, project, kept, _profile(order).id)
    return DONE


def _said_of(order: Order) -> "Kept":
    """What the project keeps of this export."""
    from labdesk.dossier.keeping import kept
    from labdesk.dossier.pages import page_count

    data = order.out.read_bytes()
    pages = page_count(data) if order.out.suffix.lower() == ".pdf" else 0
    agreed = frozenset(order.given.agree)
    return kept(data, pages, order.project, order.catalogue, _profile(order), date.today(), agreed)


def _profile(order: Order) -> Profile:
    known, asked = load_profiles(), order.given.profile
    return known.named(asked) if asked else profile_of(order.project.head, known)


def _check_options(given: argparse.Namespace, suffix: str) -> None:
    """Options that do not go together are wrong usage, told before anything is read."""
    document, whole = suffix in DOCUMENTS, not (given.note or given.report or given.canvas)
    misused = {
        "--paper": given.paper is not None and given.canvas is None,
        "--final": given.final and not document,
        "--note": given.note and not document,
        "--report": given.report and not document,
        "--profile": given.profile is not None and not document and suffix != ".txt",
        "--canvas": given.canvas is not None and suffix in (".json", ".txt"),
        "--embed-project": given.embed_project and suffix != ".pdf",
        "--easy": given.easy and (suffix != ".pdf" or given.canvas is not None),
        f"--paper {given.paper}": "/" in (given.paper or "") and suffix != ".pdf",
        "--agree": bool(given.agree) and not document,
        "--changes-since": given.changes_since is not None and not (document and whole),
        "--keep-as": bool(given.keep_as) and not keeps(given),
    }
    for option, wrong in misused.items():
        if wrong:
            raise Refusal(_("{option} ne va pas avec cet export.").format(option=option))
    profiles = load_profiles()
    if given.profile is not None and given.profile not in profiles:
        raise Refusal(
            _("Le profil « {name} » n’existe pas ici ; choix : {names}.").format(
                name=given.profile, names=", ".join(profiles)
            )
        )


def _check_agreed(fields: Iterable[str], project: Project, catalogue: Catalogue) -> None:
    """A field misspelt would leave out, without a word, what one agreed to print."""
    kinds = Types(catalogue).known(project)
    asked = {zone.id for kind in kinds.values() for zone in kind.zones if zone.export == "ask"}
    if unknown := [field for field in fields if field not in asked]:
        raise Refusal(
            _("--agree : aucun champ « {name} » n’attend d’accord ; choix : {names}.").format(
                name=unknown[0], names=", ".join(sorted(asked))
            )
        )


def _canvas(project: Project, catalogue: Catalogue, wanted: str) -> str:
    """The canvas of that id, key or title."""
    types = Types(catalogue)
    names = {c.id: title(project, types.of(project, c.id), c.id) for c in project.canvases()}
    for canvas in project.canvases():
        if wanted in (canvas.id, canvas.key) or names[canvas.id].casefold() == wanted.casefold():
            return canvas.id
    known = "\n".join(f"  {canvas.key or canvas.id} · {names[canvas.id]}" for canvas in project.canvases())
    raise Refusal(_("Aucun canevas « {name} » dans ce projet :").format(name=wanted) + f"\n{known}")


def _refuse_what_blocks(order: Order) -> None:
    found = of_today(order.project, order.given.profile)
    if found.blocking:
        head, *points = blocking_lines(found)
        raise Blocked(head, tuple(points))


# -- documents ----------------------------------------------------------------------------------------
def _document(order: Order) -> "Document":
    from labdesk.dossier.compose import Wish, canvas, dossier
    from labdesk.dossier.note import decision_note
    from labdesk.dossier.report import workshop_report
    from labdesk.dossier.tiles import sheet_and_tile

    given = order.given
    wish = Wish(date.today(), final=given.final, ask=frozenset(given.agree), lab=load_lab())
    if given.note:
        return decision_note(order.project, order.catalogue, wish, _profile(order).form)
    if given.report:
        return workshop_report(order.project, order.catalogue, wish)
    if order.canvas is not None:
        paper, tile = sheet_and_tile(given.paper or "A4")
        return canvas(order.project, order.catalogue, order.canvas, wish, paper=paper, tile=tile)
    if given.changes_since is not None:
        from labdesk.dossier.changes import changed_dossier

        since = named_version(order.project, given.changes_since).id
        return changed_dossier(order.project, order.catalogue, _profile(order), wish, since)
    return dossier(order.project, order.catalogue, _profile(order), wish)


def _pdf(order: Order) -> str:
    from labdesk.dossier.pdf import write

    document = _document(order)
    if order.given.easy:
        from labdesk.dossier.easy import made_easy

        document = made_easy(document)
    if order.given.embed_project:
        document = replace(document, attachments=(*document.attachments, _whole_project(order)))
    written = write(document, order.picture, order.out)
    for left in written.left_out:
        tell(_("Laissé de côté, faute de place : {sentence}").format(sentence=left.sentence))
    if written.missing:
        count = len(written.missing)
        tell(several(count, "{n} image manque dans le projet.", "{n} images manquent dans le projet."))
    return _written(order, several(written.pages, "{n} page", "{n} pages"))


def _written(order: Order, count: str) -> str:
    return f"{order.out} : {count}"  # plain spaces: a path is copied from here


def _whole_project(order: Order) -> Any:
    """The project as it is now, without its history nor what is reserved: what is left out is told."""
    from labdesk.domain.outside import told
    from labdesk.dossier.documents import Attachment
    from labdesk.dossier.note import printed_sections
    from labdesk.store.handing_over import hand_over

    with TemporaryDirectory() as folder:
        copy = Path(folder) / "projet.labdesk"
        agreed = frozenset(order.given.agree)
        printed = printed_sections(_profile(order), note=order.given.note)
        handed = hand_over(order.file, copy, private=False, agreed=agreed, sections=printed)
        tell(told(handed.left))
        return Attachment(
            f"{order.given.file.stem}.labdesk",
            "application/vnd.sqlite3",
            copy.read_bytes(),
            _("Le projet LabDesk dont ce document est tiré"),
        )


def _png(order: Order) -> str:
    """One picture a page: OUT-01.png, OUT-02.png…; OUT.png when there is only one."""
    from labdesk.dossier.pages import page_picture
    from labdesk.dossier.pdf import write

    written = write(_document(order), order.picture)
    width = PIXELS[order.given.paper or "A4"]
    for page in range(written.pages):
        name = order.out if written.pages == 1 else order.out.with_stem(f"{order.out.stem}-{page + 1:02}")
        files.write_bytes(name, page_picture(written.data, page, width))
    return _written(order, several(written.pages, "{n} image", "{n} images"))


def _docx(order: Order) -> str:
    from labdesk.dossier.word import write_docx

    files.write_bytes(order.out, write_docx(_document(order), order.picture))
    return str(order.out)


def _odt(order: Order) -> str:
    from labdesk.dossier.open_text import write_odt

    files.write_bytes(order.out, write_odt(_document(order), order.picture))
    return str(order.out)


# -- data ---------------------------------------------------------------------------------------------
def _json(order: Order) -> str:
    exported = project_json.write(order.project, order.catalogue)
    folder = pictures_folder(order.out)
    files.wants_folder(order.out)
    for name, sha in exported.pictures.items():
        place = folder / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refusal(
                _("Le dossier « {folder} » n’a pas pu être fait.").format(folder=place.parent)
            ) from error
        files.write_bytes(place, order.file.picture(sha, "screen"))
    files.write_bytes(order.out, exported.text.encode())
    pictures = len(exported.pictures)
    if not pictures:
        return str(order.out)
    return _written(order, several(pictures, "{n} image à côté", "{n} images à côté"))


def _text(write: Callable[[Project, Catalogue, str | None], str], order: Order) -> str:
    files.write_bytes(order.out, write(order.project, order.catalogue, order.canvas).encode())
    return str(order.out)


def _form(order: Order) -> str:
    """What is pasted into the web form of a call, section by section."""
    from labdesk.dossier.compose import Wish
    from labdesk.dossier.form import entries, whole

    profile = _profile(order)
    told = whole(tuple(entries(order.project, order.catalogue, profile, Wish(date.today()))))
    files.write_bytes(order.out, told.replace("\n", "\r\n").encode("utf-8-sig"))
    return str(order.out)


DOCUMENTS: Mapping[str, Callable[[Order], str]] = {".pdf": _pdf, ".docx": _docx, ".odt": _odt, ".png": _png}
DATA: Mapping[str, Callable[[Order], str]] = {
    ".json": _json,
    ".md": lambda order: _text(markdown.write, order),
    ".mmd": lambda order: _text(mermaid.write, order),
    ".csv": lambda order: _text(tables.write, order),
    ".txt": _form,
}
