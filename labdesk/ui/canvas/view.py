"""The view of a canvas: scrolling, zooming, frozen heads, the dotted table. Others handle hands and keys."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from labdesk.domain.layout import Box
from labdesk.ui.canvas.clip import ROWS
from labdesk.ui.canvas.ink import Ink, to_qt
from labdesk.ui.canvas.scene import CanvasScene
from labdesk.ui.opening import dropped_project
from labdesk.ui.spring import TIE
from labdesk.ui.style import Look

if TYPE_CHECKING:
    from labdesk.ui.canvas.gliding import Glide

LEAST, MOST, STEP = 0.15, 3.0, 1.15
"""The zooms one can choose, and what one notch of the wheel does."""
DOTS = 24
"""Between two dots of the table, in scene units."""


class CanvasView(QGraphicsView):
    """It hands keys, mouse and drops to those who registered, and tells when it moved."""

    zoomed = Signal(float)
    scrolled = Signal()
    resized = Signal()
    focused = Signal(bool)
    emptied = Signal()
    """The hand has left the canvas."""

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._canvas_scene = scene
        scene.in_sight = self.seen
        self._pattern: tuple[Ink, QBrush] | None = None
        self.on_key: Callable[[QKeyEvent], bool] | None = None
        self.claims: Callable[[QKeyEvent], bool] = lambda _event: False
        self.covered: Callable[[], QRectF] = QRectF
        """What a bar hides of the viewport."""
        self.on_tab: Callable[[int], bool] | None = None
        self.on_words: Callable[[QInputMethodEvent], bool] | None = None
        self.on_mouse: Callable[[QMouseEvent], bool] | None = None
        self.on_menu: Callable[[QContextMenuEvent], None] | None = None
        self.on_drop: Callable[[QDropEvent], bool] | None = None
        self.on_tie: Callable[[QDropEvent | None], bool] = lambda _event: False
        """A drag that ties moves over the view, is let go here, or (None) leaves; True: it may be let go."""
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setViewport(QWidget())  # one PySide6 knows; it would build every class of widget to wrap Qt's
        self.viewport().setMouseTracking(True)

    @property
    def _look(self) -> Look:
        return self._canvas_scene.ink.look

    @cached_property
    def glide(self) -> "Glide":
        """How the wheel moves the view; made with its first notch."""
        from labdesk.ui.canvas.gliding import Glide

        return Glide(self, self._zoom_to)

    def _stop_gliding(self) -> None:
        if "glide" in self.__dict__:
            self.glide.stop()

    # -- where one looks ------------------------------------------------------------------------------------
    @property
    def zoom(self) -> float:
        """How big a scene unit is on screen."""
        return self.transform().m11()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom, keeping what is under `at` (in the view; by default its middle) where it is."""
        self._stop_gliding()
        spot = at or QPointF(self.viewport().rect().center())
        self._zoom_to(zoom, spot, self.mapToScene(spot.toPoint()))

    def _zoom_to(self, zoom: float, spot: QPointF, before: QPointF) -> None:
        zoom = min(max(zoom, LEAST), MOST)
        if abs(zoom - self.zoom) < 1e-6:
            return
        self.resetTransform()
        self.scale(zoom, zoom)
        after = self.mapFromScene(before)
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(bars[0].value() + round(after.x() - spot.x()))
        bars[1].setValue(bars[1].value() + round(after.y() - spot.y()))
        self.freeze_heads()
        self.zoomed.emit(zoom)
        self.scrolled.emit()

    def show_all(self) -> None:
        """The whole canvas in the window."""
        room, whole = self.viewport().size(), self.sceneRect()
        if whole.width() > 0 and whole.height() > 0:
            below = self._canvas_scene.below  # it stays as high on screen whatever the zoom
            high = max(room.height() - below * self.zoom, 1) / max(whole.height() - below, 1)
            self.set_zoom(min(room.width() / whole.width(), high, 1.0))

    def show_box(self, box: Box) -> None:
        """Scroll just enough to see a thing beside the frozen heads."""
        wide, high = self._canvas_scene.heads_size()
        left, top = (0 if box.kind == "lane" else wide), (0 if box.kind in ("phase", "step", "add") else high)
        self.show_rect(to_qt(box.rect).adjusted(-10 - left, -10 - top, 10, 14))

    def show_rect(self, rect: QRectF) -> None:
        """Scroll just enough to see a part of the scene; of one too big, its upper left."""
        self._stop_gliding()
        seen = self.seen()
        x, y = seen.left(), seen.top()
        if rect.right() > seen.right():
            x += rect.right() - seen.right()
        x = min(x, rect.left())
        if rect.bottom() > seen.bottom():
            y += rect.bottom() - seen.bottom()
        y = min(y, rect.top())
        zoom = self.zoom
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(bars[0].value() + round((x - seen.left()) * zoom))
        bars[1].setValue(bars[1].value() + round((y - seen.top()) * zoom))
        covered, placed = self.covered(), self.on_screen(rect)
        higher = placed.bottom() - covered.top()
        if placed.intersects(covered) and placed.top() >= higher:
            bars[1].setValue(bars[1].value() + round(higher))

    def seen(self) -> QRectF:
        """The part of the scene on screen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def on_screen(self, rect: QRectF) -> QRectF:
        """A rectangle of the scene in the coordinates of the viewport."""
        return QRectF(self.mapFromScene(rect).boundingRect())

    def freeze_heads(self) -> None:
        """The heads of the grid follow."""
        corner = self.mapToScene(0, 0)
        self._canvas_scene.freeze_heads(corner.x(), corner.y())
        self._canvas_scene.catch_up()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.scene() is None:  # the window closes: the scene goes before its view
            return
        self.freeze_heads()
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.freeze_heads()
        self.resized.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRectF) -> None:  # type: ignore[override]
        ink = self._canvas_scene.ink
        for strip in _around(QRectF(rect), self._canvas_scene.sheet):
            painter.fillRect(strip, ink.colour("canvas"))
            if self.zoom >= 0.5:
                painter.fillRect(strip, self._dots(ink))

    def _dots(self, ink: Ink) -> QBrush:
        """The dots of the table as a pattern."""
        if self._pattern is None or self._pattern[0] is not ink:
            tile = QPixmap(DOTS, DOTS)
            tile.fill(Qt.GlobalColor.transparent)
            colour = QColor(ink.colour("line2"))
            colour.setAlpha(150 if ink.look.theme == "light" else 80)
            painter = QPainter(tile)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoint(QPointF(2, 2))
            painter.end()
            self._pattern = ink, QBrush(tile)
        return self._pattern[1]

    # -- hands and keys -------------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        """Some keys are the canvas's own, whatever the menus say: Ctrl+- of a French keyboard is Ctrl+6."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.claims(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes from zone to zone before it leaves; the editor and the bars have their own."""
        if self.hasFocus() and self.on_tab is not None and self.on_tab(1 if onward else -1):
            return True
        return super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.on_key is None or not self.on_key(event):
            event.ignore()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Accents made of two keys are always heard: Qt stops hearing them when something else changes."""
        return True if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.on_words is None or not self.on_words(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)  # accents typed on a cell
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.emptied.emit()

    def _mouse(self, event: QMouseEvent) -> None:
        if self.on_mouse is not None and self.on_mouse(event):
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.on_menu is not None:
            self.on_menu(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.glide.zoom_by(STEP ** (turned / 120), event.position(), LEAST, MOST, self._look)
            event.accept()
        elif self.glide.scroll(event, self._look):
            event.accept()
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if dropped_project(data) is not None:
            event.ignore()  # the window opens it
        elif data.hasFormat(TIE):
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
        elif data.hasUrls() or data.hasImage() or data.hasText() or data.hasFormat(ROWS):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(TIE):
            event.setDropAction(Qt.DropAction.LinkAction)
            event.setAccepted(self.on_tie(event))
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        event.accept()
        self.on_tie(None)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(TIE):
            event.setDropAction(Qt.DropAction.LinkAction)
            event.setAccepted(self.on_tie(event))
        elif self.on_drop is not None and self.on_drop(event):
            event.acceptProposedAction()


def _around(rect: QRectF, hole: QRectF) -> Iterator[QRectF]:
    """What of a rectangle lies outside another: nothing is painted that a sheet covers anyway."""
    inner = rect.intersected(hole)
    if inner.isEmpty():
        yield rect
        return
    strips = (
        QRectF(rect.topLeft(), QPointF(rect.right(), inner.top())),
        QRectF(QPointF(rect.left(), inner.bottom()), rect.bottomRight()),
        QRectF(QPointF(rect.left(), inner.top()), inner.bottomLeft()),
        QRectF(inner.topRight(), QPointF(rect.right(), inner.bottom())),
    )
    yield from (strip for strip in strips if not strip.isEmpty())
