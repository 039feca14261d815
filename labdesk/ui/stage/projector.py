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
    QTransform,
)
from PySide6.QtWidgets import QWidget

from labdesk.domain.lens import HIGH
from labdesk.ui.stage.brush import Brush
from labdesk.ui.stage.overlay import timer_rect
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
        self._foot = 0
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
        painter.scale(self.height() / HIGH, self.height() / HIGH)
        self.brush.paint(painter, showing, timer=False)
        painter.end()
        return pixels

    def make_room(self, foot: int) -> None:
        """So many px at the foot are left to the bar: the picture is that much smaller, and whole."""
        if foot != self._foot:
            self._foot = foot
            self.update()

    def _placed(self) -> QTransform:
        """From units of the picture to px of this window."""
        factor = (self.height() - self._foot) / HIGH
        left = self.width() * self._foot / self.height() / 2
        return QTransform(factor, 0, 0, factor, left, 0)

    def _timer_area(self) -> QRect:
        wide = self.width() * HIGH / self.height()
        return self._placed().mapRect(timer_rect(wide)).toAlignedRect().adjusted(-3, -3, 3, 3)

    # -- Qt -------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        showing = self._showing = self._showing or self.stage.showing
        if self._foot:
            painter.fillRect(self.rect(), QColor(0, 0, 0))
        if self._frozen is not None and not showing.black:
            self._paint_frozen(painter, self._frozen)
            painter.setTransform(self._placed(), True)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if showing.timer:
                self.brush.over.timer(painter, showing)
        else:
            painter.setTransform(self._placed(), True)
            self.brush.paint(painter, showing)
        painter.end()
        self.painted += 1

    def _paint_frozen(self, painter: QPainter, picture: QPixmap) -> None:
        """Pixel for pixel on the screen it was taken on; on another one stretched, and whole."""
        size = picture.deviceIndependentSize()
        if size.toSize() == self.size() and not self._foot:
            painter.drawPixmap(0, 0, picture)
            return
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect().adjusted(0, 0, 0, -self._foot))
        fitted = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, fitted.width(), fitted.height())
        place.moveCenter(room.center())
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
        point = self._placed().inverted()[0].map(event.position())
        self.stage.point_at(point.x(), point.y())
        self.stirred.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def hide_cursor(self, hidden: bool) -> None:
        """No arrow over the picture while nobody moves it."""
        shape = Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(QCursor(shape))
