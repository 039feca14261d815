"""The drawn traces for a screen reader: a list of things, each with its chain. Loaded with the drawing."""

from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget

from labdesk.domain.trace_words import spoken
from labdesk.ui.interfaces import ask
from labdesk.ui.prototypes.traces.drawing import Drawing

Text, Role = QAccessible.Text, QAccessible.Role
_readers: dict[int, "Reader"] = {}


class Spot(QObject):
    """One card for the screen reader."""

    def __init__(self, reader: "Reader", knot: str) -> None:
        super().__init__(reader)
        self.reader, self.knot = reader, knot


class Reader(QObject):
    """The cards of one drawing, in reading order; what is current is told."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(drawing)
        self.drawing = drawing
        self._spots: dict[str, Spot] = {}
        drawing.moved.connect(lambda _knot: self.tell())
        drawing.relaid.connect(self._forget)

    def spots(self) -> list[Spot]:
        """Every card shown."""
        return [self._spot(card.knot.id) for card in self.drawing.cards()]

    def _spot(self, knot: str) -> Spot:
        if knot not in self._spots:
            self._spots[knot] = Spot(self, knot)
        return self._spots[knot]

    def _forget(self) -> None:
        layout = self.drawing.layout_
        for knot in [k for k in self._spots if layout is None or k not in layout.cards]:
            self._spots.pop(knot).deleteLater()

    def current(self) -> Spot | None:
        """The card one is on."""
        return self._spot(self.drawing.current) if self.drawing.current else None

    def name(self, knot: str) -> str:
        """« Irritant : …, relié à 2 pistes, 1 prototype, confirmé »."""
        web = self.drawing.web
        return spoken(web, web.knots[knot]) if web and knot in web.knots else ""

    def tell(self) -> None:
        """Another card is current: the screen reader says it."""
        spot = self.current()
        if QAccessible.isActive() and self.drawing.hasFocus() and spot is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(spot, QAccessible.Event.Focus))


def read_aloud(drawing: Drawing) -> Reader:
    """Make a drawing readable."""
    ask(_made)
    reader, name = Reader(drawing), id(drawing)
    _readers[name] = reader
    drawing.destroyed.connect(lambda: _readers.pop(name, None))
    return reader


def _made(thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Spot):
        return SpotAccess(thing)
    if isinstance(thing, Drawing) and (reader := _readers.get(id(thing))) is not None:
        return DrawingAccess(thing, reader)
    return None


class DrawingAccess(QAccessibleWidget):
    """The drawing: a list of cards."""

    def __init__(self, drawing: Drawing, reader: Reader) -> None:
        super().__init__(drawing, Role.List)
        self._reader = reader

    def childCount(self) -> int:
        return len(self._reader.spots())

    def child(self, index: int) -> Any:
        spots = self._reader.spots()
        return QAccessible.queryAccessibleInterface(spots[index]) if 0 <= index < len(spots) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        spot, spots = child.object(), self._reader.spots()
        return spots.index(spot) if isinstance(spot, Spot) and spot in spots else -1

    def focusChild(self) -> Any:
        spot = self._reader.current()
        return QAccessible.queryAccessibleInterface(spot) if spot is not None else None


class SpotAccess(QAccessibleObject):
    """A card: its name says its chain."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self._spot = spot

    def parent(self) -> Any:
        return QAccessible.queryAccessibleInterface(self._spot.reader.drawing)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Any:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return Role.ListItem

    def text(self, which: QAccessible.Text) -> str:
        return self._spot.reader.name(self._spot.knot) if which == Text.Name else ""

    def rect(self) -> QRect:
        drawing = self._spot.reader.drawing
        placed = drawing.rect_of(self._spot.knot)
        return QRect(drawing.viewport().mapToGlobal(placed.topLeft()), placed.size())

    def state(self) -> QAccessible.State:
        drawing, state = self._spot.reader.drawing, QAccessible.State()
        here = self._spot.knot == drawing.current
        state.focusable = state.selectable = 1
        state.focused = int(here and drawing.hasFocus())
        state.selected = int(here)
        return state
