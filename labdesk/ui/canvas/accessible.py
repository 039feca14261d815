"""Screen readers: a plain QGraphicsView shows them nothing, so a canvas makes its own interfaces.

They are made the first time a screen reader looks, and nothing is before.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget

from labdesk.ui.canvas.pane import Pane
from labdesk.ui.canvas.spots import Reader, Spot
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.interfaces import ask

_readers: dict[int, Reader] = {}


def read_aloud(pane: Pane) -> Reader:
    """Make a pane readable."""
    ask(_made)
    reader, name = Reader(pane), id(pane.view)
    _readers[name] = reader
    pane.view.destroyed.connect(lambda: _readers.pop(name, None))
    return reader


def _made(thing: QObject) -> QAccessibleInterface | None:
    """What stands on a canvas."""
    if isinstance(thing, Spot):
        from labdesk.ui.canvas.interfaces import SpotAccess

        return SpotAccess(thing)
    if isinstance(thing, CanvasView) and (reader := _readers.get(id(thing))) is not None:
        from labdesk.ui.canvas.interfaces import CanvasAccess

        return CanvasAccess(thing, reader)
    if isinstance(thing, QWidget) and _is_surface(thing):
        from labdesk.ui.canvas.interfaces import SurfaceAccess

        return SurfaceAccess(thing)
    if isinstance(thing, QStackedWidget):
        # « Layered pane », three times at each place, tells nobody anything.
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None


def _is_surface(widget: QWidget) -> bool:
    """What a canvas is painted on, and its editor stands on."""
    view = widget.parentWidget()
    return isinstance(view, CanvasView) and view.viewport() is widget
