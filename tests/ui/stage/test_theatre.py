"""Windows on screens: two displays, one display, a cable that comes off, and a window to share."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from labdesk.domain.commands.canvases import create_canvas, duplicate_canvas
from labdesk.domain.commands.notes import add_note, write_note
from labdesk.domain.lens import Lens
from labdesk.domain.running_order import drop_stop
from labdesk.ui.desk import Desk
from labdesk.ui.journeys import CURVES, MAP, JourneysPlace
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings
from labdesk.ui.stage.commands import COMMANDS
from labdesk.ui.stage.keymap_panel import KeysPanel
from labdesk.ui.stage.screens import seats
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.style import Look
from labdesk.ui.window import Window
from labdesk.ui.workshop.workshop_place import WorkshopPlace

ROOT = Path(__file__).parents[3]


def on_two_screens(density: float) -> dict[str, list[dict[str, object]]]:
    """What stood where, step by step, on a laptop of this density with a projector beside it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LABDESK"))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.stage.two_screens", str(density)],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("density", [1, 2])
def test_the_room_has_the_other_screen_and_x_swaps_them(density: float) -> None:
    found = on_two_screens(density)
    first, swapped, back, windowed, again, left = found["steps"]
    assert (first["room"], first["presenter"], first["full"]) == ("Projecteur", "Portable", True)
    assert first["size"] == [1920, 1080]
    assert (swapped["room"], swapped["presenter"]) == ("Portable", "Projecteur")
    assert (back["room"], back["presenter"]) == ("Projecteur", "Portable")
    assert windowed["full"] is False
    assert windowed["seen"] is True
    assert windowed["room"] == "Projecteur"  # not under the presenter's window
    assert (again["room"], again["full"]) == ("Projecteur", True)
    assert left["room"] == ""


def test_seats_are_where_they_were_when_the_cable_comes_back(dressed: QApplication) -> None:
    screens = QApplication.screens()
    alone = seats(screens, screens[0])
    assert alone.alone
    assert alone.room is screens[0]


def test_ten_times_off_and_on_no_window_is_lost(theatre: Theatre, qtbot: QtBot) -> None:
    theatre.run("windowed")
    presenter, projector = theatre.presenter, theatre.projector
    for _cycle in range(10):
        theatre.windowed = False
        theatre.seat()  # one screen is left: the presenter stays in front, the picture waits
        assert presenter is not None
        assert presenter.isVisible()
        assert presenter.signs.unplugged
        theatre.windowed = True
        theatre.seat()
        assert projector is not None
        assert projector.isVisible()
        assert not presenter.signs.unplugged
    assert (theatre.presenter, theatre.projector) == (presenter, projector)


def test_escape_leaves_and_f5_comes_back_to_the_same_timer(theatre: Theatre) -> None:
    theatre.run("timer")
    assert theatre.projector is not None
    QTest.keyClick(theatre.projector, Qt.Key.Key_Escape)
    assert not theatre.live
    assert theatre.clock.told
    theatre.project("")
    assert theatre.stage is not None
    assert theatre.stage.showing.timer


def test_the_window_can_be_closed_by_its_cross(theatre: Theatre) -> None:
    assert theatre.projector is not None
    theatre.projector.close()
    assert not theatre.live


def test_another_project_ends_the_projection(theatre: Theatre) -> None:
    theatre.desk.put(None)
    assert not theatre.live


def test_f1_shows_the_keys_and_escape_closes_only_them(theatre: Theatre) -> None:
    theatre.run("keys")
    panel = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "KeysPanel")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert theatre.live


def test_the_keys_of_the_projection_are_lines_one_reads_and_f1_closes_them_again(theatre: Theatre) -> None:
    theatre.run("keys")
    panel = next(w for w in QApplication.topLevelWidgets() if isinstance(w, KeysPanel) and w.isVisible())
    assert panel.table.rowCount() == len(COMMANDS)
    assert panel.focusWidget() is panel.table
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.table.currentRow() == 1
    QTest.keyClick(panel.table, Qt.Key.Key_F1)
    assert not isValid(panel) or not panel.isVisible()
    assert theatre.live


def test_after_the_end_edits_reach_nobody_and_the_next_projection_starts_anew(
    theatre: Theatre, qtbot: QtBot
) -> None:
    desk = theatre.desk
    note = next(iter(desk.project.note))
    for count in range(3):
        theatre.leave()
        qtbot.wait(5)
        desk.do(write_note(desk.project, note, f"Après la projection {count}"))
        theatre.project(desk.project.canvases("journey")[0].id)
    assert theatre.live


