"""One order made: which floor below writes which document. No Qt, no process."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from labdesk.domain.canvas_type import Catalogue, load_catalogue
from labdesk.domain.model import Project
from labdesk.dossier.blocks import Document
from labdesk.dossier.compose import Wish, canvas, dossier
from labdesk.dossier.note import decision_note
from labdesk.dossier.report import workshop_report
from labdesk.errors import Refusal
from labdesk.ui.press.orders import Made, Order, What
from labdesk.words import _, several

Pictures = Callable[[str], bytes]
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
    if order.final and order.what in ("dossier", "note"):
        _refuse_unfinished(order, project)
    return _pdf(order, DOCUMENTS[order.what](order, project), pictures, tell)


def _refuse_unfinished(order: Order, project: Project) -> None:
    """A final dossier has no blocking finding."""
    from labdesk.domain.completeness import review

    found = review(project, _catalogue(), order.profile, order.today)
    if found.blocking:
        count = several(found.blocking, "{n} point bloquant", "{n} points bloquants")
        raise Refusal(
            _("L’export définitif attend : {count}. Le brouillon reste possible.").format(count=count)
        )


def _pdf(order: Order, document: Document, pictures: Pictures, tell: Tell) -> Made:
    from labdesk.dossier import pdf

    out = Path(order.out) if order.out else None
    written = pdf.write(document, pictures, out, progress=tell)
    remarks = [
        _("Faute de place, laissé de côté : « {sentence} »").format(sentence=left.sentence)
        for left in written.left_out
    ]
    if written.missing:
        remarks.append(several(len(written.missing), "{n} photo introuvable", "{n} photos introuvables"))
    path = str(written.path) if written.path else None
    return Made(order.number, written.pages, path, written.data, written.anchors, tuple(remarks))


def _wish(order: Order) -> Wish:
    return Wish(order.today, order.final, order.ask)


def _dossier(order: Order, project: Project) -> Document:
    return dossier(project, _catalogue(), order.profile, _wish(order))


def _note(order: Order, project: Project) -> Document:
    return decision_note(project, _catalogue(), _wish(order))


def _report(order: Order, project: Project) -> Document:
    return workshop_report(project, _catalogue(), _wish(order), workshop=order.detail or None)


def _canvas(order: Order, project: Project) -> Document:
    return replace(canvas(project, _catalogue(), order.detail, _wish(order)))


DOCUMENTS: Mapping[What, Callable[[Order, Project], Document]] = {
    "dossier": _dossier,
    "note": _note,
    "report": _report,
    "canvas": _canvas,
}
"""What is printed as a PDF."""
