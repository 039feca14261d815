"""A panel with more than a small screen or large letters can show: its column scrolls, its foot stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look


class ScrolledPanel(Panel):
    """Subclasses add to `column`, and what must always be seen to `foot`."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        outer, sheet, scroll = self.column, QWidget(self), QScrollArea(self)
        role(sheet, "page")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(0, 0, look.px(8), 0)
        self.column.setSpacing(look.px(8))
        scroll.setWidget(sheet)
        outer.addWidget(scroll, 1)
        self.foot = QVBoxLayout()
        outer.addLayout(self.foot)
