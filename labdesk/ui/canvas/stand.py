"""Where the editor stands on a map, and how it is dressed. Loaded at the first letter."""

from PySide6.QtCore import QPointF, QRectF

from labdesk.domain.cards import CARD_X, CARD_Y
from labdesk.domain.chain_layout import next_why
from labdesk.domain.layout import Box, Plan, Rect
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.editor import Editor
from labdesk.ui.canvas.focus_item import ghost_of
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.units import asked_in
from labdesk.ui.canvas.view import CanvasView


class Stand:
    """One for each map."""

    def __init__(self, board: Board, view: CanvasView, editor: Editor) -> None:
        self.board, self.view, self.editor = board, view, editor

    def place_of(self, blank: Blank, opened_on: Box, new: bool) -> QRectF:
        """The card itself once it stands; before that, where it will stand."""
        plan = self.board.plan
        if plan is None:
            return QRectF()
        if new and (key := self.board.key_of("note", blank.row)):
            box = moves.find(plan, key)
        else:
            box = moves.find(plan, opened_on.key) or opened_on
        assert box is not None
        if new and box.row != blank.row:
            return self._on_screen(to_qt(self.free_place(plan, box)))
        return self._on_screen(self._typed_place(plan, box))

    def _typed_place(self, plan: Plan, box: Box) -> QRectF:
        """The thing that is typed in; on the curve, a line under the face."""
        zone, unit = self.board.zone(box.zone), plan.room.unit
        shown = self.board.scene.shown(box)
        if box.kind == "lane":
            return shown.adjusted(24 * unit, 4, -2, 0).intersected(
                QRectF(shown.x(), shown.y(), shown.width(), 40 * unit)
            )
        if box.kind == "cell" and zone is not None and zone.kind == "grid_score":
            y = shown.bottom() - 34 * unit
            return QRectF(shown.x() + 12 * unit, y, shown.width() - 24 * unit, 28 * unit)
        return shown if box.kind == "note" else shown.adjusted(2, 2, -2, -2)

    def free_place(self, plan: Plan, box: Box) -> Rect:
        """Where a new note opens: where « + Ajouter » stood."""
        ghost = ghost_of(plan, box, self.board.zone(box.zone))
        if ghost is None and box.kind == "chain" and (part := moves.part_of(plan, box.key)) is not None:
            cards = [b for b in part.boxes if b.kind == "note" and b.part == box.row]
            chain = next(b for b in part.boxes if b.key == box.key)
            return next_why(cards, chain, plan.room.unit).moved(part.rect.x, part.rect.y)
        if ghost is None:
            return box.rect.inset(4, 4)
        return Rect(ghost[0].x, ghost[0].y, ghost[0].w, 30 * plan.room.unit)

    def _on_screen(self, rect: QRectF) -> QRectF:
        """In the viewport; never so small that one cannot read what one types."""
        placed = self.view.on_screen(rect)
        least = 150 * self.board.scene.ink.look.scale
        wide = max(placed.width(), least)
        left = max(2.0, min(placed.x(), self.view.viewport().width() - wide - 2))
        return QRectF(QPointF(left, placed.y()), QPointF(left + wide, placed.y() + max(placed.height(), 26)))

    def dress(self, box: Box, blank: Blank) -> None:
        board, look, zoom = self.board, self.board.scene.ink.look, self.view.zoom
        zone = board.zone(box.zone)
        if blank.table == "note" and zone is not None:
            fill, _border, ink = (colour.name() for colour in look.note(zone.colour))
        else:
            fill, ink = look.hex("surface"), look.hex("ink")
        style = "note" if blank.table == "note" else "value"
        if box.kind in ("phase", "step", "lane"):
            style = box.kind
        font = self.board.scene.ink.letters.font(style)  # type: ignore[arg-type]
        font.setPixelSize(max(13, round(font.pixelSize() * min(zoom, 2.0))))
        self.editor.setFont(font)
        self.editor.setPlaceholderText(asked_in(board, box, zone, blank))
        unit = look.scale * max(zoom, 0.6)
        padding = max(2, round(CARD_X * unit) - 2), max(1, round(CARD_Y * unit) - 2)
        self.editor.dress(fill, ink, look.hex("focus"), padding, look.radius("m"))
