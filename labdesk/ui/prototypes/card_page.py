"""One card open: its canvas, simple or complete, or its test; beside it its photos or its other versions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.cards import version_of
from labdesk.domain.model import title
from labdesk.domain.newer_type import newer
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk, Target
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.prototypes.bench import Bench, dates_of
from labdesk.ui.prototypes.conclusion import AskingStrip
from labdesk.ui.prototypes.piles import VERDICTS
from labdesk.ui.prototypes.versions import VersionsPanel, make_version
from labdesk.ui.sheet import role, segment
from labdesk.ui.style import Look
from labdesk.ui.topbar import Elided
from labdesk.words import _

SIMPLE, COMPLETE, TEST = "simple", "complete", "test"
PANEL = 298
"""px at 100 %: the longest answer to « who can be recognised » fits beside a scroll bar."""
TIGHT, TIGHTER = 1180, 800
"""px at 100 % under which the bar says less."""
BESIDE_A_TEST = 1500
"""px at 100 % from which the photos stay beside a test."""


class CardPage(QWidget):
    """A card, until Échap."""

    left = Signal()
    """Back to the deck."""
    card_wanted = Signal(str)
    """Another card is to be opened: another version."""
    switched = Signal()
    """Another view of the card is shown."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self.canvas = ""
        self._view = SIMPLE
        self._photos_asked = False
        self.page = CanvasPage(desk, look, self)
        self.bench = Bench(desk, look)
        self.strip = AskingStrip(desk, look)
        self.photos, self.versions = PhotosPanel(desk, look), VersionsPanel(desk, look)
        self._title, self.heading = Elided(self), ""
        """`heading`: what the card is called."""
        role(self._title, "h3")
        self.back = self._button("arrow-left", _("Toutes les cartes"), "quiet")
        self.back.clicked.connect(self.left)
        self.test = self._button("flask-conical", _("Commencer le test"), "primary")
        self.test.setToolTip(_("Inscrit la date du jour : les zones du test apparaissent"))
        self.test.clicked.connect(self.start_test)
        self.version = self._button("layers", "", "quiet")
        self.version.setCheckable(True)
        self.version.clicked.connect(self.show_versions)
        self.again = self._button("copy", _("Nouvelle version"), "quiet")
        self.again.setToolTip(_("La carte suivante : le contenu est repris, le test est vide"))
        self.again.clicked.connect(self.next_version)
        self.views: dict[str, QPushButton] = {}
        self._arrange()
        self.photos.placed.connect(self._show_photos)
        self.versions.wanted.connect(self.card_wanted)
        self.strip.put_off.connect(self.take_focus)
        self.bench.zone_wanted.connect(self._show_zone)
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
        self._bar.addWidget(self._title)
        self._bar.addStretch(1)
        self._bar.addWidget(self.version)
        row = QHBoxLayout(segments)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        group = QButtonGroup(self)
        names = ((SIMPLE, _("Vue simple")), (COMPLETE, _("Vue complète")), (TEST, _("Test")))
        for view, words in names:
            button = QPushButton(words)
            segment(button)
            button.clicked.connect(lambda _checked, view=view: self._choose_view(view))
            group.addButton(button)
            self.views[view] = button
            row.addWidget(button)
        self.views[TEST].setToolTip(_("Ce que nous attendions, ce que nous voyons"))
        self._bar.addWidget(segments)
        self._bar.addWidget(self.again)
        self._bar.addWidget(self.test)
        self._main, self._side = QStackedWidget(), QStackedWidget()
        for widget in (self.page, self.bench):
            self._main.addWidget(widget)
        for panel in (self.photos, self.versions):
            self._side.addWidget(panel)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._main)
        self._split.addWidget(self._side)
        self._split.setHandleWidth(1)
        self._split.setMinimumHeight(1)  # on a small screen what is asked above keeps its height
        self._split.setStretchFactor(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self.strip)
        box.addWidget(self._split, 1)
        self.relook()

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("m")
        self._bar.setContentsMargins(margin, self._look.space("xs"), margin, self._look.space("xs"))
        for panel in (self.photos, self.versions):
            panel.setMinimumWidth(self._look.px(PANEL))
        self._split.setSizes([self._look.px(900), self._look.px(PANEL)])
        self.photos.relook()
        self.bench.refresh(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A test takes the whole width where the screen is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What stands beside, and which words the bar has room for."""
        narrow = self.width() < self._look.px(BESIDE_A_TEST)
        aside = self._view == TEST and narrow and not self._photos_asked and not self.version.isChecked()
        self._side.setVisible(self._has_side() and not aside)
        self._side.setCurrentWidget(self.versions if self.version.isChecked() else self.photos)
        self._fit_bar(self.width() / self._look.scale)

    def _fit_bar(self, room: float) -> None:
        """Fewer words where the bar is short; `room` in px at 100 %. What a button does is still told."""
        tight, tighter = room < TIGHT, room < TIGHTER
        for button, words, short in (
            (self.back, _("Toutes les cartes"), tighter),
            (self.again, _("Nouvelle version"), tight),
        ):
            button.setText("" if short else words)
            button.setAccessibleName(words)
        self._title.setVisible(not tighter)  # the top bar says it too
        self.test.setText(_("Tester") if tighter else _("Commencer le test"))
        self.views[SIMPLE].setText(_("Simple") if tighter else _("Vue simple"))
        self.views[COMPLETE].setText(_("Complète") if tighter else _("Vue complète"))

    def _has_side(self) -> bool:
        kind = self.kind
        return self.version.isChecked() or any(z.kind == "photos" for z in (kind.zones if kind else ()))

    # -- the card -------------------------------------------------------------------------------------------
    @property
    def kind(self) -> CanvasType | None:
        """The type of the card, if it is known here."""
        try:
            return self._desk.types.of(self._desk.project, self.canvas) if self.canvas else None
        except Refusal:
            return None

    @property
    def guide(self) -> CanvasType | None:
        """The type, with what a newer one adds to it."""
        kind = self.kind
        return newer(kind, self._desk.catalogue) if kind is not None else None

    def show_card(self, canvas: str) -> None:
        """Open a card; one whose test began opens on all its zones."""
        self.leave()
        self.canvas = canvas
        kind, guide = self.kind, self.guide
        if kind is None or guide is None:
            return
        has_more = any(not zone.simple for zone in kind.zones)
        self.version.setChecked(False)
        self._photos_asked = False
        self.page.show_canvas(canvas)
        self.photos.show_card(canvas, guide)
        for name in (SIMPLE, COMPLETE):
            self.views[name].setVisible(has_more)
        self.views[TEST].setVisible(self._test_zone() is not None)
        self.show_view(COMPLETE if self._begun() or not has_more else SIMPLE)
        self.refresh()

    @property
    def testing(self) -> bool:
        """The view of the test is shown."""
        return self._view == TEST

    def show_view(self, view: str) -> None:
        """The few zones one fills at a table, all of them, or the test."""
        if view != TEST:
            self.bench.settle()
        self._view = view
        self.views[view].setChecked(True)
        self._main.setCurrentWidget(self.bench if view == TEST else self.page)
        if view == TEST:
            self.page.leave()
            self._desk.select(None)
            self.bench.show_card(self.canvas)
        else:
            self._photos_asked = False
            self.page.simple(view == SIMPLE)
        self._show_strip()
        self._fit()
        self.switched.emit()

    def _choose_view(self, view: str) -> None:
        """By the mouse: in a test one types at once."""
        self.show_view(view)
        if view == TEST:
            self.take_focus()

    def switch_view(self) -> None:
        """The other view, if the card has one."""
        if self.views[SIMPLE].isVisibleTo(self):
            self.show_view(SIMPLE if self._view == COMPLETE else COMPLETE)
            self.take_focus()

    def take_focus(self) -> None:
        """The keyboard goes where one works."""
        if self.testing:
            self.bench.take_focus()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """The title, the versions, what is lacking, and whether a test can begin."""
        kind = self.kind
        if kind is None or self.canvas not in self._desk.project.canvas:
            if self.canvas and self.isVisible():
                self.canvas = ""
                self.left.emit()
            return
        locked = self._desk.read_only
        self.heading = title(self._desk.project, kind, self.canvas)
        self._title.say(self.heading)
        self.test.setVisible(self._test_zone() is not None and not self._begun())
        self.test.setEnabled(not locked)
        self.again.setEnabled(not locked)
        several = self.versions.stands_for(self.canvas)
        number = version_of(self._desk.project, self.canvas)
        self.version.setText(_("v{n}").format(n=number))
        self.version.setAccessibleName(_("Version {n} : voir les autres et ce qui change").format(n=number))
        self.version.setToolTip(_("Les autres versions, et ce qui a changé"))
        self.version.setVisible(several)
        if self.version.isChecked():
            self.version.setChecked(several)
            self.versions.show_card(self.canvas)
        if self.testing:
            self.bench.refresh()
        self._show_strip()
        self._fit()

    def _show_strip(self) -> None:
        """A test has its own place for what is lacking."""
        guide = self.guide
        if guide is None or self.testing:
            self.strip.hide()
        else:
            self.strip.show_lacks(guide, self.canvas)

    # -- photos, versions -----------------------------------------------------------------------------------
    def _show_photos(self) -> None:
        """A photo was just added; it asks something."""
        self.version.setChecked(False)
        self._photos_asked = True
        self._fit()

    def show_versions(self) -> None:
        """The other versions instead of the photos, or the photos again."""
        if self.version.isChecked():
            self.versions.show_card(self.canvas)
        self._fit()

    def compare_versions(self) -> None:
        """The same from the keyboard."""
        if self.versions.stands_for(self.canvas):
            self.version.setChecked(not self.version.isChecked())
            self.show_versions()
            (self.versions.buttons[0] if self.version.isChecked() else self.page).setFocus()
        else:
            self._desk.announce(_("C’est la seule version de cette carte."))

    def next_version(self) -> None:
        """The next iteration of this card, opened at once."""
        if self.canvas and not self._desk.read_only:
            self.leave()
            make_version(self._desk, self.canvas, self.card_wanted.emit)

    # -- the test -------------------------------------------------------------------------------------------
    def _test_zone(self) -> object:
        """The dates of the test."""
        return dates_of(self.kind) if self.kind is not None else None

    def _begun(self) -> bool:
        """A test has a date, or gave its verdict; « pas encore testée » is not one."""
        zone, project = dates_of(self.kind) if self.kind is not None else None, self._desk.project
        dated = zone is not None and bool(project.notes_at(self.canvas, zone.id))
        return dated or project.words(self.canvas, "verdict") in VERDICTS

    def start_test(self) -> None:
        """Today is a day of the test: its zones appear, the clock runs, one types what one sees."""
        if self._test_zone() is None:
            return
        begun = self._begun()
        self.show_view(TEST)
        if begun or self._desk.read_only:
            self.bench.take_focus()
            return
        self.bench.begin()
        self._desk.announce(_("Test commencé aujourd’hui. Notez ce que vous observez."))

    def _show_zone(self, zone: str) -> None:
        """A zone of the card where it can be filled."""
        self.show_view(COMPLETE)
        self.reveal(Target("prototypes", self.canvas, "canvas", self.canvas, zone))

    def reveal(self, target: Target) -> None:
        """A thing of this card; what was noted in a test is shown there while one looks at it."""
        if target.table == "photo" and target.row in self.photos.forms:
            self._show_photos()
            if self.photos.reveal(target.row or "", target.field):
                return
        if self.testing:
            if target.table == "note":
                self.bench.reveal(target.row or "")
            self.bench.take_focus()
            return
        if self._view == SIMPLE and self._hidden_in_simple(target):
            self.show_view(COMPLETE)
        self.page.reveal(target)

    def _hidden_in_simple(self, target: Target) -> bool:
        kind, row = self.kind, target.row or ""
        note = self._desk.project.note.get(row)
        names = {target.field or "", (note.zone or "") if note is not None else "", *row.split("/")}
        return kind is not None and any(z.id in names and not z.simple for z in kind.zones)

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self.page.leave()
        self.bench.settle()
        self.strip.settle()
        self.photos.settle()
