"""What a test ends with: result, testers, verdict, decision, each written as soon as it is said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.canvases import answer
from labdesk.domain.commands.cards import fill_zone
from labdesk.domain.deck import asked_now, warning
from labdesk.domain.entities import Value
from labdesk.domain.model import Project
from labdesk.domain.zone import SINGLE_KINDS
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.asking import AskedField, can_be_asked, fields_for
from labdesk.ui.prototypes.piles import in_a_list
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

ACROSS = 3


def concluding(project: Project, kind: CanvasType, canvas: str) -> tuple[Zone, ...]:
    """The single answers a test fills, what makes the later states, and what is lacking there now."""
    ends = {state.zone for state in kind.states if state.values}
    _state, lacks = asked_now(project, kind, canvas)
    missing = {zone.id for zone in lacks}
    return tuple(
        zone
        for zone in kind.zones
        if can_be_asked(zone)
        and (
            (zone.kind in SINGLE_KINDS and (zone.shown == "test_started" or zone.id in ends))
            or zone.id in missing
        )
    )


def lacking_now(project: Project, kind: CanvasType, canvas: str) -> tuple[Zone, ...]:
    """What the state of a card asks for and it does not say: what can be said in a line."""
    return tuple(zone for zone in asked_now(project, kind, canvas)[1] if can_be_asked(zone))


class Conclusion(QFrame):
    """Fields of a card that are written at once. Below, why a decision runs ahead of its proof."""

    def __init__(self, desk: Desk, look: Look, title: str, *, across: int = ACROSS) -> None:
        super().__init__()
        self._desk, self._look, self._across = desk, look, across
        self._kind: CanvasType | None = None
        self._canvas = ""
        self._zones: tuple[str, ...] = ()
        self.fields: list[AskedField] = []
        self._title, self.warning = QLabel(title), QLabel()
        role(self._title, "h3")
        role(self.warning, "warn")
        for label in (self._title, self.warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._grid = QGridLayout()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self._title)
        self.column.addLayout(self._grid)
        self.column.addWidget(self.warning)
        desk.settling.connect(self.settle)

    def head(self, words: str) -> None:
        """What stands above the fields."""
        self._title.setText(words)

    def show_zones(self, kind: CanvasType, canvas: str, zones: tuple[Zone, ...]) -> None:
        """Fields for these zones of a card. The one that is typed in stays as it is."""
        wanted = tuple(zone.id for zone in zones)
        if (canvas, wanted) != (self._canvas, self._zones) or kind is not self._kind:
            self.settle()
            same = canvas == self._canvas  # what was typed for a card is never shown on another
            self._kind, self._canvas, self._zones = kind, canvas, wanted
            self._lay(kind, zones, self.fields if same else [])
        project = self._desk.project
        for field in self.fields:
            field.editor.setEnabled(not self._desk.read_only)
            typing = field.line.hasFocus() or field.wrong
            if not typing and field.zone.kind in SINGLE_KINDS:
                field.show_value(project.value(canvas, field.zone.id))
        sentence = warning(*(project.words(canvas, zone) for zone in ("verdict", "confidence", "decision")))
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def _lay(self, kind: CanvasType, zones: tuple[Zone, ...], kept: list[AskedField]) -> None:
        held = next((field.zone.id for field in self.fields if field.editor.hasFocus()), "")
        standing = {field.zone.id: field for field in kept}
        gone = [field for field in self.fields if field not in kept]
        self.fields = []
        for zone in zones:
            field = standing.pop(zone.id, None)
            if field is None:
                field = fields_for(kind, (zone,))[0]
                field.entered.connect(lambda field=field: self._entered(field))
                if zone.kind == "choice":
                    field.edited.connect(lambda field=field: self._write(field))
                field.left.connect(lambda field=field: self._left(field))
            self.fields.append(field)
        for field in (*gone, *standing.values()):
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._grid.setHorizontalSpacing(self._look.space("m"))
        self._grid.setVerticalSpacing(self._look.space("s"))
        self._place()
        if held and held not in self._zones and self.fields:
            self.fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """In rows of as many as there is room for."""
        for field in self.fields:
            self._grid.removeWidget(field)
        last = len(self.fields) - 1
        for rank, field in enumerate(self.fields):
            row, column = divmod(rank, self._across)
            # What is left of the last row is for the last field: a decision is a long word.
            span = self._across - column if rank == last and row else 1
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(max(self._across, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < self._across else 0)

    def fold_to(self, across: int) -> None:
        """As many fields a row."""
        if across != self._across:
            self._across = across
            self._place()

    def _entered(self, field: AskedField) -> None:
        rank = self.fields.index(field) if field in self.fields else -1
        following: QWidget | None = None
        if 0 <= rank + 1 < len(self.fields):
            following = self.fields[rank + 1].editor
        self._write(field)
        if following is not None and following.isVisible():
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _left(self, field: AskedField) -> None:
        if field.touched:
            self._write(field)

    def _write(self, field: AskedField) -> None:
        """What was said goes into the project; what is not understood waits, with its reason below."""
        project, canvas, zone = self._desk.project, self._canvas, field.zone
        if self._desk.read_only or canvas not in project.canvas or field not in self.fields:
            return
        field.touched = False
        try:
            value: Value = field.value()
        except Refusal:
            return
        if zone.kind in SINGLE_KINDS:
            if project.value(canvas, zone.id) != value:
                label = f"{zone.label}"
                self._desk.do(answer(project, canvas, zone.id, value, label=label))
        elif value:
            gesture = fill_zone(project, canvas, zone, value)
            field.retype("")
            self._desk.do(gesture)

    def settle(self) -> None:
        """What is typed is written now."""
        for field in list(self.fields):
            self._left(field)


class AskingStrip(Conclusion):
    """Above an open card: what its state asks for and it does not say yet, and no more."""

    put_off = Signal()
    """« Plus tard »: the focus goes back to the card."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look, "", across=4)
        role(self, "asked")
        self.setAccessibleName(_("Ce qui manque à la carte"))
        self._later: set[str] = set()
        self.column.removeItem(self._grid)
        self.column.removeWidget(self._title)
        self.column.removeWidget(self.warning)
        said, self.later = QVBoxLayout(), QToolButton()
        said.setSpacing(2)
        said.addWidget(self._title)
        said.addWidget(self.warning)
        said.addStretch(1)
        draw(self.later, "x", look)
        role(self.later, "quiet")
        self.later.setToolTip(_("Plus tard : cette carte ne le demande plus aujourd’hui"))
        self.later.setAccessibleName(_("Plus tard"))
        self.later.clicked.connect(self._put_off)
        self._top = QHBoxLayout()
        self._top.addLayout(said, 1)
        self._top.addLayout(self._grid, 2)
        self._top.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._top)
        space = look.space("m")
        self.column.setContentsMargins(space, look.space("s"), space, look.space("s"))
        self._top.setSpacing(look.space("l"))

    def _put_off(self) -> None:
        self._later.add(self._canvas)
        self.hide()
        self.put_off.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words above the fields where the window is narrow or the letters are large."""
        super().resizeEvent(event)
        beside = self.width() >= self._look.px(900)
        if beside != (self._top.indexOf(self._grid) >= 0):
            old, new = (self.column, self._top) if beside else (self._top, self.column)
            old.removeItem(self._grid)
            self._grid.setParent(None)
            if beside:
                self._top.insertLayout(1, self._grid, 2)
            else:
                new.addLayout(self._grid)
        self.fold_to(4 if beside else 3 if self.width() >= self._look.px(560) else 2)

    def show_lacks(self, kind: CanvasType, canvas: str) -> None:
        """What is lacking, or nothing at all."""
        zones = lacking_now(self._desk.project, kind, canvas)
        state, lacks = asked_now(self._desk.project, kind, canvas)
        self.show_zones(kind, canvas, zones)
        self._title.setVisible(bool(lacks))
        if state is not None and lacks:
            rest = tuple(zone for zone in lacks if zone not in zones)
            told = _("« {state} » : il manque encore {what}") if rest else _("« {state} » : il manque encore")
            self.head(told.format(state=state.label, what=in_a_list(rest)))
        wanted = bool(lacks) or bool(self.warning.text())
        self.setVisible(wanted and canvas not in self._later)
