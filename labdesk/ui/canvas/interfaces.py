"""The interfaces Qt hands to screen readers for a canvas and its things. Loaded when one looks."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget

from labdesk.ui.canvas.spots import Reader, Spot
from labdesk.ui.canvas.view import CanvasView

Text, Role = QAccessible.Text, QAccessible.Role


class CanvasAccess(QAccessibleWidget):
    """The canvas: its children are lanes or boxes."""

    def __init__(self, view: CanvasView, reader: Reader) -> None:
        super().__init__(view, Role.List)
        self._reader = reader

    def childCount(self) -> int:
        return len(self._reader.parts())

    def child(self, index: int) -> Any:
        parts = self._reader.parts()
        return QAccessible.queryAccessibleInterface(parts[index]) if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        spot = child.object()
        parts = self._reader.parts()
        return parts.index(spot) if isinstance(spot, Spot) and spot in parts else -1

    def focusChild(self) -> Any:
        spot = self._reader.current()
        return QAccessible.queryAccessibleInterface(spot) if spot is not None else None


class SpotAccess(QAccessibleObject):
    """A lane, a cell, a note: name, place, question."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self._spot = spot

    def parent(self) -> Any:
        above = self._spot.reader.parent_of(self._spot)
        return QAccessible.queryAccessibleInterface(above or self._spot.reader.pane.view)

    def childCount(self) -> int:
        return len(self._spot.reader.inside(self._spot))

    def child(self, index: int) -> Any:
        inside = self._spot.reader.inside(self._spot)
        return QAccessible.queryAccessibleInterface(inside[index]) if 0 <= index < len(inside) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        spot, inside = child.object(), self._spot.reader.inside(self._spot)
        return inside.index(spot) if isinstance(spot, Spot) and spot in inside else -1

    def role(self) -> QAccessible.Role:
        return ROLES.get(self._spot.key[0], Role.ListItem)

    def text(self, which: QAccessible.Text) -> str:
        if which == Text.Name:
            return self._spot.reader.name(self._spot)
        if which == Text.Description:
            return self._spot.reader.question(self._spot)
        return ""

    def rect(self) -> QRect:
        return self._spot.reader.rect(self._spot)

    def state(self) -> QAccessible.State:
        return self._spot.reader.state(self._spot, QAccessible.State())


ROLES = {
    "part": Role.List,
    "phase": Role.ColumnHeader,
    "add": Role.Button,
    "step": Role.ColumnHeader,
    "lane": Role.RowHeader,
    "cell": Role.List,
    "option": Role.CheckBox,
    "link": Role.Link,
    "photo": Role.Graphic,
}
