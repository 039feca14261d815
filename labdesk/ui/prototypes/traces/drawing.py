"""The drawn traces: one sees chains, walks them with the arrows, ties by drag. Tying does what is done."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from labdesk.domain.trace_layout import BETWEEN, HEAD, Card, Layout, Line, laid
from labdesk.domain.trace_scheme import Scheme, schemed
from labdesk.domain.trace_web import Web
from labdesk.domain.trace_words import spoken
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.icons import picture
from labdesk.ui.prototypes.traces import walking
from labdesk.ui.prototypes.traces.brush import Brush, Mood, is_lit
from labdesk.ui.prototypes.traces.tying_hand import TyingHand
from labdesk.ui.style import Look
from labdesk.words import _

NEAR, BUTTON = 7, 32
"""px: how near a line one must point; the button on a line."""
STEPS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}


class Drawing(QAbstractScrollArea):
    """`current` is a knot; its chain stands out as long as `shines`."""

    moved = Signal(str)
    """Another knot is current."""
    opened = Signal(str)
    """One wants to go where this knot stands."""
    relaid = Signal()
    """Other cards are shown, or elsewhere."""
    asked_menu = Signal(QPoint)
    narrowed = Signal()
    """Espace: only the current chain, or everything again."""
    left = Signal()
    """Échap where there is nothing left to give up."""

    def __init__(self, look: Look, tying: Tying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.tying = look, tying
        self.brush = Brush(look)
        self.web: Web | None = None
        self._scheme: Scheme | None = None
        self._laid_for = 0
        self.layout_: Layout | None = None
        self.visible: frozenset[str] = frozenset()
        self.current, self.shines = "", False
        self.line: Line | None = None
        self._paths: list[tuple[Line, QPainterPath, QRectF]] = []
        self.pressed: str = ""
        self._from = QPoint()
        self.hand = TyingHand(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Traces"))

    # -- what is shown --------------------------------------------------------------------------------------
    def show_web(self, web: Web, visible: frozenset[str]) -> None:
        """Draw these knots; the current one stays when it is still there."""
        self.web, self.visible = web, visible
        self._scheme = schemed(web, visible)
        self._lay_out()
        cards = self.layout_.cards if self.layout_ else {}
        if self.current not in cards:
            self.current = next(iter(self._reading()), "")
            self.shines = False
        self.line = next(
            (
                line
                for line, _path, _r in self._paths
                if self.line and (line.a, line.b) == (self.line.a, self.line.b)
            ),
            None,
        )
        self.viewport().update()

    def relook(self) -> None:
        """Theme or text size changed."""
        self.brush = Brush(self.look)
        self._lay_out()
        self.viewport().update()

    def _lay_out(self) -> None:
        if self._scheme is None:
            return
        self._laid_for = self.width()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        self.layout_ = laid(self._scheme, room, self.look.scale, self.brush.letters)
        self._paths = []
        for line in self.layout_.lines:
            path = self.brush.path(line)
            self._paths.append((line, path, path.boundingRect().adjusted(-8, -8, 8, 8)))
        self._fit_bars()
        self.relaid.emit()

    def _fit_bars(self) -> None:
        if self.layout_ is None:
            return
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self.layout_.width, room.width()),
            (self.verticalScrollBar(), self.layout_.height, room.height()),
        ):
            bar.setRange(0, max(0, round(whole) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(self.look.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._laid_for:  # a scroll bar that comes or goes changes nothing
            self._lay_out()
        else:
            self._fit_bars()
        if self.hasFocus() and self.layout_ and (card := self.layout_.cards.get(self.current)):
            self.show_card(card)  # large letters: the bars above fold their words, and take room

    def sizeHint(self) -> QSize:
        return QSize(800, 480)

    def cards(self) -> list[Card]:
        """The cards in reading order."""
        return walking.in_order(self.layout_) if self.layout_ else []

    def _reading(self) -> list[str]:
        return [card.knot.id for card in self.cards()]

    # -- where one is ---------------------------------------------------------------------------------------
    def go(self, knot: str, *, shine: bool = True) -> bool:
        """Stand on a knot; its chain stands out. False when it is not shown."""
        if self.layout_ is None or knot not in self.layout_.cards:
            return False
        self.current, self.line = knot, None
        self.shines = shine
        self.show_card(self.layout_.cards[knot])
        self.viewport().update()
        self.moved.emit(knot)
        return True

    def show_card(self, card: Card) -> None:
        """Scroll just enough to see a card, below the heads."""
        rect, look = card.rect, self.look
        head, gap = look.px(HEAD + BETWEEN), look.px(BETWEEN)
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, start, end, before in (
            (bars[0], rect.x, rect.right, gap),
            (bars[1], rect.y, rect.bottom, head),
        ):
            seen = bar.value(), bar.value() + bar.pageStep()
            if end + gap > seen[1]:
                bar.setValue(round(min(end + gap - bar.pageStep(), start - before)))
            if start - before < bar.value():
                bar.setValue(round(start - before))

    @property
    def mood(self) -> Mood:
        """What stands out now."""
        lit = self.web.chain(self.current) if self.web and self.shines and self.current else None
        if self.line is not None:
            lit = None
        return Mood(self.current, lit, self.line, self.hand.target, self.hasFocus())

    def rect_of(self, knot: str) -> QRect:
        """Where a card is on the viewport."""
        if self.layout_ is None or knot not in self.layout_.cards:
            return QRect()
        return to_qt(self.layout_.cards[knot].rect).translated(-self.corner()).toRect()

    def corner(self) -> QPointF:
        """What of the drawing is at the upper left of the viewport."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # -- painting -------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look.colour("canvas"))
        layout = self.layout_
        if layout is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        corner, mood = self.corner(), self.mood
        seen = QRectF(event.rect()).translated(corner)
        painter.save()
        painter.translate(-corner)
        self.brush.groups(painter, layout)
        for line, path, box in sorted(self._paths, key=lambda found: is_lit(found[0], mood)):
            if box.intersects(seen):
                self.brush.line(painter, line, path, mood)
        for card in layout.cards.values():
            rect = to_qt(card.rect)
            if rect.adjusted(-20, -8, 24, 8).intersects(seen):
                self.brush.loose_end(painter, card, mood)
                self.brush.card(painter, card, mood)
        self._parting(painter)
        self.hand.paint(painter)
        painter.restore()
        painter.translate(-corner.x(), 0)
        self.brush.heads(painter, layout, self.viewport().width() + corner.x())
        painter.end()

    def parting_at(self) -> QRectF:
        """The button that unties the chosen line, in the drawing."""
        path = next((path for line, path, _r in self._paths if line == self.line), None)
        if path is None:
            return QRectF()
        side = self.look.px(BUTTON)
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(path.pointAtPercent(0.5))
        return rect

    def _parting(self, painter: QPainter) -> None:
        rect = self.parting_at()
        if rect.isEmpty():
            return
        painter.setPen(QPen(self.look.colour("focus"), 2))
        painter.setBrush(self.look.colour("surface"))
        painter.drawEllipse(rect)
        side = self.look.px(14)
        spot = rect.center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(spot, picture("unlink", self.look, "bad", size=14))

    # -- the hand -------------------------------------------------------------------------------------------
    def spot(self, place: QPoint) -> QPointF:
        """A point of the viewport in the drawing."""
        return QPointF(place) + self.corner()

    def card_at(self, place: QPoint) -> Card | None:
        """The card under a point of the viewport; the heads hide what is under them."""
        if self.layout_ is None or place.y() < self.look.px(HEAD):
            return None
        spot = self.spot(place)
        return self.layout_.at(spot.x(), spot.y())

    def line_at(self, place: QPoint) -> Line | None:
        """The line under a point of the viewport."""
        spot = self.spot(place)
        pen = QPainterPathStroker()
        pen.setWidth(2 * NEAR)
        for line, path, box in self._paths:
            if box.contains(spot) and pen.createStroke(path).contains(spot):
                return line
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._from, self.pressed = place, ""
        if self.line is not None and self.parting_at().contains(self.spot(place)):
            self.part()
            return
        card = self.card_at(place)
        if card is not None:
            self.pressed = card.knot.id
            self.go(card.knot.id)
        elif place.y() >= self.look.px(HEAD):
            self.line = self.line_at(place)
            self.shines = False
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self.pressed and self.web is not None:
            if (place - self._from).manhattanLength() >= QApplication.startDragDistance():
                self.tying.drag([self.web.knots[self.pressed].row], self)
                self.hand.let_go()
                self.pressed = ""
            return
        over = self.card_at(place) or self.line_at(place)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if card := self.card_at(event.position().toPoint()):
            self.opened.emit(card.knot.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.asked_menu.emit(self.viewport().mapToGlobal(self.rect_of(self.current).center()))
        elif self.card_at(event.pos()) is not None:
            self.asked_menu.emit(event.globalPos())

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and self.web is not None:
            card = self.card_at(event.pos())
            QToolTip.showText(event.globalPos(), spoken(self.web, card.knot) if card else "", self)
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]

    # -- tying by drag: `hand` knows -------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.hand.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.hand.move(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.hand.let_go()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hand.drop(event)

    # -- keys -----------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in STEPS:
            self._walk(*STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            ids = self._reading()
            self.go(ids[0 if key == Qt.Key.Key_Home else -1]) if ids else None
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._page(-1 if key == Qt.Key.Key_PageUp else 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif plain and key == Qt.Key.Key_Space and self.current:
            self.narrowed.emit()
        elif plain and key == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        if self.shines or self.line is not None:
            self.shines, self.line = False, None
            self.viewport().update()
        else:
            self.left.emit()

    def _walk(self, dx: int, dy: int) -> None:
        """Up and down in a column; left and right along the chain, else to what stands beside."""
        if self.layout_ is not None:
            self.go(walking.beside(self.layout_, self.current, dx, dy))

    def _page(self, way: int) -> None:
        if self.layout_ is not None:
            self.go(walking.page(self.layout_, self.current, way * self.viewport().height()))

    def part(self) -> None:
        """Untie the chosen line, with all the ties it draws."""
        if self.line is None or self.web is None:
            return
        line, self.line = self.line, None
        web, pairs = self.web, {(line.a, line.b), *((line.a, card) for card in line.through)}
        self.tying.part_all([web.ties[pair] for pair in sorted(pairs) if pair in web.ties])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        if self.current:
            self.moved.emit(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
