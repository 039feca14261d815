"""A button as large as what it says: an icon, a title, a sentence, laid out in any way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from labdesk.ui.sheet import role


class Tile(QPushButton):
    """A push button with a layout inside; a click anywhere on it counts."""

    def __init__(self, parent: QWidget | None = None, kind: str = "tile") -> None:
        super().__init__(parent)
        role(self, kind)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def words(self, text: str, kind: str, *, wrap: bool = False) -> QLabel:
        """A label inside the tile that lets the mouse through."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wrap)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        role(label, kind)
        return label

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)
