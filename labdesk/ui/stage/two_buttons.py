"""Menus and small windows under a clicker: suite goes along what can be chosen, retour chooses."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QListWidget,
    QMenu,
    QTableWidget,
    QWidget,
)

ONWARD, CHOOSE = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


class TwoButtons(QObject):
    """Listens to one menu or one small window, with all that is inside it, as long as that stands."""

    def __init__(self, inside: QMenu | QDialog) -> None:
        super().__init__(inside)
        self._inside = inside
        for widget in (inside, *inside.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The two keys of a clicker never reach what has the keyboard; every other key does."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (ONWARD, CHOOSE):
            return False
        if isinstance(watched, QMenu):
            _in_menu(watched, chosen=event.key() == CHOOSE)
        else:
            _in_window(self._inside, chosen=event.key() == CHOOSE)
        return True


def _in_menu(menu: QMenu, *, chosen: bool) -> None:
    """Down, or into the submenu, or what is lit is done."""
    lit = menu.activeAction()
    if not chosen or lit is None:
        key = Qt.Key.Key_Down
    else:
        key = Qt.Key.Key_Right if lit.menu() is not None else Qt.Key.Key_Return
    QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def _in_window(inside: QWidget, *, chosen: bool) -> None:
    focus = inside.focusWidget()
    if isinstance(focus, QListWidget):
        _in_list(focus, chosen=chosen)
    elif chosen and isinstance(focus, QAbstractButton):
        focus.click()
    elif chosen:
        inside.close()
    elif isinstance(focus, QTableWidget) and focus.currentRow() + 1 < focus.rowCount():
        focus.setCurrentCell(focus.currentRow() + 1, 0)
    else:
        _go_on(inside)


def _in_list(listed: QListWidget, *, chosen: bool) -> None:
    item = listed.currentItem()
    if chosen and item is not None:
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
    elif listed.currentRow() + 1 < listed.count():
        listed.setCurrentRow(listed.currentRow() + 1)
    else:
        _go_on(listed)


def _go_on(widget: QWidget) -> None:
    """What Tab would reach."""
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget.focusWidget() or widget, press)
