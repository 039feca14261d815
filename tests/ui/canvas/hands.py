"""Someone at the keyboard and the mouse of a canvas: types any letter, presses keys, clicks, drags."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.domain.layout import Box
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.page import CanvasPage

Key = Qt.Key
Modifier = Qt.KeyboardModifier
NONE = Modifier.NoModifier


class Hands:
    """Keys go where the focus is, as they do for a person."""

    def __init__(self, page: CanvasPage) -> None:
        self.page, self.pane, self.board = page, page.pane, page.board
        self.view, self.desk = page.pane.view, page.desk
        page.window().activateWindow()
        self.view.setFocus()
        QApplication.processEvents()

    # -- keys -----------------------------------------------------------------------------------------------
    @property
    def focus(self) -> QWidget:
        """The editor while one types, else the list or the map, whichever is shown."""
        shown = self.page.list if self.page.list.isVisible() else self.view
        return self.pane.typist.editor if self.pane.scribe.typing else shown

    def type(self, text: str) -> None:
        """Type letters one after the other, accents too."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))

    def press(self, *keys: Key, held: Modifier = NONE) -> None:
        """Press keys one after the other, with a modifier held."""
        for key in keys:
            QTest.keyClick(self.focus, key, held)

    def scan(self, code: int, text: str, held: Modifier = NONE, key: int = 0) -> None:
        """Press a key known by its place on the keyboard (evdev code + 8), whatever is printed on it."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, code, 0, 0, text)
        QApplication.sendEvent(self.focus, event)

    # -- where one is ---------------------------------------------------------------------------------------
    def stand(self, zone: str, step: int = 0) -> None:
        """Go to a cell, by the rank of its step (from 0)."""
        plan = self.board.plan
        assert plan is not None
        if not plan.columns:
            part = plan.part[zone]
            self.board.go(next(moves.stops(part)).key)
            return
        key = moves.cell_key(zone, list(plan.columns)[step])
        part_ = moves.part_of(plan, key)
        assert part_ is not None
        self.board.go(moves.in_cell(part_, key[3])[0].key)

    @property
    def here(self) -> tuple[str, int, str]:
        """(lane or zone, rank of the step, text) of the current thing."""
        box, plan = self.board.box, self.board.plan
        assert box is not None
        assert plan is not None
        steps = list(plan.columns)
        return box.zone, steps.index(box.step) if box.step in steps else -1, box.text

    def texts(self, zone: str, step: int | None = None) -> list[str]:
        """The notes of a cell or of a zone, in order."""
        project, canvas = self.desk.project, self.board.canvas
        steps = [s.id for s in project.steps_of(canvas)]
        held = project.notes_at(canvas, zone, None if step is None else steps[step])
        return [note.text or "" for note in held]

    def value(self, zone: str, step: int | None = None, part: str | None = None) -> object:
        """A single value."""
        project, canvas = self.desk.project, self.board.canvas
        steps = [s.id for s in project.steps_of(canvas)]
        return project.value(canvas, zone, None if step is None else steps[step], part)

    # -- the mouse ------------------------------------------------------------------------------------------
    def place(self, box: Box) -> QPoint:
        """The middle of a thing on the view, scrolled to if need be."""
        self.view.show_box(box)
        return self.view.on_screen(self.pane.scene.shown(box)).center().toPoint()

    def box(self, kind: str, text: str) -> Box:
        """The thing of a kind that reads so."""
        plan = self.board.plan
        assert plan is not None
        return next(box for box in plan.boxes() if box.kind == kind and box.text == text)

    def mouse(
        self, event: QEvent.Type, at: QPoint, held: Modifier = NONE, button: Qt.MouseButton | None = None
    ) -> None:
        """One event of the left button (or another)."""
        left = Qt.MouseButton.LeftButton if button is None else button
        down = left if event != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        target = self.view.viewport()
        place, there = QPointF(at), QPointF(target.mapToGlobal(at))
        QApplication.sendEvent(target, QMouseEvent(event, place, there, left, down, held))

    def click(self, at: QPoint, held: Modifier = NONE) -> None:
        """Press and release."""
        self.mouse(QEvent.Type.MouseButtonPress, at, held)
        self.mouse(QEvent.Type.MouseButtonRelease, at, held)

    def double_click(self, at: QPoint) -> None:
        """Twice."""
        self.click(at)
        self.mouse(QEvent.Type.MouseButtonDblClick, at)
        self.mouse(QEvent.Type.MouseButtonRelease, at)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, move in a few steps, let go."""
        self.mouse(QEvent.Type.MouseButtonPress, start)
        for share in (0.3, 0.6, 1.0):
            between = start + (end - start) * share
            self.mouse(QEvent.Type.MouseMove, between)
        self.mouse(QEvent.Type.MouseButtonRelease, end)
