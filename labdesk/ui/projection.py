"""The canvas on the whole screen, read only: Échap leaves. It shows the scene of the place as it stands."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from labdesk.ui.style import Look
from labdesk.words import _

LEAVE = (Qt.Key.Key_Escape, Qt.Key.Key_F5)


class Projection(QGraphicsView):
    """A second view of a scene, fitted to the screen; on the other screen when there is one."""

    def __init__(self, scene: QGraphicsScene, look: Look, window: QWidget) -> None:
        super().__init__(scene, window)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setInteractive(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setBackgroundBrush(look.colour("canvas"))
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWindowTitle(_("Projection"))
        self.setAccessibleName(_("Projection du canevas ; Échap pour quitter"))
        screens = QGuiApplication.screens()
        other = next((screen for screen in screens if screen is not window.screen()), window.screen())
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.sceneRect()
        self.fitInView(room, Qt.AspectRatioMode.KeepAspectRatio)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVE:
            self.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.setCursor(Qt.CursorShape.BlankCursor)
