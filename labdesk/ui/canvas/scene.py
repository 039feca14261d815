"""The scene of one canvas: an item a lane or a box, an item a note. It shows a plan and changes nothing."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.layout import HEAD, Box, Part, Plan
from labdesk.ui.canvas.heads_item import LaneHeads, StepHeads
from labdesk.ui.canvas.ink import Ink, Pictures, shadow, to_qt
from labdesk.ui.canvas.note_item import NoteItem
from labdesk.ui.canvas.part_item import PartItem
from labdesk.ui.style import Look

MARGIN, BELOW = 14, 62
"""Around a canvas, in scene units, and under one that is edited as long as no bar stands there."""
SLICE = 0.004
"""s: how long what is out of sight may be worked on before the hands are heard again."""


class SheetItem(QGraphicsItem):
    """The white card under a grid."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self.rect = QRectF()
        self.setZValue(-10)

    def cover(self, rect: QRectF) -> None:
        """The grid has this size now."""
        if rect != self.rect:
            self.prepareGeometryChange()
            self.rect = rect

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-8, -8, 8, 14)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self.rect.isEmpty():
            return
        look = self.ink.look
        shadow(painter, self.rect, 4, look, depth=2.0)
        painter.setBrush(look.colour("surface"))
        painter.setPen(QPen(look.colour("line2"), 1))
        painter.drawRect(self.rect.adjusted(-0.5, -0.5, 0.5, 0.5))


