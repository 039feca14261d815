"""One key ties from the map, the list and the irritants: what is selected there is what is tied."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.ties import others_of
from labdesk.ui.canvas import tie_entries
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.irritants import Irritants
from labdesk.ui.canvas.page import CanvasPage
from tests.ui.canvas.hands import Hands, Key


def chooser() -> Chooser:
    found = QApplication.activePopupWidget()
    assert isinstance(found, Chooser)
    return found


def pains(hands: Hands) -> list[str]:
    hands.stand("pain_points")
    for text in ("Un", "Deux"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    return [hands.box("note", text).row for text in ("Un", "Deux")]


def test_the_selected_notes_of_the_map_are_tied(hands: Hands, card: str) -> None:
    rows = pains(hands)
    hands.board.choose(rows)
    tie_entries.tie(hands.pane)
    QTest.keyClicks(chooser().line, "file unique")
    QTest.keyClick(chooser().line, Qt.Key.Key_Return)
    assert set(others_of(hands.desk.project, card)) == set(rows)
    hands.board.go(hands.board.key_of("note", rows[0]))
    tie_entries.part(hands.pane)
    assert others_of(hands.desk.project, card) == (rows[1],)


def test_the_selected_lines_of_the_list_are_tied(hands: Hands, card: str) -> None:
    rows = pains(hands)
    page = hands.page
    page.show_list(True)
    listing = page.list
    lines = [at for at, line in enumerate(listing.lines.lines) if line.key[1] in rows]
    listing.selectRow(lines[0])
    listing.setCurrentIndex(listing.lines.index(lines[0], 2))
    flag = listing.selectionModel().SelectionFlag
    listing.selectionModel().select(listing.lines.index(lines[1], 2), flag.Select | flag.Rows)
    listing.setFocus()
    about, _parent, _corner = tie_entries.about(hands.pane)
    assert about == rows
    tie_entries.tie(hands.pane)
    chooser().close()
    assert card


def test_the_selected_irritants_are_tied(hands: Hands) -> None:
    rows = pains(hands)
    view = Irritants(hands.board, hands.pane.look, hands.page)
    view.setGeometry(0, 0, 600, 400)
    view.show()
    view.renew()
    view.setFocus()
    view.selectAll()
    about, parent, _corner = tie_entries.about(hands.pane)
    assert about == rows
    assert parent is view
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert not hands.texts("pain_points", 0)
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == ["Un", "Deux"]


def test_on_a_card_it_is_the_card_that_is_tied(page: CanvasPage, card: str) -> None:
    page.show_canvas(card)
    page.setFocus()
    about, _parent, _corner = tie_entries.about(page.pane)
    assert about == [card]


def test_showing_ties_opens_the_drawer_on_them(hands: Hands, qtbot: QtBot) -> None:
    rows = pains(hands)
    hands.board.go(hands.board.key_of("note", rows[0]))
    with qtbot.waitSignal(hands.desk.links_wanted) as wanted:
        tie_entries.show(hands.pane)
    assert wanted.args == [rows[0]]
    hands.stand("actions")
    with qtbot.waitSignal(hands.desk.idle):
        tie_entries.show(hands.pane)
    with qtbot.waitSignal(hands.desk.idle):
        tie_entries.tie(hands.pane)
