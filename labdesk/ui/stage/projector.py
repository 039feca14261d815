"""The window the room sees: the picture and nothing else. A frozen picture is pixels, not content."""

from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from labdesk.domain.lens import HIGH
from labdesk.ui.stage.brush import Brush, timer_rect
from labdesk.ui.stage.showing import Showing
from labdesk.ui.stage.stage import Stage
from labdesk.words import _

STILL = 2_500
"""ms after which a mouse that nobody moves is taken off the picture, with the bar."""


class Projector(QWidget):
    """Full-screen on a screen, or a window to share. Keys and the mouse go to the stage."""

    pressed = Signal(object)
    """QKeyEvent."""
    closed = Signal()
    stirred = Signal()
    """The mouse moved over it."""

    def __init__(self, stage: Stage, brush: Brush) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.stage, self.brush = stage, brush
        self.painted = 0
        self.alone = False
        self._showing: Showing | None = None
        self._frozen: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setWindowTitle(_("Projection · LabDesk"))
        self.setAccessibleName(_("Image projetée"))
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(lambda: self.hide_cursor(True))
        stage.repainted.connect(self.renew)
        brush.look.changed.connect(self.update)  # a frozen picture is painted as it was taken

    # -- what changed ---------------------------------------------------------------------------------------
    def renew(self) -> None:
        """Repaint what differs from what is seen: nothing, the timer alone, or everything."""
        self._freeze()
        showing = self.stage.showing
        before, self._showing = self._showing, showing
        if before is None or self._but_timer(before) != self._but_timer(showing):
            if self._frozen is None or (before is not None and before.black != showing.black):
                self.update()
        elif (before.timer, before.tone) == (showing.timer, showing.tone):
            return
        self.update(self._timer_area())

    def _but_timer(self, showing: Showing) -> tuple[object, ...]:
        return (
            id(showing.page),
            showing.title,
            showing.pages,
            showing.spotlight,
            showing.shown,
            showing.black,
            showing.pointer,
            bool(showing.timer),
        )

    def _freeze(self) -> None:
        if self.stage.cover.frozen and self._frozen is None:
            self._frozen = self._photographed(
                replace(self._showing or self.stage.showing, black=False, pointer=None)
            )
        elif not self.stage.cover.frozen and self._frozen is not None:
            self._frozen = None
            self._showing = None
            if self.height() > 0:
                self._fit()  # it may have gone to another screen meanwhile

    def _photographed(self, showing: Showing) -> QPixmap:
        """The picture without the timer, in the pixels of this screen."""
        density = self.devicePixelRatioF()
        pixels = QPixmap(round(self.width() * density), round(self.height() * density))
        pixels.setDevicePixelRatio(density)
        painter = QPainter(pixels)
        self._scale(painter)
        self.brush.paint(painter, showing, timer=False)
        painter.end()
        return pixels

    def _scale(self, painter: QPainter) -> None:
        factor = self.height() / HIGH
        painter.scale(factor, factor)

    def _timer_area(self) -> QRect:
        factor = self.height() / HIGH
        rect = timer_rect(self.width() / factor)
        scaled = QRectF(rect.x() * factor, rect.y() * factor, rect.width() * factor, rect.height() * factor)
        return scaled.toAlignedRect().adjusted(-3, -3, 3, 3)

    # -- Qt -------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        showing = self._showing = self._showing or self.stage.showing
        if self._frozen is not None and not showing.black:
            self._paint_frozen(painter, self._frozen)
            self._scale(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if showing.timer:
                self.brush.paint_timer(painter, showing)
        else:
            self._scale(painter)
            self.brush.paint(painter, showing)
        painter.end()
        self.painted += 1

    def _paint_frozen(self, painter: QPainter, picture: QPixmap) -> None:
        """Pixel for pixel on the screen it was taken on; on another one stretched, and whole."""
        size = picture.deviceIndependentSize()
        if size.toSize() == self.size():
            painter.drawPixmap(0, 0, picture)
            return
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fitted = size.scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, fitted.width(), fitted.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() > 0:
            self._showing = None
            if self._frozen is None:
                self._fit()

    def _fit(self) -> None:
        """The picture has the proportions of this screen."""
        self.stage.fit(HIGH * self.width() / self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hide_cursor(False)
        self._still.start()
        factor = self.height() / HIGH
        self.stage.point_at(event.position().x() / factor, event.position().y() / factor)
        self.stirred.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def hide_cursor(self, hidden: bool) -> None:
        """No arrow over the picture while nobody moves it."""
        shape = Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(QCursor(shape))
