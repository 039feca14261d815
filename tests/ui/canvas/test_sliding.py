"""The line above a journey at 200 %: nothing is cut, the rest is reached."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.canvas.sliding import SlidingRow
from labdesk.ui.style import Look


def above_something(line: QWidget, around: QWidget) -> SlidingRow:
    """The sliding row at the top of a column, as above a journey."""
    sliding = SlidingRow(line, Look(), around)
    column = QVBoxLayout(around)
    column.addWidget(sliding)
    column.addStretch(1)
    return sliding


def test_what_has_no_room_keeps_its_size_and_slides(around: QWidget, qtbot: QtBot) -> None:
    line = QWidget()
    row = QHBoxLayout(line)
    buttons = [QPushButton(f"Persona numéro {n}", line) for n in range(12)]
    for button in buttons:
        row.addWidget(button)
    sliding = above_something(line, around)
    around.resize(300, 200)
    around.show()
    assert sliding.height() == line.sizeHint().height()
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    sliding.ensureWidgetVisible(buttons[-1])
    assert sliding.viewport().rect().contains(buttons[-1].mapTo(sliding.viewport(), QPoint(1, 1)))


def test_the_line_grows_with_its_buttons(around: QWidget, qtbot: QtBot) -> None:
    line = QWidget()
    button = QPushButton("Inès", line)
    QHBoxLayout(line).addWidget(button)
    sliding = above_something(line, around)
    around.show()
    button.setMinimumHeight(90)
    qtbot.waitUntil(lambda: sliding.height() >= 90)


def test_an_arrow_stands_where_there_is_more_and_slides_there(around: QWidget, qtbot: QtBot) -> None:
    line = QWidget()
    row = QHBoxLayout(line)
    for n in range(12):
        row.addWidget(QPushButton(f"Persona numéro {n}", line))
    sliding = SlidingRow(line, Look(), around)
    sliding.resize(300, 40)
    around.show()

    def arrows() -> list[str]:
        return [end.accessibleName() for end in sliding.findChildren(QToolButton) if end.isVisible()]

    qtbot.waitUntil(lambda: arrows() == ["Voir la suite"])
    onward = next(end for end in sliding.findChildren(QToolButton) if end.isVisible())
    onward.click()
    assert sorted(arrows()) == ["Voir ce qui précède", "Voir la suite"]
    while onward.isVisible():
        onward.click()
    assert arrows() == ["Voir ce qui précède"]
    sliding.resize(4000, 40)
    qtbot.waitUntil(lambda: arrows() == [])
