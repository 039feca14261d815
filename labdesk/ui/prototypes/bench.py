"""A test as it is lived: at the left what was expected, at the right what is seen, then what is concluded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.cards import observe
from labdesk.domain.commands.notes import add_note, delete_notes, write_note
from labdesk.domain.newer_type import newer
from labdesk.domain.observation import Stamp, expected_zones, heard_zones
from labdesk.domain.told import told
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.bench_clock import BenchClock
from labdesk.ui.prototypes.bench_entry import BenchEntry, Heard, one_of
from labdesk.ui.prototypes.bench_feed import BenchFeed
from labdesk.ui.prototypes.conclusion import Conclusion, concluding
from labdesk.ui.prototypes.tested import dates_of
from labdesk.ui.scrolled import show_inside
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, hour

SIDE_BY_SIDE = 780
"""px at 100 % from which what was expected stands beside what is seen."""


class Bench(QWidget):
    """The view « Test » of a card."""

    zone_wanted = Signal(str)
    """A zone of the card is to be shown where it can be changed."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._canvas = ""
        self._before: tuple[str, ...] = ()
        self.clock = BenchClock()
        self.entry, self.feed = BenchEntry(desk, look, self.clock), BenchFeed(desk, look)
        self.conclusion = Conclusion(desk, look, _("Ce que nous concluons"))
        self.stop = QPushButton()
        self.stop.clicked.connect(self.turn_clock)
        self.entry.heard.connect(self._heard)
        self.entry.rewritten.connect(self._rewritten)
        self.feed.corrected.connect(self.entry.rewrite)
        self._arrange()

    # -- the two sides --------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self._expected_side = self._left()
        split.addWidget(self._expected_side)
        split.addWidget(self._right())
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([2000, 3000])
        split.setMinimumHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def _left(self) -> QWidget:
        side = QFrame()
        role(side, "panel")
        head = QLabel(_("Ce que nous attendions"))
        role(head, "h2")
        self._expected = QScrollArea()
        self._expected.setWidgetResizable(True)
        self._expected.setAccessibleName(_("Ce que nous attendions"))
        self._expected.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(side)
        self._pad(column)
        column.addWidget(head)
        column.addWidget(self._expected, 1)
        side.setMinimumWidth(self._look.px(240))
        return side

    def _right(self) -> QWidget:
        side, inner, scroll = QFrame(), QWidget(), QScrollArea()
        role(side, "page")
        role(inner, "page")
        head = QLabel(_("Ce que nous voyons"))
        role(head, "h2")
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.clock)
        top.addWidget(self.stop)
        self.feed.setMinimumHeight(self._look.px(180))
        column = QVBoxLayout(inner)
        self._pad(column)
        column.addLayout(top)
        column.addWidget(self.entry)
        column.addWidget(self.feed, 1)
        column.addWidget(self.conclusion)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(self._look.px(420))
        scroll.setWidget(inner)
        around = QVBoxLayout(side)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        return side

    def _pad(self, column: QVBoxLayout) -> None:
        space = self._look.space("l")
        column.setContentsMargins(space, self._look.space("m"), space, self._look.space("m"))
        column.setSpacing(self._look.space("s"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room; where there is none, what is seen comes first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self._look.px(SIDE_BY_SIDE)
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() != way:
            self._split.setOrientation(way)
            self._split.insertWidget(0 if wide else 1, self._expected_side)
            self._split.setSizes([2000, 3000] if wide else [3000, 1000])
        self.conclusion.fold_to(3 if self.width() >= self._look.px(1000) else 2)
        going_on = self.clock.running
        words = _("Arrêter le chronomètre") if going_on else _("Lancer le chronomètre")
        self.stop.setText(words if wide else "")
        self.stop.setToolTip(words)
        self.stop.setAccessibleName(words)

    # -- the card -------------------------------------------------------------------------------------------
    @property
    def kind(self) -> CanvasType | None:
        """The type of the card, with what a newer one says of its zones."""
        try:
            own = self._desk.types.of(self._desk.project, self._canvas) if self._canvas else None
        except Refusal:
            return None
        return newer(own, self._desk.catalogue) if own is not None else None

    def show_card(self, canvas: str) -> None:
        """The test of this card."""
        if canvas != self._canvas:
            self.settle()
        self._canvas = canvas
        self.clock.show_card(canvas)
        self.refresh(anew=True)

    def refresh(self, *, anew: bool = False) -> None:
        """Read the project again."""
        kind = self.kind
        if kind is None or self._canvas not in self._desk.project.canvas:
            return
        self.entry.show_zones(heard_zones(kind))
        self.entry.lock(self._desk.read_only)
        self.feed.show_card(kind, self._canvas)
        self.conclusion.show_zones(kind, self._canvas, concluding(self._desk.project, kind, self._canvas))
        self._show_expected(kind, anew=anew)
        going_on = self.clock.running
        self._fit()
        draw(self.stop, "pause" if going_on else "play", self._look)
        self.stop.setEnabled(not self._desk.read_only)

    def _show_expected(self, kind: CanvasType, *, anew: bool) -> None:
        project = self._desk.project
        zones = expected_zones(kind)
        texts = tuple(told(project, kind, self._canvas, zone) for zone in zones)
        if texts == self._before and not anew:
            return
        self._before = texts
        sheet = QWidget()
        role(sheet, "page")
        column = QVBoxLayout(sheet)
        edge = self._look.space("xs")  # the mark of the focus stands around what is scrolled
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(self._look.space("m"))
        for zone, text in zip(zones, texts, strict=True):
            column.addWidget(self._block(zone, text))
        column.addStretch(1)
        show_inside(self._expected, sheet)

    def _block(self, zone: Zone, text: str) -> QFrame:
        """A zone reread: large enough to be read across a table."""
        frame = QFrame()
        role(frame, "well")
        name, words = QLabel(str(zone.label)), QLabel(text or str(zone.question))
        role(name, "caption")
        role(words, "large" if text else "muted")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        change = QPushButton(_("Modifier") if text else _("Compléter"))
        change.setAccessibleName(_("Modifier : {what}").format(what=zone.label))
        role(change, "link")
        change.clicked.connect(lambda: self.zone_wanted.emit(zone.id))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(change)
        column = QVBoxLayout(frame)
        space = self._look.space("m")
        column.setContentsMargins(space, self._look.space("xs"), space, self._look.space("s"))
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(words)
        return frame

    # -- testing --------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """A test begins or goes on: today is one of its dates, the clock runs, one types."""
        kind = self.kind
        zone = dates_of(kind)
        if zone is not None and not self._desk.read_only:
            today = self.clock.now().date().isoformat()
            days = {note.text for note in self._desk.project.notes_at(self._canvas, zone.id)}
            if today not in days:
                self._desk.do(add_note(self._desk.project, self._canvas, zone.id, today)[1])
        self.clock.start()
        self.refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """One types what one sees."""
        self.entry.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_clock(self) -> None:
        """The clock stops, or the test goes on."""
        if not self.clock.running:
            self.begin()
            return
        self.clock.stop()
        self.refresh()
        self._desk.announce(_("Chronomètre arrêté. Ce qui est noté garde son heure."))

    def _heard(self, said: Heard) -> None:
        kind = self.kind
        if kind is None or self._desk.read_only or self._canvas not in self._desk.project.canvas:
            return
        if not self.clock.running:
            self.clock.start()
        table = {"author_table": self._desk.table} if self._desk.table else {}
        stamp = Stamp(hour(said.at), said.tester)
        zone = kind.by_id[said.zone]
        note, gesture = observe(self._desk.project, self._canvas, zone, said.text, stamp, **table)
        if self._desk.do(gesture):
            say_aloud(self, _("Noté : {what}").format(what=f"{one_of(zone)}, {said.text}"))
        self.feed.go_to(note)

    def _rewritten(self, note: str, text: str) -> None:
        project = self._desk.project
        if note in project.note:
            self._desk.do(write_note(project, note, text) if text else delete_notes(project, [note]))
            self.feed.go_to(note)

    def reveal(self, note: str) -> bool:
        """A note of the test, shown among the others."""
        return self.feed.go_to(note)

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.entry.settle()
        self.conclusion.settle()
