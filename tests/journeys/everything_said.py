"""Every text of a window: seen, spoken, offered, or only held by a widget that is on screen."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from labdesk.ui.window import Window
from tests.journeys.hands import plain


def words_of(widget: QWidget) -> Iterator[str]:
    """What one widget shows, or tells who asks."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from cells(widget.model(), QModelIndex())
        case _:
            pass


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """Every cell of a table or a list."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in roles)
            yield from cells(model, index)


def spoken(interface: QAccessibleInterface | None, *, hidden: bool = False) -> Iterator[str]:
    """The whole tree that a screen reader walks; `hidden`: what it steps over, too."""
    if interface is None or not interface.isValid() or (interface.state().invisible and not hidden):
        return
    text = QAccessible.Text
    yield from (interface.text(kind) for kind in (text.Name, text.Description, text.Value, text.Help))
    for at in range(interface.childCount()):
        yield from spoken(interface.child(at), hidden=hidden)


def offered(actions: list[QAction]) -> Iterator[str]:
    """The words of the actions one can see."""
    yield from (f"{a.text()} {a.toolTip()}" for a in actions if a.isVisible())


def said(window: Window) -> list[str]:
    """All of it, with plain spaces."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    found = [window.windowTitle(), *offered(window.menus.actions()), *offered(window.place.actions())]
    found += [text for widget in shown for text in words_of(widget)]
    found += spoken(QAccessible.queryAccessibleInterface(window))
    bar = window.menuBar()
    found += [action.text() for action in bar.actions() if action.isVisible()]
    return [plain(text).replace("&", "") for text in found if text]
