"""What to project, as a menu over all the project holds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.consent import consent_of
from labdesk.domain.lens import Lens
from labdesk.domain.lens_reading import REFUSED
from labdesk.domain.model import title
from labdesk.domain.side_by_side import tables_of
from labdesk.domain.walk import like, walk
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.words import _

Chosen = Callable[[Lens], object]
LETTERS, TAIL = 72, 24
"""The most letters of a title in a menu; those kept of its end, where like titles differ."""


def lens_menu(desk: Desk, chosen: Chosen, parts: Callable[[str], object], parent: QWidget) -> QMenu:
    """Every lens there is. `parts`: asked to let steps and lanes of a grid be ticked."""
    menu = QMenu(parent)
    menu.setAccessibleName(_("Choisir ce qui est projeté"))
    menu.addAction(_("Accueil, avec le nom des tables"), lambda: chosen(Lens("welcome")))
    menu.addAction(_("Déroulé"), lambda: chosen(Lens("agenda")))
    menu.addSeparator()
    for canvas in desk.project.canvases():
        try:
            kind = desk.types.of(desk.project, canvas.id)
        except Refusal:
            continue
        name = title(desk.project, kind, canvas.id)
        inner = menu.addMenu(_short(f"{kind.label} : {name}"))
        _fill(inner, desk, kind, canvas.id, chosen, parts)
    return menu


def _fill(
    menu: QMenu, desk: Desk, kind: CanvasType, canvas: str, chosen: Chosen, parts: Callable[[str], object]
) -> None:
    for halt in walk(desk.project, desk.types, canvas):
        if halt.depth < 2 and halt.lens.canvas:
            words = halt.name if halt.depth or halt.lens.kind in ("curve", "irritants") else _whole(kind)
            menu.addAction(_short(words), partial(chosen, halt.lens))
    if kind.layout == "grid":
        menu.addAction(_("Étapes, lignes, côte à côte…"), partial(parts, canvas))
    elif like(desk.project, desk.types, canvas) or tables_of(desk.project):
        menu.addAction(_("Boîtes côte à côte…"), partial(parts, canvas))
    photos = [p for p in desk.project.photo.values() if p.canvas == canvas and p.picture]
    for at, photo in enumerate(sorted(photos, key=lambda p: (p.place or "", p.id)), 1):
        if consent_of(photo) != REFUSED:
            words = photo.caption or photo.alt or _("Photo {n}").format(n=at)
            menu.addAction(_short(words), partial(chosen, Lens("photo", canvas, row=photo.id)))


def _whole(kind: CanvasType) -> str:
    return _("Vue d’ensemble") if kind.layout == "grid" else _("Toute la fiche")


def _short(text: str) -> str:
    text = text.replace("&", "&&")
    if len(text) <= LETTERS:
        return text
    tail = text[-TAIL:].partition(" ")[2]
    return f"{text[: LETTERS - len(tail)].rsplit(' ', 1)[0]} … {tail}".rstrip()
