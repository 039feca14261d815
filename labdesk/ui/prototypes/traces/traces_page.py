"""The view « Traces »: what is answered in one sentence, filters, the drawing or the table, and its deeds."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.trace_web import Shown, Web, web
from labdesk.domain.trace_words import spoken
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.desk import Desk, Selection
from labdesk.ui.icons import icon
from labdesk.ui.prototypes.traces.aloud import read_aloud
from labdesk.ui.prototypes.traces.bar import TracesBar
from labdesk.ui.prototypes.traces.blank import Blank
from labdesk.ui.prototypes.traces.drawing import Drawing
from labdesk.ui.prototypes.traces.table import Table
from labdesk.ui.style import Look
from labdesk.ui.target import Target, target_of
from labdesk.words import _

CONCERNED = {"note", "link", "canvas", "answer", "vote", "step", "phase", "expense", "expense_year"}


class TracesPage(QWidget):
    """It reads the project when it is shown and when something of a chain changed."""

    left = Signal()
    """Échap: back to the cards."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.tying = Tying(desk, look)
        self.web: Web | None = None
        self.shown: Shown = "linked"
        self.only = ""
        """The knot whose chain alone is shown; empty: everything the filters let through."""
        self.drawing, self.table = Drawing(look, self.tying, self), Table(look, self)
        self.reader = read_aloud(self.drawing)
        self.blank = Blank(look, self)
        self.bar = TracesBar(look, self)
        self.stack = QStackedWidget(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        for page in (self.drawing, self.table, self.blank):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.drawing)

    def _connect(self) -> None:
        for view in (self.drawing, self.table):
            view.moved.connect(self._arrived)
            view.opened.connect(self.open)
            view.asked_menu.connect(self._menu)
            view.left.connect(self._leave)
            view.narrowed.connect(self.narrow)
        self.table.parted.connect(self._part_pair)
        self.blank.first.clicked.connect(self._begin)
        self.bar.mode_chosen.connect(self.show_mode)
        self.bar.view_chosen.connect(self.show_view)
        self.bar.narrowed.connect(self.narrow)
        self.bar.journey_chosen.connect(self.refresh)
        self.desk.changed.connect(self._changed)

    # -- what is shown --------------------------------------------------------------------------------------
    def _changed(self, touched: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(table in CONCERNED for table, _row in touched):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The project may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the project again."""
        self.web = found = web(self.desk.project, money=not self.desk.table)
        self.bar.tell(found)
        self.only = self.only if self.only in found.knots else ""
        visible = found.visible(self.shown, self.bar.canvas)
        if self.only:
            visible = found.chain(self.only)
        self.bar.alone.setChecked(bool(self.only))
        self.drawing.setAccessibleDescription(found.summary())
        self.drawing.show_web(found, visible)
        if self.table.isVisible() or self.view is self.table:
            self.table.show_web(found, visible)
        self._teach(found, visible)

    @property
    def view(self) -> Drawing | Table:
        """The drawing or the table, whichever is chosen."""
        return self.table if self.bar.table.isChecked() else self.drawing

    def _teach(self, found: Web, visible: frozenset[str]) -> None:
        """Nothing to draw: how the first tie is made."""
        notes = [k for k in found.knots.values() if k.stage in ("pain", "opportunity")]
        tied = any(found.knots[a].stage in ("pain", "opportunity") for a in found.after)
        empty = not visible or (self.shown == "linked" and not tied)
        focus = any(page.hasFocus() for page in (self.drawing, self.table, self.blank.first))
        self.stack.setCurrentWidget(self.blank if empty else self.view)
        if empty:
            self.blank.teach(notes=len(notes), mode=self.shown, broken=len(found.broken))
        target = self.blank.first if empty else self.view
        self.setFocusProxy(target)
        if focus and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_mode(self, mode: Shown) -> None:
        """What is tied, everything, or what is broken."""
        self.shown, self.only = mode, ""
        self.bar.modes[mode].setChecked(True)
        self.refresh()
        self.focus_view()
        say_aloud(self, self.bar.modes[mode].toolTip())

    def show_view(self, table: bool) -> None:
        """The drawing or the table; one stays on the same thing."""
        here = self.drawing.current if table else self.table.current
        (self.bar.table if table else self.bar.drawing).setChecked(True)
        self.refresh()
        self.view.go(here)
        self.focus_view()

    def _begin(self) -> None:
        """The button of an empty view: what can be tied, or where notes are made."""
        good = self.shown == "broken" and self.web is not None and not self.web.broken
        notes = self.web is not None and any(self.web.columns[s] for s in ("pain", "opportunity"))
        if good or notes:
            self.show_mode("linked" if good else "all")
        else:
            self.desk.go(Target("journeys"))

    def narrow(self) -> None:
        """Only the chain of the current thing, near at hand; or everything again."""
        here = self.current
        self.only = "" if self.only else here
        self.refresh()
        if self.view is self.table:
            self.table.go(here)
        else:
            self.drawing.go(here, shine=not self.only)
        self.focus_view()
        say_aloud(self, self.say_current() if self.only else self.bar.modes[self.shown].toolTip())

    def _leave(self) -> None:
        """Échap: from one chain to all, then to the cards."""
        if self.only:
            self.narrow()
        else:
            self.left.emit()

    def switch_view(self) -> None:
        """The other one."""
        self.show_view(self.view is self.drawing)

    def focus_view(self) -> None:
        """The keyboard goes to what is shown."""
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, row: str) -> bool:
        """Stand on a thing of the project; everything is shown when it is tied to nothing."""
        self.refresh()
        if self.web is None or row not in self.web.knots:
            return False
        if row not in self.drawing.visible:
            self.only = ""
            self.bar.journey.setCurrentIndex(0)
            self.show_mode("linked" if row in self.web.visible("linked") else "all")
        self.view.go(row)
        return True

    # -- where one is ---------------------------------------------------------------------------------------
    @property
    def current(self) -> str:
        """The knot one is on."""
        return self.view.current

    @property
    def stored(self) -> str:
        """The stored thing one is on."""
        knot = self.web.knots.get(self.current) if self.web else None
        return knot.row if knot else ""

    def _arrived(self, knot: str) -> None:
        found = self.web.knots.get(knot) if self.web else None
        if found is None:
            return
        project = self.desk.project
        note = project.note.get(found.row)
        if note is not None:
            self.desk.select(Selection(note.canvas or "", note.zone, note.step, "note", note.id))
        elif found.row in project.canvas:
            self.desk.select(Selection(found.row, table="canvas", row=found.row))

    def open(self, knot: str) -> None:
        """Go to a thing where it stands."""
        found = self.web.knots.get(knot) if self.web else None
        if found is None:
            return
        project = self.desk.project
        table = next((t for t in ("note", "canvas", "expense") if found.row in project.table(t)), "")
        target = target_of(project, self.desk.types, table, found.row) if table else None
        if target is not None and found.stage in ("result", "decision"):
            zone = "verdict" if found.stage == "result" else "decision"
            target = Target(target.place, found.row, "canvas", found.row, field=zone)
        if target is not None:
            self.desk.go(target)

    # -- deeds ----------------------------------------------------------------------------------------------
    def _corner(self) -> QPoint:
        if self.view is self.table:
            item = self.table.currentItem()
            rect = self.table.visualItemRect(item) if item else self.table.rect()
            return self.table.viewport().mapToGlobal(rect.bottomLeft())
        return self.drawing.viewport().mapToGlobal(self.drawing.rect_of(self.current).bottomLeft())

    def tie(self) -> None:
        """« Relier… » the current thing."""
        self.tying.choose([self.stored] if self.stored else [], self, self._corner())

    def part(self) -> None:
        """« Délier… »: the chosen line, the line above in the table, else one of the ties of the thing."""
        if self.view is self.drawing and self.drawing.line is not None:
            self.drawing.part()
        elif self.view is not self.table or not self.table.part():
            self.tying.choose_parting([self.stored] if self.stored else [], self, self._corner())

    def _part_pair(self, above: str, knot: str) -> None:
        tie = self.web.ties.get((above, knot)) if self.web else None
        if tie is not None:
            self.tying.part_all([tie])
        else:
            self.desk.idle.emit(_("Cela se change sur la carte : Entrée y va."))

    def open_current(self) -> None:
        """Go to the current thing."""
        self.open(self.current)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds: tuple[tuple[str, str, str, object], ...] = (
            ("external-link", _("Aller là où c’est écrit"), "Return", self.open_current),
            ("link", _("Relier…"), "Ctrl+K", self.tie),
            ("unlink", _("Délier…"), "Ctrl+U", self.part),
        )
        for drawing, words, keys, run in deeds:
            action = QAction(icon(drawing, self.look), words, menu)
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(drawing == "external-link" or not self.desk.read_only)
            action.triggered.connect(lambda _on, run=run: run())
            menu.addAction(action)
        menu.popup(place)

    def say_current(self) -> str:
        """The current thing and its chain, in one sentence."""
        knot = self.web.knots.get(self.current) if self.web else None
        return spoken(self.web, knot) if self.web and knot else ""

    def relook(self) -> None:
        """Theme or text size changed."""
        self.bar.relook()
        self.drawing.relook()
        if self.isVisible():
            self.refresh()
