"""The running order is prepared in a list: added to, moved, rewritten, taken off."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.running_order import stops
from labdesk.ui.stage.order_list import MINUTES, NAME, VIEW
from labdesk.ui.stage.order_panel import OrderPanel
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look


def names(stage: Stage) -> list[str]:
    """The sequences in order."""
    return [stop.name for stop in stops(stage.desk.project, stage.desk.types)]


def test_what_is_projected_is_added_and_a_line_is_moved_with_keys(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = OrderPanel(stage, look, around)
    stage.run("into")
    panel.add_here()
    panel.renew()
    assert names(stage)[-1] == "1. Phase 1"
    first = panel.list.topLevelItem(0)
    assert first is not None
    panel.list.setCurrentItem(first)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(stage)[:2] == ["Parcours vécu", "Accueil"]


def test_a_line_is_rewritten_in_place_and_taken_off(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = OrderPanel(stage, look, around)
    item = panel.list.topLevelItem(0)
    assert item is not None
    item.setText(MINUTES, "20 min")
    item.setText(NAME, "Café")
    assert next((s.name, s.minutes) for s in stops(stage.desk.project, stage.desk.types)) == ("Café", 20)
    panel.list.setCurrentItem(item)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert names(stage) == ["Parcours vécu", "Votes"]


def shown(stage: Stage, look: Look, around: QWidget) -> OrderPanel:
    """The list on a screen, as high as it needs."""
    panel = OrderPanel(stage, look, around)
    around.resize(520, 420)
    panel.resize(520, 420)
    around.show()
    return panel


def line(panel: OrderPanel, row: int) -> QTreeWidgetItem:
    """A sequence of the list."""
    item = panel.list.topLevelItem(row)
    assert item is not None
    return item


def middle(panel: OrderPanel, row: int) -> QPoint:
    """The middle of a line."""
    item = line(panel, row)
    return panel.list.visualItemRect(item).center()


def drag(panel: OrderPanel, row: int, to: QPoint) -> None:
    """With the left button down, in small steps, not let go yet."""
    view, start = panel.list.viewport(), middle(panel, row)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.6, 1.0):
        at = start + (to - start) * part
        QTest.mouseMove(view, at)


def let_go(panel: OrderPanel, at: QPoint) -> None:
    QTest.mouseRelease(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    panel.renew()


def test_a_line_is_dragged_where_the_mark_is(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = shown(stage, look, around)
    under = middle(panel, 2) + QPoint(0, 6)
    plain = panel.list.viewport().grab().toImage()
    drag(panel, 0, under)
    assert panel.list.gap == 3
    assert panel.list.viewport().grab().toImage() != plain
    assert names(stage) == ["Accueil", "Parcours vécu", "Votes"]
    let_go(panel, under)
    assert names(stage) == ["Parcours vécu", "Votes", "Accueil"]
    above = middle(panel, 0) - QPoint(0, 6)
    drag(panel, 1, above)
    assert panel.list.gap == 0
    let_go(panel, above)
    assert names(stage) == ["Votes", "Parcours vécu", "Accueil"]
    stage.desk.undo()
    stage.desk.undo()
    assert names(stage) == ["Accueil", "Parcours vécu", "Votes"]


def test_a_drag_is_given_up_with_escape_or_where_it_began(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = shown(stage, look, around)
    drag(panel, 0, middle(panel, 2))
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.list.gap is None
    let_go(panel, middle(panel, 2))
    drag(panel, 1, middle(panel, 1) + QPoint(30, 2))
    let_go(panel, middle(panel, 1) + QPoint(30, 2))
    assert names(stage) == ["Accueil", "Parcours vécu", "Votes"]


def test_the_order_changes_under_a_drag_and_nothing_else_moves(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    from labdesk.domain.running_order import drop_stop

    panel = shown(stage, look, around)
    drag(panel, 0, middle(panel, 2))
    stage.desk.do(drop_stop(stage.desk.project, agenda[0]))
    let_go(panel, middle(panel, 2))
    assert names(stage) == ["Parcours vécu", "Votes"]


def test_a_line_that_is_being_rewritten_is_left_alone_by_the_clicker(
    stage: Stage, look: Look, around: QWidget, agenda: list[str], qtbot: QtBot
) -> None:
    panel = shown(stage, look, around)
    item = line(panel, 0)
    panel.list.setCurrentItem(item)
    panel.list.editItem(item, NAME)
    stage.follow_order()
    stage.run("next")
    panel.renew()
    assert panel.list.editing


def test_each_sequence_has_its_note_to_oneself_before_one_is_in_it(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = shown(stage, look, around)
    panel.list.setCurrentItem(line(panel, 2))
    QTest.keyClicks(panel.note, "Distribuer les gommettes")
    assert stage.left.notes == {agenda[2]: "Distribuer les gommettes"}
    panel.list.setCurrentItem(line(panel, 0))
    assert panel.note.text() == ""


def test_a_view_nobody_knows_is_marked_and_can_be_replaced_by_what_is_projected(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = shown(stage, look, around)
    item = line(panel, 0)
    item.setText(VIEW, "La cantine")
    panel.renew()
    item = line(panel, 0)
    assert "Rien ne porte ce nom" in item.toolTip(VIEW)
    panel.list.setCurrentItem(item)
    stage.run("into")
    panel.put.click()
    shown_now = next(iter(stops(stage.desk.project, stage.desk.types))).lens
    assert shown_now == stage.halt.lens


def test_minutes_are_reached_with_arrows_or_a_double_click_that_projects_nothing(
    stage: Stage, look: Look, around: QWidget, agenda: list[str], qtbot: QtBot
) -> None:
    panel = shown(stage, look, around)
    wanted: list[str] = []
    panel.list.wanted.connect(wanted.append)
    item = line(panel, 0)
    panel.list.setCurrentItem(item, NAME)
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.list.currentColumn() == MINUTES
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.list.currentColumn() == NAME
    cell = panel.list.visualRect(panel.list.indexFromItem(item, MINUTES)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert panel.list.editing
    assert not wanted


def test_minutes_that_are_no_number_are_said_and_the_line_shows_what_is_kept(
    stage: Stage, look: Look, around: QWidget, agenda: list[str], qtbot: QtBot
) -> None:
    panel = shown(stage, look, around)
    item = line(panel, 0)
    item.setText(MINUTES, "")
    qtbot.waitUntil(lambda: panel.list.topLevelItem(0) is not item)
    with qtbot.waitSignal(stage.told) as told:
        line(panel, 0).setText(MINUTES, "longtemps")
    assert "minutes" in told.args[0]
    qtbot.waitUntil(lambda: line(panel, 0).text(MINUTES) == "")
    line(panel, 0).setText(MINUTES, "1 h 30")
    qtbot.waitUntil(lambda: line(panel, 0).text(MINUTES) == "90")


def test_an_empty_running_order_says_how_to_begin(stage: Stage, look: Look, around: QWidget) -> None:
    panel = shown(stage, look, around)
    assert not panel.list.topLevelItemCount()
    said = panel.list.viewport().grab().toImage()
    plain = said.pixelColor(said.width() - 2, said.height() - 2)
    assert any(said.pixelColor(x, y) != plain for x in range(10, 200) for y in range(10, 30))
