"""A table where everyone touches everything: random gestures on the whole window; a seed gives them."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from labdesk.domain.entities import ENTITIES
from labdesk.domain.model import Project
from labdesk.store.session import Session
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.view import CanvasView
from tests.journeys.hands import Hands

WORDS = (
    "a",
    "été",
    "Ça va où ?",
    "😀",
    "مرحبا",
    "Rappelle le standard trois fois",
    "mot " * 40,
    "C7",
    "-12,5",
    "31/2",
)
CLIPS = (
    "une ligne",
    "- une\n- deux\n• trois\n\n4) quatre",
    "Phrase entière. " * 300,
    "\x00\u2028\u00ad\t\u200b",
)
KEYS = (
    *("Left", "Right", "Up", "Down") * 5,
    *("Return", "Tab", "Shift+Tab", "Esc") * 4,
    *("Shift+Down", "Shift+Up", "Shift+Right", "Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down") * 2,
    *("Home", "End", "PgUp", "PgDown", "Ctrl+Home", "Ctrl+End", "Space", "Ctrl+Space"),
    *("Del", "Backspace", "Ins", "F2", "Ctrl+D", "Ctrl+A", "Ctrl+X", "Ctrl+C", "Ctrl+V"),
    *("Ctrl+Up", "Ctrl+Down", "1", "3", "5", "Ctrl+1", "Ctrl+4", "Ctrl+Return", "Ctrl+G"),
    *("Ctrl+Shift+S", "Ctrl+Shift+H", "Ctrl+Shift+X", "Ctrl+Shift+J", "Ctrl+Shift+L", "Ctrl+Shift+B"),
    *("Ctrl+Shift+R", "Ctrl+Shift+F", "Ctrl+Shift+I", "Ctrl+L", "Ctrl+Shift+D", "Ctrl+Shift+O"),
    *("Ctrl+Shift+N", "Ctrl+Shift+Del", "Ctrl+Shift+PgUp", "Ctrl+Shift+PgDown", "Ctrl+Shift+V", "Ctrl+T"),
    *("F4", "F6", "Shift+F6", "F9", "F1", "Ctrl+F", "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+Shift+0"),
    *("Ctrl+Shift+K", "Ctrl+Shift+P", "Ctrl+Shift+M", "Shift+F10", "Ctrl+,"),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y"),
)
PLACES = ("Alt+2", "Alt+3", "Alt+3", "Alt+3", "Alt+4", "Alt+5", "Alt+6")
GROWS = ("Ctrl+D", "Ctrl+V", "Ctrl+Shift+D", "Ctrl+Shift+N", "Ctrl+A")
"""What makes a project twice as large, again and again: left out once it is large."""
MANY = 150
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def content(project: Project) -> dict[str, dict[str, object]]:
    """Everything a project says, table by table."""
    return {name: dict(project.table(name)) for name in ENTITIES}


def in_the_file(path: Path) -> dict[str, dict[str, object]]:
    """What another program would read in the file now."""
    session = Session.open(path, read_only=True)
    try:
        return content(session.project)
    finally:
        session.close()


class Chaos:
    """Random hands on one window. Everything they do comes from `seed`; `done` tells it afterwards."""

    def __init__(self, hands: Hands, seed: int) -> None:
        self.hands, self.chance = hands, random.Random(seed)
        self.done: list[str] = []

    def play(self, seconds: float) -> None:
        """Gestures until the time is over; after each, somebody has the keyboard."""
        end = time.monotonic() + seconds
        shut = QTimer(interval=50)  # some dialogs keep whoever opened them until they are closed
        shut.timeout.connect(_close_modal)
        shut.start()
        while time.monotonic() < end:
            self.one()
        shut.stop()

    def one(self) -> None:
        """One gesture, told before it is done."""
        deeds: tuple[tuple[float, Callable[[], str]], ...] = (
            (0.26, self.type),
            (0.50, self.press),
            (0.08, self.drag),
            (0.05, self.click),
            (0.04, self.paste),
            (0.04, self.go),
            (0.02, self.file),
            (0.01, self.reopen),
        )
        (deed,) = self.chance.choices([d for _w, d in deeds], [w for w, _d in deeds])
        self.done.append(deed.__name__)
        self.done[-1] = deed()
        self.calm()

    def calm(self) -> None:
        """Whatever opened over the window is closed as a person would; the keyboard is somewhere."""
        hands = self.hands
        hands.rest()
        for _round in range(5):
            popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
            if popup is None and modal is None:
                break
            (popup or modal).close()  # type: ignore[union-attr]
            hands.rest()
        for one in hands.window.findChildren(QWidget):
            if isinstance(one, Chooser | QDialog | QMenu) and one.isVisible():
                one.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the loop of the program does
        hands.rest()
        hands.come_back()
        if hands.window.current == "home":  # this table has one project
            hands.press("Alt+3")
        focus = QApplication.focusWidget()
        assert focus is not None, f"nobody has the keyboard after {self.done[-4:]}"
        assert focus.isVisible(), f"{focus} is not seen after {self.done[-4:]}"

    # -- gestures -------------------------------------------------------------------------------------------
    def type(self) -> str:
        words = self.chance.choice(WORDS)
        self.hands.type(words)
        return f"type {words[:12]!r}"

    def press(self) -> str:
        key = self.chance.choice(KEYS)
        large = len(self.project.note) > MANY or len(self.project.canvas) > 12
        if large and key in GROWS:
            key = "Esc"
        if isinstance(self.hands.focus, QFileDialog):
            key = "Esc"
        self.hands.press(key)
        return f"press {key}"

    def go(self) -> str:
        key = self.chance.choice(PLACES)
        self.hands.press(key)
        return f"go {key}"

    def paste(self) -> str:
        data, what = QMimeData(), "text"
        if self.chance.random() < 0.2:
            what, picture = "picture", QImage(60, 40, QImage.Format.Format_RGB32)
            picture.fill(self.chance.randrange(0xFFFFFF) | 0xFF000000)
            data.setImageData(picture)
        else:
            data.setText(self.chance.choice(CLIPS))
        QApplication.clipboard().setMimeData(data)
        self.hands.press("Ctrl+V")
        return f"paste {what}"

    def file(self) -> str:
        """Notes typed into « À ranger », then filed."""
        if self.hands.window.current != "journeys":
            return "file: elsewhere"
        self.hands.press("Esc", "Ctrl+Shift+R")
        self.hands.type("dans le bac")
        self.hands.press("Return", "Tab", "Tab")
        where = f"{self.chance.choice('ABCEGZ')}{self.chance.randrange(1, 9)}"
        self.hands.type(where)
        self.hands.press("Return")
        return f"file {where}"

    def reopen(self) -> str:
        """The project is closed, then opened again: the file held everything that was on screen."""
        window = self.hands.window
        path, before = window.desk.path, None
        window.place.leave()
        window.desk.settling.emit()
        before = content(self.project)
        assert path is not None
        self.hands.press("Ctrl+W")
        self.hands.rest()
        assert window.opening.open(path)
        self.hands.rest()
        differ = {
            name: set(rows.items()) ^ set(before[name].items())
            for name, rows in content(self.project).items()
            if rows != before[name]
        }
        assert not differ, f"the file held something else: {differ}"
        return "reopen"

    # -- the mouse ------------------------------------------------------------------------------------------
    def drag(self) -> str:
        start, end = self._spot(), self._spot()
        view = self._view()
        if view is None:
            return "drag: no canvas"
        steps = (start, start + (end - start) / 3, start + (end - start) * 2 / 3, end)
        self._mouse(view, QEvent.Type.MouseButtonPress, start)
        for spot in steps:
            self._mouse(view, QEvent.Type.MouseMove, spot)
        self._mouse(view, QEvent.Type.MouseButtonRelease, end)
        return f"drag {start.toTuple()} {end.toTuple()}"

    def click(self) -> str:
        view, spot = self._view(), self._spot()
        if view is None:
            return "click: no canvas"
        twice = self.chance.random() < 0.4
        self._mouse(view, QEvent.Type.MouseButtonPress, spot)
        self._mouse(view, QEvent.Type.MouseButtonRelease, spot)
        if twice:
            self._mouse(view, QEvent.Type.MouseButtonDblClick, spot)
            self._mouse(view, QEvent.Type.MouseButtonRelease, spot)
        return f"{'double ' if twice else ''}click {spot.toTuple()}"

    def _view(self) -> CanvasView | None:
        views = self.hands.window.place.findChildren(CanvasView)
        return next((view for view in views if view.isVisible()), None)

    def _spot(self) -> QPoint:
        view = self._view()
        if view is None:
            return QPoint()
        room = view.viewport().rect()
        return QPoint(
            self.chance.randrange(max(1, room.width())), self.chance.randrange(max(1, room.height()))
        )

    def _mouse(self, view: CanvasView, kind: QEvent.Type, spot: QPoint) -> None:
        target = view.viewport()
        if not target.isVisible():
            return
        down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        there = QPointF(target.mapToGlobal(spot))
        QApplication.sendEvent(target, QMouseEvent(kind, QPointF(spot), there, LEFT, down, NONE))

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.hands.window.desk.project


def _close_modal() -> None:
    modal = QApplication.activeModalWidget()
    if modal is not None:
        modal.close()
