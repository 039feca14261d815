"""Back to where the keyboard was, for what lies over a window a while: or near it, if that went meanwhile."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from labdesk.ui.place import Place


class WayBack:
    """Remembers, when it is made, what has the keyboard and all it stands in; `over`: the window."""

    def __init__(self, over: QWidget) -> None:
        self._came_from = list(_upwards(QApplication.focusWidget(), over))
        self.place = next((widget for widget in self._came_from if isinstance(widget, Place)), None)
        """The place it was in."""

    def go(self) -> None:
        """The keyboard goes back."""
        for widget in self._came_from:
            if isValid(widget) and widget.isVisible():
                inside = (widget, *widget.findChildren(QWidget)) if widget is not self.place else (widget,)
                found = next((one for one in inside if _takes_keyboard(one)), None)
                if found is not None:
                    found.setFocus(Qt.FocusReason.OtherFocusReason)
                    return


def _upwards(widget: QWidget | None, top: QWidget) -> Iterator[QWidget]:
    """A widget and all it stands in, below the window."""
    while widget is not None and widget is not top:
        yield widget
        widget = widget.parentWidget()


def _takes_keyboard(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
