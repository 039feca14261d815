"""What F5 projects from where one is, and what is typed on the picture."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas, duplicate_canvas
from labdesk.domain.commands.notes import add_note
from labdesk.domain.lens import Lens
from labdesk.ui.desk import Desk
from labdesk.ui.journeys import CURVES, MAP, JourneysPlace
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.style import Look
from labdesk.ui.window import Window
from labdesk.ui.workshop.workshop_place import WorkshopPlace


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
