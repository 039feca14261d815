"""A line over the picture in which a note is typed when there is one screen for all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from labdesk.domain.lens import HIGH, LEAST
from labdesk.domain.lens_page import BAND, MARGIN
from labdesk.ui.style import FAMILY
from labdesk.words import _


class ProjectedLine(QLineEdit):
    """Entrée writes and waits for the next note; Entrée on nothing, or Échap, closes it."""

    written = Signal(str)
    closed = Signal()

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAccessibleName(_("Écrire une note dans la case projetée"))
        self.setPlaceholderText(_("Entrée ajoute, Échap ferme"))
        self.returnPressed.connect(self._write)
        self.hide()

    def open(self) -> None:
        """Above the band, as large as what is read there."""
        around = self.parentWidget()
        factor = around.height() / HIGH if around is not None else 1.0
        size, pad = round(LEAST * factor), round(10 * factor)
        self.setStyleSheet(f"font: {size}px '{FAMILY}'; padding: {pad}px;")
        if around is not None:
            high = round((LEAST * 1.3 + 34) * factor)
            side, foot = round(MARGIN * factor), round(BAND * factor)
            self.setGeometry(side, around.height() - foot - high - 6, around.width() - 2 * side, high)
        self.clear()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write(self) -> None:
        if self.text().strip():
            self.written.emit(self.text())
            self.clear()
        else:
            self.shut()

    def shut(self) -> None:
        """No line any more."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the line's: a letter typed here is no command."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)
        event.accept()
