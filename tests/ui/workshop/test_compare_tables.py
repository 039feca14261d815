"""« Comparer les tables »: the same box, column by column, and from there to its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.notes import add_note
from labdesk.ui.desk import Desk, Target
from labdesk.ui.open_combo import OpenCombo
from labdesk.ui.style import Look
from labdesk.ui.workshop.workshop_place import WorkshopPlace


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> WorkshopPlace:
    """Atelier with a problem canvas on which five tables wrote."""
    made = WorkshopPlace(desk, look)
    qtbot.addWidget(made)
    made.resize(1310, 640)
    made.show()
    made.begin(made.kinds()[0])
    canvas, gesture = create_canvas(desk.project, load_catalogue().types["problem"])
    desk.do(gesture)
    zone = next(z for z in load_catalogue().types["problem"].sheet if z.holds_notes and z.export == "yes").id
    for n in range(1, 6):
        desk.do(add_note(desk.project, canvas, zone, f"Dit à {n}", author_table=f"Table {n}")[1])
    return made


def texts(place: WorkshopPlace) -> list[str]:
    assert place.comparison is not None
    return [tile.accessibleName().split("\u00a0: ")[-1] for tile in place.comparison.tiles]


def test_four_tables_stand_side_by_side_and_a_fifth_takes_the_place_of_the_first(
    place: WorkshopPlace, qtbot: QtBot
) -> None:
    view = place.compare_tables()
    assert texts(place) == ["Dit à 1", "Dit à 2", "Dit à 3", "Dit à 4"]
    QTest.mouseClick(view.chips["Table 5"], Qt.MouseButton.LeftButton)
    assert texts(place) == ["Dit à 2", "Dit à 3", "Dit à 4", "Dit à 5"]


def test_what_was_said_leads_to_its_place_and_one_comes_back_to_the_sheet(
    place: WorkshopPlace, qtbot: QtBot
) -> None:
    view = place.compare_tables()
    with qtbot.waitSignal(place.desk.wanted) as went:
        QTest.keyClick(view.tiles[0], Qt.Key.Key_Return)
    target = went.args[0]
    assert isinstance(target, Target)
    assert (target.place, target.table) == ("problem", "note")
    QTest.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert place.stack.currentWidget() is place.page


def test_a_note_gathered_meanwhile_comes_in_and_what_was_chosen_stays(place: WorkshopPlace) -> None:
    view = place.compare_tables()
    zone, desk = view.zone.currentData(), place.desk
    canvas = desk.project.canvases("problem")[0].id
    desk.do(add_note(desk.project, canvas, zone, "Et encore", author_table="Table 2")[1])
    assert "Et encore" in texts(place)
    desk.undo()
    assert "Et encore" not in texts(place)
    assert view.zone.currentData() == zone


def test_without_tables_it_says_how_one_gets_there(desk: Desk, look: Look, qtbot: QtBot) -> None:
    made = WorkshopPlace(desk, look)
    qtbot.addWidget(made)
    made.show()
    made.begin(made.kinds()[0])
    view = made.compare_tables()
    assert "Préparez les tables" in view._nothing.text()


def test_it_opens_where_the_tables_wrote_and_then_stays(place: WorkshopPlace) -> None:
    desk = place.desk
    first, gesture = create_canvas(desk.project, load_catalogue().types["journey"])
    desk.do(gesture)  # grids are offered first, and nobody wrote on this one
    view = place.compare_tables()
    assert view.canvas.findData(first) == 0
    assert view.canvas.currentData() == desk.project.canvases("problem")[0].id
    assert texts(place)
    view.canvas.setCurrentIndex(0)
    view.canvas.activated.emit(0)
    assert view.canvas.currentData() == first
    assert texts(place) == []


def test_a_choice_too_long_for_its_field_says_that_it_goes_on(place: WorkshopPlace) -> None:
    combo = place.compare_tables().canvas
    combo.setItemText(combo.currentIndex(), "Comment pourrions-nous " * 20)
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    assert isinstance(combo, OpenCombo)
    assert combo.fitting(option).endswith("…")
    combo.setItemText(combo.currentIndex(), "Court")
    assert combo.fitting(option) == "Court"
