"""The countdown in the window: its clock, and a pill in the top bar whatever place is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.settings import Settings
from labdesk.ui.sheet import role
from labdesk.ui.stage.clock import Clock
from labdesk.ui.stage.memory import Memory
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.topbar import TopBar

TONES = {"over": "bad", "soon": "warn", "paused": "plain", "plain": "primary"}


class Timing(QObject):
    """One for the window: the projection and the pill show the same countdown."""

    def __init__(self, desk: Desk, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.memory = Memory()
        self.clock = Clock(self.memory, self)
        self.clock.sound = settings.timer_sound
        self.clock.ended.connect(lambda: desk.announce(_("Le temps est écoulé.")))


class TimerPill(QPushButton):
    """« 08:42 » beside the saved pill; a click offers what can be done with it. Hidden when none stands."""

    def __init__(self, clock: Clock, look: Look, actions: tuple[QAction, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.clock, self._look = clock, look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offered = QMenu(self)
        for action in actions:
            self.offered.addAction(action)
        self.clicked.connect(lambda: self.offered.popup(self.mapToGlobal(self.rect().bottomLeft())))
        clock.ticked.connect(self.renew)
        look.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """The time of now."""
        tone, told = self.clock.tone, self.clock.told
        self.setVisible(bool(tone))
        if not tone:
            return
        role(self, "pill", TONES[tone])
        draw(self, "pause" if tone == "paused" else "timer", self._look)
        self.setText(told)
        said = {
            "over": _("Minuteur : temps écoulé"),
            "paused": _("Minuteur : {time}, en pause").format(time=told),
        }.get(tone, _("Minuteur : {time}").format(time=told))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setMinimumHeight(self._look.px(32))
        # Digits do not push what stands beside them once a second.
        self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))


def place_in(bar: "TopBar", pill: TimerPill) -> None:
    """Beside the saved pill."""
    bar.row.insertWidget(bar.row.indexOf(bar.pill) + 1, pill)
