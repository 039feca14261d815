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


def test_what_is_not_revealed_yet_is_read_by_nobody(theatre: Theatre, qtbot: QtBot) -> None:
    projector, stage = theatre.projector, theatre.stage
    assert projector is not None
    assert stage is not None
    stage.run("into")
    notes = [tile.text for tile in stage.page.tiles if tile.row in theatre.desk.project.note]
    qtbot.waitUntil(lambda: all(text in projector.accessibleDescription() for text in notes))
    stage.run("reveal_notes")
    first = next(tile.text for tile in stage.page.tiles if tile.row in theatre.desk.project.note)
    qtbot.waitUntil(lambda: notes[-1] not in projector.accessibleDescription().split("\n"))
    assert first in projector.accessibleDescription()
    stage.run("next")
    said = projector.accessibleDescription()
    qtbot.waitUntil(lambda: len(projector.accessibleDescription()) > len(said))
    stage.run("black")
    qtbot.waitUntil(lambda: projector.accessibleDescription() == "écran noir")


def test_a_frozen_picture_is_read_as_the_room_sees_it(theatre: Theatre, qtbot: QtBot) -> None:
    projector, stage = theatre.projector, theatre.stage
    assert projector is not None
    assert stage is not None
    stage.run("into")
    qtbot.waitUntil(lambda: bool(projector.accessibleDescription()))
    stage.run("freeze")
    row = next(tile.row for tile in stage.page.tiles if tile.row in theatre.desk.project.note)
    theatre.desk.do(write_note(theatre.desk.project, row, "Pas encore pour la salle"))
    qtbot.wait(200)
    assert "Pas encore" not in projector.accessibleDescription()
    stage.run("freeze")
    qtbot.waitUntil(lambda: "Pas encore pour la salle" in projector.accessibleDescription())