class CanvasScene(QGraphicsScene):
    """`ink.editing` False: a scene to project or to draw, without the marks of someone who edits."""

    def __init__(
        self, look: Look, pictures: Pictures, editing: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        # A dozen parts at the top, and each knows which of its cells is in sight: a tree would only cost.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.ink = Ink(look, pictures, editing)
        self.plan: Plan | None = None
        self.in_sight: Callable[[], QRectF] | None = None
        """What the view shows: the rest is drawn in the pauses between two events. None: all at once."""
        self._waiting: dict[str, Iterator[None]] = {}
        self._pause = QTimer(self, interval=0)
        self._pause.timeout.connect(self._go_on)
        self._below: float | None = None
        self._parts: dict[str, PartItem] = {}
        self._sheet = SheetItem(self.ink)
        self._steps: StepHeads | None = None
        self._lanes: LaneHeads | None = None
        self.addItem(self._sheet)

    def renew_ink(self, look: Look) -> None:
        """Theme or text size changed: everything is drawn again with the next plan."""
        pictures, editing = self.ink.pictures, self.ink.editing
        self.clear_canvas()
        self.ink = Ink(look, pictures, editing)
        self._sheet.ink = self.ink

    def clear_canvas(self) -> None:
        """Nothing is shown any more."""
        self._wait_no_more()
        for item in (*self._parts.values(), self._steps, self._lanes):
            if item is not None:
                self.removeItem(item)
        self._parts = {}
        self._steps = self._lanes = None
        self._sheet.cover(QRectF())
        self.plan = None

    def dispose(self) -> None:
        """The window goes away: items leave before the scene does.

        PySide crashes in the next garbage collection when a scene takes items made in Python along with it.
        """
        self._wait_no_more()
        for item in [item for item in self.items() if item.parentItem() is None]:
            self.removeItem(item)
        self._parts, self._steps, self._lanes = {}, None, None

    def show_plan(self, plan: Plan) -> None:
        """Show an arrangement: what is the same as before is not touched."""
        if self.plan is not None and self.plan.canvas != plan.canvas:
            self.clear_canvas()
        self.plan = plan
        shown = {part.id: part for part in plan.parts if part.id != HEAD}
        for gone in self._parts.keys() - shown.keys():
            self._waiting.pop(gone, None)
            self.removeItem(self._parts.pop(gone))
        sight = self.in_sight() if self.in_sight is not None else None
        for part in shown.values():
            self._show_part(plan, part, sight)
        self._show_heads(plan)
        self._leave_room()

    def _show_part(self, plan: Plan, part: Part, sight: QRectF | None) -> None:
        """Now if it is seen, or was; else when there is time."""
        item = self._parts.get(part.id)
        stood = item.sceneBoundingRect() if item is not None else QRectF()
        if item is None:
            item = self._parts[part.id] = PartItem(self.ink, plan, part)
            self.addItem(item)
        self._waiting[part.id] = item.showing(plan, part)
        if sight is None or sight.intersects(stood) or sight.intersects(to_qt(part.rect)):
            self._finish(part.id)
        else:
            self._pause.start()

    @property
    def waits(self) -> bool:
        """Something out of sight is not drawn yet."""
        return bool(self._waiting)

    def _wait_no_more(self) -> None:
        self._waiting.clear()
        self._pause.stop()

    # -- what is out of sight ---------------------------------------------------------------------------
    def _finish(self, part: str) -> None:
        for _done in self._waiting.pop(part, ()):
            pass

    def _go_on(self) -> None:
        """A slice of what waits, the first part first."""
        until = time.perf_counter() + SLICE
        for part, work in list(self._waiting.items()):
            for _done in work:
                if time.perf_counter() > until:
                    return
            self._waiting.pop(part, None)
        self._pause.stop()

    def catch_up(self) -> None:
        """One looks elsewhere: what is seen now is drawn now."""
        if self._waiting and self.in_sight is not None:
            sight = self.in_sight()
            for part in [part for part in self._waiting if self._stands_in(part, sight)]:
                self._finish(part)

    def _stands_in(self, part: str, sight: QRectF) -> bool:
        there = self.plan.part.get(part) if self.plan else None
        stood = self._parts[part].sceneBoundingRect()
        return sight.intersects(stood) or (there is not None and sight.intersects(to_qt(there.rect)))

    @property
    def sheet(self) -> QRectF:
        """What the white card of a grid covers wholly; empty where there is none."""
        return self._sheet.rect.adjusted(1, 1, -1, -1)

    def keep_below(self, room: float) -> None:
        """So much, in scene units, stays free under the canvas: everything can be scrolled clear of a bar."""
        if abs(room - (self._below or 0)) > 0.5:
            self._below = room
            self._leave_room()

    @property
    def below(self) -> float:
        """What is free under the canvas, in scene units."""
        return (self._below or self.ink.px(BELOW)) if self.ink.editing else MARGIN

    def _leave_room(self) -> None:
        if (plan := self.plan) is not None:
            self.setSceneRect(-MARGIN, -MARGIN, plan.width + 2 * MARGIN, plan.height + MARGIN + self.below)

    def _show_heads(self, plan: Plan) -> None:
        if HEAD not in plan.part:
            return
        self._sheet.cover(QRectF(0, 0, plan.width, plan.height))
        if self._steps is None or self._lanes is None:
            self._steps, self._lanes = StepHeads(self.ink, plan), LaneHeads(self.ink, plan)
            self.addItem(self._steps)
            self.addItem(self._lanes)
        self._steps.show_plan(plan)
        self._lanes.show_plan(plan)

    def freeze_heads(self, left: float, top: float) -> None:
        """The visible part begins here: the heads come along."""
        if self._steps is not None and self._lanes is not None:
            self._steps.setPos(0, max(0.0, top))
            self._lanes.setPos(max(0.0, left), 0)
            self._steps.see(max(0.0, left) + self._lanes.width)

    def shown(self, box: Box) -> QRectF:
        """Where a thing is seen: the heads of a grid stand where they are frozen."""
        rect = to_qt(box.rect)
        if self._steps is not None and self._lanes is not None:
            if box.kind in ("phase", "step", "add"):
                rect.translate(0, self._steps.y())
            elif box.kind == "lane":
                rect.translate(self._lanes.x(), 0)
        return rect

    def heads_size(self) -> tuple[float, float]:
        """Width and height that the frozen heads cover."""
        if self.plan is None or self._lanes is None:
            return 0.0, 0.0
        return self._lanes.width, self.plan.part[HEAD].rect.h

    def note(self, row: str) -> NoteItem | None:
        """The item of a note."""
        if self.plan is None:
            return None
        home = self.plan.home(row)
        part = self.part_item(home.id) if home else None
        return part.notes.get(row) if part else None

    def part_item(self, part: str) -> PartItem | None:
        """The item of a lane or a box."""
        self._finish(part)
        return self._parts.get(part)

    def notes(self) -> list[NoteItem]:
        """Every note item."""
        for part in list(self._waiting):
            self._finish(part)
        return [note for part in self._parts.values() for note in part.notes.values()]
