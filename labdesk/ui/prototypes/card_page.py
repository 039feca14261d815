"""One card open: its canvas, simple or complete, or its test; beside it its photos or its other versions."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.cards import version_of
from labdesk.domain.layout import View
from labdesk.domain.model import title
from labdesk.domain.newer_type import newer
from labdesk.errors import Refusal
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk, Target
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.prototypes.card_bar import COMPLETE, SIMPLE, TEST, CardBar
from labdesk.ui.prototypes.conclusion import AskingStrip
from labdesk.ui.prototypes.next_version import make_version, stands_among_versions
from labdesk.ui.prototypes.tested import dates_of, has_begun
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.prototypes.bench import Bench
    from labdesk.ui.prototypes.versions import VersionsPanel

PANEL = 298
"""px at 100 %: the longest answer to « who can be recognised » fits beside a scroll bar."""
BESIDE_A_TEST = 1500
"""px at 100 % from which the photos stay beside a test."""


class CardPage(QWidget):
    """A card, until Échap. Its test and its versions are built when they are first wanted."""

    left = Signal()
    """Back to the deck."""
    card_wanted = Signal(str)
    """Another card is to be opened: another version."""
    switched = Signal()
    """Another view of the card is shown."""

    def __init__(self, desk: Desk, look: Look, page: CanvasPage) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self.canvas = ""
        self._view = SIMPLE
        self._photos_asked = False
        self.heading = ""
        """What the card is called."""
        self.page = page
        self.bar = CardBar(look, self)
        self.strip = AskingStrip(desk, look)
        self.photos = PhotosPanel(desk, look)
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        self.bar.back.clicked.connect(self.left)
        self.bar.test.clicked.connect(self.start_test)
        self.bar.version.clicked.connect(self.show_versions)
        self.bar.again.clicked.connect(self.next_version)
        self.bar.segments.chosen.connect(self._choose_view)
        self.photos.placed.connect(self._show_photos)
        self.strip.put_off.connect(self.take_focus)
        self._desk.changed.connect(lambda _touched: self.refresh())

    def _arrange(self) -> None:
        self._main, self._side = QStackedWidget(), QStackedWidget()
        self._main.addWidget(self.page)
        self.page.show()
        self._side.addWidget(self.photos)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._main)
        self._split.addWidget(self._side)
        self._split.setHandleWidth(1)
        self._split.setMinimumHeight(1)  # on a small screen what is asked above keeps its height
        self._split.setStretchFactor(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.strip)
        box.addWidget(self._split, 1)
        self.relook()

    @cached_property
    def bench(self) -> "Bench":
        """The test of the card."""
        from labdesk.ui.prototypes.bench import Bench  # a card is read and filled before it is tested

        made = Bench(self._desk, self._look)
        made.zone_wanted.connect(self._show_zone)
        self._main.addWidget(made)
        return made

    @cached_property
    def versions(self) -> "VersionsPanel":
        """The other versions of the card."""
        from labdesk.ui.prototypes.versions import VersionsPanel  # most cards have one version only

        made = VersionsPanel(self._desk, self._look)
        made.setMinimumWidth(self._look.px(PANEL))
        made.wanted.connect(self.card_wanted)
        self._side.addWidget(made)
        return made

    @property
    def beside(self) -> tuple[QWidget, ...]:
        """What stands around the canvas or the test, for F6."""
        panel = self.versions if self.bar.version.isChecked() else self.photos.add_button
        return self.strip, panel

    def relook(self) -> None:
        """The theme or the text size changed."""
        self.bar.relook()
        self.photos.setMinimumWidth(self._look.px(PANEL))
        if "versions" in self.__dict__:
            self.versions.setMinimumWidth(self._look.px(PANEL))
        self._split.setSizes([self._look.px(900), self._look.px(PANEL)])
        self.photos.relook()
        if "bench" in self.__dict__:
            self.bench.refresh(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A test takes the whole width where the screen is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What stands beside."""
        narrow = self.width() < self._look.px(BESIDE_A_TEST)
        versions = self.bar.version.isChecked()
        aside = self._view == TEST and narrow and not self._photos_asked and not versions
        self._side.setVisible(self._has_side() and not aside)
        self._side.setCurrentWidget(self.versions if versions else self.photos)

    def _has_side(self) -> bool:
        kind = self.kind
        return self.bar.version.isChecked() or any(z.kind == "photos" for z in (kind.zones if kind else ()))

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

    @property
    def _begun(self) -> bool:
        return has_begun(self._desk.project, self.kind, self.canvas)

    def show_card(self, canvas: str) -> None:
        """Open a card; one whose test began opens on all its zones."""
        self.leave()
        self.canvas = canvas
        kind, guide = self.kind, self.guide
        if kind is None or guide is None:
            return
        has_more = any(not zone.simple for zone in kind.zones)
        view = COMPLETE if self._begun or not has_more else SIMPLE
        self.bar.version.setChecked(False)
        self._photos_asked = False
        self.page.show_canvas(canvas, View(simple=view == SIMPLE))
        self.photos.show_card(canvas, guide)
        for name in (SIMPLE, COMPLETE):
            self.bar.views[name].setVisible(has_more)
        self.bar.views[TEST].setVisible(dates_of(kind) is not None)
        self.show_view(view)
        self.refresh()

    @property
    def testing(self) -> bool:
        """The view of the test is shown."""
        return self._view == TEST

    def show_view(self, view: str) -> None:
        """The few zones one fills at a table, all of them, or the test."""
        if self.testing and view != TEST:
            self.bench.settle()
        self._view = view
        self.bar.views[view].setChecked(True)
        self._main.setCurrentWidget(self.bench if view == TEST else self.page)
        if view == TEST:
            self.page.leave()
            self._desk.select(None)
            self.bench.show_card(self.canvas)
        else:
            self._photos_asked = False
            if self.page.board.view.simple != (view == SIMPLE):
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
        if self.bar.views[SIMPLE].isVisibleTo(self):
            self.show_view(SIMPLE if self._view == COMPLETE else COMPLETE)
            self.take_focus()

    def take_focus(self) -> None:
        """The keyboard goes where one works."""
        if self.testing:
            self.bench.take_focus()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """Échap: the note being typed is left, several notes become one, then the card becomes the deck."""
        pane, board = self.page.pane, self.page.board
        if self.testing:
            if not self.bench.entry.give_up():
                self.left.emit()
        elif pane.scribe.typing:
            pane.typist.leave("escape")
        elif len(board.chosen) > 1:
            board.go(board.current)
        else:
            self.left.emit()

    def refresh(self) -> None:
        """The title, the versions, what is lacking, and whether a test can begin."""
        kind, bar = self.kind, self.bar
        if kind is None or self.canvas not in self._desk.project.canvas:
            if self.canvas and self.isVisible():
                self.canvas = ""
                self.left.emit()
            return
        locked = self._desk.read_only
        self.heading = title(self._desk.project, kind, self.canvas)
        bar.title.say(self.heading)
        bar.test.setVisible(dates_of(kind) is not None and not self._begun)
        bar.test.setEnabled(not locked)
        bar.again.setEnabled(not locked)
        bar.say_version(version_of(self._desk.project, self.canvas))
        several = stands_among_versions(self._desk.project, self.canvas)
        bar.version.setVisible(several)
        if bar.version.isChecked():
            bar.version.setChecked(several)
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
        self.bar.version.setChecked(False)
        self._photos_asked = True
        self._fit()

    def show_versions(self) -> None:
        """The other versions instead of the photos, or the photos again."""
        if self.bar.version.isChecked():
            self.versions.show_card(self.canvas)
        self._fit()

    def compare_versions(self) -> None:
        """The same from the keyboard."""
        if not stands_among_versions(self._desk.project, self.canvas):
            self._desk.announce(_("C’est la seule version de cette carte."))
            return
        self.bar.version.setChecked(not self.bar.version.isChecked())
        self.show_versions()
        (self.versions.buttons[0] if self.bar.version.isChecked() else self.page).setFocus()

    def next_version(self) -> None:
        """The next iteration of this card, opened at once."""
        if self.canvas and not self._desk.read_only:
            self.leave()
            make_version(self._desk, self.canvas, self.card_wanted.emit)

    # -- the test -------------------------------------------------------------------------------------------
    def start_test(self) -> None:
        """Today is a day of the test: its zones appear, the clock runs, one types what one sees."""
        if dates_of(self.kind) is None:
            return
        begun = self._begun
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
        if "bench" in self.__dict__:
            self.bench.settle()
        self.strip.settle()
        self.photos.settle()
