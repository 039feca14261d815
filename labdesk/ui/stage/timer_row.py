"""The countdown in the presenter's window: the time, how long the next one is, its three keys, its sound."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.stage.commands import Name
from labdesk.ui.stage.foot import Key
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look
from labdesk.words import _

KEYS: tuple[Name, ...] = ("timer", "pause", "stop_timer")


class TimerRow(QWidget):
    """It shows and asks; the clock is the program's."""

    asked = Signal(str)
    pressed = Signal(object)

    def __init__(self, stage: Stage, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage, self._look = stage, look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        self.time = QLabel("–", self)
        role(self.time, "h1")
        self.time.setAccessibleName(_("Minuteur"))
        row.addWidget(self.time, 1)
        self.length = self._length()
        row.addWidget(self.length)
        for name in KEYS:
            key = Key(name, look, self)
            key.asked.connect(self.asked)
            key.pressed_elsewhere.connect(self.pressed)
            key.setFixedWidth(look.px(36))
            row.addWidget(key)
        self.sound = QCheckBox(_("Son"), self)
        self.sound.setAccessibleName(_("Un son à la fin du minuteur"))
        self.sound.setChecked(stage.settings.timer_sound)
        self.sound.toggled.connect(self._sound)
        self.sound.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.sound)
        stage.clock.ticked.connect(self.tick)
        self.tick()

    def _length(self) -> QSpinBox:
        """What the sequence says, or what one says here."""
        box = QSpinBox(self)
        box.setRange(1, 240)
        box.setSuffix(_(" min"))
        box.setAccessibleName(_("Durée du prochain minuteur, en minutes"))
        box.setToolTip(box.accessibleName())
        box.lineEdit().setTextMargins(self._look.px(6), 0, 0, 0)
        box.setFixedWidth(self._look.px(84))
        box.setValue(self._stage.minutes)
        box.valueChanged.connect(self._stage.last)
        return box

    def renew(self) -> None:
        """Another sequence has another length."""
        if self.length.value() != self._stage.minutes and not self.length.hasFocus():
            self.length.blockSignals(True)
            self.length.setValue(self._stage.minutes)
            self.length.blockSignals(False)

    def tick(self) -> None:
        """The time of now."""
        clock = self._stage.clock
        said = {"over": _("Temps écoulé"), "paused": _("{time} en pause").format(time=clock.told)}
        self.time.setText(said.get(clock.tone, clock.told) or "–")
        token = {"over": "bad", "soon": "warn"}.get(clock.tone, "ink")
        self.time.setStyleSheet(f"color: {self._look.hex(token)};")

    def _sound(self, wanted: bool) -> None:
        self._stage.settings.timer_sound = self._stage.clock.sound = wanted
        self._stage.settings.save()
