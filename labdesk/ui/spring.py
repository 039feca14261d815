"""Doors that open by themselves when a line is held over them: one ties a note to a card of another place."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

TIE = "application/x-labdesk-tie"
"""What is dragged to be tied: the ids of rows, as JSON."""
WAIT = 600
"""ms: long enough not to open what one only passes over."""


class Spring(QObject):
    """It watches what holds buttons; a checkable button under the hand is pressed after a moment."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.around = around
        self._button: QAbstractButton | None = None
        self._clock = QTimer(self, singleShot=True, interval=WAIT)
        self._clock.timeout.connect(self._open)
        around.setAcceptDrops(True)
        around.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A drag that ties waits over a button; nothing is let go here."""
        if event.type() == QEvent.Type.DragLeave:
            self._hold(None)
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(TIE):
            return False
        event.setDropAction(Qt.DropAction.LinkAction)
        entered = event.type() == QEvent.Type.DragEnter
        event.setAccepted(entered)
        child = self.around.childAt(event.position().toPoint())
        good = isinstance(child, QAbstractButton) and child.isCheckable() and child.isEnabled()
        self._hold(child if good and isinstance(child, QAbstractButton) else None)
        return True

    def _hold(self, button: QAbstractButton | None) -> None:
        if button is not self._button:
            self._button = button
            self._clock.stop()
            if button is not None and not button.isChecked():
                self._clock.start()

    def _open(self) -> None:
        if self._button is not None:
            self._button.click()
