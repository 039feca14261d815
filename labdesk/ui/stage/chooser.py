"""What to project, as a menu over all the project holds; steps and lanes are ticked in a small window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QPushButton, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.consent import consent_of
from labdesk.domain.lens import Lens
from labdesk.domain.lens_reading import REFUSED, Reading
from labdesk.domain.model import title
from labdesk.domain.walk import walk
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

Chosen = Callable[[Lens], object]
LETTERS = 60
"""The most letters of a title in a menu."""


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
        menu.addAction(_("Étapes et lignes…"), partial(parts, canvas))
    photos = [p for p in desk.project.photo.values() if p.canvas == canvas and p.picture]
    for at, photo in enumerate(sorted(photos, key=lambda p: (p.place or "", p.id)), 1):
        if consent_of(photo) != REFUSED:
            words = photo.caption or photo.alt or _("Photo {n}").format(n=at)
            menu.addAction(_short(words), partial(chosen, Lens("photo", canvas, row=photo.id)))


def _whole(kind: CanvasType) -> str:
    return _("Vue d’ensemble") if kind.layout == "grid" else _("Toute la fiche")


def _short(text: str) -> str:
    text = text.replace("&", "&&")
    return text if len(text) <= LETTERS else text[:LETTERS].rsplit(" ", 1)[0] + " …"


class PartsPanel(Panel):
    """Steps on the left, lanes on the right; what is ticked is projected."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, look: Look, canvas: str, parent: QWidget) -> None:
        super().__init__(look, _("Étapes et lignes à projeter"), parent)
        self.canvas = canvas
        project = desk.project
        reading = Reading(project, desk.types, desk.types.of(project, canvas), canvas, votes=True)
        steps = [(s.id, f"{i}. {s.label or '…'}") for i, s in enumerate(project.steps_of(canvas), 1)]
        lanes = [(zone.id, str(zone.label)) for zone in reading.lanes(())]
        self.steps = self._list(_("Étapes"), steps)
        self.lanes = self._list(_("Lignes"), lanes)
        row = QHBoxLayout()
        row.addWidget(self.steps)
        row.addWidget(self.lanes)
        self.column.addLayout(row)
        go = QPushButton(_("Projeter"), self)
        role(go, "primary")
        go.clicked.connect(self._go)
        self.column.addWidget(go, 0, Qt.AlignmentFlag.AlignRight)

    def _list(self, name: str, lines: list[tuple[str, str]]) -> QListWidget:
        found = QListWidget(self)
        found.setAccessibleName(name)
        for row, words in lines:
            item = QListWidgetItem(words, found)
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setCheckState(Qt.CheckState.Unchecked)
        return found

    def _go(self) -> None:
        self.chosen.emit(Lens("grid", self.canvas, ticked(self.steps), ticked(self.lanes)))
        self.close()


def ticked(listed: QListWidget) -> tuple[str, ...]:
    """The rows that are ticked, in order."""
    items = [listed.item(at) for at in range(listed.count())]
    return tuple(
        str(i.data(Qt.ItemDataRole.UserRole)) for i in items if i.checkState() == Qt.CheckState.Checked
    )
