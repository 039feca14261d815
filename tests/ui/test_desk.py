"""The desk: gestures are told, refusals are calm, saving is heard in the window's thread."""

from pathlib import Path
from threading import current_thread, main_thread

from pytestqt.qtbot import QtBot

from labdesk.domain.commands import grid, links, notes
from labdesk.domain.commands.canvases import create_canvas, delete_canvas
from labdesk.domain.commands.dossier import write_section
from labdesk.domain.gesture import Edit, Gesture
from labdesk.store.session import Session
from labdesk.ui.desk import Desk, Selection, Target
from tests.memory import kind


def test_a_gesture_is_told_with_the_rows_it_touched(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        desk.do(write_section(desk.project, "summary", "Une carte en une semaine."))
    assert told.args == [frozenset({("section", "summary")})]
    assert desk.project.text("summary") == "Une carte en une semaine."


def test_an_empty_gesture_is_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = desk.project
    with qtbot.assertNotEmitted(desk.changed):
        desk.do(Gesture("Rien", ()))
    assert desk.project is before
    assert desk.undo_label is None


def test_a_gesture_that_is_refused_is_said_and_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = desk.project
    with qtbot.waitSignal(desk.refused) as said, qtbot.assertNotEmitted(desk.changed):
        desk.do(Gesture("Écrire", (Edit("note", "n", "text", "x" * 3_000),)))
    assert said.args is not None
    assert "2" in said.args[0]
    assert desk.project == before


def test_saving_is_heard_in_the_thread_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    threads = []
    desk.saved.connect(lambda state: threads.append((current_thread(), state.trouble)))
    desk.do(write_section(desk.project, "summary", "Texte"))
    qtbot.waitUntil(lambda: bool(threads))
    assert {thread for thread, _trouble in threads} == {main_thread()}


def test_undo_says_what_it_took_back_and_goes_there(desk: Desk, qtbot: QtBot) -> None:
    desk.do(write_section(desk.project, "summary", "Texte"))
    assert desk.undo_label
    with qtbot.waitSignals([desk.changed, desk.announced, desk.wanted]):
        desk.undo()
    assert desk.project.text("summary") == ""
    with qtbot.waitSignal(desk.wanted) as wanted:
        desk.redo()
    assert wanted.args == [Target("dossier", table="section", row="summary", section="summary")]
    assert desk.project.text("summary") == "Texte"


def test_undoing_a_deleted_canvas_goes_back_to_it(desk: Desk, qtbot: QtBot) -> None:
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["journey"], title="Vécu")
    desk.do(gesture)
    desk.do(delete_canvas(desk.project, canvas))
    with qtbot.waitSignal(desk.wanted) as wanted:
        desk.undo()
    assert wanted.args is not None
    assert (wanted.args[0].place, wanted.args[0].canvas) == ("journeys", canvas)


def test_nothing_to_undo_is_said(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.idle) as said:
        desk.undo()
    assert said.args == ["Il n’y a rien à annuler."]


def test_what_was_typed_is_on_disk_when_the_desk_is_cleared(desk: Desk, project: Path) -> None:
    desk.do(write_section(desk.project, "summary", "Gardé"))
    desk.put(None)
    assert not desk.project.section
    again = Session.open(project)
    assert again.project.text("summary") == "Gardé"
    again.close()


def test_a_picture_that_is_none_is_refused_in_the_window(desk: Desk, qtbot: QtBot) -> None:
    placed: list[object] = []
    with qtbot.waitSignal(desk.refused):
        desk.add_picture(b"pas une image", "photo.jpg", placed.append)
    assert placed == []


def test_a_picture_nobody_holds_is_just_not_there(desk: Desk) -> None:
    assert desk.picture("0" * 64) is None


def test_undoing_a_tie_stays_on_the_canvas_one_is_on(desk: Desk, qtbot: QtBot) -> None:
    journey, gesture = create_canvas(desk.project, kind("journey"))
    desk.do(gesture)
    _phase, step, gesture = grid.add_phase(desk.project, journey, "Demander")
    desk.do(gesture)
    idea, gesture = notes.add_note(desk.project, journey, "opportunities", "Même jour", step=step)
    desk.do(gesture)
    card, gesture = create_canvas(desk.project, kind("prototype"), title="File unique")
    desk.do(gesture)
    desk.select(Selection(journey, "opportunities", step, "note", idea))
    desk.do(links.tie(desk.project, idea, card))
    with qtbot.waitSignal(desk.wanted) as wanted:
        desk.undo()
    assert (wanted.args[0].canvas, wanted.args[0].row) == (journey, idea)
    desk.stays = lambda touched, _target: all(table == "link" for table, _row in touched)
    with qtbot.assertNotEmitted(desk.wanted):
        desk.redo()


def test_undo_of_a_gesture_in_several_places_does_not_name_one_alone(desk: Desk) -> None:
    canvas, gesture = create_canvas(desk.project, kind("problem"), title="Trop d’attente")
    desk.do(gesture)
    rows = []
    for zone in ("facts", "facts", "users"):
        row, added = notes.add_note(desk.project, canvas, zone, "une note")
        desk.do(added)
        rows.append(row)
    heard: list[str] = []
    desk.announced.connect(heard.append)
    desk.do(notes.delete_notes(desk.project, rows[:2]))
    desk.undo()
    assert heard[-1].endswith("(Constats et faits)")
    desk.do(notes.delete_notes(desk.project, rows))
    desk.undo()
    assert heard[-1].endswith("et ailleurs)")
