"""What is said to who presents without seeing, and what the picture says when it is read."""

from pytestqt.qtbot import QtBot

from labdesk.domain.commands.notes import write_note
from labdesk.ui.stage.theatre import Theatre


def test_the_words_of_the_picture_can_be_read_and_follow_what_the_table_writes(
    theatre: Theatre, qtbot: QtBot
) -> None:
    projector, stage = theatre.projector, theatre.stage
    assert projector is not None
    assert stage is not None
    stage.run("into")
    qtbot.waitUntil(lambda: bool(projector.accessibleDescription()))
    shown = [tile.row for tile in stage.page.tiles if tile.row in theatre.desk.project.note]
    theatre.desk.do(write_note(theatre.desk.project, shown[0], "Écrit pendant la projection"))
    qtbot.waitUntil(lambda: "Écrit pendant la projection" in projector.accessibleDescription())
