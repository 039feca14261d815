"""Any canvas, ready to be worked on: the pane, zoom and overview, what stands around a grid, the list."""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from labdesk.domain.layout import View
from labdesk.domain.model import title
from labdesk.ui.canvas.accessible import read_aloud
from labdesk.ui.canvas.around import AroundStrip
from labdesk.ui.canvas.first_steps import FirstSteps
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.canvas.sieve_bar import SieveBar
from labdesk.ui.canvas.zoom_bar import ZoomBar
from labdesk.ui.desk import Desk, Target
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.canvas.list_view import ListView


class CanvasPage(QWidget):
    """`show_canvas(id)`, `reveal(target)`, and the parts for who needs more: `pane`, `board`, `scene`."""

    shown = Signal(str)
    """The canvas shown now; empty when it is gone."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.pane = Pane(desk, look, self)
        self.board, self.scene = self.pane.board, self.pane.scene
        self.pane.host = self
        self.reader = read_aloud(self.pane)
        self.pane.view.viewport().setAccessibleName(_("Saisie et conseils"))
        self.around = AroundStrip(desk, look, self)
        self.sieve = SieveBar(self.board, look, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.around)
        column.addWidget(self.sieve)
        column.addWidget(self.stack, 1)
        self.zoom = ZoomBar(self.pane)
        self.first_steps = FirstSteps(self.pane, desk.hints)
        self.hint = QLabel(self.pane.view.viewport())
        self.hint.setWordWrap(True)
        role(self.hint, "h3")
        self.hint.hide()
        self.setFocusProxy(self.pane)
        self.stack.currentChanged.connect(self._turned)
        self.pane.openers.beside = lambda: self.list.beside() if self.listed else None
        self.pane.asked_menu.connect(self._menu)
        self.sieve.left.connect(self._back_from_sieve)
        self.board.planned.connect(self._planned)
        self.pane.typist.opened.connect(self._planned)
        self.pane.typist.opened.connect(self._show_typing)
        self.pane.view.scrolled.connect(self._planned)

    # -- showing --------------------------------------------------------------------------------------------
    def show_canvas(self, canvas: str, view: View | None = None) -> None:
        """Show a canvas (empty: none). `view` says more: the simple view, a lens."""
        self.pane.show_canvas(canvas, replace(view or View(), sieve=self.sieve.of(canvas)))
        self.around.show_canvas(canvas if self._is_grid() else "")
        if self.listed:
            self.list.renew()
        self._name(canvas)
        self.shown.emit(canvas)

    def _name(self, canvas: str) -> None:
        """The view is called like the canvas."""
        name = _("Aucun canevas")
        if self.board.stands:
            name = f"{self.board.kind.label}, {title(self.desk.project, self.board.kind, canvas)}"
        self.pane.view.setAccessibleName(name)
        self.pane.view.setAccessibleDescription(_("Les flèches vont de case en case, F1 dit les touches."))

    @property
    def canvas(self) -> str:
        """The canvas shown."""
        return self.board.canvas

    @cached_property
    def list(self) -> "ListView":
        """The same canvas as lines; built when it is first wanted."""
        from labdesk.ui.canvas.list_view import ListView

        made = ListView(self.pane, self)
        made.asked_menu.connect(self._menu)
        self.stack.addWidget(made)
        return made

    @property
    def listed(self) -> bool:
        """The list is what one sees."""
        return "list" in self.__dict__ and self.in_sight is self.list

    def show_list(self, shown: bool) -> None:
        """The list view instead of the map, or the map again; the current thing stays."""
        self.leave()
        self.stack.setCurrentWidget(self.list if shown else self.pane)
        self.zoom.setVisible(not shown)
        if shown:
            self.list.renew()
        (self.list if shown else self.pane.view).setFocus()
        if not shown:  # one walked elsewhere while the map was hidden; its bars find their place after it
            QTimer.singleShot(0, self.pane, self.pane.show_current)

    def _turned(self) -> None:
        """Map, list or another view of the same canvas: keys and typing go to what is seen."""
        pane = self.pane
        self.setFocusProxy(self.in_sight)
        pane.scribe.stand_on(self.list if self.listed else None)
        pane.offers.stand_on(self.list if self.listed else pane)

    def _show_typing(self) -> None:
        """A key of the menus opened the editor of a hidden map: nobody types where nothing is seen."""
        if self.pane.scribe.typing and self.in_sight is not self.pane and not self.listed:
            self.stack.setCurrentWidget(self.pane)
            self.zoom.show()
            self.pane.typist.editor.setFocus()

    def simple(self, simple: bool) -> None:
        """The simple view of a sheet, or the complete one."""
        self.leave()
        self.board.become(simple=simple)

    def reveal(self, target: Target) -> None:
        """Go to a thing of this canvas (or of another) and put the focus on it."""
        if target.canvas and target.canvas != self.canvas:
            self.show_canvas(target.canvas)
        self._let_through(target)
        found = self._key_of(self.pane, target)
        if found is None and self._reveal_around(target):
            return
        if found is not None:
            self.board.go(found)
        if self.listed:
            self.list.renew()
        self.in_sight.setFocus()

    @property
    def in_sight(self) -> QWidget:
        """The map, its list, or whatever a place shows instead: what is hidden takes no keyboard."""
        return self.stack.currentWidget() or self.pane

    def _let_through(self, target: Target) -> None:
        """What is looked for is shown: a filter that leaves it out is lifted, and it is said."""
        note = self.desk.project.note.get((target.row or "").split("/")[0])
        view = self.board.view
        if note is None or note.canvas != self.canvas or not view.sieve:
            return
        if not view.opens(note.zone or "") or not view.shows(self.desk.project, note):
            self.sieve.clear()
            self.desk.announce(_("Le filtre est levé pour montrer cette note."))

    def _reveal_around(self, target: Target) -> bool:
        """The thing stands around the grid: its strip opens on it."""
        zones = {zone.id for zone in self.board.kind.sheet} if self._is_grid() else set()
        if not zones & {target.field or "", *(target.row or "").split("/")}:
            return False
        self.around.unfold(True)
        pane = self.around.pane
        found = self._key_of(pane, target) if pane is not None else None
        if pane is None or found is None:
            return False
        pane.board.go(found)
        pane.view.setFocus()
        return True

    def _key_of(self, pane: Pane, target: Target) -> tuple[str, str, str, str, str] | None:
        """The key of what a target names: a row that is shown, or the zone a field belongs to."""
        plan = pane.board.plan
        if plan is None or not target.row:
            return None
        pieces = (target.row, *target.row.split("/"))
        boxes = [box for part in plan.parts for box in part.boxes]
        # A zone of a canvas, or a cell of one of its steps, is named by the field: it may still be empty.
        field = target.field if target.table in ("canvas", "step") else None
        named = [box for box in boxes if box.kind in ("cell", "zone") and box.zone in (*pieces, field)]
        stepped = [box for box in named if box.step in pieces or not box.step] or named
        if field and stepped:
            return stepped[0].key
        if target.table == "answer" and stepped and stepped[0].kind == "cell":
            return stepped[0].key
        shown = {box.row: box for box in reversed(boxes) if box.row and box.kind != "point"}
        found = next((shown[piece] for piece in pieces if piece in shown), None)
        return found.key if found else stepped[0].key if stepped else None

    def leave(self) -> None:
        """What is being typed becomes a gesture now."""
        self.pane.typist.close()
        if self.around.pane is not None:
            self.around.pane.typist.close()

    def _is_grid(self) -> bool:
        return self.board.stands and self.board.kind.layout == "grid"

    def _back_from_sieve(self) -> None:
        """The keyboard comes back to the map, the list, or what stands in their place."""
        if (shown := self.stack.currentWidget()) is not None:
            shown.setFocus()

    # -- overlays -------------------------------------------------------------------------------------------
    def _menu(self, place: QPoint) -> None:
        from labdesk.ui.canvas.context_menu import context_menu  # nobody presses the right button at start

        menu = context_menu(self.pane, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.actions():
            menu.popup(place)
        else:
            menu.deleteLater()

    def _planned(self) -> None:
        """An empty grid says how one begins."""
        plan = self.board.plan
        empty = plan is not None and list(plan.columns) == [""]
        self.hint.setVisible(empty and not self.pane.scribe.typing)
        if plan is not None and empty:
            left, top = (round(size * self.pane.view.zoom) for size in self.scene.heads_size())
            self.hint.setText(_("Tapez la première action de l’usager, puis Entrée. Tab : étape suivante."))
            self.hint.setFixedWidth(self.look.px(460))
            self.hint.adjustSize()
            self.hint.move(left + self.look.px(260), top + self.look.px(22))
