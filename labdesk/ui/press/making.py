"""One order made: which floor below writes which document. No Qt, no process."""

import pickle
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from labdesk.domain.canvas_type import Catalogue, load_catalogue
from labdesk.domain.lab import load_lab
from labdesk.domain.model import Project
from labdesk.dossier.compose import Wish, canvas, dossier
from labdesk.dossier.documents import Document
from labdesk.dossier.easy import made_easy
from labdesk.dossier.note import decision_note
from labdesk.dossier.report import workshop_report
from labdesk.dossier.tiles import sheet_and_tile
from labdesk.errors import Refusal
from labdesk.exchange import files
from labdesk.exchange.imported import pictures_folder
from labdesk.ui.press.orders import Made, Order, Rendition, What
from labdesk.ui.press.outputs import held_back
from labdesk.words import _, several


class Pictures(Protocol):
    """A rendition of a picture; KeyError when the project does not hold it."""

    def __call__(self, sha: str, rendition: Rendition = "print") -> bytes: ...


Tell = Callable[[int, int], None]
"""(pages done, all pages); raises GaveUp when the order was cancelled."""


class GaveUp(Exception):
    """The order was cancelled while it was being made."""


def warm() -> None:
    """Import what the first order would wait for."""
    import labdesk.dossier.pdf  # noqa: F401

    _catalogue()


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def make(order: Order, project: Project, pictures: Pictures, tell: Tell) -> Made:
    """Make what is ordered. A Refusal says why it cannot be; then nothing is left at its place."""
    if order.what == "data":
        return _data(order, project, pictures)
    if order.what == "form":
        return _form(order, project)
    if order.what == "kit":
        return _kit(order, tell)
    if order.what == "changes":
        return _changes(order, project)
    if order.what == "corrected":
        return _corrected(order, project)
    if order.final and order.what in ("dossier", "note"):
        _refuse_unfinished(order, project)
    document = DOCUMENTS[order.what](order, project)
    if order.easy and order.form == "pdf":
        document = made_easy(document)
    if order.form == "pdf":
        made = _pdf(order, project, document, pictures, tell)
    else:
        made = _text(order, document, pictures)
    return _kept(order, project, made)


def _kept(order: Order, project: Project, made: Made) -> Made:
    """With what the project keeps of a document that went into a file."""
    from labdesk.dossier.keeping import KEPT, kept

    if not made.path or order.what not in KEPT:
        return made
    try:
        data = files.read_bytes(Path(made.path), largest=2**31)
        said = kept(data, made.pages, project, _catalogue(), order.profile, order.today, order.ask)
    except Refusal:  # the document is there all the same: it is only not remembered
        return made
    return replace(made, kept=said)


def _changes(order: Order, project: Project) -> Made:
    from labdesk.dossier.changes import changes_since

    found = changes_since(project, _catalogue(), order.profile, order.today, *order.detail.split())
    return Made(order.number, changes=found)


def _refuse_unfinished(order: Order, project: Project) -> None:
    """A final dossier has no blocking finding."""
    from labdesk.domain.completeness import review

    found = review(project, _catalogue(), order.profile, order.today)
    if found.blocking:
        raise Refusal(held_back(found.blocking))


def _pdf(order: Order, project: Project, document: Document, pictures: Pictures, tell: Tell) -> Made:
    from labdesk.dossier import pdf

    out = Path(order.out) if order.out else None
    remarks = []
    if order.embed:
        document, said = _carrying(order, document, project)
        remarks += said
    written = pdf.write(document, pictures, out, progress=tell)
    remarks += [
        _("Faute de place, laissé de côté : « {sentence} »").format(sentence=left.sentence)
        for left in written.left_out
    ]
    if written.missing:
        remarks.append(several(len(written.missing), "{n} photo introuvable", "{n} photos introuvables"))
    path = str(written.path) if written.path else None
    return Made(order.number, written.pages, path, written.data, written.anchors, tuple(remarks))


def _carrying(order: Order, document: Document, project: Project) -> tuple[Document, list[str]]:
    """The document with the project inside, and what of it stays in the lab."""
    from tempfile import TemporaryDirectory

    from labdesk.domain.outside import told
    from labdesk.dossier.documents import Attachment
    from labdesk.dossier.note import printed_sections
    from labdesk.store.handing_over import hand_over
    from labdesk.store.project_file import ProjectFile

    path = Path(order.embed)
    source = ProjectFile.open(path, "", read_only=True)
    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "projet.labdesk"
            printed = printed_sections(order.profile, note=order.what == "note")
            handed = hand_over(
                source, copy, private=False, agreed=order.ask, sections=printed, project=project
            )
            data = copy.read_bytes()
    finally:
        source.close()
    description = _("Le projet LabDesk dont ce document est tiré")
    carried = Attachment(f"{path.stem}.labdesk", "application/vnd.sqlite3", data, description)
    said = [told(handed.left)]
    if handed.missing:
        said.append(several(handed.missing, "{n} photo introuvable", "{n} photos introuvables"))
    return replace(document, attachments=(*document.attachments, carried)), said


