"""Buttons side by side of which one is down: the views of a canvas, of a card, of the traces."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from labdesk.ui.sheet import role, segment
from labdesk.ui.style import Look


class Segments(QFrame):
    """It shows nothing itself: who owns it does, and says which one is down."""

    chosen = Signal(str)
    """The name of the button that was pressed."""

    def __init__(self, names: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "segbox")
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(0)
        group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for name, words in names:
            button = QPushButton(words, self)
            segment(button)
            button.clicked.connect(lambda _checked, name=name: self.chosen.emit(name))
            group.addButton(button)
            self.buttons[name] = button
            line.addWidget(button)

    def widen(self, look: Look) -> None:
        """The one that is down is written in bold: each is wide enough for that before it is."""
        metrics = QFontMetrics(look.font(13, 600))
        for button in self.buttons.values():
            button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + 2 * look.px(13) + 2)
