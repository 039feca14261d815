"""One line of buttons that is never crushed: what has no room slides, with the wheel or under the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

AGAIN = (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.Show)
"""What may leave the line with another height: the text size changes behind another place, too."""


class SlidingRow(QScrollArea):
    """As high as its line, at the text size of now; as wide as the room."""

    def __init__(self, line: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kind = type(line).__name__
        self.setStyleSheet(f"SlidingRow, {kind} {{ background: transparent; border: 0; }}")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self.setViewport(QWidget())  # one PySide6 knows; it would build every class of widget to wrap Qt's
        self.setWidget(line)
        self.viewport().setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line is laid out again: its height may be another."""
        taken = super().eventFilter(watched, event)
        line = self.widget()
        if line is not None and watched is line and event.type() in AGAIN:
            self._soon.start()
        return taken

    def _fit(self) -> None:
        if (line := self.widget()) is not None:
            self.setFixedHeight(line.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """There is one way to slide."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()) // 2)
        event.accept()
