"""A list, and what one of its lines says: side by side, or one above the other where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from labdesk.ui.dossier.upright import upright

Sizes = tuple[int, int]
"""px of the list and of the sheet."""


class Pair(QSplitter):
    """The sheet scrolls (`around` it), the list does by itself; a person moves the line between them."""

    def __init__(self, listed: QWidget, sheet: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.around = upright(sheet)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(listed)
        self.addWidget(self.around)
        self.setStretchFactor(1, 1)

    def stand(self, *, beside: bool, across: Sizes, down: Sizes) -> None:
        """Side by side, or the list above; sizes are given again only when that turns."""
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self.setSizes(across if beside else down)
