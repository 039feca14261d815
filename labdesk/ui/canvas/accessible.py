"""Screen readers: a plain QGraphicsView shows them nothing, so Qt is given a factory for canvases.

Qt asks it the first time a screen reader looks; nothing is made before. Qt holds no reference to an interface
made in Python: each is kept here as long as its object lives.
"""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget

from labdesk.ui.canvas.pane import Pane
from labdesk.ui.canvas.spots import Reader, Spot
from labdesk.ui.canvas.view import CanvasView

_kept: dict[int, QAccessibleInterface] = {}
_readers: dict[int, Reader] = {}
_installed: list[bool] = []


def read_aloud(pane: Pane) -> Reader:
    """Make a pane readable."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)
    reader, name = Reader(pane), id(pane.view)
    _readers[name] = reader
    pane.view.destroyed.connect(lambda: _readers.pop(name, None))
    return reader


def _interface(_key: str, thing: QObject | None) -> Any:
    """The factory: an interface for what stands on a canvas, None for everything else."""
    if isinstance(thing, Spot):
        from labdesk.ui.canvas.interfaces import SpotAccess

        return _keep(thing, SpotAccess(thing))
    if isinstance(thing, CanvasView) and (reader := _readers.get(id(thing))) is not None:
        from labdesk.ui.canvas.interfaces import CanvasAccess

        return _keep(thing, CanvasAccess(thing, reader))
    if isinstance(thing, QWidget) and _is_surface(thing):
        from labdesk.ui.canvas.interfaces import SurfaceAccess

        return _keep(thing, SurfaceAccess(thing))
    if isinstance(thing, QStackedWidget):
        # « Layered pane », three times at each place, tells nobody anything.
        return _keep(thing, QAccessibleWidget(thing, QAccessible.Role.Client))
    return None


def _is_surface(widget: QWidget) -> bool:
    """What a canvas is painted on, and its editor stands on."""
    view = widget.parentWidget()
    return isinstance(view, CanvasView) and view.viewport() is widget


def _keep(thing: QObject, made: QAccessibleInterface) -> QAccessibleInterface:
    name = id(thing)
    _kept[name] = made
    thing.destroyed.connect(lambda: _kept.pop(name, None))
    return made