def test_the_running_order_and_the_timer_are_where_they_were_after_a_restart(
    theatre: Theatre, agenda: list[str], look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = theatre.desk
    theatre.leave()
    theatre.project("", order=True)
    theatre.run("next")
    theatre.run("timer")
    theatre.leave()
    settings = Settings(folder=str(tmp_path))
    again = Window(desk, look, settings, Opening(desk, settings, lambda _path: None))
    qtbot.addWidget(again)
    again.show()
    again.show_place("journeys")
    again.project_canvas()
    assert again.theatre is not None
    assert again.theatre.stage is not None
    assert again.theatre.stage.line == agenda[1]
    assert again.theatre.clock.countdown.running
    assert again.theatre.clock.told in ("25:00", "24:59", "24:58")
    again.theatre.leave()


def test_the_sequence_one_is_in_is_taken_off_and_the_next_one_begins(
    theatre: Theatre, agenda: list[str], qtbot: QtBot
) -> None:
    desk = theatre.desk
    theatre.leave()
    theatre.project("", order=True)
    stage = theatre.stage
    assert stage is not None
    desk.do(drop_stop(desk.project, agenda[0]))
    qtbot.waitUntil(lambda: stage.line == agenda[1])
    assert stage.left.line == agenda[1]
    assert stage.clock.told == "25:00"


def test_the_clicker_is_heard_while_a_note_to_oneself_is_typed_and_while_the_canvas_is_in_front(
    theatre: Theatre, qtbot: QtBot
) -> None:
    theatre.run("windowed")
    stage, presenter, window = theatre.stage, theatre.presenter, theatre.window
    assert stage is not None
    assert presenter is not None
    for widget, front in ((presenter.notes.mine, presenter), (presenter.entry, presenter)):
        with qtbot.waitActive(front):
            front.activateWindow()
        before = stage.tours.tour.at, stage.at_page
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_PageDown)
        assert (stage.tours.tour.at, stage.at_page) != before
    theatre.run("work")
    with qtbot.waitActive(window):
        window.activateWindow()
    before = stage.tours.tour.at, stage.at_page
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_PageDown)
    assert (stage.tours.tour.at, stage.at_page) != before
    theatre.leave()
    assert theatre._heard == []


def test_a_projection_that_was_left_follows_no_edit_any_more(theatre: Theatre, qtbot: QtBot) -> None:
    """Ten projections of a day would each lay out every edit again."""
    stage = theatre.stage
    assert stage is not None
    stage.run("into")
    row = next(tile.row for tile in stage.page.tiles if tile.row in theatre.desk.project.note)
    told: list[int] = []
    stage.repainted.connect(lambda: told.append(1))
    theatre.leave()
    told.clear()
    theatre.desk.do(write_note(theatre.desk.project, row, "Écrit après la projection"))
    qtbot.wait(50)
    assert told == []


def test_f5_over_the_curves_projects_them_and_lane_by_lane_reveals_curve_by_curve(
    desk: Desk, canvas: str, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    other, gesture = duplicate_canvas(desk.project, canvas)
    desk.do(gesture)
    settings = Settings(folder=str(tmp_path))
    window = Window(desk, look, settings, Opening(desk, settings, lambda _path: None))
    window.show()
    window.show_place("journeys")
    place = window.place
    assert isinstance(place, JourneysPlace)
    place.show_view(CURVES)
    assert place.curves is not None
    place.curves.choose((canvas, other))
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    assert theatre.stage is not None
    assert theatre.projector is not None
    assert theatre.stage.halt.lens == Lens("curve", canvas, others=(other,))
    whole = theatre.projector.grab().toImage()
    theatre.run("reveal_lanes")
    assert theatre.stage.showing.shown == ("lane", 1)
    assert theatre.projector.grab().toImage() != whole
    place.show_view(MAP)
    assert place.projected() is None
    theatre.leave()


def test_compared_tables_are_projected_by_f5(theatre: Theatre) -> None:
    window, desk = theatre.window, theatre.desk
    assert isinstance(window, Window)
    theatre.leave()
    journey = desk.project.canvases("journey")[0].id
    step = desk.project.steps_of(journey)[0].id
    for table in ("Table 1", "Table 2"):
        said = add_note(
            desk.project, journey, "pain_points", f"Dit par {table}", step=step, author_table=table
        )
        desk.do(said[1])
    desk.do(create_canvas(desk.project, desk.catalogue.types["workshop"])[1])
    window.show_place("workshop")
    place = window.place
    assert isinstance(place, WorkshopPlace)
    compared = place.compare_tables()
    compared.zone.setCurrentIndex(compared.zone.findData("pain_points"))
    compared.refresh()
    window.project_canvas()
    assert theatre.stage is not None
    assert theatre.stage.halt.lens == compared.lens()
    heads = [tile.text for tile in theatre.stage.page.tiles if tile.kind == "head"]
    assert heads == ["Table 1", "Table 2"]
    place.leave_comparison()
    assert place.projected() is None
