"""The interfaces Qt hands to screen readers for a canvas and its things. Loaded when one looks."""

from typing import Any

import shiboken6
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from labdesk.ui.canvas.spots import Reader, Spot
from labdesk.ui.canvas.view import CanvasView

Text, Role = QAccessible.Text, QAccessible.Role
NOTHING = shiboken6.VoidPtr(0)


class CanvasAccess(QAccessibleWidget):
    """The canvas: its children are lanes or boxes, then the editor while one types."""

    def __init__(self, view: CanvasView, reader: Reader) -> None:
        super().__init__(view, Role.List)
        self._reader = reader

    def childCount(self) -> int:
        return len(self._reader.parts()) + (self._reader.typed_in() is not None)

    def child(self, index: int) -> Any:
        parts = self._reader.parts()
        if 0 <= index < len(parts):
            return QAccessible.queryAccessibleInterface(parts[index])
        surface = self._reader.typed_in()
        return QAccessible.queryAccessibleInterface(surface) if surface and index == len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        thing = child.object()
        if isinstance(thing, Spot):
            return self._reader.rank(thing)
        return len(self._reader.parts()) if thing is self._reader.pane.view.viewport() else -1

    def focusChild(self) -> Any:
        spot = self._reader.current()
        return QAccessible.queryAccessibleInterface(spot) if spot is not None else None

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = 1
        if self._reader.current() is not None:
            state.focused = 0  # what stands in it has the focus
        return state


class SurfaceAccess(QAccessibleWidget):
    """What the editor and the hints stand on: Qt would say that it has the focus whenever the canvas does."""

    def __init__(self, surface: QWidget) -> None:
        super().__init__(surface, Role.Client)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.focusable = state.focused = 0
        return state


class SpotAccess(QAccessibleObject):
    """A lane, a cell, a note: name, place, question, what one can do with it."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self._spot = spot
        self._actions: SpotActions | None = None

    def parent(self) -> Any:
        above = self._spot.reader.parent_of(self._spot)
        return QAccessible.queryAccessibleInterface(above or self._spot.reader.pane.view)

    def childCount(self) -> int:
        return len(self._spot.reader.inside(self._spot))

    def child(self, index: int) -> Any:
        inside = self._spot.reader.inside(self._spot)
        return QAccessible.queryAccessibleInterface(inside[index]) if 0 <= index < len(inside) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        spot = child.object()
        return self._spot.reader.rank(spot) if isinstance(spot, Spot) else -1

    def role(self) -> QAccessible.Role:
        return ROLES.get(self._spot.key[0], Role.ListItem)

    def text(self, which: QAccessible.Text) -> str:
        if which == Text.Name:
            return self._spot.reader.name(self._spot)
        if which == Text.Description and self._spot.key[0] not in ("note", "photo"):
            return self._spot.reader.question(self._spot)  # at each note it would be heard again and again
        return ""

    def rect(self) -> QRect:
        return self._spot.reader.rect(self._spot)

    def state(self) -> QAccessible.State:
        return self._spot.reader.state(self._spot, QAccessible.State())

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What knows the actions; it stays ours. None or a number is taken for an address: a crash."""
        if kind != QAccessible.InterfaceType.ActionInterface:
            return NOTHING
        if self._actions is None:
            self._actions = SpotActions(self._spot)
        return self._actions


class SpotActions(QAccessibleActionInterface):
    """Press it, open its menu, bring the keyboard to it. Done after the reader had its answer."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self._spot = spot

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.showMenuAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        spot, reader = self._spot, self._spot.reader
        if name == self.setFocusAction():
            reader.go(spot)
        elif name == self.pressAction():
            QTimer.singleShot(0, reader, lambda: reader.press(spot))
        elif name == self.showMenuAction():
            QTimer.singleShot(0, reader, lambda: reader.open_menu(spot))

    def keyBindingsForAction(self, name: str) -> list[str]:
        keys = {self.pressAction(): "Enter", self.showMenuAction(): "Shift+F10"}
        return [keys[name]] if name in keys else []


ROLES = {
    "part": Role.List,
    "phase": Role.ColumnHeader,
    "add": Role.Button,
    "step": Role.ColumnHeader,
    "lane": Role.RowHeader,
    "option": Role.CheckBox,
    "link": Role.Link,
    "photo": Role.Graphic,
}
