"""One card open: the canvas, its simple or complete view, « Commencer le test », its photos beside it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.notes import add_note
from labdesk.domain.model import title
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk, Target
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.prototypes.piles import VERDICTS
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

SIMPLE, COMPLETE = "simple", "complete"
PANEL = 298
"""px at 100 %: the longest answer to « who can be recognised » fits beside a scroll bar."""


class CardPage(QWidget):
    """A card, until Échap."""

    left = Signal()
    """Back to the deck."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self.canvas = ""
        self._view = SIMPLE
        self.page = CanvasPage(desk, look, self)
        self.photos = PhotosPanel(desk, look)
        self._title = QLabel()
        role(self._title, "h3")
        self.back = self._button("arrow-left", _("Toutes les cartes"), "quiet")
        self.back.clicked.connect(self.left)
        self.test = self._button("flask-conical", _("Commencer le test"), "primary")
        self.test.setToolTip(_("Inscrit la date du jour : les zones du test apparaissent"))
        self.test.clicked.connect(self.start_test)
        self.views: dict[str, QPushButton] = {}
        self._arrange()
        desk.changed.connect(lambda _touched: self.refresh())

    def _button(self, icon: str, words: str, kind: str) -> QPushButton:
        button = QPushButton(words)
        role(button, kind)
        draw(button, icon, self._look, "on_primary" if kind == "primary" else "ink2")
        return button

    def _arrange(self) -> None:
        bar, segments = QFrame(), QFrame()
        role(bar, "topbar")
        role(segments, "segbox")
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self.back)
        self._bar.addWidget(self._title, 1)
        row = QHBoxLayout(segments)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for view, words in ((SIMPLE, _("Vue simple")), (COMPLETE, _("Vue complète"))):
            button = QPushButton(words)
            button.setCheckable(True)
            role(button, "seg")
            button.clicked.connect(lambda _checked, view=view: self.show_view(view))
            group.addButton(button)
            self.views[view] = button
            row.addWidget(button)
        self._bar.addWidget(segments)
        self._bar.addWidget(self.test)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.page)
        self._split.addWidget(self.photos)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self._split, 1)
        self.relook()

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("m")
        self._bar.setContentsMargins(margin, self._look.space("xs"), margin, self._look.space("xs"))
        self.photos.setMinimumWidth(self._look.px(PANEL))
        self._split.setSizes([self._look.px(900), self._look.px(PANEL)])
        self.photos.relook()

    # -- the card -------------------------------------------------------------------------------------------
    @property
    def kind(self) -> CanvasType | None:
        """The type of the card, if it is known here."""
        try:
            return self._desk.types.of(self._desk.project, self.canvas) if self.canvas else None
        except Refusal:
            return None

    def show_card(self, canvas: str) -> None:
        """Open a card; one whose test began opens on all its zones."""
        self.canvas = canvas
        kind = self.kind
        if kind is None:
            return
        has_more = any(not zone.simple for zone in kind.zones)
        self._view = COMPLETE if self._begun() or not has_more else SIMPLE
        self.page.show_canvas(canvas)
        self.show_view(self._view)
        photos = next((zone.id for zone in kind.zones if zone.kind == "photos"), "")
        self.photos.setVisible(bool(photos))
        self.photos.show_zone(canvas, photos)
        for button in self.views.values():
            button.setVisible(has_more)
        self.refresh()

    @property
    def heading(self) -> str:
        """What the card is called."""
        return self._title.text()

    def show_view(self, view: str) -> None:
        """The few zones one fills at a table, or all of them."""
        self._view = view
        self.views[view].setChecked(True)
        self.page.simple(view == SIMPLE)

    def switch_view(self) -> None:
        """The other view, if the card has one."""
        if self.views[SIMPLE].isVisibleTo(self):
            self.show_view(SIMPLE if self._view == COMPLETE else COMPLETE)

    def refresh(self) -> None:
        """The title, and whether a test can begin."""
        kind = self.kind
        if kind is None or self.canvas not in self._desk.project.canvas:
            if self.canvas and self.isVisible():
                self.canvas = ""
                self.left.emit()
            return
        self._title.setText(title(self._desk.project, kind, self.canvas))
        self.test.setVisible(self._test_zone() is not None and not self._begun())
        self.test.setEnabled(not self._desk.read_only)

    def _test_zone(self) -> Zone | None:
        """The dates of the test."""
        zones = self.kind.zones if self.kind else ()
        return next((z for z in zones if z.shown == "test_started" and z.kind == "dates"), None)

    def _begun(self) -> bool:
        """A test has a date, or gave its verdict; « pas encore testée » is not one."""
        zone, project = self._test_zone(), self._desk.project
        dated = zone is not None and bool(project.notes_at(self.canvas, zone.id))
        return dated or project.words(self.canvas, "verdict") in VERDICTS

    def start_test(self) -> None:
        """Today is the first day of the test: its zones appear, in the complete view."""
        zone = self._test_zone()
        if zone is None:
            return
        today = date.today().isoformat()
        note, gesture = add_note(self._desk.project, self.canvas, zone.id, today)
        self._desk.do(gesture)
        self.show_view(COMPLETE)
        self._desk.announce(_("Test commencé aujourd’hui. Notez ce que vous observez."))
        self.page.reveal(Target("prototypes", self.canvas, "note", note))

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self.page.leave()
        self.photos.settle()
