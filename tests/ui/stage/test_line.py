"""The line on the picture: what is typed there is a note, and no command."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.ui.stage.theatre import Theatre


def test_with_one_screen_a_note_is_typed_on_the_picture_and_letters_are_no_commands(
    theatre: Theatre, qtbot: QtBot
) -> None:
    stage, projector, line = theatre.stage, theatre.projector, theatre._line
    assert stage is not None
    assert projector is not None
    QTest.keyClick(projector, Qt.Key.Key_Return)
    assert line.isHidden()
    assert "entrez dans une case" in theatre._bar.caption.text()
    theatre.run("into")
    theatre.run("into")
    QTest.keyClick(projector, Qt.Key.Key_Return)
    assert line.isVisible()
    QTest.keyClicks(line, "bfx en direct")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not stage.cover.black
    assert not stage.cover.frozen
    qtbot.waitUntil(lambda: any(t.text == "bfx en direct" for t in stage.page.tiles), timeout=500)
    assert line.isVisible()
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.isHidden()
    assert theatre.live
    assert stage.halt.depth == 2
