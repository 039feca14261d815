"""« Irritants »: all pain points by phase, the heaviest first; the same notes as on the map."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import notes
from labdesk.domain.pains import by_phase, pain_zone
from labdesk.ui.canvas import deeds, lanes
from labdesk.ui.canvas.irritants import Irritants
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier


def filled(hands: Hands) -> Irritants:
    desk, canvas = hands.desk, hands.board.canvas
    steps = [step.id for step in desk.project.steps_of(canvas)]
    for step, text, votes in ((0, "Léger", 1), (1, "Lourd", 5), (3, "Seul", 0)):
        note, gesture = notes.add_note(desk.project, canvas, "pain_points", text, step=steps[step])
        desk.do(gesture)
        desk.do(notes.vote(desk.project, note, votes))
    made = Irritants(hands.board, hands.page.look, hands.page)
    made.resize(700, 500)
    made.show()
    made.renew()
    return made


def phase(tree: Irritants, rank: int) -> QTreeWidgetItem:
    item = tree.topLevelItem(rank)
    assert item is not None
    return item


def line(tree: Irritants, rank: int, at: int) -> QTreeWidgetItem:
    item = phase(tree, rank).child(at)
    assert item is not None
    return item


def shown(tree: Irritants) -> list[list[str]]:
    tops = [phase(tree, rank) for rank in range(tree.topLevelItemCount())]
    return [[line(tree, rank, at).text(0) for at in range(top.childCount())] for rank, top in enumerate(tops)]


def test_the_heaviest_come_first_in_each_phase(hands: Hands) -> None:
    tree = filled(hands)
    assert shown(tree) == [["Lourd", "Léger"], ["Seul"]]
    assert phase(tree, 0).text(0) == "1. Découvrir · 2 irritants"
    assert phase(tree, 0).text(2) == "●●●●●● 6"
    assert line(tree, 0, 0).text(1) == "2. Lire"


def test_votes_edits_and_deletes_act_on_the_notes_themselves(hands: Hands) -> None:
    tree = filled(hands)
    tree.setCurrentItem(line(tree, 0, 1))
    for _vote in range(5):
        QTest.keyClick(tree, Key.Key_Up, Modifier.ControlModifier)
    assert shown(tree)[0] == ["Léger", "Lourd"]
    line(tree, 1, 0).setText(0, "Tout seul")
    assert hands.texts("pain_points", 3) == ["Tout seul"]
    QTest.keyClick(tree, Key.Key_Delete)
    assert shown(tree)[0] == ["Lourd"]


def test_entree_goes_to_the_note_on_the_map(hands: Hands, qtbot: QtBot) -> None:
    tree = filled(hands)
    tree.setCurrentItem(line(tree, 1, 0))
    with qtbot.waitSignal(hands.desk.wanted) as wanted:
        QTest.keyClick(tree, Key.Key_Return)
    assert wanted.args[0].table == "note"


def test_the_lane_of_pain_points_is_found_in_any_grid() -> None:
    assert pain_zone(kind("journey")) == "pain_points"
    assert pain_zone(kind("persona")) == ""


def test_a_phase_without_irritants_is_there_too(hands: Hands) -> None:
    found = by_phase(hands.desk.project, hands.board.canvas, "pain_points")
    assert [held for _phase, held in found] == [[], []]


def test_a_line_is_read_in_one_go_and_its_note_is_current_everywhere(hands: Hands) -> None:
    tree = filled(hands)
    heavy = line(tree, 0, 0)
    said = heavy.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Lourd, irritant 1 sur 2, 2. Lire, 5 voix"
    chosen: list[object] = []
    hands.desk.selected.connect(chosen.append)
    tree.setCurrentItem(line(tree, 0, 1))
    assert hands.board.box is not None
    assert hands.board.box.text == "Léger"
    assert chosen
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    QTest.keyClick(tree, Key.Key_Up, Modifier.ControlModifier)
    assert heard == ["2 voix"]


def test_hidden_dots_are_told_neither_by_number_nor_by_order_here(hands: Hands) -> None:
    tree = filled(hands)
    light = line(tree, 0, 1).data(0, Qt.ItemDataRole.UserRole)
    hands.desk.do(notes.veil_votes(hands.desk.project, hands.board.canvas, True))
    hands.desk.do(notes.vote(hands.desk.project, light, 9))
    assert shown(tree)[0] == ["Léger", "Lourd"]  # the order of the steps
    assert [line(tree, 0, at).text(2) for at in range(2)] == ["", ""]
    assert phase(tree, 0).text(2) == ""


def test_a_filter_leaves_irritants_out_and_says_how_many(hands: Hands) -> None:
    from labdesk.domain.sieve import Sieve

    tree = filled(hands)
    hands.page.sieve.take(Sieve(least=2))
    assert shown(tree) == [["Lourd"], []]
    assert phase(tree, 0).text(0) == "1. Découvrir · 1 irritant sur 2"


def test_the_line_follows_where_dots_are_counted(hands: Hands) -> None:
    tree = filled(hands)
    tree.setFocus()
    tree.setCurrentItem(line(tree, 0, 1))
    assert hands.board.box is not None
    assert hands.board.box.text == "Léger"
    hands.board.go(hands.box("note", "Seul").key)
    current = tree.currentItem()
    assert current is not None
    assert current.text(0) == "Seul"


def test_several_lines_are_several_notes_for_every_deed(hands: Hands) -> None:
    tree = filled(hands)
    tree.setFocus()
    tree.setCurrentItem(line(tree, 0, 0))
    QTest.keyClick(tree, Key.Key_Down, Modifier.ShiftModifier)
    assert len(hands.board.picked()) == 2
    deeds.vote(hands.board, 1)
    assert phase(tree, 0).text(2).endswith(" 8")
    assert len(tree.tied_rows()) == 2
    deeds.remove(hands.board)
    assert shown(tree) == [[], ["Seul"]]
    hands.desk.undo()
    assert shown(tree) == [["Lourd", "Léger"], ["Seul"]]


def test_keys_act_on_the_line_one_sees_even_when_its_lane_is_folded(hands: Hands) -> None:
    tree = filled(hands)
    lane = next(one for one in hands.desk.project.lanes_of(hands.board.canvas) if one.zone == "pain_points")
    hands.stand("actions")
    lanes.fold(hands.board, lane.id)
    tree.setFocus()
    tree.setCurrentItem(line(tree, 0, 1))
    QTest.keyClick(tree, Key.Key_Up, Modifier.ControlModifier)
    assert line(tree, 0, 1).text(2).endswith(" 2")
    QTest.keyClick(tree, Key.Key_Delete)
    assert shown(tree) == [["Lourd"], ["Seul"]]


def test_f2_is_the_lines_before_it_is_the_menus(hands: Hands) -> None:
    tree = filled(hands)
    tree.setCurrentItem(line(tree, 0, 0))
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_F2, Modifier.NoModifier)
    asked.ignore()
    QApplication.sendEvent(tree, asked)
    assert asked.isAccepted()
    QTest.keyClick(tree, Key.Key_F2)
    assert tree.state() == tree.State.EditingState


def test_a_first_column_keeps_its_room_and_its_rows_are_as_high_as_their_words(hands: Hands) -> None:
    tree = filled(hands)
    note = next(n for n in hands.desk.project.note.values() if n.text == "Lourd")
    hands.desk.do(
        notes.write_note(hands.desk.project, note.id, "Un irritant que l’on raconte longuement. " * 4)
    )
    tree.resize(420, 500)
    QApplication.processEvents()
    assert tree.columnWidth(0) >= hands.page.look.px(240)
    one, other = (tree.visualItemRect(line(tree, 0, at)).height() for at in (0, 1))
    assert one >= 2 * other


def test_alt_and_an_arrow_move_an_irritant_as_on_the_map(hands: Hands) -> None:
    tree = filled(hands)
    tree.setCurrentItem(line(tree, 0, 1))
    QTest.keyClick(tree, Key.Key_Right, Modifier.AltModifier)
    current = tree.currentItem()
    assert current is not None
    assert current.text(0) == "Léger"
    assert current.text(1).startswith("2. ")
    hands.desk.undo()
    assert line(tree, 0, 1).text(1).startswith("1. ")


def test_an_irritant_that_goes_leaves_one_on_what_took_its_place(hands: Hands) -> None:
    tree = filled(hands)
    tree.setCurrentItem(line(tree, 0, 1))
    hands.desk.do(notes.delete_notes(hands.desk.project, [tree.tied_rows()[0]]))
    current = tree.currentItem()
    assert current is not None
    assert current.text(0) == "Seul"


def test_a_grid_without_irritants_says_what_will_stand_there(hands: Hands) -> None:
    tree = filled(hands)
    assert not tree.accessibleDescription()
    for note in hands.desk.project.notes_of(hands.board.canvas):
        if note.zone == "pain_points":
            hands.desk.do(notes.delete_notes(hands.desk.project, [note.id]))
    tree.renew()
    assert tree.accessibleDescription().startswith("Aucun irritant")
    assert not tree.grab().isNull()
