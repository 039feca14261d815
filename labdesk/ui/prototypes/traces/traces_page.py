"""The view « Traces »: what is answered in one sentence, filters, the drawing or the table, and its deeds."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.trace_web import Lack, Shown, Web, lack_words, spoken, web
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.desk import Desk, Selection
from labdesk.ui.icons import icon
from labdesk.ui.prototypes.traces.aloud import read_aloud
from labdesk.ui.prototypes.traces.blank import Blank
from labdesk.ui.prototypes.traces.drawing import Drawing
from labdesk.ui.prototypes.traces.table import Table
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import Target, target_of
from labdesk.words import _

WORDS_FROM, ALL_WORDS_FROM = 820, 960
"""px at 100 % from which the two views, then all buttons of the bar, have words."""
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
        self.journey = QComboBox(self)
        self.sentence, self.broken = QLabel(self), QLabel(self)
        self.alone = QPushButton(self)
        self.modes: dict[Shown, QPushButton] = {}
        self.views: dict[QWidget, QPushButton] = {}
        self.stack = QStackedWidget(self)
        self._arrange()
        self._connect()

    # -- what is around -------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        self.bar, band = QFrame(self), QFrame(self)
        role(self.bar, "topbar")
        role(band, "band")
        self.bar_row = QHBoxLayout(self.bar)
        self.journey.setAccessibleName(_("Parcours montrés"))
        self.journey.setMinimumContentsLength(13)
        self.journey.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.bar_row.addStretch(1)
        role(self.alone, "quiet")
        self.alone.setCheckable(True)
        self.alone.clicked.connect(self.narrow)
        self.bar_row.addWidget(self.alone)
        self.bar_row.addWidget(self.journey)
        modes: tuple[tuple[Shown, str], ...] = (
            ("linked", _("Relié")),
            ("all", _("Tout")),
            ("broken", _("Rompu")),
        )
        tips = {
            "linked": _("Ce qui est relié ; le reste est compté en tête de colonne"),
            "all": _("Tous les irritants et toutes les pistes, étape par étape"),
            "broken": _("Seulement ce qui est rompu, avec sa chaîne"),
        }
        for mode, words in modes:
            self.modes[mode] = self._segment(words, tips[mode])
            self.modes[mode].clicked.connect(lambda _on, mode=mode: self.show_mode(mode))
        self.bar_row.addWidget(_boxed(self, *self.modes.values()))
        for view, words in ((self.drawing, _("Dessin")), (self.table, _("Tableau"))):
            self.views[view] = self._segment(words, words)
            self.views[view].clicked.connect(lambda _on, view=view: self.show_view(view))
        self.bar_row.addWidget(_boxed(self, *self.views.values()))
        self.modes["linked"].setChecked(True)
        self.views[self.drawing].setChecked(True)
        self._band = QHBoxLayout(band)
        role(self.sentence, "strong")
        role(self.broken, "error")
        self.broken.setWordWrap(True)
        self._band.addWidget(self.sentence)
        self._band.addWidget(self.broken, 1)
        for page in (self.drawing, self.table, self.blank):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(band)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.drawing)
        self._pad()

    def _segment(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setCheckable(True)
        button.setToolTip(tip)
        role(button, "seg")
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen: the drawing and the table are chosen by their icons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        draw(self.alone, "filter", self.look)
        self.alone.setText(_("Cette chaîne") if self.width() >= self.look.px(ALL_WORDS_FROM) else "")
        self.alone.setAccessibleName(_("Seulement cette chaîne"))
        self.alone.setToolTip(_("Seulement la chaîne où l’on est (Espace)"))
        wide = self.width() >= self.look.px(WORDS_FROM)
        for view, words, drawing in (
            (self.drawing, _("Dessin"), "git-merge"),
            (self.table, _("Tableau"), "table"),
        ):
            button = self.views[view]
            button.setText(words if wide else "")
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setIconSize(QSize(self.look.px(16), self.look.px(16)))
            button.setIcon(QIcon() if wide else icon(drawing, self.look, on="primary"))

    def _pad(self) -> None:
        margin, small = self.look.space("l"), self.look.space("s")
        self.bar_row.setContentsMargins(margin, small, margin, small)
        self.bar_row.setSpacing(small)
        self._band.setContentsMargins(margin, small, margin, small)
        self._band.setSpacing(margin)

    def _connect(self) -> None:
        for view in (self.drawing, self.table):
            view.moved.connect(self._arrived)
            view.opened.connect(self.open)
            view.asked_menu.connect(self._menu)
            view.left.connect(self._leave)
            view.narrowed.connect(self.narrow)
        self.table.parted.connect(self._part_pair)
        self.blank.first.clicked.connect(self._begin)
        self.journey.activated.connect(lambda _at: self.refresh())
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
        self._offer_journeys(found)
        self.only = self.only if self.only in found.knots else ""
        visible = found.visible(self.shown, self.journey.currentData() or "")
        if self.only:
            visible = found.chain(self.only)
        self.alone.setChecked(bool(self.only))
        self.sentence.setText(found.summary())
        self.drawing.setAccessibleDescription(found.summary())
        self.broken.setText(_broken(found))
        self.modes["broken"].setText(_("Rompu ({n})").format(n=len(found.broken)))
        self.drawing.show_web(found, visible)
        if self.table.isVisible() or self.view is self.table:
            self.table.show_web(found, visible)
        self._teach(found, visible)

    @property
    def view(self) -> Drawing | Table:
        """The drawing or the table, whichever is chosen."""
        return self.table if self.views[self.table].isChecked() else self.drawing

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

    def _offer_journeys(self, found: Web) -> None:
        wanted = [("", _("Tous les parcours")), *found.journeys.items()]
        if [
            (self.journey.itemData(i), self.journey.itemText(i)) for i in range(self.journey.count())
        ] == wanted:
            return
        chosen = self.journey.currentData()
        self.journey.clear()
        for canvas, name in wanted:
            self.journey.addItem(name, canvas)
        self.journey.setCurrentIndex(max(0, self.journey.findData(chosen)))

    def show_mode(self, mode: Shown) -> None:
        """What is tied, everything, or what is broken."""
        self.shown, self.only = mode, ""
        self.modes[mode].setChecked(True)
        self.refresh()
        self.focus_view()
        say_aloud(self, self.modes[mode].toolTip())

    def show_view(self, view: QWidget) -> None:
        """The drawing or the table; one stays on the same thing."""
        here = self.current
        self.views[view].setChecked(True)
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
        self.view.go(here)
        self.focus_view()
        if self.only:
            self.desk.announce(self.say_current())
        else:
            say_aloud(self, self.modes[self.shown].toolTip())

    def _leave(self) -> None:
        """Échap: from one chain to all, then to the cards."""
        if self.only:
            self.narrow()
        else:
            self.left.emit()

    def switch_view(self) -> None:
        """The other one."""
        self.show_view(self.table if self.view is self.drawing else self.drawing)

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
            self.journey.setCurrentIndex(0)
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
        self._pad()
        self._fit()
        self.drawing.relook()
        if self.isVisible():
            self.refresh()


def _boxed(parent: QWidget, *buttons: QPushButton) -> QFrame:
    """Buttons of which one is chosen."""
    box = QFrame(parent)
    role(box, "segbox")
    line = QHBoxLayout(box)
    line.setContentsMargins(2, 2, 2, 2)
    line.setSpacing(0)
    group = QButtonGroup(box)
    for button in buttons:
        group.addButton(button)
        line.addWidget(button)
    return box


def _broken(found: Web) -> str:
    """« 30 sans réponse · 34 sans prototype · 2 décidés sans budget »."""
    counted: dict[Lack, int] = {}
    for row in found.broken:
        for lack in found.knots[row].lacks:
            counted[lack] = counted.get(lack, 0) + 1
    words = _("{words} : {n}")
    return " · ".join(words.format(words=lack_words(lack), n=n) for lack, n in counted.items())