def _text(order: Order, document: Document, pictures: Pictures) -> Made:
    """A document that hierarchies correct: DOCX, ODT."""
    from labdesk.dossier.open_text import write_odt
    from labdesk.dossier.word import write_docx

    write = write_odt if order.form == "odt" else write_docx
    return _written(order, write(document, pictures))


def _form(order: Order, project: Project) -> Made:
    """The sections as a web form takes them, in one text that Windows reads too."""
    from labdesk.dossier.form import entries, whole

    told = whole(tuple(entries(project, _catalogue(), order.profile, _wish(order))))
    return _written(order, told.replace("\n", "\r\n").encode("utf-8-sig"))


def _corrected(order: Order, project: Project) -> Made:
    """A document that was corrected elsewhere, sorted against what its like says now."""
    from labdesk.domain.corrections.sorting import likeliest, sort
    from labdesk.dossier.outline import outline
    from labdesk.exchange.corrected import read_corrected

    path = Path(order.detail)
    read = read_corrected(path)
    makers: tuple[What, ...] = ("dossier", "note", "report")
    known = [outline(what, DOCUMENTS[what](replace(order, detail=""), project)) for what in makers]
    back = replace(sort(read, likeliest(read, known)), file=path.name)
    return Made(order.number, data=pickle.dumps(back))


def _data(order: Order, project: Project, pictures: Pictures) -> Made:
    """The project as JSON with its pictures beside, as Markdown, as a table."""
    from labdesk.exchange import markdown, project_json, tables

    if order.form == "md":
        return _written(order, markdown.write(project, _catalogue()).encode())
    if order.form == "csv":
        return _written(order, tables.write(project, _catalogue()).encode())
    exported = project_json.write(project, _catalogue())
    missing = 0
    if order.out and exported.pictures:
        missing = _lay_beside(Path(order.out), exported.pictures, pictures)
    made = _written(order, exported.text.encode())
    remarks = several(missing, "{n} photo introuvable", "{n} photos introuvables") if missing else ""
    return replace(made, remarks=(remarks,) if remarks else ())


def _lay_beside(out: Path, wanted: Mapping[str, str], pictures: Pictures) -> int:
    """The pictures in a folder beside the file. Gives how many the project does not hold."""
    missing = 0
    folder = pictures_folder(out)
    for name, sha in wanted.items():
        try:
            data = pictures(sha, "screen")
        except KeyError:
            missing += 1
            continue
        place = folder / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            sentence = _("Le dossier « {folder} » n’a pas pu être fait.")
            raise Refusal(sentence.format(folder=place.parent)) from trouble
        files.write_bytes(place, data)
    return missing


def _written(order: Order, data: bytes) -> Made:
    if order.out is None:
        return Made(order.number, data=data)
    files.write_bytes(Path(order.out), data)
    return Made(order.number, path=order.out)


def _wish(order: Order) -> Wish:
    return Wish(order.today, order.final, order.ask, load_lab())


def _dossier(order: Order, project: Project) -> Document:
    if order.since:
        from labdesk.dossier.changes import changed_dossier

        return changed_dossier(project, _catalogue(), order.profile, _wish(order), order.since)
    return dossier(project, _catalogue(), order.profile, _wish(order))


def _note(order: Order, project: Project) -> Document:
    return decision_note(project, _catalogue(), _wish(order), order.profile.form)


def _report(order: Order, project: Project) -> Document:
    return workshop_report(project, _catalogue(), _wish(order), workshop=order.detail or None)


def _canvas(order: Order, project: Project) -> Document:
    if order.detail not in project.canvas:
        raise Refusal(_("Ce canevas n’est plus dans le projet. Rien n’a été écrit."))
    paper, tile = sheet_and_tile(order.paper)
    return canvas(project, _catalogue(), order.detail, _wish(order), paper=paper, tile=tile)


def _kit(order: Order, tell: Tell) -> Made:
    """The sheets of the wall, into a folder."""
    from labdesk.dossier.kit import KitWish
    from labdesk.dossier.kit_folder import write_kit

    catalogue = _catalogue()
    paper, tile = sheet_and_tile(order.paper)
    types = tuple(name for name in order.parts if name in catalogue.types)
    pages = tuple(name for name in order.parts if name not in catalogue.types)
    wish = KitWish(order.today, types, paper, tile, pages, order.count, load_lab())
    written = write_kit(catalogue, wish, Path(order.out or ""), tell)
    return Made(order.number, written.pages, order.out, remarks=written.refused)


DOCUMENTS: Mapping[What, Callable[[Order, Project], Document]] = {
    "dossier": _dossier,
    "note": _note,
    "report": _report,
    "canvas": _canvas,
}
"""What is printed as a PDF."""
