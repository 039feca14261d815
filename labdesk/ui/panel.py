"""A small window of its own beside the work: it never blocks, Échap closes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from labdesk.ui import tab_order
from labdesk.ui.sheet import role
from labdesk.ui.style import Look


class Panel(QDialog):
    """A titled column; subclasses add to `column`."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        pad = look.px(24)
        self.column.setContentsMargins(pad, look.px(20), pad, pad)
        self.column.setSpacing(look.px(8))
        self.line(title, "h2")

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes in reading order, as in the window."""
        return tab_order.go_on(self, onward)

    def take(self, width: int, height: int) -> None:
        """A size of the design; at a large text size no more than the screen has, its frame included."""
        room = self.screen().availableSize()
        frame = self.look.px(16), self.look.px(40)
        self.resize(
            min(self.look.px(width), room.width() - frame[0]),
            min(self.look.px(height), room.height() - frame[1]),
        )

    def line(self, text: str, kind: str, *, wrap: bool = False) -> QLabel:
        """A line of text in a role of the style sheet."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wrap)
        role(label, kind)
        self.column.addWidget(label)
        return label
