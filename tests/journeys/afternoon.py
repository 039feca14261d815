"""The room of an afternoon: the example in the window, the projection over it, what the wall shows."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.domain.running_order import drop_stop, stops
from labdesk.ui.desk import Desk
from labdesk.ui.stage.presenter import Presenter
from labdesk.ui.stage.projector import Projector
from labdesk.ui.stage.stage import Stage
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.window import Window
from tests.journeys.hands import Hands


@dataclass
class Room:
    """The facilitator’s window; once the projection is on, the wall and who presents."""

    hands: Hands
    lived: str
    """The journey that was lived."""
    card: str
    """The first prototype."""
    noted: dict[str, str] = field(default_factory=dict)
    """Table → the note it wrote."""

    @property
    def window(self) -> Window:
        return self.hands.window

    @property
    def desk(self) -> Desk:
        return self.window.desk

    @property
    def theatre(self) -> Theatre:
        assert self.window.theatre is not None, "nothing was projected yet"
        return self.window.theatre

    @property
    def stage(self) -> Stage:
        assert self.theatre.stage is not None
        return self.theatre.stage

    @property
    def projector(self) -> Projector:
        assert self.theatre.projector is not None
        return self.theatre.projector

    @property
    def presenter(self) -> Presenter:
        assert self.theatre.presenter is not None
        return self.theatre.presenter

    def wall(self) -> QImage:
        """What the room sees."""
        QApplication.processEvents()
        return self.projector.grab().toImage()

    def clicks(self, *keys: Qt.Key) -> None:
        """The clicker, or the keys of the projected picture."""
        for key in keys:
            QTest.keyClick(self.projector, key)

    def comes_late(self, minutes: int, *, first: str, here: str) -> None:
        """One stands in a line of the running order, entered now, the first one having begun too long ago."""
        now = datetime.now()
        self.stage.left.entered[first] = (now - timedelta(minutes=minutes, seconds=5)).isoformat()
        self.stage.left.entered[here] = now.isoformat()


def the_room(hands: Hands) -> Room:
    """The example is open without its running order: the afternoon makes its own. Nothing is projected."""
    window = hands.window
    window.home().example()
    hands.until(lambda: window.desk.session is not None)
    for stop in stops(window.desk.project, window.desk.types):
        window.desk.do(drop_stop(window.desk.project, stop.line))
    project = window.desk.project
    return Room(hands, project.canvases("journey")[0].id, project.canvases("prototype")[0].id)


def shown_panel(kind: type[QWidget]) -> QWidget:
    """The panel of this kind, which stands in a window of its own."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
