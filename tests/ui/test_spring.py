"""A door opens by itself when a line is held over it, and only then."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.spring import TIE, Spring

LINK, NONE, LEFT = Qt.DropAction.LinkAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def doors(qtbot: QtBot) -> tuple[QWidget, list[QPushButton]]:
    around = QWidget()
    qtbot.addWidget(around)
    row = QHBoxLayout(around)
    buttons = [QPushButton(name) for name in ("Un", "Deux")]
    for button in buttons:
        button.setCheckable(True)
        row.addWidget(button)
    Spring(around)
    around.resize(300, 80)
    around.show()
    return around, buttons


def hold(around: QWidget, at: QPoint, format_: str = TIE) -> bool:
    data = QMimeData()
    data.setData(format_, b'["a"]')
    enter = QDragEnterEvent(at, LINK, data, LEFT, NONE)
    QApplication.sendEvent(around, enter)
    QApplication.sendEvent(around, QDragMoveEvent(at, LINK, data, LEFT, NONE))
    return enter.isAccepted()


def test_a_line_held_over_a_door_opens_it(qtbot: QtBot) -> None:
    around, (one, two) = doors(qtbot)
    assert hold(around, two.geometry().center())
    qtbot.waitUntil(two.isChecked, timeout=3000)
    assert not one.isChecked()


def test_who_only_passes_opens_nothing(qtbot: QtBot) -> None:
    around, (one, two) = doors(qtbot)
    hold(around, two.geometry().center())
    QApplication.sendEvent(around, QDragLeaveEvent())
    qtbot.wait(800)
    assert not one.isChecked()
    assert not two.isChecked()


def test_another_drag_opens_nothing(qtbot: QtBot) -> None:
    around, (_one, two) = doors(qtbot)
    hold(around, two.geometry().center(), "text/plain")
    qtbot.wait(800)
    assert not two.isChecked()
