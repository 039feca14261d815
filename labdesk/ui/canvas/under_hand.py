"""What stands under the hand on a map: a lane, a thing, the marks one can press."""

from PySide6.QtCore import QPoint, QPointF

from labdesk.domain.layout import HEAD, Box, Part
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.focus_item import FocusItem
from labdesk.ui.canvas.heads_item import fold_mark
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.view import CanvasView

UNTOUCHED = ("lane", "rule", "sum", "question", "column", "point", "why")
"""What one reads and presses nowhere: what is under it is meant."""


class UnderHand:
    """It looks, and does nothing."""

    def __init__(self, board: Board, view: CanvasView, focus: FocusItem) -> None:
        self.board, self.view, self.focus = board, view, focus

    def part_at(self, spot: QPointF) -> Part | None:
        """The lane or the box under a point of the scene."""
        plan = self.board.plan
        parts = plan.parts if plan else ()
        return next((p for p in parts if p.id != HEAD and p.rect.holds(spot.x(), spot.y())), None)

    def box_at(self, place: QPoint) -> Box | None:
        """The thing under a point of the view; the frozen heads are above the rest."""
        plan, scene = self.board.plan, self.board.scene
        if plan is None:
            return None
        spot = self.view.mapToScene(place)
        heads = [box for part in plan.parts for box in part.boxes if box.kind in ("phase", "step", "add")]
        if heads and self._in_corner(spot):
            return None
        if found := next((box for box in heads if scene.shown(box).contains(spot)), None):
            return found
        part = self.part_at(spot)
        if part is None:
            return None
        boxes = [box.moved(part.rect.x, part.rect.y) for box in part.boxes]
        lane = next((box for box in boxes if box.kind == "lane"), None)
        if lane is not None and scene.shown(lane).contains(spot):
            return lane
        over = [b for b in boxes if b.kind not in UNTOUCHED]
        return next((b for b in reversed(over) if b.rect.holds(spot.x(), spot.y())), None)

    def _in_corner(self, spot: QPointF) -> bool:
        """Above the heads of the lanes: what scrolls under this corner is not seen."""
        scene = self.board.scene
        wide, high = scene.heads_size()
        corner = self.view.mapToScene(0, 0)
        return spot.x() < max(0.0, corner.x()) + wide and spot.y() < max(0.0, corner.y()) + high

    def on_handle(self, place: QPoint) -> bool:
        """The handle a line is drawn from."""
        handle, spot = self.focus.handle, self.view.mapToScene(place)
        return self.focus.isVisible() and handle is not None and handle.holds(spot.x(), spot.y())

    def on_ghost(self, place: QPoint) -> bool:
        """« + Ajouter »."""
        ghost, spot = self.focus.ghost, self.view.mapToScene(place)
        return self.focus.isVisible() and ghost is not None and ghost.holds(spot.x(), spot.y())

    def on_fold(self, lane: Box, place: QPoint) -> bool:
        """The hand is on the mark that folds a lane, wherever its head is frozen."""
        scene, spot = self.board.scene, self.view.mapToScene(place)
        spot -= scene.shown(lane).topLeft() - to_qt(lane.rect).topLeft()
        return fold_mark(lane, scene.ink).holds(spot.x(), spot.y())
