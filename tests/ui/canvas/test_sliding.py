"""The line above a journey at 200 %: nothing is cut, the rest is reached."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.canvas.sliding import SlidingRow


def test_what_has_no_room_keeps_its_size_and_slides(around: QWidget, qtbot: QtBot) -> None:
    line = QWidget()
    row = QHBoxLayout(line)
    buttons = [QPushButton(f"Persona numéro {n}", line) for n in range(12)]
    for button in buttons:
        row.addWidget(button)
    sliding = SlidingRow(line, around)
    sliding.resize(300, 40)
    around.show()
    qtbot.waitUntil(lambda: sliding.height() == line.sizeHint().height())
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    sliding.ensureWidgetVisible(buttons[-1])
    assert sliding.viewport().rect().contains(buttons[-1].mapTo(sliding.viewport(), QPoint(1, 1)))


def test_the_line_grows_with_its_buttons(around: QWidget, qtbot: QtBot) -> None:
    line = QWidget()
    button = QPushButton("Inès", line)
    QHBoxLayout(line).addWidget(button)
    sliding = SlidingRow(line, around)
    around.show()
    button.setMinimumHeight(90)
    qtbot.waitUntil(lambda: sliding.height() >= 90)
