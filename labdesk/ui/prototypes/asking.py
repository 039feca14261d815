"""What a card is asked for, one field a zone: typed or chosen in the page itself, never in a box in front."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.entities import FIELDS, NOTE, SHORT, Value
from labdesk.errors import Refusal
from labdesk.ui.canvas.blanks import as_typed, parsed
from labdesk.ui.prototypes.quiet_combo import QuietCombo
from labdesk.ui.sheet import role
from labdesk.words import _

TYPED = ("text_short", "text", "date", "dates", "number", "money", "notes", "table")
LIMITS = {"text_short": SHORT, "table": SHORT, "notes": NOTE}


def can_be_asked(zone: Zone) -> bool:
    """A zone that is filled by one line or one choice."""
    return zone.kind in TYPED or zone.kind == "choice"


def answers_of(kind: CanvasType, zone: Zone) -> list[tuple[str, str]]:
    """The options of a choice that say something: (id, label). What only says « not yet » is left out."""
    states = [state for state in kind.states if state.zone == zone.id and state.values]
    telling = {value for state in states for value in state.values}
    options = kind.options(zone.vocabulary)
    return [(str(o.id), str(o.label)) for o in options if not telling or str(o.id) in telling]


class AskedField(QWidget):
    """A zone of a card: its name, its editor, and below what is expected or why it was not understood."""

    edited = Signal()
    """Something was typed or chosen: what depends on it follows."""
    entered = Signal()
    """Entrée: one goes on."""
    left = Signal()
    """The editor has lost the focus."""

    def __init__(self, kind: CanvasType, zone: Zone, value: Value = None, *, hint: str = "") -> None:
        super().__init__()
        self.zone, self._hint = zone, hint
        self.wrong = False
        self.touched = False
        """A person typed here: a date that is only proposed is not written because one went past it."""
        self.label, self._below = QLabel(str(zone.label)), QLabel(hint)
        role(self.label, "small")
        role(self._below, "small")
        self._below.setWordWrap(True)
        self.line, self.combo = QLineEdit(), QuietCombo()
        self.editor: QWidget = self.combo if zone.kind == "choice" else self.line
        self.label.setBuddy(self.editor)
        self.editor.setAccessibleName(str(zone.label))
        self.editor.setToolTip(str(zone.question))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for widget in (self.label, self.editor, self._below):
            box.addWidget(widget)
        if zone.kind == "choice":
            self._choices(kind)
        else:
            self._line()
        self._say("")
        self.show_value(value)

    def _choices(self, kind: CanvasType) -> None:
        self.combo.addItem(_("Choisissez…"), "")
        for option, label in answers_of(kind, self.zone):
            self.combo.addItem(label, option)
        self.combo.activated.connect(lambda _at: self._chosen())
        self.combo.entered.connect(self.entered)
        # The longest option may be wider than its column; it is read whole in the list.
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)

    def _line(self) -> None:
        limit = LIMITS.get(self.zone.kind) or FIELDS["answer"]["value"].limit
        self.line.setMaxLength(limit)
        if self.zone.kind in ("date", "dates"):
            self.line.setPlaceholderText(_("jj/mm/aaaa"))
        elif self.zone.kind == "table":
            self.line.setPlaceholderText(str(self.zone.question))
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """The line is left."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.left.emit()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self.touched = True
        self._say("")
        self.edited.emit()

    def _chosen(self) -> None:
        # A letter typed on a list chooses too: one goes on with Entrée only.
        self._say("")
        self.edited.emit()

    # -- the value ------------------------------------------------------------------------------------------
    def show_value(self, value: Value) -> None:
        """Show what stands in the project."""
        if self.zone.kind == "choice":
            self.combo.setCurrentIndex(max(0, self.combo.findData("" if value is None else str(value))))
        elif self.line.text() != (text := as_typed(self.zone.kind, value)):
            self.line.setText(text)

    @property
    def raw(self) -> str:
        """What is typed or chosen, as it stands."""
        return str(self.combo.currentData() or "") if self.zone.kind == "choice" else self.line.text()

    def retype(self, raw: str) -> None:
        """Put back what was typed before the deck was laid out again."""
        if self.zone.kind == "choice":
            self.combo.setCurrentIndex(max(0, self.combo.findData(raw)))
        else:
            self.line.setText(raw)

    def value(self) -> Value:
        """What was given, or None; a Refusal says what was expected, and stands below the field."""
        if self.zone.kind == "choice":
            return self.raw or None
        try:
            said = parsed("text_short" if self.zone.kind in ("notes", "table") else self.zone.kind, self.raw)
        except Refusal as refusal:
            self._say(refusal.sentence, wrong=True)
            raise
        return said.strip() or None if isinstance(said, str) else said

    def refuse(self, sentence: str) -> None:
        """Say below why one cannot go on."""
        self._say(sentence, wrong=True)
        self.editor.setFocus()

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self.wrong = wrong
        role(self.line if self.zone.kind != "choice" else self.combo, "error" if wrong else "")
        role(self._below, "error" if wrong else "small")
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self.editor.setAccessibleDescription(sentence or self._hint or str(self.zone.question))


def fields_for(
    kind: CanvasType, zones: tuple[Zone, ...], values: Mapping[str, Value] | None = None
) -> list[AskedField]:
    """A field for each zone that one line can fill; a date begins with today."""
    known, made = values or {}, list[AskedField]()
    for zone in zones:
        if not can_be_asked(zone):
            continue
        start: Value = date.today().isoformat() if zone.kind in ("date", "dates") else None
        made.append(AskedField(kind, zone, known.get(zone.id, start)))
    return made
