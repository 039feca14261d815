"""The line of a test: what is seen, who said it and when, at the speed of speech. Entrée: the next one."""

from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from labdesk.domain.canvas_type import Zone
from labdesk.domain.entities import NOTE
from labdesk.domain.observation import TESTERS
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.bench_clock import BenchClock
from labdesk.ui.sheet import role, segment
from labdesk.ui.style import Look
from labdesk.words import _

ICONS = {"observations": "eye", "quotes": "quote", "learnings": "lightbulb"}
SIGNS = {"«": "quotes", '"': "quotes", "“": "quotes", "!": "learnings"}
"""What a line begins with says what it is."""


class Heard(Struct, frozen=True):
    """One line: the zone it goes to, its words, the tester (0: nobody’s), when its first letter was typed."""

    zone: str
    text: str
    tester: int
    at: datetime


class BenchLine(QLineEdit):
    """Typed into while one looks at somebody else."""

    turned = Signal(int)
    """↑ or ↓: another kind of line."""
    passed = Signal(int)
    """Alt+↑ or Alt+↓: another tester."""
    undone = Signal()
    redone = Signal()

    def event(self, event: QEvent) -> bool:
        """Alt+↑ ↓ are this line’s before they are the canvas’s; Ctrl+Z on an empty line is the project’s."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            upright = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            if upright or undoing:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a test."""
        by = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key(), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.passed.emit(-by)
        elif by:
            self.turned.emit(by)
        elif not self.text() and event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif not self.text() and event.matches(QKeySequence.StandardKey.Redo):
            self.redone.emit()
        else:
            super().keyPressEvent(event)


class BenchEntry(QFrame):
    """It says what was heard; it writes nothing itself."""

    heard = Signal(object)
    """Heard."""
    rewritten = Signal(str, str)
    """note id, its new words."""

    def __init__(self, desk: Desk, look: Look, clock: BenchClock) -> None:
        super().__init__()
        self._look, self._clock = look, clock
        self._zones: tuple[Zone, ...] = ()
        self._at: datetime | None = None
        self._usual = 0
        """The kind one comes back to after a line that began with a sign."""
        self._note = ""
        """The note that is being rewritten; empty: a new one."""
        role(self, "well")
        self.kinds = QButtonGroup(self)
        self.line, self.tester = BenchLine(), QSpinBox()
        self.line.setMaxLength(NOTE)
        self.line.setAccessibleName(_("Ce que l’on voit ou entend"))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.settle)
        self.line.turned.connect(self.turn)
        self.line.passed.connect(self._pass)
        self.line.undone.connect(desk.undo)
        self.line.redone.connect(desk.redo)
        self.tester.setRange(0, TESTERS)
        self.tester.setSpecialValueText(_("Tous"))
        self.tester.setPrefix(_("Testeur "))
        self.tester.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.tester.setAccessibleName(_("Numéro du testeur, jamais son nom"))
        self.tester.setToolTip(_("Numéro du testeur, jamais son nom (Alt+↑, Alt+↓ en tapant)"))
        self._hint = QLabel(
            _(
                "Entrée : suivant · ↑ ↓ : observation, verbatim, apprentissage · Alt+↑ ↓ : testeur · "
                "« en tête : verbatim · ! en tête : apprentissage"
            )
        )
        role(self._hint, "small")
        self._hint.setWordWrap(True)
        self._row, said = QHBoxLayout(), QHBoxLayout()
        self._row.setSpacing(look.space("xs"))
        self._row.addStretch(1)
        said.addWidget(self.line, 1)
        said.addWidget(self.tester)
        column = QVBoxLayout(self)
        space = look.space("s")
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(look.space("xs"))
        column.addLayout(self._row)
        column.addLayout(said)
        column.addWidget(self._hint)
        desk.settling.connect(self.settle)

    # -- what a line is -------------------------------------------------------------------------------------
    def show_zones(self, zones: tuple[Zone, ...]) -> None:
        """The kinds of lines this card has."""
        if zones == self._zones:
            return
        self._zones = zones
        for button in self.kinds.buttons():
            self.kinds.removeButton(button)
            button.deleteLater()
        for rank, zone in enumerate(zones):
            button = QPushButton(one_of(zone))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(str(zone.question))
            segment(button)
            draw(button, ICONS.get(zone.id, "sticky-note"), self._look)
            self.kinds.addButton(button, rank)
            self._row.insertWidget(rank, button)
            button.clicked.connect(lambda _checked, rank=rank: self._chosen(rank))
        if zones:
            self._chosen(0, focus=False)

    @property
    def zone(self) -> Zone | None:
        """What the line will be."""
        rank = self.kinds.checkedId()
        return self._zones[rank] if 0 <= rank < len(self._zones) else None

    def turn(self, by: int) -> None:
        """The next kind of line, or the one before."""
        if self._zones and not self._note:
            rank = (self.kinds.checkedId() + by) % len(self._zones)
            self._chosen(rank)
            say_aloud(self.line, one_of(self._zones[rank]))

    def _pass(self, by: int) -> None:
        """Another tester, while the keyboard stays in the line."""
        self.tester.setValue(self.tester.value() + by)
        say_aloud(self.line, self.tester.text())

    def _chosen(self, rank: int, *, focus: bool = True, usual: bool = True) -> None:
        self._usual = rank if usual else self._usual
        self.kinds.button(rank).setChecked(True)
        zone = self._zones[rank]
        self.line.setPlaceholderText(str(zone.question))
        self.line.setAccessibleName(f"{one_of(zone)} : {zone.question}")
        if focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- typing ---------------------------------------------------------------------------------------------
    def _typed(self, text: str) -> None:
        """The time is that of the first letter: what is typed was seen just before."""
        if not text.strip():
            self._at = None
        elif self._at is None:
            self._at = self._clock.now()
        sign = SIGNS.get(text[:1])
        rank = next((at for at, zone in enumerate(self._zones) if zone.id == sign), None)
        if rank is not None and not self._note:
            self._chosen(rank, usual=False)
            self.line.setText(text[1:].lstrip())

    def rewrite(self, note: str, text: str) -> None:
        """A line already noted comes back to be corrected; its time stays."""
        self.settle()
        self._note = note
        self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """What stands in the line is noted, and the line is free again."""
        text = " ".join(self.line.text().split())
        note, at = self._note, self._at or self._clock.now()
        self._note, self._at = "", None
        self.line.clear()
        zone = self.zone
        if note:
            self.rewritten.emit(note, text)
        elif text and zone is not None:
            if zone.id == "quotes":
                text = text.rstrip(' »"”').rstrip("\u00a0\u202f")
            self.heard.emit(Heard(zone.id, text, self.tester.value(), at))
        if self._usual != self.kinds.checkedId() and self._usual < len(self._zones):
            self._chosen(self._usual, focus=False)

    def give_up(self) -> bool:
        """A correction is left undone; False when nothing was being corrected."""
        if not self._note:
            return False
        self._note, self._at = "", None
        self.line.clear()
        return True

    def lock(self, locked: bool) -> None:
        """A project that is only read is not typed into."""
        for widget in (self.line, self.tester, *self.kinds.buttons()):
            widget.setEnabled(not locked)


def one_of(zone: Zone) -> str:
    """« Observation » for the zone « Observations »."""
    named = {"observations": _("Observation"), "quotes": _("Verbatim"), "learnings": _("Apprentissage")}
    return named.get(zone.id, str(zone.label))
