"""The hand on the heads of a grid: where what it holds would land, borders of phases, one more step."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.layout import HEAD, Box
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.ink import Ink
from labdesk.ui.canvas.landing import Landing, boundary, landing, notes_landing
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _

NEAR, PLUS = 8, 32
"""px on screen around a border that can be held; the side of the plus that can be hit."""
Gap = tuple[float, str, bool]
"""x of a place between two steps, the step beside it, whether the new one comes before that step."""


class HeadMark(QGraphicsItem):
    """A line where the head would be put, a frame around what it would join, words by the hand; a plus."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self.setZValue(110)  # above the picture of notes in the hand
        self._land: Landing | None = None
        self._hand = QPointF()
        self._words = ""
        self.plus: QRectF | None = None
        self.hide()

    def hold(self, hand: QPointF, name: str, land: Landing | None) -> None:
        """Something is in the hand, here."""
        self.prepareGeometryChange()
        self._hand, self._land, self.plus = hand, land, None
        self._words = land.words if land else _("« {name} » reste ici").format(name=name)
        self.show()
        self.update()

    def offer(self, plus: QRectF | None) -> None:
        """The plus between two steps; None: nothing is offered and nothing is held."""
        if plus == self.plus and self._words == "":
            return
        self.prepareGeometryChange()
        self._land, self._words, self.plus = None, "", plus
        self.setVisible(plus is not None)
        self.update()

    def _bubble(self) -> QRectF:
        metrics = QFontMetricsF(self.ink.letters.font("lane"))
        px = self.ink.px
        wide = metrics.horizontalAdvance(self._words) + px(20)
        return QRectF(self._hand.x() + px(14), self._hand.y() + px(16), wide, px(28))

    def boundingRect(self) -> QRectF:
        rect = self._bubble() if self._words else QRectF()
        for more in (self.plus, self._land.onto if self._land else None):
            rect = rect.united(more) if more is not None else rect
        if self._land is not None and self._land.line is not None:
            rect = rect.united(QRectF(self._land.line.p1(), self._land.line.p2()).normalized())
        return rect.adjusted(-8, -8, 8, 8)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        look, px = self.ink.look, self.ink.px
        focus = look.colour("focus")
        if self.plus is not None:
            disc = self.plus.center()
            painter.setPen(QPen(look.colour("surface"), 2))
            painter.setBrush(look.colour("primary"))
            painter.drawEllipse(disc, px(10), px(10))
            painter.drawPixmap(disc - QPointF(px(7), px(7)), self.ink.icon("plus", "on_primary", 14))
        if not self._words:
            return
        if self._land is not None and self._land.onto is not None:
            shade = look.colour("focus")
            shade.setAlpha(34)
            painter.setPen(QPen(focus, 3))
            painter.setBrush(shade)
            painter.drawRoundedRect(self._land.onto.adjusted(2, 2, -2, -2), 6, 6)
        if self._land is not None and self._land.line is not None:
            painter.setPen(QPen(focus, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(self._land.line)
        bubble = self._bubble()
        painter.setPen(QPen(look.colour("surface"), 1))
        painter.setBrush(look.colour("ink"))
        painter.drawRoundedRect(bubble, px(6), px(6))
        centred = Qt.AlignmentFlag.AlignCenter
        self.ink.line_of(painter, self._words, "lane", bubble, look.colour("surface"), centred)


class HeadDrag:
    """One for each view. What is held is a head, or the border before a phase."""

    def __init__(self, board: Board, view: CanvasView) -> None:
        self.board, self.view = board, view
        self.mark = HeadMark(board.scene.ink)
        board.scene.addItem(self.mark)
        self._held: Box | None = None
        self._border = ""
        view.emptied.connect(self._left)

    # -- under the hand -------------------------------------------------------------------------------------
    def border_at(self, place: QPoint) -> str:
        """The phase whose left border is under the hand, in the band of the phases; empty elsewhere."""
        plan = self.board.plan
        if plan is None or HEAD not in plan.part or self.board.desk.read_only:
            return ""
        spot = self.view.mapToScene(place)
        for box in plan.part[HEAD].boxes:
            if box.kind == "phase" and box.index:
                seen = self.board.scene.shown(box)
                near = abs(spot.x() - seen.left()) * self.view.zoom <= NEAR
                if near and seen.top() <= spot.y() < seen.bottom():
                    return box.row
        return ""

    def gap_at(self, place: QPoint) -> Gap | None:
        """The place between two steps whose plus is under the hand, in the band of the steps."""
        plan = self.board.plan
        if plan is None or HEAD not in plan.part or self.board.desk.read_only:
            return None
        spot = self.view.mapToScene(place)
        heads = [box for box in plan.part[HEAD].boxes if box.kind == "step"]
        band = self.board.scene.shown(heads[0]) if heads else QRectF()
        lanes = self.board.scene.heads_size()[0] + self.view.mapToScene(0, 0).x()
        if not band.top() <= spot.y() < band.bottom() or spot.x() < lanes:
            return None
        for box in heads:
            for edge, before in ((box.rect.x, True), (box.rect.right, False)):
                # Two steps share an edge: each side of it belongs to the step, and to the phase, one is over.
                own = spot.x() >= edge if before else spot.x() < edge
                if (
                    own
                    and abs(spot.x() - edge) * self.view.zoom <= PLUS / 2
                    and not (before and box.index == 0)
                ):
                    return edge, box.row, before
        return None

    def hover(self, place: QPoint) -> None:
        """Nothing is held: show what could be."""
        gap = self.gap_at(place)
        plus = None
        if gap is not None:
            plan = self.board.plan
            assert plan is not None
            low = self.board.scene.shown(next(b for b in plan.part[HEAD].boxes if b.kind == "step")).bottom()
            side = PLUS / self.view.zoom
            plus = QRectF(gap[0] - side / 2, low - side * 0.75, side, side)
        self.mark.offer(plus)
        shape = self.view.viewport().cursor().shape()
        if gap is not None:
            self.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.border_at(place):
            self.view.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        elif shape in (Qt.CursorShape.PointingHandCursor, Qt.CursorShape.SplitHCursor):
            self.view.viewport().unsetCursor()

    def _left(self) -> None:
        """The hand is elsewhere: nothing is offered any more, what is held stays held."""
        if self._held is None:
            self.mark.offer(None)

    def plus_at(self, place: QPoint) -> Gap | None:
        """The plus that is shown and under the hand."""
        plus = self.mark.plus
        spot = self.view.mapToScene(place)
        return self.gap_at(place) if plus is not None and plus.contains(spot) else None

    # -- holding --------------------------------------------------------------------------------------------
    def take(self, box: Box, border: str = "") -> None:
        """A head, or the border before a phase, is in the hand."""
        self._held, self._border = box, border
        shape = Qt.CursorShape.SplitHCursor if border else Qt.CursorShape.ClosedHandCursor
        self.view.viewport().setCursor(shape)

    def landing(self, place: QPoint) -> Landing | None:
        """What letting go here would do."""
        spot = self.view.mapToScene(place)
        if self._held is None:
            return None
        if self._border:
            return boundary(self.board, self._border, spot.x())
        return landing(self.board, self._held, spot.x(), spot.y())

    def carry(self, place: QPoint) -> None:
        """The hand is here now."""
        if self._held is not None:
            name = self._held.text or _("Sans nom")
            self.mark.hold(self.view.mapToScene(place), name, self.landing(place))

    # -- notes over the heads -------------------------------------------------------------------------------
    def _new_step(self, place: QPoint, rows: tuple[str, ...]) -> tuple[Landing, str] | None:
        """Notes of the grid over the head of a step: they would make a step beside it."""
        plan, spot = self.board.plan, self.view.mapToScene(place)
        if plan is None or HEAD not in plan.part:
            return None
        lanes = self.board.scene.heads_size()[0] + max(0.0, self.view.mapToScene(0, 0).x())
        heads = (box for box in plan.part[HEAD].boxes if box.kind == "step")
        over = any(self.board.scene.shown(box).contains(spot) for box in heads)
        return notes_landing(self.board, rows, spot.x()) if over and spot.x() >= lanes else None

    def carry_notes(self, place: QPoint, rows: tuple[str, ...]) -> bool:
        """Notes are over the heads: where their step would stand; False elsewhere."""
        found = self._new_step(place, rows)
        if found is None:
            self.mark.offer(None)
        else:
            self.mark.hold(self.view.mapToScene(place), "", found[0])
        return found is not None

    def drop_notes(self, place: QPoint, rows: tuple[str, ...]) -> str:
        """They are let go there: the id of their step, to be named; empty when nothing was made."""
        found = self._new_step(place, rows)
        self.mark.offer(None)
        if found is None or not self.board.desk.do(found[0].gesture):
            return ""
        self.board.desk.announce(found[0].words)
        return found[1]

    def drop(self, place: QPoint) -> None:
        """The hand lets go: what was shown is done; on its own place nothing is."""
        found, board = self.landing(place), self.board
        self.cancel()
        if found is None or not found.gesture:
            return
        joined = found.onto is not None and any(edit.row for edit in found.gesture.edits)
        if board.desk.do(found.gesture):
            board.desk.announce(found.words if joined else _("Déplacé : {where}").format(where=board.said()))

    def cancel(self) -> None:
        """Nothing is held any more, nothing was done."""
        self._held, self._border = None, ""
        self.mark.offer(None)
        self.view.viewport().unsetCursor()
