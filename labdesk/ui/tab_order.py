"""Where Tab goes: from one stop to the next in reading order, as the layouts of the window give it.

Qt keeps a ring of its own; widgets moved to another parent, and containers that hand the keyboard on, break
it: some stops were never reached. Here the order is read from what is on screen each time Tab is pressed.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def go_on(top: QWidget, onward: bool) -> bool:
    """The keyboard goes to the next stop of a window (or the one before); False when there is none."""
    order, here = stops(top), QApplication.focusWidget()
    while here is not None and here.focusProxy() is not None:
        here = here.focusProxy()
    if not order:
        return False
    by = 1 if onward else -1
    rank = (order.index(here) + by) % len(order) if here in order else _beside(top, here, order, onward)
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    order[rank].setFocus(reason)
    _show(order[rank])
    return True


def _beside(top: QWidget, here: QWidget | None, order: list[QWidget], onward: bool) -> int:
    """From what is no stop (any more: a button that was pressed and is greyed): the stop that is nearest."""
    walk = list(_inside(top))
    if here not in walk:
        return 0 if onward else -1
    passed = {id(widget) for widget in walk[: walk.index(here)]}
    before = sum(id(stop) in passed for stop in order)
    return before % len(order) if onward else before - 1


def stops(top: QWidget) -> list[QWidget]:
    """What Tab reaches in a window, in reading order."""
    found = [widget for widget in _inside(top) if _takes_tab(widget)]
    return [widget for widget in found if not _left_to_another(widget, found)]


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.focusProxy() is None


def _left_to_another(widget: QWidget, found: Iterable[QWidget]) -> bool:
    """Of buttons that exclude each other only the one that is on is a stop; arrows go to the others."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable() or widget.isChecked():
        return False
    group = widget.group()
    if group is not None and group.exclusive():
        checked = group.checkedButton()
        return checked is not None and checked in found
    if not widget.autoExclusive():
        return False
    beside = [one for one in found if isinstance(one, QAbstractButton) and one.autoExclusive()]
    return any(one.isChecked() and one.parent() is widget.parent() for one in beside)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Everything shown in a widget, in reading order; the widget itself first."""
    for child in _children(widget):
        if child.isVisible() and not child.isWindow():
            yield child
            yield from _inside(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Its parts: those of its layout in the order of the layout, then what stands over them."""
    laid = _laid(widget)
    others = [one for one in widget.children() if isinstance(one, QWidget) and one not in laid]
    if isinstance(widget, QTabWidget):
        return [widget.tabBar(), *laid]
    if isinstance(widget, QAbstractItemView):
        return []  # an editor inside a list is left by Tab as the list says
    return [*laid, *sorted(others, key=lambda one: (one.y(), one.x()))]


def _laid(widget: QWidget) -> list[QWidget]:
    match widget:
        case QTabWidget() | QStackedWidget():
            page = widget.currentWidget()
            return [page] if page is not None else []
        case QSplitter():
            return [one for one in map(widget.widget, range(widget.count())) if one is not None]
    layout = widget.layout()
    return list(_of_layout(layout)) if layout is not None else []


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    ranks = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        ranks.sort(key=lambda rank: tuple(layout.getItemPosition(rank))[:2])  # type: ignore[arg-type]
    for rank in ranks:
        item = layout.itemAt(rank)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield widget


def _show(widget: QWidget) -> None:
    """What scrolls around a stop scrolls to it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 24, 24)
        above = above.parentWidget()
