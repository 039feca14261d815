"""The projection: the canvas fitted to the screen, read only, left with Échap."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsScene, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.projection import Projection
from labdesk.ui.style import Look


def test_the_whole_canvas_is_seen_and_escape_leaves(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    scene = QGraphicsScene(QRectF(0, 0, 4000, 1000))
    shown = Projection(scene, look, window)
    seen = shown.mapToScene(shown.viewport().rect()).boundingRect()
    assert seen.contains(scene.sceneRect().adjusted(4, 4, -4, -4))
    assert not shown.isInteractive()
    with qtbot.waitSignal(shown.destroyed):
        QTest.keyPress(shown, Qt.Key.Key_Escape)
